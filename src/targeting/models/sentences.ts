/**
 * Features in words. In: a row of features and which of them is meant. Out: a sentence that an officer can use, and the
 * value. A sentence states what was declared or known; whether that speaks for or against a check is in the effect.
 * Counts are given only where the row says them: a rate is drawn towards that of all lines, and is taken back for it.
 */
import { FACETS } from '../profile/facets.ts';
import type { FeatureValues } from '../profile/model.ts';
import { FEATURES } from '../profile/profile.ts';

export type FeatureWords = { readonly sentence: string; readonly value: string | null };

/** What sentences need besides the row. */
export type RowInWords = {
	/** Value of a feature by its name. */
	value(name: string): number | string | null;
	/** Rate of offences of all lines, towards which rates are drawn. */
	readonly priorRate: number;
};

type Form = (value: number | string, row: RowInWords) => FeatureWords;

const TITLES: ReadonlyMap<string, string> = new Map(FEATURES.map(({ name, title }) => [name, title]));

/** Title of a feature: `the customs office`. */
export const titleOf = (name: string): string => TITLES.get(name) ?? name;

/** At most three significant digits, without exponent. */
export function numberInWords(value: number): string {
	if (!Number.isFinite(value)) return 'unknown';
	const size = Math.abs(value);
	if (size >= 1_000) return Math.round(Number(value.toPrecision(4))).toLocaleString('en-GB');
	return String(Number(value.toPrecision(3)));
}

const percent = (share: number): string =>
	`${share < 0.095 ? (100 * share).toFixed(1).replace(/\.0$/, '') : Math.round(100 * share)} %`;

const counted = (count: number, noun: string): string =>
	`${count === 0 ? 'no' : numberInWords(count)} ${noun}${count === 1 ? '' : 's'}`;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const code =
	(what: string): Form =>
	(value) => ({ sentence: `${what} is ${value}`, value: String(value) });

const amount =
	(what: string, unit = ''): Form =>
	(value) => {
		const text = typeof value === 'number' ? `${numberInWords(value)}${unit}` : value;
		return { sentence: `${what} is ${text}`, value: text };
	};

/** Of a deviation in natural logarithms: how many times what is usual. */
const against =
	(what: string, usual: string): Form =>
	(value) => {
		const ratio = typeof value === 'number' ? Math.exp(value) : Number.NaN;
		const text = numberInWords(ratio);
		return {
			sentence:
				ratio >= 0.95 && ratio <= 1.05
					? `${what} is ${usual}`
					: `${what} is ${text} ${ratio >= 2 ? 'times' : 'of'} what is ${usual}`,
			value: text,
		};
	};

const standard: Form = (value) => {
	const off = typeof value === 'number' ? value : Number.NaN;
	const text = numberInWords(off);
	return {
		sentence:
			Math.abs(off) < 1
				? 'the price of a kilogram is within the usual spread for this HS code'
				: `the price of a kilogram is ${numberInWords(Math.abs(off))} standard deviations ${off < 0 ? 'below' : 'above'} what is usual for this HS code`,
		value: text,
	};
};

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
	['office', code('the customs office')],
	['processType', code('the type of declaration')],
	['importType', code('the procedure')],
	['importUse', code('the use of the goods')],
	['paymentType', code('the way of payment')],
	['transportMode', code('the mode of transport')],
	['departure', code('the country of departure')],
	['origin', code('the country of origin')],
	['taxType', code('the tax treatment')],
	['originIndicator', code('the marking of origin')],
	['chapter', (value) => ({ sentence: `the goods are of HS chapter ${value}`, value: String(value) })],
	['courier', code('the courier')],
	['taxRatePercent', amount('the tax rate', ' %')],
	[
		'weekday',
		(value) => {
			const day = typeof value === 'number' ? (WEEKDAYS[value] ?? 'unknown') : value;
			return { sentence: `it was declared on a ${day}`, value: day };
		},
	],
	['netMassKg', amount('the net mass', ' kg')],
	['itemPrice', amount('the price')],
	['unitPrice', amount('the price of a kilogram')],
	['unitPriceAgainstHs', against('the price of a kilogram', 'usual for this HS code')],
	['unitPriceAgainstHsOrigin', against('the price of a kilogram', 'usual for this HS code from this origin')],
	['unitPriceStandard', standard],
	['massAgainstHs', against('the net mass', 'usual for this HS code')],
	...FACETS.flatMap(({ name, title, priorLines }): [string, Form][] => [
		[`${name}.offenceRate`, offenceRate(name, title, priorLines)],
		[
			`${name}.known`,
			(value) => {
				const text = counted(Number(value), 'inspection');
				return { sentence: `${text} of ${title} ${value === 1 ? 'is' : 'are'} known`, value: text };
			},
		],
		[
			`${name}.daysSince`,
			(value) => {
				const days = Number(value);
				const text = counted(Math.max(0, days), 'day');
				return {
					sentence:
						days <= 0
							? `${title} was declared on the same day before`
							: `${title} was last declared ${text} before`,
					value: text,
				};
			},
		],
	]),
]);

/**
 * The rate is (offences + priorLines × prior) / (known + priorLines). The number of offences is taken back from it; it is
 * told where it comes out near a whole number, else the share is told.
 */
function offenceRate(facet: string, title: string, priorLines: number): Form {
	return (value, row) => {
		const known = row.value(`${facet}.known`);
		const rate = Number(value);
		if (typeof known !== 'number' || known === 0)
			return {
				sentence: `offences were found with ${title} at a rate of ${percent(rate)}`,
				value: percent(rate),
			};
		const offences = rate * (known + priorLines) - priorLines * row.priorRate;
		const whole = Math.min(known, Math.max(0, Math.round(offences)));
		if (Math.abs(offences - whole) < 0.3 && known <= 200) {
			const text = `${whole === 0 ? 'none' : whole} of ${known}`;
			return {
				sentence:
					known === 1
						? `the one inspection of ${title} that is known found ${whole === 1 ? 'an offence' : 'nothing'}`
						: `offences were found in ${text} inspections of ${title}`,
				value: text,
			};
		}
		const share = Math.min(1, Math.max(0, offences / known));
		const text = `about ${percent(share)} of ${numberInWords(known)}`;
		return { sentence: `offences were found in ${text} inspections of ${title}`, value: text };
	};
}

/** What is said where a feature has no value. */
function unknownInWords(name: string): string {
	const [facet, kind] = name.split('.');
	const title = FACETS.find((each) => each.name === facet)?.title;
	if (title === undefined) return `${titleOf(name)} is not known`;
	if (kind === 'daysSince') return `${title} was never declared before`;
	return kind === 'offenceRate'
		? `no inspection of ${title} is known`
		: `the declaration does not say what would tell ${title}`;
}

/** A feature of a row in words. */
export function featureInWords(name: string, row: RowInWords): FeatureWords {
	const value = row.value(name);
	if (value === null) return { sentence: unknownInWords(name), value: null };
	return FORMS.get(name)?.(value, row) ?? amount(titleOf(name))(value, row);
}

const PLACES: ReadonlyMap<string, number> = new Map(FEATURES.map(({ name }, at) => [name, at]));

export const rowInWords = (row: FeatureValues, priorRate: number): RowInWords => ({
	value: (name) => row[PLACES.get(name) ?? -1] ?? null,
	priorRate,
});
