/**
 * Every finding that validation can make: code, severity, title, and what it means. docs/findings.md is written from this table.
 * The type of a finding's code comes from here, so validation cannot make one that is not explained.
 */

import { acrossCatalogue } from './finding-codes-across.ts';
import { type CatalogueEntry, entry } from './finding-entry.ts';

export const findingCatalogue = {
	'completeness.missing': entry(
		'info',
		'Not stated',
		'The document leaves out something that documents of its kind must or should state.',
	),
	'value.placeholder': entry(
		'warning',
		'Placeholder',
		'The field holds a filler (TBA, UNKNOWN, 0000000) in place of an answer, and counts as missing.',
	),
	'value.negative': entry('error', 'Negative', 'An amount, mass or count is below zero.'),
	'value.zero': entry('warning', 'Zero', 'A mass or value that must be more than nothing is zero.'),
	'country.unknown': entry(
		'warning',
		'Unknown country',
		'The code is in none of ISO 3166-1, the codes of travel documents and the codes of customs.',
	),
	'country.former': entry('info', 'Former country', 'The code belonged to a state that no longer exists.'),
	'currency.unknown': entry('error', 'Unknown currency', 'The code is not in ISO 4217.'),
	'currency.withdrawn': entry(
		'warning',
		'Withdrawn currency',
		'The currency was no longer money on that day.',
	),
	'currency.special': entry(
		'warning',
		'No ordinary currency',
		'The code stands for a metal, a unit of account or a test: nobody pays in it.',
	),
	'hs.format': entry(
		'warning',
		'Not a commodity code',
		'The code does not have the form of a Harmonized System code.',
	),
	'hs.chapter': entry(
		'error',
		'No such chapter or heading',
		'The Harmonized System has no such chapter or heading.',
	),
	'hs.not-listed': entry(
		'warning',
		'Commodity code not listed',
		'The six digits are not in the loaded edition of the Harmonized System; they may come from another edition.',
	),
	'hs.commodity-code-differs': entry(
		'error',
		'Commodity codes disagree',
		'The national commodity code does not begin with the six digits of the Harmonized System beside it.',
	),
	'goods.vague-description': entry(
		'warning',
		'Vague description of goods',
		'The description (GENERAL CARGO, PARTS, CONSOLIDATED …) does not tell what the goods are.',
	),
	'locode.format': entry(
		'warning',
		'Not a UN/LOCODE',
		'The code is not a country code and three letters or digits.',
	),
	'locode.not-listed': entry('info', 'Place not listed', 'The place is not in the loaded list of UN/LOCODE.'),
	'container.format': entry(
		'info',
		'Not an ISO 6346 number',
		'The number does not have the form of ISO 6346: a trailer, a shipper-owned box, or a mistake.',
	),
	'container.check-digit': entry(
		'error',
		'Container check digit',
		'The check digit of the container number is wrong, so at least one character is.',
	),
	'container.repeated': entry(
		'info',
		'Container repeated',
		'The same container stands in the document twice.',
	),
	'container.not-in-equipment': entry(
		'warning',
		'Container not among the equipment',
		'Goods are said to be in a container that the report does not list.',
	),
	'vessel.imo-format': entry('warning', 'Not an IMO number', 'The number is not seven digits.'),
	'vessel.imo-check-digit': entry('error', 'IMO check digit', 'The check digit of the ship number is wrong.'),
	'vessel.mmsi-format': entry('warning', 'Not an MMSI', 'The number is not nine digits.'),
	'transport-document.air-waybill-format': entry(
		'info',
		'Not an air waybill number',
		'A master air waybill has three digits of the airline and eight digits.',
	),
	'transport-document.air-waybill-check-digit': entry(
		'error',
		'Air waybill check digit',
		'The last digit is not the remainder of the serial number by seven.',
	),
	'transport-document.repeated': entry(
		'error',
		'Transport document repeated',
		'Two consignments of one report carry the same transport document.',
	),
	'account.iban-format': entry(
		'warning',
		'Not an IBAN',
		'The account number does not have the form of its country.',
	),
	'account.iban-check-digit': entry(
		'error',
		'IBAN check digits',
		'The check digits of the account number are wrong.',
	),
	'account.bic-format': entry('warning', 'Not a BIC', 'The bank code does not have the form of ISO 9362.'),
	'party.lei-format': entry('warning', 'Not an LEI', 'The identifier does not have the form of ISO 17442.'),
	'party.lei-check-digit': entry('error', 'LEI check digits', 'The check digits of the LEI are wrong.'),
	'party.eori-format': entry(
		'warning',
		'Not an EORI number',
		'An EORI number is a country code and up to fifteen letters and digits.',
	),
	'party.to-order': entry(
		'info',
		'To order',
		'The consignee is "to order": who may take the goods is settled by passing on the bill of lading.',
	),
	'person.born-in-future': entry(
		'error',
		'Born in the future',
		'The date of birth is after the document or the journey.',
	),
	'person.too-old': entry(
		'warning',
		'Older than 120',
		'By the date of birth the person would be more than 120 years old.',
	),
	'person.dead': entry('error', 'Dead at the time', 'The person is said to have died before the event.'),
	'travel-document.number-format': entry(
		'warning',
		'Document number',
		'The number has characters that no travel document has, or too many.',
	),
	'travel-document.check-digit-attached': entry(
		'info',
		'Check digit attached',
		'The number is nine characters and then the check digit that the machine-readable zone has after them.',
	),
	'travel-document.mrz-check-digit': entry(
		'error',
		'Check digit of the machine-readable zone',
		'A check digit of ICAO Doc 9303 is wrong: misread, mistyped or altered.',
	),
	'travel-document.expired': entry(
		'warning',
		'Document expired',
		'The document had expired on the day of the journey.',
	),
	'travel-document.expires-before-issue': entry(
		'error',
		'Expires before issue',
		'The document expires before the day on which it was issued.',
	),
	'travel-document.issued-before-birth': entry(
		'error',
		'Issued before birth',
		'The document was issued before its holder was born.',
	),
	'date.impossible': entry(
		'error',
		'No such date',
		'The calendar has no such day, or the day has no such time.',
	),
	'date.future': entry(
		'warning',
		'In the future',
		'Something that has happened is dated after the day of receipt.',
	),
	'date.implausible': entry(
		'warning',
		'Implausible date',
		'The date is many years away from the day of receipt.',
	),
	'date.order': entry(
		'error',
		'Wrong order of dates',
		'Something is dated before what must have come first.',
	),
	'leg.arrival-before-departure': entry(
		'error',
		'Arrival before departure',
		'The leg arrives before it departs, by more than time zones explain.',
	),
	'leg.overlap': entry('warning', 'Legs overlap', 'A leg departs before the leg before it has arrived.'),
	'leg.same-place': entry('warning', 'Leg to where it starts', 'The leg ends at the place where it starts.'),
	'leg.flight-number': entry(
		'info',
		'Not a flight number',
		'The number does not have the form of a flight number.',
	),
	'total.items': entry('error', 'Count of items', 'The document states another number of items than it has.'),
	'total.gross-mass': entry(
		'error',
		'Total gross mass',
		'The stated gross mass is not the sum of its parts.',
	),
	'total.net-mass': entry('error', 'Total net mass', 'The stated net mass is not the sum of its parts.'),
	'total.packages': entry(
		'error',
		'Total packages',
		'The stated number of packages is not the sum of its parts.',
	),
	'total.invoice': entry(
		'warning',
		'Invoice total',
		'The invoice total is not the sum of the prices of the items.',
	),
	'total.consignments': entry(
		'error',
		'Count of consignments',
		'The control total of consignments is wrong.',
	),
	'total.equipment': entry('error', 'Count of equipment', 'The control total of equipment is wrong.'),
	'total.travellers': entry(
		'error',
		'Count of travellers',
		'The list states another number of travellers than it has.',
	),
	'total.cash': entry('error', 'Sum of cash', 'The total is not the sum of the instruments.'),
	'mass.net-above-gross': entry('error', 'Net above gross', 'The net mass is more than the gross mass.'),
	'mass.tare-above-gross': entry(
		'warning',
		'Tare above gross',
		'The empty container weighs more than the full one.',
	),
	'tax.amount': entry('warning', 'Tax does not add up', 'The amount is not the rate times the base.'),
	'item.number-repeated': entry('warning', 'Item number repeated', 'Two items carry the same number.'),
	'list.traveller-repeated': entry('warning', 'Traveller repeated', 'One person stands in the list twice.'),
	'list.document-repeated': entry(
		'error',
		'Document of two travellers',
		'Two travellers of one list carry the same document number.',
	),
	'list.place-not-on-route': entry(
		'warning',
		'Not a place of the route',
		'A traveller embarks or disembarks where the journey does not stop.',
	),
	'booking.locator-format': entry(
		'info',
		'Not a record locator',
		'A record locator is five to eight letters and digits.',
	),
	'booking.ticket-format': entry(
		'info',
		'Not a ticket number',
		'A ticket number has thirteen or fourteen digits.',
	),
	'booking.booked-after-departure': entry(
		'warning',
		'Booked after departure',
		'The booking was made after the flight had departed.',
	),
	'transaction.one-sided': entry(
		'warning',
		'One-sided transaction',
		'A transaction must have somebody from whom and somebody to whom the money went.',
	),
	'transaction.subject': entry(
		'warning',
		'Not exactly one subject',
		'A side must be exactly one of person, entity and account.',
	),
	'transaction.exchange': entry(
		'warning',
		'Exchange does not add up',
		'Foreign amount times rate is not the amount in local currency.',
	),
	'transaction.number-repeated': entry(
		'warning',
		'Transaction repeated',
		'Two transactions carry the same number.',
	),
	'transaction.outside-account': entry(
		'warning',
		'Account not open',
		'The transaction is dated before the account was opened or after it was closed.',
	),
	'report.empty': entry('error', 'Empty report', 'The report has neither a transaction nor an activity.'),
	'cash.counted-differs': entry(
		'error',
		'Counted otherwise',
		'Officers counted another amount than was declared.',
	),
	'movement.speed': entry('warning', 'Impossible speed', 'Nothing of this kind moves that fast.'),
	'movement.no-fix': entry(
		'warning',
		'No position fix',
		'Latitude and longitude are both zero: the receiver had no fix.',
	),
	'movement.detail-missing': entry(
		'warning',
		'Event without its detail',
		'An event of this type must say more: the seal, the plate, the direction, the result of the scan, the position.',
	),
	'movement.low-confidence': entry(
		'info',
		'Uncertain reading',
		'The plate reader was less than 60 per cent sure.',
	),
	'outcome.contradiction': entry(
		'warning',
		'Outcome contradicts itself',
		'The result and what was found, seized or recovered do not go together.',
	),
	'outcome.subject-kind': entry('warning', 'Unknown kind of subject', 'No record has this kind.'),
	...acrossCatalogue,
	'validation.more': entry(
		'info',
		'Further findings left out',
		'The record has more findings than are kept; the first ones stand for the rest.',
	),
} as const satisfies { readonly [code: string]: CatalogueEntry };

export type FindingCode = keyof typeof findingCatalogue;

/** The catalogue as a page of Markdown: what docs/findings.md holds. */
export function formatCatalogue(): string {
	const rows = Object.entries(findingCatalogue).map(
		([code, { severity, title, meaning }]) => `| \`${code}\` | ${severity} | ${title} | ${meaning} |`,
	);
	return [
		'# Findings of validation',
		'',
		'What validation can say about a record. A finding never stops a record from being kept. Readers of formats have',
		'findings of their own, which begin with the name of the format. This page is written from',
		'`src/intake/validate/finding-codes.ts`; a test compares the two.',
		'',
		'| code | severity | title | meaning |',
		'|---|---|---|---|',
		...rows,
		'',
	].join('\n');
}
