/**
 * How a table of facts becomes the variables of a condition. In: rows of type, title and how each is read. Out: a class
 * whose getters read lazily. Invariant: a fact is never undefined; unknown is NaN, "", false or an empty list.
 */

export type FactType = 'double' | 'string' | 'bool' | 'list<string>' | 'list<double>';
export type FactValue = number | string | boolean | readonly string[] | readonly number[];

export type Fact<Source> = {
	readonly type: FactType;
	readonly title: string;
	readonly read: (source: Source) => FactValue;
};

const NOTHING: readonly string[] = Object.freeze([]);

/** A number; NaN where it is not known. */
export const number = <Source>(
	title: string,
	read: (source: Source) => number | undefined,
): Fact<Source> => ({ type: 'double', title, read: (source) => read(source) ?? Number.NaN });

/** A number that is declared as exact decimal text. */
export const decimal = <Source>(
	title: string,
	read: (source: Source) => string | undefined,
): Fact<Source> => ({ type: 'double', title, read: (source) => numberOf(read(source)) });

export const text = <Source>(title: string, read: (source: Source) => string | undefined): Fact<Source> => ({
	type: 'string',
	title,
	read: (source) => read(source) ?? '',
});

export const flag = <Source>(title: string, read: (source: Source) => boolean | undefined): Fact<Source> => ({
	type: 'bool',
	title,
	read: (source) => read(source) ?? false,
});

export const texts = <Source>(
	title: string,
	read: (source: Source) => readonly string[] | undefined,
): Fact<Source> => ({ type: 'list<string>', title, read: (source) => read(source) ?? NOTHING });

/** NaN for what is not a number. */
export function numberOf(value: string | undefined): number {
	return value === undefined || value === '' ? Number.NaN : Number(value);
}

/** What is answered where a fact is not known. */
export function unknownOf(type: FactType): FactValue {
	switch (type) {
		case 'double':
			return Number.NaN;
		case 'string':
			return '';
		case 'bool':
			return false;
		default:
			return NOTHING;
	}
}

/** Facts about one kind of thing, as the language and its documentation see them. */
export type FactKind = {
	/** Name of the type in the language. */
	readonly name: string;
	readonly facts: Readonly<Record<string, { readonly type: FactType; readonly title: string }>>;
	/** The class of all views, for the language to know them by. */
	readonly view: new (
		source: never,
	) => object;
	/** A view that knows what it is told and nothing else, for the tests of a rule. */
	made(values: ReadonlyMap<string, FactValue>): object;
};

/** A kind that can also be seen in a source. */
export type ReadableKind<Source> = FactKind & { of(source: Source): object };

/** Makes the class of views from the table. */
export function factKind<Source>(
	name: string,
	facts: Readonly<Record<string, Fact<Source>>>,
): ReadableKind<Source> {
	class View {
		readonly source: Source;
		constructor(source: Source) {
			this.source = source;
		}
	}
	for (const [key, { read }] of Object.entries(facts))
		Object.defineProperty(View.prototype, key, {
			get(this: View) {
				return read(this.source);
			},
		});
	return {
		name,
		facts,
		view: View,
		of: (source) => new View(source),
		made(values) {
			const view = Object.create(View.prototype);
			for (const [key, { type }] of Object.entries(facts))
				Object.defineProperty(view, key, { value: values.get(key) ?? unknownOf(type) });
			return view;
		},
	};
}
