/**
 * Numbers that somebody issued, as lists write them. In: a label ("National ID No.", "Matricula Mercantil") and what follows
 * it. Out: the scheme by which records name such numbers, the number itself, and the country that issued it.
 * Labels are read by their words, so that one that nobody has seen before is still told apart.
 */
import type { ListIdentifier } from '../../../contract/lists.ts';
import { countriesIn, toCountryCode } from '../../values/country-names.ts';
import { tidyIban } from '../../values/iban.ts';
import { tellingText, tidyText } from './plain-text.ts';

/** Words of a label and the scheme that they mean; the first line with a word in the label wins. */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
	[/\bswift\b|\bbic\b/, 'swift'],
	[/\biban\b/, 'iban'],
	[/digital currency|crypto|\bwallet\b|\bxbt\b|virtual currency/, 'wallet'],
	[/\bmmsi\b/, 'mmsi'],
	[/call sign/, 'call-sign'],
	[/(?:company|owner|identification|registered owner).{0,30}\bimo\b|\bimo company\b/, 'imo-company'],
	[/\bimo\b|maritime organi[sz]ation|vessel registration/, 'imo'],
	[/mode s\b|transponder|\bicao 24/, 'icao24'],
	[/tail number|aircraft registration|aircraft mark/, 'aircraft'],
	[/serial number|construction number|\bmsn\b|line number|serial no/, 'serial-number'],
	[/\bcontainer\b/, 'container'],
	[/licen[cs]e plate|number plate|registration plate|\bplate\b/, 'plate'],
	[/\bvin\b|chassis/, 'vin'],
	[/seafarer|seaman|sailor|discharge book/, 'seafarer-identity-document'],
	[/crew member/, 'crew-member-certificate'],
	[/pilot licen[cs]e/, 'pilot-licence'],
	[/refugee|stateless person (?:id|travel)/, 'refugee-travel-document'],
	[/travel document|reiseausweis|laissez.passer|titre de voyage/, 'travel-document'],
	[/passport|passeport|pasaporte|reisepass|паспорт/, 'passport'],
	[/\bvisa\b|visanumber/, 'visa'],
	[
		/residen[ct]|permis de sejour|aufenthalt|immigration|alien|foreign(?:er)? (?:id|registration)|green card|work permit|deportation|\bn\.?i\.?e\.?$/,
		'residence-permit',
	],
	[/driv(?:er|ing)|licencia de conducir|permis de conduire|fuhrerschein/, 'driving-licence'],
	[/military|cartilla|soldier|serviceman|fardc/, 'military-identity-card'],
	[/birth certificate|certificate of birth/, 'birth-certificate'],
	[/social security|\bssn\b|social insurance|\bnss\b/, 'social-security'],
	[/\bd-?u-?n-?s\b/, 'duns'],
	[/\blei\b|legal entity (?:number|identifier)/, 'lei'],
	[/\beori\b/, 'eori'],
	[
		/\btax\b|\bv\.?a\.?t\b|fiscal|\bnit\b|\bruc\b|\brif\b|\br\.?f\.?c\b|\bc\.?u\.?i\.?t\b|\bc\.?i\.?f\b|fein|\bein\b|\btin\b|\bnuit\b|\binn\b|\brtn\b|\bcnpj\b|\bcpf\b|\brut\b|steuer|\brsin\b|\bpan\b|\bgst\b|\bc\.u\.i\.$/,
		'tax',
	],
	[/bank identification|\bbik\b|clearing code|sort code|routing/, 'bank-code'],
	[/account/, 'account'],
	[
		/\bcedula\b|national (?:id|identi\w+|no|number|foreign id)|nationality|identi\w+|\bid card|\bid no|\bid number|\bid$|\bid\b|personal|citizen|tazkira|electoral|credencial|voter|civil|c\.?u\.?r\.?p|\bcui\b|\bi\.?f\.?e\b|\bd\.?n\.?i\b|\bc\.?u\.?i\.?p\b|\bcnp\b|\bnic\b|\bcnic\b|\bnik\b|ration card|student|numero de identidad|\ble number|libreta|\bcard\b|\bbpa\b|family book|\bd\.?u\.?i\b/,
		'identity-card',
	],
	[
		/registr\w*|register|company|commerc\w*|chamber|incorporat\w+|enterprise|business|trade|trading|branch unit|matricula|folio|charity|legal|license|licence|permit|public|gazette|credit code|organization|corporate|file number|tourism|money service|\bmsb\b|\bc\.?r\.?(?: no)?|\bpib\b|\bogrn\b|\bmb\b|\bnace\b|membership|partnership|society/,
		'company-register',
	],
	[/certificate|card|code|number|\bno\b|\bnr\b|document|\bref\b|serial/, 'local'],
];

/**
 * The scheme that a label means.
 * @returns undefined where the label names no kind of number.
 */
export function schemeOf(label: string): string | undefined {
	const words = label
		.slice(0, 200)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
	return SCHEMES.find(([pattern]) => pattern.test(words))?.[1];
}

