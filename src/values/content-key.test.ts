import { describe, expect, it } from 'vitest';
import { contentKey, lookupKey } from './content-key.ts';

describe('keys of content', () => {
	it('are the same for the same text, for ever', () => {
		expect(contentKey('container\u0000CSQU3054383')).toBe('ff3880f9-ef55-615e-1e13-72b8140de92c');
		expect(lookupKey('container\u0000CSQU3054383')).toBe(lookupKey('container\u0000CSQU3054383'));
	});

	it('of half a million similar texts collide no more than chance has them', () => {
		const seen = new Set<number>();
		const texts = 500_000;
		for (let at = 0; at < texts; at++) {
			const key = lookupKey(`container\u0000MSKU${String(at).padStart(7, '0')}`);
			expect(key >= 0 && Number.isSafeInteger(key)).toBe(true);
			seen.add(key);
		}
		// 1.4e-5 collisions are expected among so many of 2^53.
		expect(texts - seen.size).toBeLessThanOrEqual(1);
	});
});
