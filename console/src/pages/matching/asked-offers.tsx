/** Offers of partners: which of them are asked, what is left of the budget, and what each has answered, in its row. */
import { Button, Spinner } from '@blueprintjs/core';
import { Envelope } from '@blueprintjs/icons';
import type { Matchable } from '../../../../contract/exchange/agreement.ts';
import type { MatchingBudget, Offer } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatAgo, formatCount } from '../../display/format.ts';
import { matchableWords } from '../../exchanging/agreement-words.ts';
import { BudgetBar } from '../../exchanging/budget-bar.tsx';
import { kindsText, purposeText } from '../../exchanging/matching-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import type { Answer } from './use-answers.ts';

type Props = {
	offers: readonly Offer[];
	/** Identifier of the form that Enter on a tick sends. */
	form: string;
	kind: Matchable;
	budgets: readonly MatchingBudget[];
	answers: ReadonlyMap<string, Answer>;
	isChosen: (offer: Offer) => boolean;
	mayBeAsked: (offer: Offer) => boolean;
	onToggle: (id: string) => void;
	/** Absent for who may send nothing. */
	onRequest?: (offer: Offer) => void;
};

export function AskedOffers({ offers, budgets, answers, ...props }: Props) {
	return (
		<div className="panel table-scroll">
			<table className="table matching-table asked-offers">
				<thead>
					<tr>
						<th scope="col">Ask</th>
						<th scope="col">Under, for</th>
						<th scope="col">Offers</th>
						<th scope="col">Questions of today</th>
						<th scope="col">Answer</th>
					</tr>
				</thead>
				<tbody>
					{offers.map((offer) => (
						<Row
							key={offer.id}
							offer={offer}
							budget={budgets.find(({ agreement }) => agreement === offer.agreement)}
							answer={answers.get(offer.id)}
							{...props}
						/>
					))}
				</tbody>
			</table>
		</div>
	);
}

type RowProps = Omit<Props, 'offers' | 'budgets' | 'answers'> & {
	offer: Offer;
	budget: MatchingBudget | undefined;
	answer: Answer | undefined;
};

function Row({ offer, budget, answer, form, kind, isChosen, mayBeAsked, onToggle, onRequest }: RowProps) {
	const may = mayBeAsked(offer);
	const isHit = answer?.answer?.hit === true;
	return (
		<tr className={isHit ? 'match-hit' : may ? undefined : 'match-not-asked'}>
			<th scope="row">
				<label className="match-choice">
					<input
						type="checkbox"
						form={form}
						checked={isChosen(offer)}
						disabled={!may}
						onChange={() => onToggle(offer.id)}
					/>
					<PartnerName name={offer.partner} isLink={false} />
				</label>
			</th>
			<td>
				<span className="mono">{offer.agreement}</span>
				<span className="matching-second muted">{purposeText(offer.purpose)}</span>
			</td>
			<td>
				{kindsText(offer.kinds)}
				<span
					className="matching-second muted"
					title="Texts, filled up so that the number is only roughly told"
				>
					about {formatCount(offer.identifiers)} tags, made {formatAgo(offer.madeAt, Date.now())}
				</span>
			</td>
			<td className="nowrap">
				{budget ? (
					<BudgetBar spent={budget.questions.ours} of={budget.questions.of} label="questions of today" />
				) : (
					<span className="muted">the agreement does not hold now</span>
				)}
			</td>
			<td>
				{answer ? (
					<AnswerCell answer={answer} {...(onRequest ? { onRequest: () => onRequest(offer) } : {})} />
				) : (
					<span className="muted">{notAsked(offer, kind, may)}</span>
				)}
			</td>
		</tr>
	);
}

function notAsked({ kinds }: Offer, kind: Matchable, may: boolean): string {
	if (may) return '';
	return kinds.includes(kind)
		? 'the questions of today are spent; ask tomorrow'
		: `does not offer ${matchableWords[kind].toLowerCase()}`;
}

function AnswerCell({
	answer: { state, answer, error },
	onRequest,
}: {
	answer: Answer;
	onRequest?: () => void;
}) {
	if (state === 'asking')
		return (
			<span className="match-asking" role="status">
				<Spinner size={14} /> asking
			</span>
		);
	if (answer === undefined) {
		const { message, remedy } = toCallError(error);
		return (
			<span className="match-failed" role="alert">
				{message} {remedy}
			</span>
		);
	}
	if (!answer.hit)
		return (
			<span role="status">
				No hit <span className="muted number">in {formatCount(answer.milliseconds)} ms</span>
			</span>
		);
	return (
		<span className="match-answer" role="status">
			<strong className="match-hit-mark">Hit</strong>
			<span>The partner offers it, and does not say what it knows.</span>
			{onRequest && (
				<Button size="small" intent="primary" icon={<Envelope size={14} />} onClick={onRequest} title="m">
					Send a request
				</Button>
			)}
		</span>
	);
}
