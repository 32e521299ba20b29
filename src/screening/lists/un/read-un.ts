/**
 * The consolidated list of the United Nations Security Council, in the XML that is published (CONSOLIDATED_LIST of
 * sc-sanctions.xsd). In: bytes, through the XML reader of intake. Out: entries. The key is REFERENCE_NUMBER: it stays when
 * DATAID changes. An element that cannot be read is a problem with its line; the rest is read.
 */
import type { ListEntry } from '../../../../contract/lists.ts';
import type { XmlElement } from '../../../intake/formats/xml/element.ts';
import { child, childrenOf, textOf } from '../../../intake/formats/xml/element.ts';
import { openXml } from '../../../intake/formats/xml/reader.ts';
import { countriesIn } from '../../../values/country-names.ts';
import { isImoNumber } from '../../../values/imo-number.ts';
import { parseEmails, parsePhones, parseSex } from '../contacts.ts';
import { parseListDates, parseListDay } from '../dates.ts';
import { closeDraft, type EntryDraft, openDraft } from '../entry.ts';
import { makeIdentifier, parseNumber, schemeOf } from '../identifiers.ts';
import type { ListLimits, ListRefusal, ProblemSheet } from '../model.ts';
import { organisationNames, partAliases, personName } from '../names.ts';
import { tellingText, tidyText } from '../plain-text.ts';
import { intakeContext } from '../unpack.ts';

const CHUNK_BYTES = 256 * 1024;

export type UnReading = { entries: ListEntry[]; publishedAt?: string; refused?: ListRefusal };

/** True where the text begins like this list. */
export const looksLikeUn = (head: string): boolean => /<(?:\w{1,20}:)?CONSOLIDATED_LIST[\s>]/.test(head);

