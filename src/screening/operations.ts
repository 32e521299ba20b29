/**
 * What others may ask of screening. Orchestrates: which lists are in force, questions, hits of a batch, decisions, and
 * screening of what is stored after the lists changed.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { ListView } from '../../contract/views-screening.ts';
import { toLatin } from '../names/script/to-latin.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { answerRows, ask } from './ask.ts';
import { createCurrentLists } from './current-lists.ts';
import { decideHit } from './decide-hit.ts';

import { describeChange } from './lists/diff.ts';
import { entryCaption } from './lists/entry.ts';
import { loadList, newList, putInForce, writeOwnEntry } from './load-list.ts';
import { type Actor, type Screening, type ScreeningChange, StaleScreening } from './model.ts';
import { previewList } from './preview.ts';
import { findHits, raiseHits } from './raise-hits.ts';
import { rescreenAll } from './rescreen.ts';
import { countChanges, findEntries, readChanges } from './store/entries.ts';
import { countHits, countOpenHits, readHitParts, readHitRows } from './store/hit-views.ts';
import { insertHits, standingHits, withdrawHits } from './store/hits.ts';
import {
	holdGeneration,
	insertList,
	raiseGeneration,
	readCurrentVersions,
	readEntriesByKey,
	readStoredLists,
	readVersions,
	type StoredList,
	updateList,
} from './store/lists.ts';
import { insertRescreening, openRescreenings } from './store/mentions.ts';

export type ScreeningOptions = {
	database: Database;
	clock: Clock;
	/** Told of failures that nobody waits for. */
	onFailure: (message: string, cause: unknown) => void;
};

const MOST_COUNTED = 100_000;
const MOST_VERSIONS = 100;

