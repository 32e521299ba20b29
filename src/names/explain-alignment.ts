/** The `alignment` just made of two names → parts and a sentence that an officer can read. */
import { alignment } from './align-names.ts';
import type { NameComparison, PartMatch } from './model.ts';
import { FEATURE, features } from './name-features.ts';
import { isMinor, type PreparedName, ROLE } from './prepared-name.ts';
import { SAME_NAME } from './score-names.ts';
import { HOW, likeness } from './word-cost.ts';

const HOW_SAID: { readonly [how: number]: PartMatch['how'] } = {
	[HOW.same]: 'same',
	[HOW.script]: 'same-in-script',
	[HOW.transliteration]: 'transliteration',
	[HOW.spelling]: 'spelling',
	[HOW.sound]: 'sound',
	[HOW.nickname]: 'nickname',
	[HOW.initial]: 'initial',
	[HOW.joined]: 'joined',
	[HOW.abbreviation]: 'abbreviation',
	[HOW.different]: 'different',
};

/** Explains the alignment of `a` and `b`; `isTurned` when it was made of `b` and `a`. */
export function explainAlignment(
	a: PreparedName,
	b: PreparedName,
	score: number,
	isTurned: boolean,
): NameComparison {
	const [first, second] = isTurned ? [b, a] : [a, b];
	const total = first.weights.reduce(add, 0) + second.weights.reduce(add, 0) || 1;
	const parts: { at: number; part: PartMatch }[] = [];
	const say = (
		at: number,
		left: readonly string[],
		right: readonly string[],
		rest: Omit<PartMatch, 'left' | 'right'>,
	) => parts.push({ at, part: isTurned ? { left: right, right: left, ...rest } : { left, right, ...rest } });
	for (let group = 0; group < alignment.size; group += 1) {
		const leftFrom = alignment.leftFrom[group]!;
		const leftTo = alignment.leftTo[group]!;
		const rightFrom = alignment.rightFrom[group]!;
		const rightTo = alignment.rightTo[group]!;
		const left = first.latins.slice(leftFrom, leftTo);
		const right = second.latins.slice(rightFrom, rightTo);
		const how = HOW_SAID[alignment.how[group]!] ?? 'different';
		const cost = alignment.cost[group]!;
		say(leftFrom, writtenOf(first, leftFrom, leftTo), writtenOf(second, rightFrom, rightTo), {
			how: how === 'same' && isWrittenOtherwise(first, leftFrom, second, rightFrom) ? 'equivalent' : how,
			similarity: how === 'same' ? 1 : likeness(cost, left.join(''), right.join('')),
			weight:
				(first.weights.subarray(leftFrom, leftTo).reduce(add, 0) +
					second.weights.subarray(rightFrom, rightTo).reduce(add, 0)) /
				total,
		});
	}
	const alone = restOf(first, alignment.leftGroup);
	const others = restOf(second, alignment.rightGroup);
	while (alone.length > 0 || others.length > 0) {
		const left = alone.shift();
		const at =
			left === undefined
				? -1
				: others.findIndex((other) => isAnswer(first.roles[left]!, second.roles[other]!));
		const right = left === undefined ? others.shift() : at < 0 ? undefined : others.splice(at, 1)[0];
		say(
			left ?? first.words.length + right!,
			left === undefined ? [] : writtenOf(first, left, left + 1),
			right === undefined ? [] : writtenOf(second, right, right + 1),
			{
				how: left === undefined || right === undefined ? 'missing' : 'different',
				similarity: 0,
				weight:
					((left === undefined ? 0 : first.weights[left]!) +
						(right === undefined ? 0 : second.weights[right]!)) /
					total,
			},
		);
	}
	const ordered = parts.sort((one, other) => one.at - other.at).map(({ part }) => part);
	return { score, parts: ordered, sentence: sentenceOf(ordered, score, a, b) };
}

const add = (sum: number, one: number): number => sum + one;

const writtenOf = (name: PreparedName, from: number, to: number): string[] => {
	const compared = name.parts.filter((part) => part.role !== 'legal-form' && part.role !== 'vessel-prefix');
	return compared.slice(from, to).map((part) => part.written);
};

function isWrittenOtherwise(a: PreparedName, left: number, b: PreparedName, right: number): boolean {
	const [one = ''] = writtenOf(a, left, left + 1);
	const [other = ''] = writtenOf(b, right, right + 1);
	return bare(one) !== bare(other);
}

const bare = (written: string): string =>
	written
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

const restOf = (name: PreparedName, groups: Int8Array): number[] =>
	name.words.map((_, at) => at).filter((at) => groups[at] === -1);

/** Particles contradict nothing, numbers only numbers. */
const isAnswer = (role: number, other: number): boolean =>
	!isMinor(role) && !isMinor(other) && (role === ROLE.number) === (other === ROLE.number);

const SAID: { readonly [how in PartMatch['how']]: string } = {
	same: 'same',
	'same-in-script': 'same in its script',
	transliteration: 'written otherwise',
	spelling: 'spelling',
	sound: 'sounds alike',
	nickname: 'short or other form of the name',
	initial: 'initial',
	joined: 'written in one or in several words',
	abbreviation: 'abbreviated',
	equivalent: 'means the same',
	missing: 'missing in the other name',
	different: 'different',
};

function sentenceOf(parts: readonly PartMatch[], score: number, a: PreparedName, b: PreparedName): string {
	const said = parts.map(({ left, right, how }) => {
		const one = left.join(' ');
		const other = right.join(' ');
		if (how === 'missing') return `${one || other} ${SAID.missing}`;
		return one === other ? `${one} ${SAID[how]}` : `${one}/${other} ${SAID[how]}`;
	});
	if (features[FEATURE.formContradicted]! > 0)
		said.push(`legal forms differ (${a.legalForms.join(', ')}/${b.legalForms.join(', ')})`);
	if (features[FEATURE.turned]! > 0) said.push('given names in the other order');
	if (features[FEATURE.descentTurned]! > 0) said.push('son and father exchanged');
	const percent = Math.floor(score * 100);
	const verdict = score >= SAME_NAME ? 'taken for one' : 'not taken for one';
	return `Names ${percent} % alike, ${verdict}: ${said.join(', ')}.`;
}
