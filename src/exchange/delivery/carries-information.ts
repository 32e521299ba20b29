/** Whether a message is one that an agreement may want to be graded. Pure. */
import type { MessageBody } from '../../../contract/exchange/message.ts';

const INFORMING = ['spontaneous', 'supplementary', 'alert', 'referral', 'hit-notice', 'correction'];

/** Does it say something of somebody, so that source and information are to be graded where the agreement wants that? */
export function carriesInformation(body: Exclude<MessageBody, { kind: 'control' }>): boolean {
	if (body.kind === 'reply') return body.outcome === 'full' || body.outcome === 'partial';
	return INFORMING.includes(body.kind);
}
