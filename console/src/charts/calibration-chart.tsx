/** What a model expected against what was found, by bins: on the line, it says the truth. */
import { formatPercent } from '../display/format.ts';
import { roundUp } from './scale.ts';
import { useWidth } from './use-width.ts';
import './charts.css';

type Bin = { readonly expected: number; readonly found: number; readonly rows: number };

const HEIGHT = 240;
const LEFT = 48;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 34;
const LARGEST_DOT = 9;
const SMALLEST_DOT = 2.5;

export function CalibrationChart({ bins, label }: { bins: readonly Bin[]; label: string }) {
	const { box, width } = useWidth(420);
	const end = Math.min(
		1,
		roundUp(Math.max(0.01, ...bins.flatMap(({ expected, found }) => [expected, found]))),
	);
	const x = (share: number) => LEFT + (share / end) * (width - LEFT - RIGHT);
	const y = (share: number) => HEIGHT - BOTTOM - (share / end) * (HEIGHT - TOP - BOTTOM);
	const most = Math.max(1, ...bins.map(({ rows }) => rows));
	const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * end);
	return (
		<div ref={box}>
			<svg
				className="chart-svg"
				viewBox={`0 0 ${width} ${HEIGHT}`}
				height={HEIGHT}
				role="img"
				aria-label={label}
			>
				{ticks.map((tick) => (
					<g key={tick}>
						<line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
						<text className="chart-text" x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
							{formatPercent(tick)}
						</text>
						<text className="chart-text" x={x(tick)} y={HEIGHT - 18} textAnchor="middle">
							{formatPercent(tick)}
						</text>
					</g>
				))}
				<text className="chart-text" x={(LEFT + width - RIGHT) / 2} y={HEIGHT - 3} textAnchor="middle">
					expected
				</text>
				<line className="chart-diagonal" x1={x(0)} y1={y(0)} x2={x(end)} y2={y(end)} />
				<polyline
					className="chart-line"
					points={bins.map((bin) => `${x(bin.expected)},${y(bin.found)}`).join(' ')}
				/>
				{bins.map((bin) => (
					<circle
						key={`${bin.expected} ${bin.found} ${bin.rows}`}
						className="chart-dot"
						cx={x(bin.expected)}
						cy={y(bin.found)}
						r={Math.max(SMALLEST_DOT, Math.sqrt(bin.rows / most) * LARGEST_DOT)}
					>
						<title>{`${formatPercent(bin.expected)} expected, ${formatPercent(bin.found)} found, ${bin.rows} rows`}</title>
					</circle>
				))}
			</svg>
		</div>
	);
}
