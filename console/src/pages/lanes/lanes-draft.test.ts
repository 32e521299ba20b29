import { describe, expect, it } from 'vitest';
import type { LaneSettings } from '../../../../contract/views-targeting.ts';
import { describeChanges, readLanesDraft, writeDraft } from './lanes-draft.ts';

const settings: LaneSettings = {
	redFrom: 0.6,
	yellowFrom: 0.3,
	blueFrom: 0.15,
	randomShare: 0.007,
	randomLane: 'red',
	trustedShare: 0.29,
	rankBy: 'both',
	currency: 'NOK',
	capacities: [
		{ office: '*', red: 20, yellow: null },
		{ office: 'NO01', red: 0, yellow: 40 },
	],
};

describe('thresholds and capacities', () => {
	it('come back as they were written', () => {
		expect(readLanesDraft(writeDraft(settings))).toEqual({ settings, problems: [] });
		expect(writeDraft(settings).randomShare).toBe('0.7');
	});

	it('are refused where a lane begins above a stricter one', () => {
		const read = readLanesDraft({ ...writeDraft(settings), yellowFrom: '0.7' });
		expect(read.problems).toEqual([expect.stringMatching(/no lower/)]);
	});

	it('never let the random share or the checks of trusted traders become none', () => {
		expect(readLanesDraft({ ...writeDraft(settings), randomShare: '0' }).problems).toHaveLength(1);
		expect(readLanesDraft({ ...writeDraft(settings), trustedShare: '0' }).problems).toHaveLength(1);
	});

	it('say which office is named twice, or not at all', () => {
		const draft = writeDraft(settings);
		const capacities = [
			...draft.capacities,
			{ key: 7, office: 'NO01', red: '', yellow: '' },
			{ key: 8, office: '', red: '', yellow: '1.5' },
		];
		expect(readLanesDraft({ ...draft, capacities }).problems).toHaveLength(3);
	});

	it('are told as what changes', () => {
		expect(describeChanges(settings, settings)).toEqual([]);
		expect(
			describeChanges(settings, {
				...settings,
				redFrom: 0.7,
				capacities: [{ office: '*', red: 25, yellow: null }],
			}),
		).toEqual([
			'Red from: 0.6 → 0.7',
			'Every other office: 20 red, no limit yellow → 25 red, no limit yellow',
			'NO01: 0 red, 40 yellow → as every other office',
		]);
	});
});
