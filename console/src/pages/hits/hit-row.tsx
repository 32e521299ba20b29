import type { HitSummary } from '../../../../contract/views-screening.ts';
import { formatAgo, formatInstant } from '../../display/format.ts';
import { ActionMark, HitStateMark, ScoreMark } from '../../display/screening-marks.tsx';
import { kindWords } from '../../display/words.ts';

/** A hit in two lines: who, and as whom; which list, and what it asks for; where, and since when. */
export function HitRow({ hit, withState }: { hit: HitSummary; withState: boolean }) {
	return (
		<span className={hit.state === 'open' ? 'hit-row' : 'hit-row hit-row-decided'}>
			<ScoreMark score={hit.score} />
			<span className="hit-row-who">
				<bdi dir="auto">{hit.mention.caption}</bdi>
				<span className="muted">
					<span className="visually-hidden">may be </span>
					<bdi dir="auto">{hit.entry.caption}</bdi>
				</span>
			</span>
			<span className="hit-row-list">
				<span title={[hit.listName, ...hit.entry.programmes].join(' · ')}>
					{[hit.listName, ...hit.entry.programmes].join(' · ')}
				</span>
				<span className="hit-row-marks">
					{withState && <HitStateMark state={hit.state} />}
					<ActionMark action={hit.instruction.action} />
				</span>
			</span>
			<span className="hit-row-record">
				<span title={hit.record?.reference}>
					{hit.record ? hit.record.reference : <span className="muted">no record</span>}
				</span>
				<span className="muted">
					{hit.record && `${kindWords[hit.record.kind].one} · `}
					<time dateTime={hit.raisedAt} title={`Raised ${formatInstant(hit.raisedAt)}`}>
						{formatAgo(hit.raisedAt, Date.now())}
					</time>
				</span>
			</span>
		</span>
	);
}
