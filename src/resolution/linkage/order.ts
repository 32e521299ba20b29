/**
 * One order for the same records, however they came: by a hash of what they say, then by their keys.
 * Whatever depends on order later (ties, samples, sums of fractions) is then the same for the same records.
 */
import { mix } from './blocking-keys.ts';
import { sortByKey } from './candidates.ts';
import type { LinkageRecord } from './model.ts';

/** Positions of the records in that order. */
export function canonicalOrder(records: readonly LinkageRecord[]): Uint32Array {
	const high = new Uint32Array(records.length);
	const low = new Uint32Array(records.length);
	records.forEach((record, at) => {
		hashOf(record);
		high[at] = hash[0]!;
		low[at] = hash[1]!;
	});
	const [sorted, order] = sortByKey(
		high,
		Uint32Array.from(records, (_, at) => at),
	);
	for (let from = 0; from < sorted.length; ) {
		let to = from + 1;
		while (to < sorted.length && sorted[to] === sorted[from]) to++;
		if (to - from > 1) {
			order.subarray(from, to).sort((a, b) => {
				const difference = low[a]! - low[b]!;
				if (difference !== 0) return difference;
				const [left, right] = [records[a]!.key, records[b]!.key];
				return left < right ? -1 : left > right ? 1 : a - b;
			});
		}
		from = to;
	}
	return order;
}

/** Two times 32 bits over all values of the record that was hashed last. */
const hash = new Uint32Array(2);

function hashOf({ values }: LinkageRecord): void {
	let low = 0x811c9dc5 | 0;
	let high = 0x1234567 | 0;
	const add = (text: string): void => {
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			low = Math.imul(low ^ code, 0x01000193);
			high = Math.imul(high ^ code, 0x5bd1e995);
		}
		low = Math.imul(low ^ 0x1ff, 0x01000193);
		high = Math.imul(high ^ 0x1ff, 0x5bd1e995);
	};
	for (const value of values) {
		if (typeof value === 'string') add(value);
		else for (const each of value) add(each);
		add('|');
	}
	hash[0] = mix(high);
	hash[1] = mix(low);
}
