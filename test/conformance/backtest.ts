/**
 * What a backtest promises, on whatever database: it counts what the rule would have chosen and what is known of it, asks
 * of each record only with what came before, and changes nothing.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../contract/rules.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';
import { ANA, ruleOf, SUE } from './rules-stage.ts';

const DAY_MS = 86_400_000;

/** One for all suites of a process: identifiers never go back in time. */
const clock = testClock();
const today = (): string => new Date(clock.now()).toISOString().slice(0, 10);

const declaration = (reference: string, more: object = {}): object => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	office: 'MT000101',
	parties: [{ role: 'importer', name: 'Quay Trading Ltd', identifiers: [{ scheme: 'eori', value: 'MT1' }] }],
	grossMassKg: '500',
	items: [{ number: 1, hsCode: '640399', originCountry: 'CN', netMassKg: '400' }],
	...more,
});

const passengerList = (reference: string, nationalities: readonly string[]): object => ({
	kind: 'passenger-list',
	reference,
	function: 'original',
	listType: 'passengers',
	carrier: 'KM',
	legs: [{ carrier: 'KM', number: '101', from: { iata: 'TUN' }, to: { iata: 'MLA' } }],
	travellers: nationalities.map((nationality, at) => ({
		number: at + 1,
		type: 'passenger',
		person: { name: { full: `PERSON ${reference} ${at}` }, nationalities: [nationality] },
		...(at === 0 ? { seat: '1A' } : {}),
	})),
});

