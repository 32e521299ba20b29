/** Commodity codes, places, units, and the lists that are loaded at run time. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceKm } from './distance.ts';
import { isHsCode, parseHsCode, sectionOfChapter } from './hs-code.ts';
import { noReferenceLists, parseHsList, parseLocodeList, referenceListsOf } from './reference-lists.ts';
import { parseLocodeCoordinates, parseUnLocode } from './un-locode.ts';
import { isMassUnit, massInKg } from './unit.ts';

describe('commodity codes', () => {
	it('reads digits, chapter and section', () => {
		expect(parseHsCode('8471.30 0000')).toEqual({
			ok: true,
			value: { hs: '847130', digits: '8471300000', chapter: 84, section: 'XVI' },
		});
	});

	it('knows the sections', () => {
		const ofChapter = [1, 5, 6, 15, 27, 71, 72, 84, 85, 86, 90, 92, 93, 96, 97].map(sectionOfChapter);
		expect(ofChapter.join(' ')).toBe('I I II III V XIV XV XVI XVI XVII XVIII XVIII XIX XX XXI');
		expect([0, 77, 98, 99, Number.NaN].map(sectionOfChapter)).toEqual(Array(5).fill(undefined));
	});

	it('asks the list for subheadings and leaves national chapters alone', () => {
		const listed = (code: string) => code === '847130';
		expect(isHsCode('8471300000', listed)).toBe(true);
		expect(isHsCode('847131', listed)).toBe(false);
		expect(isHsCode('990000', listed)).toBe(true);
		expect(isHsCode('847131')).toBe(true);
	});
});

describe('places', () => {
	it('reads coordinates', () => {
		expect(parseLocodeCoordinates('4230N 00131E')).toEqual({ latitude: 42.5, longitude: 1 + 31 / 60 });
		expect(parseLocodeCoordinates('0045S 09019W')).toEqual({ latitude: -0.75, longitude: -(90 + 19 / 60) });
		for (const text of ['', '4260N 00131E', '9930N 00131E', '4230 00131'])
			expect(parseLocodeCoordinates(text)).toBeUndefined();
	});

	it('measures distances', () => {
		const rotterdam = { latitude: 51.917, longitude: 4.5 };
		const singapore = { latitude: 1.283, longitude: 103.85 };
		expect(distanceKm(rotterdam, singapore)).toBeGreaterThan(10_400);
		expect(distanceKm(rotterdam, singapore)).toBeLessThan(10_600);
		expect(distanceKm(rotterdam, rotterdam)).toBe(0);
	});
});

describe('units of mass', () => {
	it('brings them to kilograms, exactly', () => {
		expect(massInKg('2.5', 'TNE')).toBe('2500');
		expect(massInKg('10', ' lbr ')).toBe('4.5359237');
		expect(massInKg('3', 'LTR')).toBeUndefined();
		expect(isMassUnit('KGM')).toBe(true);
		expect(isMassUnit('NAR')).toBe(false);
	});
});

describe('reference lists', () => {
	it('says "no list loaded" as a third answer', () => {
		expect(noReferenceLists.hs('010121')).toBeUndefined();
		expect(noReferenceLists.locode('NLRTM')).toBeUndefined();
		const loaded = referenceListsOf(
			parseHsList('section,hscode,description,parent,level\nI,01,"Animals, live",TOTAL,2\nXX,bad,,,\n'),
			parseLocodeList(
				'locode,name,subdivision,function,coordinates\nNLRTM,Rotterdam,ZH,12345---,5155N 00430E\n',
			),
		);
		expect(loaded.hs('01')).toBe(true);
		expect(loaded.hs('02')).toBe(false);
		expect(loaded.hsDescription('01')).toBe('Animals, live');
		expect(loaded.locode('NLRTM')).toMatchObject({ name: 'Rotterdam', country: 'NL', longitude: 4.5 });
		expect(loaded.locode('NLAMS')).toBe('not-listed');
		expect(referenceListsOf(parseHsList(''), undefined).hs('01')).toBeUndefined();
	});

	const folder = new URL('../../../shared/data/reference/', import.meta.url);
	it.skipIf(!existsSync(folder))('reads the real lists (skipped where the shared data is absent)', () => {
		const hs = parseHsList(readFileSync(new URL('harmonized-system.csv', folder), 'utf8'));
		const locodes = parseLocodeList(readFileSync(new URL('un-locode-gateways.csv', folder), 'utf8'));
		expect(hs.entries.size).toBeGreaterThan(6_900);
		expect(locodes.rowsLeftOut).toBe(0);
		expect(locodes.entries.size).toBeGreaterThan(13_000);
		for (const code of hs.entries.keys()) if (!code.startsWith('99')) expect(isHsCode(code), code).toBe(true);
		for (const code of locodes.entries.keys()) expect(parseUnLocode(code).ok, code).toBe(true);
		// A few rows have minutes above 59; what they mean is anybody's guess, so they have no coordinates.
		const placed = [...locodes.entries.values()].filter((place) => place.latitude !== undefined);
		expect(placed.length / locodes.entries.size).toBeGreaterThan(0.99);
	});
});
