/**
 * Offers: what is held here and may be matched by a partner. In: an agreement, a purpose, kinds, sources. Out: tags under a key of
 * this offer alone, sent to the partner. Ends with its key. Nothing is offered but what the agreement lets the partner match.
 */
import { hash } from 'node:crypto';
import { TidewaiterError } from '../../../contract/errors.ts';
import { type Matchable, matchable } from '../../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Offer } from '../../../contract/views-exchange.ts';
import type { Mention } from '../../mentions/model.ts';
import { newIdentifier } from '../../platform/identifiers.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import type { Actor } from '../model.ts';
import {
	deleteEndedOffers,
	deleteOffers,
	endOtherOffers,
	insertOffer,
	readOffer,
	readOffers,
	readPartnerOf,
	readQuestionDays,
	type StoredOffer,
	updateOfferEnd,
} from '../store/matching.ts';
import {
	readHitMentions,
	readListedEntries,
	readOffenceMentions,
	readReportedMentions,
	type Source,
} from '../store/matching-sources.ts';
import { identifiersOfEntry, identifiersOfMention } from './described.ts';
import { type Identifier, identifierTexts } from './identifier-texts.ts';
import { formatOffer, padTags, parseOffer } from './offered-set.ts';
import { enumerationAlarm } from './pace.ts';
import { type OfferKey, offerKeyOf } from './question.ts';
import { rightToMatch } from './rights.ts';
import { setUpOffer } from './set-up.ts';
import {
	bytesOf,
	dayOf,
	instantOf,
	type MatchingSurroundings,
	refusalError,
	textOf,
} from './surroundings.ts';
import { MOST_TAGS, offerDocument, readDocument } from './wire.ts';

const DAY_MS = 86_400_000;
/** An offer that is replaced is answered for so long, for a partner who has not had the new one. */
const GRACE_MS = 7 * DAY_MS;
/** An offer is made anew when so much of its time is left. */
const RENEWED_AT = 0.1;
const ALARM_DAYS = 14;
const MOST_DOCUMENT_BYTES = 20_000_000;
const MOST_VALID_MS = 366 * DAY_MS;
const CLOCKS_DIFFER_MS = 10 * 60_000;

export type Offers = {
	listOffers(input: InputOf<'listOffers'>): Promise<OutputOf<'listOffers'>>;
	makeOffer(
		input: InputOf<'makeOffer'>,
		actor: Actor,
		progress?: (done: number) => void,
	): Promise<OutputOf<'makeOffer'>>;
	withdrawOffer(input: InputOf<'withdrawOffer'>, actor: Actor): Promise<OutputOf<'withdrawOffer'>>;
	/** An offer that a partner has sent, or that it ends earlier than it said. @returns why it was not taken. */
	takeOffer(from: string, document: string): Promise<RefusalCode | undefined>;
	/** Makes anew what ends soon, forgets what has ended. */
	renewOffers(): Promise<void>;
	/** Identifiers of these kinds that are held here. */
	collect(kinds: ReadonlySet<Matchable>, of: readonly Source[]): AsyncGenerator<Identifier>;
	keyOf(offer: StoredOffer): OfferKey | undefined;
};

/** The name in the derivation of its key. */
const infoOf = ({ agreement, purpose, id }: Pick<StoredOffer, 'agreement' | 'purpose' | 'id'>): string =>
	`tidewaiter-offer-1\n${agreement}\n${purpose}\n${id}`;

const kindsOf = (offer: Pick<StoredOffer, 'kinds'>): Matchable[] =>
	matchable.array().parse(JSON.parse(offer.kinds));

