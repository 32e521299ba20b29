/**
 * History of persons, documents, addresses, money, containers, and who is of interest. In: records in the order of receipt,
 * and what inspections found. Out: answers about what came before. Invariant: an answer rests on what was seen, nothing else;
 * memory is bounded, the oldest goes first; it holds hashes and the references of suspicion reports, never a name.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';
import { bookingKeysOf } from '../facts/keys.ts';
import type { HistoryKey } from '../knowledge.ts';
import { Events, MINUTES_A_DAY } from './events.ts';
import { type Coverage, seeCargoReport, seeDeclaration, traceShipment } from './goods.ts';
import { dwellOf, openJourneys, routeOf, seeMovement, sightingsOf } from './journeys.ts';
import type { EventName } from './kinds.ts';
import { CASE, HIT, Links } from './links.ts';
import {
	BOOKED,
	DEFAULT_LIMITS,
	HALF,
	type History,
	type HistoryLimits,
	hashedKeys,
	hashOf,
	SAME,
	type SeenRecord,
	STEP,
} from './model.ts';
import { namedIn, seeCash, seeReport } from './money.ts';
import { traceMovement } from './movement-trace.ts';
import { type Part, partsOf } from './parts.ts';
import { minuteOf, recordTimeMs } from './record-time.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { otherIdentities, seeBooking, seePassengerList } from './travel.ts';

export type { History } from './model.ts';

/** Parties of one group that are joined with each other; of more, nobody can say who acts with whom. */
const MOST_TOGETHER = 9;
/** Parties that act for themselves in a record of which it is not known whom its hits are on. */
const FEW_PARTIES = 3;
/** Days of reports and offences, days of declarations, and how many of these go with one of those. */
const CASE_DAYS = 365;
const BUSY_DAYS = 30;
const MOST_DECLARED = 5;
/** Declarations in these days from which on a trader has to do with anybody. */
const BUSY_DECLARATIONS = 20;
const CASES: readonly EventName[] = ['report-of-party', 'offence-of-party'];
const DECLARATIONS: readonly EventName[] = [
	'declaration-by-importer',
	'declaration-by-exporter',
	'declaration-of-sender',
];

