/**
 * Two records of a table held against each other: a level for each comparison. Pure but for the cache of value pairs.
 * Symmetric, and independent of the order in which records came.
 */
import { compareNames } from '../../names/compare-names.ts';
import { prepareName } from '../../names/prepare-name.ts';
import type { PreparedName } from '../../names/prepared-name.ts';
import {
	crossedNameLevel,
	dateLevel,
	EMAIL_DIFFERENT,
	EMAIL_SAME_LOCAL,
	levelNames,
	MISSING,
	NAME_CROSSED_NEAR,
	NAME_CROSSED_SAME,
	NAME_DIFFERENT,
	NAME_NEAR,
	NAME_SIMILAR,
	nameLevel,
	valueLevel,
	wholeNameLevel,
} from './compare-values.ts';
import type { ComparisonKind, LinkageField } from './model.ts';
import { isNameField, planSlots, type Table, type Vocabulary } from './table.ts';

export { MISSING } from './compare-values.ts';

/** What is compared, and on which slots. */
export type ComparisonPlan = {
	readonly name: string;
	readonly kind: ComparisonKind;
	/** Positions of slots. */
	readonly slots: readonly number[];
	/** Positions of the fields that it looks at. */
	readonly fields: readonly number[];
	readonly vocabulary: number;
};

/** Comparisons of these fields; the same for every table of these fields. */
export function planComparisons(fields: readonly LinkageField[]): ComparisonPlan[] {
	const slots = planSlots(fields);
	const lines = slots.flatMap((slot, at) => (slot.kind === 'address-line' ? [at] : []));
	const ofNames = fields.flatMap(({ kind }, at) => (isNameField(kind) ? [at] : []));
	const kinds = { given: 'given-name', family: 'family-name', other: 'other-names' } as const;
	return slots.flatMap(({ role, kind, name, field, vocabulary }, at): ComparisonPlan[] => {
		if (role !== 'value') {
			return [
				{
					name,
					kind: kinds[role],
					slots: role === 'given' ? [at, at + 1, at + 2] : [at],
					fields: ofNames,
					vocabulary,
				},
			];
		}
		if (kind === 'name') return [];
		// Lines that may be swapped are compared together, by the first of them.
		return [{ name, kind, slots: kind === 'address-line' ? lines : [at], fields: [field], vocabulary }];
	});
}

export type Comparer = {
	readonly plans: readonly ComparisonPlan[];
	/**
	 * @param levels one for each comparison: a level, or `MISSING`.
	 * @param values for each comparison the number of the value that both agree on, or that is the commoner of the two.
	 */
	compare(left: number, right: number, levels: Uint8Array, values: Uint32Array): void;
};

const MOST_CACHE_BITS = 18;

