/** One line about a message, for lists: what it is and how much is in it, without a name or a number of anybody. Pure. */
import type { MessageBody, MessageKind } from '../../../contract/exchange/message.ts';

const TITLES: { readonly [kind in MessageKind]: string } = {
	query: 'Query',
	request: 'Request for information',
	reply: 'Reply',
	spontaneous: 'Spontaneous information',
	alert: 'Alert',
	'hit-notice': 'Notice of a hit',
	supplementary: 'Supplementary information',
	referral: 'Referral',
	feedback: 'Feedback',
	'consent-request': 'Request for consent',
	consent: 'Consent',
	correction: 'Correction',
	recall: 'Recall',
	control: 'Exchange',
};

export function captionOf(body: MessageBody): string {
	if (body.kind === 'control') return `${TITLES.control}: ${body.what}`;
	const said = saidOf(body);
	const kinds = [...new Set(body.records.map(({ kind }) => kind))];
	const about = [
		...(body.subjects.length === 0 ? [] : [counted(body.subjects.length, 'subject')]),
		...(body.records.length === 0 ? [] : [`${counted(body.records.length, 'record')} (${kinds.join(', ')})`]),
		...(body.attachments.length === 0 ? [] : [counted(body.attachments.length, 'attachment')]),
	];
	const title = said === undefined ? TITLES[body.kind] : `${TITLES[body.kind]}, ${said}`;
	return about.length === 0 ? title : `${title}: ${about.join(', ')}`;
}

function saidOf(body: MessageBody): string | undefined {
	switch (body.kind) {
		case 'reply':
		case 'feedback':
			return body.outcome;
		case 'request':
			return body.urgency;
		case 'alert':
			return body.action;
		case 'consent':
			return body.given ? 'given' : 'refused';
		default:
			return undefined;
	}
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
