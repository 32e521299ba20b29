/**
 * Records as columns of numbers: every distinct value is kept once and has a number, so that most comparisons are of integers.
 * In: fields and records. Out: slots (what a comparison looks at) over vocabularies. Number 0 is never a value.
 * Invariant: what is compared depends on the values alone; their numbers depend on the order of the records.
 */
import { readDate } from './dates.ts';
import type { FieldKind, LinkageField, LinkageRecord } from './model.ts';
import { digitsOf, normaliseNumber, normaliseText } from './normalise.ts';

export type VocabularyKind = Exclude<FieldKind, 'given-name' | 'family-name' | 'full-name'> | 'name';

/** Distinct values of one or more slots. */
export type Vocabulary = {
	readonly kind: VocabularyKind;
	readonly values: readonly string[];
	/** Records that have the value, in any of the slots. */
	readonly records: Uint32Array;
	/** Dates only: the value as YYYYMMDD. */
	readonly dates?: Uint32Array;
};

export type Slot = {
	readonly vocabulary: number;
	/** Values of record i stand from `starts[i]` to `starts[i + 1]`. */
	readonly starts: Uint32Array;
	readonly ids: Uint32Array;
};

export type Table = {
	readonly size: number;
	readonly slots: readonly Slot[];
	readonly vocabularies: readonly Vocabulary[];
};

/** Which slots a set of fields has; the same for every table of these fields. */
export type SlotPlan = {
	readonly role: 'given' | 'family' | 'other' | 'value';
	readonly vocabulary: number;
	readonly kind: VocabularyKind;
	/** Position of the field; the fields of a name have none. */
	readonly field: number;
	readonly name: string;
};

/** Slots of these fields: the three of a person's name first, where there is one, then one for each other field. */
export function planSlots(fields: readonly LinkageField[]): SlotPlan[] {
	const plans: SlotPlan[] = [];
	const vocabularies: VocabularyKind[] = [];
	if (fields.some((field) => isNameField(field.kind))) {
		vocabularies.push('name');
		for (const role of ['given', 'family', 'other'] as const) {
			plans.push({ role, vocabulary: 0, kind: 'name', field: -1, name: `${role} name` });
		}
	}
	fields.forEach(({ kind, name }, field) => {
		if (isNameField(kind)) return;
		let vocabulary = kind === 'address-line' ? vocabularies.indexOf(kind) : -1;
		if (vocabulary < 0) vocabulary = vocabularies.push(kind) - 1;
		plans.push({ role: 'value', vocabulary, kind, field, name });
	});
	return plans;
}

const isNameField = (kind: FieldKind): kind is 'given-name' | 'family-name' | 'full-name' =>
	kind === 'given-name' || kind === 'family-name' || kind === 'full-name';

type Interner = { ids: Map<string, number>; values: string[] };

function idIn(interner: Interner, value: string): number {
	let id = interner.ids.get(value);
	if (id === undefined) {
		id = interner.values.push(value) - 1;
		interner.ids.set(value, id);
	}
	return id;
}

class Growing {
	ids = new Uint32Array(new SharedArrayBuffer(4 * 1024));
	length = 0;
	push(id: number): void {
		if (this.length === this.ids.length) {
			const grown = new Uint32Array(new SharedArrayBuffer(this.ids.length * 8));
			grown.set(this.ids);
			this.ids = grown;
		}
		this.ids[this.length++] = id;
	}
}

/** Columns of these records. Memory is shared, so that threads read it without a copy. */
export function buildTable(fields: readonly LinkageField[], records: readonly LinkageRecord[]): Table {
	const plans = planSlots(fields);
	const count = plans.reduce((most, plan) => Math.max(most, plan.vocabulary + 1), 0);
	const interners: Interner[] = Array.from({ length: count }, () => ({
		ids: new Map([['', 0]]),
		values: [''],
	}));
	const columns = plans.map((plan) => ({
		plan,
		starts: new Uint32Array(new SharedArrayBuffer(4 * (records.length + 1))),
		held: new Growing(),
	}));
	const named = plans[0]?.kind === 'name';
	const reader = named ? nameReader(fields, interners[0]!) : undefined;
	const [given, family, other] = columns;
	const caches = fields.map(() => new Map<string, readonly number[]>());
	records.forEach(({ values }, row) => {
		if (reader && given && family && other) {
			const name = reader(values);
			if (name.given > 0) given.held.push(name.given);
			if (name.family > 0) family.held.push(name.family);
			for (const id of name.other) other.held.push(id);
		}
		for (const { plan, starts, held } of columns) {
			if (plan.role === 'value') {
				const value = values[plan.field] ?? '';
				if (typeof value === 'string') {
					if (value !== '') {
						for (const id of idsOf(value, plan, fields, caches, interners)) held.push(id);
					}
				} else {
					const from = held.length;
					for (const each of value) {
						for (const id of idsOf(each, plan, fields, caches, interners)) {
							if (!held.ids.subarray(from, held.length).includes(id)) held.push(id);
						}
					}
				}
			}
			starts[row + 1] = held.length;
		}
	});
	const slots = columns.map(
		({ plan, starts, held }): Slot => ({ vocabulary: plan.vocabulary, starts, ids: held.ids }),
	);
	return {
		size: records.length,
		slots,
		vocabularies: interners.map((interner, at) => {
			const kind = plans.find((plan) => plan.vocabulary === at)?.kind ?? 'text';
			const own = slots.filter((slot) => slot.vocabulary === at);
			const counts = countRecords(own, interner.values.length, records.length);
			return kind === 'date'
				? { kind, values: interner.values, records: counts, dates: Uint32Array.from(interner.values, Number) }
				: { kind, values: interner.values, records: counts };
		}),
	};
}

