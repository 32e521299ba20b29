/**
 * What makes the terms of an agreement senseless, each with the place in its body: for whoever writes it, and before anybody signs.
 * What is wrong with paths of records is in record-paths.ts. Pure.
 */
import type { AgreementBody } from './agreement.ts';

export type AgreementProblem = { readonly place: string; readonly sentence: string };

/** @returns problems in the order of the body; none where it is sensible. */
export function problemsOfTerms(body: AgreementBody): AgreementProblem[] {
	const problems: AgreementProblem[] = [];
	const found = (place: string, sentence: string): void => {
		problems.push({ place, sentence });
	};
	if (new Set(body.parties).size !== body.parties.length) found('parties', 'A party is named twice.');
	for (const [at, grant] of body.grants.entries()) {
		if (grant.from === grant.to) found(`grants.${at}`, `A grant is from ${grant.from} to itself.`);
		for (const node of [grant.from, grant.to])
			if (!body.parties.includes(node)) found(`grants.${at}`, `A grant names ${node}, which is not a party.`);
		const kinds = grant.records.map(({ kind }) => kind);
		if (new Set(kinds).size !== kinds.length)
			found(`grants.${at}.records`, 'A grant names one kind of record twice.');
	}
	if (!body.handling.allowed.includes(body.handling.least))
		found('handling.least', `The handling code ${body.handling.least} is the least, and not allowed.`);
	if (body.startsOn > body.endsOn) found('endsOn', 'It ends before it starts.');
	if (body.reviewOn > body.endsOn) found('reviewOn', 'Its review is after its end.');
	return problems;
}
