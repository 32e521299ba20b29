import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderRecords } from '../formats/json/arbitraries.ts';
import { soundCargoReport, soundDeclaration, soundOutcome, soundPassengerList } from './fixtures/records.ts';
import { compareVersions, lateness } from './version.ts';

describe('versions', () => {
	it('name rows by what tells them apart', () => {
		const [first, second] = soundDeclaration.items;
		const after = {
			...soundDeclaration,
			function: 'amendment' as const,
			grossMassKg: '270',
			containers: ['CSQU3054383', 'TEXU3070079'],
			items: [{ ...second!, grossMassKg: '139' }],
		};
		expect(first?.number).toBe(1);
		expect(compareVersions(soundDeclaration, after)).toEqual([
			{ path: 'containers[TEXU3070079]', before: null, after: 'TEXU3070079' },
			{ path: 'grossMassKg', before: '262', after: '270' },
			{ path: 'items[number 1]', before: '1 847130 8471300000 Portable computers, 14 inch CN', after: null },
			{ path: 'items[number 2].grossMassKg', before: '131', after: '139' },
		]);
	});

	it('name travellers by their names', () => {
		const [ayse, jonas] = soundPassengerList.travellers;
		const after = {
			...soundPassengerList,
			travellers: [
				{ ...jonas!, number: 1 },
				{ ...ayse!, number: 2, seat: '14C' },
			],
		};
		expect(compareVersions(soundPassengerList, after).map(({ path }) => path)).toEqual([
			'travellers[Ayşe Demir].number',
			'travellers[Ayşe Demir].seat',
			'travellers[Jonas Lindqvist].number',
		]);
	});

	it('are equal to themselves, bounded and readable for any two records', () => {
		fc.assert(
			fc.property(borderRecords, borderRecords, (before, after) => {
				expect(compareVersions(before, structuredClone(before))).toEqual([]);
				const changes = compareVersions(before, after);
				expect(changes.length).toBeLessThanOrEqual(200);
				for (const change of changes) {
					expect(change.path.length).toBeLessThanOrEqual(300);
					expect(change.before?.length ?? 0).toBeLessThanOrEqual(200);
				}
				lateness(before, after, '2026-03-06T12:00:00Z');
			}),
			{ seed: 50, numRuns: 100 },
		);
	});
});

describe('lateness', () => {
	it('counts from arrival for goods', () => {
		const late = (receivedAt: string) => lateness(soundCargoReport, soundCargoReport, receivedAt);
		expect(late('2026-03-02T20:00:00Z')).toBe('about 10 h before arrival');
		expect(late('2026-03-03T09:00:00Z')).toBe('about 3 h after arrival');
		expect(late('2026-03-09T06:00:00Z')).toBe('about 6 days after arrival');
		expect(late('2026-02-20T09:00:00Z')).toBeNull();
	});

	it('counts from departure for passengers, and cannot be hidden by changing the departure', () => {
		const moved = {
			...soundPassengerList,
			legs: [{ ...soundPassengerList.legs[0]!, departsAt: '2026-04-02T08:00' }],
		};
		expect(lateness(soundPassengerList, moved, '2026-03-02T07:00:00Z')).toBeNull();
		expect(lateness(soundPassengerList, moved, '2026-03-02T12:00:00Z')).toBe('about 4 h after departure');
	});

	it('lets outcomes be amended for two days', () => {
		expect(lateness(soundOutcome, soundOutcome, '2026-03-05T09:00:00Z')).toBeNull();
		expect(lateness(soundOutcome, soundOutcome, '2026-03-14T09:00:00Z')).toBe('10 days after the inspection');
	});
});
