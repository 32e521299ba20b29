/**
 * A model for the browser alone: a node has one only when inspections of several days are known, and a test has no days.
 * The answers are checked against the contract by the console itself.
 */
import type { BrowserContext } from 'playwright-core';
import type { ModelDetail, ModelState } from '../../../contract/views-models.ts';
import type { Rate } from '../../../contract/views-targeting.ts';
import { wilson } from '../../../src/values/proportion.ts';

const rate = (count: number, of: number): Rate => ({ ...wilson(count, of) });
const at = (one: number, two: number, five: number, ten: number) => ({
	'1': one,
	'2': two,
	'5': five,
	'10': ten,
});
const group = (name: string, expected: number) => ({
	group: name,
	rows: 400,
	found: rate(80, 400),
	expected,
	chosen: 20,
	precision: rate(17, 20),
});

const summary = (version: number, state: ModelState): ModelDetail['summary'] => ({
	id: `00000000-0000-7000-8000-00000000000${version}`,
	version,
	state,
	trainedAt: '2026-03-01T08:00:00.000Z',
	trainedBy: 'Ana Lyst',
	decidedAt: null,
	decidedBy: null,
	reason: null,
	labelled: 2_400,
	auc: 0.91,
	precisionAt: at(0.97, 0.94, 0.88, 0.7),
});

const detail = (version: number, state: ModelState): ModelDetail => ({
	summary: summary(version, state),
	card: {
		data: {
			from: '2025-03-01',
			until: '2026-02-28',
			lines: 40_000,
			labelled: 2_400,
			offences: 480,
			randomlyChosen: 190,
		},
		heldOut: { from: '2026-01-15', until: '2026-02-28', rows: 620 },
		features: ['Price of a kilogram against its HS code and origin', 'Offences of the importer before'].map(
			(title, index) => ({
				name: `feature_${index}`,
				title,
				gain: 10 / (index + 1),
				meanEffect: 0.4 - index / 5,
			}),
		),
		precisionAt: at(0.97, 0.94, 0.88, 0.7),
		recallAt: at(0.05, 0.1, 0.22, 0.35),
		revenueRecallAt: at(0.1, 0.2, 0.4, 0.6),
		auc: 0.91,
		randomShare: null,
		calibration: {
			error: 0.014,
			bins: [0.05, 0.2, 0.5, 0.8].map((expected) => ({ expected, found: expected + 0.02, rows: 150 })),
		},
		errors: {
			office: [group('MT000101', 0.21), group('MT000102', 0.4)],
			section: [group('XII', 0.2)],
			origin: [],
		},
		trees: 200,
		revenueTrees: null,
		trainSeconds: 3.2,
		seed: 1,
		limits: ['Lines with an outcome were chosen for inspection: figures lean to what was suspected.'],
	},
	drift: {
		rows: 900,
		score: 0.04,
		features: [{ name: 'feature_0', title: 'Price of a kilogram', index: 0.3 }],
		sentence: 'The score is stable; one feature has changed.',
	},
	live: { scored: 900, auc: null, precision: rate(30, 90), precisionAtTop: rate(20, 30) },
	comparison:
		state === 'champion'
			? null
			: {
					champion: 1,
					rows: 620,
					precisionAt: { champion: at(0.9, 0.9, 0.8, 0.6), challenger: at(0.97, 0.94, 0.88, 0.7) },
					auc: { champion: 0.86, challenger: 0.91 },
					overlap: { both: 20, champion: 11, challenger: 11 },
					sentence: 'At 5 % inspected it is right in 88 of 100, the champion in 80 of 100.',
				},
});

/** Answers questions about models as if there were a champion and a challenger. @returns what was decided, as it is asked. */
export async function withMadeModels(context: BrowserContext): Promise<{ decided: unknown[] }> {
	const decided: unknown[] = [];
	const states = new Map<number, ModelState>([
		[2, 'challenger'],
		[1, 'champion'],
	]);
	const of = (version: number) => detail(version, states.get(version) ?? 'trained');
	await context.route('**/api/models', (route) =>
		route.fulfill({
			json: {
				models: [...states].map(([version, state]) => summary(version, state)),
				training: {
					state: 'done',
					startedAt: '2026-03-01T08:00:00.000Z',
					by: 'Ana Lyst',
					done: 1,
					of: 1,
					version: 2,
					message: null,
				},
			},
		}),
	);
	await context.route(/\/api\/models\/\d+$/, (route) =>
		route.fulfill({ json: of(Number(route.request().url().split('/').pop())) }),
	);
	await context.route(/\/api\/models\/\d+\/decide$/, (route) => {
		decided.push(route.request().postDataJSON());
		states.set(1, 'retired');
		states.set(2, 'champion');
		return route.fulfill({ json: of(2) });
	});
	return { decided };
}
