/**
 * Which word of one name answers to which of the other. In: two prepared names. Out: `alignment`, one object that the next
 * call overwrites, so that comparing allocates nothing. At most `MOST_WORDS` words a side; time grows with their product.
 */
import { MOST_EDITS } from './edit-distance.ts';
import { isMinor, type PreparedName, ROLE } from './prepared-name.ts';
import { MOST_WORDS } from './split-name.ts';
import type { Word } from './word.ts';
import { HOW, joinedCost, lastHow, MOST_DOUBTFUL, mostSlips, wordCost } from './word-cost.ts';

/** Columns of the table of costs. */
const WIDTH = MOST_WORDS;
const NOBODY = -1;
/** A name is written in this many pieces at most. */
/** A particle or honorific answers to another word only where both are spellings of one. */
const MOST_FOR_MINOR = 0.2;
const MOST_PIECES = 4;
const LONGEST_INITIALS = 7;
const INITIAL = 0.35;
const ABBREVIATION = 0.4;
const JOINED = 0.1;
/** Pieces written as one may differ by this many slips. */
const MOST_JOINED = 1.3;
/** And be longer or shorter by this many letters. */
const MOST_LENGTHS_APART = 2;

/** A run of words of one side that answers to a run of the other. Words of one run are neighbours. */
export const alignment = {
	/** Number of groups. */
	size: 0,
	leftFrom: new Uint8Array(WIDTH),
	leftTo: new Uint8Array(WIDTH),
	rightFrom: new Uint8Array(WIDTH),
	rightTo: new Uint8Array(WIDTH),
	how: new Uint8Array(WIDTH),
	cost: new Float64Array(WIDTH),
	/** The group of each word, or -1. */
	leftGroup: new Int8Array(WIDTH),
	rightGroup: new Int8Array(WIDTH),
};

const costs = new Float64Array(WIDTH * WIDTH);
const hows = new Uint8Array(WIDTH * WIDTH);

const DOUBTFUL_BY_LENGTH = 0.7;

/** Fills `alignment`. */
export function alignNames(a: PreparedName, b: PreparedName): void {
	alignment.size = 0;
	alignment.leftGroup.fill(NOBODY);
	alignment.rightGroup.fill(NOBODY);
	pairSame(a, b);
	const asPersons = a.kind === 'person' && b.kind === 'person';
	fillCosts(a, b, asPersons);
	joinPieces(a, b, false);
	joinPieces(b, a, true);
	abbreviate(a, b, false, asPersons);
	abbreviate(b, a, true, asPersons);
	pairAlike(a, b);
}

function put(
	leftFrom: number,
	leftTo: number,
	rightFrom: number,
	rightTo: number,
	how: number,
	cost: number,
): void {
	const group = alignment.size;
	alignment.size += 1;
	alignment.leftFrom[group] = leftFrom;
	alignment.leftTo[group] = leftTo;
	alignment.rightFrom[group] = rightFrom;
	alignment.rightTo[group] = rightTo;
	alignment.how[group] = how;
	alignment.cost[group] = cost;
	alignment.leftGroup.fill(group, leftFrom, leftTo);
	alignment.rightGroup.fill(group, rightFrom, rightTo);
}

/** Words that are the same on both sides; of several, the one in the same place first. */
function pairSame(a: PreparedName, b: PreparedName): void {
	const n = a.words.length;
	const m = b.words.length;
	for (let i = 0; i < n; i += 1) {
		const word = a.words[i]!;
		let found = NOBODY;
		for (let j = 0; j < m; j += 1) {
			if (alignment.rightGroup[j] !== NOBODY) continue;
			const other = b.words[j]!;
			if (word !== other && (word.latin !== other.latin || word.native !== other.native)) continue;
			if (found === NOBODY || Math.abs(j - i) < Math.abs(found - i)) found = j;
		}
		if (found !== NOBODY) put(i, i + 1, found, found + 1, HOW.same, 0);
	}
}

