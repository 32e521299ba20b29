import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import { documentKey } from '../../values/content-key.ts';
import type { Firing } from '../model.ts';
import { decideLane, type LaneQuestion, rankOfLane } from './decide-lane.ts';
import { openDrawing } from './draw.ts';
import { openOfficeDay } from './office-day.ts';
import { NO_CANDIDATE, openRecentRanks, passes, shareToTake } from './pace.ts';
import { rankOf, scoreOf } from './score.ts';
import { capacityOf, defaultSettings } from './settings.ts';
import { openTrustedHistory } from './trust.ts';

const settings = (more: Partial<LaneSettings> = {}): LaneSettings => ({ ...defaultSettings('MT'), ...more });

const fired = (rule: string, effect: Firing['effect']): Firing => ({
	rule,
	version: 1,
	title: `Rule ${rule}`,
	place: '',
	sentence: `${rule} says so`,
	effect,
	weight: effect.kind === 'weight' ? effect.weight : null,
});
const weight = (rule: string, value: number): Firing => fired(rule, { kind: 'weight', weight: value });

const question = (more: Partial<LaneQuestion> = {}): LaneQuestion => ({
	asked: [],
	firings: [],
	errors: 0,
	warnings: 0,
	score: scoreOf(more.firings ?? [], null, null),
	draw: { chance: 0.999, tie: 0.5 },
	trusted: undefined,
	earlier: undefined,
	...more,
});

const openDay = (of: LaneSettings, more: Partial<Parameters<typeof openOfficeDay>[0]> = {}) =>
	openOfficeDay({
		office: 'A',
		capacity: capacityOf(of, 'A'),
		used: { red: 0, yellow: 0 },
		arrived: 0,
		usual: undefined,
		elapsed: 0.9,
		randomShare: of.randomShare,
		randomLane: of.randomLane,
		recent: undefined,
		...more,
	});

const decide = (asked: LaneQuestion, of = settings(), day = openDay(of)) =>
	decideLane(asked, of, day, openTrustedHistory(), 1);

describe('the order in which lanes are asked', () => {
	it('has alerts and mandatory rules first', () => {
		const seize = question({ asked: [{ action: 'seize', list: 'un' }], firings: [weight('a', 0.9)] });
		expect(decide(seize)).toMatchObject({ lane: 'red', basis: 'mandatory' });
		expect(decide(question({ asked: [{ action: 'inquiry', list: 'un' }] }))).toMatchObject({
			lane: 'yellow',
			basis: 'mandatory',
		});
		const mandatory = fired('b', { kind: 'lane', lane: 'red', mandatory: true });
		const inquiry = question({ asked: [{ action: 'contact', list: 'un' }], firings: [mandatory] });
		expect(decide(inquiry)).toMatchObject({ lane: 'red', reason: 'the mandatory rule “Rule b”: b says so' });
	});

	it('does not show a discreet check', () => {
		const shown = decide(question({ asked: [{ action: 'discreet-check', list: 'watch' }] }));
		expect(shown).toEqual(decide(question()));
		expect(shown).toMatchObject({ lane: 'green', basis: 'none', reason: 'nothing asks for a check' });
	});

	it('has rules before validation before the model before chance, where they ask for the same lane', () => {
		const rule = fired('r', { kind: 'lane', lane: 'yellow', mandatory: false });
		const everything = question({
			firings: [rule],
			errors: 1,
			score: scoreOf([], 0.4, null),
			draw: { chance: 0, tie: 0 },
		});
		const of = settings({ randomLane: 'yellow' });
		expect(decide(everything, of)).toMatchObject({ lane: 'yellow', basis: 'rules', random: true });
		expect(decide({ ...everything, firings: [] }, of)).toMatchObject({ basis: 'validation', random: true });
		expect(decide({ ...everything, firings: [], errors: 0 }, of)).toMatchObject({ basis: 'model' });
		expect(decide(question({ draw: { chance: 0, tie: 0 } }), of)).toMatchObject({ basis: 'chance' });
		expect(decide(question({ warnings: 2 }))).toMatchObject({ lane: 'blue', basis: 'validation' });
	});

	it('names what the score rests on', () => {
		const both = question({ firings: [weight('a', 0.5)], score: scoreOf([weight('a', 0.5)], 0.4, null) });
		expect(decide(both)).toMatchObject({
			lane: 'red',
			basis: 'model',
			reason: 'the score is 0.7, red from 0.6: the rule “Rule a”, the model with 0.4',
		});
	});

	it('keeps an amendment in the lane in which the version before waits, but for what validation had asked', () => {
		const earlier = { lane: 'red', basis: 'rules', hasPlace: true } as const;
		expect(decide(question({ earlier }))).toMatchObject({ lane: 'red', basis: 'rules' });
		expect(decide(question({ earlier: { ...earlier, basis: 'validation' } })).lane).toBe('green');
	});
});

