/**
 * Counts by day: of lanes, of rules, of groups. In: records that were assessed, inspected, superseded or overridden. Out:
 * what to add to `lane_day`, `rule_day` and `group_day`, in one statement each.
 * Invariant: every count is of the day on which the record was assessed, so that found of inspected of selected is a rate
 * of the same records; a version that was superseded before anybody inspected it is taken out again.
 */
import { sql } from 'kysely';
import type { Lane } from '../../../contract/views.ts';
import type { LaneBasis } from '../../../contract/views-targeting.ts';
import type { Session } from '../../platform/database/port.ts';
import type { StoredGroups } from './assessment-detail.ts';
import { jsonRows } from './json-rows.ts';

/** What counts need to know of an assessment. */
export type Counted = {
	/** `YYYY-MM-DD` of the assessment, UTC. */
	readonly day: string;
	readonly kind: string;
	readonly office: string | null;
	readonly lane: Lane;
	readonly basis: LaneBasis;
	readonly random: boolean;
	/** Rules that fired, each once. */
	readonly rules: readonly string[];
	readonly groups: StoredGroups;
};

/** By how much an outcome changes the counts of its record; the amount in the node's own currency. */
export type Inspected = {
	/** 1 where it is the first that was carried out, -1 where it takes one back. */
	readonly inspected: number;
	readonly found: number;
	readonly recovered: number;
	readonly minutes: number;
};

type LaneRow = {
	day: string;
	office: string;
	kind: string;
	lane: string;
	basis: string;
	records: number;
	inspected: number;
	found: number;
	recovered: number;
};
type GroupRow = {
	day: string;
	source: string;
	dimension: string;
	member: string;
	assessed: number;
	selected: number;
	inspected: number;
	found: number;
};
type RuleRow = {
	rule: string;
	day: string;
	fired: number;
	inspected: number;
	found: number;
	errored: number;
	minutes: number;
	recovered: number;
	last_error: string | null;
};

/** Red and yellow are checks before release; blue and green are not. */
export const isSelected = (lane: Lane): boolean => lane === 'red' || lane === 'yellow';

export type Tallies = {
	/** @param times 1 for a new assessment, -1 for one that no longer counts. */
	addAssessed(counted: Counted, times?: 1 | -1): void;
	addInspected(counted: Counted, change: Inspected): void;
	addFailure(rule: string, day: string, message: string): void;
	/** Moves a record, inspected or not, from one lane and basis to another. */
	move(counted: Counted, to: { readonly lane: Lane; readonly basis: LaneBasis }): void;
	save(session: Session): Promise<void>;
};