export function backtestConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`a backtest on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let node: OpenNode;
			/** Records by reference: the newest version of each. */
			let ids: ReadonlyMap<string, string>;
			const days: string[] = [];

			const send = async (...records: readonly object[]) => {
				await node.intake.submit(bytesOf(records.map((each) => JSON.stringify(each)).join('\n')), {
					source: 'trader',
					channel: 'command-line',
					name: 'test',
				});
			};
			const backtest = (more: Partial<Rule> = {}, window: { days?: number; limit?: number } = {}) =>
				node.targeting.backtestRule({ rule: ruleOf('heavy', more), days: 90, limit: 10_000, ...window }, ANA);
			/** Inspections as the line writes them, whatever else it does with outcomes. */
			const inspect = async (reference: string, result: string, random: boolean) => {
				const record = ids.get(reference) ?? '';
				await sql`
					insert into inspection (outcome_record, subject, record_id, inspected_at, inspection, result, findings, received_at)
					values (gen_random_uuid(), gen_random_uuid(), ${record}::uuid, '2026-03-02T10:00Z', 'physical', ${result}, '[]', now())`.execute(
					node.database.kysely,
				);
				await sql`
					insert into assessment (record_id, kind, lane_rank, basis, score, random, waiting, detail)
					values (${record}::uuid, 'declaration', 3, 'none', 0, ${random}, false, '{}')
					on conflict (record_id) do update set random = excluded.random`.execute(node.database.kysely);
			};

			beforeAll(async () => {
				at = await place.make();
				node = await openTestNode(at, { clock });
				await send(
					...Array.from({ length: 8 }, (_, index) => declaration(`OLD-${index}`)),
					...Array.from({ length: 120 }, (_, index) => passengerList(`OLD-${index}`, ['MT'])),
				);
				clock.advance(100 * DAY_MS);
				const first = Array.from({ length: 10 }, (_, index) =>
					declaration(`D-${index}`, {
						grossMassKg: String(index < 4 ? 5_000 + index : 100),
						items: [{ number: 1, hsCode: '640399', originCountry: index < 6 ? 'CN' : 'TR', netMassKg: '90' }],
					}),
				);
				await send(...first);
				days.push(today());
				clock.advance(DAY_MS);
				await send(
					declaration('E-0', { grossMassKg: '9000', office: 'MT000202' }),
					declaration('E-1'),
					passengerList('P-1', ['TN', 'TN', 'LY']),
					passengerList('P-2', ['MT', 'LY']),
				);
				days.push(today());
				clock.advance(DAY_MS);
				// D-1 is amended: only its newest version is tried, and what was found in the older one still counts.
				const { items } = await node.intake.listRecords({ limit: 500, sort: '-received' });
				ids = new Map(items.map((record) => [record.reference, record.id]));
				await inspect('D-0', 'offence', true);
				await inspect('D-1', 'irregularity', false);
				await inspect('D-2', 'nothing-found', true);
				await inspect('D-3', 'not-carried-out', false);
				await inspect('D-5', 'offence', false);
				await send(declaration('D-1', { grossMassKg: '7777' }));
				days.push(today());
			});
			afterAll(async () => {
				await node.close();
				await at.dispose();
			});

			it('counts what it would have chosen, by day and office', async () => {
				const result = await backtest();
				expect(result).toMatchObject({
					records: 12,
					units: 12,
					complete: true,
					fired: 5,
					firedUnits: 5,
					errored: 0,
					errors: [],
				});
				expect(result.byDay).toEqual([
					{ day: days[0], office: 'MT000101', fired: 3 },
					{ day: days[1], office: 'MT000202', fired: 1 },
					{ day: days[2], office: 'MT000101', fired: 1 },
				]);
				expect(result.examples.map(({ record, sentence }) => [record.reference, sentence])).toEqual([
					['D-1', 'the declaration weighs 7,777 kg'],
					['E-0', 'the declaration weighs 9,000 kg'],
					['D-3', 'the declaration weighs 5,003 kg'],
					['D-2', 'the declaration weighs 5,002 kg'],
					['D-0', 'the declaration weighs 5,000 kg'],
				]);
			});

			it('says how often it would have been right, and how often by the random share alone', async () => {
				const { precision, recall, unbiasedPrecision } = await backtest();
				expect(precision).toMatchObject({ count: 2, of: 3 });
				expect(recall).toMatchObject({ count: 2, of: 3 });
				expect(unbiasedPrecision).toMatchObject({ count: 1, of: 2 });
			});

			it('shows its effect by country and nationality, which the rule itself is never given', async () => {
				const goods = await backtest();
				const country = (group: string) =>
					goods.groups.find((each) => each.dimension === 'country' && each.group === group);
				expect(country('CN')).toMatchObject({ assessed: 8, fired: 5, ratio: null });
				expect(country('TR')).toMatchObject({ assessed: 4, fired: 0, ratio: 0 });
				const travel = await backtest({
					subject: 'traveller',
					when: 'traveller.seat == "1A"',
					reason: 'sits in {traveller.seat}',
					tests: [],
				});
				expect(travel).toMatchObject({ records: 2, units: 5, fired: 2, firedUnits: 2 });
				expect(travel.groups.filter(({ dimension }) => dimension === 'nationality')).toEqual([
					expect.objectContaining({ group: 'LY', assessed: 2, fired: 0, ratio: 0 }),
					expect.objectContaining({ group: 'TN', assessed: 2, fired: 1 }),
					expect.objectContaining({ group: 'MT', assessed: 1, fired: 1 }),
				]);
			});

			it('asks with what was known when a record came, and no later', async () => {
				const result = await backtest({
					when: 'importer.seen == 0.0',
					reason: 'was seen {importer.seen} times',
					tests: [],
				});
				// The importer came a hundred days before the window: nothing in it is the first.
				expect(result.fired).toBe(0);
				const whole = await backtest(
					{ when: 'importer.seen == 0.0', reason: 'was seen {importer.seen} times', tests: [] },
					{ days: 200 },
				);
				expect(whole).toMatchObject({ records: 20, fired: 1 });
				expect(whole.examples[0]?.record.reference).toBe('OLD-0');
			});

			it('takes the newest where there are more than it may look at', async () => {
				const travel: Partial<Rule> = { subject: 'passenger-list', when: 'true', reason: 'any', tests: [] };
				const result = await backtest(travel, { limit: 100, days: 200 });
				expect(result).toMatchObject({ records: 100, fired: 100, complete: false });
				expect(result.examples[0]?.record.reference).toBe('P-2');
				expect(await backtest(travel, { limit: 200, days: 200 })).toMatchObject({
					records: 122,
					complete: true,
				});
			});

			it('groups errors with their first reference, and goes on', async () => {
				const failing = await backtest({
					when: 'declaration.containers[0] == "X"',
					reason: 'any',
					tests: [],
				});
				expect(failing).toMatchObject({ records: 12, fired: 0, errored: 12 });
				expect(failing.errors).toMatchObject([{ count: 12, reference: 'D-0' }]);
			});

			it('keeps to the offices of the rule', async () => {
				expect(await backtest({ offices: ['MT000202'] })).toMatchObject({ fired: 1 });
			});

			it('tells which live rules choose the same', async () => {
				await sql`
					insert into rule_version (id, version, state, body, content, tried, writers, changed_at, changed_by)
					values ('other', 1, 'live', ${JSON.stringify(ruleOf('other', { title: 'The other one' }))}, gen_random_uuid(), gen_random_uuid(), '[]', now(), 'test')`.execute(
					node.database.kysely,
				);
				for (const reference of ['D-0', 'D-2', 'D-9'])
					await sql`
						insert into rule_firing (rule, record_id, place, version, sentence)
						values ('other', ${ids.get(reference) ?? ''}::uuid, '', 1, 'fired') on conflict do nothing`.execute(
						node.database.kysely,
					);
				const { overlap } = await backtest();
				expect(overlap).toContainEqual({ rule: 'other', title: 'The other one', both: 2, share: 0.4 });
			});

			it('runs one at a time, and changes nothing but the kept result', async () => {
				const before = await fingerprint(node);
				const [one, two] = await Promise.allSettled([backtest(), backtest()]);
				expect(one.status).toBe('fulfilled');
				expect(two).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
				expect(await fingerprint(node)).toEqual(before);
				await node.targeting.saveRule({ rule: ruleOf('heavy') }, ANA);
				expect((await node.targeting.readRule({ id: 'heavy' })).backtest).toMatchObject({ fired: 5 });
			});

			it('is followed by what the live rule does: firings, findings, cost', async () => {
				const { targeting } = node;
				const day = (days: number) => new Date(clock.now() + days * DAY_MS).toISOString().slice(0, 10);
				const rule = ruleOf('live-one', { validFrom: day(-1), validUntil: day(300) });
				await targeting.saveRule({ rule }, ANA);
				await targeting.backtestRule({ rule, days: 30, limit: 1_000 }, ANA);
				await targeting.proposeRule({ id: 'live-one', version: 1, reason: 'to be used' }, ANA);
				await targeting.decideRule(
					{ id: 'live-one', version: 1, decision: 'approve', reason: 'agreed' },
					SUE,
				);
				await send(declaration('F-1', { grossMassKg: '4000' }), declaration('F-2'));
				const fired = await targeting.readRule({ id: 'live-one' });
				expect(fired.life).toMatchObject({ fired: 1, errored: 0, precision: { count: 0, of: 0 } });
				expect(fired.firings).toMatchObject([
					{ record: { reference: 'F-1' }, place: '', sentence: 'the declaration weighs 4,000 kg' },
				]);
				expect(fired.life.lastFiredAt).toBe(new Date(clock.now()).toISOString());
				await send({
					kind: 'outcome',
					reference: 'I-1',
					subject: { kind: 'declaration', reference: 'F-1' },
					inspectedAt: `${day(0)}T10:00:00Z`,
					inspection: 'physical',
					result: 'offence',
					minutes: 90,
				});
				const { life } = await targeting.readRule({ id: 'live-one' });
				expect(life).toMatchObject({ fired: 1, precision: { count: 1, of: 1 }, minutes: 90 });
				expect((await targeting.listRules({ search: 'live-one' }))[0]?.precision).toMatchObject({ of: 1 });
			});
		},
	);
}

/** Rows of everything that a backtest must not touch. */
async function fingerprint(node: OpenNode): Promise<unknown> {
	const { rows } = await sql`
		select (select count(*) from record) as records, (select count(*) from rule_firing) as firings,
			(select count(*) from assessment) as assessments, (select count(*) from rule_version) as versions,
			(select count(*) from rule_event) as events, (select count(*) from rule_day) as days,
			(select count(*) from inspection) as inspections`.execute(node.database.kysely);
	return rows;
}
