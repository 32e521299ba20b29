/** Marks of an assessment: what chose the record, what became of it. A word, never colour alone. */
import type { AssessmentSummary, LaneBasis } from '../../../contract/views-targeting.ts';
import { useSession } from '../shell/session.ts';
import { basisWords, resultChips, resultWords, stateWords } from './assessing-words.ts';
import { isChanceTold } from './discretion.ts';

/** @param basis null where the reader is not told yet. */
export function BasisMark({ basis }: { basis: LaneBasis | null }) {
	if (basis === null) return null;
	return (
		<span className="chip" title={`Chosen by: ${basisWords[basis].meaning}`}>
			{basisWords[basis].name}
		</span>
	);
}

/** Waits, or what an inspection found. */
export function StateMark({ summary: { state, result } }: { summary: AssessmentSummary }) {
	if (result !== null) return <span className={resultChips[result]}>{resultWords[result].short}</span>;
	return <span className="chip">{stateWords[state].name.toLowerCase()}</span>;
}

/** That the record is in the random share, for whoever may be told now. */
export function RandomMark({ summary }: { summary: AssessmentSummary }) {
	const { role } = useSession().user;
	if (!summary.random || !isChanceTold(role, summary)) return null;
	return (
		<span className="chip" title="Drawn at random, whatever else speaks for a check">
			random share
		</span>
	);
}
