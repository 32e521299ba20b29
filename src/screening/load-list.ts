/**
 * Puts lists into the store: reads a published file, finds out what differs from the version before, writes the version
 * and, where it is to be used, puts it in force. Also single entries of a list of one's own, which are versions too.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { type AlertInstruction, type ListEntry, type ListFormat, listEntry } from '../../contract/lists.ts';
import type { InputOf } from '../../contract/operations.ts';
import type { ListLoaded, Thresholds } from '../../contract/views-screening.ts';
import { toLatin } from '../names/script/to-latin.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { contentKey } from '../values/content-key.ts';
import { SCREENING_THRESHOLD } from './engine/model.ts';
import { canonicalEntry, entryCaption, entryContent } from './lists/entry.ts';
import { DEFAULT_LIST_LIMITS } from './lists/model.ts';
import { readList } from './lists/read-list.ts';
import type { Actor } from './model.ts';
import { endDismissals } from './store/dismissals.ts';
import { changedKeys } from './store/entries.ts';
import { withdrawHits } from './store/hits.ts';
import {
	activateVersion,
	insertList,
	insertVersion,
	raiseGeneration,
	readContents,
	readEntriesByKey,
	readStoredLists,
	readVersionProblems,
	readVersions,
	type StoredList,
} from './store/lists.ts';
import { insertRescreening } from './store/mentions.ts';

/** Bytes of one load, before it is unpacked. */
const MAX_BYTES = 512 * 1024 ** 2;
/** Names by which an entry is looked up; the rest is found by screening. */
const LONGEST_SEARCH = 2_000;

const EVERY_PURPOSE: Thresholds = {
	goods: SCREENING_THRESHOLD,
	travel: SCREENING_THRESHOLD,
	money: SCREENING_THRESHOLD,
	movement: SCREENING_THRESHOLD,
	enquiry: SCREENING_THRESHOLD,
};

/** What a list asks for until somebody who answers for it says otherwise: a look, never a refusal. */
const INSTRUCTIONS: { readonly [format in ListFormat]: AlertInstruction } = {
	'un-consolidated': {
		category: 'sanctions',
		action: 'inquiry',
		handling: 'H0',
		owner: 'United Nations Security Council',
		legalBasis:
			'Resolutions of the Security Council under Chapter VII of the Charter, as national law carries them out',
	},
	'ofac-sdn': {
		category: 'sanctions',
		action: 'inquiry',
		handling: 'H0',
		owner: 'Office of Foreign Assets Control, United States Treasury',
		legalBasis: 'Sanctions of the United States; whether they bind here is a question of national law',
	},
	'follow-the-money': {
		category: 'sanctions',
		action: 'inquiry',
		handling: 'H0',
		owner: 'the source of the list',
		legalBasis: 'to be stated by whoever answers for this list',
	},
	csv: {
		category: 'own-list',
		action: 'inquiry',
		handling: 'H1',
		owner: 'this agency',
		legalBasis: 'to be stated by whoever answers for this list',
	},
	own: {
		category: 'own-list',
		action: 'inquiry',
		handling: 'H1',
		owner: 'this agency',
		legalBasis: 'to be stated by whoever answers for this list',
	},
};

export const newList = (
	id: string,
	format: ListFormat,
	name: string | undefined,
): Omit<StoredList, 'activeVersion'> => ({
	id,
	name: name ?? id,
	format,
	thresholds: EVERY_PURPOSE,
	instruction: INSTRUCTIONS[format],
});

export type LoadContext = { database: Database; clock: Clock };

