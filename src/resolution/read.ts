/**
 * Reading: lists of entities, one entity, its timeline, whom a record speaks of, candidates. Nothing here changes anything.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { RecordKind } from '../../contract/records/record.ts';
import type { EntityDetail, EntityKind } from '../../contract/views-resolution.ts';
import { compareNames } from '../names/compare-names.ts';
import type { NameKind } from '../names/model.ts';
import { prepareName } from '../names/prepare-name.ts';
import { foreignPageMark } from '../platform/page-mark.ts';
import { numberKey, searchKeysOf } from './matching/index-keys.ts';
import {
	type MentionNames,
	type PreparedMention,
	parseContent,
	prepareMention,
	prepareNames,
} from './matching/prepare.ts';
import type { Resolution } from './model.ts';
import { currentEntity, readEntities } from './store/graph.ts';
import { mentionsUnderMost, type Reader } from './store/mentions.ts';
import * as entities from './store/read-entities.ts';
import * as entity from './store/read-entity.ts';
import { cappedAmong } from './store/values.ts';

type Readings = Pick<
	Resolution,
	'listEntities' | 'readEntity' | 'listEntityRecords' | 'listRecordEntities' | 'listCandidates'
>;

const MOST_COUNTED = 100_000;
/** Mentions under one key that a search looks at, and mentions that it compares. */
const SEARCHED_PER_KEY = 2_000;
const MOST_SEARCHED = 600;
/** Names less alike are not what was searched for. */
const LEAST_ALIKE = 0.35;

const MOST_MEMBERS = 200;
const MOST_JUDGEMENTS = 200;
const MOST_CANDIDATES = 100;
const MOST_CONNECTED = 50;
const MOST_EVENTS = 200;
/** A number that more mentions have connects nobody. */
const SHARED_NUMBER = 30;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SEARCHED_AS: readonly NameKind[] = ['person', 'organisation', 'vessel', 'object'];

export function createReadings(reader: Reader): Readings {
	const require = async (id: string): Promise<string> => {
		const current = await currentEntity(reader, id);
		if (current === undefined) throw new TidewaiterError('not-found', `No entity ${id}.`);
		return current;
	};
	return {
		listEntities: async ({ search, kind, after, limit }) => {
			const text = search?.trim() ?? '';
			if (text !== '') return searchEntities(reader, text, kind, after, limit);
			const ids = await entities.entityPage(reader, kind, cursorId(after), limit + 1);
			const shown = ids.slice(0, limit);
			const total = after === undefined ? await entities.countEntities(reader, kind, MOST_COUNTED + 1) : null;
			return {
				items: await entities.summariesOf(reader, shown),
				next: ids.length > limit ? (shown.at(-1) ?? null) : null,
				...counted(total),
			};
		},
		readEntity: async ({ id }) => readDetail(reader, await require(id)),
		listEntityRecords: async ({ id, after, limit }) => {
			const current = await require(id);
			const rows = await entities.appearancesOfEntity(reader, current, cursorPlace(after), limit + 1);
			const shown = rows.slice(0, limit);
			const last = shown.at(-1);
			const total =
				after === undefined ? await entities.countAppearances(reader, current, MOST_COUNTED + 1) : null;
			return {
				items: shown.map((row) => ({
					record: row.record_id,
					// Columns are written from the same contract that these types come from.
					kind: row.kind as RecordKind,
					reference: row.reference,
					caption: row.caption,
					receivedAt: entities.instantOf(row.record_id),
					documentDate: row.document_date,
					role: row.role,
					place: row.place,
					mention: row.mention,
				})),
				next: rows.length > limit && last !== undefined ? `${last.record_id}.${last.position}` : null,
				...counted(total),
			};
		},
		listRecordEntities: async ({ id }) => {
			const rows = await entities.entitiesOfRecord(reader, id);
			if (rows.length === 0 && !(await entities.recordExists(reader, id)))
				throw new TidewaiterError('not-found', `No record ${id}.`);
			return rows.map((row) => ({
				place: row.place,
				role: row.role,
				mention: row.mention,
				caption: row.caption,
				entity:
					row.entity === null || row.kind === null
						? null
						: {
								id: row.entity,
								kind: row.kind as EntityKind,
								caption: row.entity_caption ?? '',
								records: Number(row.records),
							},
				openHits: Number(row.open_hits),
			}));
		},
		listCandidates: async ({ state, kind, after, limit }) => {
			const items = await entity.candidatePage(reader, state, kind, cursorId(after), limit + 1);
			const shown = items.slice(0, limit);
			const total =
				after === undefined ? await entity.countCandidates(reader, state, kind, MOST_COUNTED + 1) : null;
			return {
				items: shown,
				next: items.length > limit ? (shown.at(-1)?.id ?? null) : null,
				...counted(total),
			};
		},
	};
}

