/** Other romanisations: usual spellings are among them, and all are in the alphabet of toLatin and differ from it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatin } from './to-latin.ts';
import { latinVariants } from './variants.ts';

const expected = `محمد mohamed mohammad | حسين husain hossein | يوسف youssef | عبدالعزيز abdelaziz | 习近平 xi_jinping | 曾庆红 zeng_qinghong tsang_qinghong
	| 单田芳 shan_tianfang | 陳 tan chan | 欧阳修 ouyang_xiu | 이 lee yi rhee | 박 park pak | 최 choi | 김정은 kim_jongun | Горбачёв gorbachyov
	| Прохоров prokhoroff prohorov | Юрий yuriy | Müller mueller | Åse aase | Şahin shahin | Đorđe djordje | Χρήστος hristos`;

describe('latinVariants', () => {
	it.each(expected.split('|').map((row) => row.trim().split(/\s+/)))(
		'%s may be written %s',
		(word, ...spellings) => {
			const variants = latinVariants(word!);
			for (const spelling of spellings) expect(variants).toContain(spelling.replace('_', ' '));
		},
	);

	it('says nothing of ASCII', () => {
		for (const word of ['', 'Smith', "O'Neil 2"]) expect(latinVariants(word)).toEqual([]);
	});

	it('gives few, distinct ones in the alphabet of toLatin for any word', () => {
		const letters = fc.constantFrom(...'محمدعليشب김이박정현王李曾单龙щхцжёеийкñüßæαυντμπ٣a ');
		fc.assert(
			fc.property(fc.string({ unit: letters, maxLength: 8 }), (word) => {
				const variants = latinVariants(word);
				expect(variants.length).toBeLessThanOrEqual(24);
				expect(new Set(variants).size).toBe(variants.length);
				for (const variant of variants) {
					expect(toLatin(variant)).toBe(variant);
					expect(variant).not.toBe(toLatin(word));
				}
			}),
			{ seed: 13, numRuns: 500 },
		);
	});
});