/** Reads one document. */
export function readUn(bytes: Uint8Array, limits: ListLimits, sheet: ProblemSheet): UnReading {
	const reading: UnReading = { entries: [] };
	const keys = new Set<string>();
	const reader = openXml(
		intakeContext(limits),
		(element, ancestors) => {
			if (element.name === 'INDIVIDUAL' || element.name === 'ENTITY') return 'read';
			return ancestors.length < 2 ? 'enter' : 'aside';
		},
		(delivery) => {
			if (delivery.type === 'failure') {
				sheet.add(delivery.place.words, delivery.reason, delivery.remedy);
				reading.refused ??= {
					code: delivery.code.startsWith('limit.') ? 'too-large' : 'unreadable',
					reason: delivery.reason,
					remedy: delivery.remedy,
				};
			} else if (delivery.type === 'element' && delivery.choice === 'read') {
				const { element } = delivery;
				const place = `line ${element.line} (${textOf(element, 'REFERENCE_NUMBER') ?? element.name})`;
				const entry = readEntry(element, place, sheet);
				if (entry === undefined) return;
				if (keys.has(entry.key)) {
					sheet.add(
						place,
						`${entry.key} is in the file twice; the first was kept`,
						'Load the file as published.',
					);
					return;
				}
				keys.add(entry.key);
				reading.entries.push(entry);
			}
		},
	);
	for (let at = 0; at < bytes.length; at += CHUNK_BYTES) reader.push(bytes.subarray(at, at + CHUNK_BYTES));
	reader.end();
	// The root's attributes are not delivered; its date stands in the first bytes.
	const root = new TextDecoder().decode(bytes.subarray(0, 4_096));
	const published = /\bdateGenerated\s?=\s?["']([\dT:.+Z-]{10,40})["']/.exec(root)?.[1];
	if (published !== undefined) reading.publishedAt = published;
	// What came before a damaged end stays; a list of which nothing came is refused.
	if (reading.entries.length > 0) delete reading.refused;
	return reading;
}

function readEntry(element: XmlElement, place: string, sheet: ProblemSheet): ListEntry | undefined {
	const key = tidyText(textOf(element, 'REFERENCE_NUMBER')) ?? tidyText(textOf(element, 'DATAID'));
	if (key === undefined) {
		sheet.add(place, 'the element has no REFERENCE_NUMBER and no DATAID', 'Load the file as published.');
		return undefined;
	}
	const isPerson = element.name === 'INDIVIDUAL';
	const draft = openDraft(key, isPerson ? 'person' : 'organisation');
	readNames(draft, element, isPerson);
	readBirth(draft, element);
	for (const document of childrenOf(element, 'INDIVIDUAL_DOCUMENT')) readDocument(draft, document);
	for (const name of ['INDIVIDUAL_ADDRESS', 'ENTITY_ADDRESS'])
		for (const address of childrenOf(element, name)) readAddress(draft, address);
	for (const nationality of valuesOf(element, 'NATIONALITY')) {
		const codes = countriesIn(nationality);
		draft.nationalities.push(...(codes.length > 0 ? codes : [nationality]));
	}
	draft.positions.push(...valuesOf(element, 'DESIGNATION'), ...valuesOf(element, 'TITLE'));
	const sex = parseSex(textOf(element, 'GENDER'));
	if (sex !== undefined) draft.sex = sex;
	const programme = tellingText(textOf(element, 'UN_LIST_TYPE'), 200);
	if (programme !== undefined) draft.programmes.push(programme);
	const listed = parseListDay(textOf(element, 'LISTED_ON'));
	if (listed !== undefined) draft.listedOn = listed;
	const updated = valuesOf(element, 'LAST_DAY_UPDATED').flatMap((day) => parseListDay(day) ?? []);
	const newest = updated.sort().at(-1);
	if (newest !== undefined) draft.changedOn = newest;
	const submitter = tellingText(textOf(element, 'SUBMITTED_BY'));
	if (submitter !== undefined) draft.remarks.push(`Submitted by ${submitter}`);
	readComments(draft, tidyText(textOf(element, 'COMMENTS1'), 8_000), isPerson);
	return closeDraft(draft, place, sheet);
}

/** Texts of the VALUE elements inside, or of the element itself. */
function valuesOf(element: XmlElement, name: string): string[] {
	return childrenOf(element, name).flatMap((each) => {
		const values = childrenOf(each, 'VALUE');
		return (values.length > 0 ? values : [each]).flatMap((value) => tellingText(value.text, 1_000) ?? []);
	});
}

function readNames(draft: EntryDraft, element: XmlElement, isPerson: boolean): void {
	const parts = [
		'FIRST_NAME',
		'SECOND_NAME',
		'THIRD_NAME',
		'FOURTH_NAME',
		'FIFTH_NAME',
		'SIXTH_NAME',
	].flatMap((part) => tellingText(textOf(element, part)) ?? []);
	pushNames(draft, parts.join(' '), isPerson, 'primary');
	for (const original of childrenOf(element, 'NAME_ORIGINAL_SCRIPT'))
		pushNames(draft, original.text, isPerson, 'strong', 'original script');
	for (const name of ['INDIVIDUAL_ALIAS', 'ENTITY_ALIAS']) {
		for (const alias of childrenOf(element, name)) {
			const quality = textOf(alias, 'QUALITY')?.toLowerCase() ?? '';
			const kind = /f\.?k\.?a/.test(quality) ? 'fka' : 'aka';
			pushNames(
				draft,
				child(alias, 'ALIAS_NAME')?.text ?? '',
				isPerson,
				quality === 'low' ? 'weak' : 'strong',
				kind,
			);
			for (const born of childrenOf(alias, 'DATE_OF_BIRTH')) draft.born.push(...parseListDates(born.text));
			const birthPlace = ['CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH'].flatMap(
				(part) => tellingText(textOf(alias, part)) ?? [],
			);
			if (birthPlace.length > 0) draft.birthPlaces.push(birthPlace.join(', '));
			const note = tellingText(textOf(alias, 'NOTE'));
			if (note !== undefined) draft.remarks.push(note);
		}
	}
}

function pushNames(
	draft: EntryDraft,
	text: string,
	isPerson: boolean,
	quality: 'primary' | 'strong' | 'weak',
	kind?: string,
): void {
	for (const [at, part] of partAliases(text, isPerson).entries()) {
		const naming = { quality: quality === 'primary' && at > 0 ? 'strong' : quality, kind } as const;
		if (isPerson) {
			const name = personName(part, naming);
			if (name !== undefined) draft.names.push(name);
		} else draft.names.push(...organisationNames(part, naming));
	}
}

function readBirth(draft: EntryDraft, element: XmlElement): void {
	for (const born of childrenOf(element, 'INDIVIDUAL_DATE_OF_BIRTH')) {
		const type = textOf(born, 'TYPE_OF_DATE') ?? '';
		const note = tidyText(textOf(born, 'NOTE')) ?? '';
		const [from, to] = [textOf(born, 'FROM_YEAR'), textOf(born, 'TO_YEAR')];
		const span = [from, to].filter((year) => year !== undefined).join(' to ');
		const date = textOf(born, 'DATE') ?? (span === '' ? textOf(born, 'YEAR') : span);
		const about = /approx/i.test(type) || /approx|circa|about/i.test(note) ? 'circa ' : '';
		// A month in the note completes a year; a whole date there stands for a missing one.
		const text =
			date === undefined
				? note
				: /^\d{4}$/.test(date) && /^[a-z]{3,9}\.?$/i.test(note)
					? `${note} ${date}`
					: date;
		draft.born.push(...parseListDates(about + text));
	}
	for (const place of childrenOf(element, 'INDIVIDUAL_PLACE_OF_BIRTH')) {
		const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY'].flatMap(
			(part) => tellingText(textOf(place, part)) ?? [],
		);
		if (parts.length > 0) draft.birthPlaces.push(parts.join(', '));
	}
}

