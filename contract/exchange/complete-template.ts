/** A template becomes an agreement between two: names, days and legal basis put in. Pure. */
import type { AgreementBody } from './agreement.ts';

export type Completion = {
	/** Identifier of the agreement; that of the template where it is left out. */
	readonly id?: string | undefined;
	readonly left: string;
	readonly right: string;
	/** In the place of the template's; without it, what the template leaves to the parties stays in square brackets. */
	readonly legalBasis?: string | undefined;
	/** Days, YYYY-MM-DD; those of the template where they are left out. */
	readonly startsOn?: string | undefined;
	readonly reviewOn?: string | undefined;
	readonly endsOn?: string | undefined;
};

/** @param body of a template, whose first party is the left one. @returns the first version of an agreement, not saved anywhere. */
export function completeTemplate(body: AgreementBody, completion: Completion): AgreementBody {
	const { left, right } = completion;
	const [first] = body.parties;
	const named = (name: string): string => (name === first ? left : right);
	return {
		...body,
		id: completion.id ?? body.id,
		version: 1,
		legalBasis: completion.legalBasis ?? body.legalBasis,
		parties: [left, right],
		grants: body.grants.map((grant) => ({ ...grant, from: named(grant.from), to: named(grant.to) })),
		startsOn: completion.startsOn ?? body.startsOn,
		reviewOn: completion.reviewOn ?? body.reviewOn,
		endsOn: completion.endsOn ?? body.endsOn,
	};
}
