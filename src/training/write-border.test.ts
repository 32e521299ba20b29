import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { damaged } from './damage.ts';
import { type Progress, runSimulate } from './write-border.ts';

const folder = mkdtempSync(join(tmpdir(), 'border-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writing a border', () => {
	const options = { seed: 5, days: 2, scale: 0.05, startDate: '2026-03-02' };
	const filesOf = (out: string): string[] =>
		readdirSync(out, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort();

	it('writes documents by node and day, the truth and a manifest, the same every time', () => {
		const days: Progress[] = [];
		const first = runSimulate({ ...options, out: join(folder, 'a') }, (progress) => days.push(progress));
		const second = runSimulate({ ...options, out: join(folder, 'b') });
		expect(first.outcome).toBe('written');
		expect(second).toEqual(first);
		expect(days.map((progress) => progress.day)).toEqual(['2026-03-02', '2026-03-03']);
		const files = filesOf(join(folder, 'a'));
		expect(files.length).toBe((first.outcome === 'written' ? first.documents : 0) + 2);
		expect(
			files.some((file) => /\/customs\/2026-03-02\/0001-\d{4}-[\w-]+\.(xml|edi|json|jsonl|csv)$/.test(file)),
		).toBe(true);
		for (const file of files)
			expect(readFileSync(file.replace(join(folder, 'a'), join(folder, 'b')))).toEqual(readFileSync(file));
		const plots = readFileSync(join(folder, 'a', 'truth.jsonl'), 'utf8')
			.trim()
			.split('\n');
		expect(plots.length).toBe(12);
	});

	it('never mixes a simulation with what is there already', () => {
		expect(runSimulate({ ...options, out: join(folder, 'a') })).toEqual({
			outcome: 'folder-not-empty',
			out: join(folder, 'a'),
		});
	});
});

describe('damage', () => {
	const interchange = "UNB+UNOA:4+A+B'\nUNH+1+PAXLST'\nBGM+745'\nUNT+3+1'\nUNZ+1+REF'\n";

	it('is what it is called', () => {
		expect(damaged(interchange, 'truncated', 0.5).length).toBeLessThan(interchange.length);
		expect(damaged(interchange, 'wrong-count', 0)).toContain("UNT+4+1'");
		expect(damaged(interchange, 'wrong-reference', 0)).toContain("UNZ+1+0000000'");
		expect(damaged('<Name>Müller</Name>', 'foreign-bytes', 0)).toBe('<Name>MÃ¼ller</Name>');
	});
});