function readDocument(draft: EntryDraft, document: XmlElement): void {
	const [type, second, number, note] = ['TYPE_OF_DOCUMENT', 'TYPE_OF_DOCUMENT2', 'NUMBER', 'NOTE'].map(
		(part) => tellingText(textOf(document, part)),
	);
	const issuer =
		tellingText(textOf(document, 'ISSUING_COUNTRY')) ?? tellingText(textOf(document, 'COUNTRY_OF_ISSUE'));
	const whole = [
		...new Set([type, second, number, issuer, tellingText(textOf(document, 'DATE_OF_ISSUE')), note]),
	]
		.filter((part) => part !== undefined)
		.join(' ');
	// The second type says more than the first; where there is no number, it or the note may hold one.
	for (const written of [number, second, note]) {
		const parsed = written === undefined ? undefined : parseNumber(written);
		if (parsed === undefined) continue;
		const scheme =
			[parsed.label, second, type]
				.map((label) => (label === undefined ? undefined : schemeOf(label)))
				.find((found) => found !== undefined && found !== 'local') ?? 'identity-card';
		const identifier = makeIdentifier(scheme, parsed.value, { issuer: issuer ?? parsed.issuer, note: whole });
		if (identifier !== undefined) draft.identifiers.push(identifier);
		return;
	}
	if (whole !== '' && whole !== type) draft.remarks.push(whole);
}

function readAddress(draft: EntryDraft, element: XmlElement): void {
	const [street, city, state, postcode, country, note] = [
		'STREET',
		'CITY',
		'STATE_PROVINCE',
		'ZIP_CODE',
		'COUNTRY',
		'NOTE',
	].map((part) => tellingText(textOf(element, part), 1_000));
	const codes = country === undefined ? [] : countriesIn(country);
	const code = codes[0] ?? country;
	const cityAndState = [city, state].filter((part) => part !== undefined).join(', ');
	if (street !== undefined || cityAndState !== '' || postcode !== undefined || code !== undefined)
		draft.addresses.push({
			...(street === undefined ? {} : { street }),
			...(cityAndState === '' ? {} : { city: cityAndState }),
			...(postcode === undefined ? {} : { postcode }),
			...(code === undefined ? {} : { country: code }),
		});
	draft.countries.push(...codes);
	if (note === undefined) return;
	draft.emails.push(...parseEmails(note));
	readPhones(draft, note);
	draft.remarks.push(note);
}

const PHONE = /\b(?:tele)?(?:phone|tel|fax|mobile)s?\b[\s.:a-z]{0,20}([+(\d][\d\s()+/-]{5,40})/gi;

function readPhones(draft: EntryDraft, text: string): void {
	for (const [, number] of text.slice(0, 4_000).matchAll(PHONE))
		draft.phones.push(...parsePhones(number ?? ''));
}

const IMO = /\bIMO\)?(?:\s?(?:number|no\.?))?\s?[:#]?\s?(\d{7})\b/gi;
const MMSI = /\bMMSI\s?(?:number|no\.?)?\s?[:#]?\s?(\d{9})\b/i;
const COMPANY_NAME =
	/\b(?:compan(?:y|ies)|co|corp\w*|ltd|limited|llc|inc|gmbh|shipping|maritime|marine|trading|management|group|bank|line|lines|agency|services?|office|ministry|department|fleet|holdings?|s\.?a)\b/i;
const SHIP = /\b(?:vessel|ship|tanker|carrier|freighter|flag(?:ged)?|gross tonnage|dwt)\b/i;

function readComments(draft: EntryDraft, comments: string | undefined, isPerson: boolean): void {
	if (comments === undefined) return;
	draft.remarks.push(comments);
	draft.emails.push(...parseEmails(comments));
	readPhones(draft, comments);
	if (isPerson) {
		if (
			/\bdeceased\b|\bconfirmed dead\b|\b(?:was|been) (?:reportedly )?killed\b|\bdied (?:in|on)\b/i.test(
				comments,
			)
		)
			draft.died = true;
		return;
	}
	const numbers = new Set([...comments.matchAll(IMO)].map(([, number]) => number ?? ''));
	const [number] = numbers;
	// Of several numbers nobody can say which is whose.
	if (number === undefined || numbers.size > 1) return;
	const name = draft.names[0]?.full ?? '';
	// Ships have numbers from 6 on with a check digit, or old ones with 5; companies have lower ones (IMO A.1117(30), MSC.160(78)).
	const isShip =
		/^[5-9]/.test(number) &&
		isImoNumber(number) &&
		!COMPANY_NAME.test(name) &&
		(/^(?:m\/?v|m\/?t|m\.v\.|s\/?s)\b/i.test(name) || (/^[6-9]/.test(number) && SHIP.test(comments)));
	if (isShip) draft.kind = 'vessel';
	const identifier = makeIdentifier(isShip ? 'imo' : 'imo-company', number, { note: `IMO ${number}` });
	if (identifier !== undefined) draft.identifiers.push(identifier);
	const mmsi = isShip ? MMSI.exec(comments)?.[1] : undefined;
	if (mmsi !== undefined) draft.identifiers.push({ scheme: 'mmsi', value: mmsi });
}
