/**
 * From what somebody wants to send to what the agreement leaves of it: coverage, records taken from the store and cut, grading,
 * handling, and whether what another partner sent may go on. Nothing is stored or sent here.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import { type AgreementBody, handlingCode } from '../../../contract/exchange/agreement.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { DraftMessage } from '../../../contract/views-exchange.ts';
import { dueHoursOf } from '../agreements/coverage.ts';
import { type MinimisedMessage, minimiseMessage } from '../agreements/minimise-message.ts';
import { readThread } from '../store/message-lists.ts';
import { type MessageRow, readMessageRow } from '../store/messages.ts';
import { aboutOf } from './arrival.ts';
import { attachmentsToSend } from './attachments.ts';
import { carriesInformation } from './carries-information.ts';
import type { Delivery } from './model.ts';
import { openBodyAtRest } from './sealed-body.ts';

export type Composed = {
	readonly to: string;
	readonly agreement: AgreementBody;
	readonly minimised: MinimisedMessage;
	readonly handling: 'H0' | 'H1' | 'H2' | 'H3';
	readonly dueHours: number | null;
	readonly correlation: string | null;
	/** The message that it answers or is about. */
	readonly about: MessageRow | undefined;
	/** Messages that came in and of which something goes on. */
	readonly passesOn: readonly string[];
	/** Why it cannot be sent, for whoever wrote it. */
	readonly problems: readonly { readonly path: string; readonly sentence: string }[];
};

type Problem = { readonly path: string; readonly sentence: string };

/**
 * @param version of the agreement by which it is cut, where another one is asked about than the one that holds.
 * @throws TidewaiterError `not-found` for an agreement, a record or an attachment that is not here; `invalid-input` for a control message.
 */
export async function compose(delivery: Delivery, draft: DraftMessage, version?: number): Promise<Composed> {
	const { body } = draft;
	if (body.kind === 'control')
		throw new TidewaiterError(
			'invalid-input',
			'Messages about the exchange itself are sent by the exchange.',
			{
				place: 'body.kind',
			},
		);
	const own = delivery.identity.card().name;
	// A draft of the next version is newer than what holds, and must not decide what leaves.
	const agreement =
		(version === undefined
			? await delivery.agreements.inForce(draft.agreement, delivery.clock.now())
			: undefined) ?? (await delivery.agreements.bodyOf(draft.agreement, version));
	const to = agreement.parties.find((party) => party !== own);
	if (to === undefined)
		throw new TidewaiterError('conflict', `${agreement.id} names nobody with whom to share.`);
	const records = await Promise.all(draft.records.map((id) => recordOf(delivery, id)));
	const attachments = await attachmentsToSend(delivery, body.attachments);
	const minimised = minimiseMessage({ ...body, attachments }, agreement, { from: own, to }, records);
	const correlation = aboutOf(body, draft.correlation);
	const about = correlation === null ? undefined : await readMessageRow(delivery.database, correlation);
	const handling = handlingCode.safeParse(draft.handling ?? agreement.handling.least);
	const passesOn = [
		...new Set([
			...(draft.passesOn ?? []),
			...(about !== undefined && about.box === 'in' && about.partner !== to ? [about.id] : []),
		]),
	];
	const problems = [
		...(await uncovered(delivery, draft, minimised.body, { own, to, handling: handling.data ?? '' })),
		...contentProblems(body, agreement),
		...contextProblems(body, about, to),
		...(await onwardProblems(delivery, passesOn, to, draft.purpose)),
		...minimised.problems,
	];
	return {
		to,
		agreement,
		minimised,
		handling: handling.data ?? agreement.handling.least,
		dueHours: dueHoursOf(agreement, body.kind, body.kind === 'request' ? body.urgency : draft.urgency),
		correlation,
		about: about?.partner === to ? about : undefined,
		passesOn,
		problems,
	};
}

async function recordOf({ readRecord }: Delivery, id: string): Promise<BorderRecord> {
	const record = await readRecord(id);
	if (record !== undefined) return record;
	throw new TidewaiterError('not-found', `There is no record ${id}.`, { place: 'records' });
}

