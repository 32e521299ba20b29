/**
 * A row of the table of records as lists show it, for every store that answers with one.
 */
import type { RecordSummary } from '../../../contract/views.ts';
import { momentOf } from '../identifiers.ts';
import type { RecordTable } from '../tables.ts';
import type { Database } from './port.ts';

/** Columns of `record` that a row of a list is made from. */
export const SUMMARY_COLUMNS = [
	'record.id',
	'record.kind',
	'record.reference',
	'record.version',
	'record.format',
	'record.office',
	'record.carrier',
	'record.lane',
	'record.caption',
	'record.document_date',
	'record.origin_country',
	'record.destination_country',
	'record.hs_code',
	'record.gross_mass_kg',
	'record.value',
	'record.currency',
	'record.infos',
	'record.warnings',
	'record.errors',
	'record.masked_at',
] as const;

export type SummaryRow = Pick<
	RecordTable,
	| 'id'
	| 'kind'
	| 'reference'
	| 'version'
	| 'format'
	| 'office'
	| 'carrier'
	| 'lane'
	| 'caption'
	| 'document_date'
	| 'origin_country'
	| 'destination_country'
	| 'hs_code'
	| 'gross_mass_kg'
	| 'value'
	| 'currency'
	| 'infos'
	| 'warnings'
	| 'errors'
	| 'masked_at'
>;

/** A row of a list as the contract shows it. */
export function toSummary(row: SummaryRow): RecordSummary {
	return {
		id: row.id,
		// Columns are written from the same contract that this type comes from.
		kind: row.kind as RecordSummary['kind'],
		reference: row.reference,
		version: row.version,
		receivedAt: new Date(momentOf(row.id)).toISOString(),
		format: row.format as RecordSummary['format'],
		office: row.office,
		carrier: row.carrier,
		lane: row.lane as RecordSummary['lane'],
		caption: row.caption,
		documentDate: row.document_date,
		originCountry: row.origin_country,
		destinationCountry: row.destination_country,
		hsCode: row.hs_code,
		grossMassKg: row.gross_mass_kg,
		value: row.value,
		currency: row.currency,
		findings: row.infos + row.warnings + row.errors,
		worst: row.errors > 0 ? 'error' : row.warnings > 0 ? 'warning' : row.infos > 0 ? 'info' : null,
		...(row.masked_at === null ? {} : { masked: true as const }),
	};
}

/** Records by identifier, in the order asked; those that are gone or restricted are left out. */
export async function readSummaries(
	database: Pick<Database, 'kysely'>,
	ids: readonly string[],
): Promise<RecordSummary[]> {
	if (ids.length === 0) return [];
	const rows = await database.kysely
		.selectFrom('record')
		.select(SUMMARY_COLUMNS)
		.where('id', 'in', [...ids])
		.where('restricted', '=', false)
		.execute();
	const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}
