/**
 * How a model does since it is live: from inspections of what it scored. The random share has no bias; the rest was chosen.
 */
import type { ModelLive } from '../../../contract/views-models.ts';
import { wilson } from '../../values/proportion.ts';
import { areaUnderCurve } from '../trees/measure.ts';

/** A record that the model scored and that was inspected. */
export type ScoredInspection = {
	readonly probability: number;
	readonly random: boolean;
	readonly found: boolean;
};

/** An area under the curve wants so many of both kinds. */
const LEAST_OF_EACH = 5;

/** @param topProbability that one line in twenty of those that it learnt from reached. */
export function liveFigures(
	scored: number,
	inspections: readonly ScoredInspection[],
	topProbability: number,
): ModelLive {
	const right = (some: readonly ScoredInspection[]): number => some.filter(({ found }) => found).length;
	const drawn = inspections.filter(({ random }) => random);
	const top = inspections.filter(({ probability }) => probability >= topProbability);
	const found = right(drawn);
	const enough = found >= LEAST_OF_EACH && drawn.length - found >= LEAST_OF_EACH;
	return {
		scored,
		auc: enough
			? areaUnderCurve(
					Float64Array.from(drawn, ({ probability }) => probability),
					Float64Array.from(drawn, (each) => (each.found ? 1 : 0)),
				)
			: null,
		precision: wilson(right(inspections), inspections.length),
		precisionAtTop: wilson(right(top), top.length),
	};
}
