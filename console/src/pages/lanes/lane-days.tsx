/** Records by day, lanes on top of one another: red at the foot, green above all. The figures stand below as a table. */
import type { Lane } from '../../../../contract/views.ts';
import type { LaneDay } from '../../../../contract/views-targeting.ts';
import { ChartPanel } from '../../charts/chart-panel.tsx';
import { labelEvery, roundUp } from '../../charts/scale.ts';
import { useWidth } from '../../charts/use-width.ts';
import { formatCount } from '../../display/format.ts';
import { LaneMark } from '../../display/marks.tsx';
import { laneWords } from '../../display/words.ts';
import { lanesByDay } from './lane-figures.ts';

const HEIGHT = 132;
const LEFT = 48;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 20;
/** Pixels that a day's label takes. */
const LABEL_WIDTH = 76;

/** Those that are checked; what is released would make the rest too small to see. */
const checked: readonly Lane[] = ['red', 'yellow', 'blue'];

type Props = { days: readonly LaneDay[]; count: number; today: string };

export function LaneDays({ days, count, today }: Props) {
	const { box, width } = useWidth(700);
	const byDay = lanesByDay(days, count, today);
	const sumOf = (lanes: Readonly<Record<Lane, number>>) =>
		checked.reduce((sum, each) => sum + lanes[each], 0);
	const scale = roundUp(Math.max(1, ...byDay.map(({ lanes }) => sumOf(lanes))));
	const step = (width - LEFT - RIGHT) / byDay.length;
	const every = labelEvery(byDay.length, (width - LEFT - RIGHT) / LABEL_WIDTH);
	const heightOf = (records: number) => (records / scale) * (HEIGHT - TOP - BOTTOM);
	return (
		<ChartPanel
			title="Selected by day"
			note={
				<span className="lane-key">
					{checked.map((each) => (
						<LaneMark key={each} lane={each} />
					))}
				</span>
			}
			figures={{
				columns: ['Day', ...checked.map((each) => laneWords[each].name), 'Green, released'],
				rows: byDay.map(({ day, lanes }) => [
					day,
					...checked.map((each) => formatCount(lanes[each])),
					formatCount(lanes.green),
				]),
			}}
		>
			<div ref={box}>
				<svg
					className="chart-svg"
					viewBox={`0 0 ${width} ${HEIGHT}`}
					height={HEIGHT}
					role="img"
					aria-label="Records selected for a check, by day and lane"
				>
					{[0, 0.5, 1].map((share) => {
						const y = HEIGHT - BOTTOM - heightOf(scale * share);
						return (
							<g key={share}>
								<line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y} y2={y} />
								<text className="chart-text" x={LEFT - 6} y={y + 4} textAnchor="end">
									{formatCount(scale * share)}
								</text>
							</g>
						);
					})}
					{byDay.map(({ day, lanes }, at) => {
						const x = LEFT + at * step;
						let top = HEIGHT - BOTTOM;
						return (
							<g key={day}>
								<title>{`${day}: ${checked.map((each) => `${each} ${formatCount(lanes[each])}`).join(', ')}`}</title>
								<rect className="chart-hit" x={x} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
								{checked.map((each) => {
									const height = heightOf(lanes[each]);
									top -= height;
									return (
										<rect
											key={each}
											className={`lane-fill-${each}`}
											x={x + step * 0.14}
											y={top}
											width={step * 0.72}
											height={height}
										/>
									);
								})}
								{at % every === 0 && (
									<text
										className="chart-text"
										x={at === 0 ? x : x + step / 2}
										y={HEIGHT - 5}
										textAnchor={at === 0 ? 'start' : 'middle'}
									>
										{day}
									</text>
								)}
							</g>
						);
					})}
				</svg>
			</div>
		</ChartPanel>
	);
}
