/**
 * The trailers UNT, UNE and UNZ against what was received: counts and references (ISO 9735-1, 8).
 * In: a trailer and what was counted. Out: defects, none where all is as it should be.
 */
import type { Defect } from './defect.ts';
import type { Group, Interchange } from './envelope.ts';
import { component, placeOf, type Segment } from './segment.ts';

/** @param count segments received, UNH and UNT included. */
export function checkMessageTrailer(unt: Segment, count: number, reference: string): Defect[] {
	return [
		...checkCount('edifact.segment-count', unt, count, 'segments'),
		...checkReference('edifact.message-reference', unt, reference, 'UNH'),
	];
}

/** @param messages messages received in the group. */
export function checkGroupTrailer(une: Segment, group: Group | undefined, messages: number): Defect[] {
	const count = checkCount('edifact.group-count', une, messages, 'messages');
	if (group !== undefined)
		return [...count, ...checkReference('edifact.group-reference', une, group.reference, 'UNG')];
	return [
		...count,
		{
			code: 'edifact.no-group-header',
			severity: 'warning',
			place: placeOf(une),
			sentence: 'UNE ends a functional group that no UNG began.',
		},
	];
}

/** UNZ counts groups where there are groups, else messages. */
export function checkInterchangeTrailer(
	unz: Segment | undefined,
	interchange: Interchange | undefined,
	groups: number,
	messages: number,
): Defect[] {
	if (unz === undefined) {
		if (interchange === undefined) return [];
		return [
			{
				code: 'edifact.no-interchange-trailer',
				severity: 'warning',
				place: `interchange ${interchange.number}, offset ${interchange.offset}`,
				sentence: 'The interchange ends without UNZ: messages may be missing after the last one.',
			},
		];
	}
	return [
		...checkCount(
			'edifact.interchange-count',
			unz,
			groups > 0 ? groups : messages,
			groups > 0 ? 'groups' : 'messages',
		),
		...(interchange === undefined
			? []
			: checkReference('edifact.interchange-reference', unz, interchange.controlReference, 'UNB')),
	];
}

function checkCount(code: string, trailer: Segment, counted: number, what: string): Defect[] {
	const declared = component(trailer, 0);
	if (/^\d{1,15}$/.test(declared) && Number(declared) === counted) return [];
	return [
		{
			code,
			severity: 'warning',
			place: placeOf(trailer, 0),
			value: declared,
			against: String(counted),
			sentence: `${trailer.tag} counts ${declared === '' ? 'no' : declared} ${what}, but ${counted} were received.`,
		},
	];
}

function checkReference(code: string, trailer: Segment, against: string, header: string): Defect[] {
	const value = component(trailer, 1);
	if (value === against) return [];
	const said = value === '' ? 'no reference' : `the reference “${value}”`;
	return [
		{
			code,
			severity: 'warning',
			place: placeOf(trailer, 1),
			value,
			against,
			sentence: `${trailer.tag} carries ${said}, but ${header} began with “${against}”.`,
		},
	];
}
