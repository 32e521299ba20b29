/**
 * Checks of dates and times. In: ISO 8601 texts as records keep them, and the day of receipt. Out: findings on the sheet.
 * Local times without a zone are compared with a margin, because the places they belong to may be a day apart.
 */
import type { Leg, Place } from '../../../contract/records/common.ts';
import { daysBetween, isDate } from '../../values/calendar.ts';
import { parseFlight } from '../../values/flight.ts';
import type { FindingSheet } from './finding-sheet.ts';

/** Local times of two places can differ by 26 hours (UTC+14 to UTC-12). */
const WIDEST_ZONES_HOURS = 26;
/** A day of receipt in one zone is the day after in another. */
const FUTURE_MARGIN_DAYS = 1;
const DAYS_IN_YEAR = 365.25;

/** True where the text begins with a day that exists and, after "T", has a time that exists. */
export function isRealDateTime(text: string): boolean {
	if (!isDate(text.slice(0, 10))) return false;
	if (text.length === 10) return true;
	const hour = Number(text.slice(11, 13));
	const minute = Number(text.slice(14, 16));
	const second = text[16] === ':' ? Number(text.slice(17, 19)) : 0;
	return hour <= 23 && minute <= 59 && second <= 60;
}

/** Milliseconds of the instant, reading a time without zone as UTC; NaN where it is no date. */
export function millisecondsOf(text: string): number {
	if (text.length <= 10) return Date.parse(`${text}T00:00:00Z`);
	const zoned = text.endsWith('Z') || /[+-]\d{2}:\d{2}$/.test(text);
	return Date.parse(zoned ? text : `${text}Z`);
}

export const hasZone = (text: string): boolean => text.endsWith('Z') || /T.*[+-]\d{2}:\d{2}$/.test(text);

/** Hours from one time to another, and how far that may be wrong because zones are not stated. */
export function hoursBetween(from: string, until: string): { hours: number; uncertain: number } {
	return {
		hours: (millisecondsOf(until) - millisecondsOf(from)) / 3_600_000,
		uncertain: hasZone(from) && hasZone(until) ? 0 : WIDEST_ZONES_HOURS,
	};
}

/** True where `later` is before `earlier` by days, whatever the zones. Dates that do not exist are never out of order. */
export function isBefore(
	later: string | undefined,
	earlier: string | undefined,
	marginDays = FUTURE_MARGIN_DAYS,
): boolean {
	if (later === undefined || earlier === undefined) return false;
	const days = daysBetween(earlier, later);
	return days < -marginDays;
}

/** Something that has happened: a day that exists, not after receipt, not a century before it. */
export function checkPast(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
	yearsBack = 30,
): void {
	if (value === undefined || !checkReal(sheet, value, base, field)) return;
	const { receivedOn } = sheet.context;
	const day = value.slice(0, 10);
	if (day > receivedOn && daysBetween(receivedOn, day) > FUTURE_MARGIN_DAYS)
		sheet.report(
			'date.future',
			base + field,
			`${value} is after the day of receipt, ${receivedOn}.`,
			value,
			receivedOn,
		);
	else if (Number(receivedOn.slice(0, 4)) - Number(day.slice(0, 4)) > yearsBack)
		sheet.report(
			'date.implausible',
			base + field,
			`${value} is more than ${yearsBack} years before the day of receipt, ${receivedOn}.`,
			value,
			receivedOn,
		);
}

/** Something that is planned or has happened: a day that exists, within some years of receipt. */
export function checkNear(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
	years = 2,
): void {
	if (value === undefined || !checkReal(sheet, value, base, field)) return;
	const { receivedOn } = sheet.context;
	// Most dates are of this year or the next: two digits of comparison save the arithmetic.
	if (value.slice(0, 4) === receivedOn.slice(0, 4)) return;
	const days = daysBetween(receivedOn, value);
	if (Math.abs(days) > years * DAYS_IN_YEAR && days > 0)
		sheet.report(
			'date.implausible',
			base + field,
			`${value} is more than ${years} years after the day of receipt, ${receivedOn}.`,
			value,
			receivedOn,
		);
}

/** A day, and a time, that exist. */
export function checkReal(sheet: FindingSheet, value: string, base: string, field: string): boolean {
	if (isRealDateTime(value)) return true;
	sheet.report('date.impossible', base + field, `There is no such date or time as ${value}.`, value);
	return false;
}

/** `later` must not be before `earlier`. `words` name the two: "accepted", "declared". */
export function checkOrder(
	sheet: FindingSheet,
	later: string | undefined,
	earlier: string | undefined,
	base: string,
	field: string,
	words: readonly [later: string, earlier: string],
): void {
	if (later !== undefined && earlier !== undefined && isBefore(later, earlier))
		sheet.report(
			'date.order',
			base + field,
			`The document says ${words[0]} on ${later}, which is before ${words[1]} on ${earlier}.`,
			later,
			earlier,
		);
}

const nameOf = (place: Place | undefined): string | undefined =>
	place?.iata ?? place?.unlocode ?? place?.icao ?? place?.name;

/** Legs of one journey: times that exist and follow each other, places that differ, flight numbers where it flies. */
export function checkLegs(sheet: FindingSheet, legs: readonly Leg[], base: string, flies: boolean): void {
	let arrivedAt: string | undefined;
	let departedAt: string | undefined;
	for (let at = 0; at < legs.length; at += 1) {
		const leg = legs[at];
		if (leg === undefined) continue;
		const here = `${base}[${at}].`;
		checkNear(sheet, leg.departsAt, here, 'departsAt');
		checkNear(sheet, leg.arrivesAt, here, 'arrivesAt');
		const from = nameOf(leg.from);
		if (from !== undefined && from === nameOf(leg.to))
			sheet.report('leg.same-place', `${here}to`, `The leg starts and ends at ${from}.`, from, from);
		if (
			flies &&
			leg.number !== undefined &&
			parseFlight(leg.number, leg.carrier) === undefined &&
			leg.number !== 'OPEN'
		)
			sheet.report('leg.flight-number', `${here}number`, `${leg.number} is not a flight number.`, leg.number);
		if (leg.departsAt !== undefined && leg.arrivesAt !== undefined) {
			const { hours, uncertain } = hoursBetween(leg.departsAt, leg.arrivesAt);
			if (hours < -uncertain)
				sheet.report(
					'leg.arrival-before-departure',
					`${here}arrivesAt`,
					`The leg arrives at ${leg.arrivesAt}, before it departs at ${leg.departsAt}.`,
					leg.arrivesAt,
					leg.departsAt,
				);
		}
		// Arrival and the next departure are at one place, so their local times can be compared as they stand. Twice the same
		// departure is a leg that is listed twice (code share), not an overlap.
		if (
			arrivedAt !== undefined &&
			leg.departsAt !== undefined &&
			leg.departsAt !== departedAt &&
			hasZone(arrivedAt) === hasZone(leg.departsAt) &&
			millisecondsOf(leg.departsAt) < millisecondsOf(arrivedAt)
		)
			sheet.report(
				'leg.overlap',
				`${here}departsAt`,
				`The leg departs at ${leg.departsAt}, before the leg before it arrives at ${arrivedAt}.`,
				leg.departsAt,
				arrivedAt,
			);
		arrivedAt = leg.arrivesAt;
		departedAt = leg.departsAt;
	}
}
