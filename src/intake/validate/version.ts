/**
 * Versions of one record. In: the record before and after, and when the later one came. Out: what changed, as bounded readable
 * lines, and whether that was late. A change is not a finding by itself; a late change of what matters is worth a look.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';
import { hasZone, millisecondsOf } from './check-dates.ts';

export type Change = { readonly path: string; readonly before: string | null; readonly after: string | null };

const MOST_CHANGES = 200;
const LONGEST_VALUE = 200;
/** Deeper than any record; bounds the walk whatever comes in. */
const DEEPEST = 12;

/** Members by which rows of lists are told apart, so that a row put in at the top does not change all rows below it. */
const ROW_NAMES = [
	'number',
	'transportDocument',
	'locator',
	'value',
	'code',
	'type',
	'role',
	'seat',
] as const;

/** Members that every version changes by its nature. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
	'kind',
	'function',
	'preparedAt',
	'messageReference',
	'change',
	'history',
]);

type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const cut = (text: string): string =>
	text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;

/** A value as one short line: of a block, the parts that people know it by. */
function wordsOf(value: unknown): string {
	if (Array.isArray(value)) return cut(value.slice(0, 20).map(wordsOf).join(', '));
	if (!isFields(value)) return cut(String(value));
	const parts = Object.values(value)
		.filter((part) => typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean')
		.slice(0, 5);
	if (parts.length > 0) return cut(parts.join(' '));
	const [inner] = Object.values(value).filter(isFields);
	return inner === undefined ? 'present' : wordsOf(inner);
}

/** What tells a row of a list apart from the others, or undefined. */
function rowName(row: unknown): string | undefined {
	if (typeof row === 'string' || typeof row === 'number') return String(row);
	if (!isFields(row)) return undefined;
	const person = row['person'];
	const name = isFields(person) ? person['name'] : undefined;
	if (isFields(name) && typeof name['full'] === 'string') return name['full'];
	for (const member of ROW_NAMES) {
		const value = row[member];
		if (typeof value === 'string' || typeof value === 'number') return `${member} ${value}`;
	}
	return undefined;
}

/** Names of all rows where every row has one of its own; else undefined, and rows are compared by position. */
function namesOf(rows: readonly unknown[]): Map<string, unknown> | undefined {
	const names = new Map<string, unknown>();
	for (const row of rows) {
		const name = rowName(row);
		if (name === undefined || names.has(name)) return undefined;
		names.set(name, row);
	}
	return names;
}

class Comparison {
	readonly changes: Change[] = [];

	private full(): boolean {
		return this.changes.length >= MOST_CHANGES;
	}

	private note(path: string, before: unknown, after: unknown): void {
		this.changes.push({
			path: path.slice(0, 300),
			before: before === undefined ? null : wordsOf(before),
			after: after === undefined ? null : wordsOf(after),
		});
	}

	compare(path: string, before: unknown, after: unknown, depth: number): void {
		if (this.full() || Object.is(before, after)) return;
		if (depth > DEEPEST) return;
		if (Array.isArray(before) && Array.isArray(after)) this.compareLists(path, before, after, depth);
		else if (isFields(before) && isFields(after)) this.compareFields(path, before, after, depth);
		else this.note(path, before, after);
	}

	private compareFields(path: string, before: Fields, after: Fields, depth: number): void {
		for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
			if (depth === 0 && NOT_COMPARED.has(name)) continue;
			this.compare(path === '' ? name : `${path}.${name}`, before[name], after[name], depth + 1);
		}
	}

	private compareLists(
		path: string,
		before: readonly unknown[],
		after: readonly unknown[],
		depth: number,
	): void {
		const [earlier, later] = [namesOf(before), namesOf(after)];
		if (earlier === undefined || later === undefined) {
			for (let at = 0; at < Math.max(before.length, after.length) && !this.full(); at += 1)
				this.compare(`${path}[${at}]`, before[at], after[at], depth + 1);
			return;
		}
		for (const [name, row] of earlier) {
			if (this.full()) return;
			this.compare(`${path}[${cut(name)}]`, row, later.get(name), depth + 1);
		}
		for (const [name, row] of later) {
			if (this.full()) return;
			if (!earlier.has(name)) this.note(`${path}[${cut(name)}]`, undefined, row);
		}
	}
}

