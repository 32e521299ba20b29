/**
 * What follows from a message that came in, beyond storing it: recalls and corrections go on to everybody to whom the data went, and
 * feedback becomes an outcome of the records that it is about. Doing it twice changes nothing; what a stop left undone is done at
 * the next start.
 */
import type { MessageBody } from '../../../contract/exchange/message.ts';
import { outcome as outcomeSchema } from '../../../contract/records/outcome.ts';
import { minimiseMessage } from '../agreements/minimise-message.ts';
import { readThread } from '../store/message-lists.ts';
import { changeMessage, type MessageRow, readMessageRow, readOnward } from '../store/messages.ts';
import type { Delivery } from './model.ts';
import { openBodyAtRest } from './sealed-body.ts';
import { putOut } from './send.ts';

/** @returns partners for whom something waits now. */
export async function follow(delivery: Delivery, row: MessageRow): Promise<string[]> {
	const body = openBodyAtRest(row, delivery.identity);
	const told: string[] = [];
	if (body?.kind === 'recall' || body?.kind === 'correction')
		for (const onward of await readOnward(delivery.database, body.on))
			if (await passOn(delivery, onward, body)) told.push(onward.partner);
	if (body?.kind === 'feedback') await countOutcome(delivery, row, body);
	await changeMessage(delivery.database, row.id, { followed: true });
	return told;
}

async function passOn(
	delivery: Delivery,
	onward: MessageRow,
	body: Extract<MessageBody, { kind: 'recall' | 'correction' }>,
): Promise<boolean> {
	if (onward.agreement === null || onward.purpose === null || onward.agreement_version === null) return false;
	const own = { ...body, on: onward.id, attachments: [] };
	// Of the same kind, with the same reason, about the same message: it went on before a stop.
	const thread = await readThread(delivery.database, onward.thread);
	const isThere = thread.some((each) => {
		const said =
			each.kind === body.kind && each.box === 'out' ? openBodyAtRest(each, delivery.identity) : undefined;
		return (
			(said?.kind === 'recall' || said?.kind === 'correction') &&
			said.on === onward.id &&
			said.reason === body.reason
		);
	});
	if (isThere) return false;
	const agreement = await delivery.agreements.bodyOf(onward.agreement, onward.agreement_version);
	const { body: left } = minimiseMessage(own, agreement, {
		from: delivery.identity.card().name,
		to: onward.partner,
	});
	await putOut(delivery, {
		to: onward.partner,
		body: left,
		agreement,
		purpose: onward.purpose,
		handling: handlingOf(onward),
		correlation: onward.id,
		thread: onward.thread,
		dueHours: null,
		caseReference: undefined,
		actor: undefined,
		also: async (session) => {
			if (body.kind === 'recall') await changeMessage(session, onward.id, { state: 'recalled' });
		},
	});
	return true;
}

// Written from a header that was checked.
const handlingOf = (row: MessageRow) => row.handling as 'H0' | 'H1' | 'H2' | 'H3';

const RESULTS: {
	readonly [word in Extract<MessageBody, { kind: 'feedback' }>['outcome']]?:
		| 'nothing-found'
		| 'irregularity'
		| 'offence';
} = { 'nothing-found': 'nothing-found', irregularity: 'irregularity', offence: 'offence' };

/** Feedback on a message that held records of this node: what was found goes to what selected them. */
async function countOutcome(
	delivery: Delivery,
	row: MessageRow,
	feedback: Extract<MessageBody, { kind: 'feedback' }>,
): Promise<void> {
	const result = RESULTS[feedback.outcome];
	const about = await readMessageRow(delivery.database, feedback.on);
	if (result === undefined || about === undefined || about.box !== 'out' || about.partner !== row.partner)
		return;
	const sent = openBodyAtRest(about, delivery.identity);
	if (sent === undefined || sent.kind === 'control') return;
	for (const [at, { kind, reference }] of sent.records.entries()) {
		const read = outcomeSchema.safeParse({
			kind: 'outcome',
			reference: `${row.id}-${at + 1}`,
			subject: { kind, reference },
			inspectedAt: `${row.at.toISOString().slice(0, 19)}Z`,
			inspection: 'post-clearance',
			result,
			...(feedback.recovered === undefined ? {} : { recovered: feedback.recovered }),
			remark: `Feedback of ${row.partner}.`,
		});
		if (!read.success) {
			delivery.onFailure(`feedback ${row.id} cannot be counted as an outcome`, read.error);
			continue;
		}
		await delivery.submit(
			JSON.stringify(read.data),
			`feedback-${row.id}-${at + 1}.json`,
			`exchange ${row.partner}`,
		);
	}
}
