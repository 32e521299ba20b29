/**
 * A reading in, a row to be out: everything about one record that can be known without the database.
 * Pure: identifiers and time come in. What other documents say is added by `crossCheck` once the store has found them.
 */
import type { Finding } from '../../contract/findings.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import { appearancesOf, purposeOf, toKeyed } from '../mentions/extract.ts';
import type { AppearanceRole, KeyedMention } from '../mentions/model.ts';
import { contentKey, documentName } from '../values/content-key.ts';
import type { ReferenceLists } from '../values/reference-lists.ts';
import { keyHash } from './key-hash.ts';
import type { FormatId, ReadRecord } from './model.ts';
import { type Summary, summarise } from './summarise.ts';
import { completeness } from './validate/completeness.ts';
import { keysOf } from './validate/keys.ts';
import { type Lookup, lookupsOf } from './validate/lookups.ts';
import { validateRecord } from './validate/validate.ts';

export type Prepared = {
	record: BorderRecord;
	format: FormatId;
	place: string;
	/** Findings of the reader and of validation within the document. */
	findings: Finding[];
	body: string;
	/** Hash of the body; equal bodies are a repetition. */
	content: string;
	/** Names the business document over its versions. */
	identity: string;
	/** Hashes of the identifiers that it carries. */
	keys: number[];
	/** Identifiers by which other documents are looked for. */
	lookups: { hash: number; kinds: Lookup['kinds']; daysBack: number }[];
	/** Whom and what the record speaks of, in the order of the record. */
	appearances: { role: AppearanceRole; place: string; mention: KeyedMention }[];
	summary: Summary;
	completeness: { given: number; expected: number };
};

/** At most this many findings of one record are kept; a last one says how many more there were. */
export const MAX_FINDINGS = 200;

/** @param receivedOn `YYYY-MM-DD` in UTC, against which dates are judged. */
export function prepare(reading: ReadRecord, receivedOn: string, lists: ReferenceLists): Prepared {
	const { record } = reading;
	const body = JSON.stringify(record);
	const keys = keysOf(record);
	const score = completeness(record);
	return {
		record,
		format: reading.format,
		place: reading.place.words,
		findings: [...reading.findings, ...validateRecord(record, { receivedOn, lists }, score)],
		body,
		content: contentKey(body),
		identity: identityOf(record),
		keys: [...new Set(keys.map(keyHash))],
		lookups: lookupsOf(record, keys).map(({ key, kinds, daysBack }) => ({
			hash: keyHash(key),
			kinds,
			daysBack,
		})),
		appearances: mentionsOf(record),
		summary: summarise(record),
		completeness: { given: score.given, expected: score.expected },
	};
}

function mentionsOf(record: BorderRecord): Prepared['appearances'] {
	const purpose = purposeOf(record.kind);
	if (purpose === undefined) return [];
	return appearancesOf(record).map((appearance) => ({
		role: appearance.role,
		place: appearance.place,
		mention: toKeyed(appearance, purpose),
	}));
}

/** What names one business document: its kind and reference. */
export const identityOf = (record: BorderRecord): string => documentName(record.kind, record.reference);

/** Cuts a list of findings to what is kept, worst first where it must be cut. */
export function boundFindings(findings: readonly Finding[]): Finding[] {
	if (findings.length <= MAX_FINDINGS) return [...findings];
	const rank = { error: 0, warning: 1, info: 2 } as const;
	const kept = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS - 1);
	kept.push({
		code: 'findings.more',
		severity: 'info',
		place: '',
		value: String(findings.length),
		sentence: `This record has ${findings.length} findings; the ${MAX_FINDINGS - 1} worst are kept.`,
	});
	return kept;
}
