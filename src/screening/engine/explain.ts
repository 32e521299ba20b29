/**
 * Hits with their explanation. In: an index and a mention. Out: which names were compared and how, each piece of evidence with
 * both values and its points, and sentences for an officer. The same walk as the fast path, with somewhere to write.
 */

import type { Mention } from '../../mentions/model.ts';
import { explainNames } from '../../names/compare-names.ts';
import type { NameComparison, PartMatch } from '../../names/model.ts';
import { IDENTIFIER_WITH_OTHER_NAME } from './evidence-points.ts';
import { identifierEvidence } from './identifier-match.ts';
import type { ComparedNames, EngineHit, Evidence, ScreeningOptions } from './model.ts';
import { commonnessLoss, type NamePair, namePoints, nameSupport } from './name-points.ts';
import {
	askMention,
	type Encounter,
	encounters,
	hitsAmong,
	type Question,
	scoreEncounter,
} from './screen.ts';
import { positionKey, type ScreeningIndex } from './screening-index.ts';

/**
 * Screens a mention.
 * @returns hits at or above the thresholds, best first, each explained.
 */
export function screenMention(
	index: ScreeningIndex,
	mention: Mention,
	options: ScreeningOptions = {},
): EngineHit[] {
	const question = askMention(mention);
	return hitsAmong(index, question, options).map(({ encounter }) => explain(index, question, encounter));
}

/** The explanation of one pair, whatever its score; undefined where nothing brings them together. */
export function explainHit(
	index: ScreeningIndex,
	mention: Mention,
	list: string,
	key: string,
): EngineHit | undefined {
	const position = index.positions.get(positionKey(list, key));
	if (position === undefined) return undefined;
	const question = askMention(mention);
	const encounter = encounters(index, question).get(position);
	return encounter === undefined ? undefined : explain(index, question, encounter);
}

function explain(index: ScreeningIndex, question: Question, encounter: Encounter): EngineHit {
	const { list, entry } = index.entries[encounter.entry]!;
	const facts: Evidence[] = [];
	const score = scoreEncounter(index, question, encounter, facts);
	const { pair, identifiers } = encounter;
	const evidence: Evidence[] = [];
	let names: ComparedNames | undefined;
	if (pair !== undefined) {
		names = compared(pair);
		evidence.push(nameEvidence(pair, names.comparison, identifiers.length > 0));
	}
	const numbers = [...identifiers].sort((a, b) => b.points - a.points).map(identifierEvidence);
	evidence.push(...numbers, ...facts);
	return {
		list,
		key: entry.key,
		score,
		...(names === undefined ? {} : { names }),
		evidence,
		sentence: sentenceOf(evidence),
	};
}

function compared(pair: NamePair): ComparedNames {
	return {
		left: pair.asked.text,
		right: pair.listed.text,
		weak: pair.isWeak,
		comparison: explainNames(pair.asked, pair.listed),
	};
}

function nameEvidence(pair: NamePair, comparison: NameComparison, hasIdentifier: boolean): Evidence {
	const percent = Math.round(pair.score * 100);
	const details = describeParts(comparison.parts);
	const support = nameSupport(pair);
	const contradicts = hasIdentifier && support < CONTRADICTS;
	let sentence = contradicts
		? `name contradicts: ${pair.asked.text} is not ${pair.listed.text}`
		: `name ${percent} % alike${details === '' ? '' : ` (${details})`}`;
	if (pair.isWeak) sentence += ', a low-quality alias';
	if (commonnessLoss(pair) >= SAID_FROM && support === 1) sentence += ', a common name';
	return {
		feature: 'name',
		left: pair.asked.text,
		right: pair.listed.text,
		effect: contradicts ? IDENTIFIER_WITH_OTHER_NAME * (1 - support) : namePoints(pair),
		sentence,
	};
}

/** Names that support less than this speak against an identifier that is the same. */
const CONTRADICTS = 0.5;
/** Points of commonness worth a word. */
const SAID_FROM = 0.05;
const MOST_DETAILS = 4;

const HOW_WORDS: { readonly [how in PartMatch['how']]: string } = {
	same: 'same',
	'same-in-script': 'same in script',
	transliteration: 'transliteration',
	spelling: 'spelling',
	sound: 'sound',
	nickname: 'nickname',
	initial: 'initial',
	joined: 'written as one',
	abbreviation: 'abbreviation',
	equivalent: 'equivalent',
	missing: 'missing',
	different: 'different',
};

/** "Mohamed/Mohammed spelling; AL-TIKRITI missing": what is not plainly equal; all parts where everything is. */
function describeParts(parts: readonly PartMatch[]): string {
	const telling = parts.filter(({ how }) => how !== 'same' && how !== 'same-in-script');
	if (telling.length === 0) return parts.length > 0 ? 'all parts the same' : '';
	const said = telling.slice(0, MOST_DETAILS).map(describePart);
	if (telling.length > MOST_DETAILS) said.push('…');
	return said.join(', ');
}

function describePart({ left, right, how }: PartMatch): string {
	const texts = [left.join(' '), right.join(' ')].filter((text) => text !== '');
	return `${texts.join('/')} ${HOW_WORDS[how]}`;
}

function sentenceOf(evidence: readonly Evidence[]): string {
	const text = evidence.map(({ sentence }) => sentence).join('; ');
	return text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
