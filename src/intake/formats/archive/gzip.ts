/**
 * A gzip file (RFC 1952): bytes in, the readings of what it holds out, unpacked in a fixed amount of memory.
 * Several members one after another are one text. Checksum and length are compared at the end.
 */
import { crc32 } from 'node:zlib';
import { Gunzip } from 'fflate';
import type { FormatId, Reader, Reading, ReadingContext } from '../../model.ts';
import {
	type Complaint,
	DAMAGED,
	type OpenMember,
	openBounds,
	openMemberPlaces,
	refuseArchive,
	SLICE_BYTES,
	shownName,
	TRUNCATED,
} from './bounds.ts';

/** Bytes of the trailer: checksum and length, both little endian. */
const TRAILER_BYTES = 8;

/** Opens a reader of a gzip file. */
export function openGzip(
	context: ReadingContext,
	openMember: OpenMember,
): Reader & { readonly format: FormatId } {
	const name = shownName((context.name ?? 'archive.gz').replace(/\.(gz|gzip)$/i, ''));
	const bounds = openBounds(context.limits);
	const place = openMemberPlaces();
	const member = openMember(name);
	let readings: Reading[] = [];
	let closed = false;
	let input = 0;
	let output = 0;
	let checksum = 0;
	let length = 0;
	let trailer = new Uint8Array(0);
	const gunzip = new Gunzip((chunk) => {
		output += chunk.length;
		length += chunk.length;
		checksum = crc32(chunk, checksum);
		const complaint = bounds.countOutput(input, output, chunk.length);
		if (complaint !== undefined) fail(complaint);
		else if (!closed && chunk.length > 0) readings.push(...place(name, member.push(chunk)));
	});
	gunzip.onmember = () => {
		checksum = 0;
		length = 0;
	};

	function fail(complaint: Complaint): void {
		if (closed) return;
		closed = true;
		readings.push(refuseArchive(complaint, name, input));
	}

	function unpack(chunk: Uint8Array, final: boolean): void {
		try {
			gunzip.push(chunk, final);
		} catch {
			// The library throws on data that is no DEFLATE stream; a stream cut short fails at the end only.
			// What was whole before the cut is read.
			if (final && !closed) readings.push(...place(name, member.end()));
			fail(final ? TRUNCATED : DAMAGED);
		}
	}

	return {
		get format() {
			return member.format;
		},
		push(chunk) {
			for (let at = 0; at < chunk.length && !closed; at += SLICE_BYTES) {
				const slice = chunk.subarray(at, at + SLICE_BYTES);
				input += slice.length;
				// Copied: the library keeps what it cannot use yet.
				unpack(slice.slice(), false);
			}
			trailer = Buffer.concat([trailer, chunk.subarray(-TRAILER_BYTES)]).subarray(-TRAILER_BYTES);
			const done = readings;
			readings = [];
			return done;
		},
		end() {
			if (!closed) unpack(new Uint8Array(0), true);
			if (!closed) {
				readings.push(...place(name, member.end()));
				const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.length);
				const complete =
					trailer.length === TRAILER_BYTES &&
					view.getUint32(0, true) === checksum &&
					view.getUint32(4, true) === length % 2 ** 32;
				if (!complete)
					fail({ ...DAMAGED, reason: 'checksum or length at the end do not fit what was unpacked' });
			}
			closed = true;
			const done = readings;
			readings = [];
			return done;
		},
	};
}
