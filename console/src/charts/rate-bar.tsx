/** Rates and ratios in a row of a table: the figure, its interval at 95 %, and both as a bar. The text says it all. */
import type { FairnessGroup, Rate } from '../../../contract/views-targeting.ts';
import { formatCount, formatPercent } from '../display/format.ts';
import { placeOfRatio } from './scale.ts';
import './charts.css';

const percentOf = (share: number): string => formatPercent(share).replace(' %', '');

export const intervalText = ({ low, high }: Rate): string => `${percentOf(low)}–${percentOf(high)} %`;
export const rateText = (rate: Rate): string =>
	rate.rate === null ? 'unknown' : `${formatPercent(rate.rate)} (${intervalText(rate)})`;
export const countsText = ({ count, of }: Rate): string => `${formatCount(count)} of ${formatCount(of)}`;

/** @param most share at the right end of the bar. */
export function RateBar({ rate, most = 1 }: { rate: Rate; most?: number }) {
	const place = (share: number) => Math.max(0, Math.min(1, share / most)) * 100;
	return (
		<svg className="rate-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
			<rect className="chart-ground" y="4" width="100" height="2" />
			{rate.rate !== null && (
				<>
					<rect
						className="chart-interval"
						x={place(rate.low)}
						y="2"
						width={Math.max(1, place(rate.high) - place(rate.low))}
						height="6"
					/>
					<rect className="chart-point" x={place(rate.rate) - 1} width="2" height="10" />
				</>
			)}
		</svg>
	);
}

/** A rate with its bar, interval and counts; a dash where nothing is known. */
export function RateMark({ rate, most }: { rate: Rate; most?: number }) {
	if (rate.rate === null)
		return (
			<span className="rate-mark muted" title="Nothing is known yet">
				<span className="rate-figure">–</span>
				<span className="visually-hidden">unknown</span>
			</span>
		);
	return (
		<span className="rate-mark" title={`${rateText(rate)}, ${countsText(rate)}; interval at 95 %`}>
			<span className="rate-figure number">{formatPercent(rate.rate)}</span>
			<RateBar rate={rate} {...(most === undefined ? {} : { most })} />
			<span className="visually-hidden">
				{intervalText(rate)}, {countsText(rate)}
			</span>
		</span>
	);
}

type Ratio = NonNullable<FairnessGroup['selectionRatio']>;

/** Right end of the scale of ratios; its left end is one divided by it. */
const MOST_RATIO = 8;

const ratioFigure = (ratio: number): string => (ratio >= 100 ? '>100' : ratio.toFixed(2));
export const ratioText = ({ ratio, low, high }: Ratio): string =>
	`${ratioFigure(ratio)} (${ratioFigure(low)}–${ratioFigure(high)})`;

type RatioProps = {
	ratio: Ratio | null;
	/** From where on a ratio may be out of proportion. */
	mark?: number;
	isBeyond?: boolean;
};

/** A ratio to all others on a logarithmic scale: the line in the middle is 1, the broken one `mark`. */
export function RatioMark({ ratio, mark, isBeyond = false }: RatioProps) {
	if (ratio === null)
		return (
			<span className="rate-mark muted" title="Too little is known to compare">
				<span className="rate-figure">–</span>
				<span className="visually-hidden">unknown</span>
			</span>
		);
	const place = (value: number) => placeOfRatio(value, MOST_RATIO) * 100;
	return (
		<span className="rate-mark" title={`${ratioText(ratio)} times all others; interval at 95 %`}>
			<span className="rate-figure number">{ratioFigure(ratio.ratio)}</span>
			<svg className="rate-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
				<rect className="chart-ground" y="4" width="100" height="2" />
				{mark !== undefined && (
					<line className="chart-mark" x1={place(mark)} x2={place(mark)} y1="0" y2="10" />
				)}
				<line className="chart-one" x1="50" x2="50" y1="0" y2="10" />
				<rect
					className={isBeyond ? 'chart-interval chart-beyond' : 'chart-interval'}
					x={place(ratio.low)}
					y="2"
					width={Math.max(1, place(ratio.high) - place(ratio.low))}
					height="6"
				/>
				<rect className="chart-point" x={place(ratio.ratio) - 1} width="2" height="10" />
			</svg>
			<span className="visually-hidden">
				{ratioFigure(ratio.low)} to {ratioFigure(ratio.high)}
			</span>
		</span>
	);
}

/** A value as a part of the largest, in a row of a table that says the value. */
export function ValueBar({ share }: { share: number }) {
	return (
		<svg className="rate-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
			<rect className="chart-bar" y="2" width={Math.max(0, Math.min(1, share)) * 100} height="6" />
		</svg>
	);
}
