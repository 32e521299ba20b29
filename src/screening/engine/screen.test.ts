import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainHit, screenMention } from './explain.ts';
import { crowd, entry, mention, person } from './made-up.ts';
import { type EngineHit, SCREENING_THRESHOLD } from './model.ts';
import { scoreMention } from './screen.ts';
import { buildIndex } from './screening-index.ts';

const index = buildIndex([
	...crowd,
	person('tareq', 'Tareq Jamil Al-Khuzaymi', {
		born: [{ from: '1956-04-28' }],
		nationalities: ['Iraq'],
		sex: 'male',
		birthPlaces: ['Al-Awja, near Tikrit, Iraq'],
		identifiers: [{ scheme: 'passport', value: 'H0123456', issuer: 'IQ' }],
		emails: ['t.khuzaymi@example.org'],
	}),
	person('short', 'Wei Min'),
	person('weak', 'Nikolas Perlman', {
		names: [
			{ full: 'Nikolas Perlman', quality: 'primary' },
			{ full: 'Pedro', quality: 'weak' },
			{ full: 'Carmen Luis', quality: 'weak' },
		],
		born: [{ from: '1971-03-02' }],
		nationalities: ['UY'],
	}),
	entry('ship', 'vessel', 'MV Silver Heron', { identifiers: [{ scheme: 'imo', value: '9074729' }] }),
	entry('firm', 'organisation', 'Obsidian Quay Shipping Company Limited', { countries: ['AE'] }),
	entry('box', 'equipment', '', { identifiers: [{ scheme: 'container', value: 'CSQU3054383' }] }),
	entry('car', 'vehicle', '', { identifiers: [{ scheme: 'plate', value: 'W-BO 1058' }] }),
	entry('lost', 'document', '', { identifiers: [{ scheme: 'passport', value: 'K7788990', issuer: 'FR' }] }),
	entry('money', 'account', '', { identifiers: [{ scheme: 'iban', value: 'DE89370400440532013000' }] }),
	entry('house', 'address', '', { addresses: [{ street: '17 Harbour Lantern Road', city: 'Valletta' }] }),
]);

const screen = (asked: Parameters<typeof screenMention>[1]): EngineHit[] => screenMention(index, asked);
const keys = (asked: Parameters<typeof screenMention>[1]): string[] => screen(asked).map(({ key }) => key);

describe('names', () => {
	it.each([
		'Tareq Jamil Al-Khuzaymi',
		'AL-KHUZAYMI, Tareq Jamil',
		'Tariq Jameel al Khuzaimi',
		'Taerq Jamil Khuzaymi',
		'Tareq Al-Khuzaymi',
	])('finds %s', (name) => {
		expect(keys(mention(name))[0]).toBe('tareq');
	});

	it('finds a Korean name in Hangul, which writes as one what Latin letters keep apart', () => {
		const index = buildIndex([...crowd, person('k', 'Hwang Jong Un')]);
		expect(screenMention(index, mention('황정은'))[0]).toMatchObject({ key: 'k' });
	});

	it('does not take one common word for a hit', () => {
		expect(keys(mention('Pedro Featherstone'))).toEqual([]);
		expect(keys(mention('Boris'))).toEqual([]);
	});

	it('lets a weak alias count only with support', () => {
		expect(keys(mention('Pedro'))).not.toContain('weak');
		expect(keys(mention('Carmen Luis'))).not.toContain('weak');
		expect(keys(mention('Carmen Luis', { born: '1971-03-02', nationalities: ['UY'] }))).toContain('weak');
	});

	it('puts a short true name before a long one that only shares words', () => {
		const hits = screen(mention('Wei Min'));
		expect(hits[0]?.key).toBe('short');
	});

	it('keeps kinds apart, and asks for both where the kind is not known', () => {
		expect(keys(mention('Obsidian Quay Shipping Co. Ltd.', { kind: 'person' }))).toEqual([]);
		expect(keys(mention('Obsidian Quay Shipping Co. Ltd.', { kind: 'party' }))).toEqual(['firm']);
		expect(keys(mention('Obsidian Quay Shipping LLC', { kind: 'organisation' }))).toEqual(['firm']);
	});
});

