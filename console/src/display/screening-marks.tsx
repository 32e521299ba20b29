/** Marks of screening: score, state of a hit, action asked for. Always a word, never colour alone. */
import type { AlertAction } from '../../../contract/lists.ts';
import type { HitState } from '../../../contract/views-screening.ts';
import { actionWords, hitStateWords } from './screening-words.ts';
import './evidence.css';

/** A score from 0 to 1 as a figure and a bar. */
export function ScoreMark({ score }: { score: number }) {
	return (
		<span className="score" title={`Score ${score.toFixed(3)} of 1`}>
			<span className="number">{score.toFixed(2)}</span>
			<svg className="score-bar" viewBox="0 0 30 4" aria-hidden="true">
				<rect className="score-ground" width="30" height="4" rx="1" />
				<rect className="score-fill" width={Math.max(0, Math.min(1, score)) * 30} height="4" rx="1" />
			</svg>
		</span>
	);
}

const actionShapes: { readonly [action in Exclude<AlertAction, 'discreet-check'>]: string } = {
	refuse: 'M4.2.5h5.6l3.7 3.7v5.6l-3.7 3.7H4.2L.5 9.8V4.2z',
	seize: 'M1 3.5h12v9H1zM4 .8h6v2H4z',
	inquiry: 'M7 .8 13.6 13H.4z',
	contact: 'M7 .5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
};

/**
 * What the owner of the list asks for. A discreet check stays plain grey text, without shape or colour: whoever stands
 * across the counter must not read in the officer's screen that there is one.
 */
export function ActionMark({ action }: { action: AlertAction }) {
	const words = actionWords[action];
	if (action === 'discreet-check')
		return <span className="mark action-discreet muted">{words.name.toLowerCase()}</span>;
	return (
		<span className={`mark action action-${action}`} title={words.meaning}>
			<svg className="action-shape" viewBox="0 0 14 14" aria-hidden="true">
				<path d={actionShapes[action]} />
			</svg>
			{words.name}
		</span>
	);
}

const stateChips: { readonly [state in HitState]: string } = {
	open: 'chip chip-warning',
	confirmed: 'chip chip-error',
	dismissed: 'chip',
	withdrawn: 'chip',
};

export function HitStateMark({ state }: { state: HitState }) {
	const words = hitStateWords[state];
	return (
		<span className={stateChips[state]} title={words.meaning}>
			{words.name.toLowerCase()}
		</span>
	);
}
