/**
 * A model as it is stored and exported: trees of both heads, what rates are drawn to, and the distribution that drift is
 * held against. What is read is treated as hostile: shapes, sizes and trees are checked before anything walks them.
 */
import { z } from 'zod';
import { binCount } from '../trees/bin-columns.ts';
import type { Model } from '../trees/fit-model.ts';
import { MODEL_LIMITS, modelValue, readModelValue } from '../trees/model-file.ts';
import { type DriftReference, driftReference } from './drift.ts';

const FORMAT = 'tidewaiter-model';
const VERSION = 1;

export type StoredModel = {
	/** Logistic head with its calibration. */
	readonly probability: Model;
	/** Tweedie head: amount recovered for a line of goods; null where too few amounts were known. */
	readonly revenue: Model | null;
	/** Of the amounts; null where there were none. */
	readonly currency: string | null;
	/** Rate of offences of all lines when training ended. */
	readonly priorRate: number;
	readonly reference: DriftReference;
};

const storedModel = z.strictObject({
	format: z.literal(FORMAT),
	version: z.literal(VERSION),
	probability: z.unknown(),
	revenue: z.unknown(),
	currency: z
		.string()
		.regex(/^[A-Z]{3}$/)
		.nullable(),
	priorRate: z.number().min(0).max(1),
	reference: driftReference,
	/** Of an exported file; the store has the card beside the trees. */
	card: z.unknown().optional(),
});

export type ReadStoredModel =
	| { readonly ok: true; readonly model: StoredModel }
	/** Half a sentence that can follow "The model was refused:". */
	| { readonly ok: false; readonly reason: string };

/** @returns JSON text; the same model always gives the same text. */
export const formatStoredModel = ({
	probability,
	revenue,
	currency,
	priorRate,
	reference,
}: StoredModel): string =>
	JSON.stringify({
		format: FORMAT,
		version: VERSION,
		probability: modelValue(probability),
		revenue: revenue === null ? null : modelValue(revenue),
		currency,
		priorRate,
		reference,
	});

/** Reads a model. Never throws. */
export function parseStoredModel(text: string): ReadStoredModel {
	if (text.length > 2 * MODEL_LIMITS.characters) return { ok: false, reason: 'it is too large' };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { ok: false, reason: 'it is no JSON' };
	}
	const read = storedModel.safeParse(value);
	if (!read.success) {
		const issue = read.error.issues[0];
		return {
			ok: false,
			reason: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong shape'}`,
		};
	}
	const probability = readModelValue(read.data.probability);
	if (!probability.ok) return { ok: false, reason: `probability: ${probability.reason}` };
	const revenue = read.data.revenue === null ? undefined : readModelValue(read.data.revenue);
	if (revenue?.ok === false) return { ok: false, reason: `revenue: ${revenue.reason}` };
	if (probability.model.ensemble.loss !== 'logistic')
		return { ok: false, reason: 'probability: its trees give no probability' };
	const { currency, priorRate, reference } = read.data;
	const { features } = probability.model.ensemble;
	const fits =
		reference.features.length === features.length &&
		reference.features.every(
			({ groups, shares }, at) =>
				groups.length === binCount(features[at]!) && groups.every((group) => group < shares.length),
		) &&
		reference.score.shares.length === reference.score.bounds.length + 1;
	if (!fits) return { ok: false, reason: 'reference: it does not fit the features' };
	return {
		ok: true,
		model: {
			probability: probability.model,
			revenue: revenue?.ok === true ? revenue.model : null,
			currency,
			priorRate,
			reference,
		},
	};
}
