/**
 * The way from an entry to the root that a checkpoint signs (RFC 9162, 2.1.3.2). In: entry, position, size, hashes of a proof. Out:
 * each step with what it gives, and whether the root is reached. Hashes come from the browser; signatures are not checked here.
 */

export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

export type InclusionStep = {
	/** On which side of what is known the hash of the proof stands. */
	readonly side: 'left' | 'right';
	/** Base64: the hash of the proof, and the node above both. */
	readonly hash: string;
	readonly above: string;
};

export type Inclusion = {
	/** Base64. */
	readonly leaf: string;
	readonly steps: readonly InclusionStep[];
	readonly root: string;
	/** The steps are as many as position and size ask for, and end at the root. */
	readonly isProved: boolean;
};

/** Origin, size and root of a checkpoint, the three lines that are signed; undefined where it is none. */
export function readCheckpoint(note: string): { origin: string; size: number; root: string } | undefined {
	const [origin, size = '', root] = note.split('\n');
	if (!origin || !root || !/^\d{1,15}$/.test(size)) return undefined;
	return { origin, size: Number(size), root };
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

function joined(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(1 + parts.reduce((sum, { length }) => sum + length, 0));
	all[0] = prefix;
	let at = 1;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** @throws nothing: a proof that is not base64 proves nothing, with the steps that could be read. */
export async function followInclusion(
	given: { entry: string; position: number; size: number; root: string; proof: readonly string[] },
	sha256: Sha256,
): Promise<Inclusion> {
	const { entry, position, size, root, proof } = given;
	let known = await sha256(joined(0, new TextEncoder().encode(entry)));
	const leaf = textOf(known);
	const steps: InclusionStep[] = [];
	let at = position;
	let last = size - 1;
	try {
		for (const hash of proof) {
			if (last <= 0) return { leaf, steps, root, isProved: false };
			const other = bytesOf(hash);
			const side = at % 2 === 1 || at === last ? 'left' : 'right';
			known = await sha256(side === 'left' ? joined(1, other, known) : joined(1, known, other));
			steps.push({ side, hash, above: textOf(known) });
			// The last one of a row without a neighbour rises until it has one.
			while (side === 'left' && at % 2 === 0 && at > 0) {
				at = Math.floor(at / 2);
				last = Math.floor(last / 2);
			}
			at = Math.floor(at / 2);
			last = Math.floor(last / 2);
		}
	} catch {
		return { leaf, steps, root, isProved: false };
	}
	return { leaf, steps, root, isProved: position < size && last === 0 && textOf(known) === root };
}
