/**
 * Intersections: how many identifiers two nodes have in common, counted by both, and which ones only after both have consented.
 * Each puts a key drawn for this one time on its own set and on the other's, and gives the other's back shuffled: so that equal
 * identifiers can be counted and not recognised. Both must keep to the protocol; what a liar gains is in docs/design/matching.md.
 */
import { hash } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Matchable } from '../../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { newIdentifier } from '../../platform/identifiers.ts';
import type { Actor } from '../model.ts';
import {
	type Consent,
	insertIntersection,
	readIntersection,
	readIntersections,
	readPartnerOf,
	type StoredIntersection,
	updateIntersection,
} from '../store/matching.ts';
import { strictText } from './identifier-texts.ts';
import {
	formatKept,
	type Kept,
	membersAt,
	readKept,
	reveal,
	toIntersectionView,
} from './kept-intersection.ts';
import type { Offers } from './offers.ts';
import {
	arrangePoints,
	multiplyPoints,
	POINT_BYTES,
	placesOfCommon,
	pointsOfTexts,
	shuffledOrder,
} from './points.ts';
import { rightToMatch } from './rights.ts';
import { type Saying, sayStep } from './say-step.ts';
import {
	bytesOf,
	instantOf,
	isFrom,
	type MatchingSurroundings,
	refusalError,
	textOf,
} from './surroundings.ts';
import {
	formatSigned,
	type IntersectionAnswer,
	type IntersectionStep,
	intersectionStep,
	isSigned,
	MOST_INTERSECTED,
	MOST_INTERSECTION_BYTES,
	readDocument,
} from './wire.ts';

const SOURCES = ['lists', 'hits', 'suspicion-reports', 'offences'] as const;
/** Begun by partners and not finished: each holds its points in memory for so long. */
const MOST_BEGUN = 4;
const BEGUN_MS = 10 * 60_000;
const OLDEST_STEP_MS = 10 * 60_000;

export type Intersections = {
	intersect(input: InputOf<'intersect'>, actor: Actor): Promise<OutputOf<'intersect'>>;
	listIntersections(input: InputOf<'listIntersections'>): Promise<OutputOf<'listIntersections'>>;
	readIntersection(input: InputOf<'readIntersection'>): Promise<OutputOf<'readIntersection'>>;
	consentIntersection(
		input: InputOf<'consentIntersection'>,
		actor: Actor,
	): Promise<OutputOf<'consentIntersection'>>;
	/** @returns undefined for who is no partner. */
	answerIntersection(from: string | undefined, body: Uint8Array): Promise<Uint8Array | undefined>;
};

/** What a partner has begun here: its points under both keys in its order, and our identifiers in the order sent. */
type Begun = {
	readonly step: IntersectionStep;
	readonly atMs: number;
	readonly texts: readonly string[];
	readonly theirs: Uint8Array;
};

type Answered = Pick<IntersectionAnswer, 'points' | 'shuffled' | 'both' | 'places'>;
type Refused = { readonly code: RefusalCode; readonly reason: string };
const NOTHING: Answered = { points: '', shuffled: '', both: null, places: null };

