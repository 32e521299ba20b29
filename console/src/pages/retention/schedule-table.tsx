/** The schedule: how long each kind is kept, what ends soon, and where the days come from. */
import { Button } from '@blueprintjs/core';
import type { RetentionRule } from '../../../../contract/operations-retention.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { daysWord, kindWord } from './retention-words.ts';

type Props = {
	schedule: readonly RetentionRule[];
	/** Absent where the reader may not change it. */
	onChange: ((rule: RetentionRule) => void) | undefined;
};

export function ScheduleTable({ schedule, onChange }: Props) {
	return (
		<table className="table retention-schedule">
			<thead>
				<tr>
					<th scope="col">Kind</th>
					<th scope="col">Masked after</th>
					<th scope="col">Deleted after</th>
					<th scope="col" className="numeric" title="In the next 30 days, with what is overdue">
						To mask, 30 days
					</th>
					<th scope="col" className="numeric" title="In the next 30 days, with what is overdue">
						To delete, 30 days
					</th>
					<th scope="col">Where it comes from</th>
					<th scope="col">Changed</th>
					{onChange && <th scope="col" aria-label="Change" />}
				</tr>
			</thead>
			<tbody>
				{schedule.map((rule) => (
					<tr key={rule.kind}>
						<th scope="row" title={rule.sentence}>
							{kindWord(rule.kind)}
						</th>
						<td className="nowrap">
							{rule.canBeMasked ? daysWord(rule.maskAfterDays) : <span className="muted">–</span>}
						</td>
						<td className="nowrap">{daysWord(rule.deleteAfterDays)}</td>
						<td className="numeric">{formatCount(rule.due.masked)}</td>
						<td className="numeric">{formatCount(rule.due.deleted)}</td>
						<td className="retention-source" title={rule.source}>
							{rule.basis ?? rule.source}
						</td>
						<td className="nowrap">
							{rule.changedAt === null ? (
								<span className="muted">as proposed</span>
							) : (
								<span title={rule.reason ?? undefined}>
									<Instant at={rule.changedAt} /> <span className="muted">{rule.changedBy}</span>
								</span>
							)}
						</td>
						{onChange && (
							<td>
								<Button
									size="small"
									variant="minimal"
									aria-label={`Change ${kindWord(rule.kind)}`}
									onClick={() => onChange(rule)}
								>
									Change
								</Button>
							</td>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}
