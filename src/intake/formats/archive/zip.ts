/**
 * A zip file, read from front to back as it arrives: bytes in, the readings of its members out.
 * Members are unpacked in a fixed amount of memory and never written anywhere, so their names cannot lead astray.
 * A member that cannot be read is refused by name and the next one is read (PKWARE APPNOTE 6.3.10).
 */
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { FormatId, Reader, Reading, ReadingContext } from '../../model.ts';
import {
	type Complaint,
	DAMAGED,
	type OpenMember,
	openBounds,
	openMemberPlaces,
	refuseArchive,
	SLICE_BYTES,
	TRUNCATED,
} from './bounds.ts';
import {
	CENTRAL_HEADER,
	centralHeaderBytes,
	DATA_DESCRIPTOR,
	DESCRIPTOR_BYTES,
	descriptorAt,
	END_OF_CENTRAL,
	EXTRA_DATA,
	findDescriptor,
	isFurniture,
	LOCAL_HEADER,
	type LocalHeader,
	localHeaderAt,
	SPANNING_MARKER,
	signatureAt,
	ZIP64_END_OF_CENTRAL,
} from './zip-headers.ts';

const STORED = 0;
const DEFLATED = 8;

const ENCRYPTED: Complaint = {
	code: 'archive.encrypted',
	reason: 'it is encrypted',
	remedy: 'Send it without a password; the channel itself is encrypted.',
};

/** The member being read: where its bytes go, and what came of them so far. */
type Member = {
	header: LocalHeader;
	/** Undefined for a member that is passed over. */
	reader: Reader | undefined;
	inflate: Inflate | undefined;
	packed: number;
	unpacked: number;
	checksum: number;
};