function idsOf(
	text: string,
	plan: SlotPlan,
	fields: readonly LinkageField[],
	caches: readonly Map<string, readonly number[]>[],
	interners: readonly Interner[],
): readonly number[] {
	const cache = caches[plan.field]!;
	const known = cache.get(text);
	if (known) return known;
	const value = comparedValue(fields[plan.field]!, text);
	const ids = value === '' ? [] : [idIn(interners[plan.vocabulary]!, value)];
	cache.set(text, ids);
	return ids;
}

/** A field's text as it is compared; empty where it says nothing. Not for the fields of a person's name. */
export function comparedValue(field: LinkageField, text: string): string {
	switch (field.kind) {
		case 'date': {
			const date = readDate(text, field.dateOrder ?? 'year-first');
			return date === 0 ? '' : String(date);
		}
		case 'phone': {
			const digits = digitsOf(text);
			return digits.length > 9 ? digits.slice(-9) : digits;
		}
		case 'email':
			return text.trim().toLowerCase();
		case 'postcode':
		case 'identifier':
		case 'strong-identifier':
			return normaliseNumber(text);
		default:
			return normaliseText(text);
	}
}

type NameIds = { given: number; family: number; other: readonly number[] };

/** Reads a person's name from all the fields that have a part of it. */
function nameReader(
	fields: readonly LinkageField[],
	interner: Interner,
): (values: LinkageRecord['values']) => NameIds {
	const at = (kind: FieldKind): number[] =>
		fields.flatMap((field, index) => (field.kind === kind ? [index] : []));
	const [givenAt, familyAt, fullAt] = [at('given-name'), at('family-name'), at('full-name')];
	const structured = givenAt.length > 0 || familyAt.length > 0;
	const normalised = new Map<string, string>();
	const clean = (text: string): string => {
		let value = normalised.get(text);
		if (value === undefined) {
			value = normaliseText(text);
			normalised.set(text, value);
		}
		return value;
	};
	const texts = (values: LinkageRecord['values'], fieldsAt: readonly number[]): string[] =>
		fieldsAt.flatMap((index) => {
			const value = values[index] ?? '';
			return typeof value === 'string' ? (value === '' ? [] : [value]) : value;
		});
	return (values) => {
		const [givens, families] = [texts(values, givenAt).map(clean), texts(values, familyAt).map(clean)];
		let given = givens[0] ?? '';
		let family = families[0] ?? '';
		const other: string[] = [];
		for (const full of texts(values, fullAt)) {
			const words = clean(full)
				.split(' ')
				.filter((word) => word !== '');
			if (!structured && given === '' && family === '' && words.length > 0) {
				const comma = full.indexOf(',');
				family = (comma > 0 ? clean(full.slice(0, comma)) : words.at(-1)) ?? '';
				const rest = comma > 0 ? clean(full.slice(comma + 1)).split(' ') : words.slice(0, -1);
				given = rest[0] ?? '';
			}
			other.push(...words);
		}
		for (const more of [...givens.slice(1), ...families.slice(1)]) other.push(...more.split(' '));
		const taken = `${given} ${family}`.split(' ');
		const rest: number[] = [];
		for (const word of other) {
			if (word === '' || taken.includes(word)) continue;
			const id = idIn(interner, word);
			if (!rest.includes(id)) rest.push(id);
		}
		return {
			given: given === '' ? 0 : idIn(interner, given),
			family: family === '' ? 0 : idIn(interner, family),
			other: rest,
		};
	};
}

function countRecords(slots: readonly Slot[], values: number, size: number): Uint32Array {
	const counts = new Uint32Array(new SharedArrayBuffer(4 * values));
	const seen = new Int32Array(values).fill(-1);
	for (let row = 0; row < size; row++) {
		for (const { starts, ids } of slots) {
			for (let at = starts[row]!; at < starts[row + 1]!; at++) {
				const id = ids[at]!;
				if (seen[id] === row) continue;
				seen[id] = row;
				counts[id]!++;
			}
		}
	}
	return counts;
}
