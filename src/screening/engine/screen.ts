/**
 * A mention asked of an index. In: both, and thresholds. Out: entries with scores, or hits with their explanation. Fast path:
 * identifiers by look-up, names by the inverted index, the best of them compared in full, facts only where a name or number
 * has come near. Nothing here depends on the order of entries but the order of equal scores.
 */

import type { Mention, MentionKind } from '../../mentions/model.ts';
import { compareNames } from '../../names/compare-names.ts';
import type { NameKind } from '../../names/model.ts';
import { prepareName } from '../../names/prepare-name.ts';
import type { PreparedName } from '../../names/prepared-name.ts';
import { isPlaceholderName } from '../../values/placeholder.ts';
import { weighFacts } from './evidence.ts';
import { IDENTIFIER_WITH_OTHER_NAME, SAME_IDENTIFIER } from './evidence-points.ts';
import { type MentionFacts, readMentionFacts } from './facts.ts';
import { type MatchedIdentifier, matchIdentifiers } from './identifier-match.ts';
import {
	DEFAULT_HIT_LIMIT,
	type Evidence,
	SCREENING_THRESHOLD,
	type ScoredEntry,
	type ScreeningOptions,
} from './model.ts';
import { forceOfContradiction, type NamePair, namePoints, nameSupport } from './name-points.ts';
import type { NameGroup, ScreeningIndex } from './screening-index.ts';

/** Most names of a mention that are looked up. */
const MOST_NAMES = 12;

const NAME_KINDS: { readonly [kind in MentionKind]: readonly NameKind[] } = {
	person: ['person'],
	organisation: ['organisation'],
	party: ['person', 'organisation'],
	vessel: ['vessel'],
	aircraft: ['object'],
	vehicle: ['object'],
	equipment: ['object'],
	account: ['object'],
	address: ['object'],
};

/** What is known of one entry while a mention is screened. */
export type Encounter = {
	readonly entry: number;
	pair: NamePair | undefined;
	readonly identifiers: MatchedIdentifier[];
};

/** A mention prepared for one walk through the index. */
export type Question = {
	readonly mention: Mention;
	readonly names: readonly { readonly kind: NameKind; readonly name: PreparedName }[];
	/** Read when the first entry comes near. */
	facts: MentionFacts | undefined;
};

export function askMention(mention: Mention): Question {
	const names: { kind: NameKind; name: PreparedName }[] = [];
	for (const kind of NAME_KINDS[mention.kind]) {
		for (const text of textsOf(mention)) {
			const add = (name: PreparedName): void => {
				if (name.words.length > 0) names.push({ kind, name });
			};
			add(prepareName(text.full, kind, text));
			// What stands before a comma is not always the family name; the order that it claims is tried, and none.
			if (kind === 'person' && text.full.includes(','))
				add(prepareName(text.full.replaceAll(',', ' '), kind));
		}
	}
	return { mention, names, facts: undefined };
}

type AskedName = {
	readonly full: string;
	readonly family?: string;
	readonly given?: string;
	readonly middle?: string;
};

function textsOf(mention: Mention): AskedName[] {
	const texts: AskedName[] = mention.names
		.slice(0, MOST_NAMES)
		.filter(({ full }) => !isPlaceholderName(full));
	if (mention.kind === 'address' && texts.length === 0) {
		for (const { street, city } of mention.addresses ?? []) {
			const full = [street, city].filter((part) => part !== undefined).join(', ');
			if (full !== '') texts.push({ full });
		}
	}
	return texts;
}

/** Entries that come near a mention by name or number, by position. */
export function encounters(index: ScreeningIndex, question: Question): Map<number, Encounter> {
	const met = new Map<number, Encounter>();
	const { mention } = question;
	if (mention.identifiers.length > 0 || mention.phones !== undefined || mention.emails !== undefined) {
		for (const matched of matchIdentifiers(index.identifiers, mention))
			meet(met, matched.entry).identifiers.push(matched);
	}
	for (const { kind, name } of question.names) {
		const group = index.groups[kind];
		meetByName(index, group, kind, name, mention.kind, met);
		for (const encounter of met.values()) {
			if (encounter.identifiers.length > 0) meetOwnNames(group, name, encounter);
		}
	}
	return met;
}

function meet(met: Map<number, Encounter>, entry: number): Encounter {
	let encounter = met.get(entry);
	if (encounter === undefined) {
		encounter = { entry, pair: undefined, identifiers: [] };
		met.set(entry, encounter);
	}
	return encounter;
}

