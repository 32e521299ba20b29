/**
 * Records as columns of numbers: every distinct value is kept once and has a number, so that most comparisons are of integers.
 * In: fields and records. Out: slots (what a comparison looks at) over vocabularies. Number 0 is never a value.
 * Invariant: what is compared depends on the values alone; their numbers depend on the order of the records.
 */
import { toLatin } from '../../names/script/to-latin.ts';
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
	/** First value of each slot, 0 where there is none, record after record: what most comparisons need lies together. */
	readonly firsts: Uint32Array;
	/** For each slot whether some record has more than one value. */
	readonly several: readonly boolean[];
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

/** Fields that together are a person's name. */
export const isNameField = (kind: FieldKind): kind is 'given-name' | 'family-name' | 'full-name' =>
	kind === 'given-name' || kind === 'family-name' || kind === 'full-name';

const latinOf = (text: string): string => toLatin(normaliseText(text));

/** Numbers of texts as written and as compared; a text as compared is written for itself. */
type Interner = { ids: Map<string, number>; values: string[] };

/** Number of a text; 0 where it says nothing. */
function idIn(interner: Interner, text: string, compared: (text: string) => string): number {
	const known = interner.ids.get(text);
	if (known !== undefined) return known;
	const value = compared(text);
	let id = interner.ids.get(value);
	if (id === undefined) {
		id = interner.values.push(value) - 1;
		interner.ids.set(value, id);
	}
	if (value !== text) interner.ids.set(text, id);
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

/**
 * Columns of these records. Memory is shared, so that threads read it without a copy.
 * @param order positions of the records in the order that the table shall have; they are read as they come, which is faster.
 */
export function buildTable(
	fields: readonly LinkageField[],
	records: readonly LinkageRecord[],
	order?: Uint32Array,
): Table {
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
	const valued = columns.flatMap(({ plan, held }) => {
		const field = fields[plan.field];
		if (plan.role !== 'value' || !field) return [];
		const compared = (text: string): string => comparedValue(field, text);
		return [{ held, at: plan.field, compared, interner: interners[plan.vocabulary]! }];
	});
	for (let row = 0; row < records.length; row++) {
		const { values } = records[row]!;
		if (reader && given && family && other) reader(values, given.held, family.held, other.held);
		for (const { held, at, compared, interner } of valued) {
			const value = values[at] ?? '';
			if (typeof value === 'string') {
				const id = idIn(interner, value, compared);
				if (id > 0) held.push(id);
				continue;
			}
			const from = held.length;
			for (const each of value) {
				const id = idIn(interner, each, compared);
				if (id > 0 && !held.ids.subarray(from, held.length).includes(id)) held.push(id);
			}
		}
		for (const { starts, held } of columns) starts[row + 1] = held.length;
	}
	const slots = columns.map(
		({ plan, starts, held }): Slot => ({
			vocabulary: plan.vocabulary,
			...(order ? arrange(starts, held.ids, order) : { starts, ids: held.ids }),
		}),
	);
	const firsts = new Uint32Array(new SharedArrayBuffer(4 * records.length * slots.length));
	const several = slots.map(({ starts, ids }, slot) => {
		let most = 0;
		for (let row = 0; row < records.length; row++) {
			const count = starts[row + 1]! - starts[row]!;
			if (count > 0) firsts[row * slots.length + slot] = ids[starts[row]!]!;
			most = Math.max(most, count);
		}
		return most > 1;
	});
	return {
		size: records.length,
		slots,
		firsts,
		several,
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
			return text.replace(/\s+/g, '').toLowerCase();
		case 'postcode':
		case 'identifier':
			return normaliseNumber(text);
		case 'strong-identifier':
			return text.split(':').map(normaliseNumber).join(':');
		case 'organisation-name':
		case 'object-name':
			return normaliseText(text);
		default:
			return latinOf(text);
	}
}

type NameReader = (values: LinkageRecord['values'], given: Growing, family: Growing, other: Growing) => void;

/** Reads a person's name from all the fields that have a part of it. */
function nameReader(fields: readonly LinkageField[], interner: Interner): NameReader {
	const at = (kind: FieldKind): number[] =>
		fields.flatMap((field, index) => (field.kind === kind ? [index] : []));
	const [givenAt, familyAt, fullAt] = [at('given-name'), at('family-name'), at('full-name')];
	const idOf = (text: string): number => idIn(interner, text, latinOf);
	const words = new Map<string, readonly number[]>();
	const wordsOf = (text: string): readonly number[] => {
		let ids = words.get(text);
		if (ids === undefined) {
			const clean = latinOf(text);
			ids = clean === '' ? [] : clean.split(' ').map(idOf);
			words.set(text, ids);
		}
		return ids;
	};
	const texts = (values: LinkageRecord['values'], fieldsAt: readonly number[]): readonly string[] => {
		const [first] = fieldsAt;
		const only = first === undefined ? '' : (values[first] ?? '');
		if (fieldsAt.length <= 1) return typeof only === 'string' ? (only === '' ? [] : [only]) : only;
		return fieldsAt.flatMap((index) => {
			const value = values[index] ?? '';
			return typeof value === 'string' ? (value === '' ? [] : [value]) : value;
		});
	};
	return (values, given, family, other) => {
		const [givens, families, fulls] = [
			texts(values, givenAt),
			texts(values, familyAt),
			texts(values, fullAt),
		];
		let givenId = idOf(givens[0] ?? '');
		let familyId = idOf(families[0] ?? '');
		const rest: number[] = [];
		for (const full of fulls) {
			const ids = wordsOf(full);
			if (givenId === 0 && familyId === 0 && ids.length > 0) {
				const comma = full.indexOf(',');
				familyId = comma > 0 ? idOf(full.slice(0, comma)) : ids.at(-1)!;
				const before = comma > 0 ? wordsOf(full.slice(comma + 1)) : ids.slice(0, -1);
				givenId = before[0] ?? 0;
			}
			rest.push(...ids);
		}
		for (const more of givens.slice(1)) rest.push(...wordsOf(more));
		for (const more of families.slice(1)) rest.push(...wordsOf(more));
		if (givenId > 0) given.push(givenId);
		if (familyId > 0) family.push(familyId);
		if (rest.length === 0) return;
		const taken = [givenId, familyId, ...[...givens.slice(0, 1), ...families.slice(0, 1)].flatMap(wordsOf)];
		const from = other.length;
		for (const id of rest) {
			if (!taken.includes(id) && !other.ids.subarray(from, other.length).includes(id)) other.push(id);
		}
	};
}

/** Values of records in another order. */
function arrange(starts: Uint32Array, ids: Uint32Array, order: Uint32Array): Pick<Slot, 'starts' | 'ids'> {
	const arranged = {
		starts: new Uint32Array(new SharedArrayBuffer(4 * starts.length)),
		ids: new Uint32Array(new SharedArrayBuffer(4 * starts[starts.length - 1]!)),
	};
	let length = 0;
	order.forEach((record, row) => {
		for (let at = starts[record]!; at < starts[record + 1]!; at++) arranged.ids[length++] = ids[at]!;
		arranged.starts[row + 1] = length;
	});
	return arranged;
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
