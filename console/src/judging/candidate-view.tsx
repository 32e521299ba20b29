/** A candidate in full: what the model suspects and why, both mentions side by side, and the judgement about them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Candidate, EntityDetail, Verdict } from '../../../contract/views-resolution.ts';
import { EntityKindMark } from '../display/entity-kind.tsx';
import { EvidenceTable } from '../display/evidence.tsx';
import { plural } from '../display/format.ts';
import { Instant } from '../display/instant.tsx';
import { Failure, Pending } from '../display/states.tsx';
import { entityQuery } from '../queries/entity.ts';
import { useAbility } from '../shell/session.ts';
import { candidateStateWords, formatProbability } from './candidate-words.ts';
import { type Judged, JudgePanel } from './judge-panel.tsx';
import { type ComparedMention, MentionComparison } from './mention-comparison.tsx';
import './judging.css';

/** Evidence of resolution is in binary logarithms of odds: eight bits are 256 to 1. */
export const FULL_EFFECT_BITS = 8;

type Props = { candidate: Candidate; onJudged?: (judged: Judged, verdict: Verdict) => void };

export function CandidateView({ candidate, onJudged }: Props) {
	const { left, right } = candidate;
	const mayRead = useAbility('entity.read');
	const leftEntity = useQuery({ ...entityQuery(left.entity), enabled: mayRead });
	const rightEntity = useQuery({ ...entityQuery(right.entity), enabled: mayRead });
	const isOne = leftEntity.data !== undefined && leftEntity.data.summary.id === rightEntity.data?.summary.id;
	const failed = [leftEntity, rightEntity].find((query) => query.isError);
	return (
		<article className="candidate">
			<header className="candidate-head">
				<div>
					<h2>
						<bdi>{left.caption}</bdi> <span className="candidate-and muted">and</span>{' '}
						<bdi>{right.caption}</bdi>
					</h2>
					<p className="candidate-sentence" title={candidate.sentence}>
						{candidate.sentence}
					</p>
					<p className="muted">
						<EntityKindMark kind={candidate.kind} /> · suspected since <Instant at={candidate.raisedAt} />
						{candidate.state !== 'open' && <> · {candidateStateWords[candidate.state].meaning}</>}
					</p>
				</div>
				<p className="candidate-probability">
					<span className="number">{formatProbability(candidate.probability)}</span>
					<span className="muted">likely one</span>
				</p>
			</header>
			<div className="candidate-body">
				{failed ? (
					<Failure error={failed.error} retry={() => void failed.refetch()} />
				) : leftEntity.data && rightEntity.data ? (
					<MentionComparison
						left={comparedMention(leftEntity.data, left)}
						right={comparedMention(rightEntity.data, right)}
						evidence={candidate.evidence}
					/>
				) : (
					mayRead && <Pending rows={8} label="Loading both sides" />
				)}
				<section className="candidate-evidence">
					<h3>What the model weighed</h3>
					<EvidenceTable
						evidence={candidate.evidence}
						left={left.caption}
						right={right.caption}
						fullEffect={FULL_EFFECT_BITS}
					/>
				</section>
			</div>
			<JudgePanel
				key={candidate.id}
				left={left.key}
				right={right.key}
				consequence={(verdict) => consequence(verdict, isOne, leftEntity.data, rightEntity.data)}
				{...(onJudged ? { onJudged } : {})}
			/>
		</article>
	);
}

/** The mention of one side, as its entity has it. */
function comparedMention(entity: EntityDetail, side: Candidate['left']): ComparedMention {
	const mention = entity.mentions.find(({ key }) => key === side.key);
	const { summary } = entity;
	return {
		caption: side.caption,
		content: mention?.content ?? {},
		note: (
			<>
				{mention && `${plural(mention.records, 'record')} · `}
				<Link to="/entities/$id" params={{ id: summary.id }}>
					<bdi>{summary.caption}</bdi>
				</Link>
				, {plural(summary.mentions, 'mention')}
			</>
		),
	};
}

function consequence(
	verdict: Verdict,
	isOne: boolean,
	left: EntityDetail | undefined,
	right: EntityDetail | undefined,
): string {
	if (verdict === 'same') {
		if (isOne) return 'They are one entity already; your word will hold them together too.';
		const mentions = (left?.summary.mentions ?? 1) + (right?.summary.mentions ?? 1);
		return `Both entities become one with ${plural(mentions, 'mention')}.`;
	}
	if (verdict === 'different') {
		return isOne
			? 'The entity splits between them.'
			: 'They stay two, and the model will not suspect this pair again.';
	}
	return 'Nothing is joined, and the pair leaves the queue.';
}
