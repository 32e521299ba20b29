/**
 * A database with records and mentions, written as intake writes them, and resolution on top of it.
 */

import { sql } from 'kysely';
import { ensureMonth } from '../../src/intake/store/batch.ts';
import { toStored } from '../../src/mentions/extract.ts';
import type { Mention } from '../../src/mentions/model.ts';
import { APPEARANCE_COLUMNS, saveAppearances, saveMentions } from '../../src/mentions/store.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { copyLine, type Database } from '../../src/platform/database/port.ts';
import { newIdentifier } from '../../src/platform/identifiers.ts';
import type { Resolution } from '../../src/resolution/model.ts';
import { createResolution } from '../../src/resolution/operations.ts';
import { type Place, testClock } from './databases.ts';

export const ANALYST = { id: '018f0000-0000-7000-8000-000000000001', name: 'A. Analyst' };

/** A person, with what a test adds. */
export const anna = (more: Partial<Mention> = {}): Mention => ({
	kind: 'person',
	names: [{ full: 'Anna Maria Eriksson', family: 'Eriksson', given: 'Anna Maria' }],
	born: '1974-08-12',
	identifiers: [],
	...more,
});

export type World = {
	readonly resolution: Resolution;
	readonly database: Database;
	/** Writes a record that speaks of these; returns the keys of the mentions. */
	add(reference: string, mentions: readonly Mention[]): Promise<string[]>;
	recordOf(reference: string): string;
	entitiesOf(keys: readonly (string | undefined)[]): Promise<(string | null)[]>;
	/** What the tables hold, in the shape of the status. */
	count(): Promise<object>;
	/** Makes the next transaction of resolution fail before it is kept. */
	failNextWrite(): void;
	/** Closes resolution and opens it again on the same database, as a restart does. */
	reopen(): Promise<void>;
	close(): Promise<void>;
};

export async function openWorld(place: Place): Promise<World> {
	const at = await place.make();
	const clock = testClock();
	const database = await openDatabase(
		at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
	);
	await ensureMonth(database, 2026, 3);
	let failing = false;
	const watched: Database = {
		...database,
		transact: (work) =>
			database.transact(async (session) => {
				const result = await work(session);
				if (failing) {
					failing = false;
					throw new Error('the connection broke');
				}
				return result;
			}),
	};
	const open = (): Resolution =>
		createResolution({
			database: watched,
			clock,
			onFailure: (message, cause) => {
				throw new Error(message, { cause });
			},
		});
	const records = new Map<string, string>();
	let resolution = open();
	return {
		get resolution() {
			return resolution;
		},
		database,
		add: async (reference, mentions) => {
			clock.advance(1_000);
			const record = newIdentifier(clock.now());
			records.set(reference, record);
			const stored = mentions.map((mention) => toStored(mention, 'travel'));
			await database.transact(async (session) => {
				await session.kysely
					.insertInto('record')
					.values({
						id: record,
						kind: 'passenger-list',
						reference,
						version: 1,
						latest: true,
						submission: new Uint8Array(32),
						position: 0,
						place: '',
						format: 'record-json',
						office: null,
						carrier: null,
						lane: null,
						lane_reason: null,
						caption: reference,
						document_date: '2026-03-01',
						origin_country: null,
						destination_country: null,
						hs_code: null,
						gross_mass_kg: null,
						value: null,
						currency: null,
						infos: 0,
						warnings: 0,
						errors: 0,
						body: '{}',
					})
					.execute();
				await saveMentions(
					session,
					stored.map((each) => ({ stored: each, firstRecord: record })),
				);
				const rows = stored.map(
					(each, position): Record<(typeof APPEARANCE_COLUMNS)[number], string | number> => ({
						record_id: record,
						position,
						mention: each.key,
						role: 'traveller',
						place: `travellers[${position}]`,
					}),
				);
				await saveAppearances(
					session,
					rows.map((row) => copyLine(APPEARANCE_COLUMNS.map((column) => row[column]))).join(''),
				);
			});
			return stored.map(({ key }) => key);
		},
		recordOf: (reference) => records.get(reference) ?? '',
		entitiesOf: async (keys) => {
			const wanted = keys.map((key) => key ?? '');
			const rows = await database.kysely
				.selectFrom('mention')
				.select(['key', 'entity'])
				.where('key', 'in', wanted)
				.execute();
			const byKey = new Map(rows.map((row) => [row.key, row.entity]));
			return wanted.map((key) => byKey.get(key) ?? null);
		},
		count: async () => {
			const count = async (table: 'mention' | 'entity'): Promise<number> =>
				(await database.kysely.selectFrom(table).select(sql<number>`1`.as('one')).execute()).length;
			const judgements = await database.kysely
				.selectFrom('judgement')
				.select('made_by')
				.where('undone_at', 'is', null)
				.execute();
			const by = (name: string): number => judgements.filter((row) => row.made_by === name).length;
			const candidates = await database.kysely
				.selectFrom('candidate')
				.select('id')
				.where('state', '=', 'open')
				.execute();
			return {
				mentions: await count('mention'),
				entities: await count('entity'),
				candidates: candidates.length,
				judgements: { model: by('model'), identifier: by('identifier'), person: by('person') },
			};
		},
		failNextWrite: () => {
			failing = true;
		},
		reopen: async () => {
			await resolution.close();
			resolution = open();
		},
		close: async () => {
			await resolution.close();
			await database.close();
			await at.dispose();
		},
	};
}
