/**
 * A finding: a defect or a discrepancy that reading or validation saw. It never stops a record from being kept.
 */
import { z } from 'zod';

export const severities = ['info', 'warning', 'error'] as const;
export const severity = z.enum(severities);

export const finding = z.strictObject({
	/** Stable, dotted, lower case: `edifact.segment-count`, `container.check-digit`, `cross.gross-mass` … See docs/findings.md. */
	code: z
		.string()
		.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
		.max(80),
	severity,
	/**
	 * Where: a path into the record (`items[2].hsCode`), or a place in the message
	 * (`segment 14 (NAD), element 4, offset 1032`).
	 */
	place: z.string().max(300),
	/** The value that was found, as text. */
	value: z.string().max(500).optional(),
	/** The value that it was held against: what was expected, or what the other document says. */
	against: z.string().max(500).optional(),
	/** Record identifier of the other document, for findings across documents. */
	otherRecord: z.string().max(64).optional(),
	/** One sentence for an officer, with both values in it. */
	sentence: z.string().max(1_000),
});

export type Severity = z.infer<typeof severity>;
export type Finding = z.infer<typeof finding>;
