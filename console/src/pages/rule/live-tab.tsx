/** How a rule does: precision with its interval, where it goes, what it costs, and the records it fired on last. */
import { Link } from '@tanstack/react-router';
import type { RuleDetail } from '../../../../contract/views-rules.ts';
import { countsText, RateMark } from '../../charts/rate-bar.tsx';
import { formatCount, formatNumber, formatPercent } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Figure } from './figure.tsx';
import { FiringTable } from './firing-table.tsx';

export function LiveTab({ detail }: { detail: RuleDetail }) {
	const { life, firings, summary } = detail;
	const { drift } = life;
	return (
		<ScrollRegion label="How it does" className="rule-scroll rule-life">
			<dl className="panel rule-figures">
				<Figure label="Fired, 90 days" value={formatCount(life.fired)} note="records">
					{life.lastFiredAt && (
						<>
							last <Instant at={life.lastFiredAt} />
						</>
					)}
				</Figure>
				<Figure
					label="Precision, 90 days"
					value={<RateMark rate={life.precision} />}
					note={
						life.precision.of === 0
							? 'nothing inspected yet'
							: `${countsText(life.precision)} inspections found something`
					}
				/>
				<Figure
					label="Precision, 30 days"
					value={<RateMark rate={life.recentPrecision} />}
					note={life.recentPrecision.of === 0 ? 'nothing inspected yet' : countsText(life.recentPrecision)}
				/>
				<Figure label="Recovered" value={formatNumber(life.recovered, 0)} note="in the node’s own currency" />
				<Figure
					label="Time of inspection"
					value={`${formatNumber(life.minutes / 60, 1)} h`}
					note={`${formatCount(life.minutes)} minutes`}
				/>
				<Figure
					label="Cost"
					value={life.microsPerUnit === null ? '–' : `${formatNumber(life.microsPerUnit, 2)} µs`}
					note="a unit, since the start"
				/>
				<Figure
					label="Failed"
					value={formatCount(life.errored)}
					note={life.lastError ?? 'on no record'}
					isWarning={life.errored > 0}
				/>
			</dl>
			<section className="panel rule-drift" aria-labelledby="rule-drift">
				<div className="panel-head">
					<h2 id="rule-drift">Drift</h2>
					<span className="muted">the last 7 days against the 28 before</span>
				</div>
				{drift === null ? (
					<p className="muted">Too little has come in to say.</p>
				) : (
					<p>
						{drift.sentence}{' '}
						<span className="muted number">
							{formatPercent(drift.recent)} now, {formatPercent(drift.before)} before, ratio{' '}
							{drift.ratio.toFixed(2)}.
						</span>
					</p>
				)}
				<p className="muted">
					<Link to="/fairness" search={{ by: `rule:${summary.id}` }} preload={false}>
						Rates by group
					</Link>{' '}
					for whoever oversees selection.
				</p>
			</section>
			<FiringTable title="Fired on last" empty="It has not fired on any record." firings={firings} />
		</ScrollRegion>
	);
}
