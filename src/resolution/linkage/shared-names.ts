/**
 * Values that many different names share: the e-mail of a broker, the address of an agent who registers companies.
 * In: a table. Out: for each comparison of contacts and numbers, how many different names have each value, up to a limit.
 * Writings of one name count once; without names in the table nothing is counted.
 */
import { type Comparer, MISSING } from './compare.ts';
import { levelNames } from './compare-values.ts';
import type { ComparisonKind } from './model.ts';
import type { Table } from './table.ts';
import { MANY_NAMES, type SharedNames } from './weigh.ts';

const capped: ReadonlySet<ComparisonKind> = new Set<ComparisonKind>([
	'phone',
	'email',
	'address-line',
	'identifier',
	'strong-identifier',
]);
const named: ReadonlySet<ComparisonKind> = new Set<ComparisonKind>([
	'given-name',
	'family-name',
	'other-names',
	'organisation-name',
	'object-name',
]);

/** Records looked at for one value, and names counted: more would change nothing. */
const MOST_RECORDS = 60;
const MOST_NAMES = 20;

/**
 * Counts names by value.
 * @param fewest records that a value must have to be looked at.
 */
export function countSharedNames(comparer: Comparer, table: Table, fewest: number): SharedNames[] {
	const names = comparer.plans.flatMap(({ kind }, at) => (named.has(kind) ? [at] : []));
	const levels = new Uint8Array(comparer.plans.length);
	const values = new Uint32Array(comparer.plans.length);
	const areTwo = (left: number, right: number): boolean => {
		comparer.compare(left, right, levels, values);
		let differ = false;
		for (const at of names) {
			const level = levels[at]!;
			if (level === MISSING) continue;
			if (level < levelNames[comparer.plans[at]!.kind].length - 1) return false;
			differ = true;
		}
		return differ;
	};
	return comparer.plans.map(({ kind, slots, vocabulary }): SharedNames => {
		if (!capped.has(kind) || names.length === 0) return undefined;
		const { records } = table.vocabularies[vocabulary]!;
		const counts = new Uint16Array(new SharedArrayBuffer(2 * records.length));
		let found = false;
		for (const [value, holders] of holdersOf(table, slots, records, Math.max(fewest, MANY_NAMES))) {
			const different: number[] = [];
			for (const holder of holders) {
				if (different.length >= MOST_NAMES) break;
				if (different.every((other) => areTwo(other, holder))) different.push(holder);
			}
			if (different.length < MANY_NAMES) continue;
			counts[value] = different.length;
			found = true;
		}
		return found ? counts : undefined;
	});
}

/** Records of each value that at least `fewest` have. */
function holdersOf(
	table: Table,
	slots: readonly number[],
	records: Uint32Array,
	fewest: number,
): Map<number, number[]> {
	const holders = new Map<number, number[]>();
	for (const slot of slots) {
		const { starts, ids } = table.slots[slot]!;
		for (let row = 0; row < table.size; row++) {
			for (let at = starts[row]!; at < starts[row + 1]!; at++) {
				const id = ids[at]!;
				if (records[id]! < fewest) continue;
				const own = holders.get(id);
				if (!own) holders.set(id, [row]);
				else if (own.length < MOST_RECORDS) own.push(row);
			}
		}
	}
	return holders;
}
