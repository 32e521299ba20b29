/**
 * Validation of a booking by itself. In: the record. Out: findings on the sheet.
 */
import type { BookedTraveller, Booking, Payment, Ticket } from '../../../contract/records/travel.ts';
import { checkMoney, checkPlaceholder } from './check-codes.ts';
import { checkLegs, checkPast, isBefore } from './check-dates.ts';
import { checkPerson, checkTravelDocument } from './check-parties.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { travelDay } from './passenger-list.ts';

export function validateBooking(sheet: FindingSheet, record: Booking): void {
	checkPast(sheet, record.preparedAt, '', 'preparedAt');
	checkPast(sheet, record.bookedAt, '', 'bookedAt');
	checkPast(sheet, record.changedAt, '', 'changedAt');
	checkLegs(sheet, record.legs, 'legs', true);
	for (let at = 0; at < record.locators.length; at += 1) {
		const locator = record.locators[at]?.locator ?? '';
		const here = `locators[${at}].`;
		if (!/^[A-Z0-9]{5,8}$/i.test(locator))
			sheet.report(
				'booking.locator-format',
				`${here}locator`,
				`${locator} is not five to eight letters and digits.`,
				locator,
			);
		else checkPlaceholder(sheet, locator, here, 'locator');
	}
	const departs = lastDeparture(record);
	const booked = record.bookedAt ?? record.locators[0]?.createdAt;
	if (booked !== undefined && departs !== undefined && isBefore(departs, booked))
		sheet.report(
			'booking.booked-after-departure',
			'bookedAt',
			`The booking was made on ${booked}, after the departure on ${departs}.`,
			booked,
			departs,
		);
	const travelsOn = record.flight?.departsAt?.slice(0, 10) ?? travelDay(record.legs);
	for (let at = 0; at < record.travellers.length; at += 1) {
		const traveller = record.travellers[at];
		if (traveller !== undefined) checkTraveller(sheet, traveller, `travellers[${at}].`, travelsOn);
	}
	checkPayments(sheet, record.payments, 'payments');
}

/** A booking may be added to after its first flights: only one made after the last is odd. */
function lastDeparture(record: Booking): string | undefined {
	let last = record.flight?.departsAt;
	for (const leg of record.legs)
		if (leg.departsAt !== undefined && (last === undefined || leg.departsAt > last)) last = leg.departsAt;
	return last;
}

function checkTraveller(
	sheet: FindingSheet,
	traveller: BookedTraveller,
	base: string,
	travelsOn: string | undefined,
): void {
	checkPerson(sheet, traveller.person, `${base}person.`, travelsOn);
	traveller.documents?.forEach((document, at) => {
		checkTravelDocument(sheet, document, `${base}documents[${at}].`, travelsOn, traveller.person.bornOn);
	});
	traveller.tickets?.forEach((ticket, at) => {
		checkTicket(sheet, ticket, `${base}tickets[${at}].`);
	});
	checkPayments(sheet, traveller.payments, `${base}payments`);
	if ((traveller.bags?.count ?? 0) < 0)
		sheet.report(
			'value.negative',
			`${base}bags.count`,
			`The number of bags is ${traveller.bags?.count}.`,
			String(traveller.bags?.count),
		);
}

function checkTicket(sheet: FindingSheet, ticket: Ticket, base: string): void {
	// Airline, serial number and at times a check digit; a slash or a hyphen joins the numbers of conjunction tickets.
	if (
		ticket.number !== undefined &&
		!/^\d{13,14}([-/]\d{1,4})?$/.test(ticket.number.replace(/\s/g, '').replace(/^(\d{3})-/, '$1'))
	)
		sheet.report(
			'booking.ticket-format',
			`${base}number`,
			`${ticket.number} does not have thirteen or fourteen digits.`,
			ticket.number,
		);
	checkMoney(sheet, ticket.fare, base, 'fare', ticket.issuedOn);
	checkMoney(sheet, ticket.total, base, 'total', ticket.issuedOn);
	checkPast(sheet, ticket.issuedOn, base, 'issuedOn');
}

function checkPayments(sheet: FindingSheet, payments: readonly Payment[] | undefined, base: string): void {
	payments?.forEach((payment, at) => {
		checkMoney(sheet, payment.amount, `${base}[${at}].`, 'amount');
	});
}
