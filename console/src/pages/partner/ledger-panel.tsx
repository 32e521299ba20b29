import type { Partner } from '../../../../contract/views-exchange.ts';
import { formatAgo, formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { SeverityShape } from '../../display/marks.tsx';

/** The ledger of a partner, as far as this node has seen and cosigned it. */
export function LedgerPanel({
	ledger: { size, cosignedAt, problem },
	nowMs,
}: Pick<Partner, 'ledger'> & { nowMs: number }) {
	return (
		<section className="panel" aria-labelledby="partner-ledger">
			<div className="panel-head">
				<h2 id="partner-ledger">Its ledger, as this node last saw it</h2>
			</div>
			<dl className="pairs">
				<div>
					<dt>Cosigned here</dt>
					<dd>
						{size === null || cosignedAt === null ? (
							<span className="muted">nothing yet; the partner shows a checkpoint every few minutes</span>
						) : (
							<>
								<span className="number">{formatCount(size)}</span> entries, <Instant at={cosignedAt} />{' '}
								<span className="muted">({formatAgo(cosignedAt, nowMs)})</span>
							</>
						)}
					</dd>
				</div>
				<div>
					<dt>History</dt>
					<dd>
						{problem === null ? (
							<span className="muted">every checkpoint so far continues the one before</span>
						) : (
							<span className="mark last-day-over">
								<SeverityShape severity="error" />
								{problem}
							</span>
						)}
					</dd>
				</div>
			</dl>
		</section>
	);
}