export function createOffers(given: MatchingSurroundings): Offers {
	const { node, database, identity, control, nowMs, randomBytes, enter, onFailure } = given;

	async function* collect(kinds: ReadonlySet<Matchable>, of: readonly Source[]): AsyncGenerator<Identifier> {
		if (of.includes('lists'))
			for await (const entries of readListedEntries(database))
				for (const entry of entries) yield* identifiersOfEntry(entry, kinds);
		const mentioned: AsyncGenerator<string[]>[] = [
			...(of.includes('hits') ? [readHitMentions(database)] : []),
			...(of.includes('suspicion-reports') ? [readReportedMentions(database)] : []),
			...(of.includes('offences') ? [readOffenceMentions(database)] : []),
		];
		// Written by intake, in the shape of the model.
		for (const pages of mentioned)
			for await (const contents of pages)
				for (const content of contents) yield* identifiersOfMention(JSON.parse(content) as Mention, kinds);
	}

	const toView = (offer: StoredOffer): Offer => ({
		id: offer.id,
		agreement: offer.agreement,
		purpose: offer.purpose,
		direction: offer.direction,
		partner: offer.partner,
		kinds: kindsOf(offer),
		identifiers: offer.identifiers,
		madeAt: offer.madeAt.toISOString(),
		validUntil: offer.validUntil.toISOString(),
		source: offer.source,
	});

	const tell = (offer: StoredOffer, tags: Uint8Array): Promise<void> =>
		control(
			offer.partner,
			'offer',
			canonicalJson({
				format: 'tidewaiter-offer',
				formatVersion: 1,
				id: offer.id,
				from: node,
				to: offer.partner,
				agreement: offer.agreement,
				purpose: offer.purpose,
				kinds: kindsOf(offer),
				publicKey: textOf(offer.publicKey),
				madeAt: offer.madeAt.toISOString(),
				validUntil: offer.validUntil.toISOString(),
				tags: textOf(tags),
			}),
		);

	async function make(
		{ agreement, purpose, kinds, of, validDays }: InputOf<'makeOffer'>,
		actor: Actor,
		progress: (done: number) => void = () => {},
	): Promise<Offer> {
		const atMs = nowMs();
		const partner = await readPartnerOf(database, agreement);
		if (partner === undefined)
			throw new TidewaiterError('not-found', `There is no agreement ${agreement} with a partner.`, {
				place: 'agreement',
			});
		const right = await rightToMatch(given, {
			agreement,
			holder: node,
			asker: partner,
			purpose,
			kinds,
			atMs,
		});
		if (!right.allowed) throw refusalError(right.code, right.reason);
		const wanted = [...new Set(kinds)].sort();
		// Each text once: the same person is in many records, and to evaluate is what costs.
		const texts = new Set<string>();
		async function* distinctTexts(): AsyncGenerator<string> {
			for await (const identifier of collect(new Set(wanted), of))
				for (const text of identifierTexts(identifier, 'offered')) {
					if (texts.has(text)) continue;
					if (texts.size >= MOST_TAGS)
						throw new TidewaiterError(
							'conflict',
							`An offer has at most ${MOST_TAGS} tags, and there is more.`,
							{ remedy: 'Offer fewer kinds, or from fewer sources.', place: 'kinds' },
						);
					texts.add(text);
					yield text;
				}
		}
		const seed = Uint8Array.from(randomBytes(32));
		const id = newIdentifier(atMs);
		const key = offerKeyOf(seed, infoOf({ agreement, purpose, id }));
		const made = await setUpOffer(key, distinctTexts(), progress);
		const tags = formatOffer(padTags(made, randomBytes));
		const offer: StoredOffer = {
			id,
			agreement,
			purpose,
			direction: 'given',
			partner,
			kinds: JSON.stringify(wanted),
			source: [...new Set(of)].join(', '),
			identifiers: made.tags.length,
			publicKey: key.publicKey,
			seed: identity.sealAtRest(seed),
			madeAt: new Date(atMs),
			validUntil: new Date(atMs + validDays * DAY_MS),
		};
		await database.transact(async (session) => {
			// Answered with the key; the tags are for the partner.
			await insertOffer(session, offer, new Uint8Array());
			await endOtherOffers(session, offer, new Date(atMs + GRACE_MS));
			await enter(session, {
				at: instantOf(atMs),
				what: 'agreement',
				event: 'offered-for-matching',
				subject: id,
				actor: actor.id,
				hash: hash('sha256', tags, 'hex'),
				facts: { agreement, purpose, partner, tags: (tags.length - 19) / 8 },
			});
		});
		await tell(offer, tags);
		return toView(offer);
	}

	async function renew(offer: StoredOffer): Promise<void> {
		const lifeMs = offer.validUntil.getTime() - offer.madeAt.getTime();
		// Sources are written by this file.
		const of = offer.source.split(', ') as Source[];
		await make(
			{
				agreement: offer.agreement,
				purpose: offer.purpose,
				kinds: kindsOf(offer),
				of,
				validDays: Math.max(1, Math.round(lifeMs / DAY_MS)),
			},
			{ id: 'node', name: node },
		);
	}

	/** Its partner ends it. What ends now ends by our clock, however far clocks are apart. */
	async function endEarlier(offer: StoredOffer, validUntilMs: number, atMs: number): Promise<void> {
		const endMs = validUntilMs <= atMs + CLOCKS_DIFFER_MS ? atMs : validUntilMs;
		await database.transact(async (session) => {
			await updateOfferEnd(session, offer.id, new Date(endMs));
			await enter(session, {
				at: instantOf(atMs),
				what: 'agreement',
				event: 'offer-ended-early',
				subject: offer.id,
				facts: { agreement: offer.agreement, purpose: offer.purpose, partner: offer.partner },
			});
		});
	}

	return {
		collect,
		makeOffer: make,

		async listOffers({ agreement }) {
			const now = nowMs();
			const offers = await readOffers(database, agreement);
			const days = new Map<string, { questions: number; alarm: string | null }>();
			for (const id of new Set(offers.map((each) => each.agreement))) {
				const found = await readQuestionDays(database, {
					agreement: id,
					side: 'theirs',
					since: new Date(now - ALARM_DAYS * DAY_MS),
				});
				const ownOffer = offers.find((each) => each.agreement === id && each.direction === 'given');
				const right =
					ownOffer === undefined
						? undefined
						: await rightToMatch(given, {
								agreement: id,
								holder: node,
								asker: ownOffer.partner,
								purpose: ownOffer.purpose,
								kinds: [],
								atMs: now,
							});
				const perDay = right?.allowed === true ? right.agreement.budget.questionsPerDay : undefined;
				days.set(id, {
					questions: found.reduce((sum, each) => sum + each.answered, 0),
					alarm: enumerationAlarm(found, dayOf(now), perDay) ?? null,
				});
			}
			return offers.map((offer) => ({
				...toView(offer),
				...(offer.direction === 'given' ? days.get(offer.agreement) : {}),
			}));
		},

		async withdrawOffer({ id, reason }, actor) {
			const atMs = nowMs();
			const offer = await readOffer(database, id);
			if (offer === undefined || offer.direction !== 'given')
				throw new TidewaiterError('not-found', 'This node makes no such offer.', { place: 'id' });
			const ended: StoredOffer = { ...offer, validUntil: new Date(atMs) };
			await database.transact(async (session) => {
				// With its key, and with what it replaced, which would be made anew: from now on nobody can say what was in it.
				await deleteOffers(session, offer);
				await enter(session, {
					at: instantOf(atMs),
					what: 'agreement',
					event: 'offer-withdrawn',
					subject: id,
					actor: actor.id,
					hash: hash('sha256', reason, 'hex'),
					facts: { agreement: offer.agreement, purpose: offer.purpose, partner: offer.partner },
				});
			});
			await tell(ended, new Uint8Array());
			return toView(ended);
		},

		async takeOffer(from, text) {
			const document = readDocument(offerDocument, Buffer.from(text, 'utf8'), MOST_DOCUMENT_BYTES);
			if (document === undefined) return 'unreadable';
			if (document.from !== from || document.to !== node) return 'wrong-receiver';
			const atMs = nowMs();
			const validUntil = Date.parse(document.validUntil);
			const madeAt = Date.parse(document.madeAt);
			const known = await readOffer(database, document.id);
			if (known?.direction === 'taken' && known.partner === from && validUntil < known.validUntil.getTime()) {
				await endEarlier(known, validUntil, atMs);
				return undefined;
			}
			if (madeAt > atMs + CLOCKS_DIFFER_MS || validUntil > madeAt + MOST_VALID_MS) return 'from-the-future';
			if (validUntil <= atMs) return 'expired';
			const right = await rightToMatch(given, {
				agreement: document.agreement,
				holder: from,
				asker: node,
				purpose: document.purpose,
				kinds: document.kinds,
				atMs,
			});
			if (!right.allowed) return right.code;
			const set = parseOffer(bytesOf(document.tags));
			if (set === undefined) return 'unreadable';
			if (set.tags.length > MOST_TAGS) return 'too-large';
			const offer: StoredOffer = {
				id: document.id,
				agreement: document.agreement,
				purpose: document.purpose,
				direction: 'taken',
				partner: from,
				kinds: JSON.stringify(document.kinds),
				source: '',
				identifiers: set.tags.length,
				publicKey: bytesOf(document.publicKey),
				seed: null,
				madeAt: new Date(madeAt),
				validUntil: new Date(validUntil),
			};
			const tags = formatOffer(set);
			await database.transact(async (session) => {
				if (!(await insertOffer(session, offer, tags))) return;
				await endOtherOffers(session, offer, new Date(atMs));
				await enter(session, {
					at: instantOf(atMs),
					what: 'agreement',
					event: 'offer-taken',
					subject: offer.id,
					hash: hash('sha256', tags, 'hex'),
					facts: { agreement: offer.agreement, purpose: offer.purpose, partner: from, tags: set.tags.length },
				});
			});
			return undefined;
		},

		async renewOffers() {
			const atMs = nowMs();
			const offers = (await readOffers(database, undefined)).filter((each) => each.direction === 'given');
			const newest = new Map<string, StoredOffer>();
			// The newest come first within an agreement.
			for (const offer of offers) {
				const of = `${offer.agreement} ${offer.purpose}`;
				if (!newest.has(of)) newest.set(of, offer);
			}
			for (const offer of newest.values()) {
				const end = offer.validUntil.getTime();
				const lifeMs = end - offer.madeAt.getTime();
				if (atMs < end - lifeMs * RENEWED_AT) continue;
				try {
					await renew(offer);
				} catch (error) {
					// The agreement may have ended: then so does the offer.
					if (!(error instanceof TidewaiterError)) onFailure('An offer was not made anew', error);
				}
			}
			await deleteEndedOffers(database, new Date(atMs));
		},

		keyOf(offer) {
			const seed = offer.seed === null ? undefined : identity.openAtRest(offer.seed);
			return seed === undefined ? undefined : offerKeyOf(seed, infoOf(offer));
		},
	};
}
