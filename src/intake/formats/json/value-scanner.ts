/**
 * Cuts a stream of bytes into JSON values without parsing them: the elements of one array, the elements of `records`
 * in an envelope, JSON lines, or values one after another (pretty-printed). Works on bytes, because every structural
 * character of JSON is ASCII and never part of a longer UTF-8 sequence (RFC 8259).
 * A broken value ends where the next one visibly begins, so that one bad record costs one record.
 */
import {
	BACKSLASH,
	CLOSE_BRACE,
	CLOSE_BRACKET,
	COLON,
	COMMA,
	isSpace,
	measure,
	NEWLINE,
	OPEN_BRACE,
	OPEN_BRACKET,
	QUOTE,
	RETURN,
	SEPARATOR,
	SPACE,
	TAB,
} from './structural-bytes.ts';

/** One value, or what stands where a value was expected. */
export type ScannedValue = {
	/** The bytes of the value; empty where `fault` is `too-large`. */
	bytes: Uint8Array;
	/** 1-based line of its first byte. */
	line: number;
	/** Bytes before it in the submission. */
	offset: number;
	fault?: 'too-large' | 'too-deep' | 'too-many' | 'broken' | 'truncated';
};

export type ScannerLimits = {
	maxDepth: number;
	maxValueBytes: number;
	/** Objects and lists in one value: parsed, an empty one takes twenty times its two bytes. */
	maxContainers: number;
};

export type ValueScanner = {
	push(chunk: Uint8Array, take: (value: ScannedValue) => void): void;
	end(take: (value: ScannedValue) => void): void;
};

const RECORDS_KEY = 'records';

/**
 * `start` nothing seen · `first` inside a first object, which may turn out an envelope · `lines` one value a line ·
 * `values` objects one after another · `elements` between or inside elements of an array · `envelope` inside an
 * envelope but outside its `records`.
 */
type Mode = 'start' | 'first' | 'lines' | 'values' | 'elements' | 'envelope';

/**
 * Opens a scanner. Depth counts from the value itself: a record with an array of objects in it has depth 3.
 * Memory is bounded by one value of `maxValueBytes`.
 */
