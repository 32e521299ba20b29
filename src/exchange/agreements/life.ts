/**
 * The life of agreements: which version holds on a day, what state a version is in for people, whose move it is. Pure.
 * A newer version that both have signed takes the place of the older one on its own first day; until then the older one holds.
 */
import type { AgreementSignature, AgreementState } from '../../../contract/exchange/agreement.ts';

export type Side = 'ours' | 'theirs';

/** A version as far as its life goes. Days are `YYYY-MM-DD`, UTC. */
export type Standing = {
	readonly version: number;
	readonly state: AgreementState;
	/** Who has suspended it; each side takes back its own suspension. */
	readonly suspendedBy: Side | 'both' | null;
	readonly startsOn: string;
	readonly endsOn: string;
};

export const dayOfMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Both have signed it, and neither has ended it. */
export const isAgreed = ({ state }: Pick<Standing, 'state'>): boolean =>
	state === 'signed' || state === 'suspended';

/** The version that is to be read on this day, whether it holds or is suspended or over; undefined before the first begins. */
export function versionOfDay<S extends Standing>(versions: readonly S[], day: string): S | undefined {
	return versions
		.filter((each) => isAgreed(each) && each.startsOn <= day)
		.reduce<S | undefined>(
			(last, each) => (last === undefined || each.version > last.version ? each : last),
			undefined,
		);
}

/** What people see: a version ends by itself after its last day, or where a newer one has taken its place. */
export function stateOn(standing: Standing, versions: readonly Standing[], day: string): AgreementState {
	if (standing.state === 'draft' || standing.state === 'ended') return standing.state;
	if (standing.endsOn < day) return 'ended';
	const isReplaced =
		isAgreed(standing) &&
		versions.some((other) => other.version > standing.version && isAgreed(other) && other.startsOn <= day);
	return isReplaced ? 'ended' : standing.state;
}

/** Whose move it is. */
export function waitsFor(
	state: AgreementState,
	suspendedBy: Standing['suspendedBy'],
	signatures: readonly Pick<AgreementSignature, 'node'>[],
	self: string,
): 'us' | 'them' | null {
	if (state === 'draft') return 'us';
	if (state === 'offered') return signatures.some(({ node }) => node === self) ? 'them' : 'us';
	if (state === 'suspended') return suspendedBy === 'theirs' ? 'them' : 'us';
	return null;
}

export const withSuspension = (by: Standing['suspendedBy'], side: Side): Side | 'both' =>
	by === null || by === side ? side : 'both';

export const withoutSuspension = (by: Standing['suspendedBy'], side: Side): Side | null => {
	const other: Side = side === 'ours' ? 'theirs' : 'ours';
	return by === 'both' || by === other ? other : null;
};

/** Why nothing is covered today, in a sentence; undefined where a version holds. */
export function whyNotInForce(versions: readonly Standing[], day: string): string | undefined {
	const current = versionOfDay(versions, day);
	if (current !== undefined) {
		if (current.endsOn < day)
			return `It ended on ${current.endsOn}. Write its next version, or another agreement.`;
		if (current.state !== 'suspended') return undefined;
		const by = { ours: 'this side', theirs: 'the other side', both: 'both sides' }[
			current.suspendedBy ?? 'both'
		];
		return `It is suspended by ${by}; whoever suspended it can resume it.`;
	}
	const later = versions
		.filter(isAgreed)
		.reduce<Standing | undefined>(
			(first, each) => (first === undefined || each.startsOn < first.startsOn ? each : first),
			undefined,
		);
	if (later !== undefined) return `It starts on ${later.startsOn}.`;
	const last = versions.reduce<Standing | undefined>(
		(newest, each) => (newest === undefined || each.version > newest.version ? each : newest),
		undefined,
	);
	if (last?.state === 'draft') return 'It is a draft: offer it to the other side, which must sign it.';
	if (last?.state === 'offered') return 'It is offered and not signed by both sides yet.';
	return 'It was ended. Write another agreement.';
}
