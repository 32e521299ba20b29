/**
 * The files of a list, out of the archives in which they come. In: files, some of them zip or gzip. Out: plain files, through
 * the archive readers of intake, which stop what expands without end. Archives inside archives are not opened.
 */
import { openGzip } from '../../intake/formats/archive/gzip.ts';
import { openZip } from '../../intake/formats/archive/zip.ts';
import type { ListFile, ListLimits, ProblemSheet } from './model.ts';

type ReadingContext = Parameters<typeof openZip>[0];
type OpenMember = Parameters<typeof openZip>[1];

const isZip = ([a, b, c, d]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 3 && d === 4;
const isGzip = ([a, b, c]: Uint8Array): boolean => a === 0x1f && b === 0x8b && c === 8;

/** Limits as the readers of intake have them. Their clock is not asked: reading is linear, and its bytes are bounded. */
export function intakeContext(limits: ListLimits, name?: string): ReadingContext {
	return {
		limits: {
			maxBytes: limits.maxBytes,
			maxDepth: limits.maxDepth,
			maxRecords: limits.maxEntries,
			maxTokenChars: limits.maxLineChars,
			maxMessageBytes: limits.maxLineChars,
			maxMessageMs: Number.POSITIVE_INFINITY,
			maxArchiveRatio: limits.maxArchiveRatio,
			maxArchiveMembers: limits.maxArchiveMembers,
		},
		now: () => 0,
		...(name === undefined ? {} : { name }),
	};
}

/** Opens archives; a member that cannot be unpacked is a problem, and the others are given. */
export function unpackFiles(files: readonly ListFile[], limits: ListLimits, sheet: ProblemSheet): ListFile[] {
	return files.flatMap((file) => {
		const open = isZip(file.bytes) ? openZip : isGzip(file.bytes) ? openGzip : undefined;
		if (open === undefined) return [file];
		const members: ListFile[] = [];
		const openMember: OpenMember = (name) => {
			const chunks: Uint8Array[] = [];
			return {
				format: 'unknown',
				push(chunk) {
					chunks.push(chunk.slice());
					return [];
				},
				end() {
					members.push({ name, bytes: joined(chunks) });
					return [];
				},
			};
		};
		const reader = open(intakeContext(limits, file.name), openMember);
		for (const reading of [...reader.push(file.bytes), ...reader.end()])
			if (reading.outcome === 'refused') sheet.add(reading.place.words, reading.reason, reading.remedy);
		return members;
	});
}

/** Chunks as one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const [only] = chunks;
	if (chunks.length === 1 && only !== undefined) return only;
	const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
