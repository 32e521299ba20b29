/**
 * Two mentions of things in, how likely they are one and why out: vessels, aircraft, vehicles, equipment, accounts, addresses.
 * Pure. Things have numbers; where the numbers decide, names do not matter. The shares behind the bits are judgement, not
 * estimates: a thing without a number is seldom enough to be estimated from.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import type { MentionAddress, MentionIdentifier } from '../../mentions/model.ts';
import { compareNames, SAME_NAME } from '../../names/compare-names.ts';
import { prepareName } from '../../names/prepare-name.ts';
import type { PreparedName } from '../../names/prepared-name.ts';
import type { PreparedMention } from './prepare.ts';

export type Match = {
	/** log2 of the odds that both are one. */
	readonly weight: number;
	/** The same without what is expected of any two: below 0, what they say contradicts. */
	readonly evidenceWeight: number;
	readonly probability: number;
	/** A number in common decides it. */
	readonly isByIdentifier: boolean;
	/** Made when it is asked for: of most pairs nobody asks. */
	readonly evidence: () => readonly Evidence[];
};

const weightOf = (probability: number): number => Math.log2(probability / (1 - probability));

/** Bits of what decides alone. */
const DECIDES = 20;

function match(probability: number, evidence: readonly Evidence[], isByIdentifier = false): Match {
	const weight = weightOf(probability);
	return { weight, evidenceWeight: weight, probability, isByIdentifier, evidence: () => evidence };
}

const piece = (feature: string, left: string, right: string, effect: number, sentence: string): Evidence => ({
	feature,
	left,
	right,
	effect,
	sentence,
});

const CERTAIN = 1 - 2 ** -DECIDES;
const IMPOSSIBLE = 2 ** -DECIDES;

/** Undefined where nothing speaks for one. */
export function matchThings(a: PreparedMention, b: PreparedMention): Match | undefined {
	switch (a.claim.kind) {
		case 'vessel':
			return matchVessels(a, b);
		case 'vehicle':
			return matchPlates(a, b);
		case 'address':
			return matchAddresses(a.mention.addresses?.[0], b.mention.addresses?.[0]);
		default:
			return matchNumbers(a, b);
	}
}

const numberOf = (mention: PreparedMention, scheme: string): MentionIdentifier | undefined =>
	mention.mention.identifiers.find((each) => each.scheme === scheme);

function matchNumbers(a: PreparedMention, b: PreparedMention): Match | undefined {
	for (const one of a.mention.identifiers)
		for (const other of b.mention.identifiers)
			if (one.scheme === other.scheme && one.value === other.value)
				return match(
					CERTAIN,
					[
						piece(
							one.scheme,
							one.value,
							other.value,
							DECIDES,
							`Both have the ${one.scheme} number ${one.value}.`,
						),
					],
					true,
				);
	return undefined;
}

/** A plate says its country as well, or one of both says none: then it has to be long enough to be rare. */
const LONG_PLATE = 6;

function matchPlates(a: PreparedMention, b: PreparedMention): Match | undefined {
	const [one, other] = [numberOf(a, 'plate'), numberOf(b, 'plate')];
	if (one === undefined || other === undefined || one.value !== other.value) return matchNumbers(a, b);
	const written = (plate: MentionIdentifier): string => `${plate.issuer ?? '?'} ${plate.value}`;
	const agree = (effect: number, sentence: string): Evidence[] => [
		piece('plate', written(one), written(other), effect, sentence),
	];
	if (one.issuer === other.issuer)
		return match(
			one.issuer === undefined && one.value.length < LONG_PLATE ? 0.8 : 0.999,
			agree(10, `Both have the number plate ${one.value}.`),
			true,
		);
	if (one.issuer !== undefined && other.issuer !== undefined)
		return match(
			IMPOSSIBLE,
			agree(-DECIDES, `The number plate ${one.value} is of ${one.issuer} here and of ${other.issuer} there.`),
		);
	return match(
		one.value.length >= LONG_PLATE ? 0.95 : 0.7,
		agree(4, `Both have the number plate ${one.value}; one of them does not say its country.`),
		true,
	);
}

