/**
 * What a version of a list or a threshold would raise, before it goes live: stored mentions of the last days against it.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { ListEntry } from '../../contract/lists.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { Purpose, Thresholds } from '../../contract/views-screening.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { lowestIdentifier, momentOf } from '../platform/identifiers.ts';
import type { CurrentLists } from './current-lists.ts';
import { screenMention } from './engine/explain.ts';
import { buildIndex, type ScreeningIndex } from './engine/screening-index.ts';
import { readEntries, readVersions } from './store/lists.ts';
import { countRaisedByDay, readNewestMentions } from './store/mentions.ts';

const DAY_MS = 86_400_000;
/** Mentions that are screened at most; where there are more, the newest. */
const MOST_MENTIONS = 50_000;
const PAGE = 1_000;
const MAX_EXAMPLES = 20;
const MAX_BREATH_MS = 10;
/** Thresholds for which hits a day are told. */
const STEPS = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** @throws TidewaiterError not-found */
export async function previewList(
	database: Database,
	clock: Clock,
	current: CurrentLists,
	{ list, version: wanted, threshold, days }: InputOf<'previewList'>,
): Promise<OutputOf<'previewList'>> {
	const stored = current.lists.get(list);
	if (stored === undefined) throw new TidewaiterError('not-found', `There is no list ${list}.`);
	const versions = await readVersions(database, list);
	const version =
		wanted ?? versions.find(({ state }) => state === 'staged')?.version ?? stored.activeVersion ?? undefined;
	if (version === undefined || !versions.some((each) => each.version === version))
		throw new TidewaiterError('not-found', `The list ${list} has no version ${version ?? ''} to look at.`);
	const captions = new Map<string, string>();
	const index = await indexWith(database, current, list, version, captions);
	const thresholds: Thresholds =
		threshold === undefined
			? stored.thresholds
			: Object.fromEntries(Object.keys(stored.thresholds).map((purpose) => [purpose, threshold]));
	const least = Math.min(STEPS[0] ?? 0, ...Object.values(thresholds));
	const since = lowestIdentifier(clock.now() - days * DAY_MS);

	const found = new Map<string, { day: string; purpose: Purpose; hits: number; now: number }>();
	const bucket = (day: string, purpose: Purpose) => {
		const key = `${day} ${purpose}`;
		const row = found.get(key) ?? { day, purpose, hits: 0, now: 0 };
		found.set(key, row);
		return row;
	};
	const scores: number[] = [];
	const seenDays = new Set<string>();
	const examples: OutputOf<'previewList'>['examples'] = [];
	let mentions = 0;
	let before: string | undefined;
	let complete = true;
	let breathedAt = clock.monotonic();
	for (;;) {
		const page = await readNewestMentions(database, since, PAGE, before);
		for (const each of page) {
			mentions += 1;
			seenDays.add(dayOf(each.firstRecord));
			if (clock.monotonic() - breathedAt >= MAX_BREATH_MS) {
				await new Promise((resolve) => setImmediate(resolve));
				breathedAt = clock.monotonic();
			}
			const own = thresholds[each.purpose];
			if (own === undefined) continue;
			const hits = screenMention(index, each.mention, {
				threshold: (id) => (id === list ? least : Number.POSITIVE_INFINITY),
				limit: 25,
			});
			for (const hit of hits) {
				scores.push(hit.score);
				if (hit.score < own) continue;
				bucket(dayOf(each.firstRecord), each.purpose).hits += 1;
				if (examples.length < MAX_EXAMPLES)
					examples.push({
						score: hit.score,
						mention: each.caption,
						entry: captions.get(hit.key) ?? hit.key,
						sentence: hit.sentence,
					});
			}
		}
		const last = page.at(-1);
		if (last === undefined || page.length < PAGE) break;
		if (mentions >= MOST_MENTIONS) {
			complete = false;
			break;
		}
		before = `${last.firstRecord} ${last.key}`;
	}
	for (const row of await countRaisedByDay(database, list, since))
		bucket(row.day, row.purpose).now += row.hits;
	/** Days on which anything came; a node that runs since yesterday has one. */
	const spread = Math.max(1, seenDays.size);
	return {
		list,
		version,
		thresholds,
		days,
		daysWithRecords: seenDays.size,
		mentions,
		complete,
		byDay: [...found.values()].sort((a, b) => (a.day + a.purpose < b.day + b.purpose ? -1 : 1)),
		byThreshold: STEPS.map((step) => ({
			threshold: step,
			hitsPerDay: scores.filter((score) => score >= step).length / spread,
		})),
		examples,
	};
}

const dayOf = (record: string): string => new Date(momentOf(record)).toISOString().slice(0, 10);

/** An index in which one list has another version: the other lists stay, since rarity is measured over all. */
async function indexWith(
	database: Database,
	current: CurrentLists,
	list: string,
	version: number,
	captions: Map<string, string>,
): Promise<ScreeningIndex> {
	const own: { list: string; entry: ListEntry }[] = [];
	for await (const { key, caption, entry } of readEntries(database, list, version)) {
		captions.set(key, caption);
		own.push({ list, entry });
	}
	if (current.lists.get(list)?.activeVersion === version) return current.index;
	const others = current.index.entries.filter((each) => each.list !== list);
	return buildIndex([...others.map(({ list: id, entry }) => ({ list: id, entry })), ...own]);
}
