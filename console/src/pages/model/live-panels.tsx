/** How a model does since it runs, and how far what comes in has moved from what it learnt. */
import type { ModelDrift, ModelLive, ModelState } from '../../../../contract/views-models.ts';
import { countsText, RateMark, ValueBar } from '../../charts/rate-bar.tsx';
import { formatCount } from '../../display/format.ts';

export function LivePanel({ live, state }: { live: ModelLive | null; state: ModelState }) {
	return (
		<section className="panel" aria-labelledby="model-live">
			<div className="panel-head">
				<h2 id="model-live">Since it runs</h2>
				<span className="muted">inspections that were made</span>
			</div>
			{live === null ? (
				<p className="model-none muted">
					{state === 'trained' || state === 'retired' ? 'It does not run.' : 'Nothing has been scored yet.'}
				</p>
			) : (
				<dl className="model-facts">
					<div>
						<dt>Lines scored</dt>
						<dd className="number">{formatCount(live.scored)}</dd>
					</div>
					<div>
						<dt>Found something, of all inspected</dt>
						<dd>
							<RateMark rate={live.precision} />{' '}
							<span className="muted number">{countsText(live.precision)}</span>
						</dd>
					</div>
					<div>
						<dt>Among its highest 5 %</dt>
						<dd>
							<RateMark rate={live.precisionAtTop} />{' '}
							<span className="muted number">{countsText(live.precisionAtTop)}</span>
						</dd>
					</div>
					<div>
						<dt>AUC, drawn at random</dt>
						<dd className="number">
							{live.auc === null ? <span className="muted">too few yet</span> : live.auc.toFixed(3)}
						</dd>
					</div>
				</dl>
			)}
		</section>
	);
}

/** Bounds of the population stability index that are in use: under the first stable, over the second changed. */
const STABLE = 0.1;
const CHANGED = 0.25;
const MOST_FEATURES = 14;

const stabilityOf = (index: number): { word: string; className: string } =>
	index < STABLE
		? { word: 'stable', className: 'chip chip-good' }
		: index <= CHANGED
			? { word: 'moving', className: 'chip chip-warning' }
			: { word: 'changed', className: 'chip chip-error' };

function Stability({ index }: { index: number }) {
	const { word, className } = stabilityOf(index);
	return <span className={className}>{word}</span>;
}

export function DriftPanel({ drift }: { drift: ModelDrift | null }) {
	const features = drift?.features.toSorted((a, b) => b.index - a.index) ?? [];
	return (
		<section className="panel" aria-labelledby="model-drift">
			<div className="panel-head">
				<h2 id="model-drift">Drift</h2>
				<span className="muted">population stability index against the training</span>
			</div>
			{drift === null ? (
				<p className="model-none muted">Nothing has been scored to compare with.</p>
			) : (
				<>
					<p className="model-none">
						{drift.sentence} <span className="muted number">{formatCount(drift.rows)} lines.</span>
					</p>
					<table className="table model-features">
						<thead>
							<tr>
								<th scope="col">What</th>
								<th scope="col" className="numeric">
									Index
								</th>
								<th scope="col">
									<span className="visually-hidden">Index as a bar</span>
								</th>
								<th scope="col">State</th>
							</tr>
						</thead>
						<tbody>
							{drift.score !== null && (
								<tr>
									<th scope="row">The score</th>
									<td className="numeric">{drift.score.toFixed(3)}</td>
									<td className="model-bar">
										<ValueBar share={drift.score / (2 * CHANGED)} />
									</td>
									<td>
										<Stability index={drift.score} />
									</td>
								</tr>
							)}
							{features.slice(0, MOST_FEATURES).map(({ name, title, index }) => (
								<tr key={name}>
									<td title={name}>{title}</td>
									<td className="numeric">{index.toFixed(3)}</td>
									<td className="model-bar">
										<ValueBar share={index / (2 * CHANGED)} />
									</td>
									<td>
										<Stability index={index} />
									</td>
								</tr>
							))}
						</tbody>
					</table>
				</>
			)}
		</section>
	);
}