async function uncovered(
	{ agreements, clock }: Delivery,
	draft: DraftMessage,
	body: MessageBody,
	{ own, to, handling }: { own: string; to: string; handling: string },
): Promise<Problem[]> {
	const coverage = await agreements.covers({
		agreement: draft.agreement,
		from: own,
		to,
		kind: body.kind,
		purpose: draft.purpose,
		handling,
		atMs: clock.now(),
		records: body.kind === 'control' ? [] : body.records.map(({ kind }) => kind),
	});
	return coverage.covered ? [] : [{ path: 'agreement', sentence: coverage.reason }];
}

const contentProblems = (
	body: Exclude<MessageBody, { kind: 'control' }>,
	agreement: AgreementBody,
): Problem[] =>
	agreement.evaluation && body.evaluation === undefined && carriesInformation(body)
		? [
				{
					path: 'body.evaluation',
					sentence: 'The agreement wants source and information to be graded (4×4).',
				},
			]
		: [];

/** What must be about a message of which both sides know. */
const ABOUT: { readonly [kind in MessageBody['kind']]?: readonly MessageRow['box'][] } = {
	reply: ['in'],
	feedback: ['in'],
	'consent-request': ['in'],
	consent: ['in'],
	correction: ['out'],
	recall: ['out'],
};

function contextProblems(body: MessageBody, about: MessageRow | undefined, to: string): Problem[] {
	const boxes = ABOUT[body.kind];
	if (boxes === undefined) return [];
	if (about !== undefined && about.partner === to && boxes.includes(about.box)) return [];
	const which = boxes.includes('in') ? `that came from ${to}` : `that was sent to ${to}`;
	return [
		{
			path: body.kind === 'reply' ? 'correlation' : 'body.on',
			sentence: `A ${body.kind} is about a message ${which}; say which.`,
		},
	];
}

/** May what one partner sent go on to another one, and for this purpose? */
async function onwardProblems(
	delivery: Delivery,
	messages: readonly string[],
	to: string,
	purpose: string,
): Promise<Problem[]> {
	const problems: Problem[] = [];
	for (const id of messages) {
		const row = await readMessageRow(delivery.database, id);
		if (row === undefined || row.box !== 'in' || row.agreement === null) {
			problems.push({ path: 'passesOn', sentence: `No message ${id} came in under an agreement.` });
			continue;
		}
		if (row.partner === to) continue;
		const { onward } = await delivery.agreements.bodyOf(row.agreement, row.agreement_version ?? undefined);
		if (onward === 'never') {
			problems.push({
				path: 'passesOn',
				sentence: `${row.agreement} with ${row.partner} lets nothing be passed on.`,
			});
			continue;
		}
		// H2: ask before use; H3: what its sender says. Another purpose is another use.
		const asks =
			onward === 'with-consent' || row.handling === 'H2' || row.handling === 'H3' || row.purpose !== purpose;
		if (asks && !(await isConsented(delivery, row, to)))
			problems.push({
				path: 'passesOn',
				sentence: `${row.partner} has not consented that message ${id} goes to ${to}. Send it a consent-request that names ${to}.`,
			});
	}
	return problems;
}

/** The last word of its sender about passing this message to that node. */
async function isConsented(delivery: Delivery, row: MessageRow, to: string): Promise<boolean> {
	const thread = await readThread(delivery.database, row.thread);
	const bodies = new Map(thread.map((each) => [each.id, openBodyAtRest(each, delivery.identity)]));
	const asked = thread
		.filter(({ box, partner }) => box === 'out' && partner === row.partner)
		.filter(({ id }) => {
			const body = bodies.get(id);
			return body?.kind === 'consent-request' && body.on === row.id && body.passTo === to;
		})
		.map(({ id }) => id);
	const words = thread.flatMap(({ id, box, partner }) => {
		const body = bodies.get(id);
		return box === 'in' && partner === row.partner && body?.kind === 'consent' && asked.includes(body.on)
			? [body.given]
			: [];
	});
	return words.at(-1) === true;
}
