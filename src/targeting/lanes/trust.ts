/**
 * How much less trusted traders are checked. In: ranks of records of theirs that something asked a check for. Out: whether
 * the check stays. Pure. Invariant: in the long run about the share that is set stays, the highest ranks first.
 * What is mandatory and what chance draws is not asked about here.
 */

export type TrustedHistory = {
	/** True where the check stays. @param tie decides between equal ranks, in [0, 1). */
	keeps(rank: number, share: number, tie: number): boolean;
	/** Remembers a record that was asked about. */
	add(rank: number): void;
};

const REMEMBERED = 1_024;
/** Below so many, ranks say little and the tie decides alone. */
const LEAST_REMEMBERED = 20;

export function openTrustedHistory(capacity = REMEMBERED): TrustedHistory {
	const ranks = new Float32Array(capacity);
	let size = 0;
	let next = 0;
	return {
		keeps(rank, share, tie) {
			if (size < LEAST_REMEMBERED) return tie < share;
			let above = 0;
			let equal = 0;
			for (let at = 0; at < size; at++) {
				const each = ranks[at] ?? 0;
				if (each > rank) above += 1;
				else if (each === rank) equal += 1;
			}
			// One more than the remembered: the record itself stands among its equals.
			return (above + tie * (equal + 1)) / (size + 1) < share;
		},
		add(rank) {
			ranks[next] = rank;
			next = (next + 1) % capacity;
			if (size < capacity) size += 1;
		},
	};
}