describe('evidence', () => {
	const score = (more: Parameters<typeof mention>[1]): number =>
		explainHit(index, mention('Tareq J. Khuzaymi', more), 'watch', 'tareq')?.score ?? 0;
	const bare = score({});

	it.each([
		['the date of birth', { born: '1956-04-28' }, { born: '1991-11-02' }],
		['the nationality', { nationalities: ['IQ'] }, { nationalities: ['NO'] }],
		['the sex', { sex: 'male' as const }, { sex: 'female' as const }],
		['the place of birth', { birthPlace: 'Tikrit' }, { birthPlace: 'Lima, Peru' }],
	])('is raised or lowered by %s', (_, supporting, contradicting) => {
		expect(score(supporting)).toBeGreaterThan(bare);
		expect(score(contradicting)).toBeLessThan(bare);
	});

	it('is not touched by what is missing', () => {
		const plain = explainHit(
			index,
			mention('Boris Kuznetsov'),
			'watch',
			keys(mention('Boris Kuznetsov'))[0]!,
		);
		const more = explainHit(
			index,
			mention('Boris Kuznetsov', { nationalities: ['RU'], sex: 'male', birthPlace: 'Omsk' }),
			'watch',
			plain!.key,
		);
		expect(more!.score).toBe(plain!.score);
	});

	it('drops a common name of another age and nationality', () => {
		expect(keys(mention('Boris Kuznetsov'))).toHaveLength(1);
		expect(keys(mention('Boris Kuznetsov', { born: '2004-02-03' }))).toEqual([]);
	});
});

describe('identifiers', () => {
	it('is a hit by an exact strong identifier alone', () => {
		expect(
			keys(mention('', { identifiers: [{ scheme: 'passport', value: 'H0123456', issuer: 'IQ' }] })),
		).toEqual(['tareq']);
		expect(keys(mention('', { kind: 'vessel', identifiers: [{ scheme: 'imo', value: '9074729' }] }))).toEqual(
			['ship'],
		);
		expect(
			keys(mention('', { kind: 'equipment', identifiers: [{ scheme: 'container', value: 'CSQU3054383' }] })),
		).toEqual(['box']);
		expect(
			keys(
				mention('', { kind: 'account', identifiers: [{ scheme: 'iban', value: 'DE89370400440532013000' }] }),
			),
		).toEqual(['money']);
		expect(
			keys(mention('Anybody Else', { identifiers: [{ scheme: 'passport', value: 'K7788990' }] })),
		).toEqual(['lost']);
		expect(keys(mention('', { emails: ['T.Khuzaymi@example.org'] }))).toEqual(['tareq']);
		expect(keys(mention('', { identifiers: [{ scheme: 'any', value: '9074729' }] }))).toContain('ship');
	});

	it('says that the name contradicts, and stays a hit', () => {
		const [hit] = screen(
			mention('Gunnar Lindqvist', { identifiers: [{ scheme: 'passport', value: 'H0123456' }] }),
		);
		expect(hit?.key).toBe('tareq');
		expect(hit?.score).toBeGreaterThanOrEqual(SCREENING_THRESHOLD);
		expect(hit?.score).toBeLessThan(0.9);
		expect(hit?.sentence).toContain('contradicts');
		const name = hit?.evidence.find(({ feature }) => feature === 'name');
		expect(name?.effect).toBeLessThan(0);
	});

	it('takes a plate as a camera misreads it for near, not for equal', () => {
		const [near] = screen(
			mention('', { kind: 'vehicle', identifiers: [{ scheme: 'plate', value: 'WB01O58' }] }),
		);
		const [same] = screen(
			mention('', { kind: 'vehicle', identifiers: [{ scheme: 'plate', value: 'WBO1058' }] }),
		);
		expect(near?.key).toBe('car');
		expect(near!.score).toBeLessThan(same!.score);
	});

	it('needs more than a number that is one slip away', () => {
		const slipped = { identifiers: [{ scheme: 'passport', value: 'H0123459' }] };
		expect(keys(mention('', slipped))).toEqual([]);
		const withName = explainHit(index, mention('T. Khuzaymi', slipped), 'watch', 'tareq');
		const without = explainHit(index, mention('T. Khuzaymi'), 'watch', 'tareq');
		expect(withName!.score).toBeGreaterThan(without!.score);
	});

	it('doubts a number that another country issued', () => {
		const hit = explainHit(
			index,
			mention('', { identifiers: [{ scheme: 'passport', value: 'H0123456', issuer: 'BR' }] }),
			'watch',
			'tareq',
		);
		expect(hit!.score).toBeLessThan(SCREENING_THRESHOLD);
		expect(hit!.sentence).toContain('Brazil');
	});
});

