/**
 * Columns of an agency's own list: what a header may be called, and what it means. A header that is none of these, but names a
 * kind of number ("visa no", "tax id"), is a column of such numbers.
 */
import { schemeOf } from '../identifiers.ts';

/** What a column holds. `number:` is followed by the scheme of its numbers. */
export type OwnColumn =
	| 'key'
	| 'kind'
	| 'name'
	| 'family'
	| 'given'
	| 'middle'
	| 'aliases'
	| 'weak-aliases'
	| 'born'
	| 'died'
	| 'sex'
	| 'nationality'
	| 'country'
	| 'birth-place'
	| 'scheme'
	| 'value'
	| 'issuer'
	| 'identifiers'
	| 'street'
	| 'city'
	| 'postcode'
	| 'address-country'
	| 'addresses'
	| 'phone'
	| 'email'
	| 'programme'
	| 'listed-on'
	| 'changed-on'
	| 'position'
	| 'category'
	| 'action'
	| 'handling'
	| 'owner'
	| 'legal-basis'
	| 'review-on'
	| 'remarks'
	| `number:${string}`;

/** The names that our own files have, and what else senders call them; in lower case, letters and digits only. */
const NAMES: readonly (readonly [OwnColumn, string])[] = [
	['key', 'key id number listnumber entrynumber reference referencenumber ref no uid recordid identifier'],
	['kind', 'kind type entitytype objecttype subjecttype art typ'],
	['name', 'name fullname subject title objectname companyname entityname nom nombre vesselname shipname'],
	['family', 'family familyname surname lastname nachname apellidos apellido nomdefamille'],
	['given', 'given givenname givennames firstname forename forenames firstnames vorname prenom nombres'],
	['middle', 'middle middlename middlenames secondname patronymic fathersname otchestvo'],
	['aliases', 'aliases alias aka alsoknownas othernames strongaliases'],
	['weak-aliases', 'weakaliases weakalias lowqualityaliases nicknames nickname'],
	[
		'born',
		'born dob dateofbirth birthdate birthday geburtsdatum datedenaissance fechadenacimiento yearofbirth',
	],
	['died', 'died deceased dead'],
	['sex', 'sex gender geschlecht sexe sexo'],
	[
		'nationality',
		'nationality nationalities citizenship citizenships nationalite nacionalidad staatsangehorigkeit citizen',
	],
	['country', 'country countries residence flag seat countryofregistration land pays pais'],
	['birth-place', 'birthplace birthplaces placeofbirth pob cityofbirth geburtsort lieudenaissance'],
	['scheme', 'identifierscheme scheme documenttype identifiertype idtype typeofdocument numbertype'],
	['value', 'identifiervalue value documentnumber identifiernumber idvalue docnumber docno'],
	['issuer', 'identifierissuer issuer issuingcountry documentcountry issuedby countryofissue issuingstate'],
	['identifiers', 'identifiers numbers documents'],
	['street', 'street address addressline streetaddress adresse direccion addressstreet'],
	['city', 'city town addresscity ort ville ciudad'],
	['postcode', 'postcode zip zipcode postalcode plz addresspostcode'],
	['address-country', 'addresscountry'],
	['addresses', 'addresses'],
	['phone', 'phone phones telephone tel phonenumber mobile mobilenumber telefon telefono msisdn'],
	['email', 'email emails emailaddress mail mailaddress'],
	['programme', 'programme programmes program programs regime regimes sanctionsprogramme'],
	['listed-on', 'listedon listed dateadded added datelisted entereon enteredon createdon'],
	['changed-on', 'changedon changed lastupdated updated modifiedon lastchange'],
	['position', 'position positions function occupation profession role job'],
	['category', 'category alertcategory reason kindofalert alerttype'],
	['action', 'action actiontotake measure alertaction whattodo'],
	['handling', 'handling handlingcode handlingcaveat'],
	['owner', 'owner owningagency agency listowner alertowner authority responsible'],
	['legal-basis', 'legalbasis basis legalground law legalreference'],
	['review-on', 'reviewon review reviewdate reviewby validuntil expires expiry expireson'],
	['remarks', 'remarks remark comments comment note notes description further information text'],
	['number:container', 'container containernumber containerno'],
	[
		'number:plate',
		'plate licenseplate licenceplate numberplate registrationplate plates kennzeichen plateno vehicleplate',
	],
	['number:imo', 'imo imonumber imono'],
	['number:mmsi', 'mmsi'],
	['number:iban', 'iban ibans'],
	['number:account', 'account accountnumber bankaccount'],
	['number:passport', 'passport passports passportnumber passportno'],
	['number:vin', 'vin chassis chassisnumber vehicleidentificationnumber'],
	['number:aircraft', 'tailnumber aircraftregistration aircraft tail'],
	['number:wallet', 'wallet cryptowallet walletaddress'],
];

const byName = new Map<string, OwnColumn>(
	NAMES.flatMap(([column, names]) => names.split(' ').map((name) => [name, column] as const)),
);

const keyOf = (header: string): string =>
	header
		.slice(0, 100)
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** What a column with this header holds; undefined where nobody can say. */
export function ownColumnOf(header: string): OwnColumn | undefined {
	const key = keyOf(header);
	const known = byName.get(key) ?? byName.get(key.replace(/\d+$/, ''));
	if (known !== undefined) return known;
	const scheme = key === '' ? undefined : schemeOf(header.replace(/[_-]/g, ' '));
	return scheme === undefined || scheme === 'local' ? undefined : `number:${scheme}`;
}

/** True where a header has what an entry needs: a name, or numbers that can be looked for. */
export function isOwnHeader(cells: readonly string[]): boolean {
	const columns = cells.map(ownColumnOf).filter((column) => column !== undefined);
	const telling = columns.some(
		(column) =>
			['name', 'family', 'value', 'identifiers', 'phone', 'email', 'street'].includes(column) ||
			column.startsWith('number:'),
	);
	return telling && columns.length * 2 >= cells.filter((cell) => cell.trim() !== '').length;
}
