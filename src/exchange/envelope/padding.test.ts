import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, paddedLength, unpad } from './padding.ts';

describe('padding', () => {
	it('gives back what was padded, and hides short lengths', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
				const padded = pad(bytes);
				expect(Buffer.from(unpad(padded) ?? []).equals(bytes)).toBe(true);
				expect(padded.length).toBeLessThanOrEqual(Math.max(1_024, (bytes.length + 4) * 1.12));
			}),
			{ seed: 2019, numRuns: 100 },
		);
		expect(paddedLength(0)).toBe(paddedLength(1_000));
		const padded = pad(Uint8Array.of(1, 2));
		padded[500] = 1;
		expect(unpad(padded)).toBeUndefined();
	});
});