describe('things', () => {
	it('finds vessels without their prefix, and addresses by their words', () => {
		expect(keys(mention('M/V SILVER HERON', { kind: 'vessel' }))).toEqual(['ship']);
		expect(keys(mention('Silver Heron', { kind: 'vessel' }))).toEqual(['ship']);
		expect(
			keys(
				mention('', {
					kind: 'address',
					addresses: [{ street: 'Harbour Lantern Road 17', city: 'Valletta' }],
				}),
			),
		).toEqual(['house']);
	});
});

describe('answers', () => {
	it('explain themselves with both values and a sentence', () => {
		const [hit] = screen(mention('Tariq Jamil Khuzaymi', { born: '1956-04-28', nationalities: ['IQ'] }));
		expect(hit?.names?.right).toBe('Tareq Jamil Al-Khuzaymi');
		expect(hit?.names?.comparison.parts.length).toBeGreaterThan(0);
		expect(hit?.evidence.map(({ feature }) => feature)).toEqual(['name', 'born', 'nationality']);
		expect(hit?.sentence).toMatch(/^Name \d+ % alike.*; born 1956-04-28 agrees; nationality Iraq agrees\.$/);
	});

	it('score the same on the fast path and explained, whatever is asked', () => {
		const word = fc.constantFrom(
			'Tareq',
			'Jamil',
			'Khuzaymi',
			'Boris',
			'Kuznetsov',
			'Wei',
			'Min',
			'العوجة',
			'',
		);
		const asked = fc.record({
			words: fc.array(word, { maxLength: 4 }),
			born: fc.option(fc.constantFrom('1956', '1956-04-28', '1990-01-01', 'soon'), { nil: undefined }),
			nationality: fc.option(fc.constantFrom('IQ', 'NO', 'nowhere'), { nil: undefined }),
			passport: fc.option(fc.constantFrom('H0123456', 'H0123465', '\u0000'), { nil: undefined }),
		});
		fc.assert(
			fc.property(asked, ({ words, born, nationality, passport }) => {
				const question = mention(words.join(' '), {
					...(born === undefined ? {} : { born }),
					...(nationality === undefined ? {} : { nationalities: [nationality] }),
					...(passport === undefined ? {} : { identifiers: [{ scheme: 'passport', value: passport }] }),
				});
				const options = { threshold: () => 0.2 };
				const fast = scoreMention(index, question, options);
				const full = screenMention(index, question, options);
				expect(full.map(({ list, key, score }) => ({ list, key, score }))).toEqual(fast);
				for (const { score } of fast) {
					expect(score).toBeGreaterThanOrEqual(0.2);
					expect(score).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 100, seed: 19 },
		);
	});

	it('follow the threshold of each list and the limit', () => {
		const two = buildIndex([
			person('a', 'Tareq Jamil Al-Khuzaymi'),
			{ ...person('b', 'Tareq Jamil Al-Khuzaymi'), list: 'other' },
			...crowd,
		]);
		const asked = mention('Tareq Jamil Al-Khuzaymi');
		expect(screenMention(two, asked)).toHaveLength(2);
		expect(screenMention(two, asked, { threshold: (list) => (list === 'other' ? 1.1 : 0.7) })).toHaveLength(
			1,
		);
		expect(screenMention(two, asked, { limit: 1 })).toHaveLength(1);
	});

	it('take the later entry where a list has a key twice, and explain nothing that is not there', () => {
		const twice = buildIndex([person('a', 'Boris Kuznetsov'), person('a', 'Tareq Jamil Al-Khuzaymi')]);
		expect(twice.counts.entries).toBe(1);
		expect(screenMention(twice, mention('Boris Kuznetsov'))).toEqual([]);
		expect(explainHit(twice, mention('Boris Kuznetsov'), 'watch', 'a')).toBeUndefined();
		expect(explainHit(twice, mention('Boris Kuznetsov'), 'watch', 'nobody')).toBeUndefined();
	});

	it('never throw, whatever text comes', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				screenMention(
					index,
					mention(text, { born: text, birthPlace: text, nationalities: [text], emails: [text] }),
				);
				screenMention(index, mention('', { identifiers: [{ scheme: 'any', value: text }], phones: [text] }));
			}),
			{ numRuns: 100, seed: 23 },
		);
	});
});
