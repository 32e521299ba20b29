/** The ledger of a partner as this node last saw it: how far it has cosigned, or what it found wrong. */
import type { Partner } from '../../../../contract/views-exchange.ts';
import { formatAgo, formatCount, formatInstant } from '../../display/format.ts';
import { SeverityShape } from '../../display/marks.tsx';

export function LedgerMark({
	ledger: { size, cosignedAt, problem },
	nowMs,
}: Pick<Partner, 'ledger'> & { nowMs: number }) {
	if (problem !== null)
		return (
			<span className="mark last-day-over" title={problem}>
				<SeverityShape severity="error" />
				stopped: {problem}
			</span>
		);
	if (size === null || cosignedAt === null) return <span className="muted">not cosigned yet</span>;
	return (
		<span
			className="number"
			title={`Cosigned up to ${formatCount(size)} entries, ${formatInstant(cosignedAt)}`}
		>
			{formatCount(size)} <span className="muted">entries, {formatAgo(cosignedAt, nowMs)}</span>
		</span>
	);
}
