/** A bar for each day. Its panel has the figures as a table. */
import { formatCount } from '../display/format.ts';
import { labelEvery, roundUp } from './scale.ts';
import { useWidth } from './use-width.ts';
import './charts.css';

export type DayCount = { readonly day: string; readonly count: number };

const HEIGHT = 132;
const LEFT = 44;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 20;
/** Pixels that a day's label takes. */
const LABEL_WIDTH = 76;

export function DayChart({ days, label }: { days: readonly DayCount[]; label: string }) {
	const { box, width } = useWidth(800);
	const scale = roundUp(Math.max(1, ...days.map(({ count }) => count)));
	const step = (width - LEFT - RIGHT) / Math.max(1, days.length);
	const every = labelEvery(days.length, (width - LEFT - RIGHT) / LABEL_WIDTH);
	const y = (count: number) => HEIGHT - BOTTOM - (count / scale) * (HEIGHT - TOP - BOTTOM);
	return (
		<div ref={box}>
			<svg
				className="chart-svg"
				viewBox={`0 0 ${width} ${HEIGHT}`}
				height={HEIGHT}
				role="img"
				aria-label={label}
			>
				{[0, 0.5, 1].map((share) => (
					<g key={share}>
						<line
							className="chart-grid"
							x1={LEFT}
							x2={width - RIGHT}
							y1={y(scale * share)}
							y2={y(scale * share)}
						/>
						<text className="chart-text" x={LEFT - 6} y={y(scale * share) + 4} textAnchor="end">
							{formatCount(scale * share)}
						</text>
					</g>
				))}
				{days.map(({ day, count }, at) => {
					const x = LEFT + at * step;
					return (
						<g key={day}>
							<title>{`${day}: ${formatCount(count)}`}</title>
							<rect className="chart-hit" x={x} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
							<rect
								className="chart-bar"
								x={x + step * 0.12}
								y={Math.min(y(count), HEIGHT - BOTTOM - (count > 0 ? 1.5 : 0))}
								width={step * 0.76}
								height={count > 0 ? Math.max(1.5, HEIGHT - BOTTOM - y(count)) : 0}
							/>
							{at % every === 0 && (
								<text className="chart-text" x={x + step / 2} y={HEIGHT - 5} textAnchor="middle">
									{day}
								</text>
							)}
						</g>
					);
				})}
			</svg>
		</div>
	);
}

/** Every day from the first to the last that was counted, also those on which nothing was. */
export function fillDays(counted: ReadonlyMap<string, number>): DayCount[] {
	const days = [...counted.keys()].sort();
	const first = days[0];
	const last = days.at(-1);
	if (first === undefined || last === undefined) return [];
	const filled: DayCount[] = [];
	const end = Date.parse(last);
	// A day more than two years of history hold: what the server sends cannot make this run on.
	for (let at = Date.parse(first); at <= end && filled.length < 740; at += 86_400_000) {
		const day = new Date(at).toISOString().slice(0, 10);
		filled.push({ day, count: counted.get(day) ?? 0 });
	}
	return filled;
}