export function createScreening({ database, clock, onFailure }: ScreeningOptions): Screening {
	const current = createCurrentLists(database);
	const listeners = new Set<(change: ScreeningChange) => void>();
	let stopping = false;
	let rescreening: Promise<void> | undefined;
	let again = false;
	/** Changes of lists one after the other: two loads of one list would claim the same version. */
	let changing: Promise<unknown> = Promise.resolve();

	const tell = (change: ScreeningChange): void => {
		for (const listener of listeners) listener(change);
	};

	const catchUp = (): Promise<void> => {
		again = true;
		rescreening ??= (async () => {
			while (again && !stopping) {
				again = false;
				await rescreenAll({ database, clock, current, onChange: tell, isStopping: () => stopping });
			}
		})().finally(() => {
			rescreening = undefined;
		});
		return rescreening;
	};

	/** Changes the lists, and screens what is stored in the background. */
	const change = async <T>(work: () => Promise<T>): Promise<T> => {
		const done = changing.then(work);
		changing = done.catch(() => {});
		const result = await done;
		catchUp().catch((error: unknown) =>
			onFailure('screening of stored records stopped; it goes on at the next start', error),
		);
		return result;
	};

	const storedList = async (id: string): Promise<StoredList> => {
		const found = (await readStoredLists(database)).find((list) => list.id === id);
		if (found !== undefined) return found;
		throw new TidewaiterError('not-found', `There is no list ${id}.`, {
			remedy: 'See "tidewaiter lists status".',
		});
	};

	const listLists: Screening['listLists'] = async () => {
		const [lists, versions, open, left] = await Promise.all([
			readStoredLists(database),
			readCurrentVersions(database),
			countOpenHits(database),
			openRescreenings(database),
		]);
		const history = await Promise.all(lists.map(({ id }) => readVersions(database, id, MOST_VERSIONS)));
		return lists.map((list, at): ListView => {
			const works = left.filter((work) => work.list === list.id);
			const screened = works.reduce((sum, work) => sum + work.screened, 0);
			const expected = works.reduce((sum, work) => sum + work.expected, 0);
			return {
				id: list.id,
				name: list.name,
				format: list.format,
				instruction: list.instruction,
				thresholds: list.thresholds,
				active: versions.get(list.id)?.active ?? null,
				staged: versions.get(list.id)?.staged ?? null,
				versions: (history[at] ?? []).map(({ content: _content, ...version }) => version),
				openHits: open.get(list.id) ?? 0,
				rescreening:
					works.length === 0
						? null
						: { done: expected === 0 ? 1 : Math.min(1, screened / expected), screened, of: expected },
			};
		});
	};

	const listView = async (id: string): Promise<ListView> => {
		const found = (await listLists()).find((list) => list.id === id);
		if (found === undefined) throw new TidewaiterError('not-found', `There is no list ${id}.`);
		return found;
	};

	const changeList: Screening['changeList'] = async (input, actor) => {
		const before = (await readStoredLists(database)).find(({ id }) => id === input.list);
		const at = new Date(clock.now());
		if (before === undefined) {
			if (input.name === undefined)
				throw new TidewaiterError('not-found', `There is no list ${input.list}.`, {
					remedy: 'A new list of your own needs a name.',
				});
			const made = newList(input.list, 'own', input.name);
			await database.transact(async (session) => {
				await insertList(
					session,
					{
						...made,
						thresholds: input.thresholds ?? made.thresholds,
						instruction: { ...made.instruction, ...input.instruction },
					},
					at,
				);
				await raiseGeneration(session);
				await actor.enter?.(session);
			});
			return listView(input.list);
		}
		const after = {
			id: before.id,
			name: input.name ?? before.name,
			thresholds: input.thresholds ?? before.thresholds,
			instruction: { ...before.instruction, ...input.instruction },
		};
		let lowered = false;
		let withdrawn = 0;
		await change(() =>
			database.transact(async (session) => {
				const generation = await raiseGeneration(session);
				await updateList(session, after);
				for (const purpose of ['goods', 'travel', 'money', 'movement'] as const) {
					const old = before.thresholds[purpose] ?? Number.POSITIVE_INFINITY;
					const now = after.thresholds[purpose] ?? Number.POSITIVE_INFINITY;
					if (now < old) lowered = true;
					if (now > old)
						withdrawn += await withdrawHits(
							session,
							{ list: before.id, purpose, below: Math.min(now, 2) },
							Number.isFinite(now)
								? `The threshold for ${purpose} was raised from ${old} to ${now}.`
								: `The list is no longer asked for ${purpose}.`,
							at,
						);
				}
				if (lowered && before.activeVersion !== null)
					await insertRescreening(session, {
						id: newIdentifier(clock.now()),
						list: before.id,
						generation,
						entries: null,
						at,
					});
				await actor.enter?.(session);
			}),
		);
		if (withdrawn > 0) tell({ list: before.id, raised: 0, withdrawn });
		return listView(input.list);
	};

	const diffList: Screening['diffList'] = async ({ list, from, to, change: kind, after, limit }) => {
		await storedList(list);
		const versions = await readVersions(database, list);
		const newest = to ?? versions[0]?.version;
		if (newest === undefined) throw new TidewaiterError('not-found', `The list ${list} has no version yet.`);
		// Version 0 is the list before its first version: empty.
		const oldest = from ?? newest - 1;
		const missing = [oldest, newest].find(
			(each) => each !== 0 && !versions.some(({ version }) => version === each),
		);
		if (missing !== undefined)
			throw new TidewaiterError('not-found', `The list ${list} has no version ${missing}.`, {
				remedy: `It has ${versions.length === 0 ? 'none' : `1 to ${versions[0]?.version}`}.`,
			});
		const counts = await countChanges(database, list, oldest, newest);
		const pairs = await readChanges(database, {
			list,
			from: oldest,
			to: newest,
			...(kind === undefined ? {} : { change: kind }),
			...(after === undefined ? {} : { after }),
			limit,
		});
		const total = kind === undefined ? counts.added + counts.changed + counts.removed : counts[kind];
		return {
			from: oldest,
			to: newest,
			...counts,
			items: pairs.map(({ before, after: now }) => describeChange(before ?? undefined, now ?? undefined)),
			next: pairs.length < limit ? null : (pairs.at(-1)?.key ?? null),
			total,
			totalIsLowerBound: false,
		};
	};

	const storedEntry = async (list: string, key: string) => {
		const { activeVersion } = await storedList(list);
		return (await readEntriesByKey(database, list, activeVersion ?? 0, [key])).get(key);
	};

	return {
		screenBatch: async (fresh, known) => {
			const lists = await current.get();
			const found = fresh.flatMap((mention) => {
				const hits = findHits(lists, mention);
				return hits.length === 0 ? [] : [{ mention, hits }];
			});
			const raised = await raiseHits(database, lists, found);
			const open = new Map<string, { list: string; score: number; instruction: ListView['instruction'] }[]>();
			const add = (
				mention: string,
				hit: { list: string; score: number; instruction: ListView['instruction'] },
			): void => {
				const there = open.get(mention);
				if (there === undefined) open.set(mention, [hit]);
				else there.push(hit);
			};
			for (const hit of raised) if (hit.state === 'open') add(hit.mention, hit);
			for (const { mention, list, entry, score } of await standingHits(database, known))
				if (lists.entryOf(list, entry) !== undefined)
					add(mention, { list, score, instruction: lists.instructionOf(list, entry) });
			return { generation: lists.generation, open, raised };
		},
		saveHits: async (session, { generation, raised }, nowMs) => {
			if ((await holdGeneration(session)) !== generation)
				throw new StaleScreening('the lists changed while a batch was being screened');
			await insertHits(session, raised, nowMs);
		},
		listLists,
		loadList: (input, files, actor) => change(() => loadList({ database, clock }, input, files, actor)),
		activateList: async ({ list, version }, actor) => {
			await storedList(list);
			await change(() => putInForce({ database, clock }, list, version, actor));
			return listView(list);
		},
		diffList,
		previewList: async (input) => previewList(database, clock, await current.get(), input),
		changeList,
		listListEntries: async ({ list, search, kind, after, limit }) => {
			const { activeVersion } = await storedList(list);
			const { items, total } = await findEntries(database, {
				list,
				version: activeVersion ?? 0,
				...(search === undefined ? {} : { search: toLatin(search), key: search }),
				...(kind === undefined ? {} : { kind }),
				...(after === undefined ? {} : { after }),
				limit,
			});
			return {
				items: items.map(({ caption, entry, sinceVersion }) => ({ list, caption, entry, sinceVersion })),
				next: items.length < limit ? null : (items.at(-1)?.key ?? null),
				total,
				totalIsLowerBound: total >= MOST_COUNTED,
			};
		},
		changeListEntry: async ({ list, entry, reason }, actor: Actor) => {
			const { version } = await change(() =>
				writeOwnEntry({ database, clock }, list, { key: entry.key, entry }, actor, reason),
			);
			const stored = await storedEntry(list, entry.key);
			return {
				list,
				caption: stored?.caption ?? entryCaption(entry),
				entry: stored?.entry ?? entry,
				sinceVersion: stored?.sinceVersion ?? version,
			};
		},
		removeListEntry: async ({ list, key, reason }, actor: Actor) => {
			const { withdrawn } = await change(() =>
				writeOwnEntry({ database, clock }, list, { key }, actor, reason),
			);
			if (withdrawn > 0) tell({ list, raised: 0, withdrawn });
			return { list, key, withdrawn };
		},
		screen: async (input) => ask(await current.get(), input, clock),
		answerBatch: async function* (input, body) {
			yield* answerRows(await current.get(), input, body, clock);
		},
		listHits: async ({ after, limit, ...filter }) => {
			const [items, total] = await Promise.all([
				readHitRows(database, filter, after, limit),
				countHits(database, filter),
			]);
			return {
				items,
				next: items.length < limit ? null : (items.at(-1)?.id ?? null),
				total,
				totalIsLowerBound: total >= MOST_COUNTED,
			};
		},
		readHit: async ({ id }) => {
			const [summary] = await readHitRows(database, { id }, undefined, 1);
			const parts = await readHitParts(database, id);
			if (summary === undefined || parts?.entry === undefined)
				throw new TidewaiterError('not-found', `No hit has the identifier ${id}.`);
			return { summary, ...parts, entry: parts.entry };
		},
		decideHit: async (input, actor) => {
			const hit = await database.transact(async (session) => {
				const decided = await decideHit(session, input, actor, new Date(clock.now()));
				await actor.enter?.(session);
				return decided;
			});
			tell({ list: hit.list, raised: 0, withdrawn: 0 });
			const [summary] = await readHitRows(database, { id: hit.id }, undefined, 1);
			if (summary === undefined) throw new Error('a hit that was just decided is not there');
			return summary;
		},
		catchUp,
		onChange: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: async () => {
			stopping = true;
			await changing;
			await rescreening?.catch(() => {});
		},
	};
}