/** A history that has seen nothing. */
export function openHistory(snapshot?: undefined, limits?: Partial<HistoryLimits>): History;
/** @param snapshot bytes of `save`. @returns undefined where they are not whole, or of another version. */
export function openHistory(snapshot: Uint8Array, limits?: Partial<HistoryLimits>): History | undefined;
export function openHistory(snapshot?: Uint8Array, given: Partial<HistoryLimits> = {}): History | undefined {
	const limits = { ...DEFAULT_LIMITS, ...given };
	const events = new Events(limits.events);
	const links = new Links(limits.links, limits.interest);
	const journeys = openJourneys(limits.journeys);
	const coverage: Coverage = new Map();
	/** Reference of the newest report that names a key. */
	const reported = new Map<number, string>();
	let now = 0;
	const state = { events: events.chains, links, journeys, coverage, reported };
	if (snapshot !== undefined) {
		const lastMinute = readSnapshot(snapshot, state, limits);
		if (lastMinute === undefined) return undefined;
		now = lastMinute;
	}

	const mark = (part: Part, reason: typeof HIT | typeof CASE, minute: number): void => {
		for (const key of hashedKeys(part.keys).identities) links.mark(key, reason, minute);
	};

	const most = (keys: readonly number[], days: number, kinds: readonly EventName[]): number => {
		let count = 0;
		for (const key of keys) {
			let sum = 0;
			for (const kind of kinds) sum += events.totals(kind, key, now, days).count;
			count = Math.max(count, sum);
		}
		return count;
	};
	const declared = (keys: readonly number[]): number => most(keys, BUSY_DAYS, DECLARATIONS);
	/** One report about somebody who declares every day says nothing of the next shipment. */
	const isTelling = (key: number): boolean => {
		const keys = links.samesOf(key);
		return declared(keys) <= MOST_DECLARED * most(keys, CASE_DAYS, CASES);
	};
	const isBusy = (key: number): boolean => declared(links.samesOf(key)) > BUSY_DECLARATIONS;

	const name = (keys: readonly number[], reference: string, minute: number): void => {
		for (const key of keys) {
			links.mark(key, CASE, minute);
			reported.delete(key);
			reported.set(key, reference);
		}
		for (const oldest of reported.keys()) {
			if (reported.size <= limits.reported) break;
			reported.delete(oldest);
		}
	};

	const see = ({ record, version, atMs, hits, hitPlaces }: SeenRecord): void => {
		const minute = minuteOf(recordTimeMs(record, atMs));
		now = minute;
		const parts = partsOf(record);
		join(links, parts, record, minute);
		if (hits.length > 0) for (const part of hitParts(parts, hitPlaces)) mark(part, HIT, minute);
		switch (record.kind) {
			case 'declaration':
				seeDeclaration(events, coverage, record, version, minute);
				break;
			case 'cargo-report':
				seeCargoReport(events, record, minute);
				break;
			case 'passenger-list':
				seePassengerList(events, record, minute);
				break;
			case 'booking':
				seeBooking(events, record, minute);
				break;
			case 'cash-declaration':
				seeCash(events, record, version, minute);
				break;
			case 'movement-event':
				seeMovement(journeys, events, record, minute);
				break;
			case 'suspicion-report':
				seeReport(events, record, minute);
				name(namedIn(record), record.reference, minute);
				break;
			default:
		}
	};

	return {
		see,
		learn({ record, atMs }, found) {
			const minute = minuteOf(recordTimeMs(record, atMs));
			const acting = partsOf(record).filter(({ service }) => !service);
			// Of a long list nobody can say in whose case it was.
			if (new Set(acting.map(({ place }) => place)).size > FEW_PARTIES + 1) return;
			for (const part of acting) {
				const key = hashedKeys(part.keys).identities[0];
				if (key === undefined) continue;
				events.record('inspection-of-party', key, minute);
				if (!found) continue;
				events.record('offence-of-party', key, minute);
				mark(part, CASE, minute);
			}
		},
		turnTo(record, receivedMs) {
			now = minuteOf(recordTimeMs(record, receivedMs));
		},
		count: (kind, key, days) => events.totals(kind, hashOf(key), now, days).count,
		sum: (kind, key, days) => events.totals(kind, hashOf(key), now, days).sum,
		distinct: (kind, key, days) => events.partners(kind, hashOf(key), now, days).length,
		daysSince: (kind, key) => events.minutesSince(kind, hashOf(key), now) / MINUTES_A_DAY,
		hops: (keys, steps) => links.hops(hashedKeys(keys).starts, steps, now, isTelling, isBusy),
		suspected(keys) {
			for (const key of hashedKeys(keys).identities) {
				const reference = reported.get(key);
				if (reference !== undefined) return reference;
			}
			return undefined;
		},
		around(kind, keys, days) {
			let count = 0;
			let sum = 0;
			let parties = 0;
			for (const key of links.around(hashedKeys(keys).starts)) {
				const totals = events.totals(kind, key, now, days);
				if (totals.count === 0) continue;
				count += totals.count;
				sum += totals.sum;
				parties++;
			}
			return { count, sum, parties };
		},
		dwell: (key) => dwellOf(journeys, hashOf(key), now),
		route: (key) => routeOf(journeys, hashOf(key)),
		sightings: (key, days) => sightingsOf(journeys, events, hashOf(key), now, days),
		movement: (event) => traceMovement(journeys, events, event, now),
		shipment: (declaration) => traceShipment(events, coverage, declaration, now),
		otherIdentities: (traveller) => otherIdentities(events, traveller, now),
		save: () => writeSnapshot(state, now),
		size: () => ({
			events: events.chains.size,
			links: links.chains.size,
			bytes: events.chains.bytes + links.chains.bytes,
		}),
	};
}

/** Those on whom hits are: by their places, or all of a record that speaks of few. */
function hitParts(parts: readonly Part[], places: readonly string[] | undefined): readonly Part[] {
	if (places !== undefined) return parts.filter(({ place }) => places.includes(place));
	const acting = parts.filter(({ service }) => !service);
	return acting.length <= FEW_PARTIES ? acting : [];
}

/** Joins the keys of each part with each other, and the parts of a group. */
function join(links: Links, parts: readonly Part[], record: BorderRecord, minute: number): void {
	let together: number[] = [];
	let group = -1;
	for (const part of parts) {
		const own = hashedKeys(part.keys);
		const first = own.identities[0];
		if (first === undefined) continue;
		for (const [key, distance] of own.starts) links.join(first, key, distance === SAME ? SAME : HALF, minute);
		if (part.service || part.group < 0) continue;
		if (part.group !== group) {
			together = [];
			group = part.group;
		}
		if (together.length >= MOST_TOGETHER) continue;
		for (const other of together) links.join(other, first, STEP, minute);
		together.push(first);
	}
	if (record.kind === 'booking') joinBooking(links, bookingKeysOf(record), parts, minute);
}

/** A booking's contacts and cards are as near to it as the booking is to those who travel on it. */
function joinBooking(
	links: Links,
	keys: readonly HistoryKey[],
	parts: readonly Part[],
	minute: number,
): void {
	const locators = keys.filter((key) => key.startsWith('booking:')).map(hashOf);
	const first = locators[0];
	if (first === undefined) return;
	for (const key of keys) links.join(first, hashOf(key), BOOKED, minute);
	for (const part of parts) {
		const person = hashedKeys(part.keys).identities[0];
		if (person !== undefined) links.join(person, first, HALF, minute);
	}
}
