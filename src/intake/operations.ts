/**
 * What others may ask of intake: send, list, read, export, retry. The only orchestration of the room.
 * A submission is acknowledged when its bytes are on the disk of the vault and all that was read of it is committed.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { LiveEvent, Overview, Quarantined, SubmissionResult } from '../../contract/views.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import type { Vault } from '../platform/vault/vault.ts';
import type { ReferenceLists } from '../values/reference-lists.ts';
import { parseBody } from './company.ts';
import { exportText } from './export.ts';
import { keyHash, keysOfSearch } from './key-hash.ts';
import { createLine, type LineOptions, type LineResult, type LineTask } from './line.ts';
import type { Limits } from './model.ts';
import { readOriginal } from './read-original.ts';
import { findRelated, historyOf } from './read-record.ts';
import { knownSubmissions, type SubmissionRow } from './store/batch.ts';
import { readCounts } from './store/overview.ts';
import * as quarantine from './store/quarantine.ts';
import * as records from './store/records.ts';

export type IntakeOptions = {
	database: Database;
	vault: Vault;
	clock: Clock;
	limits: Limits;
	lists: () => ReferenceLists;
	screening: LineOptions['screening'];
	targeting: LineOptions['targeting'];
	mapping: LineOptions['mapping'];
	node: Overview['node'];
	/** Told of failures that nobody waits for: recovery in the background. */
	onFailure: (message: string, cause: unknown) => void;
	onStage?: LineOptions['onStage'];
	enter?: LineOptions['enter'];
	/** Hands reading to other processes; absent where this one reads. See distribute.ts. */
	readElsewhere?: (task: LineTask) => Promise<LineResult>;
};

export type SubmitMeta = {
	source: string;
	channel: string;
	name?: string | undefined;
	mapping?: string | undefined;
};

export type Intake = {
	/** @throws TidewaiterError too-large, storage-full, stopping, database-unavailable. What cannot be read is a value. */
	submit(chunks: AsyncIterable<Uint8Array>, meta: SubmitMeta): Promise<SubmissionResult>;
	listRecords(input: InputOf<'listRecords'>): Promise<OutputOf<'listRecords'>>;
	readRecord(input: InputOf<'readRecord'>): Promise<OutputOf<'readRecord'>>;
	readOriginal(
		input: InputOf<'readOriginal'>,
	): Promise<{ bytes: Uint8Array; total: number; name: string | null }>;
	exportRecords(input: InputOf<'exportRecords'>): AsyncIterable<string>;
	readSubmission(input: InputOf<'readSubmission'>): Promise<SubmissionResult>;
	listQuarantine(input: InputOf<'listQuarantine'>): Promise<OutputOf<'listQuarantine'>>;
	retryQuarantine(input: InputOf<'retryQuarantine'>): Promise<SubmissionResult>;
	discardQuarantine(input: InputOf<'discardQuarantine'>): Promise<Quarantined>;
	readOverview(): Promise<Overview>;
	/** @returns stops listening. */
	onLive(listener: (event: LiveEvent) => void): () => void;
	/** Puts what a crash left unfinished back on the line; resolves with how many submissions that were. */
	recover(): Promise<number>;
	/** Submissions that wait or are being read: the measure for back-pressure. */
	readonly waiting: number;
	close(): Promise<void>;
};

/** Submissions on the line above which further ones wait at the door; up to 8 MiB each are held in memory. */
const MAX_WAITING = 64;
/** Submissions at the door above which the answer is `busy`. */
const MAX_RECEIVING = 512;
const ROOM_POLL_MS = 10;
/** Unsettled entries of the vault that are looked up at once. */
const RECOVERY_PAGE = 1_000;

