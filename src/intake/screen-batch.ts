/**
 * Records of a batch in; which mentions are new, where all of them stand, and what screening says of them out.
 * Reads the store, writes nothing: `saveBatch` does, in its one transaction.
 */
import type { AlertAction } from '../../contract/lists.ts';
import { storedOf } from '../mentions/extract.ts';
import type { KeyedMention } from '../mentions/model.ts';
import { type FreshMention, findKnownMentions } from '../mentions/store.ts';
import { copyLine, type Database } from '../platform/database/port.ts';
import type { Screening } from '../screening/model.ts';
import type { BatchMentions, Written } from './batch-rows.ts';

/** Keys of mentions that the store is known to have. A process keeps them, so that it does not ask for them again. */
export type KnownMentions = {
	has(key: string): boolean;
	add(key: string): void;
	/**
	 * Forgets all keys where the generation is another than the one under which they were learnt: whoever takes mentions
	 * out of the store raises it. @returns true where something was forgotten.
	 */
	startOver(generation: number): boolean;
};

/** Keys kept: about 20 MB, and the parties of most traffic. */
const MOST_KNOWN = 200_000;

export function createKnownMentions(): KnownMentions {
	const keys = new Set<string>();
	let learntUnder: number | undefined;
	return {
		has: (key) => keys.has(key),
		add: (key) => {
			if (keys.size >= MOST_KNOWN) keys.clear();
			keys.add(key);
		},
		startOver: (generation) => {
			const isOld = learntUnder !== undefined && learntUnder !== generation && keys.size > 0;
			if (isOld) keys.clear();
			learntUnder = generation;
			return isOld;
		},
	};
}

export async function screenWritten(
	database: Database,
	screening: Pick<Screening, 'screenBatch'>,
	written: readonly Written[],
	known: KnownMentions,
): Promise<BatchMentions> {
	const first = new Map<string, { mention: KeyedMention; firstRecord: string }>();
	let appearances = '';
	for (const { id, prepared } of written)
		for (const [position, { mention, role, place }] of prepared.appearances.entries()) {
			appearances += copyLine([id, position, mention.key, role, place]);
			if (!first.has(mention.key)) first.set(mention.key, { mention, firstRecord: id });
		}
	const unknown = [...first.keys()].filter((key) => !known.has(key));
	for (const key of await findKnownMentions(database, unknown)) known.add(key);
	const fresh: FreshMention[] = [];
	const there: string[] = [];
	for (const [key, { mention, firstRecord }] of first)
		if (known.has(key)) there.push(key);
		else fresh.push({ stored: storedOf(mention), firstRecord });
	const said = await screening.screenBatch(
		fresh.map(({ stored }) => stored),
		there,
	);
	if (known.startOver(said.generation)) return screenWritten(database, screening, written, known);
	const asked = new Map<string, { action: AlertAction; list: string; place: string }[]>();
	if (said.open.size > 0)
		for (const { id, prepared } of written)
			for (const { mention, place } of prepared.appearances)
				for (const { instruction, list } of said.open.get(mention.key) ?? []) {
					const already = asked.get(id);
					if (already === undefined) asked.set(id, [{ action: instruction.action, list, place }]);
					else already.push({ action: instruction.action, list, place });
				}
	return { fresh, appearances, screening: said, asked };
}
