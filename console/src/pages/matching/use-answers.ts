/** Answers to one question, by offer: asked one after the other, each shown as it comes. */
import { useRef, useState } from 'react';
import type { MatchAnswer, Offer } from '../../../../contract/views-exchange.ts';
import { useMatch } from '../../queries/matching.ts';
import { type QuestionDraft, questionOf } from './question.ts';

export type Answer = {
	readonly state: 'asking' | 'answered' | 'failed';
	readonly answer?: MatchAnswer;
	readonly error?: unknown;
};

export function useAnswers() {
	const { mutateAsync } = useMatch();
	const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
	const [isAsking, setAsking] = useState(false);
	/** Counts questions, so that an answer to one that is no longer on the page is not shown. */
	const current = useRef(0);

	const forget = () => {
		current.current += 1;
		setAsking(false);
		setAnswers((before) => (before.size === 0 ? before : new Map()));
	};
	const ask = async (draft: QuestionDraft, offers: readonly Offer[]): Promise<void> => {
		current.current += 1;
		const mine = current.current;
		const put = (offer: Offer, answer: Answer) =>
			setAnswers((before) => (current.current === mine ? new Map(before).set(offer.id, answer) : before));
		setAsking(true);
		setAnswers(new Map());
		for (const offer of offers) {
			if (current.current !== mine) return;
			put(offer, { state: 'asking' });
			await mutateAsync(questionOf(draft, offer)).then(
				(answer) => put(offer, { state: 'answered', answer }),
				(error: unknown) => put(offer, { state: 'failed', error }),
			);
		}
		if (current.current === mine) setAsking(false);
	};
	return { answers, isAsking, ask, forget };
}
