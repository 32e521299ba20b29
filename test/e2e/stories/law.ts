import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

export function lawStories(stage: () => Stage): void {
	it('explains an article, answers a question, and is narrowed with what that would change', () =>
		stage().visit('supervisor', async ({ page }) => {
			const { keyboard } = page;
			await page.goto('/law');
			await page.getByRole('heading', { level: 2, name: 'session.open' }).waitFor();
			await keyboard.press('/');
			await keyboard.type('fairness.read');
			await keyboard.press('Enter');
			await page.getByRole('heading', { level: 2, name: 'fairness.read' }).waitFor();
			const ask = page.getByRole('region', { name: 'Ask' });
			await ask.getByLabel('May').selectOption({ label: 'Officer' });
			await ask.getByText('denied', { exact: true }).waitFor();
			await ask.getByLabel('May').selectOption({ label: 'Supervisor' });
			await ask.getByText('permitted', { exact: true }).waitFor();

			await ask.getByLabel('May').blur();
			await keyboard.press('n');
			const form = page.getByRole('form', { name: 'Permit less here' });
			await form.getByLabel('Take it from').selectOption({ label: 'Supervisor' });
			await form.getByText('would have been denied').waitFor();
			await form.getByText('1 use that the law permits').waitFor();
			await form.getByLabel('Because').fill('only the officer for data protection looks');
			await form.getByRole('button', { name: 'Narrow' }).click();
			await page.getByText('Not supervisor').waitFor();
			await ask.getByText('denied', { exact: true }).waitFor();
			expect((await page.request.get('/api/fairness?dimension=origin')).status()).toBe(403);

			await page.getByRole('button', { name: 'Lift …' }).click();
			await page.getByLabel('Why it is lifted').fill('a trial');
			await keyboard.press('Enter');
			await page.getByText('Not supervisor').waitFor({ state: 'detached' });
			expect((await page.request.get('/api/fairness?dimension=origin')).status()).toBe(200);

			await keyboard.press('Escape');
			await page.getByRole('radio', { name: 'Cedar policies' }).click();
			await page.getByText('@id("fairness.read")').waitFor();
		}));

	it('is read by an officer, who is not offered to change it', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/law?article=record.export');
			await page.getByRole('heading', { level: 2, name: 'record.export' }).waitFor();
			expect(await page.getByRole('button', { name: 'Narrow …' }).count()).toBe(0);
		}));
}