function fillCosts(a: PreparedName, b: PreparedName, asPersons: boolean): void {
	for (let i = 0; i < a.words.length; i += 1) {
		if (alignment.leftGroup[i] !== NOBODY) continue;
		const word = a.words[i]!;
		const role = a.roles[i]!;
		for (let j = 0; j < b.words.length; j += 1) {
			if (alignment.rightGroup[j] !== NOBODY) continue;
			const other = b.words[j]!;
			const otherRole = b.roles[j]!;
			const at = i * WIDTH + j;
			costs[at] = MOST_EDITS;
			hows[at] = HOW.different;
			const isInitial = role === ROLE.initial;
			if (isInitial || otherRole === ROLE.initial) {
				const initial = isInitial ? word.latin : other.latin;
				const whole = isInitial ? other : word;
				if (role !== otherRole && asPersons && beginsWith(whole.latin, whole.sound, initial)) {
					costs[at] = INITIAL;
					hows[at] = HOW.initial;
				}
				continue;
			}
			if ((role === ROLE.number) !== (otherRole === ROLE.number) || role === ROLE.number) continue;
			const cost = wordCost(word, other, asPersons);
			if (isMinor(role) !== isMinor(otherRole) && cost > MOST_FOR_MINOR) continue;
			if (cost < mostSlips(word.latin.length, other.latin.length)) {
				costs[at] = cost;
				hows[at] = lastHow;
			} else if (isShortened(a, i, other.latin) || isShortened(b, j, word.latin)) {
				costs[at] = ABBREVIATION;
				hows[at] = HOW.abbreviation;
			} else if (asPersons && cost <= MOST_DOUBTFUL && cost <= DOUBTFUL_BY_LENGTH * longer(word, other))
				costs[at] = cost;
		}
	}
}

const longer = (a: Word, b: Word): number => Math.max(a.latin.length, b.latin.length);

const beginsWith = (latin: string, sound: string, initial: string): boolean =>
	latin.charCodeAt(0) === initial.charCodeAt(0) || sound.charCodeAt(0) === initial.charCodeAt(0);

/** A beginning with a dot: Corp., Univ., Alex. */
function isShortened(name: PreparedName, at: number, whole: string): boolean {
	const latin = name.latins[at]!;
	return name.shorts[at] === 1 && latin.length >= 2 && whole.length > latin.length && whole.startsWith(latin);
}

/** One word of `whole` that is written in pieces in `pieces`. */
function joinPieces(whole: PreparedName, pieces: PreparedName, isTurned: boolean): void {
	const wholeGroup = isTurned ? alignment.rightGroup : alignment.leftGroup;
	const pieceGroup = isTurned ? alignment.leftGroup : alignment.rightGroup;
	for (let i = 0; i < whole.words.length; i += 1) {
		const word = whole.words[i]!;
		const letters = word.latin.length;
		if (wholeGroup[i] !== NOBODY || letters < 4 || isMinor(whole.roles[i]!)) continue;
		let best = Math.min(MOST_JOINED, letters * 0.2);
		let from = NOBODY;
		let to = NOBODY;
		for (let start = 0; start < pieces.words.length; start += 1) {
			let length = 0;
			for (let end = start; end < pieces.words.length && end < start + MOST_PIECES; end += 1) {
				if (pieceGroup[end] !== NOBODY) break;
				length += pieces.latins[end]!.length;
				const apart =
					word.isAbjad === pieces.words[end]!.isAbjad ? MOST_LENGTHS_APART : MOST_LENGTHS_APART + 2;
				if (length > letters + apart) break;
				if (end === start || length < letters - apart) continue;
				const cost = JOINED + joinedCost(pieces.words, start, end + 1, word, best);
				if (cost >= best) continue;
				best = cost;
				from = start;
				to = end + 1;
			}
		}
		if (from === NOBODY || isBetterAlone(i, from, to, best, isTurned)) continue;
		if (isTurned) put(from, to, i, i + 1, HOW.joined, best);
		else put(i, i + 1, from, to, HOW.joined, best);
	}
}

/** True where one of the pieces alone is as good an answer. */
function isBetterAlone(whole: number, from: number, to: number, cost: number, isTurned: boolean): boolean {
	for (let piece = from; piece < to; piece += 1)
		if (costs[isTurned ? piece * WIDTH + whole : whole * WIDTH + piece]! <= cost) return true;
	return false;
}

