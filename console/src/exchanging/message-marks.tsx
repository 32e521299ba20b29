/** Marks of messages: state, clock, handling code, grades. Always a word, never colour alone. */
import { Time } from '@blueprintjs/icons';
import type { MessageSummary } from '../../../contract/views-exchange.ts';
import { formatInstant } from '../display/format.ts';
import { describeDue } from './due.ts';
import { handlingCodeWords, informationWords, messageStateWords, sourceWords } from './message-words.ts';
import './message-marks.css';

const stateChips: { readonly [state in MessageSummary['state']]: string } = {
	waiting: 'chip chip-warning',
	delivered: 'chip',
	refused: 'chip chip-error',
	opened: 'chip',
	answered: 'chip chip-good',
	expired: 'chip chip-error',
	received: 'chip chip-warning',
	recalled: 'chip chip-error',
	deleted: 'chip',
};

export function MessageStateMark({ message: { state, box, kind } }: { message: Stated }) {
	// Nobody opens what is about the exchange itself: it is there, and that is all.
	const isControl = kind === 'control' && box === 'in' && state === 'received';
	const words = isControl
		? { name: 'received', meaning: 'the exchange has read it' }
		: messageStateWords[state];
	return (
		<span className={isControl ? 'chip' : stateChips[state]} title={words.meaning}>
			{words.name}
		</span>
	);
}

type Stated = Pick<MessageSummary, 'state' | 'box' | 'kind'>;

/** In these an answer is no longer waited for. */
const settled: ReadonlySet<MessageSummary['state']> = new Set([
	'answered',
	'recalled',
	'deleted',
	'refused',
	'expired',
]);

export const isAwaited = ({ dueAt, state }: Pick<MessageSummary, 'dueAt' | 'state'>): boolean =>
	dueAt !== null && !settled.has(state);

/** When an answer is due, and by whom, while one is waited for: both sides see the same clock. */
export function ClockMark({ message }: { message: Pick<MessageSummary, 'dueAt' | 'state' | 'box'> }) {
	if (message.dueAt === null || !isAwaited(message)) return null;
	const { words, state } = describeDue(message.dueAt, Date.now());
	const whose = message.box === 'in' ? 'our answer' : 'their answer';
	return (
		<span className={`clock clock-${state}`} title={`${whose} is due ${formatInstant(message.dueAt)}`}>
			<Time size={12} />
			<span className="visually-hidden">{whose} </span>
			{words}
		</span>
	);
}

export function HandlingMark({ code }: { code: string }) {
	const words = Object.entries(handlingCodeWords).find(([known]) => known === code)?.[1];
	return (
		<span className="chip mono" title={words === undefined ? 'Handling code' : `Handling code: ${words}`}>
			{code}
		</span>
	);
}

/** 4×4: how reliable the source is, and how sure the information. */
export function GradeMark({
	grade: { source, information },
}: {
	grade: { source: keyof typeof sourceWords; information: `${keyof typeof informationWords}` };
}) {
	return (
		<span className="grade">
			<strong className="mono">
				{source}
				{information}
			</strong>{' '}
			source {sourceWords[source]}, information {informationWords[information]}
		</span>
	);
}