/** Levels of pairs of values, by their numbers; an entry gives way to a later one of the same place. */
class LevelCache {
	readonly #values: number;
	readonly #shift: number;
	readonly #keys: Float64Array;
	readonly #levels: Uint8Array;
	readonly #compute: (low: number, high: number) => number;
	/** @param values how many there are; 0: what is computed is not worth keeping. */
	constructor(values: number, compute: (low: number, high: number) => number) {
		const bits = Math.min(MOST_CACHE_BITS, Math.max(1, 2 * Math.ceil(Math.log2(values + 1))));
		this.#values = values;
		this.#shift = 32 - bits;
		this.#keys = new Float64Array(2 ** bits);
		this.#levels = new Uint8Array(2 ** bits);
		this.#compute = compute;
	}
	level(a: number, b: number): number {
		if (this.#values === 0) return this.#compute(a, b);
		const low = Math.min(a, b);
		const high = Math.max(a, b);
		const key = low * 4_294_967_296 + high;
		const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> this.#shift;
		if (this.#keys[place] === key) return this.#levels[place]!;
		const level = this.#compute(low, high);
		this.#keys[place] = key;
		this.#levels[place] = level;
		return level;
	}
}

/** Opens a comparer of a table of these fields. */
export function openComparer(fields: readonly LinkageField[], table: Table): Comparer {
	const plans = planComparisons(fields);
	const caches = table.vocabularies.map(
		(each) => new LevelCache(isWorthKeeping(each) ? each.values.length : 0, levelsOf(each)),
	);
	const steps = plans.map((plan, at) => {
		const cache = caches[plan.vocabulary]!;
		if (plan.kind === 'given-name') {
			const { values } = table.vocabularies[plan.vocabulary]!;
			const crossings = new LevelCache(values.length, (a, b) => crossedNameLevel(values[a]!, values[b]!));
			return nameStep(table, plan, at, cache, crossings);
		}
		if (plan.kind === 'family-name' || plan.kind === 'other-names') return undefined;
		if (plan.kind === 'address-line') {
			if (plans.findIndex((other) => other.kind === 'address-line') !== at) return undefined;
			return plan.slots.length === 2
				? linesStep(table, plan, at, cache)
				: valueStepOf(table, plan, at, cache);
		}
		return valueStepOf(table, plan, at, cache);
	});
	const ready = [...steps, ...plans.map(explainedStep)].filter((step) => step !== undefined);
	return {
		plans,
		compare(left, right, levels, values) {
			for (const step of ready) step(left, right, levels, values);
		},
	};
}

/** More different values than this hardly ever meet a second time. */
const MANY_VALUES = 200_000;

/** Whether a level is dearer than looking it up, and is asked for again. */
const isWorthKeeping = ({ kind, values }: Vocabulary): boolean =>
	values.length < MANY_VALUES &&
	kind !== 'date' &&
	kind !== 'phone' &&
	kind !== 'postcode' &&
	kind !== 'house-number' &&
	kind !== 'identifier';

/** How two different values of a vocabulary are compared. */
function levelsOf({ kind, values, dates }: Vocabulary): (a: number, b: number) => number {
	if (kind === 'name') return (a, b) => nameLevel(values[a]!, values[b]!);
	if (dates) return (a, b) => dateLevel(dates[a]!, dates[b]!);
	if (kind === 'organisation-name' || kind === 'object-name') {
		const prepared: PreparedName[] = [];
		const nameOf = (id: number): PreparedName => {
			let name = prepared[id];
			if (name === undefined) {
				name = prepareName(values[id]!, kind === 'object-name' ? 'object' : 'organisation');
				prepared[id] = name;
			}
			return name;
		};
		return (a, b) => wholeNameLevel(compareNames(nameOf(a), nameOf(b)));
	}
	return (a, b) => valueLevel(kind, values[a]!, values[b]!);
}

type Step = (left: number, right: number, levels: Uint8Array, values: Uint32Array) => void;

/**
 * People of one name have one local part at many providers: where the names agree, it says nothing more, and the domains differ.
 * Runs after the names were compared.
 */
function explainedStep(plan: ComparisonPlan, at: number, plans: readonly ComparisonPlan[]): Step | undefined {
	const names = plans.findIndex(({ kind }) => kind === 'given-name');
	if (plan.kind !== 'email' || names < 0) return undefined;
	return (_left, _right, levels) => {
		if (levels[at] !== EMAIL_SAME_LOCAL) return;
		if (levels[names]! < NAME_DIFFERENT || levels[names + 1]! < NAME_DIFFERENT) levels[at] = EMAIL_DIFFERENT;
	};
}

/** Of two values the one that more records have; of equals always the same one. */
function commoner({ records, values }: Vocabulary, a: number, b: number): number {
	if (records[a] !== records[b]) return records[a]! > records[b]! ? a : b;
	return values[a]! > values[b]! ? a : b;
}

/** Best level over all pairs of values of one slot. */
function valueStepOf(table: Table, plan: ComparisonPlan, at: number, cache: LevelCache): Step {
	const slot = plan.slots[0]!;
	const known = table.vocabularies[plan.vocabulary]!;
	const counts = known.records;
	const { firsts } = table;
	const width = table.slots.length;
	const lowest = levelNames[plan.kind].length - 1;
	const single: Step = (left, right, levels, values) => {
		const a = firsts[left * width + slot]!;
		const b = firsts[right * width + slot]!;
		values[at] = a;
		if (a === 0 || b === 0) {
			levels[at] = MISSING;
		} else if (a === b) {
			levels[at] = 0;
		} else {
			const level = cache.level(a, b);
			levels[at] = level;
			if (level < lowest) values[at] = commoner(known, a, b);
		}
	};
	if (!table.several[slot]) return single;
	const { starts, ids } = table.slots[slot]!;
	return (left, right, levels, values) => {
		let best = MISSING;
		let value = 0;
		for (let i = starts[left]!; i < starts[left + 1]!; i++) {
			const a = ids[i]!;
			for (let j = starts[right]!; j < starts[right + 1]!; j++) {
				const b = ids[j]!;
				const level = a === b ? 0 : cache.level(a, b);
				const common = commoner(known, a, b);
				if (level < best || (level === best && counts[common]! < counts[value]!)) {
					best = level;
					value = common;
				}
			}
		}
		levels[at] = best;
		values[at] = value;
	};
}

const LINE_CROSSED_SAME = levelNames['address-line'].indexOf('crossed same');
const LINE_CROSSED_NEAR = levelNames['address-line'].indexOf('crossed near');
const LINE_DIFFERENT = levelNames['address-line'].length - 1;

/** Two address lines, straight or crossed, whichever agrees better. */
function linesStep(table: Table, plan: ComparisonPlan, at: number, cache: LevelCache): Step {
	const [first, second] = [plan.slots[0]!, plan.slots[1]!];
	const known = table.vocabularies[plan.vocabulary]!;
	const width = table.slots.length;
	const one = (slot: number, row: number): number => table.firsts[row * width + slot]!;
	const level = (a: number, b: number): number =>
		a === 0 || b === 0 ? MISSING : a === b ? 0 : cache.level(a, b);
	const common = (a: number, b: number): number => commoner(known, a, b);
	const crossedOf = (found: number): number =>
		found === 0
			? LINE_CROSSED_SAME
			: found <= 2
				? LINE_CROSSED_NEAR
				: found === MISSING
					? MISSING
					: LINE_DIFFERENT;
	const good = (found: number): number => (found === 0 ? 3 : found === 1 ? 2 : found === 2 ? 1 : 0);
	return (left, right, levels, values) => {
		const [a1, a2, b1, b2] = [one(first, left), one(second, left), one(first, right), one(second, right)];
		const [s1, s2] = [level(a1, b1), level(a2, b2)];
		levels[at] = s1;
		levels[at + 1] = s2;
		values[at] = common(a1, b1);
		values[at + 1] = common(a2, b2);
		if (good(s1) + good(s2) >= 3) return;
		const [c1, c2] = [level(a1, b2), level(a2, b1)];
		if (good(c1) + good(c2) <= good(s1) + good(s2) || good(c1) + good(c2) < 2) return;
		const swap = c1 > c2 || (c1 === c2 && common(common(a1, b2), common(a2, b1)) === common(a1, b2));
		levels[at] = crossedOf(swap ? c2 : c1);
		levels[at + 1] = crossedOf(swap ? c1 : c2);
		values[at] = swap ? common(a2, b1) : common(a1, b2);
		values[at + 1] = swap ? common(a1, b2) : common(a2, b1);
	};
}

/** Given, family and other names: straight or crossed, and what else of one name is found in the other. */
function nameStep(
	table: Table,
	plan: ComparisonPlan,
	at: number,
	cache: LevelCache,
	crossings: LevelCache,
): Step {
	const other = table.slots[plan.slots[2]!]!;
	const known = table.vocabularies[plan.vocabulary]!;
	const counts = known.records;
	const level = (a: number, b: number): number =>
		a === 0 || b === 0 ? MISSING : a === b ? 0 : cache.level(a, b);
	const crossing = (a: number, b: number): number =>
		a === 0 || b === 0 ? MISSING : a === b ? 0 : crossings.level(a, b);
	const common = (a: number, b: number): number => commoner(known, a, b);
	const strength = (found: number): number =>
		found === 0 ? 6 : found === NAME_NEAR ? 5 : found === NAME_SIMILAR ? 3 : found === 3 ? 2 : 0;
	/** Best crossed level of a name among the other names of the other record. */
	const among = (id: number, row: number): number => {
		if (id === 0) return MISSING;
		let best = MISSING;
		for (let i = other.starts[row]!; i < other.starts[row + 1]!; i++) {
			const found = crossing(id, other.ids[i]!);
			if (found < best) best = found;
		}
		return best;
	};
	const crossed = (found: number): number =>
		found === 0 ? NAME_CROSSED_SAME : found <= NAME_SIMILAR ? NAME_CROSSED_NEAR : NAME_DIFFERENT;
	const settle = (
		slot: number,
		a: number,
		b: number,
		left: number,
		right: number,
		levels: Uint8Array,
		values: Uint32Array,
		straight: number,
	): void => {
		levels[at + slot] = straight;
		values[at + slot] = common(a, b);
		if (straight < 3 || !hasOthers) return;
		const [mine, yours] = [among(a, right), among(b, left)];
		const isMine = mine < yours || (mine === yours && commoner(known, a, b) === b);
		const better = isMine ? mine : yours;
		if (better > NAME_NEAR) return;
		levels[at + slot] = crossed(better);
		values[at + slot] = isMine ? a : b;
	};
	const width = table.slots.length;
	const { firsts } = table;
	const [givenSlot, familySlot] = [plan.slots[0]!, plan.slots[1]!];
	const hasOthers = other.ids.length > 0 && other.starts[table.size]! > 0;
	return (left, right, levels, values) => {
		const ga = firsts[left * width + givenSlot]!;
		const fa = firsts[left * width + familySlot]!;
		const gb = firsts[right * width + givenSlot]!;
		const fb = firsts[right * width + familySlot]!;
		const straightGiven = level(ga, gb);
		const straightFamily = level(fa, fb);
		const straight = strength(straightGiven) + strength(straightFamily);
		let turned = false;
		if (straight < 6) {
			const x = crossing(ga, fb);
			const y = crossing(fa, gb);
			if (strength(x) + strength(y) > Math.max(straight, 4)) {
				turned = true;
				// The rarer agreement counts as the family name's, so that the result does not depend on the side.
				const [xValue, yValue] = [common(ga, fb), common(fa, gb)];
				const xFirst = x < y || (x === y && commoner(known, xValue, yValue) === yValue);
				levels[at + 1] = crossed(xFirst ? x : y);
				values[at + 1] = xFirst ? xValue : yValue;
				const restLevel = xFirst ? y : x;
				levels[at] = restLevel === MISSING ? MISSING : crossed(restLevel);
				values[at] = xFirst ? yValue : xValue;
			}
		}
		if (!turned) {
			settle(0, ga, gb, left, right, levels, values, straightGiven);
			settle(1, fa, fb, left, right, levels, values, straightFamily);
		}
		let best = MISSING;
		let value = 0;
		for (let i = other.starts[left]!; i < other.starts[left + 1]!; i++) {
			const a = other.ids[i]!;
			for (let j = other.starts[right]!; j < other.starts[right + 1]!; j++) {
				const b = other.ids[j]!;
				const found = a === b ? 0 : cache.level(a, b) === NAME_NEAR ? 1 : 2;
				const shared = common(a, b);
				if (found < best || (found === best && counts[shared]! < counts[value]!)) {
					best = found;
					value = shared;
				}
			}
		}
		levels[at + 2] = best;
		values[at + 2] = value;
	};
}