describe('the score', () => {
	it('is that of independent causes, each rule once', () => {
		expect(scoreOf([weight('a', 0.5), weight('a', 0.3), weight('b', 0.2)], 0.5, null)).toMatchObject({
			score: 0.8,
			byRules: 0.6,
		});
		expect(rankOf({ ...scoreOf([], 0.5, 200) }, 'both', 1)).toBe(100);
	});

	const chances = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 6 });

	it('never falls where more speaks for a check, and a higher score never gives a laxer lane', () => {
		fc.assert(
			fc.property(
				chances,
				chances,
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.record({
					errors: fc.nat(1),
					warnings: fc.nat(1),
					tie: fc.double({ min: 0, max: 0.99, noNaN: true }),
				}),
				fc.record({ red: fc.nat(3), yellow: fc.nat(3), usedRed: fc.nat(3), usedYellow: fc.nat(3) }),
				fc.boolean(),
				(weights, more, probability, higher, { errors, warnings, tie }, places, isTrusted) => {
					const firings = weights.map((each, at) => weight(`r${at}`, each));
					const added = [...firings, ...more.map((each, at) => weight(`m${at}`, each))];
					const low = scoreOf(firings, Math.min(probability, higher), null);
					const high = scoreOf(added, Math.max(probability, higher), null);
					expect(high.score).toBeGreaterThanOrEqual(low.score - 1e-12);
					const of = settings({ capacities: [{ office: 'A', red: places.red, yellow: places.yellow }] });
					const laneOf = (score: typeof low): number => {
						const trust = openTrustedHistory();
						for (let at = 0; at < 30; at++) trust.add(at / 30);
						const recent = { red: openRecentRanks(), yellow: openRecentRanks() };
						for (let at = 0; at < 100; at++) for (const each of Object.values(recent)) each.add(at / 100);
						const day = openDay(of, {
							used: { red: places.usedRed, yellow: places.usedYellow },
							usual: 10,
							recent,
						});
						const trusted = isTrusted ? { scheme: 'eori', value: 'X' } : undefined;
						return rankOfLane(
							decideLane(
								question({ score, errors, warnings, trusted, draw: { chance: 0.99, tie } }),
								of,
								day,
								trust,
								1,
							).lane,
						);
					};
					expect(laneOf(high)).toBeLessThanOrEqual(laneOf(low));
				},
			),
			{ numRuns: 300, seed: 11 },
		);
	});
});

