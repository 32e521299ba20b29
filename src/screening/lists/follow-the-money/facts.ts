/**
 * From the entities of FollowTheMoney to entries of a list. In: an entity, and what others say of it (its passports, sanctions
 * and addresses). Out: an entry.
 */
import type { ListEntry } from '../../../../contract/lists.ts';
import { toCountryCode } from '../../../values/country-names.ts';
import { parseEmails, parsePhones, parseSex } from '../contacts.ts';
import { parseListDates, parseListDay } from '../dates.ts';
import { closeDraft, type EntryDraft, openDraft } from '../entry.ts';
import { makeIdentifier, schemeOf } from '../identifiers.ts';
import type { ProblemSheet } from '../model.ts';
import { plainName } from '../names.ts';
import { tellingText } from '../plain-text.ts';
import type { FtmEntity } from './line.ts';
import { ENTRY_KINDS, FACT_HOLDERS, IDENTIFIER_PROPERTIES } from './schemata.ts';

const of = (entity: FtmEntity, property: string): readonly string[] => entity.properties.get(property) ?? [];
const firstOf = (entity: FtmEntity, property: string): string | undefined => of(entity, property)[0];

/** Makes the entry of an entity whose schema is one of `ENTRY_KINDS`. */
export function entryOfFtm(
	entity: FtmEntity,
	others: readonly FtmEntity[],
	place: string,
	sheet: ProblemSheet,
): ListEntry | undefined {
	const kind = ENTRY_KINDS.get(entity.schema) ?? 'organisation';
	// A legal entity is a person or not; what only persons have tells.
	const isPerson =
		kind === 'person' ||
		(entity.schema === 'LegalEntity' &&
			['birthDate', 'birthPlace', 'gender', 'firstName', 'lastName'].some(
				(each) => of(entity, each).length > 0,
			));
	const draft = openDraft(entity.id, isPerson ? 'person' : kind);
	addNames(draft, entity);
	addFacts(draft, entity);
	for (const { property, entity: inside } of entity.nested) addOther(draft, inside, property);
	for (const other of others) addOther(draft, other, undefined);
	return closeDraft(draft, place, sheet);
}

function addNames(draft: EntryDraft, entity: FtmEntity): void {
	const push = (text: string, quality: 'primary' | 'strong' | 'weak', kind?: string): void => {
		const name = plainName(text, { quality, kind });
		if (name !== undefined) draft.names.push(name);
	};
	const names = of(entity, 'name');
	// The caption is the name that the publisher chose; the others are as good.
	const caption = entity.caption !== undefined && names.includes(entity.caption) ? entity.caption : names[0];
	const [family, given] = [of(entity, 'lastName'), of(entity, 'firstName')];
	if (caption !== undefined) {
		const [only, first] = [family[0], given[0]];
		const name = plainName(caption, { quality: 'primary' });
		const parted = family.length === 1 && given.length === 1 && only !== undefined && first !== undefined;
		if (name !== undefined) draft.names.push(parted ? { ...name, family: only, given: first } : name);
	}
	for (const name of names) if (name !== caption) push(name, 'strong');
	for (const alias of of(entity, 'alias')) push(alias, 'strong', 'aka');
	for (const alias of of(entity, 'previousName')) push(alias, 'strong', 'fka');
	for (const alias of of(entity, 'weakAlias')) push(alias, 'weak', 'aka');
	for (const alias of of(entity, 'abbreviation')) push(alias, 'weak', 'initials');
	if (caption === undefined && family[0] !== undefined)
		push([given[0], family[0]].filter((part) => part !== undefined).join(' '), 'primary');
}

