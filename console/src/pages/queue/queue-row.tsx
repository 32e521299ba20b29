import type { AssessmentSummary } from '../../../../contract/views-targeting.ts';
import { asSentence } from '../../assessing/as-sentence.ts';
import { toldBasis, toldReasons } from '../../assessing/discretion.ts';
import { BasisMark, StateMark } from '../../assessing/marks.tsx';
import { formatAgo, formatInstant } from '../../display/format.ts';
import { LaneMark } from '../../display/marks.tsx';
import { ScoreMark } from '../../display/screening-marks.tsx';
import { kindWords } from '../../display/words.ts';
import { useSession } from '../../shell/session.ts';

/** An assessment in three lines: what it is and where; the lane, and the first reasons as sentences. */
export function QueueRow({ assessed, withState }: { assessed: AssessmentSummary; withState: boolean }) {
	const { role } = useSession().user;
	const { record } = assessed;
	const reasons = toldReasons(role, assessed).map(asSentence);
	const [first, second] = reasons;
	return (
		<span className={assessed.state === 'waiting' ? 'queue-row' : 'queue-row queue-row-done'}>
			<span className="queue-row-score">
				<ScoreMark score={assessed.score} />
				<LaneMark lane={assessed.lane} />
			</span>
			<span className="queue-row-main">
				<span className="queue-row-head">
					<strong>{record.reference}</strong>
					<span className="muted" title={record.caption}>
						{kindWords[record.kind].one} · {record.caption}
					</span>
				</span>
				<span title={first} className={second === undefined ? 'queue-row-only' : undefined}>
					{first ?? (
						<span className="muted">
							{assessed.state === 'waiting' ? 'To be checked in full.' : 'Nothing speaks for a check.'}
						</span>
					)}
				</span>
				{second !== undefined && (
					<span className="muted" title={reasons.slice(1).join('\n')}>
						{second}
						{reasons.length > 2 && ` (${reasons.length - 2} more)`}
					</span>
				)}
			</span>
			<span className="queue-row-side">
				<span>{record.office ?? record.carrier ?? <span className="muted">no office</span>}</span>
				<time
					className="muted"
					dateTime={record.receivedAt}
					title={`Received ${formatInstant(record.receivedAt)}`}
				>
					{formatAgo(record.receivedAt, Date.now())}
				</time>
				<span className="queue-row-marks">
					{withState ? <StateMark summary={assessed} /> : <BasisMark basis={toldBasis(role, assessed)} />}
				</span>
			</span>
		</span>
	);
}
