/** Scales of charts: round ends and ticks, and places on a logarithmic scale. Pure. */

/** The least round number (1, 2 or 5 times a power of ten) that is not below a value; 1 where nothing is above zero. */
export function roundUp(value: number): number {
	if (!(value > 0) || !Number.isFinite(value)) return 1;
	const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
	const digit = value / power;
	return (digit <= 1 + 1e-9 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/** Place of a ratio on a logarithmic scale from 1/`most` to `most`, 0 to 1; what lies outside is drawn at the edge. */
export function placeOfRatio(ratio: number, most: number): number {
	if (!(ratio > 0)) return 0;
	return Math.max(0, Math.min(1, (Math.log(ratio) / Math.log(most) + 1) / 2));
}

/** Every so many labels that at most `most` are written. */
export const labelEvery = (count: number, most: number): number => Math.max(1, Math.ceil(count / most));
