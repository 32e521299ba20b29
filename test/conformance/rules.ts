/**
 * What rules promise, on whatever database: no version goes live without a check, a backtest and a second person; a rule
 * ends on its day; every step leaves an event; other processes follow.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/targeting/model.ts';
import type { RuleBook } from '../../src/targeting/rulebook/operations.ts';
import type { Place } from './databases.ts';
import { ANA, MACHINE, openRuleStage, type RuleStage, ruleOf, SUE } from './rules-stage.ts';

const DAY_MS = 86_400_000;

export function rulesConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`rules on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let stage: RuleStage;
			let book: RuleBook;
			beforeAll(async () => {
				stage = await openRuleStage(place);
			});
			beforeEach(async () => {
				await stage.empty();
				book = await stage.open();
			});
			afterEach(async () => {
				await book.close();
			});
			afterAll(async () => {
				await stage.close();
			});

			const events = async (id: string): Promise<string[]> =>
				(await book.readRule({ id })).events.map(({ what, version, by }) => `${what} ${version} ${by}`);
			const tried = (id: string, more = {}) =>
				book.backtestRule({ rule: ruleOf(id, more), days: 90, limit: 1_000 }, ANA);
			const goLive = async (id: string, version = 1, more = {}, second: Actor = SUE) => {
				await book.saveRule({ rule: ruleOf(id, more) }, ANA);
				await tried(id, more);
				await book.proposeRule({ id, version, reason: 'to be used' }, ANA);
				return book.decideRule({ id, version, decision: 'approve', reason: 'agreed' }, second);
			};
			const propose = (id: string, version: number, who = ANA) =>
				book.proposeRule({ id, version, reason: 'to be used' }, who);
			const approve = (id: string, version: number, who: Actor) =>
				book.decideRule({ id, version, decision: 'approve', reason: 'agreed' }, who);
			const conflict = (message: RegExp) => ({ code: 'conflict', message: expect.stringMatching(message) });

			describe('life', () => {
				it('goes from a draft over a backtest, a proposal and a second person to live', async () => {
					const draft = await book.saveRule({ rule: ruleOf('heavy'), reason: 'circular 3' }, ANA);
					expect(draft.summary).toMatchObject({ state: 'draft', version: 1, changedBy: ANA.name });
					expect(book.current().rules).toEqual([]);
					await expect(propose('heavy', 1)).rejects.toMatchObject(conflict(/no backtest/));
					await tried('heavy');
					expect((await propose('heavy', 1)).summary.state).toBe('proposed');
					await expect(approve('heavy', 1, ANA)).rejects.toMatchObject(conflict(/cannot approve/));
					const live = await approve('heavy', 1, SUE);
					expect(live.summary).toMatchObject({ state: 'live', version: 1, daysLeft: 305, pending: null });
					expect(live.versions).toMatchObject([{ version: 1, state: 'live', approvedBy: SUE.name }]);
					expect(live.backtest).not.toBeNull();
					expect(book.current().rules.map(({ rule, version }) => [rule.id, version])).toEqual([['heavy', 1]]);
					expect(await events('heavy')).toEqual([
						`approved 1 ${SUE.name}`,
						`proposed 1 ${ANA.name}`,
						`drafted 1 ${ANA.name}`,
					]);
				});

				it('is not approved by whoever changed it, proposed it, or holds the machine that wrote it', async () => {
					await book.saveRule({ rule: ruleOf('heavy') }, MACHINE);
					await book.saveRule({ rule: ruleOf('heavy', { title: 'Changed by a colleague' }) }, SUE);
					await tried('heavy');
					await propose('heavy', 1, ANA);
					for (const writer of [MACHINE, SUE, ANA])
						await expect(approve('heavy', 1, writer)).rejects.toMatchObject(conflict(/cannot approve/));
					const third = { id: 'third', name: 'Third' };
					expect((await approve('heavy', 1, third)).summary.state).toBe('live');
				});

				it('wants another backtest where the condition changed, and none where words did', async () => {
					await book.saveRule({ rule: ruleOf('heavy') }, ANA);
					await tried('heavy');
					await book.saveRule({ rule: ruleOf('heavy', { title: 'Another title' }) }, ANA);
					expect((await book.readRule({ id: 'heavy' })).backtest).not.toBeNull();
					const when = 'declaration.grossMassKg > 1500.0';
					await book.saveRule({ rule: ruleOf('heavy', { when }) }, ANA);
					expect((await book.readRule({ id: 'heavy' })).backtest).toBeNull();
					await expect(propose('heavy', 1)).rejects.toMatchObject(conflict(/no backtest/));
					await tried('heavy', { when });
					expect((await propose('heavy', 1)).summary.state).toBe('proposed');
					expect((await events('heavy')).filter((event) => event.startsWith('changed'))).toHaveLength(2);
				});

				it('cannot be proposed with a problem or a case that fails', async () => {
					const broken = { when: 'declaration.grossMas > 1.0' };
					await book.saveRule({ rule: ruleOf('heavy', broken) }, ANA);
					await expect(tried('heavy', broken)).rejects.toMatchObject({ code: 'invalid-input' });
					await expect(propose('heavy', 1)).rejects.toMatchObject(conflict(/check/));
					const untested = { tests: [] };
					await book.saveRule({ rule: ruleOf('light', untested) }, ANA);
					await tried('light', untested);
					await expect(propose('light', 1)).rejects.toMatchObject(conflict(/check/));
				});

				it('keeps the text of what was proposed, also where it was rejected', async () => {
					await book.saveRule({ rule: ruleOf('heavy') }, ANA);
					await tried('heavy');
					await propose('heavy', 1);
					await book.decideRule({ id: 'heavy', version: 1, decision: 'reject', reason: 'too wide' }, SUE);
					expect((await book.readRule({ id: 'heavy' })).summary.state).toBe('draft');
					const next = await book.saveRule({ rule: ruleOf('heavy', { title: 'Narrower' }) }, ANA);
					expect(next.summary).toMatchObject({ version: 2, state: 'draft' });
					expect(next.versions).toMatchObject([{ version: 2 }, { version: 1, state: 'retired' }]);
					await propose('heavy', 2);
					const third = await book.saveRule({ rule: ruleOf('heavy', { title: 'Other words' }) }, ANA);
					expect(third.summary.version).toBe(3);
					await expect(approve('heavy', 2, SUE)).rejects.toMatchObject(conflict(/retired/));
				});

				it('takes the place of the live version in one step', async () => {
					await goLive('heavy');
					await expect(book.saveRule({ rule: ruleOf('heavy') }, ANA)).rejects.toMatchObject(
						conflict(/text of version 1/),
					);
					const when = 'declaration.grossMassKg > 1700.0';
					const draft = await book.saveRule({ rule: ruleOf('heavy', { when }) }, ANA);
					expect(draft.summary).toMatchObject({ version: 2, state: 'draft' });
					expect((await book.readRule({ id: 'heavy' })).summary).toMatchObject({ version: 1, pending: 2 });
					expect(await book.listRules({ state: 'draft' })).toMatchObject([{ id: 'heavy', version: 2 }]);
					await tried('heavy', { when });
					await propose('heavy', 2);
					const live = await approve('heavy', 2, SUE);
					expect(live.versions).toMatchObject([
						{ version: 2, state: 'live' },
						{ version: 1, state: 'retired' },
					]);
					expect(book.current().rules).toMatchObject([{ version: 2, rule: { when } }]);
					await expect(approve('heavy', 2, SUE)).rejects.toMatchObject(conflict(/nobody asks/));
				});

				it('is decided once, also where two people decide in the same moment', async () => {
					await book.saveRule({ rule: ruleOf('heavy') }, ANA);
					await tried('heavy');
					await propose('heavy', 1);
					const other = await stage.open();
					const reject = { id: 'heavy', version: 1, decision: 'reject', reason: 'too wide' } as const;
					const decided = await Promise.allSettled([
						approve('heavy', 1, SUE),
						other.decideRule(reject, { id: 'third', name: 'Third' }),
					]);
					expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
					const saved = await Promise.allSettled([
						book.saveRule({ rule: ruleOf('new-rule') }, ANA),
						other.saveRule({ rule: ruleOf('new-rule', { title: 'Another' }) }, SUE),
					]);
					expect(saved.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
					expect((await book.readRule({ id: 'new-rule' })).versions).toHaveLength(1);
				});

				it('ends by itself, is listed as expired, and can be renewed', async () => {
					await goLive('heavy', 1, { validUntil: '2026-03-20' });
					stage.clock.advance(19 * DAY_MS);
					expect(book.current().rules).toHaveLength(1);
					expect((await book.listRules({}))[0]).toMatchObject({ state: 'live', daysLeft: 0 });
					stage.clock.advance(DAY_MS);
					expect(book.current().rules).toEqual([]);
					expect(await book.listRules({ state: 'expired' })).toMatchObject([{ id: 'heavy', daysLeft: -1 }]);
					await book.close();
					book = await stage.open();
					book.current();
					expect((await events('heavy')).filter((event) => event.startsWith('expired'))).toEqual([
						'expired 1 calendar',
					]);
					const renewed = await book.renewRule(
						{ id: 'heavy', validUntil: '2026-06-30', reason: 'still finds something' },
						SUE,
					);
					expect(renewed.summary).toMatchObject({
						state: 'live',
						version: 1,
						validFrom: '2026-03-21',
						validUntil: '2026-06-30',
					});
					expect(book.current().rules).toHaveLength(1);
					await expect(
						book.renewRule({ id: 'heavy', validUntil: '2029-01-01', reason: 'for ever' }, SUE),
					).rejects.toMatchObject(conflict(/two years/));
					stage.clock.advance(120 * DAY_MS);
					await book.close();
					book = await stage.open();
					expect((await events('heavy')).slice(0, 2)).toEqual([
						'expired 1 calendar',
						`renewed 1 ${SUE.name}`,
					]);
				});

				it('is taken out with a reason, once', async () => {
					await goLive('heavy');
					const out = await book.retireRule({ id: 'heavy', reason: 'finds nothing' }, SUE);
					expect(out.summary.state).toBe('retired');
					expect(out.events[0]).toMatchObject({ what: 'retired', reason: 'finds nothing', by: SUE.name });
					expect(book.current().rules).toEqual([]);
					await expect(book.retireRule({ id: 'heavy', reason: 'again' }, SUE)).rejects.toMatchObject(
						conflict(/already/),
					);
					await expect(book.retireRule({ id: 'nobody', reason: 'again' }, SUE)).rejects.toMatchObject({
						code: 'not-found',
					});
					await expect(book.readRule({ id: 'heavy', version: 7 })).rejects.toMatchObject({
						code: 'not-found',
					});
				});
			});

			describe('the pack that comes with the program', () => {
				it('is live for a year on a new node, and changes nothing later but by drafts', async () => {
					await stage.empty();
					await stage.writePack(ruleOf('pack-one'), ruleOf('pack-two'));
					const first = await stage.open();
					expect(await first.listRules({})).toMatchObject([
						{ id: 'pack-one', state: 'live', validFrom: stage.today(), changedBy: 'rule pack' },
						{ id: 'pack-two', state: 'live' },
					]);
					expect((await first.readRule({ id: 'pack-one' })).versions).toMatchObject([
						{ approvedBy: 'rule pack' },
					]);
					expect(first.current().rules).toHaveLength(2);
					await stage.writePack(
						ruleOf('pack-one', { when: 'declaration.grossMassKg > 9.0' }),
						ruleOf('pack-two'),
						ruleOf('pack-three'),
					);
					for (const _ of [1, 2]) {
						const again = await stage.open();
						expect(await again.listRules({})).toMatchObject([
							{ id: 'pack-one', version: 1, state: 'live', pending: 2 },
							{ id: 'pack-three', version: 1, state: 'draft' },
							{ id: 'pack-two', version: 1, state: 'live', pending: null },
						]);
						expect(again.current().rules).toHaveLength(2);
					}
				});

				it('leaves a node alone that has rules of its own, and tells of a file that is none', async () => {
					await book.saveRule({ rule: ruleOf('own-rule') }, ANA);
					await stage.writePack(ruleOf('pack-one'));
					const again = await stage.open();
					expect(await again.listRules({})).toMatchObject([
						{ id: 'own-rule', state: 'draft' },
						{ id: 'pack-one', state: 'draft' },
					]);
					await stage.writeFile('odd.json', '{"rules": 1}');
					await expect(stage.open()).rejects.toThrow(/odd\.json/);
				});
			});

			describe('files', () => {
				it('come back the same, and draft only what differs', async () => {
					await goLive('heavy');
					await book.saveRule({ rule: ruleOf('light') }, ANA);
					const file = await book.exportRules({});
					expect(file.rules.map(({ id }) => id)).toEqual(['heavy', 'light']);
					expect(await book.importRules({ file }, SUE)).toEqual({
						drafted: [],
						same: ['heavy', 'light'],
						refused: [],
					});
					const changed = {
						...file,
						rules: [
							...file.rules.map((rule) => ({ ...rule, title: `${rule.title}, revised` })),
							ruleOf('broken', { when: 'declaration.' }),
							ruleOf('newly-made'),
							ruleOf('newly-made'),
						],
					};
					expect(await book.importRules({ file: changed }, SUE)).toMatchObject({
						drafted: ['heavy', 'light', 'newly-made'],
						refused: [
							{ rule: 'broken', problems: [{ field: 'when' }] },
							{ rule: 'newly-made', problems: [{ field: 'id' }] },
						],
					});
					expect(await book.listRules({ state: 'draft' })).toMatchObject([
						{ id: 'heavy', version: 2 },
						{ id: 'light', version: 1 },
						{ id: 'newly-made', version: 1 },
					]);
					expect((await events('newly-made'))[0]).toBe(`imported 1 ${SUE.name}`);
				});

				it('hold what was asked for', async () => {
					await goLive('heavy');
					await book.saveRule({ rule: ruleOf('light') }, ANA);
					const ids = async (input: Parameters<RuleBook['exportRules']>[0]) =>
						(await book.exportRules(input)).rules.map(({ id }) => id);
					expect(await ids({ state: 'live' })).toEqual(['heavy']);
					expect(await ids({ ids: 'light, heavy' })).toEqual(['heavy', 'light']);
					await expect(ids({ ids: 'light,nobody' })).rejects.toMatchObject({ code: 'invalid-input' });
				});
			});

			describe('figures', () => {
				it('count the days of the condition that is live, with intervals, and draw the weight to what is found', async () => {
					await goLive('heavy');
					const days = Array.from({ length: 45 }, (_, back) => ({
						day: stage.today(-back),
						fired: back >= 1 && back <= 7 ? 30 : 5,
						inspected: 2,
						found: 2,
						errored: back === 0 ? 1 : 0,
						minutes: 60,
						recovered: 250.5,
						last_error: back === 0 ? 'no such key' : null,
					}));
					await stage.writeDays('heavy', days, { kind: 'declaration', records: 200 });
					// Counts from before the condition was live are of another one.
					const fresh = await book.readRule({ id: 'heavy' });
					expect(fresh.life).toMatchObject({ fired: 5, errored: 1, lastError: 'no such key' });
					await stage.countFrom('heavy', stage.today(-60));
					const { life, summary } = await book.readRule({ id: 'heavy' });
					expect(life).toMatchObject({ fired: 7 * 30 + 38 * 5, precision: { count: 90, of: 90, rate: 1 } });
					expect(life.precision.low).toBeCloseTo(0.959, 3);
					expect(life.recentPrecision.of).toBe(60);
					expect(life.drift?.sentence).toMatch(/^Fires 6 times as often: 15 % of declarations/);
					expect(life).toMatchObject({ minutes: 45 * 60, recovered: 45 * 250.5 });
					expect((await book.listRules({}))[0]).toMatchObject({
						fired: summary.fired,
						precision: summary.precision,
					});
					const again = await stage.open();
					expect(stage.weightOn(again, { grossMassKg: '2000' })).toBeCloseTo((90 + 0.3 * 10) / 100, 6);
				});

				it('list hundreds of rules with a few queries, and filter them', async () => {
					const rules = Array.from({ length: 500 }, (_, at) =>
						ruleOf(
							`rule-${String(at).padStart(3, '0')}`,
							at % 2 === 0 ? {} : { subject: 'booking', when: 'true', reason: 'any', tests: [] },
						),
					);
					await book.importRules({ file: { format: 'tidewaiter-rules', version: 1, rules } }, ANA);
					expect(await book.listRules({})).toHaveLength(500);
					expect(await book.listRules({ subject: 'booking', search: 'RULE-03' })).toHaveLength(5);
				});
			});

			it.skipIf(place.name === 'PGlite')(
				'are followed by other processes within seconds (the embedded database has one process)',
				async () => {
					const other = await stage.open();
					expect(other.current().rules).toEqual([]);
					await goLive('heavy');
					for (let turn = 0; turn < 50 && other.current().rules.length === 0; turn++) await sleep(100);
					expect(other.current().rules).toMatchObject([{ version: 1 }]);
				},
			);
		},
	);
}