/** One word of `short` that is the first letters of words of `long` that follow each other. */
function abbreviate(short: PreparedName, long: PreparedName, isTurned: boolean, asPersons: boolean): void {
	const shortGroup = isTurned ? alignment.rightGroup : alignment.leftGroup;
	const longGroup = isTurned ? alignment.leftGroup : alignment.rightGroup;
	for (let i = 0; i < short.words.length; i += 1) {
		const word = short.latins[i]!;
		const role = short.roles[i]!;
		if (shortGroup[i] !== NOBODY || word.length < 2 || word.length > LONGEST_INITIALS) continue;
		if (role === ROLE.number || isMinor(role)) continue;
		if ((asPersons || word.length === 2) && short.shorts[i] === 0 && role !== ROLE.generic) continue;
		for (let start = 0; start + word.length <= long.words.length + long.formInitials.length; start += 1) {
			const end = lastOfInitials(word, long, start, longGroup);
			if (end === NOBODY) continue;
			const cost = ABBREVIATION + (word.length === 2 ? 0.1 : 0);
			if (isTurned) put(start, end, i, i + 1, HOW.abbreviation, cost);
			else put(i, i + 1, start, end, HOW.abbreviation, cost);
			break;
		}
	}
}

/** Where the words end whose first letters spell `word`; joining words may be passed over. */
function lastOfInitials(word: string, long: PreparedName, start: number, taken: Int8Array): number {
	let letter = 0;
	let at = start;
	for (; at < long.words.length && letter < word.length; at += 1) {
		if (taken[at] !== NOBODY) return NOBODY;
		const isNext = long.latins[at]!.charCodeAt(0) === word.charCodeAt(letter);
		if (isNext) letter += 1;
		else if (!isMinor(long.roles[at]!) || at === start) return NOBODY;
	}
	if (letter === word.length) return at;
	const isGoingOn =
		letter >= 2 && at === long.words.length && long.formInitials.startsWith(word.slice(letter));
	return isGoingOn ? at : NOBODY;
}

/** Pairs what is left by the greatest likeness, then exchanges partners where that makes the whole better. */
function pairAlike(a: PreparedName, b: PreparedName): void {
	const first = alignment.size;
	for (;;) {
		let best: number = MOST_EDITS;
		let left = NOBODY;
		let right = NOBODY;
		for (let i = 0; i < a.words.length; i += 1) {
			if (alignment.leftGroup[i] !== NOBODY) continue;
			for (let j = 0; j < b.words.length; j += 1) {
				if (alignment.rightGroup[j] !== NOBODY) continue;
				const cost = costs[i * WIDTH + j]! + Math.abs(i - j) * 1e-4;
				if (cost >= best) continue;
				best = cost;
				left = i;
				right = j;
			}
		}
		if (left === NOBODY) break;
		const at = left * WIDTH + right;
		put(left, left + 1, right, right + 1, hows[at]!, costs[at]!);
	}
	for (let one = first; one < alignment.size; one += 1)
		for (let other = one + 1; other < alignment.size; other += 1) exchangePartners(one, other);
}

function exchangePartners(one: number, other: number): void {
	const { leftFrom, rightFrom, cost } = alignment;
	const straight = leftFrom[one]! * WIDTH + rightFrom[other]!;
	const crossed = leftFrom[other]! * WIDTH + rightFrom[one]!;
	if (costs[straight]! + costs[crossed]! >= cost[one]! + cost[other]!) return;
	const right = rightFrom[one]!;
	rightFrom[one] = rightFrom[other]!;
	rightFrom[other] = right;
	answer(one, straight);
	answer(other, crossed);
}

/** Takes what the table of costs says of the words that the group joins now. */
function answer(group: number, at: number): void {
	alignment.rightTo[group] = alignment.rightFrom[group]! + 1;
	alignment.rightGroup[alignment.rightFrom[group]!] = group;
	alignment.cost[group] = costs[at]!;
	alignment.how[group] = hows[at]!;
}
