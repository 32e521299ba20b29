/** One sentence for an officer about one comparison of two records. Pure. */
import type { Comparison } from './model.ts';

const verdicts: { readonly [level: string]: string } = {
	same: 'is the same',
	near: 'is nearly the same',
	similar: 'is alike in part',
	initial: 'agrees in the first letter',
	'crossed same': 'is the same, in another place',
	'crossed near': 'is nearly the same, in another place',
	'one digit': 'differs in one digit',
	'one edit': 'differs in one character',
	'two edits': 'differs in two characters',
	'two parts': 'agrees in two of year, month and day',
	'two digits': 'differs in two digits',
	'same year': 'agrees in the year',
	'same area': 'is of one area',
	'same local part': 'is the same before the @',
	'same domain': 'has the same domain',
	different: 'differs',
};

/**
 * Says what was compared and what it is worth.
 * @param share of records that have the value on which both agree; undefined where that does not count.
 * @param names that share the value, where its weight was capped.
 */
export function sentenceOf(
	{ name }: Pick<Comparison, 'name'>,
	{ left, right, level }: { left: string; right: string; level: string },
	weight: number,
	share?: number,
	names?: number,
): string {
	const subject = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${verdicts[level] ?? level}`;
	const values = left === right ? left : `${left} and ${right}`;
	const worth =
		Math.abs(weight) < 0.5
			? 'this says little'
			: weight > 0
				? `${times(weight)} likelier if they are one`
				: `${times(-weight)} likelier if they are two`;
	if (names !== undefined) {
		return `${subject}: ${values}; but ${names} different names share it, so it links nobody by itself.`;
	}
	const often = share !== undefined && share > 0 ? ` (about 1 in ${rounded(1 / share)} has it)` : '';
	return `${subject}: ${values}${often}; ${worth}.`;
}

const times = (weight: number): string => `${rounded(2 ** Math.min(weight, 40))} times`;

/** Two digits that count, with separators: what an officer remembers. */
function rounded(value: number): string {
	if (value < 10) return String(Math.round(value * 10) / 10);
	const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
	return (Math.round(value / unit) * unit).toLocaleString('en-GB');
}
