/**
 * Questions: does a partner offer this identifier? In, as asker: an identifier that stays here. Out: hit or no hit. In, as holder:
 * blinded elements. Out: evaluated elements with a proof, or a refusal. Both sides count, and both keep that it was asked.
 */
import { hash } from 'node:crypto';
import { TidewaiterError } from '../../../contract/errors.ts';
import { matchable } from '../../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { newIdentifier } from '../../platform/identifiers.ts';
import type { Actor } from '../model.ts';
import {
	insertQuestion,
	isQuestionKnown,
	readOffer,
	readSpentQuestions,
	readTags,
	readTakenOffers,
	type StoredOffer,
	type StoredQuestion,
	settleQuestion,
} from '../store/matching.ts';
import { identifierTexts, QUESTION_ELEMENTS } from './identifier-texts.ts';
import { isOffered, type OfferedSet, parseOffer, tagOf } from './offered-set.ts';
import type { Offers } from './offers.ts';
import { createPace, questionsPerMinute } from './pace.ts';
import { answerTogether, askTogether, QUESTION_BYTES, readAnswers } from './question.ts';
import { rightToMatch } from './rights.ts';
import {
	bytesOf,
	dayOf,
	instantOf,
	isFrom,
	type MatchingSurroundings,
	refusalError,
	textOf,
} from './surroundings.ts';
import {
	type AnswerDocument,
	answerDocument,
	formatSigned,
	isSigned,
	MOST_QUESTION_BYTES,
	type QuestionDocument,
	questionDocument,
	readDocument,
} from './wire.ts';

/** Offers whose tags are kept in memory: eight bytes a tag. */
const MOST_KEPT_OFFERS = 4;
/** Refused questions that are kept, in a minute and agreement: who floods must not fill the table. */
const REFUSED_KEPT_A_MINUTE = 10;
/** Whoever was refused for speed or budget is refused for so long without looking again, so that going on costs nothing here. */
const REFUSED_FOR_MS = 10_000;
/** Questions of one partner in a minute that are read at all: more than all its agreements could let pass. */
const READ_A_MINUTE = 3_000;
const OLDEST_QUESTION_MS = 10 * 60_000;

const REPLAYED = { code: 'replayed', reason: 'This question was put before.' } as const;

export type Questions = {
	match(input: InputOf<'match'>, actor: Actor): Promise<OutputOf<'match'>>;
	/** @param from who has shown its certificate; undefined without TLS. @returns undefined for who is no partner. */
	answerQuestion(from: string | undefined, body: Uint8Array): Promise<Uint8Array | undefined>;
};