describe('places of a day', () => {
	it('are never exceeded but by what is mandatory, and the reason says what was passed over', () => {
		fc.assert(
			fc.property(
				fc.nat(6),
				fc.nat(6),
				fc.array(
					fc.record({
						probability: fc.double({ min: 0, max: 1, noNaN: true }),
						chance: fc.double({ min: 0, max: 0.99, noNaN: true }),
						tie: fc.double({ min: 0, max: 0.99, noNaN: true }),
						errors: fc.nat(1),
						byRule: fc.boolean(),
						mandatory: fc.boolean(),
					}),
					{ maxLength: 40 },
				),
				(red, yellow, records) => {
					const of = settings({ randomShare: 0.2, capacities: [{ office: '*', red, yellow }] });
					const day = openDay(of, { usual: records.length });
					const taken = { red: 0, yellow: 0, mandatory: 0 };
					for (const { probability, chance, tie, errors, byRule, mandatory } of records) {
						const firings = byRule ? [fired('lane', { kind: 'lane', lane: 'red', mandatory: false })] : [];
						const decided = decideLane(
							question({
								firings,
								errors,
								score: scoreOf([], probability, null),
								draw: { chance, tie },
								asked: mandatory ? [{ action: 'seize', list: 'un' }] : [],
							}),
							of,
							day,
							openTrustedHistory(),
							1,
						);
						if (decided.basis === 'mandatory') taken.mandatory += 1;
						else if (decided.lane === 'red' || decided.lane === 'yellow') taken[decided.lane] += 1;
					}
					expect(taken.red).toBeLessThanOrEqual(red);
					expect(taken.yellow).toBeLessThanOrEqual(yellow);
				},
			),
			{ numRuns: 300, seed: 12 },
		);
		const of = settings({ capacities: [{ office: 'A', red: 0, yellow: 0 }] });
		expect(decide(question({ score: scoreOf([], 0.9, null) }), of)).toMatchObject({
			lane: 'blue',
			basis: 'model',
			reason: expect.stringContaining('the 0 places in yellow of the office A are taken today'),
			capacity: { lane: 'red', used: 0, of: 0 },
		});
	});

	it('are spread over the day and used up, by those that rank highest', () => {
		// Ten days of a thousand records; then one more day, with thirty places for the hundred that reach the threshold.
		const of = settings({ randomShare: 0.001, capacities: [{ office: 'A', red: 30, yellow: null }] });
		const scoreAt = (at: number): number => ((at * 7_919) % 1_000) / 1_000;
		const recent = { red: openRecentRanks(), yellow: openRecentRanks() };
		for (let at = 0; at < 4_000; at++) {
			const score = scoreAt(at);
			recent.red.add(score >= of.redFrom ? Math.fround(score) : NO_CANDIDATE);
			recent.yellow.add(NO_CANDIDATE);
		}
		const red: { at: number; score: number }[] = [];
		let used = 0;
		// A batch of fifty at a time, as the line has them, all through the day.
		for (let batch = 0; batch < 20; batch++) {
			const day = openDay(of, {
				used: { red: used, yellow: 0 },
				arrived: batch * 50,
				usual: 1_000,
				elapsed: batch / 20,
				recent,
			});
			for (let at = batch * 50; at < batch * 50 + 50; at++) {
				const score = scoreAt(at);
				const decided = decide(question({ score: scoreOf([], score, null) }), of, day);
				if (decided.lane === 'red') red.push({ at, score });
			}
			used = red.length;
		}
		expect(red.length).toBeGreaterThan(24);
		expect(red.length).toBeLessThanOrEqual(30);
		expect(red.filter(({ at }) => at >= 500).length).toBeGreaterThan(8);
		expect(Math.min(...red.map(({ score }) => score))).toBeGreaterThan(0.9);
	});

	it('go ahead of the clock by a quarter at most where no earlier day is known', () => {
		const morning = { places: 100, kept: 0, arrived: 500, usual: undefined, elapsed: 0.25 };
		expect(shareToTake({ ...morning, used: 49 })).toBeGreaterThan(0);
		expect(shareToTake({ ...morning, used: 50 })).toBe(0);
		expect(shareToTake({ ...morning, used: 100, elapsed: 1 })).toBe(0);
	});

	it('let through the share that is asked for, also where many rank the same', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(5), { minLength: 60, maxLength: 300 }),
				fc.double({ min: 0.01, max: 0.9, noNaN: true }),
				(ranks, share) => {
					const recent = openRecentRanks();
					for (const rank of ranks) recent.add(rank);
					const bar = recent.barFor(share);
					let through = 0;
					for (const rank of ranks)
						for (let tie = 0.005; tie < 1; tie += 0.01) if (passes(bar, rank, tie)) through += 0.01;
					expect(Math.abs(through / ranks.length - share)).toBeLessThan(0.02);
				},
			),
			{ numRuns: 30, seed: 13 },
		);
	});
});

