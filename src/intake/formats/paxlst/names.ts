/**
 * Names of travellers in NAD (C080): family, given and further names in components of their own.
 * In: components as written. Out: a person's name of the contract; `full` in the order given, middle, family.
 */
import type { PersonName } from '../../../../contract/records/common.ts';
import { asText } from '../edifact/values.ts';
import { isTitle } from './codes.ts';

/** Stands in where a message names nobody; a finding says so. */
export const NO_NAME = 'UNKNOWN';

/** The name of a traveller; undefined where the components hold none. */
export function nameOf(components: readonly string[]): PersonName | undefined {
	let family = asText(components[0]);
	let given = asText(components[1]);
	let middle = asText(
		components
			.slice(2)
			.filter((part) => part.trim() !== '')
			.join(' '),
	);
	if (family !== undefined && given === undefined && middle === undefined) {
		// All in one component: "CLARK/MICHAEL JOHN" or "CLARK, MICHAEL".
		const cut = family.search(/[/,]/);
		if (cut > 0) {
			const [first, ...others] = family.slice(cut + 1).split('/');
			given = asText(first);
			middle = asText(others.join(' '));
			family = asText(family.slice(0, cut));
		}
	}
	const titled = withoutTitle(middle) ?? withoutTitle(given);
	if (titled !== undefined) {
		if (titled.from === middle) middle = titled.rest;
		else given = titled.rest;
	}
	// The middle component may hold nothing but the title.
	const title = titled?.title ?? (middle !== undefined && isTitle(middle) ? middle : undefined);
	if (titled === undefined && title !== undefined) middle = undefined;
	const full = asText([given, middle, family].filter((part) => part !== undefined).join(' '));
	if (full === undefined) return undefined;
	const name: PersonName = { full };
	if (family !== undefined) name.family = family;
	if (given !== undefined) name.given = given;
	if (middle !== undefined) name.middle = middle;
	if (title !== undefined) name.title = title;
	return name;
}

/** Takes a title off the end of a name of at least two words. */
function withoutTitle(from: string | undefined): { from: string; rest: string; title: string } | undefined {
	if (from === undefined) return undefined;
	const cut = from.lastIndexOf(' ');
	if (cut < 0) return undefined;
	const title = from.slice(cut + 1);
	return isTitle(title) ? { from, rest: from.slice(0, cut).trim(), title } : undefined;
}

/** Components of C080 for a name. A title goes behind the given names, where readers look for it. */
export function nameComponents(name: PersonName): string[] {
	if (name.family === undefined && name.given === undefined) return [name.full];
	const withTitle = (part: string | undefined): string =>
		[part, name.title].filter((text) => text !== undefined).join(' ');
	return name.middle === undefined
		? [name.family ?? '', withTitle(name.given)]
		: [name.family ?? '', name.given ?? '', withTitle(name.middle)];
}
