/**
 * A node for the suites of targeting: what is sent, what is read, and how the day of an office stands.
 */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { InputOf } from '../../contract/operations.ts';
import type { LaneSettings } from '../../contract/views-targeting.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';
import { stageOf } from './screening-stage.ts';

export const OFFICER = { id: '00000000-0000-7000-8000-0000000000f1', name: 'Of Ficer' };
export const SUPERVISOR = { id: '00000000-0000-7000-8000-0000000000f2', name: 'Super Visor' };

/** A declaration in which validation finds nothing to say against. */
export const declaration = (reference: string, more: object = {}): object => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	declarationType: 'IMA',
	declaredOn: '2026-03-01',
	office: 'MT000101',
	parties: [
		{
			role: 'importer',
			name: `Trader ${reference} Ltd`,
			identifiers: [{ scheme: 'eori', value: `MT${reference.replace(/\D/g, '').padStart(8, '1')}` }],
			address: { city: 'Valletta', country: 'MT', lines: ['1 Quay'] },
		},
		{
			role: 'exporter',
			name: `Seller ${reference} Co`,
			address: { city: 'Ningbo', country: 'CN', lines: ['1 Road'] },
		},
	],
	dispatchCountry: 'CN',
	destinationCountry: 'MT',
	items: [
		{
			number: 1,
			hsCode: '640399',
			commodityCode: '6403990000',
			description: 'Shoes with leather uppers',
			originCountry: 'CN',
			grossMassKg: '1200',
			netMassKg: '1100',
			price: { amount: '9000', currency: 'EUR' },
		},
	],
	...more,
});

/** One in which it finds an error: the check digit of the container. */
export const faulty = (reference: string, more: object = {}): object =>
	declaration(reference, { containers: ['CSQU3054384'], ...more });

export const outcome = (reference: string, subject: string, more: object = {}): object => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: subject },
	inspectedAt: '2026-03-01T07:00:00Z',
	office: 'MT000101',
	inspection: 'physical',
	result: 'offence',
	findings: [{ type: 'undervaluation' }],
	recovered: { amount: '1200', currency: 'EUR' },
	minutes: 45,
	...more,
});

/** One for all suites of a process: identifiers never go back in time, whatever a clock of their own would say. */
const clock = testClock();

/** Tables of targeting that a test begins without; rules, models and the secret of the draw stay. */
const EMPTIED =
	'assessment, rule_firing, inspection, lane_override, lane_change, trusted_trader, lane_day, group_day, rule_day, ' +
	'tally, finding_tally';

/** One node for all tests of a suite, emptied before each; opening one takes seconds. */
export function useTargeting(place: Place) {
	let at: Awaited<ReturnType<Place['make']>>;
	let node: OpenNode;

	const send = (...records: readonly object[]) =>
		node.intake.submit(bytesOf(records.map((record) => JSON.stringify(record)).join('\n')), {
			source: 'broker',
			channel: 'command-line',
			name: 'test',
		});
	const queue = async (more: Partial<InputOf<'listQueue'>> = {}) =>
		node.targeting.listQueue({ state: 'waiting', limit: 100, ...more });
	const idOf = async (reference: string): Promise<string> => {
		const { items } = await node.intake.listRecords({ limit: 100, sort: '-received', search: reference });
		const found = items.find((item) => item.reference === reference);
		if (found === undefined) throw new Error(`no record ${reference}`);
		return found.id;
	};
	const read = async (reference: string) => node.targeting.readAssessment({ record: await idOf(reference) });
	const change = async (more: Partial<LaneSettings>) => {
		const { settings } = await node.targeting.readLanes({ days: 1 });
		await node.targeting.changeLanes(
			{ settings: { ...settings, ...more }, reason: 'for the test' },
			SUPERVISOR,
		);
	};
	const laneDays = async () => (await node.targeting.readLanes({ days: 1 })).days;
	const count = async (lane: string): Promise<number> =>
		(await laneDays()).filter((day) => day.lane === lane).reduce((sum, day) => sum + day.records, 0);

	beforeAll(async () => {
		at = await place.make();
		node = await openTestNode(at, { clock });
		// The draw is as it was at the last run.
		await node.targeting.readLanes({ days: 1 });
		await node.database.script(`update lane_setting set secret = decode('${'5eca'.repeat(16)}', 'hex')`);
		// What the rules of the program say of these records is not what is tested here.
		for (const { id } of await node.targeting.listRules({ state: 'live' }))
			await node.targeting.retireRule({ id, reason: 'for the test' }, SUPERVISOR);
	});
	beforeEach(async () => {
		await stageOf(node).empty();
		await node.database.script(`truncate ${EMPTIED}`);
		clock.advance(86_400_000);
		// Rare enough to leave these tests alone; what chance draws is tested with a larger share.
		await change({
			redFrom: 0.6,
			yellowFrom: 0.35,
			blueFrom: 0.2,
			randomShare: 0.001,
			randomLane: 'red',
			trustedShare: 0.25,
			rankBy: 'probability',
			capacities: [],
		});
	});
	afterAll(async () => {
		await node.close();
		await at.dispose();
	});

	return {
		clock,
		send,
		queue,
		idOf,
		read,
		change,
		laneDays,
		count,
		get node() {
			return node;
		},
	};
}