export function openTallies(): Tallies {
	const lanes = new Map<string, LaneRow>();
	const groups = new Map<string, GroupRow>();
	const rules = new Map<string, RuleRow>();

	const laneRow = ({ day, office, kind, lane, basis }: Counted): LaneRow => {
		const key = `${day}\u0000${office ?? ''}\u0000${kind}\u0000${lane}\u0000${basis}`;
		let row = lanes.get(key);
		if (row === undefined) {
			row = {
				day,
				office: office ?? '',
				kind,
				lane,
				basis,
				records: 0,
				inspected: 0,
				found: 0,
				recovered: 0,
			};
			lanes.set(key, row);
		}
		return row;
	};
	const groupRow = (day: string, source: string, dimension: string, member: string): GroupRow => {
		const key = `${day}\u0000${source}\u0000${dimension}\u0000${member}`;
		let row = groups.get(key);
		if (row === undefined) {
			row = { day, source, dimension, member, assessed: 0, selected: 0, inspected: 0, found: 0 };
			groups.set(key, row);
		}
		return row;
	};
	const ruleRow = (rule: string, day: string): RuleRow => {
		const key = `${day}\u0000${rule}`;
		let row = rules.get(key);
		if (row === undefined) {
			row = {
				rule,
				day,
				fired: 0,
				inspected: 0,
				found: 0,
				errored: 0,
				minutes: 0,
				recovered: 0,
				last_error: null,
			};
			rules.set(key, row);
		}
		return row;
	};

	/** Ways of selecting that chose the record: a rule chooses what it fires on, whatever the lane. */
	const sourcesOf = ({ lane, basis, random, rules: fired }: Counted): string[] => [
		...(isSelected(lane) ? ['all'] : []),
		...(isSelected(lane) && basis === 'model' ? ['model'] : []),
		...(random ? ['chance'] : []),
		...fired.map((rule) => `rule:${rule}`),
	];

	/** Each group with how many of the record are in it: all, and those that a way of selecting points at. */
	const eachGroup = (
		{ office, groups: of }: Counted,
		visit: (dimension: string, member: string, all: number, pointed: (source: string) => number) => void,
	): void => {
		const one = (): number => 1;
		if (office !== null) visit('office', office, 1, one);
		for (const origin of of.o ?? []) visit('origin', origin, 1, one);
		if (of.s !== undefined) visit('trader-size', of.s, 1, one);
		for (const [nationality, [all, pointed]] of Object.entries(of.n ?? {}))
			visit('nationality', nationality, all, (source) => {
				if (source === 'chance') return all;
				if (source.startsWith('rule:')) return of.r?.[source.slice(5)]?.[nationality] ?? 0;
				return pointed;
			});
	};

	const select = (counted: Counted, times: 1 | -1): void => {
		const sources = sourcesOf(counted);
		if (sources.length === 0) return;
		eachGroup(counted, (dimension, member, _all, pointed) => {
			for (const source of sources) {
				const amount = pointed(source);
				if (amount > 0) groupRow(counted.day, source, dimension, member).selected += times * amount;
			}
		});
	};

	return {
		addAssessed(counted, times = 1) {
			laneRow(counted).records += times;
			eachGroup(counted, (dimension, member, all) => {
				groupRow(counted.day, 'all', dimension, member).assessed += times * all;
			});
			select(counted, times);
			for (const rule of counted.rules) ruleRow(rule, counted.day).fired += times;
		},
		addInspected(counted, change) {
			const { inspected, found, recovered, minutes } = change;
			const row = laneRow(counted);
			row.inspected += inspected;
			row.found += found;
			row.recovered += recovered;
			for (const rule of counted.rules) {
				const of = ruleRow(rule, counted.day);
				of.inspected += inspected;
				of.found += found;
				of.minutes += minutes;
				of.recovered += recovered;
			}
			if (inspected === 0 && found === 0) return;
			const sources = sourcesOf(counted);
			// An inspection of what nothing had selected is one of all; no way of selecting can claim it.
			if (!sources.includes('all')) sources.push('all');
			eachGroup(counted, (dimension, member, _all, pointed) => {
				for (const source of sources) {
					const amount = pointed(source);
					if (amount === 0) continue;
					const group = groupRow(counted.day, source, dimension, member);
					group.inspected += inspected * amount;
					group.found += found * amount;
				}
			});
		},
		addFailure(rule, day, message) {
			const row = ruleRow(rule, day);
			row.errored += 1;
			row.last_error = message.slice(0, 300);
		},
		move(counted, to) {
			laneRow(counted).records -= 1;
			laneRow({ ...counted, ...to }).records += 1;
			select(counted, -1);
			select({ ...counted, ...to }, 1);
		},
		async save(session) {
			await saveLanes(session, [...lanes.values()]);
			await saveGroups(session, [...groups.values()]);
			await saveRules(session, [...rules.values()]);
		},
	};
}

/** Rows are written in the order of their keys: two processes then wait for each other and do not deadlock. */
async function saveLanes(session: Session, rows: readonly LaneRow[]): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		insert into lane_day(day, office, kind, lane, basis, records, inspected, found, recovered)
		select day, office, kind, lane, basis, records, inspected, found, recovered
		from json_to_recordset(${jsonRows(rows)}::json) as x(day date, office text, kind text, lane text, basis text,
			records bigint, inspected bigint, found bigint, recovered double precision)
		order by 1, 2, 3, 4, 5
		on conflict (day, office, kind, lane, basis) do update set records = lane_day.records + excluded.records,
			inspected = lane_day.inspected + excluded.inspected, found = lane_day.found + excluded.found,
			recovered = lane_day.recovered + excluded.recovered`.execute(session.kysely);
}

async function saveGroups(session: Session, rows: readonly GroupRow[]): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		insert into group_day(day, source, dimension, member, assessed, selected, inspected, found)
		select day, source, dimension, member, assessed, selected, inspected, found
		from json_to_recordset(${jsonRows(rows)}::json) as x(day date, source text, dimension text, member text,
			assessed bigint, selected bigint, inspected bigint, found bigint)
		order by 2, 3, 1, 4
		on conflict (source, dimension, day, member) do update set assessed = group_day.assessed + excluded.assessed,
			selected = group_day.selected + excluded.selected, inspected = group_day.inspected + excluded.inspected,
			found = group_day.found + excluded.found`.execute(session.kysely);
}

async function saveRules(session: Session, rows: readonly RuleRow[]): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		insert into rule_day(rule, day, fired, inspected, found, errored, minutes, recovered, last_error)
		select rule, day, fired, inspected, found, errored, minutes, recovered, last_error
		from json_to_recordset(${jsonRows(rows)}::json) as x(rule text, day date, fired bigint, inspected bigint,
			found bigint, errored bigint, minutes bigint, recovered double precision, last_error text)
		order by 1, 2
		on conflict (rule, day) do update set fired = rule_day.fired + excluded.fired,
			inspected = rule_day.inspected + excluded.inspected, found = rule_day.found + excluded.found,
			errored = rule_day.errored + excluded.errored, minutes = rule_day.minutes + excluded.minutes,
			recovered = rule_day.recovered + excluded.recovered,
			last_error = coalesce(excluded.last_error, rule_day.last_error)`.execute(session.kysely);
}
