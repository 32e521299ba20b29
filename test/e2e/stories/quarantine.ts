import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cutOff, type Stage } from '../stage.ts';

/** How much waits, by the mark beside the section's name. */
const waiting = async (page: Page): Promise<number> => {
	const link = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Quarantine/ });
	return Number(((await link.textContent()) ?? '').replace(/\D/g, ''));
};

export function quarantineStories(stage: () => Stage): void {
	it('says why a file could not be read and what to do, tries again, and discards it with a reason', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/quarantine');
			await page.getByRole('heading', { name: 'Quarantine', level: 1 }).waitFor();
			const before = await waiting(page);
			const { status } = await stage().send('cut-off.xml', cutOff('E2E-CUT-1'));
			expect(status).toBe(422);
			await page.goto('/quarantine');
			await page.getByRole('button', { name: /cut-off\.xml/ }).click();
			const detail = page.getByRole('region', { name: 'Quarantined submission', exact: true });
			expect((await detail.getByRole('heading', { level: 2 }).textContent())?.length).toBeGreaterThan(20);
			expect((await detail.getByText('What to do:').locator('..').textContent())?.length).toBeGreaterThan(40);
			await detail.getByRole('list', { name: 'Original' }).getByText('E2E-CUT-1').first().waitFor();

			await detail.getByRole('button', { name: 'Read again' }).click();
			await page.getByText('still cannot be read').waitFor();
			await page.getByText(/^2, last/).waitFor();
			await expect.poll(() => waiting(page)).toBe(before + 1);

			await page.keyboard.press('d');
			const dialog = page.getByRole('dialog', { name: 'Discard this submission' });
			const confirm = dialog.getByRole('button', { name: 'Discard' });
			expect(await confirm.isDisabled()).toBe(true);
			await dialog.getByLabel('Reason').fill('The sender has sent it again');
			await confirm.click();
			await dialog.waitFor({ state: 'detached' });
			await page.getByRole('button', { name: /cut-off\.xml/ }).waitFor({ state: 'detached' });

			// What was read again counts once, and what was discarded no more.
			await expect.poll(() => waiting(page)).toBe(before);
			await page.getByText('Discarded', { exact: true }).click();
			await page.waitForURL(/state=discarded/);
			await page.getByRole('button', { name: /cut-off\.xml/ }).waitFor();
		}));

	it('lets an analyst try again, but leaves discarding to a supervisor', () =>
		stage().visit('analyst', async ({ page }) => {
			await stage().send('cut-off-once-more.xml', cutOff('E2E-CUT-3'));
			await page.goto('/quarantine');
			await page.getByRole('button', { name: /cut-off-once-more\.xml/ }).click();
			await page.getByRole('button', { name: 'Read again' }).waitFor();
			expect(await page.getByRole('button', { name: 'Discard' }).count()).toBe(0);
		}));
}
