import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, explainNames, SAME_NAME } from './compare-names.ts';
import type { NameKind, NameStructure } from './model.ts';
import { prepareName } from './prepare-name.ts';

const score = (kind: NameKind, left: string, right: string): number =>
	compareNames(prepareName(left, kind), prepareName(right, kind));

type Pairs = readonly (readonly [left: string, right: string])[];

function expectSame(kind: NameKind, pairs: Pairs): void {
	for (const [left, right] of pairs)
		expect(score(kind, left, right), `${left} | ${right}`).toBeGreaterThanOrEqual(SAME_NAME);
}

function expectOther(kind: NameKind, pairs: Pairs): void {
	for (const [left, right] of pairs)
		expect(score(kind, left, right), `${left} | ${right}`).toBeLessThan(SAME_NAME);
}

describe('names of persons that are one', () => {
	it('passes over a slip: a letter left out, put in, doubled, replaced, exchanged', () =>
		expectSame('person', [
			['Katarzyna Wisniewska', 'Katarzyna Winiewska'],
			['Fernando Alvarrez', 'Fernando Alvarez'],
			['Stephen Okonkwo', 'Stephen Okonkvo'],
			['Gabriela Monteiro', 'Gabreila Monteiro'],
		]));
	it('knows digits that stand for letters', () =>
		expectSame('person', [['Gabr1ela M0nteiro', 'Gabriela Monteiro']]));
	it('reads the comma of a family name and takes any order of three parts', () =>
		expectSame('person', [
			['MONTEIRO, Gabriela Sofia', 'Gabriela Sofia Monteiro'],
			['Tran Thi Lan Huong', 'Lan Huong Tran Thi'],
		]));
	it('passes over accents, hyphens, spaces and apostrophes', () =>
		expectSame('person', [
			['Zoë O’Connor-Müller', 'Zoe OConnor Muller'],
			['GabrielaMonteiro', 'Gabriela Monteiro'],
			['Gabriela Mon teiro', 'Gabriela Monteiro'],
			['Park Ji-won', 'Park Jiwon'],
		]));
	it('lets transliterations of one name meet', () =>
		expectSame('person', [
			['Yousef Al-Hussaini', 'Yusuf el Husseini'],
			['Abd al-Karim Mansur', 'Abdulkarim Mansour'],
			['Nasir ud-Din Shah', 'Nasiruddin Shah'],
			['Wiktor Jankowski', 'Viktor Yankovsky'],
			['Dzhokhar Zhukov', 'Djokhar Joukov'],
		]));
	it('compares over scripts', () =>
		expectSame('person', [
			['Наталья Кузнецова', 'Natalya Kuznetsova'],
			['Ελένη Παπαδοπούλου', 'Eleni Papadopoulou'],
			['يوسف الحسيني', 'Yousef Al-Hussaini'],
			['王小明', 'Wang Xiaoming'],
			['김지훈', 'Kim Jihoon'],
			['ナオミ・オオサカ', 'Naomi Osaka'],
		]));
	it('passes over honorifics, particles and names that only one side has', () =>
		expectSame('person', [
			['Dr. Gabriela Monteiro', 'Gabriela Monteiro'],
			['Ludwig van Bergen', 'Ludwig Bergen'],
			['Gabriela Sofia Monteiro', 'Gabriela Monteiro'],
			['Hadji Yusuf Rahimi', 'Yusuf Rahimi'],
		]));
	it('takes an initial for the name that begins with it', () =>
		expectSame('person', [
			['G. Monteiro', 'Gabriela Monteiro'],
			['J.-P. Lefebvre', 'Jean-Paul Lefebvre'],
		]));
});

describe('names of persons that are two', () => {
	it('tells family names and given names apart', () =>
		expectOther('person', [
			['Gabriela Monteiro', 'Gabriela Carvalho'],
			['Gabriela Monteiro', 'Henrique Monteiro'],
			['Yusuf Hassan al-Basri', 'Yusuf Hassan al-Halabi'],
		]));
	it('tells patronymics apart', () =>
		expectOther('person', [['Ivan Petrovich Orlov', 'Ivan Maximovich Orlov']]));
	it('tells the son from the father', () =>
		expectOther('person', [['YUSUF BIN KARIM AL-BASRI', 'KARIM BIN YUSUF AL-BASRI']]));
	it('tells initials apart', () =>
		expectOther('person', [
			['Anna B. Fischer', 'Anna C. Fischer'],
			['P. Monteiro', 'Gabriela Monteiro'],
		]));
	it('does not take one common part for a name', () =>
		expectOther('person', [
			['Maria', 'Maria Carvalho'],
			['G.M.', 'Gabriela Monteiro'],
		]));
	it('does not pass over one sign of a script of signs', () =>
		expectOther('person', [
			['王小明', '王小红'],
			['김지훈', '김지영'],
		]));
});

