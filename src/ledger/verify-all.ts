/**
 * A whole ledger computed again from its entries, and held against the stored tiles and every checkpoint. Trusts nothing but
 * the keys that it is given.
 */
import type { Database } from '../platform/database/port.ts';
import { appendLeaves, emptyEdge } from './merkle/grow.ts';
import { hashLeaf, isSameHash } from './merkle/hash.ts';
import { rootOf } from './merkle/tiles.ts';
import type { LedgerDefect } from './model.ts';
import { parseCheckpoint } from './note/checkpoint.ts';
import { isSignedBy, type NoteVerifier, parseNote } from './note/signed-note.ts';
import { readCheckpoints, readEntries, readSize, readTiles } from './store.ts';

const PAGE = 5_000;

/**
 * Reads every entry, makes the tree anew, and holds it against the stored tiles and every checkpoint. Finds an entry that was
 * rewritten or taken out, a tile that was rewritten, a checkpoint that the owner did not sign, and a ledger that is shorter
 * than what was signed.
 */
export async function verifyAll(
	database: Database,
	signers: readonly NoteVerifier[],
	progress: (entries: number) => void,
): Promise<{ size: number; defect: LedgerDefect | undefined }> {
	const size = await readSize(database, false);
	let edge = emptyEdge;
	let checkpoints = await readCheckpoints(database, 0, PAGE);
	const defectAt = (kind: LedgerDefect['kind'], position: number, sentence: string) => ({
		size,
		defect: { kind, position, sentence },
	});
	while (edge.size < size || checkpoints[0] !== undefined) {
		const next = checkpoints[0]?.size ?? size;
		if (next > size)
			return defectAt('rollback', size, `A checkpoint signs ${next} entries; the ledger has ${size}.`);
		const wanted = Math.min(PAGE, next - edge.size);
		const entries = wanted === 0 ? [] : await readEntries(database, edge.size, wanted);
		const gap = entries.findIndex(({ position }, at) => position !== edge.size + at);
		if (gap >= 0 || entries.length < wanted) {
			const position = edge.size + (gap >= 0 ? gap : entries.length);
			return defectAt('entry-missing', position, `Entry ${position} of ${size} is missing.`);
		}
		const from = edge.size;
		const { edge: grown, changed } = appendLeaves(
			edge,
			entries.map(({ body }) => hashLeaf(Buffer.from(body, 'utf8'))),
		);
		const stored = await readTiles(database, changed);
		for (const { level, index, hashes } of changed) {
			const kept = stored.get(`${level}/${index}`);
			if (kept === undefined || isSameHash(kept.subarray(0, hashes.length), hashes)) continue;
			return level === 0
				? defectAt(
						'entry-rewritten',
						firstDifference(kept, hashes) + index * 256,
						`Entry ${firstDifference(kept, hashes) + index * 256} is not the one that was hashed.`,
					)
				: defectAt('tile-rewritten', from, `Tile ${level}/${index} does not follow from the entries.`);
		}
		edge = grown;
		progress(edge.size);
		while (checkpoints[0]?.size === edge.size) {
			const [first, ...rest] = checkpoints;
			const note = parseNote(first.note);
			const checkpoint = note === undefined ? undefined : parseCheckpoint(note.text);
			if (note === undefined || checkpoint === undefined || !signers.some((each) => isSignedBy(note, each)))
				return defectAt(
					'checkpoint-forged',
					edge.size,
					`The checkpoint of ${edge.size} entries is not signed by this node.`,
				);
			const { partial } = edge;
			const root = rootOf(edge.size, (level) => partial[level]);
			if (checkpoint.size !== edge.size || !isSameHash(checkpoint.root, root))
				return defectAt(
					'entry-rewritten',
					edge.size,
					`The first ${edge.size} entries are not those that were signed.`,
				);
			checkpoints = rest.length > 0 ? rest : await readCheckpoints(database, edge.size + 1, PAGE);
		}
	}
	return { size, defect: undefined };
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
	for (let at = 0; at < other.length; at += 32)
		if (!isSameHash(one.subarray(at, at + 32), other.subarray(at, at + 32))) return at / 32;
	return 0;
}
