/**
 * Headers of a zip file (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5): bytes to what they say. Pure.
 */
import { shownName } from './bounds.ts';

export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END_OF_CENTRAL = 0x06054b50;
export const ZIP64_END_OF_CENTRAL = 0x06064b50;
export const ZIP64_LOCATOR = 0x07064b50;
export const DATA_DESCRIPTOR = 0x08074b50;
export const SPANNING_MARKER = 0x30304b50;
/** Archive extra data record: stands before an encrypted central directory. */
export const EXTRA_DATA = 0x08064b50;

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const ZIP64_EXTRA = 0x0001;
const UNKNOWN_32 = 0xffffffff;

export type LocalHeader = {
	name: string;
	encrypted: boolean;
	/** 0 stored, 8 deflated; others are not read. */
	method: number;
	checksum: number;
	/** Undefined where they follow the data in a descriptor. */
	packedBytes: number | undefined;
	headerBytes: number;
	/** A descriptor may follow. */
	described: boolean;
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Signature at an offset, or undefined where too few bytes are there. */
export function signatureAt(bytes: Uint8Array, at: number): number | undefined {
	return at + 4 <= bytes.length ? viewOf(bytes).getUint32(at, true) : undefined;
}

/** The local header at an offset, or undefined where too few bytes are there. */
export function localHeaderAt(bytes: Uint8Array, at: number): LocalHeader | undefined {
	if (at + LOCAL_BYTES > bytes.length) return undefined;
	const view = viewOf(bytes);
	const nameBytes = view.getUint16(at + 26, true);
	const extraBytes = view.getUint16(at + 28, true);
	const headerBytes = LOCAL_BYTES + nameBytes + extraBytes;
	if (at + headerBytes > bytes.length) return undefined;
	const flags = view.getUint16(at + 6, true);
	const described = (flags & 0x0008) !== 0;
	let packedBytes: number | undefined = view.getUint32(at + 18, true);
	if (packedBytes === UNKNOWN_32) {
		packedBytes = zip64PackedBytes(
			view,
			at + LOCAL_BYTES + nameBytes,
			extraBytes,
			view.getUint32(at + 22, true),
		);
	}
	if (described && packedBytes === 0) packedBytes = undefined;
	const nameAt = at + LOCAL_BYTES;
	const raw = Buffer.from(bytes.subarray(nameAt, nameAt + nameBytes));
	return {
		name: shownName(raw.toString((flags & 0x0800) !== 0 ? 'utf8' : 'latin1')),
		encrypted: (flags & 0x2041) !== 0,
		method: view.getUint16(at + 8, true),
		checksum: view.getUint32(at + 14, true),
		packedBytes,
		headerBytes,
		described,
	};
}

/** Size of the packed data from the zip64 extra field; undefined where it has none. */
function zip64PackedBytes(
	view: DataView,
	from: number,
	length: number,
	unpacked32: number,
): number | undefined {
	let at = from;
	const end = from + length;
	while (at + 4 <= end) {
		const id = view.getUint16(at, true);
		const size = view.getUint16(at + 2, true);
		if (id === ZIP64_EXTRA) {
			const packedAt = at + 4 + (unpacked32 === UNKNOWN_32 ? 8 : 0);
			return packedAt + 8 <= Math.min(end, at + 4 + size)
				? Number(view.getBigUint64(packedAt, true))
				: undefined;
		}
		at += 4 + size;
	}
	return undefined;
}

/** Bytes of the central header at an offset, or undefined where too few bytes are there. */
export function centralHeaderBytes(bytes: Uint8Array, at: number): number | undefined {
	if (at + CENTRAL_BYTES > bytes.length) return undefined;
	const view = viewOf(bytes);
	return (
		CENTRAL_BYTES +
		view.getUint16(at + 28, true) +
		view.getUint16(at + 30, true) +
		view.getUint16(at + 32, true)
	);
}

const isHeader = (signature: number | undefined): boolean =>
	signature === LOCAL_HEADER || signature === CENTRAL_HEADER || signature === EXTRA_DATA;

export type Descriptor = { checksum: number; bytes: number };

/** Longest descriptor: signature, checksum, two sizes of eight bytes. */
export const DESCRIPTOR_BYTES = 24;

/** The descriptor at an offset where it fits `packedBytes` bytes of data before it. */
export function descriptorAt(bytes: Uint8Array, at: number, packedBytes: number): Descriptor | undefined {
	const view = viewOf(bytes);
	const signed = signatureAt(bytes, at) === DATA_DESCRIPTOR;
	const start = signed ? at + 4 : at;
	const own = signed ? 4 : 0;
	const checksum = (): number => view.getUint32(start, true);
	const fitsShort = start + 12 <= bytes.length && view.getUint32(start + 4, true) === packedBytes % 2 ** 32;
	const fitsLong = start + 20 <= bytes.length && view.getBigUint64(start + 4, true) === BigInt(packedBytes);
	// An empty member fits both; then the header that follows tells.
	if (fitsLong && !(fitsShort && isHeader(signatureAt(bytes, start + 12))))
		return { checksum: checksum(), bytes: own + 20 };
	if (fitsShort) return { checksum: checksum(), bytes: own + 12 };
	return undefined;
}

/** Finds the end of data of unknown length: the next descriptor that names exactly the bytes before it. */
export function findDescriptor(
	bytes: Buffer,
	from: number,
	to: number,
	packedBefore: number,
): { at: number; descriptor: Descriptor } | undefined {
	for (
		let at = bytes.indexOf('PK', from, 'latin1');
		at >= 0 && at < to;
		at = bytes.indexOf('PK', at + 1, 'latin1')
	) {
		const signature = signatureAt(bytes, at);
		if (signature === DATA_DESCRIPTOR) {
			const descriptor = descriptorAt(bytes, at, packedBefore + at);
			if (descriptor !== undefined) return { at, descriptor };
		} else if (signature === LOCAL_HEADER || signature === CENTRAL_HEADER) {
			// Writers may leave the signature of the descriptor out; then only what follows it tells.
			for (const size of [12, 20]) {
				const start = at - size;
				const descriptor = start >= 0 ? descriptorAt(bytes, start, packedBefore + start) : undefined;
				if (descriptor?.bytes === size) return { at: start, descriptor };
			}
		}
	}
	return undefined;
}

/** True for members that operating systems add and nobody sends: folders, resource forks, thumbnails. */
export function isFurniture(name: string): boolean {
	const last = name.split(/[/\\]/).at(-1) ?? '';
	return (
		last === '' ||
		name.startsWith('__MACOSX/') ||
		last.startsWith('._') ||
		['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(last)
	);
}