export function createIntersections(
	given: MatchingSurroundings,
	offers: Pick<Offers, 'collect'>,
): Intersections {
	const { node, database, identity, agreements, nowMs, randomBytes, enter } = given;
	const begun = new Map<string, Begun>();
	const say = (card: NodeCard, step: Saying) => sayStep(given, card, step);

	/** Both must be allowed to match these against the other. */
	async function rightOfBoth(ask: {
		agreement: string;
		partner: string;
		purpose: string;
		kinds: readonly Matchable[];
		atMs: number;
	}) {
		const { partner, ...rest } = ask;
		const one = await rightToMatch(given, { ...rest, holder: node, asker: partner });
		return one.allowed ? rightToMatch(given, { ...rest, holder: partner, asker: node }) : one;
	}

	/** One text for each identifier that is held here, in an order drawn at random. */
	async function ownTexts(kinds: readonly Matchable[]): Promise<string[] | undefined> {
		const texts = new Set<string>();
		for await (const identifier of offers.collect(new Set(kinds), SOURCES)) {
			const text = strictText(identifier);
			if (text !== undefined) texts.add(text);
			if (texts.size > MOST_INTERSECTED) return undefined;
		}
		const all = [...texts];
		return [...shuffledOrder(all.length, randomBytes(all.length * 4))].map((at) => all[at] ?? '');
	}

	async function newKey(): Promise<Uint8Array> {
		await sodium.ready;
		return sodium.crypto_core_ristretto255_scalar_reduce(randomBytes(64));
	}

	const shuffle = (points: Uint8Array): Uint8Array => {
		const count = points.length / POINT_BYTES;
		return arrangePoints(points, shuffledOrder(count, randomBytes(count * 4)));
	};

	const save = (made: StoredIntersection): Promise<boolean> =>
		database.transact(async (session) => {
			if (!(await insertIntersection(session, made))) return false;
			await enter(session, {
				at: made.at.toISOString(),
				what: 'search',
				event: 'intersected',
				subject: made.id,
				actor: made.actor,
				facts: { agreement: made.agreement, partner: made.partner, both: made.both },
			});
			return true;
		});

	async function cardOf(partner: string | undefined, agreement: string): Promise<NodeCard> {
		const card = partner === undefined ? undefined : await identity.partner(partner);
		if (card === undefined)
			throw new TidewaiterError('not-found', `There is no agreement ${agreement} with a trusted partner.`, {
				place: 'agreement',
			});
		return card;
	}

	async function intersect(
		{ agreement, purpose, kinds }: InputOf<'intersect'>,
		actor: Actor,
	): Promise<OutputOf<'intersect'>> {
		const atMs = nowMs();
		const card = await cardOf(await readPartnerOf(database, agreement), agreement);
		const right = await rightOfBoth({ agreement, partner: card.name, purpose, kinds, atMs });
		if (!right.allowed) throw refusalError(right.code, right.reason);
		const texts = await ownTexts(kinds);
		if (texts === undefined)
			throw new TidewaiterError('conflict', `There are more than ${MOST_INTERSECTED} identifiers here.`, {
				remedy: 'Intersect fewer kinds.',
				place: 'kinds',
			});
		if (!(await agreements.spend(agreement, 'ours', 'intersections', atMs)))
			throw refusalError('budget-exceeded', `The intersections of this month under ${agreement} are spent.`);
		const id = newIdentifier(atMs);
		const key = await newKey();
		const own = await pointsOfTexts(key, texts);
		const step = { id, agreement, purpose, kinds: [...kinds], places: null };
		const first = await say(card, { ...step, step: 'start', points: textOf(own) });
		const shuffled = bytesOf(first.shuffled);
		const theirs = await multiplyPoints(key, bytesOf(first.points));
		if (
			theirs === undefined ||
			shuffled.length !== own.length ||
			theirs.length > MOST_INTERSECTED * POINT_BYTES
		)
			throw new TidewaiterError('conflict', `${card.name} has not kept to the protocol.`);
		const places = placesOfCommon(theirs, shuffled);
		const second = await say(card, { ...step, step: 'finish', points: textOf(shuffle(theirs)) });
		if (second.both !== places.length)
			throw new TidewaiterError(
				'conflict',
				`${card.name} counts ${second.both ?? 'nothing'}, and this node ${places.length}: one of the two has not kept to the protocol.`,
			);
		const made: StoredIntersection = {
			id,
			agreement,
			purpose,
			partner: card.name,
			at: new Date(atMs),
			actor: actor.id,
			ours: texts.length,
			theirs: theirs.length / POINT_BYTES,
			both: places.length,
			consent: 'none',
			sealed: identity.sealAtRest(formatKept({ texts, places, members: null })),
		};
		await save(made);
		return toIntersectionView(made, undefined);
	}

	const keptOf = ({ sealed }: StoredIntersection): Kept | undefined => {
		const bytes = sealed === null ? undefined : identity.openAtRest(sealed);
		return bytes === undefined ? undefined : readKept(bytes);
	};

	/** @param heard places in our list, said by the partner; null where it has said none. */
	async function store(
		id: string,
		side: 'ours' | 'theirs',
		heard: readonly number[] | null,
		actor: string,
	): Promise<StoredIntersection | undefined> {
		return database.transact(async (session) => {
			const found = await readIntersection(session, id, true);
			const kept = found === undefined ? undefined : keptOf(found);
			if (found === undefined || kept === undefined) return undefined;
			const other = side === 'ours' ? 'theirs' : 'ours';
			const consent: Consent = found.consent === other || found.consent === 'both' ? 'both' : side;
			const members = heard === null ? undefined : membersAt(kept, heard, found.both);
			const next: Kept =
				consent === 'both' && members !== undefined && kept.members === null ? reveal(kept, members) : kept;
			const changed = { consent, sealed: identity.sealAtRest(formatKept(next)) };
			await updateIntersection(session, id, changed);
			if (consent !== found.consent)
				await enter(session, {
					at: instantOf(nowMs()),
					what: 'decision',
					event: 'intersection-consented',
					subject: id,
					actor,
					facts: { agreement: found.agreement, by: side },
				});
			return { ...found, ...changed };
		});
	}

	async function consentIntersection(
		{ id }: InputOf<'consentIntersection'>,
		actor: Actor,
	): Promise<OutputOf<'consentIntersection'>> {
		const found = await readIntersection(database, id);
		if (found === undefined) throw new TidewaiterError('not-found', 'There is no such intersection.');
		const { agreement, purpose } = found;
		const kept = keptOf(found);
		if (kept === undefined)
			throw new TidewaiterError('conflict', 'What was intersected is not kept any more.');
		const card = await cardOf(found.partner, agreement);
		const right = await rightOfBoth({ agreement, partner: card.name, purpose, kinds: [], atMs: nowMs() });
		if (!right.allowed) throw refusalError(right.code, right.reason);
		const hasTheirs = found.consent === 'theirs' || found.consent === 'both';
		const answer = await say(card, {
			id,
			agreement,
			purpose,
			kinds: [],
			step: 'consent',
			points: '',
			// Said only to who has consented.
			places: hasTheirs ? [...kept.places] : null,
		});
		const stored = await store(id, 'ours', answer.places, actor.id);
		if (stored === undefined) throw new TidewaiterError('not-found', 'There is no such intersection.');
		return toIntersectionView(stored, keptOf(stored));
	}

	async function start(step: IntersectionStep, atMs: number): Promise<Answered | Refused> {
		const { agreement, purpose, kinds, from: partner } = step;
		const right = await rightOfBoth({ agreement, partner, purpose, kinds, atMs });
		if (!right.allowed) return right;
		for (const [id, { atMs: since }] of begun) if (atMs - since > BEGUN_MS) begun.delete(id);
		if (begun.size >= MOST_BEGUN)
			return { code: 'stopped', reason: 'Too many are being worked on; try later.' };
		const received = bytesOf(step.points);
		if (received.length % POINT_BYTES !== 0 || received.length > MOST_INTERSECTED * POINT_BYTES)
			return { code: 'too-large', reason: `At most ${MOST_INTERSECTED} points of 32 bytes.` };
		if (begun.has(step.id) || (await readIntersection(database, step.id)) !== undefined)
			return { code: 'replayed', reason: 'This intersection was begun before.' };
		if (!(await agreements.spend(agreement, 'theirs', 'intersections', atMs)))
			return { code: 'budget-exceeded', reason: 'The intersections of this month are spent.' };
		const texts = await ownTexts(kinds);
		if (texts === undefined) return { code: 'too-large', reason: 'There is too much here for these kinds.' };
		const key = await newKey();
		const theirs = await multiplyPoints(key, received);
		if (theirs === undefined) return { code: 'unreadable', reason: 'A point is none of the group.' };
		const own = await pointsOfTexts(key, texts);
		begun.set(step.id, { step, atMs, texts, theirs });
		return { ...NOTHING, points: textOf(own), shuffled: textOf(shuffle(theirs)) };
	}

	async function finish(step: IntersectionStep, atMs: number): Promise<Answered | Refused> {
		const open = begun.get(step.id);
		if (open === undefined || open.step.from !== step.from || atMs - open.atMs > BEGUN_MS)
			return { code: 'out-of-order', reason: 'This intersection was not begun, or too long ago.' };
		begun.delete(step.id);
		const shuffled = bytesOf(step.points);
		if (shuffled.length !== open.texts.length * POINT_BYTES)
			return { code: 'unreadable', reason: 'These are not as many points as were given.' };
		const places = placesOfCommon(open.theirs, shuffled);
		const isNew = await save({
			id: step.id,
			agreement: open.step.agreement,
			purpose: open.step.purpose,
			partner: step.from,
			at: new Date(atMs),
			actor: step.from,
			ours: open.texts.length,
			theirs: open.theirs.length / POINT_BYTES,
			both: places.length,
			consent: 'none',
			sealed: identity.sealAtRest(formatKept({ texts: open.texts, places, members: null })),
		});
		return isNew
			? { ...NOTHING, both: places.length }
			: { code: 'replayed', reason: 'This intersection was finished before.' };
	}

	async function takeConsent(step: IntersectionStep, atMs: number): Promise<Answered | Refused> {
		const found = await readIntersection(database, step.id);
		const kept = found === undefined ? undefined : keptOf(found);
		if (found === undefined || kept === undefined || found.partner !== step.from)
			return { code: 'not-covered', reason: 'There is no such intersection.' };
		const { agreement, purpose, partner } = found;
		const right = await rightOfBoth({ agreement, partner, purpose, kinds: [], atMs });
		if (!right.allowed) return right;
		const stored = await store(step.id, 'theirs', step.places, step.from);
		return { ...NOTHING, places: stored?.consent === 'both' ? [...kept.places] : null };
	}

	async function answerIntersection(
		from: string | undefined,
		body: Uint8Array,
	): Promise<Uint8Array | undefined> {
		const step = readDocument<IntersectionStep>(intersectionStep, body, MOST_INTERSECTION_BYTES);
		if (step === undefined || (from !== undefined && step.from !== from) || step.to !== node)
			return undefined;
		if (!(await isFrom(identity, step, isSigned))) return undefined;
		const atMs = nowMs();
		const work = { start, finish, consent: takeConsent }[step.step];
		const answered: Answered | Refused =
			Math.abs(atMs - Date.parse(step.at)) > OLDEST_STEP_MS
				? { code: 'expired', reason: 'It is older than ten minutes, or clocks differ.' }
				: await work(step, atMs);
		const refused = 'code' in answered ? { code: answered.code, reason: answered.reason } : null;
		return formatSigned<IntersectionAnswer>(
			{
				format: 'tidewaiter-intersection-answer',
				formatVersion: 1,
				id: step.id,
				from: node,
				to: step.from,
				at: instantOf(atMs),
				question: hash('sha256', body, 'hex'),
				...('code' in answered ? NOTHING : answered),
				refused,
			},
			identity,
		);
	}

	return {
		intersect,
		consentIntersection,
		answerIntersection,
		listIntersections: async ({ agreement }) =>
			(await readIntersections(database, agreement)).map((each) => toIntersectionView(each, undefined)),
		readIntersection: async ({ id }) => {
			const found = await readIntersection(database, id);
			if (found === undefined) throw new TidewaiterError('not-found', 'There is no such intersection.');
			return toIntersectionView(found, keptOf(found));
		},
	};
}
