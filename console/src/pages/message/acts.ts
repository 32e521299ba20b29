/** What can be done about a message, by which key, and as which kind of message. Pure. */
import type { MessageKind } from '../../../../contract/exchange/message.ts';
import type { MessageSummary } from '../../../../contract/views-exchange.ts';

export type Act = {
	kind: Exclude<MessageKind, 'control'>;
	label: string;
	shortcut: string;
	/** It is what the other side waits for. */
	isDue: boolean;
};

const act = (kind: Act['kind'], label: string, shortcut: string, isDue = false): Act => ({
	kind,
	label,
	shortcut,
	isDue,
});

/**
 * A query and a request want a reply, a request for consent wants consent, whatever came in may get feedback; what went out
 * can be added to, corrected and taken back. What is gone has nothing left to be done.
 */
export function actsOn({ box, kind, state }: Pick<MessageSummary, 'box' | 'kind' | 'state'>): Act[] {
	if (kind === 'control' || state === 'recalled' || state === 'deleted') return [];
	const isOpen = state !== 'answered';
	if (box === 'out') {
		if (state === 'refused' || state === 'expired') return [];
		const isSaying = kind !== 'correction' && kind !== 'recall';
		return [
			...(isSaying ? [act('supplementary', 'Add to it', 'm')] : []),
			...(isSaying ? [act('correction', 'Correct', 'x'), act('recall', 'Recall', 'w')] : []),
		];
	}
	switch (kind) {
		case 'query':
		case 'request':
			return [
				act('reply', isOpen ? 'Reply' : 'Reply again', 'r', isOpen),
				act('consent-request', 'Ask consent', 'c'),
			];
		case 'consent-request':
			return [act('consent', isOpen ? 'Consent or refuse' : 'Change the consent', 'r', isOpen)];
		case 'recall':
		case 'consent':
		case 'feedback':
			return [];
		case 'alert':
			return [act('hit-notice', 'It was seen', 'r'), act('feedback', 'Feedback', 'f')];
		case 'reply':
		case 'spontaneous':
		case 'hit-notice':
		case 'supplementary':
		case 'referral':
		case 'correction':
			return [act('feedback', 'Feedback', 'f'), act('consent-request', 'Ask consent', 'c')];
	}
}
