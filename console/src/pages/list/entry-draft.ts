/**
 * An entry of one's own list while it is being written: texts in fields. In: an entry, or nothing. Out: an entry that the
 * contract accepts, or what is wrong with it, field by field. What the form has no field for stays as it was.
 */
import {
	type ListDate,
	type ListEntry,
	type ListEntryKind,
	type ListIdentifier,
	type ListName,
	listEntry,
} from '../../../../contract/lists.ts';
import { formatListDate } from '../../screening/describe.ts';
import { type InstructionDraft, readInstruction, writeInstruction } from './instruction-draft.ts';

export type EntryDraft = {
	key: string;
	kind: ListEntryKind;
	names: readonly { full: string; quality: ListName['quality'] }[];
	identifiers: readonly { scheme: string; value: string; issuer: string }[];
	addresses: readonly { street: string; city: string; postcode: string; country: string }[];
	/** Several with commas or on lines of their own. */
	born: string;
	sex: string;
	nationalities: string;
	countries: string;
	birthPlaces: string;
	phones: string;
	emails: string;
	programmes: string;
	remarks: string;
	instruction: InstructionDraft;
};

export type DraftField = keyof EntryDraft;

/** Fields that a kind of entry has, besides number, remarks, programmes and instruction, which all have. */
export const fieldsOf: { readonly [kind in ListEntryKind]: readonly DraftField[] } = {
	person: [
		'names',
		'born',
		'sex',
		'nationalities',
		'countries',
		'birthPlaces',
		'identifiers',
		'addresses',
		'phones',
		'emails',
	],
	organisation: ['names', 'countries', 'identifiers', 'addresses', 'phones', 'emails'],
	vessel: ['names', 'identifiers', 'countries'],
	aircraft: ['identifiers', 'names', 'countries'],
	vehicle: ['identifiers', 'countries'],
	equipment: ['identifiers'],
	document: ['identifiers', 'names', 'nationalities'],
	account: ['identifiers', 'names', 'countries'],
	address: ['addresses'],
	phone: ['phones', 'names'],
	email: ['emails', 'names'],
};

/** Number that comes first to mind for a kind of entry. */
export const usualScheme: { readonly [kind in ListEntryKind]: string } = {
	person: 'passport',
	organisation: 'registration',
	vessel: 'imo',
	aircraft: 'aircraft',
	vehicle: 'plate',
	equipment: 'container',
	document: 'passport',
	account: 'iban',
	address: 'other',
	phone: 'other',
	email: 'other',
};

const emptyAddress = { street: '', city: '', postcode: '', country: '' };

/** @param key a number for a new entry. */
export const emptyDraft = (key: string, kind: ListEntryKind = 'person'): EntryDraft => ({
	key,
	kind,
	names: [{ full: '', quality: 'primary' }],
	identifiers: [{ scheme: usualScheme[kind], value: '', issuer: '' }],
	addresses: [emptyAddress],
	born: '',
	sex: '',
	nationalities: '',
	countries: '',
	birthPlaces: '',
	phones: '',
	emails: '',
	programmes: '',
	remarks: '',
	instruction: writeInstruction({}),
});

export function draftOf(entry: ListEntry): EntryDraft {
	const empty = emptyDraft(entry.key, entry.kind);
	return {
		...empty,
		names: entry.names.length > 0 ? entry.names.map(({ full, quality }) => ({ full, quality })) : empty.names,
		identifiers: entry.identifiers?.length
			? entry.identifiers.map(({ scheme, value, issuer }) => ({ scheme, value, issuer: issuer ?? '' }))
			: empty.identifiers,
		addresses: entry.addresses?.length
			? entry.addresses.map((address) => ({ ...emptyAddress, ...address }))
			: empty.addresses,
		born: (entry.born ?? []).map(formatListDate).join(', '),
		sex: entry.sex ?? '',
		nationalities: (entry.nationalities ?? []).join(', '),
		countries: (entry.countries ?? []).join(', '),
		birthPlaces: (entry.birthPlaces ?? []).join('\n'),
		phones: (entry.phones ?? []).join(', '),
		emails: (entry.emails ?? []).join(', '),
		programmes: (entry.programmes ?? []).join(', '),
		remarks: entry.remarks ?? '',
		instruction: writeInstruction(entry.instruction ?? {}),
	};
}

const partsOf = (text: string, separator: RegExp): string[] =>
	text
		.split(separator)
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** `1956`, `1956-03`, `1956-03-04`, `about 1956`, `1956 to 1959`; undefined where it is none of them. */
export function parseListDate(text: string): ListDate | undefined {
	const about = /^(?:about|circa|ca\.?)\s+/i.exec(text)?.[0] ?? '';
	const [from, until, ...rest] = text.slice(about.length).split(/\s+to\s+|\.\./);
	if (from === undefined || rest.length > 0) return undefined;
	const isDate = (date: string) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date);
	if (!isDate(from) || (until !== undefined && !isDate(until))) return undefined;
	return { from, ...(until === undefined ? {} : { until }), ...(about ? { about: true } : {}) };
}

