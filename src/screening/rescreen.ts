/**
 * Screens what is stored, after a change of the lists: hits on entries that changed are looked at again, then every
 * mention. A page is one transaction that also says how far it came, so a crash repeats at most a page.
 */

import { subjectOf } from '../mentions/extract.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import type { CurrentLists, CurrentListsCache } from './current-lists.ts';
import { explainHit } from './engine/explain.ts';
import type { RaisedHit, ScreeningChange } from './model.ts';
import { explanationOf, type FoundHits, findHits, raiseHits } from './raise-hits.ts';
import { endDismissals } from './store/dismissals.ts';
import {
	addEvents,
	hitsOfEntries,
	hitsOfMentions,
	insertHits,
	type NewEvent,
	readStoredHit,
	type StoredHit,
	setScore,
	setState,
} from './store/hits.ts';
import { holdGeneration } from './store/lists.ts';
import {
	moveRescreening,
	openRescreenings,
	type PagedMention,
	type Rescreening,
	readMentionPage,
	readMentions,
} from './store/mentions.ts';

const PAGE = 500;
/** Longest time that screening keeps the event loop to itself, in milliseconds. */
const MAX_BREATH_MS = 10;

export type RescreenOptions = {
	database: Database;
	clock: Clock;
	current: CurrentListsCache;
	onChange: (change: ScreeningChange) => void;
	/** True when the node is about to stop. */
	isStopping: () => boolean;
};

/** Does all that is left to do, oldest first. */
export async function rescreenAll(options: RescreenOptions): Promise<void> {
	for (
		let open = await openRescreenings(options.database);
		open.length > 0;
		open = await openRescreenings(options.database)
	)
		for (const work of open) {
			await rescreen(work, options);
			if (options.isStopping()) return;
		}
}

async function rescreen(work: Rescreening, options: RescreenOptions): Promise<void> {
	const { database, clock, current, onChange } = options;
	let lists = await current.get();
	if (work.position === null && work.entries !== null) await lookAgain(work, lists, options);
	const wanted = work.entries === null ? undefined : new Set(work.entries);
	let position = work.position;
	for (;;) {
		if (options.isStopping()) return;
		const page = await readMentionPage(
			database,
			{ after: position, upto: work.upto, limit: PAGE },
			subjectOf,
		);
		const next = page.at(-1)?.firstRecord ?? null;
		const raised = await screenPage(page, work.list, wanted, lists, options);
		const nowMs = clock.now();
		const written = await database.transact(async (session) => {
			// What is screened must still be what is in force, or a hit on an entry that went would come back.
			if ((await holdGeneration(session)) !== lists.generation) return 'stale';
			const moved = await moveRescreening(session, work.id, position, {
				position: next,
				screened: page.length,
				ended: page.length === 0 ? new Date(nowMs) : null,
			});
			// Another process is at it.
			if (!moved) return undefined;
			return saveRaised(session, raised, nowMs);
		});
		if (written === 'stale') {
			lists = await current.get();
			continue;
		}
		if (written === undefined || page.length === 0) return;
		if (written > 0) onChange({ list: work.list, raised: written, withdrawn: 0 });
		position = next;
	}
}

async function screenPage(
	page: readonly PagedMention[],
	list: string,
	wanted: ReadonlySet<string> | undefined,
	lists: CurrentLists,
	{ database, clock }: RescreenOptions,
): Promise<RaisedHit[]> {
	const found: FoundHits[] = [];
	let breathedAt = clock.monotonic();
	for (const mention of page) {
		const hits = findHits(lists, mention).filter(
			(hit) => hit.list === list && (wanted?.has(hit.key) ?? true),
		);
		if (hits.length > 0) found.push({ mention, hits });
		if (clock.monotonic() - breathedAt < MAX_BREATH_MS) continue;
		await new Promise((resolve) => setImmediate(resolve));
		breathedAt = clock.monotonic();
	}
	return raiseHits(database, lists, found);
}

