/** The dialog that asks for a purpose, and the decisions, for the story that looks at every page. */
import type { Page } from 'playwright-core';

/** Who looks, and how one gets there. */
export const purposeViews: readonly {
	name: string;
	who: 'analyst' | 'data-protection-officer';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'purpose and case',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/records');
			await page.locator('.record-link').first().waitFor();
			await page.keyboard.press('P');
			await page.getByRole('dialog').getByRole('radio').first().waitFor();
		},
	},
	{
		name: 'decisions',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto('/decisions');
			await page.getByRole('table').waitFor();
		},
	},
];
