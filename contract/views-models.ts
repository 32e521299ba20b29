/** What is answered about models: the card that is made when one is trained, and how it does since. */
import { z } from 'zod';
import { instant } from './views.ts';
import { rate } from './views-targeting.ts';

/** Trained: waits for a decision. Challenger: scores beside the champion, decides nothing. Champion: decides. */
export const modelState = z.enum(['trained', 'challenger', 'champion', 'retired']);

/** Precision and recall where so many per cent are inspected: keys 1, 2, 5, 10. */
export const atShare = z.record(z.string(), z.number());

const errorsBy = z.array(
	z.object({
		group: z.string(),
		rows: z.number().int(),
		found: rate,
		/** Mean of the probability that the model gave. */
		expected: z.number(),
		/** Chosen at 5 %, and how many of them were right. */
		chosen: z.number().int(),
		precision: rate,
	}),
);

export const modelCard = z.object({
	data: z.object({
		from: z.string(),
		until: z.string(),
		/** Lines of goods that were replayed, with an outcome, and with an offence. */
		lines: z.number().int(),
		labelled: z.number().int(),
		offences: z.number().int(),
		/** Of the labelled: drawn at random. The rest was chosen, so figures lean to what was suspected. */
		randomlyChosen: z.number().int(),
	}),
	/** How the figures below were made: days that the trees did not see. */
	heldOut: z.object({ from: z.string(), until: z.string(), rows: z.number().int() }),
	features: z.array(
		z.object({
			name: z.string(),
			title: z.string(),
			gain: z.number(),
			meanEffect: z.number(),
		}),
	),
	precisionAt: atShare,
	recallAt: atShare,
	/** Share of the amounts recovered that was in the first so many per cent, ranked by both heads. */
	revenueRecallAt: atShare.nullable(),
	auc: z.number(),
	/** The same figures among what was drawn at random, without bias; null where that is too few. */
	randomShare: z
		.object({
			rows: z.number().int(),
			offences: z.number().int(),
			auc: z.number(),
			precisionAt: atShare,
			recallAt: atShare,
		})
		.nullable()
		.optional(),
	calibration: z.object({
		error: z.number(),
		bins: z.array(z.object({ expected: z.number(), found: z.number(), rows: z.number().int() })),
	}),
	errors: z.object({ office: errorsBy, section: errorsBy, origin: errorsBy }),
	trees: z.number().int(),
	revenueTrees: z.number().int().nullable(),
	trainSeconds: z.number(),
	seed: z.number().int(),
	/** What was left out, and what the figures do not say. */
	limits: z.array(z.string()),
});

export const modelDrift = z.object({
	rows: z.number().int(),
	/** Population stability index of the score and of features; under 0.1 stable, over 0.25 changed. */
	score: z.number().nullable(),
	features: z.array(z.object({ name: z.string(), title: z.string(), index: z.number() })),
	sentence: z.string(),
});

export const modelLive = z.object({
	/** Lines of goods that it scored since it became what it is. */
	scored: z.number().int(),
	/** Among the random share: without bias. */
	auc: z.number().nullable(),
	/** Of the inspected records that it scored. */
	precision: rate,
	/** Of those among the highest 5 % by this model that were inspected. */
	precisionAtTop: rate,
});

export const modelSummary = z.object({
	id: z.string(),
	version: z.number().int(),
	state: modelState,
	trainedAt: instant,
	trainedBy: z.string(),
	decidedAt: instant.nullable(),
	decidedBy: z.string().nullable(),
	reason: z.string().nullable(),
	labelled: z.number().int(),
	auc: z.number(),
	precisionAt: atShare,
});

export const modelDetail = z.object({
	summary: modelSummary,
	card: modelCard,
	drift: modelDrift.nullable(),
	live: modelLive.nullable(),
	/** Champion and this one on the same held-out days; null where this is the champion or there is none. */
	comparison: z
		.object({
			champion: z.number().int(),
			rows: z.number().int(),
			precisionAt: z.object({ champion: atShare, challenger: atShare }),
			auc: z.object({ champion: z.number(), challenger: z.number() }),
			/** Chosen at 5 % by both, only by one, only by the other. */
			overlap: z.object({
				both: z.number().int(),
				champion: z.number().int(),
				challenger: z.number().int(),
			}),
			sentence: z.string(),
		})
		.nullable(),
});

export const training = z.object({
	state: z.enum(['idle', 'reading', 'training', 'measuring', 'failed', 'done']),
	startedAt: instant.nullable(),
	by: z.string().nullable(),
	done: z.number(),
	of: z.number().nullable(),
	/** Version that came of it. */
	version: z.number().int().nullable(),
	message: z.string().nullable(),
});

export type ModelState = z.infer<typeof modelState>;
export type ModelCard = z.infer<typeof modelCard>;
export type ModelDrift = z.infer<typeof modelDrift>;
export type ModelLive = z.infer<typeof modelLive>;
export type ModelSummary = z.infer<typeof modelSummary>;
export type ModelDetail = z.infer<typeof modelDetail>;
export type Training = z.infer<typeof training>;
