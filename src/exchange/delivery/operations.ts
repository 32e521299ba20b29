/**
 * Messages of a node: sending, reading, taking in, and what runs by itself: delivery with back-off, expiry, deletion at the end. What
 * waits is in the store, so that a stop loses nothing.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { DraftMessage } from '../../../contract/views-exchange.ts';
import type { Actor, Control, MessageOperations } from '../model.ts';
import { attach, discardAttachment, readLoose } from '../store/attachments.ts';
import {
	addPassed,
	changeMessage,
	type MessageRow,
	readEnded,
	readMessageRow,
	readPartnersWithWork,
	readToFollow,
} from '../store/messages.ts';
import { destroy } from './arrival.ts';
import { readAttachment, takeChunk, uploadAttachment } from './attachments.ts';
import { carryTo, type Standing } from './carry.ts';
import { type Composed, compose } from './compose.ts';
import { follow } from './follow.ts';
import { DAY_MS, type Delivery, type DeliveryParts } from './model.ts';
import { noteReceipt, takeReceipt } from './receipts.ts';
import { takeEnvelope } from './receive.ts';
import { instantOf, putOut } from './send.ts';
import { createTurns } from './turns.ts';
import { detailOf, listMessages, shown } from './views.ts';

export type Messages = MessageOperations & {
	readonly control: Control;
	/** What partners bring. @param shownBy partner whose certificate was shown. */
	readonly answer: {
		envelopes(bytes: Uint8Array, shownBy: string | undefined): Promise<Uint8Array>;
		receipts(bytes: Uint8Array, shownBy: string | undefined): Promise<Uint8Array>;
		chunks(bytes: Uint8Array, shownBy: string | undefined): Promise<Uint8Array>;
	};
	/** Tries all that waits now, whatever the back-off says. */
	deliverWaiting(): Promise<void>;
	/** Deletes what has reached its end. @returns how many messages. */
	deleteEnded(): Promise<number>;
	close(): Promise<void>;
};

/** How often it is looked whether something is due. */
const ROUND_MS = 1_000;
const DELETION_EVERY_MS = 10 * 60_000;
/** Whoever sends is told how the first try went, if that does not take longer. */
const FIRST_TRY_MS = 2_000;
const BATCH = 200;

