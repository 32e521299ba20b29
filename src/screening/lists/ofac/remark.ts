/**
 * One piece of the remarks of OFAC's lists: "DOB 15 Jan 1955", "Passport A1234567 (Iran) expires 2010", "Linked To: HAMAS".
 * In: a piece between semicolons. Out: the fact that it states. A piece that states none of the known kinds is a statement.
 * Kinds and labels: OFAC, Sanctions List Data Formats; labels of numbers are read by their words (identifiers.ts).
 */
import type { ListDate, ListIdentifier, ListName } from '../../../../contract/lists.ts';
import { parseEmails, parsePhones, parseSex } from '../contacts.ts';
import { parseListDates } from '../dates.ts';
import { makeIdentifier, parseNumber, schemeOf } from '../identifiers.ts';
import { personName, plainName } from '../names.ts';

/** What a note is about; it stays in the remarks. */
export type NoteTopic =
	| 'link'
	| 'sanctions'
	| 'vessel'
	| 'aircraft'
	| 'organisation'
	| 'relation'
	| 'status'
	| 'person'
	| 'website';

export type RemarkFact =
	| { readonly fact: 'name'; readonly name: ListName }
	| { readonly fact: 'born'; readonly dates: readonly ListDate[] }
	| { readonly fact: 'birth-place'; readonly place: string }
	| { readonly fact: 'sex'; readonly sex: 'female' | 'male' }
	| { readonly fact: 'nationality'; readonly country: string }
	| { readonly fact: 'country'; readonly country: string }
	| { readonly fact: 'identifier'; readonly identifier: ListIdentifier }
	| { readonly fact: 'phone'; readonly phones: readonly string[] }
	| { readonly fact: 'email'; readonly emails: readonly string[] }
	| { readonly fact: 'position'; readonly position: string }
	| { readonly fact: 'note'; readonly topic: NoteTopic; readonly text: string; readonly died?: true }
	| { readonly fact: 'statement'; readonly text: string };