/** Opens a reader of a zip file. */
export function openZip(
	context: ReadingContext,
	openMember: OpenMember,
): Reader & { readonly format: FormatId } {
	const bounds = openBounds(context.limits);
	const place = openMemberPlaces();
	let readings: Reading[] = [];
	let format: FormatId = 'unknown';
	let buffer: Buffer = Buffer.alloc(0);
	/** Bytes of the archive before the buffer. */
	let before = 0;
	let member: Member | undefined;
	let memberFormat: (() => FormatId) | undefined;
	let locals = 0;
	let centrals = 0;
	let state: 'headers' | 'finished' | 'failed' = 'headers';

	function failArchive(complaint: Complaint, words: string): void {
		state = 'failed';
		readings.push(refuseArchive(complaint, words, before));
	}

	/** Refuses the member at hand and goes on to pass over its bytes. */
	function failMember(at: Member, complaint: Complaint): void {
		readings.push(refuseArchive(complaint, at.header.name, before));
		at.reader = undefined;
		at.inflate = undefined;
	}

	function openNext(header: LocalHeader): void {
		locals++;
		const tooMany = bounds.countMember();
		if (tooMany !== undefined) {
			failArchive(tooMany, header.name);
			return;
		}
		const next: Member = {
			header,
			reader: undefined,
			inflate: undefined,
			packed: 0,
			unpacked: 0,
			checksum: 0,
		};
		member = next;
		if (isFurniture(header.name)) return;
		if (header.encrypted) {
			failMember(next, ENCRYPTED);
			return;
		}
		if (header.method !== STORED && header.method !== DEFLATED) {
			failMember(next, {
				code: 'archive.method',
				reason: `it is packed with method ${header.method}, which is not read`,
				remedy: 'Pack it with the ordinary method (deflate).',
			});
			return;
		}
		const reader = openMember(header.name);
		next.reader = reader;
		memberFormat = () => reader.format;
		if (header.method === DEFLATED) next.inflate = new Inflate((chunk) => takeOutput(next, chunk));
	}

	function takeOutput(at: Member, chunk: Uint8Array): void {
		if (chunk.length === 0 || at.reader === undefined || state === 'failed') return;
		at.unpacked += chunk.length;
		at.checksum = crc32(chunk, at.checksum);
		const complaint = bounds.countOutput(at.packed, at.unpacked, chunk.length);
		if (complaint !== undefined) failArchive(complaint, at.header.name);
		else readings.push(...place(at.header.name, at.reader.push(chunk)));
		noteFormat();
	}

	function noteFormat(): void {
		if (format === 'unknown') format = memberFormat?.() ?? 'unknown';
	}

	function takePacked(at: Member, data: Uint8Array): void {
		for (let from = 0; from < data.length; from += SLICE_BYTES) {
			const slice = data.subarray(from, from + SLICE_BYTES);
			at.packed += slice.length;
			if (at.reader === undefined || state === 'failed') continue;
			if (at.inflate === undefined) takeOutput(at, slice);
			else {
				try {
					// Copied: the library keeps what it cannot use yet.
					at.inflate.push(slice.slice(), false);
				} catch {
					failMember(at, DAMAGED);
				}
			}
		}
	}

	function closeMember(at: Member, checksum: number): void {
		member = undefined;
		if (at.reader === undefined || state === 'failed') return;
		try {
			at.inflate?.push(new Uint8Array(0), true);
		} catch {
			failMember(at, DAMAGED);
			return;
		}
		readings.push(...place(at.header.name, at.reader.end()));
		noteFormat();
		if (at.checksum !== checksum) {
			failMember(at, { ...DAMAGED, reason: 'its checksum does not fit what was unpacked' });
		}
	}

	function consume(bytes: number): void {
		buffer = buffer.subarray(bytes);
		before += bytes;
	}

	/** Takes what it can of the member's data; false where more bytes are needed. */
	function readData(at: Member, final: boolean): boolean {
		const { packedBytes } = at.header;
		if (packedBytes !== undefined) {
			const missing = packedBytes - at.packed;
			const here = Math.min(missing, buffer.length);
			takePacked(at, buffer.subarray(0, here));
			consume(here);
			if (here < missing) return false;
			if (!at.header.described) {
				closeMember(at, at.header.checksum);
				return true;
			}
			if (buffer.length < DESCRIPTOR_BYTES && !final) return false;
			const signed = signatureAt(buffer, 0) === DATA_DESCRIPTOR;
			const descriptor = signed || at.header.checksum === 0 ? descriptorAt(buffer, 0, at.packed) : undefined;
			consume(descriptor?.bytes ?? 0);
			closeMember(at, descriptor?.checksum ?? at.header.checksum);
			return true;
		}
		const found = findDescriptor(buffer, 0, buffer.length - (final ? 15 : DESCRIPTOR_BYTES), at.packed);
		if (found !== undefined) {
			takePacked(at, buffer.subarray(0, found.at));
			consume(found.at + found.descriptor.bytes);
			closeMember(at, found.descriptor.checksum);
			return true;
		}
		// What was not looked at stays, and before it the longest descriptor without a signature.
		const safe = Math.max(0, buffer.length - 2 * DESCRIPTOR_BYTES);
		takePacked(at, buffer.subarray(0, safe));
		consume(safe);
		return false;
	}

	/** Reads the header that stands next; false where more bytes are needed. */
	function readHeader(): boolean {
		const signature = signatureAt(buffer, 0);
		switch (signature) {
			case undefined:
				return false;
			case LOCAL_HEADER: {
				const header = localHeaderAt(buffer, 0);
				if (header === undefined) return false;
				consume(header.headerBytes);
				openNext(header);
				return true;
			}
			case CENTRAL_HEADER: {
				const bytes = centralHeaderBytes(buffer, 0);
				if (bytes === undefined || buffer.length < bytes) return false;
				centrals++;
				consume(bytes);
				return true;
			}
			case SPANNING_MARKER:
				consume(4);
				return true;
			case END_OF_CENTRAL:
			case ZIP64_END_OF_CENTRAL:
				state = 'finished';
				if (centrals !== locals) {
					readings.push(
						refuseArchive(
							{
								code: 'archive.inconsistent',
								reason: `the archive has ${locals} members and its directory names ${centrals}; those that were found were read`,
								remedy: 'Have the sender make the archive again.',
							},
							'archive',
							before,
						),
					);
				}
				return false;
			case EXTRA_DATA:
				failArchive({ ...ENCRYPTED, reason: 'its directory is encrypted' }, 'archive');
				return false;
			default:
				failArchive(DAMAGED, `byte ${before + 1}`);
				return false;
		}
	}

	function drain(final: boolean): Reading[] {
		let more = true;
		while (more && state === 'headers') more = member === undefined ? readHeader() : readData(member, final);
		if (final && state === 'headers') {
			// What was whole before the cut is read.
			if (member?.reader !== undefined) readings.push(...place(member.header.name, member.reader.end()));
			noteFormat();
			failArchive(TRUNCATED, member?.header.name ?? `byte ${before + 1}`);
		}
		const done = readings;
		readings = [];
		return done;
	}

	return {
		get format() {
			return format;
		},
		push(chunk) {
			if (state !== 'headers') return [];
			buffer = buffer.length === 0 ? Buffer.from(chunk) : Buffer.concat([buffer, chunk]);
			return drain(false);
		},
		end: () => drain(true),
	};
}
