/**
 * Compared pairs in, judgements and candidates as they are stored out. Pure.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import { pairKey } from '../graph/partition.ts';
import type { NewCandidate } from '../store/candidates.ts';
import type { NewJudgement } from '../store/graph.ts';
import type { Proposal } from './propose.ts';

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
	kind: proposal.left.claim.isFirm ? proposal.left.claim.kind : proposal.right.claim.kind,
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
