import { describe, expect, it } from 'vitest';
import { recordKinds } from '../records/record.ts';
import { isValuePath, patternsBelow, problemOfPath, valuePaths } from './record-paths.ts';

describe('paths of records', () => {
	it('are those of the schemas, through lists and optional members', () => {
		expect(isValuePath('declaration', ['items', 'price', 'amount'])).toBe(true);
		expect(isValuePath('declaration', ['further', 'whatever they wrote'])).toBe(true);
		expect(isValuePath('suspicion-report', ['transactions', 'sides', 'account', 'iban'])).toBe(true);
		for (const names of [[], ['items'], ['item'], ['office', 'x'], ['__proto__'], ['toString'], ['further']])
			expect(isValuePath('declaration', names)).toBe(false);
		expect(isValuePath('no-kind', ['office'])).toBe(false);
		for (const kind of recordKinds) {
			const paths = valuePaths(kind, 6);
			expect(paths.length).toBeGreaterThan(8);
			for (const path of paths) expect(problemOfPath(kind, path)).toBeUndefined();
		}
	});

	it('are offered level by level, each as an agreement may name it', () => {
		expect(patternsBelow('outcome', [])).toEqual(expect.arrayContaining(['inspectedAt', 'subject.*']));
		expect(patternsBelow('outcome', ['subject'])).toEqual(['subject.kind', 'subject.reference']);
		expect(patternsBelow('outcome', ['inspectedAt'])).toEqual([]);
		expect(patternsBelow('outcome', ['nothing'])).toEqual([]);
		for (const kind of recordKinds)
			for (const pattern of patternsBelow(kind, [])) expect(problemOfPath(kind, pattern)).toBeUndefined();
	});

	it('are refused with the way out where they name nothing', () => {
		expect(problemOfPath('declaration', '*')).toBeUndefined();
		expect(problemOfPath('declaration', 'parties.*')).toBeUndefined();
		expect(problemOfPath('declaration', 'parties')).toMatch(/write “parties\.\*”/);
		expect(problemOfPath('declaration', 'party.name')).toMatch(/a declaration has no “party”.*parties/);
		expect(problemOfPath('declaration', 'parties.nam')).toMatch(/parties has no “nam”/);
		expect(problemOfPath('declaration', 'office.*')).toMatch(/nothing below/);
		for (const pattern of ['*.name', 'parties.*.name', 'part*', 'parties.na*'])
			expect(problemOfPath('declaration', pattern)).toMatch(/everything below/);
		expect(problemOfPath('declaration', 'reference')).toMatch(/go along/);
	});
});
