import { describe, expect, it } from 'vitest';
import { type PreparedMention, prepareMention } from '../matching/prepare.ts';
import { NAMES_CAP, weighValues } from './noise.ts';

const NOTHING_KNOWN = { names: new Map(), capped: new Set<number>() };

const firm = (key: string, name: string, phone = '+35621223344'): PreparedMention =>
	prepareMention({
		key,
		purpose: 'goods',
		caption: name,
		content: JSON.stringify({
			kind: 'organisation',
			names: [{ full: name }],
			identifiers: [],
			phones: [phone],
		}),
		firstRecord: key,
	});

const NAMES = [
	'Blue Anchor',
	'Seagull Foods',
	'Limestone Tools',
	'Vela Textiles',
	'Orion Paper',
	'Mdina Glass',
	'Harbour Shipping',
	'Quayside Brokers',
	'Comino Ferries',
	'Zejtun Bakery',
];

describe('noise', () => {
	it('is a value that more different names share than its cap', () => {
		const few = NAMES.slice(0, NAMES_CAP.phone).map((name, at) => firm(`k${at}`, name));
		expect(weighValues(NOTHING_KNOWN, few, new Map()).capped.size).toBe(0);
		const { capped, changes } = weighValues(
			NOTHING_KNOWN,
			NAMES.map((name, at) => firm(`k${at}`, name)),
			new Map(),
		);
		expect(capped.size).toBe(1);
		expect(changes.capped).toMatchObject([{ kind: 'phone', cap: NAMES_CAP.phone, mentions: NAMES.length }]);
	});

	it('is not what one firm has under many writings of its name', () => {
		const writings = ['', 'e', 'x', 'd', 's', 'r', 't', 'i', 'o', 'a', 'n', 'b'].map((slip, at) =>
			firm(`k${at}`, `Nord${slip} Spedisjon 1 AS`),
		);
		expect(weighValues(NOTHING_KNOWN, writings, new Map()).capped.size).toBe(0);
	});

	it('adds up over pages, by the mentions that had the names before', () => {
		const before = NAMES.slice(0, NAMES_CAP.phone).map((name, at) => firm(`k${at}`, name));
		const value = before[0]?.values[0]?.hash ?? 0;
		const names = new Map([[value, new Map(before.map((each) => [each.nameHash, each.key]))]]);
		const holders = new Map(before.map((each) => [each.key, each]));
		const again = weighValues({ names, capped: new Set() }, [firm('z', 'Blue Ancor')], holders);
		expect(again.capped.size).toBe(0);
		const more = weighValues({ names, capped: new Set() }, [firm('z', 'Mosta Pharmacy')], holders);
		expect([...more.capped]).toEqual([value]);
		const after = weighValues({ names, capped: more.capped }, [firm('y', 'Gozo Salt')], holders);
		expect(after.changes).toMatchObject({ names: [], capped: [], more: [{ value, mentions: 1 }] });
	});
});
