import type { Candidate } from '../../../../contract/views-resolution.ts';
import { EntityKindMark } from '../../display/entity-kind.tsx';
import { formatAgo, formatInstant } from '../../display/format.ts';
import { candidateStateWords, formatProbability } from '../../judging/candidate-words.ts';

/** A candidate in two lines: both sides; how likely, and since when. */
export function CandidateRow({ candidate, withState }: { candidate: Candidate; withState: boolean }) {
	const { left, right, kind, probability, raisedAt, state } = candidate;
	return (
		<span className="candidate-row">
			<EntityKindMark kind={kind} isShapeOnly />
			<span className="candidate-row-sides">
				<bdi dir="auto">{left.caption}</bdi>
				<span>
					<span className="visually-hidden">may be </span>
					<bdi dir="auto">{right.caption}</bdi>
				</span>
			</span>
			<span className="candidate-row-facts">
				<span className="number">{formatProbability(probability)}</span>
				{withState ? (
					<span className="chip" title={candidateStateWords[state].meaning}>
						{candidateStateWords[state].name.toLowerCase()}
					</span>
				) : (
					<time dateTime={raisedAt} title={`Suspected since ${formatInstant(raisedAt)}`} className="muted">
						{formatAgo(raisedAt, Date.now())}
					</time>
				)}
			</span>
		</span>
	);
}
