/**
 * Shapes: what stands in which element of a goAML report, in which order, and under which key of the record it goes.
 * One table serves reading and writing, so that both always agree; where element and record differ in structure, the
 * shape has a pair of conversions. Follows the goAML schema, versions 4.0 to 5.0.2.
 */

export type Value = string | number | boolean | Tree | readonly Value[];

/** An object of the record, or one on the way to it. Absent keys say nothing. */
export type Tree = { readonly [key: string]: Value | undefined };

export type Version = '4' | '5';

type Common = {
	element: string;
	key: string;
	/** Versions in which the writer uses the element; the reader takes it in any. */
	writes: Version | 'both' | 'none';
	/** Whether the schema demands it: everywhere, or of the reporter's own clients only. */
	need?: 'always' | 'client';
	/** Demanded only where this other key is there. */
	needWith?: string;
	/** Not demanded where this other key is there. */
	needUnless?: string;
	/** Written only where this other key is there. */
	onlyWith?: string;
	/** What the writer puts where the element is demanded and the record says nothing. */
	fill?: string;
	/** Other spellings that reports have, read alike. */
	also?: readonly string[];
	/** The reader tells that it is missing. */
	missed?: 'warning' | 'error';
};

export type TextForm = {
	form: 'text';
	max: number;
	/** Longest text of an own client's element, where it differs. */
	clientMax?: number;
	/** Only Latin letters, digits and " .'-". `name`: the conversion keeps the original elsewhere. */
	latin?: 'name' | 'told';
	/** Shortest text that the schema takes; shorter ones go into the comments, as do those that do not fit the pattern. */
	min?: number;
	pattern?: RegExp;
};

export type ScalarForm =
	| TextForm
	| { form: 'code'; max?: number }
	| { form: 'country' }
	| { form: 'date' }
	| { form: 'moment' }
	| { form: 'decimal'; places: number; from: number; to: number }
	| { form: 'number'; places: number; from: number; to: number }
	/** `fixed`: the schema knows only "true"; false is left out. */
	| { form: 'flag'; fixed: boolean };

type Inside = {
	/** Of an own client from here on, or no longer; inherited where left out. */
	client?: boolean;
	/** Version in which the element is written whatever the report's: the reporting person never has version 5 parts. */
	version?: Version;
	/** Reads and writes the target without its relations: they are kept one step deep. */
	bare?: boolean;
};

export type ScalarField = Common & { kind: 'scalar'; of: ScalarForm };
export type GroupField = Common & Inside & { kind: 'group'; of: () => Shape };
/** Several elements; inside a wrapper where `item` names them. */
export type ListField = Common &
	Inside & { kind: 'list'; item?: string; of: ScalarForm | (() => Shape); max: number };
export type Field = (ScalarField | GroupField | ListField) & { relation?: boolean };

export type Shape = {
	name: string;
	fields: readonly Field[];
	byElement: ReadonlyMap<string, { field: Field; order: number }>;
	/** From the tree that the elements gave to the tree that the record holds; undefined where it says nothing. */
	fromElements?: (tree: Tree) => Tree | undefined;
	/** The other way. `leftovers` of the result are texts that go into the comments. Undefined: cannot be written. */
	toElements?: (tree: Tree, version: Version) => Tree | undefined;
};

export type Conversions = Pick<Shape, 'fromElements' | 'toElements'>;

export function shape(name: string, fields: readonly Field[], conversions: Conversions = {}): Shape {
	const byElement = new Map<string, { field: Field; order: number }>();
	fields.forEach((field, order) => {
		// Where an element stands at two places of the sequence, the reader takes the first.
		for (const element of [field.element, ...(field.also ?? [])]) {
			if (!byElement.has(element)) byElement.set(element, { field, order });
		}
	});
	return { name, fields, byElement, ...conversions };
}

type Options = Partial<Omit<Common, 'element' | 'key'>> & { relation?: boolean };

const scalar = (element: string, key: string, of: ScalarForm, options: Options = {}): Field => ({
	kind: 'scalar',
	element,
	key,
	of,
	writes: 'both',
	...options,
});

export function text(
	element: string,
	key: string,
	max: number,
	options: Options & Omit<Partial<TextForm>, 'form' | 'max'> = {},
): Field {
	const { clientMax, latin, min, pattern, ...rest } = options;
	return scalar(element, key, { form: 'text', max, clientMax, latin, min, pattern }, rest);
}

export const code = (element: string, key: string, options: Options & { max?: number } = {}): Field => {
	const { max, ...rest } = options;
	return scalar(element, key, { form: 'code', max }, rest);
};

export const country = (element: string, key: string, options?: Options): Field =>
	scalar(element, key, { form: 'country' }, options);

export const date = (element: string, key: string, options?: Options): Field =>
	scalar(element, key, { form: 'date' }, options);

export const moment = (element: string, key: string, options?: Options): Field =>
	scalar(element, key, { form: 'moment' }, options);

/** Amounts that goAML's databases hold. */
const MAX_AMOUNT = 7_900_000_000_000_000;

export const decimal = (
	element: string,
	key: string,
	options: Options & { places?: number; from?: number; to?: number } = {},
): Field => {
	const { places = 13, from = -MAX_AMOUNT, to = MAX_AMOUNT, ...rest } = options;
	return scalar(element, key, { form: 'decimal', places, from, to }, rest);
};

export const whole = (element: string, key: string, from: number, to: number, options?: Options): Field =>
	scalar(element, key, { form: 'number', places: 0, from, to }, options);

export const degrees = (element: string, key: string, limit: number): Field =>
	scalar(element, key, { form: 'number', places: 8, from: -limit, to: limit });

export const flag = (element: string, key: string, options: Options & { fixed?: boolean } = {}): Field => {
	const { fixed = false, ...rest } = options;
	return scalar(element, key, { form: 'flag', fixed }, rest);
};

export const group = (
	element: string,
	key: string,
	of: () => Shape,
	options: Options & Inside = {},
): Field => ({ kind: 'group', element, key, of, writes: 'both', ...options });

/** Elements `item` inside of one element `wrapper`. */
export const wrapped = (
	wrapper: string,
	item: string,
	key: string,
	of: ScalarForm | (() => Shape),
	options: Options & Inside & { max?: number } = {},
): Field => ({ kind: 'list', element: wrapper, item, key, of, writes: 'both', max: 50, ...options });

/** Elements one after the other, without a wrapper. */
export const repeated = (
	element: string,
	key: string,
	of: ScalarForm | (() => Shape),
	options: Options & Inside & { max?: number } = {},
): Field => ({ kind: 'list', element, key, of, writes: 'both', max: 50, ...options });

export const textForm = (max: number, pattern?: RegExp): TextForm => ({ form: 'text', max, pattern });

/** Comments may be long; they also take what the schema has no place for. */
export const comments = (): Field => text('comments', 'comments', COMMENT_CHARS);

export const COMMENT_CHARS = 8_000;

/** A date that says that there is none: the schema demands dates that nobody knows. */
export const NO_DATE = '1900-01-01T00:00:00';
