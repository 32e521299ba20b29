import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

export function signInStories(stage: () => Stage): void {
	it('signs in at a node with the right password only, and goes where the reader wanted to be', () =>
		stage().visit('nobody', async ({ page, expectStatus }) => {
			expectStatus(401);
			await page.goto('/quarantine');
			await page.getByText('Sign in to go on where you were.').waitFor();
			await page.getByRole('radio', { name: /Immigration, Norway/ }).check({ force: true });
			await page.getByLabel('Name').fill('analyst');
			await page.getByLabel('Password').fill('not-the-password');
			await page.getByRole('button', { name: 'Sign in' }).click();
			const failure = page.getByRole('alert');
			await failure.waitFor();
			expect(await failure.textContent()).toMatch(/name or the password is wrong/);
			expect(await page.getByLabel('Password').inputValue()).toBe('');

			await page.getByLabel('Password').fill(stage().program.passwords['analyst'] ?? '');
			await page.getByRole('button', { name: 'Sign in' }).click();
			await page.getByRole('heading', { name: 'Quarantine', level: 1 }).waitFor();
			expect(new URL(page.url()).pathname).toBe('/quarantine');
			await page.getByRole('button', { name: /Immigration, Norway/ }).waitFor();
		}));

	it('signs out, and leaves nothing open behind', () =>
		stage().visit('analyst', async ({ page, expectStatus }) => {
			await page.goto('/records');
			await page.getByRole('grid', { name: 'Records' }).waitFor();
			expectStatus(401);
			await page.getByRole('button', { name: 'Analyst' }).click();
			await page.getByRole('menuitem', { name: 'Sign out' }).click();
			await page.waitForURL(/\/sign-in/);
			await page.goto('/records');
			await page.waitForURL(/\/sign-in/);
			await page.getByLabel('Password').waitFor();
		}));

	it('leads from the sign-in to a record by keyboard alone', () =>
		stage().visit('nobody', async ({ page, expectStatus }) => {
			expectStatus(401);
			expectStatus(403);
			const { keyboard } = page;
			await page.goto('/');
			await page.getByLabel('Name').and(page.locator(':focus')).waitFor();
			await keyboard.type('analyst');
			await keyboard.press('Tab');
			await keyboard.type(stage().program.passwords['analyst'] ?? '');
			await keyboard.press('Enter');
			await page.getByRole('heading', { name: 'What comes in' }).waitFor();
			await keyboard.press('g');
			await keyboard.press('r');
			await page.locator('.record-link').nth(3).waitFor();
			await keyboard.press('j');
			await keyboard.press('j');
			const current = page.locator('.list-row.current');
			await expect.poll(() => current.getAttribute('aria-rowindex')).toBe('4');
			const reference = (await current.getByRole('link').textContent()) ?? '';
			await keyboard.press('Enter');
			await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
			await page.getByRole('dialog').locator(':focus').waitFor();
			await keyboard.press('Enter');
			await page.getByRole('heading', { level: 1, name: reference }).waitFor();
			await keyboard.press('u');
			await page.getByRole('grid', { name: 'Records' }).waitFor();
			expect(await page.locator('.list-row.current').getAttribute('aria-rowindex')).toBe('4');
		}));
}
