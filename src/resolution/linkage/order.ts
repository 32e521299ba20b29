/**
 * One order for the same records, however they came: by a hash of what they say, then by their keys.
 * Whatever depends on order later (ties, samples, sums of fractions) is then the same for the same records.
 */
import { mix } from './blocking-keys.ts';
import type { LinkageRecord } from './model.ts';

/** Positions of the records in that order. */
export function canonicalOrder(records: readonly LinkageRecord[]): Uint32Array {
	const hashes = Float64Array.from(records, hashOf);
	const order = Uint32Array.from(records, (_, at) => at);
	return order.sort((a, b) => {
		const difference = hashes[a]! - hashes[b]!;
		if (difference !== 0) return difference;
		const [left, right] = [records[a]!.key, records[b]!.key];
		return left < right ? -1 : left > right ? 1 : a - b;
	});
}

/** 52 bits over all values. */
function hashOf({ values }: LinkageRecord): number {
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
	return mix(high) * 1_048_576 + (mix(low) >>> 12);
}
