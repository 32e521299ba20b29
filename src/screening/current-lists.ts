/**
 * The lists that are in force, as an index in memory. Any process can change the lists: each question first asks the
 * store whether the generation is still the one that was loaded, and loads what changed.
 */
import type { AlertInstruction, ListEntry } from '../../contract/lists.ts';
import type { Purpose } from '../../contract/views-screening.ts';
import type { Database } from '../platform/database/port.ts';
import { buildIndex, type ScreeningIndex } from './engine/screening-index.ts';
import { readEntries, readGeneration, readStoredLists, type StoredList } from './store/lists.ts';

export type CurrentLists = {
	readonly generation: number;
	readonly lists: ReadonlyMap<string, StoredList>;
	readonly index: ScreeningIndex;
	/** Hash of an entry's content, and what its alert asks for. */
	contentOf(list: string, key: string): string;
	instructionOf(list: string, key: string): AlertInstruction;
	entryOf(list: string, key: string): ListEntry | undefined;
	captionOf(list: string, key: string): string;
	/** Entries of a list. */
	countOf(list: string): number;
	/** Least score of a hit for a purpose; Infinity where the list is not asked for it. */
	thresholdFor(purpose: Purpose): (list: string) => number;
};

type Loaded = {
	version: number;
	entries: Map<string, { content: string; caption: string; entry: ListEntry }>;
};

export type CurrentListsCache = {
	/** What is in force now. Loads it where it changed; callers that come meanwhile wait for the same loading. */
	get(): Promise<CurrentLists>;
};

export function createCurrentLists(database: Database): CurrentListsCache {
	const loaded = new Map<string, Loaded>();
	let current: CurrentLists | undefined;
	let loading: Promise<CurrentLists> | undefined;

	const load = async (generation: number): Promise<CurrentLists> => {
		const lists = await readStoredLists(database);
		for (const { id, activeVersion } of lists) {
			if (activeVersion === null || loaded.get(id)?.version === activeVersion) continue;
			const entries: Loaded['entries'] = new Map();
			for await (const { key, content, caption, entry } of readEntries(database, id, activeVersion))
				entries.set(key, { content, caption, entry });
			loaded.set(id, { version: activeVersion, entries });
		}
		return assemble(generation, lists, loaded, current);
	};

	return {
		get: async () => {
			const generation = await readGeneration(database);
			if (current?.generation === generation) return current;
			loading ??= load(generation)
				.then((fresh) => {
					current = fresh;
					return fresh;
				})
				.finally(() => {
					loading = undefined;
				});
			return loading;
		},
	};
}

function assemble(
	generation: number,
	stored: readonly StoredList[],
	loaded: ReadonlyMap<string, Loaded>,
	before: CurrentLists | undefined,
): CurrentLists {
	const lists = new Map(stored.map((list) => [list.id, list]));
	const versions = (of: ReadonlyMap<string, StoredList>): string =>
		JSON.stringify([...of.values()].map(({ id, activeVersion }) => [id, activeVersion]));
	// A change of thresholds or instructions alone leaves the index as it is.
	const index =
		before !== undefined && versions(before.lists) === versions(lists)
			? before.index
			: buildIndex(listedEntries(lists, loaded));
	const find = (list: string, key: string) => loaded.get(list)?.entries.get(key);
	return {
		generation,
		lists,
		index,
		contentOf: (list, key) => {
			const found = find(list, key);
			if (found === undefined)
				throw new Error(`the index knows the entry ${key} of ${list}, and the list does not`);
			return found.content;
		},
		instructionOf: (list, key) => {
			const instruction = lists.get(list)?.instruction;
			if (instruction === undefined)
				throw new Error(`the index knows the list ${list}, and the store does not`);
			return { ...instruction, ...find(list, key)?.entry.instruction };
		},
		entryOf: (list, key) => find(list, key)?.entry,
		captionOf: (list, key) => find(list, key)?.caption ?? key,
		countOf: (list) => loaded.get(list)?.entries.size ?? 0,
		thresholdFor: (purpose) => (list) => lists.get(list)?.thresholds[purpose] ?? Number.POSITIVE_INFINITY,
	};
}

function* listedEntries(
	lists: ReadonlyMap<string, StoredList>,
	loaded: ReadonlyMap<string, Loaded>,
): Generator<{ list: string; entry: ListEntry }> {
	for (const { id, activeVersion } of lists.values()) {
		if (activeVersion === null) continue;
		for (const { entry } of loaded.get(id)?.entries.values() ?? []) yield { list: id, entry };
	}
}
