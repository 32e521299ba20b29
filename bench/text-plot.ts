/** Lines over time as text, for a terminal without pictures: one row for each, eight heights. */
const HEIGHTS = '▁▂▃▄▅▆▇█';

/** @param smooth mean of so many values up to each; values that are not numbers leave a gap. */
export function plotLines(
	rows: readonly { readonly name: string; readonly values: readonly number[] }[],
	smooth = 1,
): string[] {
	const smoothed = rows.map(({ name, values }) => ({
		name,
		values: values.map((_, at) => {
			const part = values.slice(Math.max(0, at + 1 - smooth), at + 1).filter(Number.isFinite);
			return part.length === 0 ? Number.NaN : part.reduce((sum, value) => sum + value, 0) / part.length;
		}),
	}));
	const highest = Math.max(
		...smoothed.flatMap(({ values }) => values.filter(Number.isFinite)),
		Number.MIN_VALUE,
	);
	const width = Math.max(...rows.map(({ name }) => name.length));
	return smoothed.map(({ name, values }) => {
		const line = values
			.map((value) =>
				Number.isFinite(value)
					? HEIGHTS[Math.min(HEIGHTS.length - 1, Math.floor((value / highest) * HEIGHTS.length))]
					: ' ',
			)
			.join('');
		const last = values.findLast(Number.isFinite) ?? Number.NaN;
		return `${name.padEnd(width)}  ${line}  ${last.toPrecision(3)}`;
	});
}
