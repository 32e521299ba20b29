/**
 * What a request says of a person in, the mention that is looked for out, in the form in which mentions are stored: names,
 * birth, numbers in their one form. Pure.
 */
import type { RequestedSubject } from '../../contract/views-subjects.ts';
import { mentionOf } from '../mentions/collect.ts';
import { addIdentifier, contactsOf, countries, nameOf } from '../mentions/identify.ts';
import type { Mention, MentionIdentifier } from '../mentions/model.ts';
import { normaliseAccount, schemeOf } from '../values/identifier-text.ts';
import { normalisePlate } from '../values/plate.ts';

export function askedMention(subject: RequestedSubject): Mention {
	const names = subject.names.flatMap((name) => nameOf(name) ?? []);
	const identifiers: MentionIdentifier[] = [];
	for (const { scheme, value } of subject.documents ?? [])
		addIdentifier(identifiers, schemeOf(scheme ?? 'passport'), value);
	for (const number of subject.accounts ?? []) {
		const account = normaliseAccount({ number });
		if (account !== undefined) identifiers.push(account);
	}
	for (const plate of subject.plates ?? [])
		identifiers.push({ scheme: 'plate', value: normalisePlate(plate) });
	const contacts = contactsOf([
		...(subject.phones ?? []).map((value) => ({ kind: 'phone' as const, value })),
		...(subject.emails ?? []).map((value) => ({ kind: 'email' as const, value })),
	]);
	const asked = mentionOf('person', names, identifiers, {
		...(subject.born === undefined ? {} : { born: subject.born }),
		nationalities: countries(...(subject.nationalities ?? [])),
		...contacts,
	});
	// A name that is a placeholder is still what was asked for: it finds nobody.
	return asked ?? { kind: 'person', names: [], identifiers: [] };
}

/** In words: what is searched by. */
export function searchedBy(subject: RequestedSubject): string[] {
	const list = (what: string, values: readonly string[] | undefined): string[] =>
		values === undefined || values.length === 0 ? [] : [`${what} ${values.join(', ')}`];
	return [
		...list('name', subject.names),
		...list('born', subject.born === undefined ? undefined : [subject.born]),
		...list('nationality', subject.nationalities),
		...list(
			'document',
			subject.documents?.map(({ value }) => value),
		),
		...list('account', subject.accounts),
		...list('plate', subject.plates),
		...list('phone', subject.phones),
		...list('e-mail', subject.emails),
	];
}
