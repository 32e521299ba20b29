/** One sentence for an officer about one comparison of two records. Pure. */
import type { Comparison } from './model.ts';

const verdicts: { readonly [level: string]: string } = {
	same: 'are the same',
	near: 'are nearly the same',
	similar: 'are alike in part',
	initial: 'agree in the first letter',
	'crossed same': 'are the same, in another place',
	'crossed near': 'are nearly the same, in another place',
	'one digit': 'differ in one digit',
	'one edit': 'differ in one character',
	'two edits': 'differ in two characters',
	'two parts': 'agree in two of year, month and day',
	'two digits': 'differ in two digits',
	'same year': 'agree in the year',
	'same area': 'are of one area',
	'same local part': 'are the same before the @',
	'same domain': 'have one domain',
	different: 'differ',
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
	const subject = `The two values of “${name}” ${verdicts[level] ?? level}`;
	const values = left === right ? left : `${left} and ${right}`;
	const worth =
		Math.abs(weight) < 0.5
			? 'which says little'
			: weight > 0
				? `which is ${times(weight)} likelier if they are one`
				: `which is ${times(-weight)} likelier if they are two`;
	if (names !== undefined) {
		return `${subject}: ${values}; but ${names} different names share it, so it links nobody by itself.`;
	}
	const often =
		share !== undefined && share > 0 ? `, and about 1 in ${rounded(1 / share)} records has it` : '';
	return `${subject}: ${values}${often}; ${worth}.`;
}

const times = (weight: number): string => `${rounded(2 ** Math.min(weight, 40))} times`;

/** Two digits that count, with separators: what an officer remembers. */
function rounded(value: number): string {
	if (value < 10) return String(Math.round(value * 10) / 10);
	const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
	return (Math.round(value / unit) * unit).toLocaleString('en-GB');
}
