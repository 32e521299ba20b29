import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Stage } from '../stage.ts';
import { loadWatchList, watchList } from './watch-list.ts';

export function screenStories(stage: () => Stage): void {
	beforeAll(() =>
		loadWatchList(
			stage(),
			'e2e-ask',
			'Asked by the test',
			watchList(
				'A-1,person,Svyatoslav Yevgenyevich Zvyozdochkin,1958-06-07,KZ,,TEST,contact,H3,The test,Section 4',
				'A-2,vehicle,,,,EK 48215,,seize,H0,The test,Section 5',
			),
		),
	);

	it('answers a question from the keyboard, in another script, with its reasons, and keeps it out of the address', () =>
		stage().visit('officer', async ({ page }) => {
			const { keyboard } = page;
			await page.goto('/screen');
			await page.getByLabel('Name', { exact: true }).and(page.locator(':focus')).waitFor();
			await keyboard.type('Святослав Звёздочкин');
			await page.getByLabel('Date of birth').fill('1958-06-07');
			await keyboard.press('Enter');
			await page.getByRole('heading', { level: 2, name: /^1 hit/ }).waitFor();
			const answer = page.getByRole('region', { name: 'Answer' });
			await answer.getByRole('heading', { level: 3, name: /Zvyozdochkin/ }).waitFor();
			expect(await answer.getByText('Contact').count()).toBeGreaterThan(0);
			const evidence = answer.getByRole('table', { name: 'Evidence' });
			expect(await evidence.textContent()).toContain('1958-06-07');
			expect(new URL(page.url()).search).toBe('');

			await keyboard.press('/');
			await keyboard.type('Nobody Of That Name At All');
			await page.getByLabel('Date of birth').fill('');
			await keyboard.press('Enter');
			await page.getByRole('heading', { level: 2, name: /^Not listed/ }).waitFor();
		}));

	it('finds a number plate, and says what cannot be asked', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/screen');
			await page.getByRole('button', { name: /^Ask/ }).click();
			await page.getByText('Give a name, a number or an address.').waitFor();
			await page.getByLabel('Number of any kind').fill('EK48215');
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { level: 2, name: /^1 hit/ }).waitFor();
			await page.getByRole('region', { name: 'Answer' }).getByText('Seize').first().waitFor();
		}));

	it('screens a file and gives the answer to take away', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/screen?tab=batch');
			await page.getByLabel('File', { exact: true }).setInputFiles({
				name: 'crew.csv',
				mimeType: 'text/csv',
				buffer: Buffer.from(
					'name,date of birth\nSvyatoslav Zvyozdochkin,1958-06-07\nSomebody Quite Different,1990-01-01\n',
				),
			});
			await page.getByRole('button', { name: 'Screen the file' }).click();
			const downloading = page.waitForEvent('download');
			await page.getByRole('link', { name: /^Download/ }).click();
			const download = await downloading;
			expect(download.suggestedFilename()).toBe('crew-screened.csv');
			const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split(/\r?\n/);
			expect(lines).toHaveLength(2);
			expect(lines[1]).toContain('A-1');
		}));
}