describe('chance', () => {
	const secret = Buffer.from('the secret of a node, 32 bytes!!');
	const draw = openDrawing(secret);

	it('can be checked by anybody who has the secret', () => {
		const identity = documentKey('declaration', 'A-1');
		const code = createHmac('sha256', secret).update(identity).digest();
		expect(draw(identity).chance).toBe(code.readUIntBE(0, 6) / 2 ** 48);
		expect(draw(identity)).toEqual(draw(identity));
		expect(openDrawing(Buffer.from('another'))(identity)).not.toEqual(draw(identity));
		const long = Buffer.alloc(200, 7);
		expect(openDrawing(long)(identity).chance).toBe(
			createHmac('sha256', long).update(identity).digest().readUIntBE(0, 6) / 2 ** 48,
		);
	});

	it('is even, and says nothing of the tie', () => {
		const draws = Array.from({ length: 20_000 }, (_, at) => draw(documentKey('declaration', `D-${at}`)));
		const drawn = draws.filter(({ chance }) => chance < 0.05);
		expect(drawn.length / draws.length).toBeGreaterThan(0.045);
		expect(drawn.length / draws.length).toBeLessThan(0.055);
		const mean = drawn.reduce((sum, { tie }) => sum + tie, 0) / drawn.length;
		expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
	});

	it('marks what it drew also where something else chose it, whatever the score', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				(probability, chance) => {
					const of = settings({ randomShare: 0.1 });
					const asked = question({ score: scoreOf([], probability, null), draw: { chance, tie: 0.5 } });
					const decided = decide(asked, of);
					expect(decided.random).toBe(chance < 0.1);
					if (chance < 0.1) expect(rankOfLane(decided.lane)).toBeLessThanOrEqual(rankOfLane(of.randomLane));
				},
			),
			{ numRuns: 200, seed: 14 },
		);
	});

	it('has places of its own where a day has few', () => {
		const of = settings({
			randomShare: 0.1,
			randomLane: 'red',
			capacities: [{ office: 'A', red: 10, yellow: null }],
		});
		const day = openDay(of, { usual: 40 });
		for (let at = 0; at < 20; at++) decide(question({ score: scoreOf([], 0.95, null) }), of, day);
		expect(day.red.used).toBeLessThan(10);
		expect(decide(question({ draw: { chance: 0.01, tie: 0.5 } }), of, day)).toMatchObject({
			lane: 'red',
			basis: 'chance',
		});
	});
});

describe('trusted traders', () => {
	const trusted = { scheme: 'eori', value: 'MT1' };

	it('keep about the share of checks that is set, the highest ranks first', () => {
		for (const share of [0.05, 0.25, 0.5]) {
			const of = settings({ trustedShare: share });
			const history = openTrustedHistory();
			const kept: number[] = [];
			for (let at = 0; at < 3_000; at++) {
				const probability = 0.4 + ((at * 7_919) % 600) / 1_000;
				const decided = decideLane(
					question({
						score: scoreOf([], probability, null),
						trusted,
						draw: { chance: 0.9, tie: ((at * 104_729) % 1_000) / 1_000 },
					}),
					of,
					openDay(of),
					history,
					1,
				);
				if (decided.trust !== undefined) history.add(decided.trust.rank);
				if (decided.trust?.kept === true) kept.push(probability);
				else expect(decided.lane).toBe('blue');
			}
			expect(kept.length / 3_000).toBeGreaterThan(share * 0.8);
			expect(kept.length / 3_000).toBeLessThan(share * 1.2 + 0.01);
			expect(kept.reduce((sum, each) => sum + each, 0) / kept.length).toBeGreaterThan(0.98 - share * 0.4);
		}
	});

	it('are never out of the reach of chance, alerts and mandatory rules', () => {
		const of = settings({ trustedShare: 0.05 });
		expect(decide(question({ trusted, draw: { chance: 0, tie: 0.99 } }), of)).toMatchObject({
			lane: 'red',
			basis: 'chance',
		});
		expect(decide(question({ trusted, asked: [{ action: 'refuse', list: 'un' }] }), of).lane).toBe('red');
		// A faint share of checks of equal rank stays as well: the tie decides.
		const history = openTrustedHistory();
		for (let at = 0; at < 100; at++) history.add(0.7);
		expect(history.keeps(Math.fround(0.7), 0.05, 0.01)).toBe(true);
		expect(history.keeps(Math.fround(0.7), 0.05, 0.5)).toBe(false);
	});
});
