/** What the rows of a message have alike, whichever way it goes: the header in columns, the body sealed at rest. */
import type { EnvelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import type { MessageRow } from '../store/messages.ts';
import { captionOf } from './caption.ts';
import type { Delivery } from './model.ts';
import { sealBody } from './sealed-body.ts';

type Own =
	| 'box'
	| 'partner'
	| 'state'
	| 'thread'
	| 'envelope'
	| 'case_reference'
	| 'actor'
	| 'next_try_at'
	| 'followed';

/** @param keptMs how long it may be kept. */
export const rowOf = (
	{ identity, randomBytes }: Pick<Delivery, 'identity' | 'randomBytes'>,
	header: EnvelopeHeader,
	body: MessageBody,
	keptMs: number,
	nowMs: number,
): Omit<MessageRow, Own> => ({
	id: header.id,
	sequence: header.sequence,
	kind: body.kind,
	caption: captionOf(body),
	agreement: header.agreement,
	agreement_version: header.agreementVersion,
	purpose: header.purpose,
	handling: header.handling,
	at: new Date(nowMs),
	due_at: header.dueAt === null ? null : new Date(header.dueAt),
	expires_at: new Date(header.expiresAt),
	keep_until: new Date(nowMs + keptMs),
	correlation: header.correlation,
	header: canonicalJson(header),
	...sealBody(body, identity, randomBytes),
	ledger_position: null,
	attempts: 0,
});
