import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

const openSettings = async (page: Page) => {
	await page.goto('/lanes?tab=settings');
	await page.getByLabel('Random share', { exact: true }).waitFor();
};

export function laneStories(stage: () => Stage): void {
	it('says what lanes and ways of selecting brought', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/lanes');
			await page.getByRole('heading', { name: 'What each way of selecting brings' }).waitFor();
			await page.getByRole('img', { name: /selected for a check/ }).waitFor();
			await page.keyboard.press('3');
			await page.getByText('Nobody is trusted more than others').waitFor();
		}));

	it('changes thresholds and capacities with a reason, and refuses what makes no sense', () =>
		stage().visit('supervisor', async ({ page }) => {
			await openSettings(page);
			const save = page.getByRole('button', { name: 'Save' });
			const share = page.getByLabel('Random share', { exact: true });
			await share.fill('0');
			await page.getByText('The random share is between 0.1 and 20 %: never none.').waitFor();
			expect(await save.isDisabled()).toBe(true);
			await share.fill('2');
			await page.getByRole('button', { name: 'Add an office' }).click();
			await page.getByLabel('Office of row 1').fill('*');
			await page.getByLabel('Red checks of *').fill('5000');
			await page.getByText(/^Random share: .* → 2 %$/).waitFor();
			await page.getByLabel('Reason').fill('More is to be learnt');
			await save.click();
			await page.getByText(/^Changed by/).waitFor();
			await page.reload();
			await expect.poll(() => page.getByLabel('Random share', { exact: true }).inputValue()).toBe('2');
			expect(await page.getByLabel('Red checks of *').inputValue()).toBe('5000');
		}));

	it('shows settings to whoever acts on them, and lets them be', () =>
		stage().visit('officer', async ({ page }) => {
			await openSettings(page);
			expect(await page.getByLabel('Random share', { exact: true }).getAttribute('readonly')).not.toBeNull();
			expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
		}));

	it('adds a trusted trader and ends the trust', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/lanes?tab=traders');
			await page.getByRole('button', { name: 'Add a trader' }).click();
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel('Number', { exact: true }).fill('NO999888777');
			await dialog.getByLabel('Name').fill('Trygg Handel AS');
			await dialog.getByLabel('Programme').fill('AEO, Norway');
			await dialog.getByLabel('Valid until').fill('2030-01-01');
			await dialog.getByRole('button', { name: 'Add', exact: true }).click();
			const row = page.getByRole('row', { name: /Trygg Handel AS/ });
			await row.waitFor();
			await row.getByRole('button', { name: 'End' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
			await expect.poll(() => row.count()).toBe(0);
		}));
}
