/**
 * Code lists of PNRGOV (IATA/ICAO implementation guide, 11.1 and later; PADIS codes) and the small grammars inside it:
 * days as `280918` and `28SEP18`, names with a glued title.
 */
import { dateOf, fullYear } from '../../../values/calendar.ts';
import { readClock } from '../edifact/date-time.ts';
import { isTitle } from '../paxlst/codes.ts';

/** MSG function: the whole booking, a change to what was sent before, or its cancellation. */
export const FUNCTIONS: { readonly [code: string]: 'original' | 'update' | 'cancellation' } = {
	'22': 'original',
	'77': 'original',
	'141': 'update',
	'1': 'cancellation',
};

/**
 * Special services that reveal religion, health or other sensitive facts (Council Directive 2004/82/EC and the ICAO PNR
 * guidelines, doc 9944, ask receivers to filter them). They are left out, with their texts: meals, wheelchairs and
 * medical cases, the blind and the deaf, unaccompanied or assisted persons, deportees, the pregnant.
 */
const SENSITIVE = new Set(
	'MEDA MAAS STCR OXYG DPNA BLND DEAF WEAP DEPA DEPU DEPO INAD LANG ESAN SVAN PPOC UMNR NSSR PNUT'.split(' '),
);

export const isSensitive = (code: string): boolean =>
	SENSITIVE.has(code) || /^[A-Z]{2}ML$/.test(code) || /^WC[A-Z]{2}$/.test(code) || code === 'SPML';

/** Texts in which a sensitive service is written out ("VGML", "WHEELCHAIR", "HALAL"): they are left out as a whole. */
export const looksSensitive = (text: string): boolean =>
	/\b(?:[A-Z]{2}ML|WC[HBLM][A-Z]|MEDA|BLND|DEAF|WHEELCHAIR|HALAL|KOSHER|MOSLEM|MUSLIM|HINDU|JEWISH|DIABETIC|PREGNANT|DISAB\w*|MEDICAL)\b/i.test(
		text,
	);

export const TRAVELLER_TYPES: { readonly [code: string]: 'adult' | 'child' | 'infant' } = {
	A: 'adult',
	ADT: 'adult',
	C: 'child',
	CHD: 'child',
	CNN: 'child',
	IN: 'infant',
	INF: 'infant',
	INS: 'infant',
};

/** Schemes of the document types of ICAO 9303 and DOCS. */
export function documentScheme(type: string): string {
	const letter = type.slice(0, 1).toUpperCase();
	if (letter === 'P') return 'passport';
	if (letter === 'V') return 'visa';
	if (letter === 'I' || letter === 'A' || letter === 'C')
		return type.toUpperCase() === 'C1' ? 'residence-permit' : 'identity-card';
	return letter === 'R' ? 'residence-permit' : 'travel-document';
}

export const documentType = (scheme: string): string =>
	({ passport: 'P', visa: 'V', 'identity-card': 'I', 'residence-permit': 'R' })[scheme] ?? 'F';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** `28SEP18` or `28SEP2018` as `YYYY-MM-DD`. A birth is never after the year of the message. */
export function readNamedDay(text: string, year: number, use: 'birth' | 'nearest'): string | undefined {
	const match = /^(\d{1,2})([A-Z]{3})(\d{2}|\d{4})$/.exec(text.trim().toUpperCase());
	if (match === null) return undefined;
	const [, day = '', month = '', written = ''] = match;
	const full = written.length === 4 ? Number(written) : fullYear(Number(written), year, use);
	return dateOf(full, MONTHS.indexOf(month) + 1, Number(day));
}

/** `YYYY-MM-DD` as `28SEP18`. */
export const writeNamedDay = (date: string): string =>
	`${date.slice(8, 10)}${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}${date.slice(2, 4)}`;

/** `DDMMYY` as `YYYY-MM-DD`, in the century nearest to the message. */
export function readDay(text: string, year: number): string | undefined {
	const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text.trim());
	return match === null
		? undefined
		: dateOf(fullYear(Number(match[3]), year, 'nearest'), Number(match[2]), Number(match[1]));
}

/** `DDMMYY` and `HHMM[SS]` as `YYYY-MM-DDTHH:MM[:SS]`; midnight where only the day is given. */
export function readDayTime(day: string, time: string, year: number): string | undefined {
	const date = readDay(day, year);
	return date === undefined ? undefined : `${date}T${readClock(time) ?? '00:00'}`;
}

export const writeDay = (dateTime: string): string =>
	`${dateTime.slice(8, 10)}${dateTime.slice(5, 7)}${dateTime.slice(2, 4)}`;
export const writeClock = (dateTime: string): string => dateTime.slice(11, 16).replace(':', '');

/** Parts a given name from the title behind it: "MOLLY MRS", "MOLLYMRS", "JOHN MR". */
export function splitTitle(
	given: string,
	sex: 'female' | 'male' | 'unspecified' | undefined,
): { given: string; title?: string } {
	const cut = given.lastIndexOf(' ');
	if (cut > 0 && isTitle(given.slice(cut + 1)))
		return { given: given.slice(0, cut).trim(), title: given.slice(cut + 1) };
	// Without a blank a title is told from the end of a name by its letters; "MS" only where the sex agrees (WILLIAMS).
	const glued = /^(.{2,}?)(MRS|MISS|MSTR|MR|MS)$/.exec(given);
	const [, rest, title] = glued ?? [];
	if (rest === undefined || title === undefined || (title === 'MS' && sex !== 'female')) return { given };
	return { given: rest, title };
}
