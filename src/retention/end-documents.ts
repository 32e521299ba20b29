/**
 * Ends documents in one transaction: masks or deletes their versions, and has every room forget what hung on them. The rooms
 * know their tables; this knows the order. Whoever calls is at the desk of resolution and writes the ledger last.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import { forgetSent } from '../exchange/store/end.ts';
import { keyHash } from '../intake/key-hash.ts';
import {
	deleteRecords,
	type EndingVersion,
	MASKED_SENTENCE,
	type MaskedRow,
	maskRecords,
} from '../intake/store/end.ts';
import { summarise } from '../intake/summarise.ts';
import { keysOf } from '../intake/validate/keys.ts';
import { subjectOf } from '../mentions/extract.ts';
import { deleteMentions, type EndedMention, endAppearances } from '../mentions/store/end.ts';
import type { Session } from '../platform/database/port.ts';
import { parseContent } from '../resolution/matching/prepare.ts';
import { forgetMentions } from '../resolution/store/end.ts';
import { forgetHits, holdBackBatches } from '../screening/store/end.ts';
import { forgetAssessments, maskAssessments } from '../targeting/store/end.ts';
import { documentKey } from '../values/content-key.ts';
import { maskRecord } from './personal.ts';
import { forgetHolds } from './store/holds.ts';

/** All versions of one document. */
export type EndingDocument = {
	readonly key: string;
	readonly kind: string;
	readonly versions: readonly EndingVersion[];
	/** Identifier of the newest version. */
	readonly newest: string;
};

export function documentsOf(versions: readonly EndingVersion[]): EndingDocument[] {
	const byKey = Map.groupBy(versions, ({ kind, reference }) => documentKey(kind, reference));
	return [...byKey].flatMap(([key, of]) => {
		const newest = of.find(({ latest }) => latest) ?? of.at(-1);
		return newest === undefined ? [] : [{ key, kind: newest.kind, versions: of, newest: newest.id }];
	});
}

/** A stored body; it was checked when it was stored. */
const readBody = (body: string): BorderRecord => JSON.parse(body) as BorderRecord;

/** @returns identifiers of the versions that were masked now, by kind. */
export async function maskDocuments(
	session: Session,
	documents: readonly EndingDocument[],
	at: Date,
): Promise<Map<string, string[]>> {
	const versions = documents.flatMap((document) =>
		document.versions.map((version) => ({ document, version })),
	);
	const open = versions.filter(({ version }) => version.maskedAt === null);
	if (open.length === 0) return new Map();
	await holdBackBatches(session);
	const rows: MaskedRow[] = [];
	const goneKeys: { key: number; record: string }[] = [];
	for (const { document, version } of open) {
		const before = readBody(version.body);
		const { record, removed } = maskRecord(before);
		const reference = maskedReference(record.reference, removed, document.newest);
		const masked = { ...record, reference };
		rows.push({
			id: version.id,
			reference,
			caption: summarise(masked).caption,
			body: JSON.stringify(masked),
		});
		const kept = new Set(keysOf(masked).map(keyHash));
		for (const key of new Set(keysOf(before).map(keyHash)))
			if (!kept.has(key)) goneKeys.push({ key, record: version.id });
	}
	const ids = rows.map(({ id }) => id);
	const submissions = new Set(open.map(({ version }) => version.submission));
	await maskRecords(session, rows, goneKeys, [...submissions], at);
	await maskAssessments(session, ids, MASKED_SENTENCE);
	await forgetEverywhere(session, await endAppearances(session, ids, 'persons'));
	return idsByKind(open.map(({ version }) => version));
}

/** Longest value that is looked for in a reference; a reference has 200 characters. */
const SHORTEST_TELLING = 4;

/** A reference in which a name or a number of a person stands gives way to one made by chance; all others stay. */
function maskedReference(reference: string, removed: readonly string[], newest: string): string {
	const written = reference.toLowerCase();
	const tells = removed.some(
		(value) => value.length >= SHORTEST_TELLING && written.includes(value.toLowerCase()),
	);
	return tells ? `masked ${newest}` : reference;
}

/** @returns identifiers of the versions that are gone, by kind, and the submissions that they came in. */
export async function deleteDocuments(
	session: Session,
	documents: readonly EndingDocument[],
): Promise<{ readonly records: Map<string, string[]>; readonly submissions: string[] }> {
	if (documents.length === 0) return { records: new Map(), submissions: [] };
	await holdBackBatches(session);
	const versions = documents.flatMap((document) => document.versions);
	const ids = versions.map(({ id }) => id);
	const keys = documents.map(({ key }) => key);
	const recordKeys = versions.flatMap(({ id, body }) =>
		[...new Set(keysOf(readBody(body)).map(keyHash))].map((key) => ({ key, record: id })),
	);
	await forgetEverywhere(session, await endAppearances(session, ids, 'all'));
	await forgetAssessments(session, ids);
	await deleteRecords(session, ids, keys, recordKeys);
	await forgetSent(session, keys);
	await forgetHolds(session, keys);
	return {
		records: idsByKind(versions),
		submissions: [...new Set(versions.map(({ submission }) => submission))],
	};
}

async function forgetEverywhere(session: Session, ended: readonly EndedMention[]): Promise<void> {
	if (ended.length === 0) return;
	await forgetHits(
		session,
		ended.map(({ key, side, content }) => ({ key, side, subject: subjectOf(mentionOf(content)) })),
	);
	await deleteMentions(
		session,
		ended.map(({ key }) => key),
	);
	await forgetMentions(session, ended);
}

const mentionOf = (content: string) =>
	parseContent(content) ?? { kind: 'party' as const, names: [], identifiers: [] };

function idsByKind(versions: readonly Pick<EndingVersion, 'id' | 'kind'>[]): Map<string, string[]> {
	return new Map(
		[...Map.groupBy(versions, ({ kind }) => kind)].map(([kind, of]) => [kind, of.map(({ id }) => id)]),
	);
}
