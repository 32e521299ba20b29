import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { known, type Stage } from '../stage.ts';

const VERIFIER = fileURLToPath(new URL('../../../verifier/verify.js', import.meta.url));

/** @returns exit status and what it said. */
const verify = (file: string): Promise<{ status: number; said: string }> =>
	promisify(execFile)(process.execPath, [VERIFIER, file]).then(
		({ stdout }) => ({ status: 0, said: stdout }),
		(failed: { code: number; stdout: string }) => ({ status: failed.code, said: failed.stdout }),
	);

export function ledgerStories(stage: () => Stage): void {
	it('is signed, cosigned by partners, and verified', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/ledger');
			await page.getByRole('heading', { name: 'Ledger' }).waitFor();
			await page.keyboard.press('s');
			const cosigners = page.getByRole('region', { name: 'Cosigners' });
			await expect.poll(() => cosigners.getByText('current').count()).toBe(3);
			await page.getByRole('region', { name: 'Latest checkpoint' }).getByText('— fiu').waitFor();
			await page.keyboard.press('v');
			await page.getByText('none was changed, and every checkpoint holds').waitFor();
		}));

	it('proves an entry to a program that shares no code, and to the browser', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/ledger?tab=entries&what=submission');
			const entries = page.getByRole('list', { name: 'Entries' });
			await entries.getByRole('button').first().waitFor();
			const kinds = await entries.getByRole('button').allTextContents();
			expect(kinds.every((text) => text.includes('Submission'))).toBe(true);
			await page.keyboard.press('j');
			await page.waitForURL(/entry=\d+/);
			const entry = page.getByRole('region', { name: 'Entry', exact: true });
			await entry.getByText('Leads to the root that the checkpoint signs.').waitFor();
			const downloading = page.waitForEvent('download');
			await page.keyboard.press('d');
			const download = await downloading;
			expect(download.suggestedFilename()).toMatch(/^proof-\d+\.json$/);
			const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-proof-'));
			try {
				const file = join(folder, 'proof.json');
				await download.saveAs(file);
				// By the keys of the file itself, since none was given.
				expect(await verify(file)).toMatchObject({ status: 2, said: expect.stringMatching(/entry \d+ of/) });
			} finally {
				await rm(folder, { recursive: true, force: true });
			}
			await page.keyboard.press('Enter');
			await page.waitForURL(/\/ledger\/\d+$/);
			await page.getByRole('heading', { level: 1 }).waitFor();
		}));

	it('is reached from a record, by its entries', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto(`/records?search=${known.reference}`);
			await page.getByRole('link', { name: known.reference }).click();
			await page.getByRole('link', { name: 'Proof' }).click();
			await page.waitForURL(/\/ledger\?.*subject=/);
			// Whoever looked at the record has an entry too, and only the rows in view exist.
			await page.goto(`${page.url()}&what=submission`);
			const entries = page.getByRole('list', { name: 'Entries' });
			await entries.getByRole('button').filter({ hasText: 'Submission' }).first().waitFor();
			await page.getByRole('button', { name: 'Clear' }).click();
			await expect.poll(() => page.url()).not.toMatch(/subject/);
		}));

	it('says what is empty and what is not there', () =>
		stage().visit('supervisor', async ({ page, expectStatus }) => {
			await page.goto('/ledger?tab=entries&from=2001-01-01&until=2001-01-02');
			await page.getByRole('heading', { name: 'No entry matches' }).waitFor();
			expectStatus(404);
			await page.goto('/ledger/999999999');
			await page.getByRole('heading', { name: 'The ledger has no entry 999,999,999' }).waitFor();
		}));

	it('is not offered to who may not read it', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/matching');
			await page.getByRole('link', { name: 'Matching' }).waitFor();
			expect(await page.getByRole('link', { name: 'Ledger' }).count()).toBe(0);
		}));
}