/** Words behind a number that are no part of it. */
const TAIL =
	/(?:^|[,;(\s])\s?(?:issued?|issuance|expir\w{1,6}|valid|made out|under (?:the )?name|date of|cancelled|revoked|lost|stolen|delivered|misuse|on \d{1,2} [a-z]{3}|at commercial|at the|for\s)\b/i;
/** Signs and words that stand between a label and its number. */
const BETWEEN =
	/^(?:(?:no|nr|num|number|numero|card|booklet|certificate|code|ref|n)\b[.:°º]*|[№#:.]|n[°º])\s*/i;

export type ParsedNumber = {
	readonly value: string;
	/** ISO 3166-1 alpha-2. */
	readonly issuer?: string;
	/** Words before the number: what kind it is, whose it is. */
	readonly label?: string;
};

/**
 * Takes a number apart: "A1234567 (Iran) issued 12 May 2001 expires 2006", "Afghan passport number SE 012820".
 * @returns undefined where there is no digit, and so no number.
 */
export function parseNumber(text: string): ParsedNumber | undefined {
	let rest = tidyText(text, 400) ?? '';
	const tail = TAIL.exec(rest);
	if (tail !== null) rest = rest.slice(0, tail.index);
	let issuer: string | undefined;
	rest = rest.replace(/\(([^()]{2,60})\)/g, (whole, inside: string) => {
		const code = toCountryCode(inside);
		if (code === undefined) return whole;
		issuer ??= code;
		return ' ';
	});
	// "R00012098, South Sudan" names the country without brackets.
	const comma = /^([^,]{2,60}),\s?([^,\d]{3,60})$/.exec(rest.trim());
	const behind = comma === null ? undefined : toCountryCode(comma[2] ?? '');
	if (behind !== undefined && comma !== null) {
		issuer ??= behind;
		rest = comma[1] ?? '';
	}
	const words = rest.trim().split(' ');
	let from = words.findIndex((word) => /\d/.test(word));
	if (from < 0) return undefined;
	// Letters in capitals before the digits are of the number: "SE 012820"; "SSN 156-92-9858" says what it is.
	if (
		from > 0 &&
		/^[A-Z]{1,3}(?:-[A-Z])?$/.test(words[from - 1] ?? '') &&
		schemeOf(words[from - 1] ?? '') === undefined
	)
		from--;
	const label = words
		.slice(0, from)
		.join(' ')
		.replace(/[\s,.:;(#-]+$/, '');
	issuer ??= label.length > 2 ? countriesIn(label)[0] : undefined;
	// A place behind the number, of an office: "22839 (Jalisco)".
	rest = words
		.slice(from)
		.join(' ')
		.replace(/\s\([^()\d]{1,40}\)$/, '');
	for (let before = ''; before !== rest; ) {
		before = rest;
		const shorter = rest.trim().replace(BETWEEN, '');
		if (/\d/.test(shorter)) rest = shorter;
	}
	rest = rest.replace(/[\s,.:;(-]+$/, '').replace(/^[\s,.:;)-]+/, '');
	const value = tidyText(rest, 100);
	// Sentences have words; numbers have at most a few letters in a row.
	if (value === undefined || !/\d/.test(value) || /[a-z]{4,}.*\s[a-z]{4,}/.test(value)) return undefined;
	return {
		value,
		...(issuer === undefined ? {} : { issuer }),
		...(label === '' ? {} : { label }),
	};
}

/** Writes an identifier in the form of its scheme: seven digits of an IMO number, an IBAN without spaces. */
export function makeIdentifier(
	scheme: string,
	value: string,
	more: { issuer?: string | undefined; note?: string | undefined } = {},
): ListIdentifier | undefined {
	const tidy = tellingText(value);
	if (tidy === undefined) return undefined;
	const issuer =
		more.issuer === undefined ? undefined : (toCountryCode(more.issuer) ?? tellingText(more.issuer, 64));
	const note = tidyText(more.note);
	const formed = inForm(scheme, tidy);
	return {
		// Registers of companies call their number a legal entity number too; an LEI has twenty characters (ISO 17442).
		scheme: scheme === 'lei' && formed.length !== 20 ? 'company-register' : scheme,
		value: formed,
		...(issuer === undefined ? {} : { issuer }),
		...(note === undefined || note === formed ? {} : { note }),
	};
}

function inForm(scheme: string, value: string): string {
	switch (scheme) {
		case 'imo':
		case 'imo-company':
			return /\d{5,7}/.exec(value)?.[0] ?? value;
		case 'mmsi':
			return /\d{9}/.exec(value.replace(/\s/g, ''))?.[0] ?? value;
		case 'iban':
			return tidyIban(value);
		case 'container':
			return value.replace(/[\s/.-]/g, '').toUpperCase();
		case 'swift':
			return value.replace(/\s/g, '').toUpperCase();
		default:
			return value;
	}
}
