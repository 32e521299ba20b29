/**
 * Puts messages on their way: number, header, seal, store, ledger. In: a body that was minimised. Out: a stored message that will be
 * tried until its receipt came or it expired. The number is taken in the transaction that stores the message, so none is skipped.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { EnvelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import type { LedgerEntry } from '../../ledger/model.ts';
import type { Session } from '../../platform/database/port.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { documentKey } from '../../values/content-key.ts';
import { formatEnvelope, sealEnvelope } from '../envelope/envelope.ts';
import { sealingPublicKey } from '../envelope/seal.ts';
import { keyIdOf64 } from '../identity/card.ts';
import { countSent, insertMessage, type MessageRow, noteDocuments, readCounters } from '../store/messages.ts';
import { rowOf } from './message-row.ts';
import { CONTROL_RETENTION_MS, DAY_MS, type Delivery, EXPIRY_MS } from './model.ts';
import { bodyHash, openBodyAtRest } from './sealed-body.ts';

export type Outgoing = {
	readonly to: string;
	readonly body: MessageBody;
	readonly agreement: {
		readonly id: string;
		readonly version: number;
		readonly retentionDays: number;
	} | null;
	readonly purpose: string | null;
	readonly handling: EnvelopeHeader['handling'];
	readonly correlation: string | null;
	/** First message of the correspondence; the message itself where undefined. */
	readonly thread: string | undefined;
	readonly dueHours: number | null;
	readonly caseReference: string | undefined;
	readonly actor: string | undefined;
	/** What else belongs into the transaction that stores it. */
	readonly also?: (session: Session, id: string) => Promise<void>;
};

/** Stores a message for a partner. @throws TidewaiterError `not-found` where the partner is not trusted, `conflict` where the exchange with it is stopped. */
export const putOut = (delivery: Delivery, outgoing: Outgoing): Promise<MessageRow> =>
	delivery.turns.take(`send ${outgoing.to}`, () => store(delivery, outgoing));

async function store(delivery: Delivery, outgoing: Outgoing): Promise<MessageRow> {
	const { database, clock, identity, ledger } = delivery;
	const { to, body, agreement } = outgoing;
	const [card, counters] = await Promise.all([identity.partner(to), readCounters(database, to)]);
	if (card === undefined || counters === undefined)
		throw new TidewaiterError('not-found', `${to} is not a partner that this node trusts.`, {
			remedy: 'Compare fingerprints and run "tidewaiter node trust" first.',
		});
	const problem = delivery.problemWith(to);
	if (problem !== undefined)
		throw new TidewaiterError('conflict', `The exchange with ${to} is stopped: ${problem}`, {
			remedy: 'Settle with the partner what became of its ledger first.',
		});
	const nowMs = clock.now();
	const id = delivery.newId();
	const header: EnvelopeHeader = {
		format: 'tidewaiter-envelope',
		formatVersion: 1,
		id,
		correlation: outgoing.correlation,
		kind: body.kind,
		from: identity.card().name,
		to,
		signingKey: identity.signingKeyId(),
		sealingKey: keyIdOf64(card.sealingKey),
		agreement: agreement?.id ?? null,
		agreementVersion: agreement?.version ?? null,
		purpose: outgoing.purpose,
		handling: outgoing.handling,
		sequence: counters.sent + 1,
		sentAt: instantOf(nowMs),
		expiresAt: instantOf(nowMs + EXPIRY_MS),
		dueAt: outgoing.dueHours === null ? null : instantOf(nowMs + outgoing.dueHours * 3_600_000),
	};
	const envelope = await sealed(delivery, header, body, card.sealingKey);
	const row: MessageRow = {
		...rowOf(delivery, header, body, retentionMs(agreement?.retentionDays), nowMs),
		box: 'out',
		partner: to,
		state: 'waiting',
		thread: outgoing.thread ?? outgoing.correlation ?? id,
		envelope,
		case_reference: outgoing.caseReference ?? null,
		actor: outgoing.actor ?? null,
		next_try_at: new Date(nowMs),
		followed: true,
	};
	await database.transact(async (session) => {
		if (!(await countSent(session, to, header.sequence)))
			throw new TidewaiterError('busy', `Another message to ${to} was stored at the same moment.`, {
				remedy: 'Send it again.',
			});
		const position = await ledger.appendIn(session, [messageEntry(header, body, 'sent', outgoing.actor)]);
		row.ledger_position = position;
		await insertMessage(session, row);
		if (body.kind !== 'control')
			await noteDocuments(
				session,
				id,
				body.records.map(({ kind, reference }) => documentKey(kind, reference)),
			);
		await outgoing.also?.(session, id);
	});
	return row;
}

export const instantOf = (ms: number): string => new Date(ms).toISOString();

export const retentionMs = (days: number | undefined): number =>
	days === undefined ? CONTROL_RETENTION_MS : days * DAY_MS;

export function messageEntry(
	header: EnvelopeHeader,
	body: MessageBody,
	event: 'sent' | 'received',
	actor: string | undefined,
): LedgerEntry {
	return {
		at: header.sentAt,
		what: 'message',
		event,
		subject: header.id,
		...(actor === undefined ? {} : { actor }),
		hash: bodyHash(body),
		facts: {
			kind: header.kind,
			from: header.from,
			to: header.to,
			sequence: header.sequence,
			handling: header.handling,
			...(header.agreement === null
				? {}
				: { agreement: header.agreement, version: header.agreementVersion ?? 0 }),
			...(header.purpose === null ? {} : { purpose: header.purpose }),
		},
	};
}

async function sealed(
	{ identity }: Pick<Delivery, 'identity'>,
	header: EnvelopeHeader,
	body: MessageBody,
	sealingKey: string,
): Promise<string> {
	const receiver = await sealingPublicKey(Buffer.from(sealingKey, 'base64'));
	const envelope = await sealEnvelope(header, body, identity.sign, receiver);
	return Buffer.from(formatEnvelope(envelope)).toString('utf8');
}

/** What stands for a message whose body is gone: it has expired, so nobody opens it. */
const GONE: MessageBody = { kind: 'control', what: 'card', document: '' };

/**
 * The envelope of a stored message, made again with the keys of now where it was thrown away: because it was delivered, and the partner
 * has lost it, or because the partner does not believe its key any more. Identifier and number stay.
 */
export async function envelopeOf(
	delivery: Delivery,
	row: Pick<MessageRow, 'header' | 'body' | 'body_key' | 'envelope' | 'partner'>,
): Promise<{ envelope: string; header: string } | undefined> {
	const card = await delivery.identity.partner(row.partner);
	if (card === undefined) return undefined;
	// Written by this file only.
	const header = JSON.parse(row.header) as EnvelopeHeader;
	const signingKey = delivery.identity.signingKeyId();
	const sealingKey = keyIdOf64(card.sealingKey);
	// As it was signed, also where keys changed since: a partner that was away learns the new keys from a card that the former signed.
	if (row.envelope !== null) return { envelope: row.envelope, header: row.header };
	const body = openBodyAtRest(row, delivery.identity);
	const renewed = {
		...header,
		signingKey,
		sealingKey,
		...(body === undefined ? { expiresAt: header.sentAt } : {}),
	};
	return {
		envelope: await sealed(delivery, renewed, body ?? GONE, card.sealingKey),
		header: canonicalJson(renewed),
	};
}
