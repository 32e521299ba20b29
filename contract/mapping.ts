/**
 * A mapping file: how the columns of somebody's CSV become records. Plain data, checked by this schema before use.
 * Reference with an example: docs/formats/json-csv.md.
 */
import { z } from 'zod';
import { recordKind } from './records/record.ts';

/** Name of a column as it stands in the header; compared without regard to case and white space around it. */
const column = z.string().min(1).max(200);

/**
 * How dates are written: `YYYY`, `YY`, `MM`, `MMM` (Jan … Dec), `DD`, `HH`, `mm`, `ss` and literal characters;
 * or `excel` for a serial day number of a spreadsheet.
 */
const dateFormat = z.string().min(1).max(40);

/** Units whose factor is known: to kilograms, from hundredths of a currency, from a fraction to per cent. */
export const sourceUnits = ['g', 'kg', 't', 'lb', 'oz', 'cent', 'fraction'] as const;

const conversion = {
	/** Value by value: a table given here, or the name of one under `tables`; "" in a table means nothing at all. */
	lookup: z.union([z.string().min(1).max(64), z.record(z.string().max(200), z.string().max(200))]).optional(),
	/** For `lookup`: what a value becomes that the table does not have. Without it such a value is a finding. */
	otherwise: z.string().max(200).optional(),
	/** What an empty cell stands for. */
	default: z.string().min(1).max(400).optional(),
	/** The unit that the column is in. */
	unit: z.enum(sourceUnits).optional(),
	/** Texts taken out before anything else: thousands separators, currency signs, dots in an HS code. */
	remove: z.array(z.string().min(1).max(10)).max(10).optional(),
	/** Zeros are put before a number until it has so many digits: spreadsheets eat them ("10121" for 010121). */
	padTo: z.number().int().min(1).max(40).optional(),
	case: z.enum(['upper', 'lower']).optional(),
	decimalMark: z.enum(['.', ',']).optional(),
	dateFormat: z.union([dateFormat, z.array(dateFormat).min(1).max(10)]).optional(),
	/** For a list: what stands between the values in the cell. */
	split: z.string().min(1).max(5).optional(),
};

/** Where a value comes from. A bare text is a column. */
export const source = z.union([
	column,
	z.strictObject({ column, ...conversion }),
	/** Several columns as one text; empty ones are passed over. */
	z.strictObject({
		columns: z.array(column).min(1).max(20),
		separator: z.string().max(10).default(' '),
		...conversion,
	}),
	z.strictObject({ constant: z.union([z.string().min(1).max(400), z.number(), z.boolean()]) }),
	/** 1, 2, 3 … for the rows of one record. */
	z.strictObject({ sequence: z.literal(true) }),
]);

export const target = z.strictObject({
	kind: recordKind,
	/** Only rows whose column is filled, or has one of these values, give this record. */
	when: z
		.strictObject({ column, equals: z.array(z.string().max(200)).min(1).max(100).optional() })
		.optional(),
	/** Consecutive rows with equal values here make one record; paths with `[]` take one entry from each row. */
	groupBy: z.array(column).min(1).max(10).optional(),
	/**
	 * Path in the record to its source: `declaredOn`, `parties[0].name`, `items[].netMassKg`, `further["Tax office"]`.
	 * An object of which only constants were filled is left out.
	 */
	fields: z.record(z.string().min(1).max(300), source),
	/** Columns carried over as they are into `further` (declarations only). */
	carry: z.array(column).max(100).optional(),
});

export const mapping = z.strictObject({
	id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
	title: z.string().min(1).max(200),
	/** The columns by which a file is recognised as this mapping's; all must be in its header. */
	signature: z.array(column).min(1).max(200),
	/** Columns that no row may leave empty. */
	required: z.array(column).max(200).optional(),
	/** Lines before the header. */
	skipLines: z.number().int().min(0).max(100).default(0),
	delimiter: z.enum(['detect', ',', ';', '\t', '|']).default('detect'),
	encoding: z.enum(['detect', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).default('detect'),
	decimalMark: z.enum(['.', ',']).default('.'),
	dateFormat: z.union([dateFormat, z.array(dateFormat).min(1).max(10)]).default('YYYY-MM-DD'),
	tables: z.record(z.string().max(64), z.record(z.string().max(200), z.string().max(200))).optional(),
	targets: z.array(target).min(1).max(10),
});

export type Mapping = z.infer<typeof mapping>;
export type MappingInput = z.input<typeof mapping>;
export type MappingTarget = z.infer<typeof target>;
export type MappingSource = z.infer<typeof source>;
export type SourceUnit = (typeof sourceUnits)[number];
