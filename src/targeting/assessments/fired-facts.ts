/**
 * The facts that a rule read where it fired, as they were then: history goes on, and whoever asks later must see what the
 * rule saw. In: rules, firings, the units that they fired on. Out: name, place and value, each once.
 */
import { factList } from '../facts/catalogue.ts';
import type { Firing, Unit } from '../model.ts';
import type { RuleSet } from '../rules/engine.ts';

/** Name, place, value. */
export type FiredFact = readonly [string, string, string];

const MOST_FACTS = 60;
const LONGEST_VALUE = 200;
/** A variable and its member, wherever a condition or a reason names one. */
const MEMBER = /\b([a-z][A-Za-z]{0,40})\.([a-z][A-Za-z0-9]{0,40})\b/g;

const titles: ReadonlyMap<string, string> = new Map(factList().map(({ path, title }) => [path, title]));

export const titleOfFact = (path: string): string => titles.get(path) ?? path;

/** Facts that the texts of a rule name, once for each set of rules. */
const namedBySet = new WeakMap<RuleSet, ReadonlyMap<string, readonly string[]>>();

function namedFacts(rules: RuleSet): ReadonlyMap<string, readonly string[]> {
	const known = namedBySet.get(rules);
	if (known !== undefined) return known;
	const named = new Map(
		rules.rules.map(({ rule }): [string, string[]] => {
			const paths = [...`${rule.when} ${rule.reason}`.matchAll(MEMBER)].map(([path]) => path);
			return [rule.id, [...new Set(paths)].filter((path) => titles.has(path))];
		}),
	);
	namedBySet.set(rules, named);
	return named;
}

export function firedFacts(rules: RuleSet, firings: readonly Firing[], units: readonly Unit[]): FiredFact[] {
	if (firings.length === 0) return [];
	const named = namedFacts(rules);
	const facts = new Map<string, FiredFact>();
	for (const { rule, place } of firings) {
		const unit = units.find((each) => each.place === place);
		for (const path of named.get(rule) ?? []) {
			const key = `${place} ${path}`;
			if (unit === undefined || facts.has(key) || facts.size >= MOST_FACTS) continue;
			const value = textOf(unit, path);
			if (value !== undefined) facts.set(key, [path, place, value]);
		}
	}
	return [...facts.values()];
}

/** As text; undefined where it was not known. */
function textOf({ variables }: Unit, path: string): string | undefined {
	const [variable = '', member = ''] = path.split('.');
	const owner = variables[variable];
	const value: unknown = owner === undefined ? undefined : Reflect.get(owner, member);
	switch (typeof value) {
		case 'number':
			return Number.isNaN(value) ? undefined : String(Number(value.toPrecision(6)));
		case 'string':
			return value === '' ? undefined : value.slice(0, LONGEST_VALUE);
		case 'boolean':
			return value ? 'yes' : 'no';
		default:
			return Array.isArray(value) && value.length > 0
				? value.slice(0, 20).join(', ').slice(0, LONGEST_VALUE)
				: undefined;
	}
}
