import { describe, expect, it } from 'vitest';
import type { ModelDetail } from '../../contract/views-models.ts';
import { modelShapes, showDecided, showTraining } from './model-shapes.ts';

const rate = { count: 8, of: 20, rate: 0.4, low: 0.22, high: 0.61 };
const shares = { '1': 1, '2': 0.9, '5': 0.8, '10': 0.6 };
const errors = [{ group: 'XI', rows: 20, found: rate, expected: 0.38, chosen: 5, precision: rate }];

const detail: ModelDetail = {
	summary: {
		id: 'model-3',
		version: 3,
		state: 'challenger',
		trainedAt: '2026-04-01T12:00:00.000Z',
		trainedBy: 'A. Analyst',
		decidedAt: '2026-04-02T08:00:00.000Z',
		decidedBy: 'S. Supervisor',
		reason: 'looks better',
		labelled: 2_050,
		auc: 0.91,
		precisionAt: shares,
	},
	card: {
		data: {
			from: '2026-01-01',
			until: '2026-03-31',
			lines: 40_000,
			labelled: 2_050,
			offences: 140,
			randomlyChosen: 600,
		},
		heldOut: { from: '2026-03-18', until: '2026-03-31', rows: 300 },
		features: [{ name: 'origin', title: 'the country of origin', gain: 12.3, meanEffect: 0.4 }],
		precisionAt: shares,
		recallAt: shares,
		revenueRecallAt: shares,
		auc: 0.91,
		randomShare: { rows: 110, offences: 12, auc: 0.8, precisionAt: shares, recallAt: shares },
		calibration: { error: 0.02, bins: [{ expected: 0.1, found: 0.12, rows: 150 }] },
		errors: { office: errors, section: errors, origin: errors },
		trees: 90,
		revenueTrees: 40,
		trainSeconds: 12.5,
		seed: 1,
		limits: ['It knows no season.'],
	},
	drift: { rows: 900, score: 0.05, features: [], sentence: 'The probabilities are as they were.' },
	live: { scored: 14_000, auc: null, precision: rate, precisionAtTop: rate },
	comparison: {
		champion: 2,
		rows: 300,
		precisionAt: { champion: shares, challenger: shares },
		auc: { champion: 0.9, challenger: 0.91 },
		overlap: { both: 10, champion: 5, challenger: 5 },
		sentence: 'Both rank alike.',
	},
};

describe('commands of models', () => {
	it('show a card as tables, with where its figures come from and what they do not say', () => {
		const text = modelShapes.readModel?.show(detail) ?? '';
		for (const said of [
			'Version 3, challenger since 2026-04-02 08:00:00 by S. Supervisor: looks better',
			'40,000 lines of goods, 2,050 with an outcome, 140 with an offence; 600 drawn at random',
			'precision, random share (110)',
			'40.0 % (22.0 % to 61.0 %; 8 of 20)',
			'Against version 2, 300 declarations: Both rank alike.',
			'14,000 lines of goods scored',
			'Drift: The probabilities are as they were.',
			'It knows no season.',
		])
			expect(text).toContain(said);
	});

	it('show where a training is', () => {
		const idle = {
			state: 'idle',
			startedAt: null,
			by: null,
			done: 0,
			of: null,
			version: null,
			message: null,
		} as const;
		expect(showTraining(idle)).toContain('No training has run');
		expect(showTraining({ ...idle, state: 'reading', by: 'A. Analyst', done: 500, of: 2_000 })).toBe(
			'Training by A. Analyst: reads declarations: 500 of 2,000.',
		);
		expect(modelShapes.listModels?.show({ models: [detail.summary], training: idle })).toContain(
			'looks better',
		);
		expect(showDecided(detail)).toBe('Version 3 is the challenger.\n');
	});
});
