/**
 * Opens a node: its data folder, database, vault, code lists and mappings, put together into what the server and the
 * command line use. Recovery after a crash happens here, with the same line that reads new submissions.
 */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TidewaiterError } from '../../contract/errors.ts';
import { type BorderRecord, borderRecord } from '../../contract/records/record.ts';
import type { Transport } from '../exchange/model.ts';
import { openExchange } from '../exchange/operations.ts';
import { DEFAULT_LIMITS, type Limits } from '../intake/model.ts';
import { createIntake, type Intake, type IntakeOptions } from '../intake/operations.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { type DataFolder, openDataFolder } from '../platform/data-folder.ts';
import { openDatabase } from '../platform/database/open.ts';
import type { Database } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { openVault } from '../platform/vault/vault.ts';
import { createDecisionLog } from '../policy/decision-log.ts';
import { openLaw } from '../policy/law-operations.ts';
import { createSignIn } from '../policy/operations.ts';
import { createResolution } from '../resolution/operations.ts';
import { createRetention } from '../retention/operations.ts';
import { createScreening } from '../screening/operations.ts';
import { parseTradeStatistics } from '../targeting/history/trade-statistics.ts';
import type { TradeStatistics } from '../targeting/knowledge.ts';
import { openTargeting } from '../targeting/operations.ts';
import { codeListsWith, parseCodeList } from '../targeting/rules/code-lists.ts';
import type { CodeList, CodeLists } from '../targeting/rules/engine.ts';
import {
	parseHsList,
	parseLocodeList,
	type ReferenceLists,
	referenceListsOf,
} from '../values/reference-lists.ts';
import { whereOf } from './call.ts';
import type { Node, NodeDescription } from './node.ts';
import { openSubjects } from './open-subjects.ts';

export type OpenNodeOptions = {
	description: NodeDescription;
	/** Folder of the vault, the lists and the embedded database. */
	folder: string;
	/** PostgreSQL instead of the embedded database. */
	databaseUrl?: string | undefined;
	clock?: Clock;
	limits?: Partial<Limits>;
	/** Told of failures that nobody waits for. */
	onFailure?: (message: string, cause: unknown) => void;
	onStage?: IntakeOptions['onStage'];
	readElsewhere?: IntakeOptions['readElsewhere'];
	/** How envelopes reach partners; HTTP with mutual TLS unless told otherwise. */
	transport?: Transport;
};

export type OpenNode = Node & {
	readonly intake: Intake;
	readonly database: Database;
	readonly folder: DataFolder /** Submissions that were put back on the line at the start. */;
	readonly recovered: number;
};

const SHIPPED_MAPPINGS = fileURLToPath(new URL('../../mappings/', import.meta.url));

