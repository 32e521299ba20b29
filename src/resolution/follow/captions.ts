/**
 * What an entity is called: as most of its mentions are. Looked at again each time its mentions have doubled, so that the
 * first slip of the pen does not stay for ever and a long-known entity costs nothing.
 */
import type { Changes } from '../graph/changes.ts';
import { commonest } from '../graph/regroup.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import { captionsOfEntities, type Reader } from '../store/mentions.ts';

/** Changes the captions of entities that doubled. @param entityOf where the new mentions went. */
export async function recaption(
	reader: Reader,
	changes: readonly Changes[],
	fresh: readonly PreparedMention[],
	entityOf: (mention: string) => string,
): Promise<void> {
	const added = new Map<string, string[]>();
	for (const { key, caption } of fresh) {
		const entity = entityOf(key);
		const known = added.get(entity);
		if (known === undefined) added.set(entity, [caption]);
		else known.push(caption);
	}
	const doubled = changes.flatMap(({ changed }) =>
		changed.flatMap(({ id, mentions }) => {
			const before = mentions - (added.get(id)?.length ?? 0);
			return before > 0 && Math.floor(Math.log2(mentions)) > Math.floor(Math.log2(before)) ? [id] : [];
		}),
	);
	if (doubled.length === 0) return;
	const stored = await captionsOfEntities(reader, doubled);
	for (const { changed } of changes)
		for (const [at, state] of changed.entries()) {
			const known = stored.get(state.id);
			if (known === undefined) continue;
			changed[at] = { ...state, caption: commonest([...known, ...(added.get(state.id) ?? [])]) };
		}
}
