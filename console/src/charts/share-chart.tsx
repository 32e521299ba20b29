/** Bars side by side where so many per cent are inspected: 1, 2, 5, 10. Shares from 0 to 1. */
import { formatPercent } from '../display/format.ts';
import { useWidth } from './use-width.ts';
import './charts.css';

export type ShareSeries = { readonly name: string; readonly at: Readonly<Record<string, number>> };

const HEIGHT = 200;
const LEFT = 48;
const RIGHT = 8;
const TOP = 22;
const BOTTOM = 22;
/** Narrower bars have no room for their figure above them. */
const LEAST_LABELLED = 34;
const tones = ['chart-tone-1', 'chart-tone-2', 'chart-tone-3'] as const;

type Props = { shares: readonly string[]; series: readonly ShareSeries[]; label: string };

export function ShareChart({ shares, series, label }: Props) {
	const { box, width } = useWidth(520);
	const group = (width - LEFT - RIGHT) / shares.length;
	const bar = (group * 0.8) / series.length;
	const y = (share: number) => HEIGHT - BOTTOM - Math.max(0, Math.min(1, share)) * (HEIGHT - TOP - BOTTOM);
	return (
		<div ref={box}>
			<ul className="chart-key">
				{series.map(({ name }, at) => (
					<li key={name}>
						<span className={`chart-swatch ${tones[at] ?? ''}`} aria-hidden="true" />
						{name}
					</li>
				))}
			</ul>
			<svg
				className="chart-svg"
				viewBox={`0 0 ${width} ${HEIGHT}`}
				height={HEIGHT}
				role="img"
				aria-label={label}
			>
				{[0, 0.25, 0.5, 0.75, 1].map((tick) => (
					<g key={tick}>
						<line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
						<text className="chart-text" x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
							{formatPercent(tick)}
						</text>
					</g>
				))}
				{shares.map((share, column) => (
					<g key={share}>
						{series.map(({ name, at }, index) => {
							const value = at[share];
							if (value === undefined) return null;
							const x = LEFT + column * group + group * 0.1 + index * bar;
							return (
								<g key={name}>
									<title>{`${name}, ${share} % inspected: ${formatPercent(value)}`}</title>
									<rect
										className={tones[index] ?? ''}
										x={x + 1}
										y={y(value)}
										width={Math.max(1, bar - 2)}
										height={HEIGHT - BOTTOM - y(value)}
									/>
									{bar >= LEAST_LABELLED && (
										<text
											className="chart-text chart-value"
											x={x + bar / 2}
											y={y(value) - 4}
											textAnchor="middle"
										>
											{Math.round(value * 1000) / 10}
										</text>
									)}
								</g>
							);
						})}
						<text className="chart-text" x={LEFT + (column + 0.5) * group} y={HEIGHT - 6} textAnchor="middle">
							{share} % inspected
						</text>
					</g>
				))}
			</svg>
		</div>
	);
}
