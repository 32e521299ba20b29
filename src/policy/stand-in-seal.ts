/** A seal for tests: its bytes differ from what is sealed, and it opens nothing else. No secret is safe with it. */
import type { FactorSeal } from './second-factor.ts';

const MARK = Buffer.from('sealed');
const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);

export const standInSeal: FactorSeal = {
	seal: (bytes) => Buffer.concat([MARK, turn(bytes)]),
	open: (sealed) =>
		MARK.equals(sealed.subarray(0, MARK.length)) ? turn(sealed.subarray(MARK.length)) : undefined,
};