/** @throws TidewaiterError too-large, unknown-format, unreadable, conflict */
export async function loadList(
	{ database, clock }: LoadContext,
	input: InputOf<'loadList'>,
	body: AsyncIterable<Uint8Array>,
	actor: Actor,
): Promise<ListLoaded> {
	const bytes = await collect(body);
	const known = (await readStoredLists(database)).find(({ id }) => id === input.list);
	// A list that was made by hand is filled from a table too.
	const asked = input.format ?? (known?.format === 'own' ? 'own' : undefined);
	const reading = readList(asked, [{ name: input.file ?? input.list, bytes }], DEFAULT_LIST_LIMITS);
	if (reading.refused !== undefined)
		throw new TidewaiterError(reading.refused.code, asSentence(reading.refused.reason), {
			remedy: reading.refused.remedy,
		});
	const { format } = reading;
	if (format === undefined || reading.entries.length === 0)
		throw new TidewaiterError('unreadable', 'The file has no entry that could be read.', {
			remedy:
				reading.problems[0] === undefined
					? 'Check that it is the right file.'
					: `${reading.problems[0].place}: ${reading.problems[0].reason}`,
		});
	if (known !== undefined && known.format !== format)
		throw new TidewaiterError(
			'conflict',
			`The list ${input.list} is in the format ${known.format}, and this file is ${format}.`,
			{
				remedy: 'Give it another identifier, or load a file of the same publisher.',
			},
		);
	const [newest] = known === undefined ? [] : await readVersions(database, input.list);
	const before =
		newest === undefined
			? new Map<string, string>()
			: await readContents(database, input.list, newest.version);
	const after = new Map(reading.entries.map((entry) => [entry.key, { entry, content: entryContent(entry) }]));
	const content = contentKey(
		[...after]
			.map(([key, each]) => `${key} ${each.content}`)
			.sort()
			.join('\n'),
	);
	if (newest?.content === content) {
		// The same again: it may still be asked to come into force.
		if (input.activate && newest.state === 'staged')
			await putInForce({ database, clock }, input.list, newest.version, actor);
		const problems = await readVersionProblems(database, input.list, newest.version);
		const [now] = await readVersions(database, input.list);
		return {
			list: input.list,
			version: now ?? newest,
			known: true,
			problems: problems as ListLoaded['problems'],
		};
	}
	const added = [...after.keys()].filter((key) => !before.has(key));
	const changed = [...after]
		.filter(([key, each]) => before.has(key) && before.get(key) !== each.content)
		.map(([key]) => key);
	const removed = [...before.keys()].filter((key) => !after.has(key));
	const version = (newest?.version ?? 0) + 1;
	await database.transact(async (session) => {
		if (known === undefined)
			await insertList(
				session,
				newList(input.list, format, input.name ?? reading.name),
				new Date(clock.now()),
			);
		await insertVersion(session, {
			list: input.list,
			version,
			content,
			loadedAt: new Date(clock.now()),
			loadedBy: actor.name,
			publishedAt: reading.publishedAt ?? null,
			source: input.file ?? null,
			entries: after.size,
			added: added.length,
			changed: changed.length,
			removed: removed.length,
			problems: reading.problems.slice(0, 200),
			problemCount: reading.problemCount,
			written: written([...added, ...changed], after),
			ended: [...changed, ...removed],
		});
		if (input.activate) await activate(session, clock, input.list, version, known?.activeVersion ?? null);
		await actor.enter?.(session);
	});
	const [now] = await readVersions(database, input.list);
	if (now === undefined) throw new Error('a version that was just written is not there');
	return { list: input.list, version: now, known: false, problems: [...reading.problems.slice(0, 200)] };
}

