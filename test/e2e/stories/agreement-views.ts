/** Pages of partners and agreements, for the story that looks at every page. */
import type { Page } from 'playwright-core';

/** An agreement that all nodes of the training have signed, by one of its tabs. */
const openAgreement = async (page: Page, tab: string) => {
	await page.goto('/agreements/fiu-customs?version=1');
	await page.getByRole('tab', { name: tab }).click();
	await page.getByRole('tab', { name: tab, selected: true }).waitFor();
};

/** Who looks, and how one gets there. */
export const agreementViews: readonly {
	name: string;
	who: 'supervisor';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'partners',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/partners');
			await page.locator('.partner-link').first().waitFor();
			await page.getByRole('list', { name: 'Fingerprint' }).waitFor();
		},
	},
	{
		name: 'partner',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/partners/fiu');
			await page.getByRole('heading', { name: 'Its ledger, as this node last saw it' }).waitFor();
		},
	},
	{
		name: 'partner, comparing its fingerprint',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/partners/fiu');
			await page.getByRole('button', { name: /^Compare/ }).click();
			await page.getByRole('textbox', { name: /^Group 1\b/ }).fill('00000');
			await page.getByText(/of 12 groups are the same|is not what the card says/).waitFor();
		},
	},
	{
		name: 'agreements',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/agreements');
			await page.locator('.agreement-link').first().waitFor();
		},
	},
	...(['Agreement', 'Fields', 'What would leave', 'Policy', 'History'] as const).map((tab) => ({
		name: `agreement, ${tab.toLowerCase()}`,
		who: 'supervisor' as const,
		open: (page: Page) => openAgreement(page, tab),
	})),
	{
		name: 'agreement, its form',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/agreements-new?partner=immigration');
			await page.getByRole('button', { name: 'Begin with this' }).first().click();
			const ours = page.getByRole('region', { name: 'What we may send' });
			await ours.getByText('Cash declarations', { exact: true }).first().click();
			await ours.getByLabel('Path to add').first().fill('nothing.of.this');
			await ours
				.getByText(/has no “nothing”/)
				.first()
				.waitFor();
		},
	},
];
