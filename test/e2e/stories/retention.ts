import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { known, type Stage } from '../stage.ts';

const schedule = (page: Page) => page.getByRole('region', { name: 'Schedule' });

/** Identifier of the record that the tests know by heart. */
async function knownRecord(page: Page): Promise<string> {
	const answer = await page.request.get(`/api/records?search=${known.reference}&limit=1`);
	const { items } = (await answer.json()) as { items: { id: string }[] };
	return items[0]?.id ?? '';
}

export function retentionStories(stage: () => Stage): void {
	it('shows how long each kind is kept, changes it with a reason, and ends what is due', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/');
			await page.getByText('Most frequent findings').waitFor();
			await page.keyboard.press('g');
			await page.keyboard.press('z');
			await page.getByRole('heading', { level: 1, name: 'Retention' }).waitFor();
			const row = schedule(page).getByRole('row', { name: /Movement/ });
			await row.getByText('as proposed').waitFor();
			await row.getByRole('button', { name: /Change/ }).click();
			await page.getByLabel('Delete after days').fill('900');
			const change = page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true });
			await page.getByLabel('Reason').fill('Plates of the new act');
			expect(await change.isDisabled()).toBe(true);
			await page.getByLabel('Basis in law').fill('Section 4 of the Act on Plates');
			await change.click();
			await row.getByText('900 days').waitFor();
			await page.keyboard.press('r');
			await page.getByRole('region', { name: 'Last passes' }).getByRole('row').nth(1).waitFor();
		}));

	it('holds a record and lifts the hold', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/retention');
			await schedule(page).getByRole('row').nth(3).waitFor();
			const record = await knownRecord(page);
			await page.keyboard.press('n');
			await page.getByLabel('Record', { exact: true }).fill(record);
			await page
				.getByLabel('Look again on')
				.fill(new Date(Date.now() + 864e5 * 30).toISOString().slice(0, 10));
			await page.getByLabel('Reason').fill('The court asks for it');
			await page.getByRole('dialog').getByRole('button', { name: 'Hold', exact: true }).click();
			const holds = page.getByRole('region', { name: 'Holds' });
			await holds.getByText('The court asks for it').waitFor();
			await holds.getByRole('button', { name: 'Lift' }).click();
			await page.getByLabel('Reason').fill('The judgment is final');
			await page.getByRole('dialog').getByRole('button', { name: 'Lift', exact: true }).click();
			await holds.getByText('Nothing is held').waitFor();
		}));
}
