import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';
import { withMadeModels } from './made-model.ts';

export function modelStories(stage: () => Stage): void {
	it('says why nothing can be learnt yet', () =>
		stage().visit('analyst', async ({ page, expectStatus }) => {
			expectStatus(409);
			await page.goto('/models');
			await page.getByRole('heading', { name: 'There is no model yet' }).waitFor();
			await page.keyboard.press('n');
			const dialog = page.getByRole('dialog', { name: 'Train a model' });
			await dialog.getByRole('button', { name: 'Train', exact: true }).click();
			// Refused at once, or after what is stored has been read.
			await page
				.getByText(/too little to learn from|of too few days|outcome/i)
				.first()
				.waitFor();
			expect(await page.getByText('There is no model yet').count()).toBe(1);
		}));

	it('shows the card of a model, and puts it live by a person’s word', () =>
		stage().visit('supervisor', async ({ page, context }) => {
			const { decided } = await withMadeModels(context);
			await page.goto('/models');
			await page.getByRole('link', { name: 'Model 2', exact: true }).click();
			await page.getByRole('heading', { level: 1, name: /Model 2/ }).waitFor();
			await page.getByRole('img', { name: /Precision of model 2 and of the champion/ }).waitFor();
			await page.getByRole('img', { name: /expected against what was found/ }).waitFor();
			const errors = page.getByRole('region', { name: /^By group/ });
			await errors.getByRole('row').filter({ hasText: 'MT000102' }).getByText('off').waitFor();
			await errors.getByText('HS section').click();
			await errors.getByRole('cell', { name: 'XII' }).waitFor();
			const comparison = page.getByRole('region', { name: 'Against the champion: precision' });
			await comparison.getByText('Figures').click();
			expect(await comparison.getByRole('row').filter({ hasText: '5 %' }).first().textContent()).toContain(
				'88 %',
			);

			await page.keyboard.press('y');
			const dialog = page.getByRole('dialog', { name: /^Put it live/ });
			await dialog.getByLabel('Reason').fill('Better on the same days');
			await page.keyboard.press('Enter');
			await page.locator('h1 .chip', { hasText: 'champion' }).waitFor();
			expect(decided).toEqual([{ decision: 'promote', reason: 'Better on the same days' }]);
		}));

	it('lets an analyst train and not decide', () =>
		stage().visit('analyst', async ({ page, context }) => {
			await withMadeModels(context);
			await page.goto('/models/2');
			await page.getByRole('heading', { level: 1, name: /Model 2/ }).waitFor();
			expect(await page.getByRole('button', { name: /live|Retire|challenge/ }).count()).toBe(0);
		}));
}
