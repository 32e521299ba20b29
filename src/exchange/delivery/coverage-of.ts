/** What an agreement wants of a message by what it is: whether it must be graded, and within what time it is to be answered. Pure. */
import type { AgreementBody } from '../../../contract/exchange/agreement.ts';
import type { MessageBody, Urgency } from '../../../contract/exchange/message.ts';

const ANSWERED = ['query', 'request', 'consent-request'];
const INFORMING = ['spontaneous', 'supplementary', 'alert', 'referral', 'hit-notice', 'correction'];

/** Does it say something of somebody, so that source and information are to be graded where the agreement wants that? */
export function carriesInformation(body: Exclude<MessageBody, { kind: 'control' }>): boolean {
	if (body.kind === 'reply') return body.outcome === 'full' || body.outcome === 'partial';
	return INFORMING.includes(body.kind);
}

/** @returns hours; null where no answer is due. */
export function dueHoursOf(body: MessageBody, agreement: AgreementBody, urgency: Urgency): number | null {
	if (!ANSWERED.includes(body.kind)) return null;
	return agreement.responseHours[body.kind === 'request' ? body.urgency : urgency];
}