const NOTES: readonly (readonly [RegExp, NoteTopic])[] = [
	[/^\(?(?:linked to|associated with|owned or controlled|affiliated with|acting for|assocated)/i, 'link'],
	[
		/^(?:secondary sanctions|additional sanctions|transactions prohibited|executive order|e\.o\.|caatsa|ifca|peesa|ieepa|subject to|section \d|directive|for more information|issuer name|listing date|effective date|purchase\/sales|target type|name used|ns-|this (?:designation|listing)|pursuant|sanctions|see also|fto|sdn|specially|cmic|nothing in this)/i,
		'sanctions',
	],
	[
		/^(?:other |former |previous |alternate )?(?:vessel|ship|flag|gross|dead.?weight|tonnage|year of build|build|hull)\b/i,
		'vessel',
	],
	[/^(?:other |former |previous )?aircraft|^date of manufacture|^model\b/i, 'aircraft'],
	[
		/^(?:all (?:offices|branches|locations)|organi[sz]ation|established|founded|date (?:of )?established|un\/locode|commercial name|legal form|type of (?:entity|business)|nature of|branch|subsidiar|headquarter|head office|any other office|includes|offices? |owner|owned|shareholder|parent|registered office|from\b|cheil|for\b)/i,
		'organisation',
	],
	[
		/^(?:\w+-)?(?:(?:eldest|second|youngest|half|first|third|former)[\s-])*(?:wife|husband|spouse|son|daughter|brother|sister|father|mother|child|nephew|niece|cousin|uncle|aunt|widow|relative|half-brother|step\w*|(?:son|daughter|brother|sister|father|mother)-in-law)\b/i,
		'relation',
	],
	[/^[^;]{0,80}'s? (?:\w+ )?(?:son|daughter|wife|brother|sister|father|mother|nephew|cousin)\b/i, 'relation'],
	[
		/^(?:icty|arrested|detained|currently|in custody|imprisoned|incarcerated|wanted|deceased|died|dead|killed|reportedly|possibly|believed|presumed|last known|at large|released|convicted|sentenced|extradited|deported|named in|interpol|indicted|fugitive|in prison|serving|located|resides?|residing|lives|whereabouts|convictions?|temporary suspension|listed)\b/i,
		'status',
	],
	[
		/^(?:ethnic\w*|tribe|subtribe|height|weight|eyes?|hair|complexion|build|languages?|speaks|physical|individual's|religion|chinese commercial code|occupation|father'?s? name|mother'?s? name|albu|\(?following data|photo|distinguishing|scars?|blood|marital)\b/i,
		'person',
	],
	[/^(?:web\s?site|url|http|www\.)/i, 'website'],
];

/** Words of offices, ranks and honours: what is left of a person's remarks is nearly always one of them. */
const POSITION =
	/\b(?:minist\w+|deputy|vice|director\w*|president\w*|chair\w*|members?|membership|command\w*|general|colonel|major|lieutenant|lt|gen|brig\w*|captain|sergeant|marshal|admiral|corporal|chief|head|heads|secretar\w+|governor\w*|officer|managing|manager|ambassador|consul\w*|judge|magistrate|prosecutor\w*|attorney|rector|lead\w*|official|representative\w*|advis[eo]r|aide|assistant|attache|diplomat|counsel\w*|counsellor|businessman|businesswoman|owner|founder|co-founder|trader|merchant|financier|accountant|treasurer|senator|mayor|deputy|mp|parliament\w*|politburo|inspector|superintendent|commissioner|registrar|supervis\w+|coordinator|principal|professor|doctor|dr|engineer|teacher|student|journalist|employee|agent|staff|worker|operative|dealer|recruiter|facilitator|courier|spokes\w+|title|position|rank|occupation|acting|former|ex|sheikh|shaykh|mullah|maulana|maulawi|moulana|mulawi|mawlawi|mufti|imam|qari|haji|hajji|hafiz|ustad|ustaz|ustadz|ayatollah|hojjatoleslam|sayyid|emir|amir|king|prince|princess|queen|bishop|priest|reverend|cadre|constituent|permanent|bureau|department|division|brigade|battalion|legal|executive|chef|rear|military|police|army|navy|force|security|intelligence|mufti|holder|partner|shareholder|auditor|broker|pilot|crew|dean|provincial|academician|scientist|researcher|state|liaison|second|first|third)\b/i;

const PREFIX = /^alt(?:ernate|ernative)?\.?\s+/i;

/** Splits remarks into pieces; the full stop at their end belongs to none of them. */
export const remarkPieces = (remarks: string): string[] =>
	remarks
		.replace(/\.\s*$/, '')
		.split(';')
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');

/** Reads one piece. */
export function parseRemark(piece: string, isPerson: boolean): RemarkFact {
	const text = piece.replace(PREFIX, '');
	const note = NOTES.find(([pattern]) => pattern.test(text));
	return (
		readName(text, isPerson) ??
		readPersonal(text) ??
		readContact(text) ??
		readThing(text, piece) ??
		(note === undefined ? readNumber(text, piece, isPerson) : undefined) ??
		readRest(text, note?.[1], isPerson)
	);
}

function readName(text: string, isPerson: boolean): RemarkFact | undefined {
	const match = /^(a\.k\.a|f\.k\.a|n\.k\.a|d\.b\.a|aka|fka|nka|dba)\.?,?:?\s+(.+)$/i.exec(text);
	if (match === null) return undefined;
	const kind = (match[1] ?? '').replace(/\./g, '').toLowerCase();
	const naming = { quality: 'weak', kind } as const;
	const written = (match[2] ?? '').replace(/^['‘"“]|['’"”]$/g, '');
	const name = isPerson ? personName(written, naming) : plainName(written, naming);
	return name === undefined ? undefined : { fact: 'name', name };
}

function readPersonal(text: string): RemarkFact | undefined {
	const match =
		/^(DOB|POB|Gender|Sex|nationality of registration|nationality|citizenship|citizen|date of birth|place of birth|born)\b:?\s*(.+)$/i.exec(
			text,
		);
	if (match === null) return undefined;
	const value = match[2] ?? '';
	switch ((match[1] ?? '').toLowerCase()) {
		case 'dob':
		case 'born':
		case 'date of birth': {
			const dates = parseListDates(value);
			return dates.length === 0 ? undefined : { fact: 'born', dates };
		}
		case 'pob':
		case 'place of birth':
			return { fact: 'birth-place', place: value };
		case 'gender':
		case 'sex': {
			const sex = parseSex(value);
			return sex === undefined ? undefined : { fact: 'sex', sex };
		}
		case 'nationality of registration':
			return { fact: 'country', country: value };
		default:
			return { fact: 'nationality', country: value };
	}
}

function readContact(text: string): RemarkFact | undefined {
	const phone =
		/^(?:tele)?(?:phone|tel|fax|mobile|cell(?:ular)?)\b\.?(?:\s?(?:number|no\.?))?\s?:?\s*(.+)$/i.exec(text);
	if (phone !== null) {
		const phones = parsePhones(phone[1] ?? '');
		if (phones.length > 0) return { fact: 'phone', phones };
	}
	const emails = text.includes('@') ? parseEmails(text) : [];
	return emails.length > 0 ? { fact: 'email', emails } : undefined;
}

/** Numbers and flags of vessels and aircraft, wallets, bank codes: labels that say more than a general one. */
function readThing(text: string, piece: string): RemarkFact | undefined {
	const flag = /^(?:other |vessel )+flag:?\s+(.+)$/i.exec(text);
	if (flag !== null) return { fact: 'country', country: flag[1] ?? '' };
	for (const [pattern, scheme] of THINGS) {
		const value = pattern.exec(text)?.[1];
		if (value === undefined) continue;
		const identifier = makeIdentifier(scheme, value, { note: piece });
		if (identifier !== undefined) return { fact: 'identifier', identifier };
	}
	return undefined;
}

const THINGS: readonly (readonly [RegExp, string])[] = [
	[/^vessel registration (?:identification|number|no\.?):?\s+(?:imo\s*)?(\d{6,7})\b/i, 'imo'],
	[/^(?:imo(?: number| no\.?)?|international maritime organi[sz]ation no\.?):?\s*\(?(\d{7})\b/i, 'imo'],
	[
		/^(?:company|identification|owner|registered owner) (?:number|no\.?)?:?\s*imo:?\s*(\d{5,7})\b/i,
		'imo-company',
	],
	[/^mmsi:?\s*(\d{9})\b/i, 'mmsi'],
	[/^(?:vessel )?call sign:?\s+(\S.{1,20})$/i, 'call-sign'],
	[/^(?:previous |former )?aircraft tail number:?\s+(\S.{1,30})$/i, 'aircraft'],
	[/^aircraft mode s transponder code:?\s+([\dA-F]{6})\b/i, 'icao24'],
	[
		/^aircraft (?:manufacturer'?s? )?(?:serial|construction) number(?: \([^()]{1,60}\))?:?\s+(\S.{0,40})$/i,
		'serial-number',
	],
	[/^(?:digital|virtual) currency address\s?-?\s?(?:[A-Z]{2,6}\s)?([\w:]{20,110})/i, 'wallet'],
	[/^(?:swift(?:\/bic)?|bic)(?: code)?:?\s+([A-Z0-9]{8}(?:[A-Z0-9]{3})?)\b/i, 'swift'],
	[/^iban:?\s+([A-Z]{2}\d{2}[A-Z0-9 ]{8,40})/i, 'iban'],
	[/^bik \(ru\):?\s+(\d{9})\b/i, 'bank-code'],
];

/** The label is all before the number: words, perhaps "No." or "#". */
const LABELLED = /^([^\d]{1,90}?)((?:\b(?:no|number|nr|num)\b[.:]*\s*)?#?\s*[^\s]*\d.*)$/i;

function readNumber(text: string, piece: string, isPerson: boolean): RemarkFact | undefined {
	const match = LABELLED.exec(text);
	if (match === null) return undefined;
	let label = (match[1] ?? '').trim();
	let written = match[2] ?? '';
	// Letters before the digits belong to the number: "Passport RL 1622378", "Registration ID HRB 26136".
	const series = /^(.+\s)([A-Z]{1,5})$/.exec(label);
	if (series !== null && !LABEL_LETTERS.test(series[2] ?? '') && schemeOf(series[1] ?? '') !== undefined) {
		label = (series[1] ?? '').trim();
		written = `${series[2]} ${written}`;
	}
	if (/^(?:no|number|nr|num)\b/i.test(written)) label += ' number';
	const scheme = schemeOf(label);
	if (scheme === undefined) return undefined;
	// "Commander of the 41st Brigade" and "Member since 1998" have digits and no number.
	if (scheme !== 'passport' && POSITION.test(label) && !LABEL_OF_NUMBER.test(text)) return undefined;
	const number = parseNumber(written);
	if (number === undefined) return undefined;
	const identifier = makeIdentifier(
		scheme === 'identity-card' && !isPerson ? 'company-register' : scheme,
		number.value,
		{ issuer: number.issuer, note: piece },
	);
	return identifier === undefined ? undefined : { fact: 'identifier', identifier };
}

/** Capitals that are the end of a label and not the beginning of a number. */
const LABEL_LETTERS =
	/^(?:NO|NR|ID|IMO|JMB|JMBG|EMBG|NIT|RUC|RFC|RIF|SSN|TIN|EIN|CNP|PIB|INN|OGRN|VAT|RNE|CODE)$/;

const LABEL_OF_NUMBER =
	/\b(?:no|number|id|nr|#|code|licen[cs]e|card|certificate|registration|permit|visa|cedula|nit|tax|military|security|folio)\b/i;

function readRest(text: string, topic: NoteTopic | undefined, isPerson: boolean): RemarkFact {
	if (topic === 'status' && /^(?:deceased|died|dead|killed|reportedly (?:deceased|killed))\b/i.test(text))
		return { fact: 'note', topic, text, died: true };
	if (topic !== undefined && !(isPerson && topic === 'organisation' && POSITION.test(text)))
		return { fact: 'note', topic, text };
	if (isPerson && POSITION.test(text))
		return { fact: 'position', position: text.replace(/^(?:position|title|rank)\s?:\s*/i, '') };
	return { fact: 'statement', text };
}