const counted = (total: number | null): { total: number | null; totalIsLowerBound: boolean } => ({
	total: total === null ? null : Math.min(total, MOST_COUNTED),
	totalIsLowerBound: total !== null && total > MOST_COUNTED,
});

function cursorId(after: string | undefined): string | undefined {
	if (after !== undefined && !UUID.test(after)) throw foreignPageMark();
	return after;
}

function cursorPlace(after: string | undefined): { record: string; position: number } | undefined {
	if (after === undefined) return undefined;
	const [record = '', position = ''] = after.split('.');
	if (!UUID.test(record) || !/^\d{1,9}$/.test(position)) throw foreignPageMark();
	return { record, position: Number(position) };
}

/** By a name written anyhow, by any number, by an identifier of an entity; the best first. */
async function searchEntities(
	reader: Reader,
	text: string,
	kind: EntityKind | undefined,
	after: string | undefined,
	limit: number,
): ReturnType<Readings['listEntities']> {
	const from = after === undefined ? 0 : Number(after);
	if (!Number.isInteger(from) || from < 0) throw foreignPageMark();
	let ids = await rankedEntities(reader, text);
	if (kind !== undefined) {
		const right = await entities.ofKind(reader, ids, kind);
		ids = ids.filter((id) => right.has(id));
	}
	return {
		items: await entities.summariesOf(reader, ids.slice(from, from + limit)),
		next: ids.length > from + limit ? String(from + limit) : null,
		total: ids.length,
		totalIsLowerBound: ids.length >= MOST_SEARCHED,
	};
}

async function rankedEntities(reader: Reader, text: string): Promise<string[]> {
	if (UUID.test(text)) {
		const id = await currentEntity(reader, text);
		return id === undefined ? [] : [id];
	}
	const names = SEARCHED_AS.map((kind) => prepareName(text, kind));
	const numbers = new Set(
		[text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''), text.replace(/\D/g, '').slice(-9), text.toLowerCase()]
			.filter((form) => form.length >= 3)
			.map(numberKey),
	);
	const byNumber = await mentionsUnderMost(reader, [...numbers], SEARCHED_PER_KEY, MOST_SEARCHED);
	const byName = await mentionsUnderMost(
		reader,
		[...new Set(names.flatMap(searchKeysOf))],
		SEARCHED_PER_KEY,
		MOST_SEARCHED,
	);
	const scores = new Map<string, number>();
	for (const row of byNumber) if (row.entity !== null) scores.set(row.entity, 2);
	for (const row of byName) {
		if (row.entity === null) continue;
		const mention = parseContent(row.content);
		const score = mention === undefined ? 0 : alike(names, prepareNames(mention));
		if (score >= LEAST_ALIKE && score > (scores.get(row.entity) ?? 0)) scores.set(row.entity, score);
	}
	return [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1)).map(([id]) => id);
}

function alike(
	searched: readonly ReturnType<typeof prepareName>[],
	{ asPerson, asOther }: MentionNames,
): number {
	let best = 0;
	for (const name of [...asPerson, ...asOther])
		for (const text of searched) if (text.kind === name.kind) best = Math.max(best, compareNames(text, name));
	return best;
}

