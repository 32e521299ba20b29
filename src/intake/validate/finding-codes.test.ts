import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../contract/findings.ts';
import { findingCatalogue, formatCatalogue } from './finding-codes.ts';

const folder = new URL('./', import.meta.url);
const sources = readdirSync(folder)
	.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('finding-codes'))
	.map((name) => readFileSync(new URL(name, folder), 'utf8'))
	.join('\n');

describe('the catalogue of findings', () => {
	it('has codes of the contract, each used somewhere', () => {
		for (const code of Object.keys(findingCatalogue)) {
			expect(finding.shape.code.safeParse(code).error, code).toBeUndefined();
			expect(sources.includes(`'${code}'`), `${code} is never reported`).toBe(true);
		}
	});

	it('is what docs/findings.md says', () => {
		const page = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8');
		// Formatting aligns the columns of a table; the words are what counts.
		const words = (text: string): string => text.replace(/[\s-]+/g, '');
		expect(words(page)).toContain(words(formatCatalogue()));
	});
});
