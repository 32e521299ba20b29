/** Marks of rules: state, effect, how long it goes on. Always a word, never colour alone. */
import type { RuleEffect } from '../../../contract/rules.ts';
import type { RuleState } from '../../../contract/views-rules.ts';
import { plural } from './format.ts';
import { LaneMark } from './marks.tsx';
import { ruleStateWords, SOON_DAYS } from './rule-words.ts';

const stateChips: { readonly [state in RuleState]: string } = {
	draft: 'chip',
	proposed: 'chip chip-warning',
	live: 'chip chip-good',
	expired: 'chip chip-error',
	retired: 'chip',
};

export function RuleStateMark({ state }: { state: RuleState }) {
	const words = ruleStateWords[state];
	return (
		<span className={stateChips[state]} title={words.meaning}>
			{words.name.toLowerCase()}
		</span>
	);
}

export function EffectMark({ effect }: { effect: RuleEffect }) {
	if (effect.kind === 'weight')
		return (
			<span title="Probability that an inspection finds something, by the author’s word">
				weight <span className="number">{effect.weight.toFixed(2)}</span>
			</span>
		);
	return (
		<span className="mark">
			<LaneMark lane={effect.lane} />
			{effect.mandatory && <span className="muted">mandatory</span>}
		</span>
	);
}

/** The last day of a rule; how long that is where it is near. */
export function LastDay({ validUntil, daysLeft }: { validUntil: string; daysLeft: number }) {
	return (
		<span className="number nowrap">
			{validUntil}
			{daysLeft < 0 ? (
				<span className="last-day-over"> over</span>
			) : (
				daysLeft <= SOON_DAYS && <span className="last-day-soon"> {plural(daysLeft, 'day')} left</span>
			)}
		</span>
	);
}
