/**
 * History as bytes, and back. What stands in it: hashes, minutes, amounts, names of places, references of suspicion reports.
 * Never throws: bytes of another version, cut short or with counts beyond the limits give undefined. Whether a byte was
 * altered is for whoever keeps them to check.
 */
import { createByteReader, createByteWriter } from '../profile/snapshot-bytes.ts';
import type { Chains } from './chains.ts';
import type { Coverage } from './goods.ts';
import type { Journey, Journeys } from './journeys.ts';
import type { Links } from './links.ts';
import { BOOKED, HALF, type HistoryLimits, SAME, STEP } from './model.ts';

/** Raised when what is kept, or how it is hashed, changes. */
const VERSION = 2;
/** Numbers of a journey besides its visits; numbers of a visit. */
const JOURNEY_NUMBERS = 14;
const CELL_NUMBERS = 3;
const VISIT_NUMBERS = 5;
const MOST_VISITS = 64;
const MOST_PLACES = 1_000_000;
const LINK_KINDS: ReadonlySet<number> = new Set([SAME, HALF, STEP, BOOKED]);

export type HistoryState = {
	readonly events: Chains;
	readonly links: Links;
	readonly journeys: Journeys;
	readonly coverage: Coverage;
	readonly reported: Map<number, string>;
};

type Writer = ReturnType<typeof createByteWriter>;
type Reader = ReturnType<typeof createByteReader>;

export function writeSnapshot(state: HistoryState, now: number): Uint8Array {
	const out = createByteWriter();
	out.number(VERSION);
	out.number(now);
	writeChains(out, state.events);
	writeChains(out, state.links.chains);
	out.number(state.links.interest.size);
	out.array(Float64Array.from([...state.links.interest].flat()));
	out.number(state.reported.size);
	out.array(Float64Array.from(state.reported.keys()));
	out.text(JSON.stringify([...state.reported.values()]));
	out.text(JSON.stringify([...state.coverage]));
	writeJourneys(out, state.journeys);
	return out.bytes();
}

/** @returns the minute of the last record, or undefined where the bytes are not of this version or not whole. */
export function readSnapshot(
	bytes: Uint8Array,
	state: HistoryState,
	limits: HistoryLimits,
): number | undefined {
	const reader = createByteReader(bytes);
	if (reader.number() !== VERSION) return undefined;
	const now = reader.number();
	readChains(reader, state.events, () => true);
	readChains(reader, state.links.chains, (kind) => LINK_KINDS.has(kind));
	const interest = reader.doubles(reader.whole(limits.interest) * 2);
	for (let at = 0; at < interest.length; at += 2) state.links.interest.set(interest[at]!, interest[at + 1]!);
	const reported = reader.doubles(reader.whole(limits.reported));
	const references = parsed(reader.text());
	const coverage = parsed(reader.text());
	reported.forEach((key, at) => {
		const reference = references[at];
		if (typeof reference === 'string') state.reported.set(key, reference);
	});
	for (const entry of coverage) {
		if (!Array.isArray(entry)) continue;
		const [mode, counts]: unknown[] = entry;
		if (typeof mode !== 'string' || typeof counts !== 'object' || counts === null) continue;
		if (!('declared' in counts) || !('reported' in counts)) continue;
		state.coverage.set(mode, { declared: Number(counts.declared), reported: Number(counts.reported) });
	}
	readJourneys(reader, state.journeys);
	return reader.atEnd && now >= 0 ? now : undefined;
}

function parsed(text: string): readonly unknown[] {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value : [];
	} catch {
		return [];
	}
}

function writeChains(out: Writer, chains: Chains): void {
	const keys = new Float64Array(chains.size);
	const minutes = new Uint32Array(chains.size);
	const amounts = new Float64Array(chains.size);
	const partners = new Float64Array(chains.size);
	let at = 0;
	chains.each((key, minute, amount, partner) => {
		keys[at] = key;
		minutes[at] = minute;
		amounts[at] = amount;
		partners[at++] = partner;
	});
	out.number(chains.size);
	out.array(keys);
	out.array(minutes);
	out.array(amounts);
	out.array(partners);
}

