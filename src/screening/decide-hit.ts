/**
 * An analyst's word about a hit. A dismissal holds for everybody of whom records say the same, until either side changes.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf } from '../../contract/operations.ts';
import type { HitState } from '../../contract/views-screening.ts';
import { subjectOf } from '../mentions/extract.ts';
import type { Mention } from '../mentions/model.ts';
import type { Session } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import type { Actor } from './model.ts';
import { endDismissals, insertDismissal } from './store/dismissals.ts';
import { addEvents, type EventKind, readStoredHit, type StoredHit, setState } from './store/hits.ts';
import { hitsOfSide, readSide } from './store/mentions.ts';

/** From which states a decision can be made, and where it leads. */
const DECISIONS: {
	readonly [decision in InputOf<'decideHit'>['decision']]: {
		from: readonly HitState[];
		to: HitState;
		event: 'confirmed' | 'dismissed' | 'reopened';
	};
} = {
	confirm: { from: ['open', 'dismissed'], to: 'confirmed', event: 'confirmed' },
	dismiss: { from: ['open', 'confirmed'], to: 'dismissed', event: 'dismissed' },
	reopen: { from: ['dismissed', 'confirmed'], to: 'open', event: 'reopened' },
};

/** @throws TidewaiterError not-found, conflict */
export async function decideHit(
	session: Session,
	{ id, decision, reason }: InputOf<'decideHit'>,
	actor: Actor,
	at: Date,
): Promise<StoredHit> {
	const hit = await readStoredHit(session, id);
	if (hit === undefined) throw new TidewaiterError('not-found', `No hit has the identifier ${id}.`);
	const { from, to, event } = DECISIONS[decision];
	if (!from.includes(hit.state))
		throw new TidewaiterError('conflict', `The hit is ${hit.state}.`, {
			remedy:
				hit.state === 'withdrawn'
					? 'What the list no longer asks for needs no decision.'
					: 'Somebody decided before; look at its history.',
		});
	const side = await readSide(session, hit.mention);
	if (side === undefined) throw new Error('a hit without its mention');
	if (decision === 'dismiss')
		await insertDismissal(session, {
			id: newIdentifier(at.getTime()),
			side: side.side,
			subject: subjectOf(JSON.parse(side.content) as Mention),
			list: hit.list,
			entry: hit.entry,
			entryContent: hit.entryContent,
			reason,
			actor: actor.name,
			at,
		});
	else
		await endDismissals(
			session,
			{ list: hit.list, entries: [hit.entry], side: side.side },
			`${actor.name}: ${reason}`,
			at,
		);
	// Another mention may say the same of the person, with another address or telephone: the word is about both.
	const others = (await hitsOfSide(session, side.side, hit.list, hit.entry)).filter((each) => each.id !== id);
	const follow =
		decision === 'dismiss'
			? others.filter(({ state }) => state === 'open')
			: others.filter(({ state }) => state === 'dismissed');
	const set = async (ids: readonly string[], state: HitState, what: EventKind): Promise<void> => {
		await setState(session, ids, { state, reason, actor: actor.name, at });
		await addEvents(
			session,
			ids.map((each) => ({ hit: each, what, actor: actor.name, reason })),
			at,
		);
	};
	await set([id], to, event);
	// What was dismissed with a hit that is confirmed now waits for a word of its own.
	await set(
		follow.map((each) => each.id),
		decision === 'confirm' ? 'open' : to,
		decision === 'confirm' ? 'dismissal-ended' : event,
	);
	return { ...hit, state: to };
}