export function createIntake(options: IntakeOptions): Intake {
	const { database, vault, clock, limits, node } = options;
	const listeners = new Set<(event: LiveEvent) => void>();
	const line = createLine({
		database,
		clock,
		limits,
		lists: options.lists,
		screening: options.screening,
		targeting: options.targeting,
		mapping: options.mapping,
		onEvents: (events) => {
			for (const event of events) for (const listener of listeners) listener(event);
		},
		enter: options.enter,
		...(options.onStage === undefined ? {} : { onStage: options.onStage }),
	});
	/** Submissions on the line, so that the same bytes sent twice at once are read once. */
	const inFlight = new Map<string, Promise<SubmissionResult>>();
	const isKnown = knownLookup(database, inFlight);

	const known = async (id: string): Promise<SubmissionResult> => {
		const waiting = inFlight.get(id);
		if (waiting !== undefined) return { ...(await waiting), known: true };
		const found = await quarantine.readSubmission(database, id);
		if (found === undefined) throw new TidewaiterError('not-found', `No submission ${id}.`);
		return { ...found.result, known: true, refused: await quarantine.readRefusals(database, id) };
	};

	const put = (
		row: SubmissionRow,
		bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
		from?: quarantine.StoredSubmission,
		storedBefore?: ReadonlySet<number>,
	): Promise<SubmissionResult> => {
		const reading = (options.readElsewhere ?? line.read)({
			row,
			bytes,
			saved: from?.position ?? 0,
			savedRecords: from?.records ?? 0,
			savedRefusals: from?.refused ?? 0,
			...(storedBefore === undefined ? {} : { storedBefore }),
		})
			.then((result) => toResult(row, result))
			.finally(() => inFlight.delete(row.id));
		inFlight.set(row.id, reading);
		return reading;
	};

	const requireMapping = (name: string | undefined): void => {
		if (name !== undefined && options.mapping(name) === undefined)
			throw new TidewaiterError(
				'invalid-input',
				`There is no mapping with the name ${JSON.stringify(name)}.`,
				{
					place: 'mapping',
					remedy: 'Name one of mappings/ of the program or of the data folder, without ".json".',
				},
			);
	};

	/** Submissions that are being received; with those on the line they are what this process holds in memory. */
	let receiving = 0;
	/** Back-pressure: a sender's stream is not read before there is room for it; TCP holds it back. */
	const makeRoom = async (): Promise<void> => {
		if (receiving > MAX_RECEIVING)
			throw new TidewaiterError('busy', `${MAX_RECEIVING} submissions are being received already.`, {
				remedy: 'Send it again in a moment, or send fewer at a time.',
			});
		while (line.waiting >= MAX_WAITING) await new Promise((resolve) => setTimeout(resolve, ROOM_POLL_MS));
	};

	const submit: Intake['submit'] = async (chunks, meta) => {
		requireMapping(meta.mapping);
		receiving += 1;
		try {
			return await receive(chunks, meta);
		} finally {
			receiving -= 1;
		}
	};

	const receive = async (chunks: AsyncIterable<Uint8Array>, meta: SubmitMeta): Promise<SubmissionResult> => {
		await makeRoom();
		const incoming = {
			receivedAt: clock.now(),
			source: meta.source,
			channel: meta.channel,
			...(meta.name === undefined ? {} : { name: meta.name }),
			...(meta.mapping === undefined ? {} : { mapping: meta.mapping }),
		};
		const kept = await vault.keepStream(chunks, incoming, limits.maxBytes, isKnown);
		const id = kept.entry.sha256;
		if (kept.place === undefined || inFlight.has(id)) return known(id);
		const { place, held } = kept;
		const row = rowOf(kept.entry, place);
		return put(row, () => (held === undefined ? vault.read(place) : held));
	};

	const recover: Intake['recover'] = async () => {
		let count = 0;
		const again = (row: SubmissionRow, from?: quarantine.StoredSubmission): void => {
			if (inFlight.has(row.id)) return;
			count += 1;
			put(row, () => vault.read({ pack: row.pack, offset: row.packOffset }), from).catch((error: unknown) =>
				options.onFailure(`submission ${row.id} could not be read again after a restart`, error),
			);
		};
		for (const unfinished of await quarantine.unfinishedSubmissions(database, 100_000))
			again(unfinished.row, unfinished);
		let page: SubmissionRow[] = [];
		const look = async (): Promise<void> => {
			const there = await knownSubmissions(
				database,
				page.map((row) => row.id),
			);
			for (const row of page) if (!there.has(row.id)) again(row);
			page = [];
		};
		for await (const kept of vault.unsettled()) {
			page.push(rowOf(kept.entry, kept.place));
			if (page.length >= RECOVERY_PAGE) await look();
		}
		await look();
		return count;
	};

	const readRecord: Intake['readRecord'] = async ({ id }) => {
		const found = await records.readRecord(database, id);
		const submission =
			found === undefined ? undefined : await quarantine.readSubmission(database, found.submission);
		const record = parseBody(found?.body);
		if (found === undefined || submission === undefined || record === undefined)
			throw new TidewaiterError('not-found', `No record ${id}.`, {
				remedy: 'It may have been deleted at the end of its retention.',
			});
		const [findings, versions, related] = await Promise.all([
			records.readFindings(database, id),
			historyOf(database, found.summary.kind, found.summary.reference),
			findRelated(database, id, record),
		]);
		const { row } = submission;
		return {
			summary: found.summary,
			record: { ...record },
			findings,
			submission: {
				id: row.id,
				source: row.source,
				channel: row.channel,
				name: row.name,
				receivedAt: new Date(row.receivedAtMs).toISOString(),
				bytes: row.bytes,
				place: found.place,
			},
			versions,
			related,
			laneReason: found.laneReason,
		};
	};

	const retryQuarantine: Intake['retryQuarantine'] = async ({ id, mapping }) => {
		const found = await quarantine.readQuarantined(database, id);
		if (found === undefined)
			throw new TidewaiterError('not-found', `Nothing in quarantine has the identifier ${id}.`);
		if (found.state !== 'open')
			throw new TidewaiterError(
				'conflict',
				`This entry is ${found.state === 'read' ? 'read already' : 'discarded'}.`,
			);
		requireMapping(mapping);
		if (inFlight.has(found.submission))
			throw new TidewaiterError('conflict', 'The submission is being read just now.', {
				remedy: 'Wait for it to end.',
			});
		const known = await quarantine.storedPositions(database, found.submission);
		await quarantine.reopenForRetry(database, found.submission, new Date(clock.now()));
		const stored = await quarantine.readSubmission(database, found.submission);
		if (stored === undefined) throw new TidewaiterError('not-found', `No submission ${found.submission}.`);
		const row = mapping === undefined ? stored.row : { ...stored.row, mapping };
		const result = await put(
			row,
			() => vault.read({ pack: row.pack, offset: row.packOffset }),
			undefined,
			known,
		);
		await quarantine.countAttempts(database, found.submission, new Date(clock.now()));
		return result;
	};

	const search = (text: string | undefined): number[] =>
		text === undefined ? [] : keysOfSearch(text).map(keyHash);

	return {
		submit,
		recover,
		readOriginal: (input) => readOriginal(database, vault, input),
		readRecord,
		retryQuarantine,
		listRecords: (input) => records.listRecords(database, input, search(input.search)),
		exportRecords: ({ format, ids, limit, ...filter }) =>
			exportText(
				records.recordBodies(database, filter, ids?.split(','), limit, search(filter.search)),
				format,
				{ node: node.id, nowMs: clock.now() },
			),
		readSubmission: async ({ submission }) => ({ ...(await known(submission)), known: true }),
		listQuarantine: (input) => quarantine.listQuarantine(database, input),
		discardQuarantine: async ({ id, reason }) => {
			const done = await quarantine.discardQuarantined(database, id, reason);
			const found = await quarantine.readQuarantined(database, id);
			if (found === undefined)
				throw new TidewaiterError('not-found', `Nothing in quarantine has the identifier ${id}.`);
			if (!done) throw new TidewaiterError('conflict', `This entry is ${found.state}, not open.`);
			return found;
		},
		readOverview: async () => ({
			at: new Date(clock.now()).toISOString(),
			node,
			...(await readCounts(database, clock.now())),
		}),
		onLive: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		get waiting() {
			return line.waiting;
		},
		close: async () => {
			await line.close();
			// All that the closed packs hold is committed now; a failure before leaves them to be looked at.
			if (inFlight.size === 0) await vault.settle();
			await vault.close();
		},
	};
}

