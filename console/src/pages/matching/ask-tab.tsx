/**
 * Ask whether partners offer one identifier: it is typed once, the offers to ask are ticked, and each answers in its row. The
 * identifier stays in this page and in the question that reveals nothing; it is in no address, and gone with the page.
 */
import { Button, Callout, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { Cross, Envelope, Search } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { matchable } from '../../../../contract/exchange/agreement.ts';
import type { Offer } from '../../../../contract/views-exchange.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { handOver } from '../../exchanging/handover.ts';
import { askedForWords } from '../../exchanging/matching-words.ts';
import { budgetsQuery, offersQuery } from '../../queries/matching.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { AskedOffers } from './asked-offers.tsx';
import { emptyQuestion, isComplete, type QuestionDraft, requestSearch, subjectOf } from './question.ts';
import { useAnswers } from './use-answers.ts';

export function AskTab() {
	const offers = useQuery(offersQuery);
	if (offers.isPending) return <Pending rows={10} label="Loading offers" />;
	if (offers.isError) return <Failure error={offers.error} retry={() => void offers.refetch()} />;
	const now = Date.now();
	const taken = offers.data.filter(
		({ direction, validUntil }) => direction === 'taken' && Date.parse(validUntil) > now,
	);
	if (taken.length === 0)
		return (
			<Empty title="No partner offers anything to be matched">
				Under a signed agreement that allows matching, ask the partner to make an offer. It arrives here by
				itself, and can be asked at once.
			</Empty>
		);
	return <AskForm offers={taken} />;
}

const FORM = 'match-form';

function AskForm({ offers }: { offers: readonly Offer[] }) {
	const budgets = useQuery(budgetsQuery).data ?? [];
	const [draft, setDraft] = useState<QuestionDraft>(emptyQuestion);
	/** Each question is for a purpose and spends a budget: none is asked that nobody has ticked. */
	const [ticked, setTicked] = useState<ReadonlySet<string>>(
		new Set(offers.length === 1 ? offers.map(({ id }) => id) : []),
	);
	const { answers, isAsking, ask, forget } = useAnswers();
	const valueInput = useRef<HTMLInputElement>(null);
	const results = useRef<HTMLElement>(null);
	const navigate = useNavigate();
	const maySend = useAbility('message.send');
	const words = askedForWords[draft.kind];
	const set = (part: Partial<QuestionDraft>) => {
		forget();
		setDraft((before) => ({ ...before, ...part }));
	};
	const kinds = matchable.options.filter((kind) => offers.some((offer) => offer.kinds.includes(kind)));
	const isSpent = (offer: Offer): boolean => {
		const budget = budgets.find(({ agreement }) => agreement === offer.agreement)?.questions;
		return budget !== undefined && budget.ours >= budget.of;
	};
	const mayBeAsked = (offer: Offer): boolean => offer.kinds.includes(draft.kind) && !isSpent(offer);
	const chosen = offers.filter((offer) => mayBeAsked(offer) && ticked.has(offer.id));
	const isReady = isComplete(draft) && chosen.length > 0;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!isReady || isAsking) return;
		results.current?.focus();
		void ask(draft, chosen);
	};
	const clear = () => {
		set({ ...emptyQuestion, kind: draft.kind, case: draft.case });
		valueInput.current?.focus();
	};
	const request = (offer: Offer) => {
		handOver([subjectOf(draft)]);
		void navigate({ to: '/messages/new', search: requestSearch(offer, draft.case) });
	};
	const hit = chosen.find(({ id }) => answers.get(id)?.answer?.hit);
	useCommands([
		{
			label: 'Ask about another identifier',
			group: 'Matching',
			icon: <Search />,
			shortcut: '/',
			run: () => {
				valueInput.current?.focus();
				valueInput.current?.select();
			},
		},
		{ label: 'Clear question and answers', group: 'Matching', icon: <Cross />, shortcut: 'x', run: clear },
		{
			label: 'Send a request to the first partner with a hit',
			group: 'Matching',
			icon: <Envelope />,
			shortcut: 'm',
			when: () => hit !== undefined && maySend,
			run: () => hit && request(hit),
		},
	]);
	return (
		<>
			<form id={FORM} className="match-form" onSubmit={submit} autoComplete="off">
				<HTMLSelect
					aria-label="Kind of identifier"
					value={draft.kind}
					onChange={({ currentTarget: { value } }) =>
						set({ kind: kinds.find((kind) => kind === value) ?? draft.kind, with: '' })
					}
					options={kinds.map((kind) => ({ value: kind, label: askedForWords[kind].one }))}
				/>
				<InputGroup
					inputRef={valueInput}
					className="match-value"
					leftIcon={<Search size={16} />}
					aria-label={words.value}
					placeholder={`${words.example}  ( / )`}
					value={draft.value}
					maxLength={400}
					dir="auto"
					autoFocus
					autoComplete="off"
					spellCheck={false}
					onValueChange={(value) => set({ value })}
				/>
				{words.with && (
					<InputGroup
						className="match-with"
						aria-label={words.with.label}
						placeholder={words.with.example}
						title={words.with.label}
						value={draft.with}
						maxLength={40}
						autoComplete="off"
						spellCheck={false}
						onValueChange={(value) => set({ with: value })}
					/>
				)}
				<InputGroup
					className="match-case"
					aria-label="Case"
					placeholder="Case, if there is one"
					value={draft.case}
					maxLength={200}
					autoComplete="off"
					onValueChange={(value) => setDraft((before) => ({ ...before, case: value }))}
				/>
				<Button type="submit" intent="primary" disabled={!isReady} loading={isAsking}>
					{chosen.length > 1 ? `Ask ${chosen.length} offers` : 'Ask'} <kbd>↵</kbd>
				</Button>
			</form>
			<section ref={results} className="one-scroll" aria-label="Offers to ask, and answers" tabIndex={-1}>
				{isComplete(draft) && chosen.length === 0 && (
					<Callout compact icon={null} className="match-hint">
						Tick below whom to ask, under which agreement and for which purpose.
					</Callout>
				)}
				{draft.value.trim() !== '' && words.with?.isNeeded && draft.with.trim() === '' && (
					<Callout compact icon={null} className="match-hint">
						Give the date of birth too, or its year: a name alone is borne by many, and is never asked.
					</Callout>
				)}
				<AskedOffers
					offers={offers}
					form={FORM}
					kind={draft.kind}
					budgets={budgets}
					answers={answers}
					isChosen={(offer) => chosen.includes(offer)}
					mayBeAsked={mayBeAsked}
					onToggle={(id) => {
						const next = new Set(ticked);
						if (!next.delete(id)) next.add(id);
						setTicked(next);
					}}
					{...(maySend ? { onRequest: request } : {})}
				/>
				<p className="muted match-note">
					A partner learns that a question was put, when, and under which agreement; not what was asked, and
					not whether it was a hit. Each question spends one of the day’s budget, and both sides keep that it
					was put. No hit says that it is not offered under this agreement, and nothing else.
				</p>
			</section>
		</>
	);
}
