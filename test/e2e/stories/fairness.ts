import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

const table = (page: Page) => page.locator('.fairness-table');

export function fairnessStories(stage: () => Stage): void {
	it('shows rates by group in every dimension, by keys', () =>
		stage().visit('data-protection-officer', async ({ page }) => {
			await page.goto('/');
			await page.getByText('Most frequent findings').waitFor();
			await page.keyboard.press('g');
			await page.keyboard.press('f');
			await page.getByRole('heading', { level: 1, name: 'Fairness' }).waitFor();
			await table(page).getByRole('rowheader').first().waitFor();
			expect(
				await page.getByRole('heading', { level: 2, name: 'All ways together, by origin' }).count(),
			).toBe(1);
			for (const [key, dimension] of [
				['2', 'nationality'],
				['3', 'office'],
				['4', 'trader size'],
			] as const) {
				await page.keyboard.press(key);
				await page.getByRole('heading', { level: 2, name: `All ways together, by ${dimension}` }).waitFor();
			}
			await page.getByLabel('Selected by').selectOption('chance');
			await page.waitForURL(/by=chance/);
			await page.getByRole('heading', { level: 2, name: 'Chance, by trader size' }).waitFor();
		}));

	it('exports all of it, as a file that no spreadsheet runs', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/fairness');
			await table(page).waitFor();
			const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
			const [head = '', ...rows] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
			expect(head).toMatch(/^from,until,by,dimension,group,selected,assessed,selection_rate/);
			expect(rows.some((row) => row.includes(',all,origin,'))).toBe(true);
			expect(rows.filter((row) => /(^|,)[=+@-]/.test(row))).toEqual([]);
		}));

	it('is for those who oversee selection', () =>
		stage().visit('analyst', async ({ page, expectStatus }) => {
			expectStatus(403);
			await page.goto('/rules');
			await page.getByRole('navigation', { name: 'Sections' }).waitFor();
			expect(await page.getByRole('link', { name: 'Fairness' }).count()).toBe(0);
			await page.goto('/fairness');
			await page.getByRole('alert').waitFor();
		}));
}
