/** Two mentions of an entity side by side, chosen freely, with the judgement about them. */
import { HTMLSelect } from '@blueprintjs/core';
import { useId, useState } from 'react';
import type { EntityDetail, Verdict } from '../../../../contract/views-resolution.ts';
import { plural } from '../../display/format.ts';
import { Empty } from '../../display/states.tsx';
import { type Judged, JudgePanel } from '../../judging/judge-panel.tsx';
import { MentionComparison } from '../../judging/mention-comparison.tsx';
import { OutcomeNotice } from '../../judging/outcome-notice.tsx';
import { judgedByWords, verdictWords } from '../../judging/verdict-words.ts';

type Props = {
	detail: EntityDetail;
	/** Keys of the two; the first two mentions where they are not of this entity. */
	left: string | undefined;
	right: string | undefined;
	onChoose: (left: string, right: string) => void;
};

type Mention = EntityDetail['mentions'][number];

export function CompareTab({ detail, left, right, onChoose }: Props) {
	const [outcome, setOutcome] = useState<Judged>();
	const { mentions, judgements } = detail;
	const find = (key: string | undefined) => mentions.find((mention) => mention.key === key);
	const leftMention = find(left) ?? mentions[0];
	const rightMention = find(right) ?? mentions.find((mention) => mention !== leftMention);
	const notice = outcome && <OutcomeNotice outcome={outcome} entity={detail.summary.id} />;
	if (!leftMention || !rightMention) {
		return (
			<>
				{notice}
				<Empty title="There is only one mention">
					All its records describe it in the same words: there is nothing to compare.
				</Empty>
			</>
		);
	}
	const said = judgements.filter(
		(judgement) =>
			judgement.undoneAt === null &&
			[judgement.left.key, judgement.right.key].every(
				(key) => key === leftMention.key || key === rightMention.key,
			),
	);
	return (
		<div className="compare">
			<h2 className="visually-hidden">Compare two mentions</h2>
			{notice}
			<div className="compare-choice">
				<MentionChoice
					label="Left"
					mentions={mentions}
					chosen={leftMention}
					other={rightMention}
					onChoose={(key) => onChoose(key, rightMention.key)}
				/>
				<MentionChoice
					label="Right"
					mentions={mentions}
					chosen={rightMention}
					other={leftMention}
					onChoose={(key) => onChoose(leftMention.key, key)}
				/>
				<span className="muted">
					{said.length === 0
						? 'Nothing was said about these two directly: other mentions join them.'
						: said.map(({ id, verdict, by, judge }) => (
								<span key={id}>
									{verdictWords[verdict].name}, {judge === null ? judgedByWords[by].whole : `by ${judge}`}.{' '}
								</span>
							))}
				</span>
			</div>
			<div className="compare-body">
				<MentionComparison
					left={compared(leftMention)}
					right={compared(rightMention)}
					evidence={said.flatMap(({ evidence }) => evidence)}
				/>
			</div>
			<JudgePanel
				key={`${leftMention.key} ${rightMention.key}`}
				left={leftMention.key}
				right={rightMention.key}
				consequence={consequence}
				onJudged={setOutcome}
			/>
		</div>
	);
}

const compared = (mention: Mention) => ({
	caption: mention.caption,
	content: mention.content,
	note: plural(mention.records, 'record'),
});

const consequences: { readonly [verdict in Verdict]: string } = {
	same: 'They are one already; your word will hold them together too, whatever the model says later.',
	different: 'The entity splits between them; other mentions go with the side that holds them more strongly.',
	unsure: 'A link that the model made between these two no longer counts.',
};
const consequence = (verdict: Verdict) => consequences[verdict];

type ChoiceProps = {
	label: string;
	mentions: readonly Mention[];
	chosen: Mention;
	other: Mention;
	onChoose: (key: string) => void;
};

function MentionChoice({ label, mentions, chosen, other, onChoose }: ChoiceProps) {
	const id = useId();
	return (
		<>
			<label htmlFor={id}>{label}</label>
			<HTMLSelect id={id} value={chosen.key} onChange={(event) => onChoose(event.currentTarget.value)}>
				{mentions.map((mention, index) => (
					<option key={mention.key} value={mention.key} disabled={mention === other}>
						{`${index + 1} · ${mention.caption}`}
					</option>
				))}
			</HTMLSelect>
		</>
	);
}
