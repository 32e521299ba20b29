/**
 * Two mentions of persons or organisations in, how likely they are one and why out. Pure.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import { compareNames, SAME_NAME } from '../../names/compare-names.ts';
import type { PreparedMention } from './prepare.ts';
import type { Match } from './things.ts';

/** Numbers that decide almost alone. */
const STRONG: ReadonlySet<string> = new Set([
	'passport',
	'identity-card',
	'national-id',
	'residence-permit',
	'driving-licence',
	'crew-member-certificate',
	'eori',
	'tax',
	'lei',
	'company-register',
	'ssn',
]);

export function matchPeople(
	a: PreparedMention,
	b: PreparedMention,
	capped: ReadonlySet<number>,
): Match | undefined {
	const asPerson = a.claim.kind === 'person' && a.personNames.length > 0 && b.personNames.length > 0;
	const [names, others] = asPerson ? [a.personNames, b.personNames] : [a.otherNames, b.otherNames];
	const evidence: Evidence[] = [];
	let sum = 0;
	const add = (feature: string, left: string, right: string, effect: number, sentence: string): void => {
		sum += effect;
		evidence.push({ feature, left, right, effect, sentence });
	};
	let best = -1;
	for (const name of names) for (const other of others) best = Math.max(best, compareNames(name, other));
	if (best >= 0)
		add(
			'name',
			a.caption,
			b.caption,
			best >= 0.97 ? 11 : best >= SAME_NAME ? 8 : best > 0.5 ? -1 : -7,
			best >= SAME_NAME ? 'The names agree.' : 'The names differ.',
		);
	const [born, otherBorn] = [a.mention.born, b.mention.born];
	if (born !== undefined && otherBorn !== undefined)
		add(
			'born',
			born,
			otherBorn,
			born === otherBorn ? (born.length > 4 ? 11 : 5) : born.slice(0, 4) === otherBorn.slice(0, 4) ? 0 : -8,
			born === otherBorn ? 'Born on one day.' : 'The dates of birth differ.',
		);
	let isByIdentifier = false;
	const values = new Map(a.values.map((value) => [value.hash, value]));
	for (const value of b.values) {
		const shared = values.get(value.hash);
		if (shared === undefined || capped.has(value.hash)) continue;
		if (value.kind === 'identifier') {
			const scheme = a.mention.identifiers.find((each) => each.value === value.text)?.scheme ?? '';
			isByIdentifier ||= STRONG.has(scheme);
			add(
				scheme,
				value.text,
				value.text,
				STRONG.has(scheme) ? 22 : 12,
				`Both have the number ${value.text}.`,
			);
		} else
			add(
				value.kind,
				value.text,
				value.text,
				value.kind === 'address' ? 7 : 10,
				`Both have the ${value.kind} ${value.text}.`,
			);
	}
	const weight = sum - 14;
	return {
		weight,
		evidenceWeight: sum,
		probability: 1 / (1 + 2 ** -weight),
		isByIdentifier,
		evidence: () => evidence,
	};
}
