/**
 * Validation across documents: a record held against others that carry the same identifiers (lookups.ts finds them).
 * In: a record and its related records with their identifiers and times of receipt. Out: findings that name the other record.
 * The comparison works in either order of receipt. Pure, bounded, and quiet where one side does not say anything.
 */
import type { Finding } from '../../../contract/findings.ts';
import type { BorderRecord, RecordKind, RecordOf } from '../../../contract/records/record.ts';
import { noReferenceLists, type ReferenceLists } from '../../values/reference-lists.ts';
import { crossCashDeclarations, crossCashWithList } from './across-cash.ts';
import { crossDeclarations, crossDeclarationWithReport } from './across-goods.ts';
import { crossPlaces } from './across-places.ts';
import { crossBookingWithList } from './across-travel.ts';
import { FindingSheet } from './finding-sheet.ts';
import { normaliseReference } from './key-values.ts';

/** Another record, as the store has it. */
export type Related = {
	readonly id: string;
	readonly record: BorderRecord;
	/** ISO 8601 with zone. */
	readonly receivedAt: string;
};

export type CrossContext = {
	/** When the record was received, ISO 8601 with zone. */
	readonly receivedAt: string;
	/** Gives coordinates of places; without it only stated coordinates count. */
	readonly lists?: ReferenceLists;
};

/** Related records that are looked at; the rest of a very long list adds nothing but time. */
const MOST_RELATED = 500;

function isOfKind<Kind extends RecordKind>(record: BorderRecord, kind: Kind): record is RecordOf<Kind> {
	return record.kind === kind;
}

function ofKind<Kind extends RecordKind>(
	others: readonly Related[],
	kind: Kind,
): { id: string; record: RecordOf<Kind> }[] {
	return others.flatMap(({ id, record }) => (isOfKind(record, kind) ? [{ id, record }] : []));
}

const isCancelled = (record: BorderRecord): boolean =>
	'function' in record && record.function === 'cancellation';

/**
 * Holds a record against related ones. Earlier versions of the record itself, and cancelled records, are left out.
 * Call it for an outcome also where nothing was found: that its subject is unknown is what it has to say then.
 */
export function crossCheck(
	record: BorderRecord,
	related: readonly Related[],
	context: CrossContext,
): Finding[] {
	const lists = context.lists ?? noReferenceLists;
	const sheet = new FindingSheet({ receivedOn: context.receivedAt.slice(0, 10), lists });
	if (isCancelled(record)) return [];
	const others = related
		.slice(0, MOST_RELATED)
		.filter(
			(other) =>
				!isCancelled(other.record) &&
				!(other.record.kind === record.kind && other.record.reference === record.reference),
		);
	switch (record.kind) {
		case 'declaration':
			crossDeclarationWithReport(sheet, record, ofKind(others, 'cargo-report'));
			crossDeclarations(sheet, record, ofKind(others, 'declaration'));
			break;
		case 'cargo-report':
			for (const { id, record: declaration } of ofKind(others, 'declaration'))
				crossDeclarationWithReport(sheet, declaration, [{ id, record }]);
			break;
		case 'passenger-list':
			crossBookingWithList(
				sheet,
				ofKind(others, 'booking').map(({ id, record: booking }) => ({ id, booking, list: record })),
			);
			for (const { id, record: cash } of ofKind(others, 'cash-declaration'))
				crossCashWithList(sheet, cash, record, id, 'travellers');
			break;
		case 'booking':
			crossBookingWithList(
				sheet,
				ofKind(others, 'passenger-list').map(({ id, record: list }) => ({ id, booking: record, list })),
			);
			break;
		case 'cash-declaration':
			crossCashDeclarations(sheet, record, ofKind(others, 'cash-declaration'));
			for (const { id, record: list } of ofKind(others, 'passenger-list'))
				crossCashWithList(sheet, record, list, id, 'journey');
			break;
		case 'outcome':
			crossOutcome(sheet, record, others);
			break;
		case 'movement-event':
		case 'suspicion-report':
	}
	crossPlaces(sheet, record, others, lists);
	return sheet.close();
}

function crossOutcome(sheet: FindingSheet, record: RecordOf<'outcome'>, others: readonly Related[]): void {
	const { kind, reference } = record.subject;
	const wanted = normaliseReference(reference);
	const known = others.some(
		(other) =>
			other.record.kind === kind.toLowerCase() && normaliseReference(other.record.reference) === wanted,
	);
	if (!known)
		sheet.report(
			'cross.outcome-without-record',
			'subject',
			`The inspected ${kind} ${reference} is not among the records of this node.`,
			reference,
		);
}
