/** Panels of the card: what it learnt from, precision and recall, calibration, importance, against the champion. */
import { Link } from '@tanstack/react-router';
import type { ModelCard, ModelDetail } from '../../../../contract/views-models.ts';
import { CalibrationChart } from '../../charts/calibration-chart.tsx';
import { ChartPanel } from '../../charts/chart-panel.tsx';
import { ValueBar } from '../../charts/rate-bar.tsx';
import { ShareChart, type ShareSeries } from '../../charts/share-chart.tsx';
import { formatCount, formatNumber, formatPercent, plural } from '../../display/format.ts';
import { inspectedShares } from '../../display/model-words.tsx';

const shareText = (share: number | undefined): string => (share === undefined ? '–' : formatPercent(share));

/** Columns of a table of series by share inspected. */
const seriesFigures = (series: readonly ShareSeries[]) => ({
	columns: ['Inspected', ...series.map(({ name }) => name)],
	rows: inspectedShares.map((share) => [`${share} %`, ...series.map(({ at }) => shareText(at[share]))]),
});

export function PrecisionPanel({ detail: { card } }: { detail: ModelDetail }) {
	const series: ShareSeries[] = [
		{ name: 'Precision', at: card.precisionAt },
		{ name: 'Recall', at: card.recallAt },
		...(card.revenueRecallAt ? [{ name: 'Recall of amounts', at: card.revenueRecallAt }] : []),
	];
	const { heldOut, randomShare } = card;
	return (
		<ChartPanel
			title="Precision and recall"
			note={
				<span className="number">
					{formatCount(heldOut.rows)} lines that it did not see, {heldOut.from} to {heldOut.until}
				</span>
			}
			figures={seriesFigures(series)}
		>
			<ShareChart
				shares={inspectedShares}
				series={series}
				label="Precision and recall where so many per cent are inspected"
			/>
			{randomShare && (
				<p className="model-note">
					Among the {formatCount(randomShare.rows)} of them that were drawn at random (
					{plural(randomShare.offences, 'offence')}), without bias: AUC {randomShare.auc.toFixed(3)},
					precision at 5 % {shareText(randomShare.precisionAt['5'])}.
				</p>
			)}
		</ChartPanel>
	);
}

export function Calibration({ card: { calibration } }: { card: ModelCard }) {
	return (
		<ChartPanel
			title="Calibration"
			note={<span className="number">on average {formatPercent(calibration.error)} off</span>}
			figures={{
				columns: ['Expected', 'Found', 'Lines'],
				rows: calibration.bins.map(({ expected, found, rows }) => [
					formatPercent(expected),
					formatPercent(found),
					formatCount(rows),
				]),
			}}
		>
			{calibration.bins.length === 0 ? (
				<p className="muted">Too little was seen to say.</p>
			) : (
				<CalibrationChart
					bins={calibration.bins}
					label="What the model expected against what was found; on the line, they are the same"
				/>
			)}
		</ChartPanel>
	);
}

