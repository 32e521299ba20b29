/** Marks of agreements: state, whose move it is, days that are near or past. Always a word, never colour alone. */
import type { AgreementState } from '../../../contract/exchange/agreement.ts';
import type { AgreementSummary } from '../../../contract/views-exchange.ts';
import { plural } from '../display/format.ts';
import { agreementStateWords, type Fate, fateWords } from './agreement-words.ts';
import { daysBetween } from './days.ts';
import './exchanging.css';

const stateChips: { readonly [state in AgreementState]: string } = {
	draft: 'chip',
	offered: 'chip chip-warning',
	signed: 'chip chip-good',
	suspended: 'chip chip-error',
	ended: 'chip',
};

export function AgreementStateMark({ state }: { state: AgreementState }) {
	const words = agreementStateWords[state];
	return (
		<span className={stateChips[state]} title={words.meaning}>
			{words.name.toLowerCase()}
		</span>
	);
}

/** Whose move it is, where it is anybody's. */
export function WaitsMark({ waitsFor }: Pick<AgreementSummary, 'waitsFor'>) {
	if (waitsFor === null) return null;
	return waitsFor === 'us' ? (
		<strong className="waits-us">waits for us</strong>
	) : (
		<span className="muted">waits for them</span>
	);
}

/** Days before a review or an end from which on it is said that it comes. */
const SOON_DAYS = 30;

type DayProps = {
	day: string;
	today: string;
	/** Said where the day has passed. */
	past: string;
	/** Whether the day matters still: drafts and what is over have no review. */
	counts?: boolean;
};

/** A day of an agreement, and how near it is. */
export function DayMark({ day, today, past, counts = true }: DayProps) {
	const left = daysBetween(today, day);
	return (
		<span className="number nowrap">
			{day}
			{counts && left < 0 && <span className="last-day-over"> {past}</span>}
			{counts && left >= 0 && left <= SOON_DAYS && (
				<span className="last-day-soon"> {left === 0 ? 'today' : `in ${plural(left, 'day')}`}</span>
			)}
		</span>
	);
}

/** What becomes of a field: a shape and a word. */
export function FateMark({ fate }: { fate: Fate }) {
	const words = fateWords[fate];
	return (
		<span className={`mark fate fate-${fate}`} title={words.meaning}>
			<span className="fate-swatch" aria-hidden="true" />
			{words.name.toLowerCase()}
		</span>
	);
}