export function createQuestions(given: MatchingSurroundings, offers: Pick<Offers, 'keyOf'>): Questions {
	const { node, database, identity, agreements, transport, nowMs, monotonicMs, randomBytes, enter } = given;
	const pace = createPace();
	const refusedPace = createPace();
	const readPace = createPace();
	/** Partner and agreement whose questions are refused unseen, until when, and why. */
	const spentOf = new Map<string, { readonly untilMs: number; readonly reason: string }>();
	const sets = new Map<string, OfferedSet>();
	const random = (bytes = 32): Uint8Array => Uint8Array.from(randomBytes(bytes));

	async function setOf(offer: StoredOffer): Promise<OfferedSet> {
		const kept = sets.get(offer.id);
		if (kept !== undefined) return kept;
		const tags = await readTags(database, offer.id);
		const set = tags === undefined ? undefined : parseOffer(tags);
		if (set === undefined)
			throw new TidewaiterError('internal', `The tags of offer ${offer.id} are not as they were stored.`);
		for (const oldest of [...sets.keys()].slice(0, Math.max(0, sets.size - MOST_KEPT_OFFERS + 1)))
			sets.delete(oldest);
		sets.set(offer.id, set);
		return set;
	}

	/** That it was asked is kept before it is sent; of what was asked, a hash that only this node can test. */
	const keep = (question: StoredQuestion, facts: Record<string, string>): Promise<boolean> =>
		database.transact(async (session) => {
			if (!(await insertQuestion(session, question))) return false;
			await enter(session, {
				at: question.at.toISOString(),
				what: 'search',
				event: question.refused !== null ? 'refused' : question.side === 'ours' ? 'asked' : 'answered',
				subject: question.id,
				...(question.actor === null ? {} : { actor: question.actor }),
				facts: { agreement: question.agreement, offer: question.offer, ...facts },
			});
			return true;
		});

	function hashOfAsked(texts: readonly string[]): string {
		const salt = random(16);
		return `${textOf(identity.sealAtRest(salt))}.${hash('sha256', Buffer.concat([salt, Buffer.from(texts.join('\n'), 'utf8')]), 'hex')}`;
	}

	async function match(input: InputOf<'match'>, actor: Actor): Promise<OutputOf<'match'>> {
		const start = monotonicMs();
		const atMs = nowMs();
		const { agreement, purpose, kind, value } = input;
		const texts = identifierTexts(
			{ kind, value, with: input.with === undefined || input.with === '' ? [] : [input.with] },
			'asked',
		);
		if (texts.length === 0)
			throw new TidewaiterError(
				'invalid-input',
				`"${kind}" cannot be asked with this: it identifies nobody.`,
				{
					place: kind === 'person' ? 'with' : 'value',
					remedy:
						kind === 'person'
							? 'Give the date of birth or its year: a name alone is shared by many.'
							: 'Give the whole identifier.',
				},
			);
		const held = (await readTakenOffers(database, { agreement, purpose, at: new Date(atMs) })).find((each) =>
			matchable.array().parse(JSON.parse(each.kinds)).includes(kind),
		);
		if (held === undefined)
			throw new TidewaiterError(
				'not-found',
				`Nobody offers ${kind} under ${agreement} for ${purpose} at this time.`,
				{ place: 'agreement', remedy: 'Ask the partner to make an offer.' },
			);
		const right = await rightToMatch(given, {
			agreement,
			holder: held.partner,
			asker: node,
			purpose,
			kinds: [kind],
			atMs,
		});
		if (!right.allowed) throw refusalError(right.code, right.reason);
		const card = await identity.partner(held.partner);
		if (card === undefined)
			throw new TidewaiterError('conflict', `${held.partner} is not trusted.`, { place: 'agreement' });
		const { questionsPerDay } = right.agreement.budget;
		const id = newIdentifier(atMs);
		const question: StoredQuestion = {
			id,
			agreement,
			offer: held.id,
			side: 'ours',
			at: new Date(atMs),
			actor: actor.id,
			caseReference: input.case ?? null,
			asked: null,
			hit: null,
			refused: null,
		};
		/** Somebody here who goes through all identifiers is in the log of this node too, though nothing was sent. */
		const refuse = async (reason: string, remedy: string): Promise<never> => {
			if (refusedPace.take(`ours ${agreement}`, REFUSED_KEPT_A_MINUTE, atMs))
				await keep({ ...question, refused: 'budget-exceeded' }, { purpose, refused: 'budget-exceeded' });
			throw new TidewaiterError('too-many-requests', reason, { place: 'agreement', remedy });
		};
		if (!pace.take(`ours ${agreement}`, questionsPerMinute(questionsPerDay), atMs))
			return refuse('Too many questions in this minute.', 'Wait a minute.');
		if (!(await agreements.spend(agreement, 'ours', 'questions', atMs)))
			return refuse(
				`The questions of today under ${agreement} are spent.`,
				'Wait until tomorrow, or agree on a larger budget.',
			);
		await keep({ ...question, asked: hashOfAsked(texts) }, { purpose });
		const asked = askTogether(
			texts.map((text) => Buffer.from(text, 'utf8')),
			QUESTION_ELEMENTS,
			random,
		);
		const body = formatSigned<QuestionDocument>(
			{
				format: 'tidewaiter-question',
				formatVersion: 1,
				id,
				from: node,
				to: held.partner,
				at: instantOf(atMs),
				agreement,
				purpose,
				offer: held.id,
				elements: textOf(asked.question),
			},
			identity,
		);
		const fail = async (refused: string, error: TidewaiterError): Promise<never> => {
			await settleQuestion(database, id, { hit: null, refused });
			throw error;
		};
		let bytes: Uint8Array;
		try {
			bytes = await transport.deliver(card, 'questions', body);
		} catch (cause) {
			return fail(
				'unreachable',
				new TidewaiterError('busy', `${held.partner} cannot be reached; the question is spent.`, { cause }),
			);
		}
		const answer = readDocument<AnswerDocument>(answerDocument, bytes, MOST_QUESTION_BYTES);
		if (
			answer === undefined ||
			answer.from !== held.partner ||
			answer.to !== node ||
			answer.id !== id ||
			answer.question !== hash('sha256', body, 'hex') ||
			!(await isFrom(identity, answer, isSigned))
		)
			return fail(
				'unreadable',
				new TidewaiterError('conflict', `What came back is no answer of ${held.partner} to this question.`),
			);
		if (answer.refused !== null)
			return fail(answer.refused.code, refusalError(answer.refused.code, answer.refused.reason));
		const outputs = readAnswers(asked, held.publicKey, bytesOf(answer.elements ?? ''));
		if (outputs === undefined) {
			await database.transact((session) =>
				enter(session, {
					at: instantOf(nowMs()),
					what: 'search',
					event: 'wrong-key',
					subject: id,
					facts: { agreement, offer: held.id, partner: held.partner },
				}),
			);
			return fail(
				'wrong-key',
				new TidewaiterError(
					'conflict',
					`The answer of ${held.partner} was not made with the key of its offer ${held.id}: it says nothing, and may have been made to mark who asks.`,
					{ remedy: 'Speak with the partner before you ask again.' },
				),
			);
		}
		const set = await setOf(held);
		const hit = outputs.some((output) => isOffered(set, tagOf(output)));
		await settleQuestion(database, id, { hit, refused: null });
		const spent = await readSpentQuestions(database, agreement, dayOf(atMs));
		return {
			hit,
			offer: held.id,
			partner: held.partner,
			spent,
			left: Math.max(0, questionsPerDay - spent),
			milliseconds: Math.max(0, Math.round(monotonicMs() - start)),
		};
	}

	type Evaluated =
		| { readonly elements: Uint8Array }
		| { readonly code: RefusalCode; readonly reason: string };

	async function evaluate(question: QuestionDocument, atMs: number): Promise<Evaluated> {
		const { agreement, purpose, from } = question;
		const spent = spentOf.get(`${from} ${agreement}`);
		if (spent !== undefined && spent.untilMs > atMs) return { code: 'budget-exceeded', reason: spent.reason };
		const exceeded = (reason: string): Evaluated => {
			// Agreements of one partner: there are few, and whoever has ended is forgotten here.
			for (const [key, { untilMs }] of spentOf) if (untilMs <= atMs) spentOf.delete(key);
			spentOf.set(`${from} ${agreement}`, { untilMs: atMs + REFUSED_FOR_MS, reason });
			return { code: 'budget-exceeded', reason };
		};
		if (Math.abs(atMs - Date.parse(question.at)) > OLDEST_QUESTION_MS)
			return { code: 'expired', reason: 'The question is older than ten minutes, or clocks differ.' };
		// Before anything is spent for it.
		if (await isQuestionKnown(database, question.id)) return REPLAYED;
		const right = await rightToMatch(given, {
			agreement,
			holder: node,
			asker: from,
			purpose,
			kinds: [],
			atMs,
		});
		if (!right.allowed) return right;
		const offer = await readOffer(database, question.offer);
		if (
			offer === undefined ||
			offer.direction !== 'given' ||
			offer.partner !== from ||
			offer.agreement !== agreement ||
			offer.purpose !== purpose ||
			offer.validUntil.getTime() <= atMs
		)
			return { code: 'not-covered', reason: 'There is no such offer, or it has ended.' };
		// What was offered may have been taken out of the agreement since.
		const offered = matchable.array().parse(JSON.parse(offer.kinds));
		if (!offered.every((kind) => right.kinds.has(kind)))
			return { code: 'not-covered', reason: 'The offer is wider than the agreement is now.' };
		const elements = bytesOf(question.elements);
		const key = offers.keyOf(offer);
		if (key === undefined || elements.length !== QUESTION_ELEMENTS * QUESTION_BYTES)
			return { code: 'unreadable', reason: `A question has ${QUESTION_ELEMENTS} elements.` };
		if (!pace.take(`theirs ${agreement}`, questionsPerMinute(right.agreement.budget.questionsPerDay), atMs))
			return exceeded('Too many questions in this minute.');
		if (!(await agreements.spend(agreement, 'theirs', 'questions', atMs)))
			return exceeded('The questions of today are spent.');
		const answer = answerTogether(key, elements, random);
		return answer === undefined
			? { code: 'unreadable', reason: 'An element is none of the group.' }
			: { elements: answer };
	}

	async function answerQuestion(from: string | undefined, body: Uint8Array): Promise<Uint8Array | undefined> {
		// Before anything is read or verified.
		if (from !== undefined && !readPace.take(from, READ_A_MINUTE, nowMs())) return undefined;
		const question = readDocument<QuestionDocument>(questionDocument, body, MOST_QUESTION_BYTES);
		if (question === undefined || (from !== undefined && question.from !== from)) return undefined;
		if (question.to !== node || !(await isFrom(identity, question, isSigned))) return undefined;
		const atMs = nowMs();
		let evaluated = await evaluate(question, atMs);
		const refused = 'code' in evaluated ? evaluated.code : null;
		if (refused === null || refusedPace.take(`theirs ${question.agreement}`, REFUSED_KEPT_A_MINUTE, atMs)) {
			const isNew = await keep(
				{
					id: question.id,
					agreement: question.agreement,
					offer: question.offer,
					side: 'theirs',
					at: new Date(atMs),
					actor: null,
					caseReference: null,
					asked: null,
					hit: null,
					refused,
				},
				{ partner: question.from, ...(refused === null ? {} : { refused }) },
			);
			if (!isNew) evaluated = REPLAYED;
		}
		return formatSigned<AnswerDocument>(
			{
				format: 'tidewaiter-answer',
				formatVersion: 1,
				id: question.id,
				from: node,
				to: question.from,
				at: instantOf(atMs),
				question: hash('sha256', body, 'hex'),
				elements: 'code' in evaluated ? null : textOf(evaluated.elements),
				refused: 'code' in evaluated ? { code: evaluated.code, reason: evaluated.reason } : null,
			},
			identity,
		);
	}

	return { match, answerQuestion };
}