async function readDetail(reader: Reader, id: string): Promise<EntityDetail> {
	const [summary] = await entities.summariesOf(reader, [id]);
	const [state] = await readEntities(reader, [id]);
	if (summary === undefined || state === undefined)
		throw new TidewaiterError('not-found', `No entity ${id}.`);
	const rows = await entity.membersOfEntity(reader, id, MOST_MEMBERS);
	const members = rows.map((row) => ({
		row,
		prepared: prepareMention({ ...row, firstRecord: row.first_record }),
	}));
	const values = new Map(
		members.flatMap(({ prepared }) => prepared.values).map((value) => [value.hash, value]),
	);
	const capped = await cappedAmong(reader, [...values.keys()]);
	const events = await entity.eventsOf(reader, id, MOST_EVENTS - 1);
	return {
		summary,
		names: tally(members.flatMap(({ prepared }) => prepared.mention.names.map(({ full }) => full))).map(
			([name, mentions]) => ({ name, mentions }),
		),
		identifiers: tally(
			members.flatMap(({ prepared }) =>
				prepared.mention.identifiers.map(({ scheme, value, issuer }) =>
					JSON.stringify([scheme, value, issuer ?? null]),
				),
			),
		).map(([key, mentions]) => {
			const [scheme, value, issuer] = JSON.parse(key) as [string, string, string | null];
			return { scheme, value, issuer, mentions };
		}),
		facts: factsOf(members.map(({ prepared }) => prepared)),
		mentions: members.map(({ row, prepared }) => ({
			key: row.key,
			caption: row.caption,
			content: { ...prepared.mention },
			records: row.records,
			firstSeenAt: entities.instantOf(row.first_record),
		})),
		judgements: await entity.judgementsOf(reader, id, MOST_JUDGEMENTS),
		candidates: await entity.openCandidatesOf(reader, id, MOST_CANDIDATES),
		capped,
		connected: await connectedWith(
			reader,
			id,
			members.map(({ prepared }) => prepared),
			capped.map(({ value }) => value),
		),
		history: [
			{ at: state.madeAt.toISOString(), what: 'made', other: null, by: null },
			...events
				.reverse()
				.map(({ at, what, other, actor }) => ({ at: at.toISOString(), what, other, by: actor })),
		],
	};
}

/** Values with how many have each, the most frequent first. */
function tally(values: readonly string[]): [string, number][] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function factsOf(members: readonly PreparedMention[]): EntityDetail['facts'] {
	const facts: string[] = [];
	const add = (fact: string, value: string | undefined): void => {
		if (value !== undefined && value !== '') facts.push(JSON.stringify([fact, value]));
	};
	for (const { mention } of members) {
		add('born', mention.born);
		add('sex', mention.sex);
		add('birthPlace', mention.birthPlace);
		for (const nationality of mention.nationalities ?? []) add('nationality', nationality);
		for (const country of mention.countries ?? []) add('country', country);
		for (const phone of mention.phones ?? []) add('phone', phone);
		for (const email of mention.emails ?? []) add('email', email);
		for (const { street, postcode, city, country } of mention.addresses ?? [])
			add(
				'address',
				[street, [postcode, city].filter((each) => each !== undefined).join(' '), country]
					.filter((each) => each !== undefined && each !== '')
					.join(', '),
			);
	}
	return tally(facts).map(([key, mentions]) => {
		const [fact, value] = JSON.parse(key) as [string, string];
		return { fact, value, mentions };
	});
}

/** Whom it stands in records with, whom it shares an address or a number with; most frequent first. */
async function connectedWith(
	reader: Reader,
	id: string,
	members: readonly PreparedMention[],
	noise: readonly string[],
): Promise<EntityDetail['connected']> {
	const keys = new Set<number>();
	for (const { values } of members)
		for (const { kind, text } of values)
			if (kind !== 'address' && !noise.includes(text)) keys.add(numberKey(text));
	const found: EntityDetail['connected'] = [];
	const add = (how: string, row: entity.ConnectionRow): void => {
		if (found.some((each) => each.id === row.id)) return;
		found.push({
			id: row.id,
			kind: row.kind as EntityKind,
			caption: row.caption,
			how,
			records: row.records,
		});
	};
	for (const row of await entity.underKeys(
		reader,
		id,
		[...keys].slice(0, 200),
		SHARED_NUMBER,
		MOST_CONNECTED,
	))
		add('shares a number', row);
	for (const row of await entity.throughParts(reader, id, MOST_CONNECTED))
		add(row.isPart ? 'has the address' : 'shares the address', row);
	for (const row of await entity.besideInRecords(reader, id, MOST_CONNECTED))
		add('stands in the same records', row);
	return found.sort((a, b) => b.records - a.records || (a.id < b.id ? -1 : 1)).slice(0, MOST_CONNECTED);
}
