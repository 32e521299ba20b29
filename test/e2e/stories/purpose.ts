import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

export function purposeStories(stage: () => Stage): void {
	it('asks for purpose and case by keyboard, lets the question go on, and shows both in the top bar', () =>
		stage().visit(
			'officer',
			async ({ page, expectStatus }) => {
				expectStatus(403);
				const { keyboard } = page;
				await page.goto('/');
				await page.getByRole('heading', { name: 'What comes in' }).waitFor();
				expect(await page.getByRole('dialog').count()).toBe(0);
				await page.goto('/screen');
				const name = page.getByLabel('Name', { exact: true });
				await name.and(page.locator(':focus')).waitFor();
				await keyboard.type('Nobody Of That Name At All');
				await keyboard.press('Enter');
				const dialog = page.getByRole('dialog');
				await dialog.getByText('Personal data are shown for a purpose').waitFor();
				const options = await dialog.getByRole('radio').count();
				expect(options).toBeGreaterThan(3);
				await dialog.locator(':focus').waitFor();
				await keyboard.press('4');
				await dialog.getByRole('textbox', { name: /^Case/ }).and(page.locator(':focus')).waitFor();
				await keyboard.type('E2E/2026-7');
				await keyboard.press('Enter');
				await page.getByRole('heading', { level: 2, name: /^Not listed/ }).waitFor();
				expect(await name.inputValue()).toBe('Nobody Of That Name At All');
				const chip = page.getByRole('button', { name: /^Purpose:/ });
				expect(await chip.textContent()).toBe('Purpose: InvestigationE2E/2026-7');

				await page.goto('/');
				await page.getByRole('heading', { name: 'What comes in' }).waitFor();
				await keyboard.press('P');
				await dialog.locator(':focus').waitFor();
				await keyboard.press('1');
				await dialog.getByRole('textbox', { name: /^Case/ }).fill('');
				await keyboard.press('Enter');
				await dialog.waitFor({ state: 'detached' });
				await expect.poll(() => chip.textContent()).toBe('Purpose: Customs control');
			},
			{ purpose: 'none' },
		));

	it('shows nothing where no purpose is given, and asks again', () =>
		stage().visit(
			'analyst',
			async ({ page, expectStatus }) => {
				expectStatus(403);
				await page.goto('/entities');
				const dialog = page.getByRole('dialog');
				await dialog.locator(':focus').waitFor();
				await page.keyboard.press('Escape');
				await dialog.waitFor({ state: 'detached' });
				await page.getByRole('alert').getByText('none is stated').waitFor();
				await page.getByRole('button', { name: 'Try again' }).click();
				await dialog.getByRole('button', { name: 'State it' }).click();
				await dialog.waitFor({ state: 'detached' });
				await page.getByRole('alert').waitFor({ state: 'detached' });
			},
			{ purpose: 'none' },
		));

	it('shows the data-protection officer who looked, for what and on which case, and who was refused', () =>
		stage().visit('data-protection-officer', async ({ page }) => {
			await page.goto('/decisions');
			const table = page.getByRole('table');
			await table.waitFor();
			await page.getByRole('textbox', { name: 'Case' }).fill('E2E/2026-7');
			await page.keyboard.press('Enter');
			const row = table
				.getByRole('row')
				.filter({ has: page.getByRole('cell', { name: 'screen', exact: true }) })
				.first();
			await row.waitFor();
			expect(await row.textContent()).toMatch(
				/officerOfficer.*screen.*Investigation.*E2E\/2026-7.*permitted/,
			);
			await page.getByRole('button', { name: 'Clear' }).click();
			await page.keyboard.press('x');
			await table.getByText('none is stated').first().waitFor();
			expect(new URL(page.url()).search).toContain('outcome=denied');
		}));
}
