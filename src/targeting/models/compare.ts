/**
 * Champion and challenger on the same held-out declarations: figures of both, and how far they choose the same.
 */
import type { ModelCard, ModelDetail } from '../../../contract/views-models.ts';
import { highestOfCases } from '../trees/fit-model.ts';
import { areaUnderCurve, measureTop } from '../trees/measure.ts';
import type { HeldOutCase } from './card.ts';
import type { LiveModel } from './live-models.ts';
import type { TrainingRow } from './training-replay.ts';

type Comparison = NonNullable<ModelDetail['comparison']>;

/** Champion of the day on which the other was trained. */
export type Champion = LiveModel & {
	/** Last day that it was trained on, `YYYY-MM-DD`. */
	readonly lastDay?: string;
};

const CHOSEN_PERCENT = 5;

const points = (share: number): string => `${(100 * share).toFixed(1)} %`;

/**
 * @param heldOut declarations as the new model ranks them.
 * @param rows lines of the same declarations.
 */
export function compareModels(
	champion: Champion,
	heldOut: readonly HeldOutCase[],
	rows: readonly TrainingRow[],
	firstDay: number,
): Comparison {
	const line = champion.probabilities(rows.map(({ features }) => features));
	const highest = highestOfCases(
		line,
		rows.map(({ caseNumber }) => caseNumber),
	);
	const theirs = Float64Array.from(highest, (row) => line[row]!);
	const ours = Float64Array.from(heldOut, ({ margin }) => margin);
	const found = Float64Array.from(heldOut, (each) => (each.found ? 1 : 0));
	const count = Math.max(1, Math.round((heldOut.length * CHOSEN_PERCENT) / 100));
	const top = (score: Float64Array): Set<number> =>
		new Set(
			Array.from(score.keys())
				.sort((a, b) => score[b]! - score[a]! || a - b)
				.slice(0, count),
		);
	const [ofChampion, ofChallenger] = [top(theirs), top(ours)];
	const both = [...ofChampion].filter((at) => ofChallenger.has(at)).length;
	const precisionAt: Comparison['precisionAt'] = {
		champion: measureTop(theirs, found).precisionAt,
		challenger: measureTop(ours, found).precisionAt,
	};
	const auc = { champion: areaUnderCurve(theirs, found), challenger: areaUnderCurve(ours, found) };
	const first = new Date(firstDay * 86_400_000).toISOString().slice(0, 10);
	const seen = champion.lastDay !== undefined && champion.lastDay >= first;
	return {
		champion: champion.version,
		rows: heldOut.length,
		precisionAt,
		auc,
		overlap: { both, champion: ofChampion.size - both, challenger: ofChallenger.size - both },
		sentence: `${verdict(precisionAt, auc)} ${both} of ${count} declarations chosen at ${CHOSEN_PERCENT} % are the same.${
			seen ? ' The champion was trained on some of these days, which makes it look better than it is.' : ''
		}`,
	};
}

function verdict(precisionAt: Comparison['precisionAt'], auc: Comparison['auc']): string {
	const at = (figures: ModelCard['precisionAt']): number => figures[String(CHOSEN_PERCENT)] ?? 0;
	const theirs = at(precisionAt.champion);
	const ours = at(precisionAt.challenger);
	const said = `precision at ${CHOSEN_PERCENT} % is ${points(ours)} against ${points(theirs)}, the area under the curve ${auc.challenger.toFixed(3)} against ${auc.champion.toFixed(3)}.`;
	if (Math.abs(ours - theirs) < 0.01 && Math.abs(auc.challenger - auc.champion) < 0.01)
		return `Both rank alike: ${said}`;
	return `${ours - theirs + (auc.challenger - auc.champion) > 0 ? 'The new model ranks better' : 'The champion ranks better'}: ${said}`;
}
