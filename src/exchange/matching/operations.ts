/** Matching put together: offers, questions, intersections of one node, and the hour at which offers are made anew. */
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { MatchingOperations } from '../model.ts';
import { createIntersections } from './intersections.ts';
import { createMatchingLog } from './log.ts';
import { createOffers } from './offers.ts';
import { createQuestions } from './questions.ts';
import type { MatchingSurroundings } from './surroundings.ts';

const RENEW_EVERY_MS = 3_600_000;

export type OpenedMatching = {
	readonly operations: MatchingOperations;
	/**
	 * Answers of the paths `questions` and `intersections`.
	 * @param from who has shown its certificate; undefined without TLS, where the signature alone says it.
	 * @returns undefined for who is no partner: it gets what every stranger gets.
	 */
	answerQuestion(from: string | undefined, body: Uint8Array): Promise<Uint8Array | undefined>;
	answerIntersection(from: string | undefined, body: Uint8Array): Promise<Uint8Array | undefined>;
	/** Control `offer`. @returns why it was not taken. */
	takeOffer(from: string, document: string): Promise<RefusalCode | undefined>;
	/** Makes offers anew that end soon, and deletes what has ended; done every hour by itself. */
	renewOffers(): Promise<void>;
	close(): Promise<void>;
};

export function openMatching(given: MatchingSurroundings): OpenedMatching {
	const { collect, keyOf, listOffers, makeOffer, withdrawOffer, takeOffer, renewOffers } =
		createOffers(given);
	const { match, answerQuestion } = createQuestions(given, { keyOf });
	const { answerIntersection, ...intersections } = createIntersections(given, { collect });
	let renewing: Promise<void> = Promise.resolve();
	const timer = setInterval(() => {
		renewing = renewing
			.then(renewOffers)
			.catch((error: unknown) => given.onFailure('Offers could not be made anew', error));
	}, RENEW_EVERY_MS);
	timer.unref();
	return {
		operations: {
			listOffers,
			makeOffer: (input, actor) => makeOffer(input, actor),
			withdrawOffer,
			...createMatchingLog(given),
			match,
			...intersections,
		},
		answerQuestion,
		answerIntersection,
		takeOffer,
		renewOffers,
		close: async () => {
			clearInterval(timer);
			await renewing;
		},
	};
}