function matchVessels(a: PreparedMention, b: PreparedMention): Match | undefined {
	const [imo, otherImo] = [numberOf(a, 'imo'), numberOf(b, 'imo')];
	if (imo !== undefined && otherImo !== undefined)
		return imo.value === otherImo.value
			? matchNumbers(a, b)
			: match(IMPOSSIBLE, [
					piece(
						'imo',
						imo.value,
						otherImo.value,
						-DECIDES,
						`The IMO numbers differ: ${imo.value} and ${otherImo.value}.`,
					),
				]);
	const evidence: Evidence[] = [];
	let weight = -7;
	const { name } = a;
	const { name: otherName } = b;
	if (name !== undefined && otherName !== undefined) {
		const score = compareNames(name, otherName);
		const effect = score >= 0.98 ? 9 : score >= SAME_NAME ? 5 : -6;
		weight += effect;
		evidence.push(
			piece(
				'name',
				name.text,
				otherName.text,
				effect,
				effect > 0 ? 'The names of the vessels agree.' : 'The names of the vessels differ.',
			),
		);
	}
	for (const scheme of ['mmsi', 'call-sign']) {
		const [one, other] = [numberOf(a, scheme), numberOf(b, scheme)];
		if (one === undefined || other === undefined) continue;
		const effect = one.value === other.value ? 12 : -5;
		weight += effect;
		evidence.push(
			piece(
				scheme,
				one.value,
				other.value,
				effect,
				`The ${scheme} is ${effect > 0 ? 'the same' : 'another'}.`,
			),
		);
	}
	const [flags, otherFlags] = [a.mention.countries ?? [], b.mention.countries ?? []];
	if (flags.length > 0 && otherFlags.length > 0) {
		const shared = flags.some((flag) => otherFlags.includes(flag));
		const effect = shared ? 3 : -3;
		weight += effect;
		evidence.push(
			piece(
				'flag',
				flags.join(', '),
				otherFlags.join(', '),
				effect,
				shared ? 'They fly one flag.' : 'They fly different flags.',
			),
		);
	}
	if (weight < -7) return match(2 ** Math.max(weight, -DECIDES), evidence);
	return evidence.length === 0 ? undefined : match(1 / (1 + 2 ** -weight), evidence, weight > DECIDES / 2);
}

type ReadAddress = { name: PreparedName; numbers: string[] };
const remembered = new WeakMap<MentionAddress, ReadAddress>();

function readAddress(address: MentionAddress): ReadAddress {
	const known = remembered.get(address);
	if (known !== undefined) return known;
	const street = address.street ?? '';
	const words = street.split(/[\s,;]+/);
	const read = {
		name: prepareName(words.filter((word) => !/\d/.test(word)).join(' '), 'object'),
		numbers: words
			.filter((word) => /\d/.test(word))
			.map((word) => word.replace(/[^0-9A-Za-z]/g, '').toUpperCase()),
	};
	remembered.set(address, read);
	return read;
}

const sameText = (a: string, b: string): boolean =>
	a.replace(/[^0-9A-Za-z]/g, '').toUpperCase() === b.replace(/[^0-9A-Za-z]/g, '').toUpperCase();

function matchAddresses(a: MentionAddress | undefined, b: MentionAddress | undefined): Match | undefined {
	if (a?.street === undefined || b?.street === undefined) return undefined;
	const [one, other] = [readAddress(a), readAddress(b)];
	const evidence: Evidence[] = [];
	let weight = -8;
	const add = (feature: string, left: string, right: string, effect: number, sentence: string): void => {
		weight += effect;
		evidence.push(piece(feature, left, right, effect, sentence));
	};
	const street = compareNames(one.name, other.name);
	add(
		'street',
		a.street,
		b.street,
		street >= 0.95 ? 6 : street >= SAME_NAME ? 4 : -8,
		street >= SAME_NAME ? 'The streets agree.' : 'The streets differ.',
	);
	if (one.numbers.length > 0 && other.numbers.length > 0) {
		const shared = one.numbers.some((number) => other.numbers.includes(number));
		add(
			'house number',
			one.numbers.join(' '),
			other.numbers.join(' '),
			shared ? 4 : -10,
			shared ? 'The house number agrees.' : 'The house numbers differ.',
		);
	} else if (one.numbers.length !== other.numbers.length)
		add('house number', one.numbers.join(' '), other.numbers.join(' '), -3, 'Only one has a house number.');
	if (a.postcode !== undefined && b.postcode !== undefined) {
		const same = sameText(a.postcode, b.postcode);
		add(
			'postcode',
			a.postcode,
			b.postcode,
			same ? 6 : -7,
			`The postcode is ${same ? 'the same' : 'another'}.`,
		);
	}
	if (a.city !== undefined && b.city !== undefined) {
		const same = compareNames(prepareName(a.city, 'object'), prepareName(b.city, 'object')) >= SAME_NAME;
		add('town', a.city, b.city, same ? 3 : -3, same ? 'The towns agree.' : 'The towns differ.');
	}
	if (a.country !== undefined && b.country !== undefined && a.country !== b.country)
		add('country', a.country, b.country, -DECIDES, 'The countries differ.');
	return match(1 / (1 + 2 ** -Math.max(-DECIDES, weight)), evidence);
}
