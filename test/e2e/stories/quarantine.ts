import { expect, it } from 'vitest';
import { cutOff, type Stage } from '../stage.ts';

export function quarantineStories(stage: () => Stage): void {
	it('says why a file could not be read and what to do, tries again, and discards it with a reason', () =>
		stage().visit('analyst', async ({ page }) => {
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

			await page.keyboard.press('d');
			const dialog = page.getByRole('dialog', { name: 'Discard this submission' });
			const confirm = dialog.getByRole('button', { name: 'Discard' });
			expect(await confirm.isDisabled()).toBe(true);
			await dialog.getByLabel('Reason').fill('The sender has sent it again');
			await confirm.click();
			await dialog.waitFor({ state: 'detached' });
			await page.getByRole('button', { name: /cut-off\.xml/ }).waitFor({ state: 'detached' });

			await page.getByText('Discarded', { exact: true }).click();
			await page.waitForURL(/state=discarded/);
			await page.getByRole('button', { name: /cut-off\.xml/ }).waitFor();
		}));
}
