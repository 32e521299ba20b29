/** What a judgement, or taking one back, has made of the entity that is shown. */
import { Callout } from '@blueprintjs/core';
import { Link } from '@tanstack/react-router';
import type { CallOutput } from '../client/call.ts';
import { verdictWords } from './verdict-words.ts';

type Props = {
	outcome: CallOutput<'judge'> | CallOutput<'undoJudgement'>;
	/** Entity that is shown. */
	entity: string;
};

export function OutcomeNotice({ outcome, entity }: Props) {
	const { judgement, leftEntity, rightEntity } = outcome;
	const said =
		judgement.undoneAt === null
			? `Said: ${verdictWords[judgement.verdict].name.toLowerCase()}.`
			: 'Taken back.';
	const other = [leftEntity, rightEntity].find((id) => id !== entity);
	return (
		<Callout compact icon={null} className="outcome-notice" role="status">
			{said}{' '}
			{leftEntity === rightEntity || other === undefined ? (
				'Both mentions are in one entity.'
			) : (
				<>
					The two mentions are in two entities now.{' '}
					<Link to="/entities/$id" params={{ id: other }}>
						Show the other one
					</Link>
				</>
			)}
		</Callout>
	);
}