describe('names of organisations', () => {
	it('reads legal forms as classes, at either end, in any language', () =>
		expectSame('organisation', [
			['Sevmorput OAO', 'Open Joint Stock Company Sevmorput'],
			['Hafenlogistik GmbH', 'Hafenlogistik Gesellschaft mit beschränkter Haftung'],
			['Northgate Ltd.', 'NORTHGATE LIMITED'],
			['Northgate', 'Northgate Ltd.'],
			['Andrade Sp. z o.o.', 'Andrade spolka z ograniczona odpowiedzialnoscia'],
		]));
	it('lets contradicting forms and words count', () =>
		expectOther('organisation', [
			['Hafenlogistik GmbH', 'Hafenlogistik AG'],
			['Northgate Shipping Ltd', 'Northgate Pharma Ltd'],
			['Northgate Systems Ltd', 'Northgate Ltd'],
			['Government of Zambia', 'Government of Gambia Islands'],
		]));
	it('closes up initials and opens abbreviations', () =>
		expectSame('organisation', [
			['K.L.M. Freight', 'KLM Freight'],
			['National Iranian Tanker Company', 'NITC'],
		]));
	it('knows equivalent words and numbers', () =>
		expectSame('organisation', [
			['Second Harbour Bank', '2nd Harbor Bank'],
			['Miller & Sons', 'Miller and Sons'],
			['Brigade Thirty 3', 'Brigade 33'],
		]));
});

it('passes over the prefixes of vessels', () => expectSame('vessel', [['MV Ocean Pearl', 'Ocean Pearl']]));

it('uses what the source says of family and given name', () => {
	const structure: NameStructure = { given: 'Hassan', family: 'Yusuf' };
	const told = prepareName('Hassan Yusuf', 'person', structure);
	expect(compareNames(told, prepareName('YUSUF, Hassan', 'person'))).toBe(1);
	expect(compareNames(told, prepareName('HASSAN, Yusuf', 'person'))).toBeLessThan(SAME_NAME);
});

describe('explanation', () => {
	it('says part by part what was compared', () => {
		const {
			score: said,
			parts,
			sentence,
		} = explainNames(
			prepareName('Dr. Mohamed Basri', 'person'),
			prepareName('BASRI, Muhammad Karim', 'person'),
		);
		expect(said).toBe(
			compareNames(
				prepareName('Dr. Mohamed Basri', 'person'),
				prepareName('BASRI, Muhammad Karim', 'person'),
			),
		);
		expect(parts).toContainEqual(expect.objectContaining({ left: ['Mohamed'], right: ['Muhammad'] }));
		expect(parts).toContainEqual(
			expect.objectContaining({ left: ['Basri'], right: ['BASRI'], how: 'same', similarity: 1 }),
		);
		expect(parts).toContainEqual(expect.objectContaining({ left: [], right: ['Karim'], how: 'missing' }));
		expect(sentence).toContain('Karim missing in the other name');
		expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(1);
	});
	it('shows what was written in one and in several words', () =>
		expect(
			explainNames(prepareName('Mon teiro Gabriela', 'person'), prepareName('Gabriela Monteiro', 'person'))
				.parts,
		).toContainEqual(
			expect.objectContaining({ left: ['Mon', 'teiro'], right: ['Monteiro'], how: 'joined' }),
		));
});

const anyKind = fc.constantFrom<NameKind>('person', 'organisation', 'vessel', 'object');
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc
		.array(
			fc.constantFrom(
				'bin',
				'al',
				'Mohamed',
				'Ali',
				'GmbH',
				'J.',
				'II',
				'4',
				'van',
				'Мария',
				'王',
				'the',
				',',
				'Co.',
				'و',
			),
			{ maxLength: 8 },
		)
		.map((words) => words.join(' ')),
);

describe('for any text', () => {
	it('is symmetric, between 0 and 1, and explains the score it gives', () =>
		fc.assert(
			fc.property(anyText, anyText, anyKind, anyKind, (left, right, kind, other) => {
				const a = prepareName(left, kind);
				const b = prepareName(right, other);
				const forth = compareNames(a, b);
				expect(forth).toBe(compareNames(b, a));
				expect(forth).toBeGreaterThanOrEqual(0);
				expect(forth).toBeLessThanOrEqual(1);
				expect(explainNames(a, b).score).toBe(forth);
			}),
			{ seed: 3, numRuns: 400 },
		));
	it('is 1 for a name that has words and itself', () =>
		fc.assert(
			fc.property(anyText, anyKind, (text, kind) => {
				const name = prepareName(text, kind);
				fc.pre(name.words.length > 0);
				expect(compareNames(name, prepareName(text, kind))).toBe(1);
			}),
			{ seed: 3, numRuns: 400 },
		));
	it('does not depend on the order of words of an organisation', () =>
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.constantFrom('Northgate', 'Sevmor', 'Andrade', 'Zenit', 'Quito'), { minLength: 2 }),
				(words) => {
					expect(score('organisation', words.join(' '), words.toReversed().join(' '))).toBe(1);
				},
			),
			{ seed: 3, numRuns: 50 },
		));
	it('takes bounded time for hostile text', () => {
		const hostile = [
			'a '.repeat(50_000),
			'ab'.repeat(50_000),
			'abdul'.repeat(20_000),
			'i.'.repeat(50_000),
			`${'u'.repeat(30_000)}ddin`,
			'co ltd '.repeat(20_000),
			'\u0301'.repeat(50_000),
		];
		const start = performance.now();
		for (const kind of ['person', 'organisation'] as const)
			for (const left of hostile) for (const right of hostile) score(kind, left, right);
		expect(performance.now() - start).toBeLessThan(3_000);
	});
});