const rowOf = (
	entry: {
		sha256: string;
		bytes: number;
		receivedAt: number;
		source: string;
		channel: string;
		name?: string | undefined;
		mapping?: string | undefined;
	},
	place: { pack: string; offset: number },
): SubmissionRow => ({
	id: entry.sha256,
	receivedAtMs: entry.receivedAt,
	source: entry.source,
	channel: entry.channel,
	name: entry.name ?? null,
	mapping: entry.mapping ?? null,
	bytes: entry.bytes,
	pack: place.pack,
	packOffset: place.offset,
});

const toResult = (row: SubmissionRow, result: LineResult): SubmissionResult => ({
	submission: row.id,
	known: false,
	name: row.name,
	format: result.format,
	bytes: row.bytes,
	records: result.records,
	created: result.created,
	amended: result.amended,
	repeated: result.repeated,
	findings: { info: result.infos, warning: result.warnings, error: result.errors },
	refused: result.refused.map(({ place, code, reason, remedy }) => ({
		place: place.words,
		code,
		reason,
		remedy,
	})),
	refusedCount: result.refusedCount,
	status: result.records === 0 ? 'quarantined' : result.refusedCount > 0 ? 'partial' : 'accepted',
});

/** Asks the store once for all submissions that arrive in the same turn of the event loop. */
function knownLookup(
	database: Database,
	inFlight: ReadonlyMap<string, unknown>,
): (id: string) => Promise<boolean> {
	let asked: { ids: Set<string>; answer: Promise<Set<string>> } | undefined;
	return async (id) => {
		if (inFlight.has(id)) return true;
		if (asked === undefined) {
			const ids = new Set<string>();
			asked = {
				ids,
				answer: new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
					asked = undefined;
					return new Set((await knownSubmissions(database, [...ids])).keys());
				}),
			};
		}
		asked.ids.add(id);
		return (await asked.answer).has(id);
	};
}