export function DataPanel({ card }: { card: ModelCard }) {
	const { data } = card;
	const rows: readonly (readonly [string, string])[] = [
		['Span', `${data.from} to ${data.until}`],
		['Lines of goods', formatCount(data.lines)],
		['With an outcome', formatCount(data.labelled)],
		[
			'Offences',
			`${formatCount(data.offences)} (${formatPercent(data.labelled === 0 ? 0 : data.offences / data.labelled)})`,
		],
		['Drawn at random', `${formatCount(data.randomlyChosen)} of those with an outcome`],
		['Training', `${formatNumber(card.trainSeconds, 1)} s, seed ${card.seed}`],
		['AUC', card.auc.toFixed(4)],
	];
	return (
		<section className="panel" aria-labelledby="model-data">
			<div className="panel-head">
				<h2 id="model-data">What it learnt from</h2>
			</div>
			<dl className="model-facts">
				{rows.map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd className="number">{value}</dd>
					</div>
				))}
			</dl>
			{card.limits.length > 0 && (
				<>
					<h3 className="model-limits-title">What these figures do not say</h3>
					<ul className="model-limits">
						{card.limits.map((limit) => (
							<li key={limit}>{limit}</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

const MOST_FEATURES = 20;

export function Importance({ card: { features } }: { card: ModelCard }) {
	const sorted = features.toSorted((a, b) => b.gain - a.gain);
	const mostGain = Math.max(1e-12, sorted[0]?.gain ?? 0);
	const mostEffect = Math.max(1e-12, ...sorted.map(({ meanEffect }) => Math.abs(meanEffect)));
	return (
		<section className="panel" aria-labelledby="model-importance">
			<div className="panel-head">
				<h2 id="model-importance">What it looks at</h2>
				<span className="muted">
					{features.length > MOST_FEATURES
						? `the first ${MOST_FEATURES} of ${features.length} features`
						: plural(features.length, 'feature')}
				</span>
			</div>
			<table className="table model-features">
				<thead>
					<tr>
						<th scope="col">Feature</th>
						<th scope="col" className="numeric">
							Gain
						</th>
						<th scope="col">
							<span className="visually-hidden">Gain as a bar</span>
						</th>
						<th
							scope="col"
							className="numeric"
							title="Mean size of its contribution to the logarithm of the odds"
						>
							Mean effect
						</th>
						<th scope="col">
							<span className="visually-hidden">Mean effect as a bar</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{sorted.slice(0, MOST_FEATURES).map(({ name, title, gain, meanEffect }) => (
						<tr key={name}>
							<td title={name}>{title}</td>
							<td className="numeric">{formatPercent(gain / Math.max(1e-12, sum(features)))}</td>
							<td className="model-bar">
								<ValueBar share={gain / mostGain} />
							</td>
							<td className="numeric">{meanEffect.toFixed(3)}</td>
							<td className="model-bar">
								<ValueBar share={Math.abs(meanEffect) / mostEffect} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

const sum = (features: ModelCard['features']): number =>
	features.reduce((total, { gain }) => total + gain, 0);

type ComparisonProps = { comparison: NonNullable<ModelDetail['comparison']>; version: number };

/** The champion and this one on the same days. */
export function Comparison({ comparison, version }: ComparisonProps) {
	const { champion, precisionAt, auc, overlap, rows, sentence } = comparison;
	const series: ShareSeries[] = [
		{ name: `Model ${version}`, at: precisionAt.challenger },
		{ name: `Champion, model ${champion}`, at: precisionAt.champion },
	];
	const all = Math.max(1, overlap.both + overlap.champion + overlap.challenger);
	return (
		<ChartPanel
			title="Against the champion: precision"
			note={<span className="number">the same {formatCount(rows)} lines</span>}
			className="model-comparison"
			figures={seriesFigures(series)}
		>
			<div className="model-versus">
				<ShareChart
					shares={inspectedShares}
					series={series}
					label={`Precision of model ${version} and of the champion`}
				/>
				<div>
					<p>{sentence}</p>
					<dl className="model-facts">
						<div>
							<dt>AUC</dt>
							<dd className="number">
								{auc.challenger.toFixed(3)} against {auc.champion.toFixed(3)}
							</dd>
						</div>
						<div>
							<dt>Chosen at 5 % by both</dt>
							<dd className="number">{formatCount(overlap.both)}</dd>
						</div>
						<div>
							<dt>Only by model {version}</dt>
							<dd className="number">{formatCount(overlap.challenger)}</dd>
						</div>
						<div>
							<dt>Only by the champion</dt>
							<dd className="number">{formatCount(overlap.champion)}</dd>
						</div>
					</dl>
					<svg className="model-overlap" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
						<rect className="chart-tone-1" width={(overlap.challenger / all) * 100} height="10" />
						<rect
							className="chart-tone-3"
							x={(overlap.challenger / all) * 100}
							width={(overlap.both / all) * 100}
							height="10"
						/>
						<rect
							className="chart-tone-2"
							x={((overlap.challenger + overlap.both) / all) * 100}
							width={(overlap.champion / all) * 100}
							height="10"
						/>
					</svg>
					<p className="muted">
						<Link to="/models/$version" params={{ version: String(champion) }}>
							Look at the champion
						</Link>
					</p>
				</div>
			</div>
		</ChartPanel>
	);
}
