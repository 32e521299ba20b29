/**
 * Losses with their first and second derivative by the margin. Pure; targets and margins are arrays of equal length.
 */
import type { Loss } from './model.ts';

export type LossSetting = {
	readonly loss: Loss;
	readonly positiveWeight: number;
	readonly tweediePower: number;
};

export const probabilityOf = (margin: number): number => 1 / (1 + Math.exp(-margin));

/** What a margin stands for: probability, value or expected value. */
export function answerOf(loss: Loss, margin: number): number {
	if (loss === 'logistic') return probabilityOf(margin);
	return loss === 'tweedie' ? Math.exp(margin) : margin;
}

/** The one margin that fits all rows best. */
export function baseMargin(setting: LossSetting, target: Float64Array): number {
	let sum = 0;
	let weights = 0;
	for (const value of target) {
		const weight = setting.loss === 'logistic' && value > 0 ? setting.positiveWeight : 1;
		sum += weight * value;
		weights += weight;
	}
	const mean = weights === 0 ? 0 : sum / weights;
	if (setting.loss === 'squared') return mean;
	if (setting.loss === 'tweedie') return Math.log(Math.max(mean, 1e-12));
	const held = Math.min(1 - 1e-6, Math.max(1e-6, mean));
	return Math.log(held / (1 - held));
}

/** Writes derivatives of the rows `from` to `to`. */
export function writeGradients(
	setting: LossSetting,
	target: Float64Array,
	margin: Float64Array,
	gradient: Float64Array,
	hessian: Float64Array,
	from: number,
	to: number,
): void {
	if (setting.loss === 'logistic') {
		for (let row = from; row < to; row++) {
			const probability = 1 / (1 + Math.exp(-margin[row]!));
			const weight = target[row]! > 0 ? setting.positiveWeight : 1;
			gradient[row] = weight * (probability - target[row]!);
			hessian[row] = weight * probability * (1 - probability);
		}
	} else if (setting.loss === 'squared') {
		for (let row = from; row < to; row++) {
			gradient[row] = margin[row]! - target[row]!;
			hessian[row] = 1;
		}
	} else {
		const power = setting.tweediePower;
		for (let row = from; row < to; row++) {
			const first = -target[row]! * Math.exp((1 - power) * margin[row]!);
			const second = Math.exp((2 - power) * margin[row]!);
			gradient[row] = first + second;
			hessian[row] = (1 - power) * first + (2 - power) * second;
		}
	}
}

/** Mean loss of rows, for stopping early. */
export function meanLoss(setting: LossSetting, target: Float64Array, margin: Float64Array): number {
	let sum = 0;
	for (let row = 0; row < target.length; row++) {
		const value = target[row]!;
		const at = margin[row]!;
		if (setting.loss === 'logistic') {
			const weight = value > 0 ? setting.positiveWeight : 1;
			sum += weight * (Math.log1p(Math.exp(-Math.abs(at))) + Math.max(at, 0) - value * at);
		} else if (setting.loss === 'squared') sum += (at - value) ** 2;
		else {
			const power = setting.tweediePower;
			sum += (-value * Math.exp((1 - power) * at)) / (1 - power) + Math.exp((2 - power) * at) / (2 - power);
		}
	}
	return target.length === 0 ? 0 : sum / target.length;
}
