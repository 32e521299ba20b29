/**
 * The purpose that a session states: kept for eight hours at most, shown with the session, and taken back at will.
 * In: who is signed in and what they say. Out: what is stated from now on. Time comes in as an argument.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { type PurposeId, purposeId, purposeStatement, purposes } from '../../contract/purposes.ts';
import type { StatedPurpose, Subject } from './model.ts';
import { mayState, purposesOf, type StatedAt } from './purpose.ts';

/** A working day: whoever begins another says again for what. */
export const PURPOSE_LIFE_MS = 8 * 60 * 60_000;

export type KeptPurpose = {
	purpose: string | null;
	case_reference: string | null;
	purpose_until: Date | null;
};

/** What a row of the store says; a purpose that the list no longer knows states nothing. */
export function readStated({ purpose, case_reference, purpose_until }: KeptPurpose): {
	stated?: StatedPurpose;
} {
	const read = purposeStatement.safeParse({
		purpose,
		...(case_reference === null ? {} : { caseReference: case_reference }),
	});
	return read.success && purpose_until !== null ? { stated: { ...read.data, until: purpose_until } } : {};
}

/** The purpose that a key is bound to. */
export function readBound(purpose: string | null): { boundPurpose?: StatedPurpose['purpose'] } {
	const read = purposeId.safeParse(purpose);
	return read.success ? { boundPurpose: read.data } : {};
}

/**
 * @returns what is stated from `at` on.
 * @throws TidewaiterError not-permitted where the role may not state it here, invalid-input where it lacks its case.
 */
export function statedFrom(
	{ purpose, caseReference }: Pick<StatedPurpose, 'purpose' | 'caseReference'>,
	{ role }: Subject,
	where: StatedAt,
	at: Date,
): StatedPurpose {
	refuseOthers(role, purpose, where);
	if (purposes[purpose].needsCase && caseReference === undefined) {
		throw new TidewaiterError('invalid-input', `The purpose ${purpose} needs the reference of a case.`, {
			place: 'caseReference',
			remedy: 'Give the reference under which the case file is kept.',
		});
	}
	return {
		purpose,
		...(caseReference === undefined ? {} : { caseReference }),
		until: new Date(at.getTime() + PURPOSE_LIFE_MS),
	};
}

/** @throws TidewaiterError not-permitted where the role may not state the purpose here. */
export function refuseOthers(role: Subject['role'], purpose: PurposeId, where: StatedAt): void {
	if (mayState(role, purpose, where)) return;
	throw new TidewaiterError('not-permitted', `The role ${role} may not state the purpose ${purpose} here.`, {
		place: 'purpose',
		remedy: `One of: ${purposesOf(role, where).join(', ')}.`,
	});
}