export function openMessages(parts: DeliveryParts): Messages {
	const delivery: Delivery = { ...parts, turns: createTurns() };
	const { database, clock, identity, onFailure } = delivery;
	const standings = new Map<string, Standing>();
	/** Partners for whom something may wait. */
	const working = new Set<string>();
	const queued = new Map<string, Promise<void>>();
	let closed = false;
	let deletedAtMs = clock.now();

	const standingOf = (partner: string): Standing => {
		const standing = standings.get(partner) ?? { failures: 0, nextTryMs: 0 };
		standings.set(partner, standing);
		return standing;
	};

	/** One round to a partner; those who ask while one waits its turn share it. */
	const carry = (partner: string): Promise<void> => {
		const waiting = queued.get(partner);
		if (waiting !== undefined) return waiting;
		const round = delivery.turns.take(`carry ${partner}`, async () => {
			queued.delete(partner);
			if (closed) return;
			try {
				if (!(await carryTo(delivery, partner, standingOf(partner)))) working.delete(partner);
			} catch (error) {
				if (!closed) onFailure(`delivery to ${partner} failed`, error);
			}
		});
		queued.set(partner, round);
		return round;
	};

	const wake = (partner: string): Promise<void> => {
		working.add(partner);
		return standingOf(partner).nextTryMs > clock.now() ? Promise.resolve() : carry(partner);
	};

	const followUp = (row: MessageRow): Promise<void> =>
		delivery.turns
			.take('follow', async () => {
				const now = await readMessageRow(database, row.id);
				if (now === undefined || now.followed) return;
				for (const partner of await follow(delivery, now)) void wake(partner);
			})
			.catch((error: unknown) => onFailure(`what follows from message ${row.id} was not done`, error));

	const deleteEnded = async (): Promise<number> => {
		let count = 0;
		for (;;) {
			const rows = await readEnded(database, new Date(clock.now()), BATCH);
			for (const row of rows) {
				await database.transact((session) => destroy(delivery, session, row, 'deleted'));
				if (row.box === 'in') working.add(row.partner);
			}
			count += rows.length;
			if (rows.length < BATCH) break;
		}
		for (const id of await readLoose(database, new Date(clock.now() - DAY_MS), BATCH))
			await database.transact((session) => discardAttachment(session, id));
		return count;
	};

	const due = async (): Promise<void> => {
		if (clock.now() - deletedAtMs >= DELETION_EVERY_MS) {
			deletedAtMs = clock.now();
			await deleteEnded();
		}
		for (const partner of [...working])
			if (standingOf(partner).nextTryMs <= clock.now()) await carry(partner);
	};
	let isDue = false;
	const timer = setInterval(() => {
		if (isDue || closed) return;
		isDue = true;
		due()
			.catch((error: unknown) => {
				if (!closed) onFailure('delivery stopped for a moment', error);
			})
			.finally(() => {
				isDue = false;
			});
	}, ROUND_MS);
	timer.unref();

	/** What a stop left: partners with work, and messages from which something follows. */
	const started = (async (): Promise<void> => {
		for (const partner of await readPartnersWithWork(database)) working.add(partner);
		for (const row of await readToFollow(database, BATCH)) await followUp(row);
	})().catch((error: unknown) => {
		if (!closed) onFailure('what waits could not be read', error);
	});

	const send = async (draft: DraftMessage, actor: Actor): Promise<MessageRow> => {
		const composed = await compose(delivery, draft);
		const { to, agreement, minimised, about, correlation, passesOn } = composed;
		refuseProblems(composed);
		if (!(await delivery.agreements.spend(agreement.id, 'ours', 'messages', clock.now())))
			throw new TidewaiterError('too-many-requests', `${agreement.id} allows no more messages today.`, {
				remedy: 'Wait until tomorrow, or agree on a larger budget.',
			});
		const { body } = minimised;
		return putOut(delivery, {
			to,
			body,
			agreement,
			purpose: draft.purpose,
			handling: composed.handling,
			correlation,
			thread: about?.thread,
			dueHours: composed.dueHours,
			caseReference: draft.case,
			actor: actor.id,
			also: async (session, id) => {
				await addPassed(session, passesOn, id);
				if (body.kind !== 'control')
					for (const [position, each] of body.attachments.entries())
						if (!(await attach(session, each.id, id, to, position)))
							throw new TidewaiterError('conflict', `Attachment ${each.id} went with another message.`);
				if (about === undefined) return;
				const answers =
					body.kind === 'reply' || (body.kind === 'consent' && about.kind === 'consent-request');
				if (answers && about.box === 'in' && ['received', 'opened'].includes(about.state)) {
					await changeMessage(session, about.id, { state: 'answered' });
					await noteReceipt(delivery, session, about, 'answered');
				}
				if (body.kind === 'recall') await changeMessage(session, about.id, { state: 'recalled' });
			},
		});
	};

	return {
		control: async (to, what, document) => {
			await putOut(delivery, {
				to,
				body: { kind: 'control', what, document },
				agreement: null,
				purpose: null,
				handling: 'H0',
				correlation: null,
				thread: undefined,
				dueHours: null,
				caseReference: undefined,
				actor: undefined,
			});
			void wake(to);
		},
		answer: {
			envelopes: async (bytes, shownBy) => {
				const { answer, arrived, owed } = await takeEnvelope(delivery, bytes, shownBy);
				if (owed !== undefined) working.add(owed);
				// The partner is there, so what waits for it need not wait any longer.
				if (arrived !== undefined) {
					standingOf(arrived.partner).nextTryMs = 0;
					if (!arrived.followed) void followUp(arrived);
				}
				return answer;
			},
			receipts: (bytes, shownBy) => takeReceipt(delivery, bytes, shownBy),
			chunks: (bytes, shownBy) => takeChunk(delivery, bytes, shownBy),
		},
		listMessages: (input) => listMessages(delivery, input),
		readMessage: async ({ id }, actor) => {
			const row = await readMessageRow(database, id);
			if (row === undefined) throw new TidewaiterError('not-found', `There is no message ${id}.`);
			if (row.box !== 'in' || row.state !== 'received' || row.kind === 'control')
				return detailOf(delivery, row);
			await database.transact(async (session) => {
				const now = await readMessageRow(session, id);
				if (now?.state !== 'received') return;
				await changeMessage(session, id, { state: 'opened' });
				await noteReceipt(delivery, session, row, 'opened');
				await delivery.ledger.appendIn(session, [
					{
						at: instantOf(clock.now()),
						what: 'view',
						event: 'opened',
						subject: id,
						actor: actor.id,
					},
				]);
			});
			void wake(row.partner);
			return detailOf(delivery, (await readMessageRow(database, id)) ?? row);
		},
		previewMessage: async ({ version, ...draft }) => {
			const { minimised, problems, dueHours } = await compose(delivery, draft, version);
			return {
				body: shown(minimised.body),
				removed: minimised.removed.slice(0, 10_000),
				masked: minimised.masked.slice(0, 10_000),
				problems: [...problems],
				dueAt: dueHours === null ? null : instantOf(clock.now() + dueHours * 3_600_000),
			};
		},
		sendMessage: async (draft, actor) => {
			const row = await send(draft, actor);
			await atMost(wake(row.partner), FIRST_TRY_MS);
			return detailOf(delivery, (await readMessageRow(database, row.id)) ?? row);
		},
		uploadAttachment: (input, bytes) => uploadAttachment(delivery, input, bytes),
		readAttachment: (input) => readAttachment(delivery, input),
		deliverWaiting: async () => {
			await started;
			await delivery.turns.idle();
			for (const partner of identity.partners().map(({ name }) => name))
				if (working.has(partner)) await carry(partner);
			await delivery.turns.idle();
		},
		deleteEnded,
		close: async () => {
			closed = true;
			clearInterval(timer);
			await started;
			await delivery.turns.idle();
		},
	};
}

function refuseProblems({ problems }: Composed): void {
	const [first] = problems;
	if (first === undefined) return;
	throw new TidewaiterError(first.path === 'agreement' ? 'conflict' : 'invalid-input', first.sentence, {
		place: first.path,
		remedy: 'See what the agreement leaves of the message: "tidewaiter messages preview".',
	});
}

/** Resolves when the work is done, or after so long. */
async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	await Promise.race([
		work,
		new Promise((resolve) => {
			timer = setTimeout(resolve, milliseconds);
		}),
	]);
	clearTimeout(timer);
}
