/** Why an entity is one: its mentions, the judgements that join them, and what each of them alone holds together. */
import { Undo } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import type { EntityDetail, Judgement } from '../../../../contract/views-resolution.ts';
import type { CallOutput } from '../../client/call.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { Empty } from '../../display/states.tsx';
import { OutcomeNotice } from '../../judging/outcome-notice.tsx';
import { UndoDialog } from '../../judging/undo-dialog.tsx';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { JudgementTable } from './judgement-table.tsx';
import { LinkGraph, LinkLegend, MOST_DRAWN } from './link-graph.tsx';
import { joins, linksOf, sayWithout } from './links.ts';

type Props = {
	detail: EntityDetail;
	/** Judgement that is shown with its evidence. */
	at: string | undefined;
	onAt: (judgement: string | undefined) => void;
	onCompare: (left: string, right: string) => void;
};

export function LinksTab({ detail, at, onAt, onCompare }: Props) {
	const { mentions, judgements } = detail;
	const mayJudge = useAbility('judgement.make');
	const [undoing, setUndoing] = useState<Judgement>();
	const [outcome, setOutcome] = useState<CallOutput<'undoJudgement'>>();
	const notice = outcome && <OutcomeNotice outcome={outcome} entity={detail.summary.id} />;
	const links = useMemo(() => linksOf(detail), [detail]);
	// Those that stand come first: they are what is asked about.
	const ordered = useMemo(
		() => [...judgements.filter(standing), ...judgements.filter((judgement) => !standing(judgement))],
		[judgements],
	);
	const index = ordered.findIndex(({ id }) => id === at);
	const current = ordered[index];
	const step = (by: 1 | -1) => {
		const next = ordered[Math.max(0, Math.min(ordered.length - 1, index + by))];
		if (next) onAt(next.id);
	};
	const movement = (label: string, shortcut: string, run: () => void) => ({
		label,
		group: 'Links',
		shortcut,
		keyboardOnly: true,
		when: () => ordered.length > 0,
		run,
	});
	useCommands([
		movement('Next judgement', 'j', () => step(1)),
		movement('Judgement before', 'k', () => step(-1)),
		{
			label: 'Compare the two mentions of this judgement',
			group: 'Links',
			shortcut: 'c',
			when: () => current !== undefined,
			run: () => current && onCompare(current.left.key, current.right.key),
		},
		{
			label: 'Take this judgement back',
			group: 'Links',
			icon: <Undo />,
			shortcut: 't',
			when: () => mayJudge && current !== undefined && standing(current),
			run: () => setUndoing(current),
		},
	]);

	if (mentions.length < 2 && judgements.length === 0) {
		return (
			<>
				{notice}
				<Empty title="It is one mention">
					All its records describe it in the same words, so nothing had to be joined.
				</Empty>
			</>
		);
	}
	return (
		<div className="links">
			<h2 className="visually-hidden">Why it is one</h2>
			{notice}
			<div className="links-top">
				{mentions.length <= MOST_DRAWN && mentions.length > 1 && (
					<div className="links-drawing">
						<LinkGraph count={mentions.length} links={links} current={at} onShow={onAt} />
						<LinkLegend />
					</div>
				)}
				<MentionTable detail={detail} onCompare={onCompare} />
			</div>
			<JudgementTable
				detail={detail}
				judgements={ordered}
				links={links}
				at={at}
				onAt={onAt}
				onCompare={onCompare}
				{...(mayJudge ? { onUndo: setUndoing } : {})}
			/>
			<UndoDialog
				judgement={undoing}
				consequence={undoing && consequence(detail, undoing)}
				onClose={() => setUndoing(undefined)}
				onUndone={(undone) => {
					setOutcome(undone);
					onAt(undefined);
				}}
			/>
		</div>
	);
}

const standing = (judgement: Judgement) => judgement.undoneAt === null;

function consequence(detail: EntityDetail, judgement: Judgement): string {
	if (joins(judgement)) return sayWithout(detail, judgement.id);
	return judgement.verdict === 'different'
		? 'Nothing splits; the model may suspect or join these two again.'
		: 'Nothing splits; the pair may wait in the queue again.';
}

/** The mentions with the numbers that the drawing and the judgements name them by. */
function MentionTable({ detail, onCompare }: Pick<Props, 'detail' | 'onCompare'>) {
	const { mentions } = detail;
	const first = mentions[0];
	return (
		<div className="links-mentions">
			<table className="table">
				<thead>
					<tr>
						<th className="numeric">Mention</th>
						<th>As records describe it</th>
						<th className="numeric">Records</th>
						<th>First seen</th>
						<th>
							<span className="visually-hidden">Compare</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{mentions.map((mention, index) => (
						<tr key={mention.key}>
							<td className="numeric">{index + 1}</td>
							<td>
								<bdi>{mention.caption}</bdi>
							</td>
							<td className="numeric">{formatCount(mention.records)}</td>
							<td className="nowrap">
								<Instant at={mention.firstSeenAt} />
							</td>
							<td className="nowrap">
								{first && mentions[1] && (
									<button
										type="button"
										className="place-button"
										aria-label={`Compare mention ${index + 1}`}
										onClick={() =>
											index === 0 && mentions[1]
												? onCompare(first.key, mentions[1].key)
												: onCompare(first.key, mention.key)
										}
									>
										Compare
									</button>
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