/** Writes hits that are new, and opens again those that were withdrawn. @returns how many are open now and were not. */
async function saveRaised(session: Session, raised: readonly RaisedHit[], nowMs: number): Promise<number> {
	const there = new Map(
		(await hitsOfMentions(session.kysely, [...new Set(raised.map(({ mention }) => mention))])).map((hit) => [
			`${hit.mention} ${hit.list} ${hit.entry}`,
			hit,
		]),
	);
	const fresh: RaisedHit[] = [];
	const events: NewEvent[] = [];
	const at = new Date(nowMs);
	let open = 0;
	for (const hit of raised) {
		const before = there.get(`${hit.mention} ${hit.list} ${hit.entry}`);
		if (before === undefined) {
			fresh.push(hit);
			if (hit.state === 'open') open += 1;
		} else if (before.state === 'withdrawn') {
			await setScore(session, before.id, hit);
			await setState(session, [before.id], { state: hit.state, reason: hit.reason, actor: null, at });
			events.push({
				hit: before.id,
				what: 'raised',
				actor: null,
				reason: 'It is on the list again, or reaches the threshold again.',
			});
			if (hit.state === 'open') open += 1;
		}
	}
	await insertHits(session, fresh, nowMs);
	await addEvents(session, events, at);
	return open;
}

/** Looks again at hits on entries that changed: dismissals end, scores follow, what is no hit any more is withdrawn. */
async function lookAgain(work: Rescreening, lists: CurrentLists, options: RescreenOptions): Promise<void> {
	const { database, clock } = options;
	const entries = work.entries ?? [];
	for (let from = 0; from < entries.length; from += PAGE) {
		const some = entries.slice(from, from + PAGE);
		let after: string | undefined;
		for (;;) {
			if (options.isStopping()) return;
			const hits = await hitsOfEntries(database, work.list, some, after, PAGE);
			if (hits.length === 0) break;
			after = hits.at(-1)?.id;
			const mentions = await readMentions(
				database,
				hits.map(({ mention }) => mention),
			);
			const at = new Date(clock.now());
			const withdrawn = await database.transact(async (session) => {
				let count = 0;
				for (const hit of hits) if (await lookAt(session, hit, mentions, lists, at)) count += 1;
				return count;
			});
			options.onChange({ list: work.list, raised: 0, withdrawn });
		}
	}
}

/** @returns true where the hit was withdrawn. */
async function lookAt(
	session: Session,
	{ id }: StoredHit,
	mentions: Awaited<ReturnType<typeof readMentions>>,
	lists: CurrentLists,
	at: Date,
): Promise<boolean> {
	// Read again and held: a person may have decided in the meantime.
	const hit = await readStoredHit(session, id);
	const mention = hit === undefined ? undefined : mentions.get(hit.mention);
	if (
		hit === undefined ||
		mention === undefined ||
		hit.state === 'withdrawn' ||
		lists.entryOf(hit.list, hit.entry) === undefined
	)
		return false;
	const entryContent = lists.contentOf(hit.list, hit.entry);
	if (entryContent === hit.entryContent) return false;
	const again = explainHit(lists.index, mention, hit.list, hit.entry);
	const isHit = again !== undefined && again.score >= lists.thresholdFor(hit.purpose)(hit.list);
	if (!isHit) {
		const reason = 'The entry changed, and no longer fits.';
		await setState(session, [hit.id], { state: 'withdrawn', reason, actor: null, at });
		await addEvents(session, [{ hit: hit.id, what: 'withdrawn', actor: null, reason }], at);
		return true;
	}
	await setScore(session, hit.id, { score: again.score, explanation: explanationOf(again), entryContent });
	if (hit.state === 'dismissed') {
		const because = 'The dismissal ended because the entry changed.';
		await endDismissals(session, { list: hit.list, entries: [hit.entry] }, because, at);
		const reason = hit.reason === null ? because : `${because} It said: “${hit.reason}”.`;
		await setState(session, [hit.id], { state: 'open', reason, actor: null, at });
		await addEvents(session, [{ hit: hit.id, what: 'dismissal-ended', actor: null, reason }], at);
	} else
		await addEvents(
			session,
			[
				{
					hit: hit.id,
					what: 'scored',
					actor: null,
					reason: `The entry changed; the score is ${again.score.toFixed(2)} now, and was ${hit.score.toFixed(2)}.`,
				},
			],
			at,
		);
	return false;
}
