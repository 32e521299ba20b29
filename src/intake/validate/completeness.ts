/**
 * Completeness: how much of what a document of its kind must or should state it does state. In: a record. Out: given, expected,
 * and what is missing, by name. For lists each element counts once for every traveller or consignment.
 * A placeholder counts as missing.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';
import { ofCargoReport, ofDeclaration } from './completeness-of-goods.ts';
import {
	ofBooking,
	ofCashDeclaration,
	ofMovementEvent,
	ofOutcome,
	ofPassengerList,
	ofSuspicionReport,
} from './completeness-of-people.ts';
import { type Missing, Tally } from './completeness-tally.ts';

export type { Missing } from './completeness-tally.ts';

export type Completeness = {
	readonly given: number;
	readonly expected: number;
	readonly missing: readonly Missing[];
};

/** Completeness of a record. `given / expected` is its share; records that state nothing of their own expect nothing. */
export function completeness(record: BorderRecord): Completeness {
	const tally = new Tally();
	switch (record.kind) {
		case 'declaration':
			ofDeclaration(tally, record);
			break;
		case 'cargo-report':
			ofCargoReport(tally, record);
			break;
		case 'passenger-list':
			ofPassengerList(tally, record);
			break;
		case 'booking':
			ofBooking(tally, record);
			break;
		case 'suspicion-report':
			ofSuspicionReport(tally, record);
			break;
		case 'cash-declaration':
			ofCashDeclaration(tally, record);
			break;
		case 'movement-event':
			ofMovementEvent(tally, record);
			break;
		case 'outcome':
			ofOutcome(tally, record);
	}
	return { given: tally.given, expected: tally.expected, missing: tally.missing };
}
