import { expect, it } from 'vitest';
import { another, type Stage } from '../stage.ts';

export function overviewStories(stage: () => Stage): void {
	it('shows what came in, and what comes while it is open', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/');
			const figure = page.locator('.figure', { hasText: 'Records, 24 h' }).locator('.figure-value');
			await page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
			const before = numberIn(await figure.textContent());
			expect(before).toBeGreaterThan(100);
			await page.getByText('container.check-digit').waitFor();

			const { status } = await stage().send('live.xml', another('E2E-LIVE-1'));
			expect(status).toBe(200);
			await expect
				.poll(async () => numberIn(await figure.textContent()), { timeout: 10_000 })
				.toBe(before + 1);
		}));

	it('leads from a number to its records', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/');
			await page.locator('.figure', { hasText: 'With errors' }).getByRole('link').click();
			await page.waitForURL(/\/records\?.*worst=error/);
			await page.getByRole('grid', { name: 'Records' }).waitFor();
			expect(await page.getByRole('combobox', { name: 'Severity' }).inputValue()).toBe('error');
		}));

	it('shows the hours as a table too', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/');
			await page.getByRole('button', { name: 'As a table' }).click();
			await page.getByRole('button', { name: 'As a chart' }).waitFor();
			expect(await page.locator('.area-hours').getByRole('row').count()).toBeGreaterThan(20);
		}));
}

const numberIn = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));