export type ReadDraft = { entry: ListEntry } | { problems: readonly { field: DraftField; reason: string }[] };

/**
 * @param base the entry as it was, where one is changed.
 * @returns the entry, or problems; the first problem of each field.
 */
export function readDraft(draft: EntryDraft, base?: ListEntry): ReadDraft {
	const has = (field: DraftField) => fieldsOf[draft.kind].includes(field);
	const problems: { field: DraftField; reason: string }[] = [];
	const names = has('names')
		? draft.names.flatMap(({ full, quality }) => keptName(full.trim(), quality, base))
		: (base?.names ?? []);
	const identifiers = draft.identifiers.flatMap(({ scheme, value, issuer }) =>
		value.trim() === '' ? [] : [keptIdentifier({ scheme, value: value.trim(), issuer: issuer.trim() }, base)],
	);
	const addresses = draft.addresses.flatMap((address) => {
		const said = Object.entries(address).filter(([, text]) => text.trim() !== '');
		return said.length === 0 ? [] : [Object.fromEntries(said.map(([name, text]) => [name, text.trim()]))];
	});
	const born = partsOf(draft.born, /[,;\n]/).map((text) => ({ text, date: parseListDate(text) }));
	const bad = born.find(({ date }) => date === undefined);
	if (has('born') && bad)
		problems.push({
			field: 'born',
			reason: `“${bad.text}” is no date: YYYY-MM-DD, YYYY-MM, YYYY, about 1956, 1956 to 1959`,
		});
	const listed: { readonly [field in DraftField]?: readonly unknown[] } = {
		identifiers,
		addresses,
		born: born.map(({ date }) => date),
		nationalities: partsOf(draft.nationalities, /[,;\n]/),
		countries: partsOf(draft.countries, /[,;\n]/),
		birthPlaces: partsOf(draft.birthPlaces, /[;\n]/),
		phones: partsOf(draft.phones, /[,;\n]/),
		emails: partsOf(draft.emails, /[,;\s]/),
	};
	const instruction = readInstruction(draft.instruction);
	const {
		instruction: _instruction,
		remarks: _remarks,
		programmes: _programmes,
		sex: _sex,
		...rest
	} = base ?? ({} as Partial<ListEntry>);
	const programmes = partsOf(draft.programmes, /[,;\n]/);
	const candidate: Record<string, unknown> = {
		...rest,
		key: draft.key.trim(),
		kind: draft.kind,
		names,
		...(has('sex') && draft.sex !== '' ? { sex: draft.sex } : {}),
		...(programmes.length > 0 ? { programmes } : {}),
		...(draft.remarks.trim() === '' ? {} : { remarks: draft.remarks.trim() }),
		...(Object.keys(instruction).length > 0 ? { instruction } : {}),
	};
	for (const [field, values] of Object.entries(listed)) {
		delete candidate[field];
		if (has(field as DraftField) && values.length > 0) candidate[field] = values;
	}
	const read = listEntry.safeParse(candidate);
	if (!read.success)
		for (const { path, message } of read.error.issues) {
			const field = String(path[0] ?? 'key') as DraftField;
			if (!problems.some((problem) => problem.field === field)) problems.push({ field, reason: message });
		}
	const says = fieldsOf[draft.kind].some((field) =>
		field === 'names' ? names.length > 0 : (listed[field]?.length ?? 0) > 0,
	);
	const first = fieldsOf[draft.kind][0];
	if (!says && first) problems.push({ field: first, reason: 'Say at least by what it is to be found' });
	return read.success && problems.length === 0 ? { entry: read.data } : { problems };
}

/** A name that stays keeps what the form does not show: its parts, and what the source calls it. */
function keptName(full: string, quality: ListName['quality'], base: ListEntry | undefined): ListName[] {
	if (full === '') return [];
	const before = base?.names.find((name) => name.full === full);
	return [{ ...before, full, quality }];
}

function keptIdentifier(
	{ scheme, value, issuer }: { scheme: string; value: string; issuer: string },
	base: ListEntry | undefined,
): ListIdentifier {
	const { issuer: _issuer, ...before } =
		base?.identifiers?.find((identifier) => identifier.scheme === scheme && identifier.value === value) ??
		({} as Partial<ListIdentifier>);
	return { ...before, scheme, value, ...(issuer === '' ? {} : { issuer }) };
}
