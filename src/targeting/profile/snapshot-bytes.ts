/**
 * Bytes of a snapshot: numbers and arrays of numbers, one after the other, in the byte order of the machine (a mark at the
 * beginning tells). Reading never throws: what does not fit makes the reader `failed` and gives empty arrays.
 */

type NumberArray = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

export type ByteWriter = {
	/** Any number, in eight bytes. */
	number(value: number): void;
	/** Its length, then its content. The array must not change until `bytes` was called. */
	array(values: NumberArray): void;
	text(value: string): void;
	bytes(): Uint8Array;
};

export function createByteWriter(): ByteWriter {
	const parts: Uint8Array[] = [];
	let length = 0;
	const put = (part: NumberArray): void => {
		parts.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
		length += part.byteLength;
	};
	const array = (values: NumberArray): void => {
		put(Float64Array.of(values.length));
		put(values);
	};
	return {
		number: (value) => put(Float64Array.of(value)),
		array,
		text: (value) => array(new TextEncoder().encode(value)),
		bytes() {
			const all = new Uint8Array(length);
			let at = 0;
			for (const part of parts) {
				all.set(part, at);
				at += part.length;
			}
			return all;
		},
	};
}

export type ByteReader = {
	/** True once anything was wrong; all that is read after it is empty. */
	readonly failed: boolean;
	/** True where all bytes were read and nothing was wrong. */
	readonly atEnd: boolean;
	number(): number;
	/** A whole number from 0 to `most`; anything else fails. */
	whole(most: number): number;
	/** Arrays of exactly `length` entries; a different one fails. */
	doubles(length: number): Float64Array;
	words(length: number): Uint32Array;
	integers(length: number): Int32Array;
	shorts(length: number): Uint16Array;
	octets(length: number): Uint8Array;
	/** An array of any length, up to the end. */
	rest(): Uint8Array;
	text(): string;
	fail(): void;
};

export function createByteReader(bytes: Uint8Array): ByteReader {
	let at = 0;
	let failed = false;
	const fail = (): void => {
		failed = true;
	};
	/** A copy, so that it is aligned whatever stands before it. */
	const take = (length: number): ArrayBuffer => {
		if (failed || !(length >= 0) || at + length > bytes.length) {
			fail();
			return new ArrayBuffer(0);
		}
		const copy = new Uint8Array(length);
		copy.set(bytes.subarray(at, at + length));
		at += length;
		return copy.buffer;
	};
	const number = (): number => {
		const buffer = take(8);
		return failed ? Number.NaN : new Float64Array(buffer)[0]!;
	};
	const exactly = (length: number, width: number): ArrayBuffer => {
		if (number() !== length) fail();
		return take(length * width);
	};
	const some = (): Uint8Array => {
		const length = number();
		return new Uint8Array(take(Number.isInteger(length) ? length : Number.NaN));
	};
	return {
		get failed() {
			return failed;
		},
		get atEnd() {
			return !failed && at === bytes.length;
		},
		number,
		whole(most) {
			const value = number();
			if (Number.isInteger(value) && value >= 0 && value <= most) return value;
			fail();
			return 0;
		},
		doubles: (length) => new Float64Array(exactly(length, 8)),
		words: (length) => new Uint32Array(exactly(length, 4)),
		integers: (length) => new Int32Array(exactly(length, 4)),
		shorts: (length) => new Uint16Array(exactly(length, 2)),
		octets: (length) => new Uint8Array(exactly(length, 1)),
		rest: some,
		text: () => new TextDecoder().decode(some()),
		fail,
	};
}
