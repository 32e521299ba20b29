/**
 * A record in, of it what is about one person out; others who stand in the same document are masked. Pure. What is personal is
 * said by the one catalogue of retention; the person's own places are put back into what it leaves.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import { appearancesOf, purposeOf, toKeyed } from '../mentions/extract.ts';
import type { Appearance } from '../mentions/model.ts';
import { maskRecord } from '../retention/personal.ts';
import { parsePath, partOf, putPart } from './record-path.ts';

export type OwnParts = {
	/** Where the person stands, and as what. */
	readonly places: readonly { readonly place: string; readonly role: string }[];
	readonly content: { readonly [name: string]: unknown };
	/** Others who stand in the document and are left out. */
	readonly others: number;
};

export type Standing = Pick<Appearance, 'place' | 'role'> & {
	readonly mention: string;
	readonly isOwn: boolean;
	/** A person, or what may be one; organisations and things are nobody. */
	readonly isSomebody: boolean;
};

const SOMEBODY: ReadonlySet<string> = new Set(['person', 'party', 'account', 'vehicle', 'address']);

/** Everybody who stands in a record, in its order. @param own keys of the person's mentions. */
export function standingsIn(record: BorderRecord, own: ReadonlySet<string>): Standing[] {
	const purpose = purposeOf(record.kind);
	if (purpose === undefined) return [];
	return appearancesOf(record).map((appearance) => {
		const { key } = toKeyed(appearance, purpose);
		return {
			place: appearance.place,
			role: appearance.role,
			mention: key,
			isOwn: own.has(key),
			isSomebody: SOMEBODY.has(appearance.mention.kind),
		};
	});
}

const isWithin = (place: string, holder: string): boolean =>
	place === holder || place.startsWith(`${holder}.`) || place.startsWith(`${holder}[`);

/** Does this place belong to somebody else? The innermost of those who stand around it decides. */
export function belongsToOther(place: string, standings: readonly Standing[]): boolean {
	const around = standings
		.filter((each) => isWithin(place, each.place))
		.sort((a, b) => b.place.length - a.place.length)[0];
	return around !== undefined && !around.isOwn && around.isSomebody;
}

/** Contacts, payments and remarks of a booking are those of its only traveller. */
const OF_THE_ONLY_TRAVELLER = [
	'addresses',
	'contacts',
	'payments',
	'remarks',
	'services',
	'history',
] as const;

/** @param own keys of the person's mentions; @param whole true where the record was picked as it is, by a number in it. */
export function ownPartsOf(record: BorderRecord, own: ReadonlySet<string>, whole = false): OwnParts {
	const standings = standingsIn(record, own);
	const mine = standings.filter(({ isOwn }) => isOwn);
	const others = standings.filter((each) => !each.isOwn && each.isSomebody);
	const masked = maskRecord(record).record;
	let content: unknown = structuredClone(masked);
	const copy = (place: string): void => {
		const path = parsePath(place);
		const part = path === undefined ? undefined : partOf(record, path);
		if (path !== undefined && part !== undefined) content = putPart(content, path, structuredClone(part));
	};
	for (const { place } of mine) copy(place);
	if (record.kind === 'booking' && record.travellers.length === 1 && mine.length > 0)
		for (const name of OF_THE_ONLY_TRAVELLER) copy(name);
	if (whole && others.length === 0) content = structuredClone(record);
	// What others are to the person, as directors or related, stands within the person's own place.
	for (const { place } of others)
		if (mine.some((each) => isWithin(place, each.place))) {
			const path = parsePath(place);
			const part = path === undefined ? undefined : partOf(masked, path);
			if (path !== undefined && part !== undefined) content = putPart(content, path, part);
		}
	const gone = others.filter(({ place }) => !mine.some((each) => isWithin(each.place, place)));
	return {
		places: mine.map(({ place, role }) => ({ place, role })),
		content: withoutParts(content, new Set(gone.map(({ place }) => place))),
		others: gone.length,
	};
}

/** The same without the members of lists at these places: of others, nothing is left but that they were there. */
function withoutParts(content: unknown, places: ReadonlySet<string>): { [name: string]: unknown } {
	const look = (value: unknown, place: string): unknown => {
		if (Array.isArray(value))
			return value.flatMap((each, at) => {
				const here = `${place}[${at}]`;
				return places.has(here) ? [] : [look(each, here)];
			});
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).flatMap(([name, member]) => {
				const here = place === '' ? name : `${place}.${name}`;
				return places.has(here) ? [] : [[name, look(member, here)]];
			}),
		);
	};
	const left = look(content, '');
	return typeof left === 'object' && left !== null ? { ...left } : {};
}