function meetByName(
	index: ScreeningIndex,
	group: NameGroup,
	kind: NameKind,
	name: PreparedName,
	mentionKind: MentionKind,
	met: Map<number, Encounter>,
): void {
	const candidates = group.index.find(name);
	for (let at = 0; at < candidates.count; at += 1) {
		const id = candidates.names[at]!;
		const entry = group.entryOf[id]!;
		if (kind === 'object' && index.entries[entry]!.kind !== mentionKind) continue;
		const known = met.get(entry)?.pair;
		// Another name of an entry that is as good as found adds nothing.
		if (known !== undefined && !known.isWeak && known.score >= AS_GOOD_AS_FOUND) continue;
		const listed = group.index.names[id]!;
		const pair: NamePair = {
			asked: name,
			listed,
			score: compareNames(name, listed),
			isWeak: group.weak[id] === 1,
			shared: candidates.shared[at]!,
		};
		const points = namePoints(pair);
		if (points < LEAST_NAME_POINTS) continue;
		const encounter = meet(met, entry);
		if (encounter.pair === undefined || points > namePoints(encounter.pair)) encounter.pair = pair;
	}
}

/** Below this, no other evidence lifts a name over any sensible threshold. */
const LEAST_NAME_POINTS = 0.35;
const AS_GOOD_AS_FOUND = 0.96;

/** Where a number has met, the names are compared however different they are: a contradiction has to be said. */
function meetOwnNames(group: NameGroup, name: PreparedName, encounter: Encounter): void {
	for (const id of group.namesOf.get(encounter.entry) ?? []) {
		const listed = group.index.names[id]!;
		const pair: NamePair = {
			asked: name,
			listed,
			score: compareNames(name, listed),
			isWeak: group.weak[id] === 1,
			shared: 0,
		};
		if (encounter.pair === undefined || pair.score > encounter.pair.score) encounter.pair = pair;
	}
}

/**
 * The score of an encounter: the better of name and number, what the other adds or says against it, and the facts.
 * @param sink takes the pieces of evidence; left out on the fast path.
 */
export function scoreEncounter(
	index: ScreeningIndex,
	question: Question,
	encounter: Encounter,
	sink?: Evidence[],
): number {
	const entry = index.entries[encounter.entry]!;
	const { pair, identifiers } = encounter;
	const byName = pair === undefined ? 0 : namePoints(pair);
	let base = byName;
	let floor = 0;
	if (identifiers.length > 0) {
		const best = identifiers.reduce((left, right) => (right.points > left.points ? right : left));
		const support = pair === undefined ? 0 : nameSupport(pair);
		const contradiction = pair === undefined ? 0 : IDENTIFIER_WITH_OTHER_NAME * (1 - support);
		base = Math.max(byName, best.points + contradiction) + SAME_IDENTIFIER * best.points * support;
		if (best.decides) floor = SCREENING_THRESHOLD;
	}
	question.facts ??= readMentionFacts(question.mention);
	const force = pair === undefined ? 1 : forceOfContradiction(pair);
	const facts = weighFacts(question.facts, entry.facts, force, sink);
	return Math.min(1, Math.max(0, floor, base + facts));
}

const defaultThreshold = (): number => SCREENING_THRESHOLD;

export type ScoredEncounter = { readonly encounter: Encounter; readonly score: number };

/** Encounters that are hits under the options, best first. */
export function hitsAmong(
	index: ScreeningIndex,
	question: Question,
	options: ScreeningOptions,
): ScoredEncounter[] {
	const threshold = options.threshold ?? defaultThreshold;
	const hits: ScoredEncounter[] = [];
	for (const encounter of encounters(index, question).values()) {
		const score = scoreEncounter(index, question, encounter);
		if (score > 0 && score >= threshold(index.entries[encounter.entry]!.list))
			hits.push({ encounter, score });
	}
	hits.sort((a, b) => b.score - a.score || a.encounter.entry - b.encounter.entry);
	return hits.slice(0, options.limit ?? DEFAULT_HIT_LIMIT);
}

/** Entries that are hits, with nothing but their scores, best first: for re-screening and for counting. */
export function scoreMention(
	index: ScreeningIndex,
	mention: Mention,
	options: ScreeningOptions = {},
): ScoredEntry[] {
	return hitsAmong(index, askMention(mention), options).map(({ encounter, score }) => {
		const { list, entry } = index.entries[encounter.entry]!;
		return { list, key: entry.key, score };
	});
}
