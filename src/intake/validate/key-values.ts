/**
 * The one form of each identifier by which records meet. In: an identifier as written. Out: its normalised text, or undefined
 * where it is a placeholder or too short to identify anything. Spaces, case and separators never matter.
 */
import type { Leg } from '../../../contract/records/common.ts';
import type { ReportedAccount } from '../../../contract/records/money-reports.ts';
import { containerCheckDigit, tidyContainerNumber } from '../../values/container-number.ts';
import { flightsOfLeg } from '../../values/flight.ts';
import { tidyIban } from '../../values/iban.ts';
import { tidyDocumentNumber } from '../../values/mrz.ts';
import { isPlaceholder } from '../../values/placeholder.ts';

/** Letters and digits only, in capitals; undefined for a placeholder and for what is too short to identify anything. */
export function bare(text: string | undefined, least = 4): string | undefined {
	if (text === undefined) return undefined;
	const value = tidyDocumentNumber(text);
	return value.length < least || isPlaceholder(value) ? undefined : value;
}

export const normaliseTransportDocument = (text: string | undefined): string | undefined => bare(text);
export const normaliseSeal = (text: string | undefined): string | undefined => bare(text);
export const normaliseTravelDocument = (text: string | undefined): string | undefined => bare(text);
export const normaliseLocator = (text: string | undefined): string | undefined => bare(text, 5);
export const normaliseReference = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();

/** Container number without separators; the check digit is added where only it is missing. */
export function normaliseContainer(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const number = tidyContainerNumber(text);
	if (number.length < 4 || isPlaceholder(number)) return undefined;
	if (/^[A-Z]{4}\d{6}$/.test(number)) return number + (containerCheckDigit(number) ?? '');
	return /^[A-Z]{4}0{7}$/.test(number) ? undefined : number;
}

/** IMO number by its digits. */
export function normaliseVessel(text: string | undefined): string | undefined {
	const digits = text === undefined ? undefined : /^(?:IMO)?[\s.:-]*(\d{7})$/i.exec(text.trim())?.[1];
	return digits === undefined || isPlaceholder(digits) ? undefined : digits;
}

/** Designators with the local day of departure. */
export function flightKeys(leg: Leg): string[] {
	const day = (leg.departsAt ?? leg.arrivesAt)?.slice(0, 10);
	return day === undefined ? [] : flightsOfLeg(leg).map((flight) => `${flight.designator}/${day}`);
}

/** IBAN where there is one, else the institution (BIC without its branch, or code) and the number. */
export function normaliseAccount(account: ReportedAccount): string | undefined {
	const written = account.iban ?? account.number;
	const iban = tidyIban(written);
	if (/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return iban;
	const number = bare(account.number);
	if (number === undefined) return undefined;
	const institution = bare(account.swift?.slice(0, 8) ?? account.institutionCode) ?? '';
	return institution === '' ? number : `${institution}/${number}`;
}
