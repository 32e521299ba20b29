/**
 * Records of a batch in; which mentions are new, where all of them stand, and what screening says of them out.
 * Reads the store, writes nothing: `saveBatch` does, in its one transaction.
 */
import type { AlertAction } from '../../contract/lists.ts';
import { type FreshMention, findKnownMentions } from '../mentions/store.ts';
import { copyLine, type Database } from '../platform/database/port.ts';
import type { Screening } from '../screening/model.ts';
import type { BatchMentions, Written } from './batch-rows.ts';

export async function screenWritten(
	database: Database,
	screening: Pick<Screening, 'screenBatch'>,
	written: readonly Written[],
): Promise<BatchMentions> {
	const first = new Map<string, FreshMention>();
	let appearances = '';
	for (const { id, prepared } of written)
		for (const [position, { mention, role, place }] of prepared.appearances.entries()) {
			appearances += copyLine([id, position, mention.key, role, place]);
			if (!first.has(mention.key)) first.set(mention.key, { stored: mention, firstRecord: id });
		}
	const known = await findKnownMentions(database, [...first.keys()]);
	const fresh = [...first.values()].filter(({ stored }) => !known.has(stored.key));
	const said = await screening.screenBatch(
		fresh.map(({ stored }) => stored),
		[...known],
	);
	const asked = new Map<string, { action: AlertAction; list: string }[]>();
	if (said.open.size > 0)
		for (const { id, prepared } of written)
			for (const { mention } of prepared.appearances)
				for (const { instruction, list } of said.open.get(mention.key) ?? []) {
					const already = asked.get(id);
					if (already === undefined) asked.set(id, [{ action: instruction.action, list }]);
					else already.push({ action: instruction.action, list });
				}
	return { fresh, appearances, screening: said, asked };
}