export function openValueScanner(limits: ScannerLimits): ValueScanner {
	let mode: Mode = 'start';
	let inEnvelope = false;
	/** Bytes and lines before the chunk at hand, and lines up to the byte at hand. */
	let chunkOffset = 0;
	let line = 1;

	/** The value being collected: bytes from earlier chunks, and where it began. */
	let inValue = false;
	let scalar = false;
	let parts: Uint8Array[] = [];
	let partBytes = 0;
	let valueLine = 1;
	let valueOffset = 0;
	let deepest = 0;
	let containers = 0;
	let damaged = false;

	let inString = false;
	let escaped = false;
	/** Open braces and brackets inside the value; kinds are kept as deep as the limit allows. */
	let depth = 0;
	const kinds = new Uint8Array(limits.maxDepth + 2);
	let lastSignificant = 0;
	let newlineSince = false;

	/** For the envelope: the last string at its top level, as far as it can be the key. */
	let key = '';
	let keyPending = false;

	function begin(at: number, byte: number): void {
		inValue = true;
		parts = [];
		partBytes = 0;
		valueLine = line;
		valueOffset = chunkOffset + at;
		deepest = 0;
		containers = 0;
		depth = 0;
		damaged = false;
		inString = false;
		escaped = false;
		lastSignificant = 0;
		newlineSince = false;
		key = '';
		keyPending = false;
		scalar = byte !== OPEN_BRACE && byte !== OPEN_BRACKET;
	}

	function keep(part: Uint8Array): void {
		partBytes += part.length;
		// Copied, because the caller may reuse its chunk.
		if (partBytes <= limits.maxValueBytes) parts.push(Buffer.from(part));
		else parts = [];
	}

	function finish(last: Uint8Array, take: (value: ScannedValue) => void, truncated = false): void {
		inValue = false;
		const size = partBytes + last.length;
		const value: ScannedValue = { bytes: last, line: valueLine, offset: valueOffset };
		if (size > limits.maxValueBytes) {
			value.bytes = new Uint8Array(0);
			value.fault = 'too-large';
		} else {
			if (parts.length > 0) value.bytes = Buffer.concat([...parts, last]);
			if (truncated) value.fault = 'truncated';
			else if (deepest > limits.maxDepth) value.fault = 'too-deep';
			else if (containers > limits.maxContainers) value.fault = 'too-many';
			else if (damaged) value.fault = 'broken';
		}
		parts = [];
		partBytes = 0;
		take(value);
	}

	/** Closes brace or bracket; one that does not match closes whatever stands open inside its partner. */
	function close(byte: number): void {
		if (depth > limits.maxDepth) {
			depth--;
			return;
		}
		const partner = byte === CLOSE_BRACE ? OPEN_BRACE : OPEN_BRACKET;
		if (kinds[depth] === partner) {
			depth--;
			return;
		}
		damaged = true;
		for (let at = depth; at > 0; at--) {
			if (kinds[at] === partner) {
				depth = at - 1;
				return;
			}
		}
	}

	/** True where `{` cannot stand by the grammar and a new line has begun: the value before it was cut short. */
	function startsAnew(): boolean {
		if (!newlineSince || depth === 0 || depth > limits.maxDepth) return false;
		if (lastSignificant === COLON || lastSignificant === OPEN_BRACKET) return false;
		return !(lastSignificant === COMMA && kinds[depth] === OPEN_BRACKET);
	}

	/** Scans inside a value from `from`; answers where to go on. */
	function scanValue(chunk: Uint8Array, from: number, take: (value: ScannedValue) => void): number {
		const start = valueOffset >= chunkOffset ? valueOffset - chunkOffset : 0;
		const length = chunk.length;
		for (let i = from; i < length; i++) {
			const byte = chunk[i] as number;
			if (inString) {
				if (escaped) {
					escaped = false;
					continue;
				}
				const textFrom = i;
				let at = byte;
				while (at !== QUOTE && at !== BACKSLASH && at !== NEWLINE && ++i < length) at = chunk[i] as number;
				if (keyPending && depth === 1 && key.length <= RECORDS_KEY.length) {
					const most = textFrom + RECORDS_KEY.length + 1 - key.length;
					key += String.fromCharCode(...chunk.subarray(textFrom, Math.min(i, most)));
				}
				if (i === length) break;
				if (at === BACKSLASH) escaped = true;
				else if (at === QUOTE) {
					inString = false;
					lastSignificant = QUOTE;
				} else {
					// No JSON string holds a raw line break: the string was never closed.
					inString = false;
					damaged = true;
					if (mode === 'first' && valueLine === line) {
						finish(chunk.subarray(start, i), take);
						mode = 'lines';
						return i;
					}
					line++;
					newlineSince = true;
				}
				continue;
			}
			switch (byte) {
				case SPACE:
				case RETURN:
				case TAB:
				case SEPARATOR:
					if (scalar && depth === 0 && mode !== 'elements') {
						finish(chunk.subarray(start, i), take);
						return i;
					}
					continue;
				case NEWLINE:
					if (scalar && depth === 0) {
						finish(chunk.subarray(start, i), take);
						return i;
					}
					line++;
					newlineSince = true;
					continue;
				case QUOTE:
					inString = true;
					if (mode === 'first' && depth === 1) {
						key = '';
						keyPending = true;
					}
					break;
				case OPEN_BRACE:
					if (startsAnew()) {
						damaged = true;
						finish(chunk.subarray(start, i), take);
						if (mode === 'first') mode = 'lines';
						return i;
					}
					depth++;
					containers++;
					if (depth > deepest) deepest = depth;
					if (depth <= limits.maxDepth) kinds[depth] = OPEN_BRACE;
					break;
				case OPEN_BRACKET:
					if (mode === 'first' && depth === 1 && lastSignificant === COLON && key === RECORDS_KEY) {
						inValue = false;
						parts = [];
						partBytes = 0;
						mode = 'elements';
						inEnvelope = true;
						return i + 1;
					}
					depth++;
					containers++;
					if (depth > deepest) deepest = depth;
					if (depth <= limits.maxDepth) kinds[depth] = OPEN_BRACKET;
					break;
				case CLOSE_BRACE:
				case CLOSE_BRACKET:
					if (scalar && depth === 0) {
						// A stray closer: of the array itself, or noise that the parser will refuse.
						if (byte === CLOSE_BRACKET && mode === 'elements') {
							finish(chunk.subarray(start, i), take);
							return i;
						}
						break;
					}
					if (byte === CLOSE_BRACKET && mode === 'elements' && !holdsBracket()) {
						// The array closes while an element is still open.
						damaged = true;
						finish(chunk.subarray(start, i), take);
						return i;
					}
					close(byte);
					if (depth === 0 && !scalar) {
						finish(chunk.subarray(start, i + 1), take);
						if (mode === 'first') mode = valueLine === line ? 'lines' : 'values';
						return i + 1;
					}
					break;
				case COMMA:
					if (scalar && depth === 0 && mode === 'elements') {
						finish(chunk.subarray(start, i), take);
						return i;
					}
					break;
			}
			if (byte === COLON) keyPending = false;
			lastSignificant = byte;
			newlineSince = false;
		}
		keep(chunk.subarray(start));
		return length;
	}

	function holdsBracket(): boolean {
		if (depth > limits.maxDepth) return true;
		for (let at = depth; at > 0; at--) if (kinds[at] === OPEN_BRACKET) return true;
		return false;
	}

	/** Between values: finds the next one. */
	function scanBetween(chunk: Uint8Array, from: number): number {
		for (let i = from; i < chunk.length; i++) {
			const byte = chunk[i] as number;
			if (byte === NEWLINE) line++;
			if (isSpace(byte)) continue;
			if (mode === 'start' && byte === OPEN_BRACKET) {
				mode = 'elements';
				inEnvelope = false;
				continue;
			}
			if (mode === 'elements') {
				if (byte === COMMA) continue;
				if (byte === CLOSE_BRACKET) {
					mode = inEnvelope ? 'envelope' : 'start';
					if (inEnvelope) openEnvelopeTail(i);
					if (inValue) return i + 1;
					continue;
				}
			}
			if (mode === 'values' && byte === COMMA) continue;
			if (mode === 'start') mode = byte === OPEN_BRACE ? 'first' : 'lines';
			begin(i, byte);
			return i;
		}
		return chunk.length;
	}

	/** What follows `records` in an envelope is passed over up to its closing brace. */
	function openEnvelopeTail(at: number): void {
		begin(at, OPEN_BRACE);
		depth = 1;
		kinds[1] = OPEN_BRACE;
		inEnvelope = false;
	}

	/** One value a line: the newline decides, so nothing that stands in a line can harm the next. */
	function scanLine(chunk: Uint8Array, from: number, take: (value: ScannedValue) => void): number {
		if (!inValue) begin(from, OPEN_BRACE);
		const start = valueOffset >= chunkOffset ? valueOffset - chunkOffset : 0;
		const newline = chunk.indexOf(NEWLINE, from);
		if (newline < 0) {
			keep(chunk.subarray(start));
			return chunk.length;
		}
		finishLine(chunk.subarray(start, newline), take);
		line++;
		return newline + 1;
	}

	function finishLine(last: Uint8Array, take: (value: ScannedValue) => void): void {
		finish(last, (value) => {
			const { bytes } = value;
			let first = 0;
			let end = bytes.length;
			while (first < end && isSpace(bytes[first] as number)) first++;
			while (end > first && isSpace(bytes[end - 1] as number)) end--;
			if (first === end && value.fault === undefined) return;
			value.bytes = bytes.subarray(first, end);
			value.offset += first;
			if (value.fault === undefined) {
				const measured = measure(value.bytes);
				if (measured.depth > limits.maxDepth) value.fault = 'too-deep';
				else if (measured.containers > limits.maxContainers) value.fault = 'too-many';
			}
			take(value);
		});
	}

	return {
		push(chunk, take) {
			let i = 0;
			while (i < chunk.length) {
				if (mode === 'lines') i = scanLine(chunk, i, take);
				else if (inValue) i = scanValue(chunk, i, mode === 'envelope' ? () => {} : take);
				else i = scanBetween(chunk, i);
				if (mode === 'envelope' && !inValue) mode = 'start';
			}
			chunkOffset += chunk.length;
		},
		end(take) {
			const nothing = new Uint8Array(0);
			if (mode === 'lines') {
				if (inValue) finishLine(nothing, take);
			} else if (inValue) {
				finish(nothing, take, !(scalar && mode !== 'elements'));
			} else if (mode === 'elements') {
				begin(0, OPEN_BRACE);
				valueOffset = chunkOffset;
				finish(nothing, take, true);
			}
		},
	};
}