function addFacts(draft: EntryDraft, entity: FtmEntity): void {
	for (const date of of(entity, 'birthDate')) draft.born.push(...parseListDates(date));
	if (of(entity, 'deathDate').length > 0) draft.died = true;
	const sex = parseSex(firstOf(entity, 'gender'));
	if (sex !== undefined) draft.sex = sex;
	for (const property of ['nationality', 'citizenship']) pushCodes(draft.nationalities, of(entity, property));
	for (const property of ['country', 'jurisdiction', 'mainCountry', 'flag'])
		pushCodes(draft.countries, of(entity, property));
	for (const property of ['birthPlace', 'birthCountry'])
		for (const place of of(entity, property)) {
			const text = tellingText(place);
			if (text !== undefined) draft.birthPlaces.push(text);
		}
	for (const [property, scheme] of IDENTIFIER_PROPERTIES)
		for (const value of of(entity, property)) {
			// The code of a bank is nobody's account.
			if (draft.kind === 'account' && (scheme === 'swift' || scheme === 'bank-code')) continue;
			const written = scheme === 'company-register' && draft.kind === 'person' ? 'identity-card' : scheme;
			const identifier = makeIdentifier(ofThing(written, draft, property), value);
			if (identifier !== undefined) draft.identifiers.push(identifier);
		}
	for (const address of of(entity, 'address')) {
		const street = tellingText(address, 1_000);
		if (street !== undefined) draft.addresses.push({ street });
	}
	for (const phone of of(entity, 'phone')) draft.phones.push(...parsePhones(phone));
	for (const email of of(entity, 'email')) draft.emails.push(...parseEmails(email));
	for (const property of ['position', 'title'] as const)
		for (const position of of(entity, property)) draft.positions.push(position);
	for (const programme of [...of(entity, 'program'), ...of(entity, 'programId'), ...of(entity, 'topics')])
		draft.programmes.push(programme);
	for (const note of [...of(entity, 'notes'), ...of(entity, 'summary'), ...of(entity, 'description')])
		draft.remarks.push(note);
	const listed = parseListDay(firstOf(entity, 'createdAt'));
	const changed = parseListDay(firstOf(entity, 'modifiedAt'));
	if (listed !== undefined) draft.listedOn ??= listed;
	if (changed !== undefined) draft.changedOn ??= changed;
}

/** The registration number of a vehicle is its plate, that of an aircraft its mark. */
function ofThing(scheme: string, draft: EntryDraft, property: string): string {
	if (property !== 'registrationNumber') return scheme;
	if (draft.kind === 'vehicle') return 'plate';
	return draft.kind === 'aircraft' ? 'aircraft' : scheme;
}

function pushCodes(into: string[], values: readonly string[]): void {
	for (const value of values) {
		const text = tellingText(value, 100);
		if (text !== undefined) into.push(toCountryCode(text) ?? text);
	}
}

/** Adds what an entity says of the one that it belongs to. */
function addOther(draft: EntryDraft, other: FtmEntity, property: string | undefined): void {
	switch (other.schema) {
		case 'Address': {
			draft.addresses.push(...addressesOf(other));
			if (property === undefined || property === 'addressEntity')
				pushCodes(draft.countries, of(other, 'country'));
			break;
		}
		case 'Passport':
		case 'Identification': {
			const type = firstOf(other, 'type');
			const scheme =
				other.schema === 'Passport'
					? 'passport'
					: ((type === undefined ? undefined : schemeOf(type)) ?? 'identity-card');
			const note = [type, firstOf(other, 'startDate'), firstOf(other, 'endDate'), firstOf(other, 'summary')]
				.filter((part) => part !== undefined)
				.join(' ');
			for (const number of [...of(other, 'number'), ...of(other, 'passportNumber')]) {
				const identifier = makeIdentifier(scheme, number, {
					issuer: firstOf(other, 'country'),
					note: note === '' ? undefined : note,
				});
				if (identifier !== undefined) draft.identifiers.push(identifier);
			}
			break;
		}
		case 'Sanction': {
			draft.programmes.push(...of(other, 'program'), ...of(other, 'programId'));
			for (const text of [...of(other, 'authority'), ...of(other, 'provisions'), ...of(other, 'reason')])
				draft.remarks.push(text);
			const listed = [...of(other, 'listingDate'), ...of(other, 'startDate')].sort()[0];
			const day = parseListDay(listed);
			if (day !== undefined && (draft.listedOn === undefined || day < draft.listedOn)) draft.listedOn = day;
			break;
		}
		default:
			break;
	}
}

function addressesOf(address: FtmEntity): EntryDraft['addresses'] {
	const text = (property: string): string | undefined => tellingText(firstOf(address, property), 1_000);
	const full = text('full');
	const street =
		[text('street'), text('street2')].filter((part) => part !== undefined).join(', ') || undefined;
	const [city, postcode, country] = [text('city'), text('postalCode'), text('country')];
	const line = street ?? (city === undefined ? full : undefined);
	if (line === undefined && city === undefined && country === undefined) return [];
	return [
		{
			...(line === undefined ? {} : { street: line }),
			...(city === undefined ? {} : { city }),
			...(postcode === undefined ? {} : { postcode }),
			...(country === undefined ? {} : { country: toCountryCode(country) ?? country }),
		},
	];
}

/** Identifiers of the entities that an entity's facts belong to; empty where it has none of its own. */
export function holdersOf(entity: FtmEntity): readonly string[] {
	const property = FACT_HOLDERS.get(entity.schema);
	return property === undefined ? [] : of(entity, property);
}