/** @throws TidewaiterError `conflict` when another process owns the folder; `database-unavailable` when there is no database. */
export async function openNode(options: OpenNodeOptions): Promise<OpenNode> {
	const { description, clock = systemClock } = options;
	const folder = await openDataFolder(options.folder);
	const database = await openDatabase(
		options.databaseUrl === undefined ? { dataDir: folder.database } : { url: options.databaseUrl },
	).catch(async (error: unknown) => {
		await folder.release();
		throw error;
	});
	const vault = await openVault({ directory: folder.vault });
	const lists = await readLists(folder.lists);
	const own = await readMappings(join(folder.path, 'mappings'));
	const mappings = new Map([...(await readMappings(SHIPPED_MAPPINGS)), ...own]);
	const onFailure = options.onFailure ?? (() => {});
	const screening = createScreening({ database, clock, onFailure });
	const resolution = createResolution({ database, clock, onFailure, isBusy: () => intake.waiting > 0 });
	const { exchange, identity, ledger, ledgerOperations } = await openExchange({
		database,
		clock,
		folder: folder.path,
		node: description,
		transport: options.transport,
		records: {
			// A restricted record goes to nobody.
			read: async (id) =>
				(await subjects.isRestricted({ record: id })) ? undefined : readBorderRecord(intake, id),
			submit: async (text, name, source) => {
				await intake.submit(bytesOf(text), { source, channel: 'console', name });
			},
		},
		onFailure,
	});
	const targeting = await openTargeting({
		database,
		clock,
		folder: folder.path,
		alone: options.readElsewhere === undefined,
		country: description.country,
		statistics: await readTradeStatistics(folder.lists, description.country),
		codeLists: await readCodeLists(join(folder.lists, 'codes'), onFailure),
		submit: async (text, name, source) => {
			await intake.submit(bytesOf(text), { source, channel: 'console', name });
		},
		onFailure,
	});
	const intake = createIntake({
		database,
		screening,
		targeting,
		vault,
		clock,
		limits: { ...DEFAULT_LIMITS, ...options.limits },
		lists: () => lists,
		mapping: (name) => (name === null ? [...own.values()] : mappings.get(name)),
		node: description,
		onFailure,
		enter: (session, entries) => ledger.appendIn(session, entries),
		...(options.onStage === undefined ? {} : { onStage: options.onStage }),
		...(options.readElsewhere === undefined ? {} : { readElsewhere: options.readElsewhere }),
	});
	const signIn = createSignIn({
		node: description.id,
		database,
		now: () => new Date(clock.now()),
		randomBytes: (count) => randomBytes(count),
		newId: () => newIdentifier(clock.now()),
		seal: { seal: identity.sealAtRest, open: identity.openAtRest },
	});
	const law = await openLaw({
		database,
		node: { id: description.id, ...whereOf(description) },
		now: () => new Date(clock.now()),
		newId: () => newIdentifier(clock.now()),
		onFailure,
	});
	const retention = createRetention({
		database,
		clock,
		vault,
		atDesk: resolution.atDesk,
		enter: (session, entries) => ledger.appendIn(session, entries),
		onFailure,
	});
	const decisions = createDecisionLog({ database, newId: () => newIdentifier(clock.now()) });
	const subjects = openSubjects({
		database,
		clock,
		node: description,
		intake,
		resolution,
		targeting,
		exchange,
		decisions,
		retention,
		enter: (session, entries) => ledger.appendIn(session, entries),
		onFailure,
	});
	// New records wake resolution; what a crash or a change of the lists left undone goes on beside the new work.
	intake.onLive(() => resolution.wake());
	// What was ended when a crash came is destroyed before recovery could take it for a submission that nobody has read.
	await retention.finishDestructions();
	const recovered = await intake.recover();
	resolution.wake();
	screening
		.catchUp()
		.catch((error: unknown) =>
			onFailure('screening of stored records stopped; it goes on at the next start', error),
		);
	return {
		...description,
		intake,
		screening,
		resolution,
		targeting,
		exchange,
		ledger: ledgerOperations,
		signIn,
		retention,
		decisions,
		subjects,
		law,
		database,
		folder,
		recovered,
		ready: async () => {
			await database.script('select 1');
		},
		close: async () => {
			await retention.close();
			await exchange.close();
			await intake.close();
			await Promise.all([screening.close(), resolution.close(), targeting.close()]);
			await subjects.close();
			await decisions.close();
			await ledgerOperations.close();
			await database.close();
			await folder.release();
		},
	};
}

/** @returns undefined where there is none: exchange says so in its own words. */
async function readBorderRecord(intake: Intake, id: string): Promise<BorderRecord | undefined> {
	try {
		return borderRecord.parse((await intake.readRecord({ id })).record);
	} catch (error) {
		if (error instanceof TidewaiterError && error.code === 'not-found') return undefined;
		throw error;
	}
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield new TextEncoder().encode(text);
}

const LIST_FILES = { hs: 'hs.csv', locode: 'locode.csv', trade: 'trade.csv' } as const;

/** Statistics of partner countries that an administrator loaded; undefined where there are none. */
async function readTradeStatistics(directory: string, country: string): Promise<TradeStatistics | undefined> {
	const csv = await readFile(join(directory, LIST_FILES.trade), 'utf8').catch(() => undefined);
	return csv === undefined ? undefined : parseTradeStatistics(csv, country).statistics;
}

/**
 * Lists of codes that rules name, with those of the node in the place of the program's. A file that cannot be used is told
 * of, and the program's list stays.
 */
async function readCodeLists(
	directory: string,
	onFailure: (message: string, cause: unknown) => void,
): Promise<CodeLists> {
	const own: CodeList[] = [];
	for (const name of await readdir(directory).catch(() => [])) {
		if (!name.endsWith('.json')) continue;
		const list = await readFile(join(directory, name), 'utf8').then(parseCodeList, () => undefined);
		if (list === undefined)
			onFailure(`The code list ${name} does not have its form and is left out.`, undefined);
		else own.push(list);
	}
	return codeListsWith(own);
}

/** Code lists that an administrator loaded with `tidewaiter reference load`; what is not there is "not loaded". */
async function readLists(directory: string): Promise<ReferenceLists> {
	const text = (name: string): Promise<string | undefined> =>
		readFile(join(directory, name), 'utf8').catch(() => undefined);
	const [hs, locode] = await Promise.all([text(LIST_FILES.hs), text(LIST_FILES.locode)]);
	return referenceListsOf(
		hs === undefined ? undefined : parseHsList(hs),
		locode === undefined ? undefined : parseLocodeList(locode),
	);
}

/** Mappings of CSV files by their file name without `.json`. */
async function readMappings(directory: string): Promise<Map<string, unknown>> {
	const names = await readdir(directory).catch(() => []);
	const entries = await Promise.all(
		names
			.filter((name) => name.endsWith('.json'))
			.map(
				async (name): Promise<[string, unknown]> => [
					name.slice(0, -5),
					JSON.parse(await readFile(join(directory, name), 'utf8')),
				],
			),
	);
	return new Map(entries);
}