/**
 * What differs between two versions of one record: at most 200 changes, in the order of the record. Rows of lists are named by
 * what tells them apart (`items[number 3].grossMassKg`, `travellers[ANNA ERIKSSON].seat`) where that is possible.
 */
export function compareVersions(before: BorderRecord, after: BorderRecord): Change[] {
	const comparison = new Comparison();
	comparison.compare('', before, after, 0);
	return comparison.changes;
}

/** The moment after which a change of this record is late, with the words for it. */
function deadlineOf(record: BorderRecord): { at: string; event: string } | undefined {
	const named = (at: string | undefined, event: string) => (at === undefined ? undefined : { at, event });
	switch (record.kind) {
		case 'declaration':
			return named(
				record.arrivesOn ?? record.acceptedAt,
				record.arrivesOn === undefined ? 'acceptance' : 'arrival',
			);
		case 'cargo-report':
			return named(record.arrivesAt ?? record.legs?.at(-1)?.arrivesAt, 'arrival');
		case 'passenger-list':
			return named(record.legs.find((leg) => leg.departsAt !== undefined)?.departsAt, 'departure');
		case 'booking':
			return named(
				record.flight?.departsAt ?? record.legs.find((leg) => leg.departsAt !== undefined)?.departsAt,
				'departure',
			);
		case 'cash-declaration':
			return named(record.declaredAt, 'the declaration');
		case 'outcome':
			return named(record.inspectedAt, 'the inspection');
		default:
			return undefined;
	}
}

/** Hours before the event within which a change leaves no time to act on it. Lists are complete only close to departure. */
const NO_TIME_HOURS: { readonly [kind in BorderRecord['kind']]: number } = {
	declaration: 24,
	'cargo-report': 24,
	'passenger-list': 0,
	booking: 0,
	'suspicion-report': 0,
	'cash-declaration': 0,
	'movement-event': 0,
	outcome: 0,
};

/** Outcomes and cash declarations are written after the event; an amendment within two days is ordinary. */
const GRACE_HOURS: { readonly [kind in BorderRecord['kind']]: number } = {
	declaration: 0,
	'cargo-report': 0,
	'passenger-list': 1,
	booking: 1,
	'suspicion-report': 0,
	'cash-declaration': 48,
	'movement-event': 0,
	outcome: 48,
};

const hoursInWords = (hours: number): string =>
	hours >= 48 ? `${Math.round(hours / 24)} days` : `${Math.max(1, Math.round(hours))} h`;

/**
 * Why a change counts as late: "5 h before arrival", "3 days after departure"; null where it does not.
 * The deadline of the earlier version counts, so that a change of the arrival itself cannot hide its lateness. Times without
 * zone are read as UTC: the answer may be off by the zone, which the rounding to hours does not hide.
 * @param receivedAt when the later version came, ISO 8601 with zone.
 */
export function lateness(before: BorderRecord, after: BorderRecord, receivedAt: string): string | null {
	const deadline = deadlineOf(before) ?? deadlineOf(after);
	if (deadline === undefined) return null;
	// A day without a time lasts until midnight.
	const at = deadline.at.length === 10 ? `${deadline.at}T23:59:59` : deadline.at;
	const left = (millisecondsOf(at) - millisecondsOf(receivedAt)) / 3_600_000;
	if (Number.isNaN(left)) return null;
	const about = hasZone(at) ? '' : 'about ';
	if (left < -GRACE_HOURS[before.kind]) return `${about}${hoursInWords(-left)} after ${deadline.event}`;
	return left >= 0 && left < NO_TIME_HOURS[before.kind]
		? `${about}${hoursInWords(left)} before ${deadline.event}`
		: null;
}
