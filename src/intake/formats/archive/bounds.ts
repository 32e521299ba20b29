/**
 * What an archive may do, counted over all its members: bytes out, bytes out for each byte in, number of members.
 * Checked after every few kilobytes of input, so an archive that expands without end is stopped while it does.
 */
import type { Limits, MessagePlace, Reader, Reading, Refusal } from '../../model.ts';

/** Reader of one member; the name is its place in the archive and a hint. */
export type OpenMember = (name: string) => Reader & { readonly format: Refusal['format'] };

/** A reason to refuse, before it has a place. */
export type Complaint = { code: string; reason: string; remedy: string };

/** Output below this is never held against the ratio: small texts of repeated lines compress very well. */
const FREE_OUTPUT_BYTES = 1024 ** 2;
/** Input that is inflated between two checks; at 1,032 to 1 that is 8 MiB at most. */
export const SLICE_BYTES = 8 * 1024;
/** Characters of a member's name that are shown. */
const MAX_NAME_CHARS = 120;

export type Bounds = {
	/** Counts; answers with a complaint about the whole archive where it does too much. */
	countMember(): Complaint | undefined;
	countOutput(memberIn: number, memberOut: number, added: number): Complaint | undefined;
};

/** Opens the count for one archive. */
export function openBounds(limits: Limits): Bounds {
	let members = 0;
	let output = 0;
	return {
		countMember() {
			members++;
			return members <= limits.maxArchiveMembers
				? undefined
				: {
						code: 'limit.archive-members',
						reason: `the archive has more than ${limits.maxArchiveMembers} members; the rest was not read`,
						remedy: 'Split the archive into smaller ones.',
					};
		},
		countOutput(memberIn, memberOut, added) {
			output += added;
			if (output > limits.maxBytes) {
				return {
					code: 'limit.bytes',
					reason: `the archive unpacks to more than ${limits.maxBytes} bytes; the rest was not read`,
					remedy: 'Split the archive into smaller ones.',
				};
			}
			if (memberOut <= Math.max(FREE_OUTPUT_BYTES, memberIn * limits.maxArchiveRatio)) return undefined;
			return {
				code: 'archive.ratio',
				reason: `it unpacks to more than ${limits.maxArchiveRatio} times its size, as no document does; the rest was not read`,
				remedy: 'Find out who sent it, and do not unpack it elsewhere.',
			};
		},
	};
}

/** A member's name as it can be shown: no control characters, no end-of-line tricks, not too long. */
export function shownName(name: string): string {
	const clean = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd').toWellFormed();
	return clean.length <= MAX_NAME_CHARS ? clean : `…${clean.slice(-(MAX_NAME_CHARS - 1))}`;
}

/** Numbers readings through all members, and says in each which member it stands in. */
export function openMemberPlaces(): (name: string, readings: readonly Reading[]) => Reading[] {
	let message = 0;
	return (name, readings) =>
		readings.map((reading) => {
			message++;
			const place = { ...reading.place, message, words: `${name}: ${reading.place.words}` };
			return reading.outcome === 'record'
				? { ...reading, place }
				: { ...reading, place, reason: `${name}: ${reading.reason}` };
		});
}

/** A refusal of a member or of the whole archive. */
export function refuseArchive(complaint: Complaint, words: string, offset: number): Refusal {
	const place: MessagePlace = { message: 1, offset, words };
	return {
		outcome: 'refused',
		format: 'unknown',
		code: complaint.code,
		reason: `${words}: ${complaint.reason}.`,
		remedy: complaint.remedy,
		place,
	};
}

export const DAMAGED: Complaint = {
	code: 'archive.damaged',
	reason: 'the archive is damaged here',
	remedy: 'Send the archive again.',
};

export const TRUNCATED: Complaint = {
	code: 'archive.truncated',
	reason: 'the archive ends before it is complete',
	remedy: 'Send the whole archive again.',
};