/** Reasons of readers are parts of a line about a place; alone they are a sentence. */
const asSentence = (reason: string): string =>
	`${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`;

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let total = 0;
	for await (const chunk of body) {
		total += chunk.byteLength;
		if (total > MAX_BYTES)
			throw new TidewaiterError('too-large', `A list of more than ${MAX_BYTES} bytes is not taken.`, {
				remedy: 'Send it packed (zip), or in parts under several identifiers.',
			});
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function* written(
	keys: readonly string[],
	after: ReadonlyMap<string, { entry: ListEntry; content: string }>,
): Generator<{ entry: ListEntry; content: string; caption: string; search: string }> {
	for (const key of keys) {
		const each = after.get(key);
		if (each !== undefined)
			yield { ...each, caption: entryCaption(each.entry), search: searchOf(each.entry) };
	}
}

/** Names and numbers in the form in which they are looked up. */
const searchOf = ({ names, identifiers, phones, emails }: ListEntry): string =>
	[
		...names.map(({ full }) => toLatin(full)),
		...(identifiers ?? []).map(({ value }) => value.toLowerCase()),
		...(phones ?? []),
		...(emails ?? []),
	]
		.join(' | ')
		.slice(0, LONGEST_SEARCH);

/**
 * Puts a version in force: what it has no more is withdrawn at once, what is new or changed is screened for next.
 * @returns how many hits were withdrawn.
 */
async function activate(
	session: Session,
	clock: Clock,
	list: string,
	version: number,
	before: number | null,
): Promise<number> {
	const at = new Date(clock.now());
	const generation = await raiseGeneration(session);
	const { changed, removed } = await changedKeys(session, list, before ?? 0, version);
	await activateVersion(session, list, version, at);
	const withdrawn = await withdrawHits(
		session,
		{ list, entries: removed },
		`The entry is no longer on the list since version ${version}.`,
		at,
	);
	await endDismissals(
		session,
		{ list, entries: removed },
		`The entry left the list with version ${version}.`,
		at,
	);
	if (changed.length > 0)
		await insertRescreening(session, {
			id: newIdentifier(clock.now()),
			list,
			generation,
			// The first version is all of the list; naming its entries one by one would only be long.
			entries: before === null ? null : changed,
			at,
		});
	return withdrawn;
}

/** @throws TidewaiterError conflict */
export async function putInForce(
	{ database, clock }: LoadContext,
	list: string,
	version: number,
	actor: Actor,
): Promise<void> {
	const found = (await readVersions(database, list)).find((each) => each.version === version);
	if (found === undefined)
		throw new TidewaiterError('not-found', `The list ${list} has no version ${version}.`);
	if (found.state !== 'staged')
		throw new TidewaiterError('conflict', `Version ${version} of ${list} is ${found.state}, not staged.`, {
			remedy: 'Load the file again; it becomes a new version.',
		});
	const before = (await readStoredLists(database)).find(({ id }) => id === list)?.activeVersion ?? null;
	await database.transact(async (session) => {
		await activate(session, clock, list, version, before);
		await actor.enter?.(session);
	});
}

/**
 * Adds, changes or (without `entry`) removes one entry of a list of one's own; in force at once.
 * @throws TidewaiterError not-found, conflict
 */
export async function writeOwnEntry(
	{ database, clock }: LoadContext,
	list: string,
	change: { key: string; entry?: ListEntry },
	actor: Actor,
	reason: string,
): Promise<{ version: number; withdrawn: number }> {
	const stored = (await readStoredLists(database)).find(({ id }) => id === list);
	if (stored === undefined)
		throw new TidewaiterError('not-found', `There is no list ${list}.`, {
			remedy: 'Make it first, with a name and what its alerts ask for.',
		});
	if (stored.format !== 'own' && stored.format !== 'csv')
		throw new TidewaiterError('conflict', `${stored.name} is published by others; its entries are theirs.`, {
			remedy: 'Add the entry to a list of your own.',
		});
	const [newest] = await readVersions(database, list);
	if (newest?.state === 'staged')
		throw new TidewaiterError('conflict', `Version ${newest.version} of ${list} is staged.`, {
			remedy: 'Activate it first.',
		});
	const version = (newest?.version ?? 0) + 1;
	const there = await readEntriesByKey(database, list, newest?.version ?? 0, [change.key]);
	const before = there.get(change.key);
	if (change.entry === undefined && before === undefined)
		throw new TidewaiterError('not-found', `The list ${list} has no entry ${change.key}.`);
	const entry = change.entry === undefined ? undefined : listEntry.parse(canonicalEntry(change.entry));
	const content = entry === undefined ? undefined : entryContent(entry);
	if (content !== undefined && content === before?.content)
		return { version: newest?.version ?? 0, withdrawn: 0 };
	const withdrawn = await database.transact(async (session) => {
		await insertVersion(session, {
			list,
			version,
			content: contentKey(`${newest?.content ?? ''} ${change.key} ${content ?? 'removed'}`),
			loadedAt: new Date(clock.now()),
			loadedBy: actor.name,
			publishedAt: null,
			source: reason.slice(0, 400),
			entries: (newest?.entries ?? 0) + (before === undefined ? 1 : 0) - (entry === undefined ? 1 : 0),
			added: before === undefined ? 1 : 0,
			changed: before !== undefined && entry !== undefined ? 1 : 0,
			removed: entry === undefined ? 1 : 0,
			problems: [],
			problemCount: 0,
			written:
				entry === undefined || content === undefined
					? []
					: [{ entry, content, caption: entryCaption(entry), search: searchOf(entry) }],
			ended: before === undefined ? [] : [change.key],
		});
		const count = await activate(session, clock, list, version, stored.activeVersion ?? 0);
		await actor.enter?.(session);
		return count;
	});
	return { version, withdrawn };
}