/** Entries are added again, oldest first: what was written by a history with higher limits loses its oldest. */
function readChains(reader: Reader, chains: Chains, isAmount: (amount: number) => boolean): void {
	const size = reader.whole(2 ** 31);
	const keys = reader.doubles(size);
	const minutes = reader.words(size);
	const amounts = reader.doubles(size);
	const partners = reader.doubles(size);
	if (reader.failed) return;
	// A key of 0 marks an empty place in the table.
	for (let at = 0; at < size; at++)
		if (keys[at]! > 0 && isAmount(amounts[at]!))
			chains.add(keys[at]!, minutes[at]!, amounts[at]!, partners[at]!);
}

function writeJourneys(out: Writer, { journeys, dwells, ways }: Journeys): void {
	const places = new Map<string, number>();
	const numberOf = (place: string): number => {
		const held = places.get(place);
		if (held !== undefined) return held;
		places.set(place, places.size);
		return places.size - 1;
	};
	const numbers: number[] = [];
	for (const [key, journey] of journeys) {
		numbers.push(
			key,
			journey.stage,
			journey.stageMinute,
			numberOf(journey.stagePlace),
			journey.dwellMinutes,
			journey.dwellKey,
			journey.dwellFrom,
			journey.loops,
			journey.backtrackKm,
			journey.awayKm,
			journey.fastestKmh,
			journey.latitude,
			journey.longitude,
			journey.lastMinute,
			journey.strayMinutes,
			journey.visits.length,
		);
		for (const { place, latitude, longitude, from, until } of journey.visits)
			numbers.push(numberOf(place), latitude, longitude, from, until);
	}
	const usual: number[] = [];
	for (const [key, values] of dwells.values) usual.push(key, values.length, ...values);
	const cells = [...ways.cells].flatMap(([cell, { travellers, last }]) => [cell, travellers, last]);
	out.text(JSON.stringify([...places.keys()]));
	out.number(ways.journeys);
	for (const list of [numbers, usual, cells]) {
		out.number(list.length);
		out.array(Float64Array.from(list));
	}
}

function readJourneys(reader: Reader, { journeys, dwells, ways }: Journeys): void {
	const places = parsed(reader.text()).slice(0, MOST_PLACES);
	const nameOf = (number: number): string => String(places[number] ?? '');
	ways.journeys = reader.whole(2 ** 31);
	const numbers = reader.doubles(reader.whole(2 ** 31));
	const usual = reader.doubles(reader.whole(2 ** 31));
	const cells = reader.doubles(reader.whole(2 ** 31));
	if (reader.failed) return;
	for (let cell = 0; cell + CELL_NUMBERS <= cells.length; cell += CELL_NUMBERS)
		ways.cells.set(cells[cell]!, { travellers: cells[cell + 1]!, last: cells[cell + 2]! });
	let at = 0;
	const next = (): number => numbers[at++] ?? Number.NaN;
	while (at + JOURNEY_NUMBERS + 2 <= numbers.length) {
		const key = next();
		const journey: Journey = {
			visits: [],
			stage: next(),
			stageMinute: next(),
			stagePlace: nameOf(next()),
			dwellMinutes: next(),
			dwellKey: next(),
			dwellFrom: next(),
			loops: next(),
			backtrackKm: next(),
			awayKm: next(),
			fastestKmh: next(),
			latitude: next(),
			longitude: next(),
			lastMinute: next(),
			strayMinutes: next(),
		};
		const visits = next();
		if (!(visits <= MOST_VISITS) || at + visits * VISIT_NUMBERS > numbers.length) {
			reader.fail();
			return;
		}
		for (let left = visits; left > 0; left--)
			journey.visits.push({
				place: nameOf(next()),
				latitude: next(),
				longitude: next(),
				from: next(),
				until: next(),
			});
		journeys.set(key, journey);
	}
	if (at !== numbers.length) {
		reader.fail();
		return;
	}
	for (at = 0; at + 2 <= usual.length; ) {
		const key = usual[at]!;
		const count = usual[at + 1]!;
		if (!(count >= 0 && at + 2 + count <= usual.length)) {
			reader.fail();
			return;
		}
		for (let each = 0; each < count; each++) dwells.add(key, usual[at + 2 + each]!);
		at += 2 + count;
	}
}
