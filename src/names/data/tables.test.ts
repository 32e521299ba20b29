/** The tables say what they say in the alphabet of toLatin, once, and within their ranges. */
import { describe, expect, it } from 'vitest';
import { spellingClass } from '../script/spelling-classes.ts';
import { toLatin } from '../script/to-latin.ts';
import { commonness, commonParts } from './common-parts.ts';
import { confusableGroups, substitutionCost } from './confusables.ts';
import { familyNameTiers } from './family-names.ts';
import { genericWords, wordEquivalents } from './generic-words.ts';
import { givenNameTiers } from './given-name-tiers.ts';
import { givenNames } from './given-names.ts';
import { femaleNames } from './given-names-female.ts';
import { maleNames } from './given-names-male.ts';
import { honorifics, suffixes } from './honorifics.ts';
import { legalForms, scriptLegalForms } from './legal-forms.ts';
import { cognates, nicknames } from './nicknames.ts';
import { kunya, particles, patronymicJoiners } from './particles.ts';
import { placeWords } from './place-words.ts';
import { words } from './read-rows.ts';
import { vesselPrefixes } from './vessel-prefixes.ts';

const tables = {
	honorifics,
	suffixes,
	particles,
	patronymicJoiners,
	kunya,
	legalForms,
	genericWords,
	wordEquivalents,
	nicknames,
	cognates,
	commonParts,
	givenNames,
	vesselPrefixes,
	placeWords,
};

describe('tables', () => {
	it.each(Object.entries(tables))('%s has keys as toLatin gives them', (_, table) => {
		expect([...table.keys()].filter((key) => toLatin(key) !== key || key === '')).toEqual([]);
	});

	it('is broad', () => {
		expect(commonParts.size).toBeGreaterThan(1500);
		expect(givenNames.size).toBeGreaterThan(1200);
		expect(legalForms.size).toBeGreaterThan(600);
		expect(nicknames.size).toBeGreaterThan(1000);
	});

	it('has no name twice in a block', () => {
		const blocks = [femaleNames, maleNames, ...familyNameTiers.map(([, block]) => block)];
		for (const block of [...blocks, ...givenNameTiers.map(([, block]) => block)]) {
			const names = words(block);
			expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
		}
	});

	it('has values from 0 to 1', () => {
		for (const value of [...genericWords.values(), ...commonParts.values()]) {
			expect(value).toBeGreaterThan(0);
			expect(value).toBeLessThanOrEqual(1);
		}
	});
});

describe('legal forms', () => {
	it.each([
		['gmbh', 'limited'],
		['gesellschaft mit beschrankter haftung', 'limited'],
		['spolka z ograniczona odpowiedzialnoscia', 'limited'],
		['sdn bhd', 'limited'],
		['ooo', 'limited'],
		['o o o', 'limited'],
		['limited liability company', 'limited'],
		['spa', 'joint-stock'],
		['s p a', 'joint-stock'],
		['open joint stock company', 'joint-stock'],
		['pao', 'joint-stock'],
		['a s', 'joint-stock'],
		['kabushiki kaisha', 'joint-stock'],
		['gmbh and co kg', 'limited-partnership'],
		['fgup', 'state-enterprise'],
		['stichting', 'foundation'],
		['e v', 'association'],
	])('%s is %s', (form, canonical) => {
		expect(legalForms.get(form)?.canonical).toBe(canonical);
	});

	it.each([
		['株式会社', 'joint-stock'],
		['有限责任公司', 'limited'],
		['股份有限公司', 'joint-stock'],
		['ооо', 'limited'],
		['주식회사', 'joint-stock'],
	])('%s is %s', (form, canonical) => {
		expect(scriptLegalForms.get(form)).toBe(canonical);
	});

	it('keeps native forms in NFKC and lower case, in no Latin letters', () => {
		for (const form of scriptLegalForms.keys()) {
			expect(form).toBe(form.normalize('NFKC').toLowerCase());
			expect(form).not.toMatch(/[a-z]/);
		}
	});

	it('knows countries by two capital letters', () => {
		for (const { countries } of legalForms.values())
			for (const country of countries ?? []) expect(country).toMatch(/^[A-Z]{2}$/);
	});
});

describe('words of organisations', () => {
	it('has one form for each word, which has none itself', () => {
		const chained = [...wordEquivalents].filter(
			([word, canonical]) => word === canonical || wordEquivalents.has(canonical),
		);
		expect(chained).toEqual([]);
	});

	it.each([
		['intl', 'international'],
		['banque', 'bank'],
		['centre', 'center'],
		['ii', '2'],
		['govt', 'government'],
		['bros', 'brothers'],
	])('%s is %s', (word, canonical) => {
		expect(wordEquivalents.get(word)).toBe(canonical);
	});
});

describe('names that go together', () => {
	const together = (table: ReadonlyMap<string, readonly number[]>, left: string, right: string) =>
		(table.get(left) ?? []).some((group) => table.get(right)?.includes(group));

	it.each([
		['william', 'bill'],
		['francisco', 'pancho'],
		['aleksandr', 'sasha'],
		['giuseppe', 'peppe'],
		['katarzyna', 'kasia'],
		['binyamin', 'bibi'],
		['johannes', 'hans'],
	])('%s is called %s', (left, right) => expect(together(nicknames, left, right)).toBe(true));

	it.each([
		['john', 'giovanni'],
		['yusuf', 'jose'],
		['muhammad', 'mehmet'],
	])('%s is %s elsewhere, and no pet form', (left, right) => {
		expect(together(cognates, left, right)).toBe(true);
		expect(together(nicknames, left, right)).toBe(false);
	});
});

describe('how common a name is', () => {
	it('orders names by their bearers', () => {
		const order = ['mohammed', 'smith', 'weber', 'zanella'].map((part) => commonness(part));
		expect(order).toEqual([...order].sort((left, right) => right - left));
		expect(commonness('qwrtzuiop')).toBe(0);
	});

	it('holds for spellings that are not in the table', () => {
		expect(commonParts.has('muhammadd')).toBe(false);
		expect(commonness('muhammadd')).toBe(commonness('muhammad'));
		expect(spellingClass('muhammadd')).toBe(spellingClass('muhammad'));
	});
});

describe('confusables', () => {
	const cost = (pair: string) => substitutionCost(pair.charCodeAt(0), pair.charCodeAt(1));

	it('costs less for letters that look alike or lie side by side', () => {
		for (const pair of ['0o', '1l', '5s', '8b', '2z']) expect(cost(pair)).toBeLessThan(0.3);
		for (const pair of ['er', 'as', 'yz', 'op']) expect(cost(pair)).toBeLessThan(0.9);
		for (const pair of ['ax', 'qm', 'kf']) expect(cost(pair)).toBe(1);
	});

	it('is symmetric, 0 for equal, and at most 1', () => {
		const signs = 'abcdefghijklmnopqrstuvwxyz0123456789 é';
		for (const left of signs)
			for (const right of signs) {
				expect(cost(left + right)).toBe(cost(right + left));
				expect(cost(left + right)).toBeLessThanOrEqual(1);
				if (left === right) expect(cost(left + right)).toBe(0);
			}
		for (const [one, two] of confusableGroups) expect(two.length).toBe(one.length + 1);
	});
});
