/** What was judged last in the queue, and the way back while it is fresh. */
import { Button, Callout } from '@blueprintjs/core';
import { Undo } from '@blueprintjs/icons';
import type { Candidate, Judgement } from '../../../../contract/views-resolution.ts';
import { toCallError } from '../../client/call-error.ts';
import { verdictWords } from '../../judging/verdict-words.ts';
import { useUndoJudgement } from '../../queries/judgements.ts';
import { useCommands } from '../../shell/commands.ts';

type Props = { candidate: Candidate; judgement: Judgement; onBack: () => void };

export function JudgedLast({ candidate, judgement, onBack }: Props) {
	const undo = useUndoJudgement();
	const words = verdictWords[judgement.verdict];
	const back = () =>
		undo.mutate(
			{
				id: judgement.id,
				reason: `Taken back at once: said ${words.name.toLowerCase()} by mistake`,
			},
			{ onSuccess: onBack },
		);
	useCommands([
		{
			label: 'Take the last judgement back',
			group: 'Candidates',
			icon: <Undo />,
			shortcut: 'z',
			when: () => !undo.isPending,
			run: back,
		},
	]);
	return (
		<Callout
			compact
			className="judged-last"
			icon={null}
			intent={undo.isError ? 'danger' : 'none'}
			role="status"
		>
			<span className="judged-last-text">
				{undo.isError ? (
					toCallError(undo.error).message
				) : (
					<>
						{words.name}: <bdi>{candidate.left.caption}</bdi>, <bdi>{candidate.right.caption}</bdi>
					</>
				)}
			</span>
			<Button size="small" variant="minimal" loading={undo.isPending} onClick={back} title="z">
				Take back
			</Button>
		</Callout>
	);
}
