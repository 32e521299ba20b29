/**
 * A node with lists and passengers, for the suites of screening: what is sent, what is loaded, what is asked.
 */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { HitState } from '../../contract/views-screening.ts';
import type { Actor } from '../../src/screening/model.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';

export const ANALYST: Actor = { id: '00000000-0000-7000-8000-00000000000a', name: 'Ana Lyst' };

export type Passenger = {
	family: string;
	given: string;
	born?: string;
	nationality?: string;
	passport?: string;
	sex?: 'female' | 'male';
	/** Anything that tells two records of one person apart without being looked at by screening. */
	seat?: string;
	/** The same, but kept with the person. */
	phone?: string;
};

/** A passenger list as record JSON. */
export const passengerList = (reference: string, passengers: readonly Passenger[]): object => ({
	kind: 'passenger-list',
	reference,
	function: 'original',
	listType: 'passengers',
	carrier: 'KM',
	legs: [
		{
			carrier: 'KM',
			number: '101',
			from: { iata: 'MLA' },
			to: { iata: 'FCO' },
			departsAt: '2026-03-01T10:00',
		},
	],
	travellers: passengers.map(({ family, given, born, nationality, passport, sex, seat, phone }, at) => ({
		number: at + 1,
		type: 'passenger',
		person: {
			name: { full: `${given} ${family}`, family, given },
			...(born === undefined ? {} : { bornOn: born }),
			...(nationality === undefined ? {} : { nationalities: [nationality] }),
			...(sex === undefined ? {} : { sex }),
		},
		...(passport === undefined ? {} : { documents: [{ scheme: 'passport', value: passport, issuer: 'RU' }] }),
		...(seat === undefined ? {} : { seat }),
		...(phone === undefined ? {} : { contacts: [{ kind: 'phone', value: phone }] }),
	})),
});

const EMPTIED =
	'dismissal, hit_event, hit, rescreening, list_entry, list_version, list, mention_part, appearance, mention, ' +
	'quarantine, finding, record_key, record_head, record, submission, ' +
	'resolution_queue, capped_value, shared_value, resolution_key, candidate, judgement, entity_event, entity_alias, entity';

/** What tests do with a node. */
export function stageOf(node: OpenNode) {
	const { intake, screening } = node;
	const send = (...records: readonly object[]) =>
		intake.submit(bytesOf(records.map((record) => JSON.stringify(record)).join('\n')), {
			source: 'carrier',
			channel: 'command-line',
			name: 'test',
		});
	const load = async (
		list: string,
		file: string | Uint8Array,
		more: { activate?: boolean; file?: string } = {},
	) => {
		const loaded = await screening.loadList({ list, activate: true, ...more }, bytesOf(file), ANALYST);
		await screening.catchUp();
		return loaded;
	};
	const hits = async (more: { state?: HitState; list?: string; record?: string; entry?: string } = {}) =>
		(await screening.listHits({ limit: 500, ...more })).items;
	/** Entries and states of all hits, as one text each. */
	const standing = async (): Promise<string[]> =>
		(await hits()).map((hit) => `${hit.entry.key} ${hit.state} ${hit.mention.caption}`).sort();
	const onlyHit = async () => {
		const [hit, ...others] = await hits();
		if (hit === undefined || others.length > 0)
			throw new Error(`${others.length + (hit ? 1 : 0)} hits and not one`);
		return hit;
	};
	const history = async (id: string): Promise<string[]> =>
		(await screening.readHit({ id })).history.map(({ what }) => what);
	/** Takes out all records, lists and hits, when nothing works on them any more. */
	const empty = async (): Promise<void> => {
		await screening.catchUp();
		await node.resolution.catchUp();
		await node.database.script(`
			truncate ${EMPTIED} cascade;
			update screening_state set generation = generation + 1;
		`);
	};
	return { send, load, hits, standing, onlyHit, history, empty };
}

/** One for all suites of a process: identifiers never go back in time, whatever a clock of their own would say. */
const clock = testClock();

/** What a test has in hand: a node that is empty, and identifiers for its lists. */
export type Hand = ReturnType<typeof stageOf> & {
	readonly node: OpenNode;
	readonly screening: OpenNode['screening'];
	readonly clock: ReturnType<typeof testClock>;
	readonly watch: string;
	readonly other: string;
};

/**
 * Gives every test of a suite an empty node: one for all, emptied before each, since opening one takes seconds. Its lists
 * have names of their own, because a node keeps lists in memory by name and version.
 */
export function useNode(place: Place): Hand {
	let at: Awaited<ReturnType<Place['make']>>;
	let node: OpenNode;
	let stage: ReturnType<typeof stageOf>;
	let test = 0;
	beforeAll(async () => {
		at = await place.make();
		node = await openTestNode(at, { clock });
		stage = stageOf(node);
	});
	beforeEach(async () => {
		test++;
		await stage.empty();
	});
	afterAll(async () => {
		await node.close();
		await at.dispose();
	});
	return {
		clock,
		get node() {
			return node;
		},
		get screening() {
			return node.screening;
		},
		get watch() {
			return `watch-${test}`;
		},
		get other() {
			return `other-${test}`;
		},
		send: (...records) => stage.send(...records),
		load: (...all) => stage.load(...all),
		hits: (more) => stage.hits(more),
		standing: () => stage.standing(),
		onlyHit: () => stage.onlyHit(),
		history: (id) => stage.history(id),
		empty: () => stage.empty(),
	};
}

/** An own list as CSV. */
export const ownList = (...rows: readonly string[]): string =>
	`key,kind,name,aliases,born,nationality,passport,category,action\n${rows.join('\n')}\n`;

export const VIKTOR = 'W-1,person,"KOROLENKO, Viktor Semyonovich",,1971-04-09,RU,,wanted-person,contact';
export const LEYLA = 'W-2,person,"ARSLANBEKOVA, Leyla",,1984-11-30,KZ,N7751203,wanted-person,discreet-check';

export const viktor: Passenger = {
	family: 'KOROLENKO',
	given: 'VIKTOR SEMYONOVICH',
	born: '1971-04-09',
	nationality: 'RU',
	passport: '712345678',
};
export const leyla: Passenger = {
	family: 'ARSLANBEKOVA',
	given: 'LEYLA',
	born: '1984-11-30',
	nationality: 'KZ',
	passport: 'N7751203',
};
export const stranger: Passenger = {
	family: 'MONTEBELLO',
	given: 'CARMEN',
	born: '1990-01-02',
	nationality: 'MT',
	passport: '1122334',
};
