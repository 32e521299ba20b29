/**
 * The service segments around messages: UNB, UNG and UNH become an `Envelope`.
 * In: segments. Out: who sent what to whom, when, under which reference and version; "" where a segment is silent.
 * Follows ISO 9735-1 (syntax versions 1 to 4). Dates are read by `date-time.ts`.
 */
import { readServiceDateTime } from './date-time.ts';
import { component, elementOf, type Segment, type Separators } from './segment.ts';

export type Interchange = {
	/** Syntax identifier: UNOA … UNOY, IATA. */
	syntax: string;
	syntaxVersion: string;
	sender: string;
	receiver: string;
	/** `YYYY-MM-DDTHH:MM`, without zone. */
	preparedAt: string | undefined;
	controlReference: string;
	/** Bytes from the start of the submission. */
	offset: number;
	/** 1-based in the submission. */
	number: number;
};

export type Group = {
	type: string;
	sender: string;
	receiver: string;
	preparedAt: string | undefined;
	reference: string;
	/** `D:02B`, `11:1`; "" where not said. */
	version: string;
};

/** What surrounds one message. */
export type Envelope = {
	interchange: Interchange | undefined;
	group: Group | undefined;
	/** Type of message by UNH: PAXLST, CUSCAR, PNRGOV. Where UNH is silent, that of UNG. */
	messageType: string;
	/** Version and release: `D:02B`, `13:1`. */
	version: string;
	/** Controlling agency and association code by UNH: UN, IA; IATA. */
	agency: string;
	association: string;
	messageReference: string;
	/** Common access reference (UNH, third element), as written. */
	accessReference: string;
	/** Sender, receiver, time: of the interchange, or of the group where the interchange is silent. "" where unknown. */
	sender: string;
	receiver: string;
	preparedAt: string | undefined;
	decimalMark: string;
};

export const readInterchange = (unb: Segment, number: number): Interchange => ({
	syntax: component(unb, 0).toUpperCase(),
	syntaxVersion: component(unb, 0, 1),
	sender: component(unb, 1),
	receiver: component(unb, 2),
	preparedAt: readServiceDateTime(component(unb, 3), component(unb, 3, 1)),
	controlReference: component(unb, 4),
	offset: unb.offset,
	number,
});

export const readGroup = (ung: Segment): Group => ({
	type: component(ung, 0).toUpperCase(),
	sender: component(ung, 1),
	receiver: component(ung, 2),
	preparedAt: readServiceDateTime(component(ung, 3), component(ung, 3, 1)),
	reference: component(ung, 4),
	version: versionOf(component(ung, 6), component(ung, 6, 1)),
});

const versionOf = (version: string, release: string): string =>
	release === '' ? version : `${version}:${release}`.toUpperCase();

/** The envelope of the message that `unh` begins. */
export function readEnvelope(
	unh: Segment,
	interchange: Interchange | undefined,
	group: Group | undefined,
	separators: Separators,
): Envelope {
	const type = component(unh, 1).toUpperCase();
	const version = versionOf(component(unh, 1, 1), component(unh, 1, 2));
	return {
		interchange,
		group,
		messageType: type === '' ? (group?.type ?? '') : type,
		version: version === '' ? (group?.version ?? '') : version,
		agency: component(unh, 1, 3),
		association: component(unh, 1, 4),
		messageReference: component(unh, 0),
		accessReference: elementOf(unh, 2).join(separators.component).trim(),
		sender: (interchange?.sender ?? '') || (group?.sender ?? ''),
		receiver: (interchange?.receiver ?? '') || (group?.receiver ?? ''),
		preparedAt: interchange?.preparedAt ?? group?.preparedAt,
		decimalMark: separators.decimalMark,
	};
}
