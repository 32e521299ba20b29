import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from '../stage.ts';

/** An offer of the FIU that customs may ask; the stories before may have withdrawn theirs. */
export async function prepareMatchingViews(stage: Stage): Promise<void> {
	await stage.visit(
		'supervisor',
		async ({ context }) => {
			const data = {
				agreement: 'fiu-customs',
				purpose: 'money-laundering',
				kinds: ['person'],
				of: ['lists'],
			};
			const answer = await context.request.post('/api/offers', { data });
			expect(answer.ok(), await answer.text()).toBe(true);
		},
		{ node: 'fiu' },
	);
}

/** Pages of matching and of the ledger that are looked at for accessibility. */
export const matchingViews: readonly {
	name: string;
	who: 'supervisor';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'matching, ask',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/matching');
			await page
				.getByRole('region', { name: 'Offers to ask, and answers' })
				.getByRole('row')
				.nth(1)
				.waitFor();
			await page.getByLabel('Name of the person').fill('Torvald Ukjentsen');
			await page.getByLabel('Date or year of birth').fill('1961');
			await page.getByRole('checkbox').first().check();
			await page.keyboard.press('Enter');
			await page.getByText('No hit').first().waitFor();
		},
	},
	{
		name: 'matching, offers',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/matching?tab=offers');
			await page.getByRole('heading', { name: 'What is offered to us' }).waitFor();
		},
	},
	{
		name: 'matching, a new offer',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/matching?tab=offers');
			await page.getByRole('button', { name: 'New offer' }).click();
			await page.getByRole('dialog', { name: 'Offer identifiers for matching' }).waitFor();
			await page.getByLabel('Agreement').selectOption('fiu-customs');
			await page.getByLabel('Purpose').waitFor();
		},
	},
	{
		name: 'matching, questions',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/matching?tab=questions');
			await page.getByRole('grid', { name: 'Questions' }).waitFor();
		},
	},
	{
		name: 'matching, intersections',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/matching?tab=intersections');
			await page.getByRole('button', { name: 'New intersection' }).first().waitFor();
		},
	},
	{
		name: 'ledger',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/ledger');
			await page.getByRole('button', { name: 'Verify now' }).click();
			await page.getByText('none was changed, and every checkpoint holds').waitFor();
		},
	},
	{
		name: 'ledger, entries',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/ledger?tab=entries&what=submission');
			await page.getByText('Leads to the root that the checkpoint signs.').waitFor();
		},
	},
	{
		name: 'ledger, one entry',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/ledger/1');
			await page.getByText('Leads to the root that the checkpoint signs.').waitFor();
		},
	},
];
