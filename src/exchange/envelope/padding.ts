/**
 * Padding, so that the length of a ciphertext says little of what is in it. Padmé (Nikitin et al., PETS 2019): at most 12 % longer,
 * and only O(log log n) bits of the length leak; small messages are all 1 KiB. Four bytes of length, the bytes, zeros.
 */

const LEAST = 1_024;
const PREFIX = 4;

/** Length to which so many bytes are padded, prefix included. */
export function paddedLength(bytes: number): number {
	const length = Math.max(LEAST, bytes + PREFIX);
	const exponent = Math.floor(Math.log2(length));
	const kept = Math.floor(Math.log2(exponent)) + 1;
	const step = 2 ** Math.max(0, exponent - kept);
	return Math.ceil(length / step) * step;
}

export function pad(bytes: Uint8Array): Uint8Array {
	const padded = Buffer.alloc(paddedLength(bytes.length));
	padded.writeUInt32BE(bytes.length);
	padded.set(bytes, PREFIX);
	return padded;
}

/** @returns undefined where it was not padded so: wrong length, or something other than zeros behind the end. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
	if (padded.length < LEAST) return undefined;
	const buffer = Buffer.from(padded.buffer, padded.byteOffset, padded.byteLength);
	const length = buffer.readUInt32BE(0);
	if (paddedLength(length) !== padded.length) return undefined;
	for (let at = PREFIX + length; at < buffer.length; at++) if (buffer[at] !== 0) return undefined;
	return buffer.subarray(PREFIX, PREFIX + length);
}
