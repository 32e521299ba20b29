/**
 * Compared pairs in, judgements and candidates as they are stored out. Pure.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import { pairKey } from '../graph/partition.ts';
import type { NewCandidate } from '../store/candidates.ts';
import type { NewJudgement } from '../store/graph.ts';
import { kindOf, type Proposal } from './propose.ts';

/** Bits against, from which on two mentions contradict each other: sixteen times likelier if they are two. */
export const CONTRADICTION = 4;

/** How many pieces of evidence are kept: the weightiest. */
const MOST_EVIDENCE = 8;

const weightiest = (evidence: readonly Evidence[]): Evidence[] =>
	evidence
		.filter(({ effect }) => effect !== 0)
		.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
		.slice(0, MOST_EVIDENCE)
		.map((each) => ({ ...each, effect: Math.round(each.effect * 100) / 100 }));

/** What decides, in a sentence. */
export function sentenceOf({ match }: Proposal): string {
	const pieces = weightiest(match.evidence());
	const words = pieces
		.filter(({ effect }) => effect > 0)
		.slice(0, 3)
		.map(({ sentence }) => sentence);
	const against = pieces.find(({ effect }) => effect < -1);
	if (against !== undefined) words.push(`Against it: ${against.sentence}`);
	return words.join(' ') || 'They share what few have.';
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A link of the model, or of a number that both have. */
export const linkOf = (proposal: Proposal, id: string, model: number): NewJudgement => ({
	id,
	left: proposal.left.key,
	right: proposal.right.key,
	verdict: 'same',
	by: proposal.match.isByIdentifier ? 'identifier' : 'model',
	judge: null,
	strength: Math.max(0.001, round(proposal.match.weight)),
	probability: round(proposal.match.probability),
	evidence: weightiest(proposal.match.evidence()),
	reason: sentenceOf(proposal),
	model,
	isCut: false,
});

/** Two that contradict each other and would be one entity by what links them to others. */
export const contradictionOf = (proposal: Proposal, id: string, model: number): NewJudgement => ({
	...linkOf(proposal, id, model),
	verdict: 'different',
	by: 'model',
	strength: round(-proposal.match.evidenceWeight),
	reason: `They contradict each other. ${
		weightiest(proposal.match.evidence()).find(({ effect }) => effect < 0)?.sentence ?? ''
	}`.trim(),
});

export const contradicts = ({ match }: Proposal): boolean => match.evidenceWeight <= -CONTRADICTION;

export const candidateOf = (proposal: Proposal, id: string, model: number): NewCandidate => ({
	id,
	left: proposal.left.key,
	right: proposal.right.key,
	kind: kindOf(proposal.left, proposal.right),
	probability: round(proposal.match.probability),
	evidence: weightiest(proposal.match.evidence()),
	sentence: sentenceOf(proposal),
	model,
});

/** The best of the pairs between any two entities: one question is asked once. */
export function bestBetween(
	proposals: readonly Proposal[],
	entityOf: (mention: string) => string,
): Proposal[] {
	const best = new Map<string, Proposal>();
	for (const proposal of proposals) {
		const [one, other] = [entityOf(proposal.left.key), entityOf(proposal.right.key)];
		if (one === other) continue;
		const pair = pairKey(one, other);
		const known = best.get(pair);
		if (known === undefined || known.match.probability < proposal.match.probability) best.set(pair, proposal);
	}
	return [...best.values()];
}

/** How likely other pairs of a mention are, by the entity of the other side: those that it cannot all be. */
export type Rivals = ReadonlyMap<string, ReadonlyMap<string, number>>;

const oddsOf = (probability: number): number => Math.min(1e9, probability / Math.max(1e-9, 1 - probability));

/**
 * A mention that resembles several entities alike is at most one of them: the more there are, the less likely is each.
 * Of a name that hundreds bear nobody is asked hundreds of times.
 * @param known candidates that are asked already, by mention and by the entity of the other side: odds.
 * @param isSuspicious whether a probability is still worth a question.
 * @returns those worth a question, with what the others take off them as a piece of evidence.
 */
export function withoutRivalled(
	suspicions: readonly Proposal[],
	known: Rivals,
	entityOf: (mention: string) => string,
	isSuspicious: (proposal: Proposal, probability: number) => boolean,
): Proposal[] {
	const rivals = new Map<string, Map<string, number>>();
	const add = (mention: string, entity: string, odds: number): void => {
		const of = rivals.get(mention) ?? new Map<string, number>(known.get(mention));
		of.set(entity, Math.max(odds, of.get(entity) ?? 0));
		rivals.set(mention, of);
	};
	for (const { left, right, match } of suspicions) {
		add(left.key, entityOf(right.key), oddsOf(match.probability));
		add(right.key, entityOf(left.key), oddsOf(match.probability));
	}
	return suspicions.flatMap((proposal): Proposal[] => {
		const { left, right, match } = proposal;
		const odds = oddsOf(match.probability);
		let most = 0;
		let count = 0;
		for (const [mention, entity] of [
			[left.key, entityOf(right.key)],
			[right.key, entityOf(left.key)],
		] as const) {
			let sum = 0;
			const of = rivals.get(mention) ?? new Map<string, number>();
			for (const [other, its] of of) if (other !== entity) sum += its;
			if (sum > most) [most, count] = [sum, of.size - 1];
		}
		if (most === 0) return [proposal];
		const probability = odds / (1 + odds + most);
		if (!isSuspicious(proposal, probability)) return [];
		const effect = Math.log2(oddsOf(probability) / odds);
		return [
			{
				...proposal,
				match: {
					...match,
					probability,
					weight: match.weight + effect,
					evidence: () => [
						...match.evidence(),
						{
							feature: 'others',
							left: '',
							right: '',
							effect,
							sentence: `${count === 1 ? 'One other is' : `${count} others are`} as likely, and it is one of them at most.`,
						},
					],
				},
			},
		];
	});
}
