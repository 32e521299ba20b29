/** What the model suspects to be this entity too: a list, and the one under the cursor side by side. */
import { useEffect, useRef } from 'react';
import type { Candidate, EntityDetail } from '../../../../contract/views-resolution.ts';
import { Empty } from '../../display/states.tsx';
import { CandidateView } from '../../judging/candidate-view.tsx';
import { formatProbability } from '../../judging/candidate-words.ts';
import { useCommands } from '../../shell/commands.ts';

type Props = {
	detail: EntityDetail;
	/** Candidate that is shown; the first where there is none. */
	at: string | undefined;
	onAt: (candidate: string | undefined) => void;
};

export function CandidatesTab({ detail, at, onAt }: Props) {
	const { candidates } = detail;
	const index = Math.max(
		0,
		candidates.findIndex(({ id }) => id === at),
	);
	const current = candidates[index];
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => {
		list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
	}, [index]);
	const step = (by: 1 | -1) => {
		const next = candidates[Math.max(0, Math.min(candidates.length - 1, index + by))];
		if (next) onAt(next.id);
	};
	const movement = (label: string, shortcut: string, by: 1 | -1) => ({
		label,
		group: 'Candidates',
		shortcut,
		keyboardOnly: true,
		when: () => candidates.length > 0,
		run: () => step(by),
	});
	useCommands([movement('Next candidate', 'j', 1), movement('Candidate before', 'k', -1)]);
	if (!current) {
		return (
			<Empty title="Nobody else is suspected">The model knows no other mention that may be this one.</Empty>
		);
	}
	return (
		<div className="entity-candidates">
			<ul ref={list} aria-label="Candidates">
				{candidates.map((candidate) => (
					<li key={candidate.id}>
						<button
							type="button"
							className={candidate === current ? 'side-row current' : 'side-row'}
							aria-current={candidate === current}
							onClick={() => onAt(candidate.id)}
						>
							<bdi className="entity-candidate-caption">
								{turnedTo(candidate, detail.summary.id).right.caption}
							</bdi>
							<span className="muted number">{formatProbability(candidate.probability)}</span>
						</button>
					</li>
				))}
			</ul>
			<CandidateView
				key={current.id}
				candidate={turnedTo(current, detail.summary.id)}
				onJudged={() => onAt(undefined)}
			/>
		</div>
	);
}

/** The candidate seen from one entity: its side is the left one. */
function turnedTo(candidate: Candidate, entity: string): Candidate {
	const { left, right, evidence } = candidate;
	if (left.entity === entity || right.entity !== entity) return candidate;
	return {
		...candidate,
		left: right,
		right: left,
		evidence: evidence.map((piece) => ({ ...piece, left: piece.right, right: piece.left })),
	};
}
