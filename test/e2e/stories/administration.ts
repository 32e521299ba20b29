import { expect, it } from 'vitest';
import { another, type Stage } from '../stage.ts';

export function administrationStories(stage: () => Stage): void {
	it('lets an administrator add a user who can sign in, and close the account again', () =>
		stage().visit('administrator', async ({ page }) => {
			await page.goto('/users');
			await page.getByRole('cell', { name: 'supervisor', exact: true }).waitFor();
			await page.getByRole('button', { name: 'Add a user' }).click();
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel('Name to sign in').fill('ingrid.berg');
			await dialog.getByLabel(/Shown as|Name to show|Display/i).fill('Ingrid Berg');
			await dialog.getByLabel('Password').fill('tide-waits-for-none');
			await dialog.getByRole('button', { name: 'Add', exact: true }).click();
			const row = page.getByRole('row').filter({ hasText: 'ingrid.berg' });
			await row.waitFor();
			await stage().visit('nobody', async (other) => {
				const data = { node: 'customs', name: 'ingrid.berg', password: 'tide-waits-for-none' };
				expect((await other.context.request.post('/api/session', { data })).status()).toBe(200);
			});
			await row.getByRole('button', { name: 'Change ingrid.berg' }).click();
			await page.getByRole('menuitem', { name: 'Close the account' }).click();
			await row.getByText('closed').waitFor();
		}));

	it('shows a new key once; it sends until it is revoked', () =>
		stage().visit('administrator', async ({ page }) => {
			const { url } = stage().program;
			await page.goto('/keys');
			await page.getByRole('button', { name: 'Make a key' }).click();
			await page.getByLabel('Name').fill('Airline of the test');
			await page.getByRole('button', { name: 'Make', exact: true }).click();
			const key = await page.getByLabel('The new key').inputValue();
			expect(key).toMatch(/^tw_customs_/);
			await page.getByRole('button', { name: 'I have it' }).click();
			const send = async (reference: string): Promise<number> => {
				const headers = { authorization: `Bearer ${key}` };
				const body = another(reference);
				return (await fetch(`${url}/api/submissions`, { method: 'POST', headers, body })).status;
			};
			expect(await send('E2E-KEY-1')).toBe(200);
			await page.getByRole('button', { name: 'Revoke Airline of the test' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
			await page.getByRole('row').filter({ hasText: 'Airline of the test' }).getByText('revoked').waitFor();
			expect(await send('E2E-KEY-2')).toBe(401);
			expect(await page.content()).not.toContain(key);
		}));

	it('shows neither users nor keys to an officer, who is told so at their addresses', () =>
		stage().visit('officer', async ({ page, expectStatus }) => {
			expectStatus(403);
			await page.goto('/');
			const sections = page.getByRole('navigation', { name: 'Sections' });
			await sections.getByRole('link', { name: 'Records' }).waitFor();
			for (const name of ['Users', 'Keys'])
				expect(await sections.getByRole('link', { name }).count()).toBe(0);
			for (const address of ['/users', '/keys']) {
				await page.goto(address);
				await page.getByRole('alert').waitFor();
				expect(await page.getByRole('table').count()).toBe(0);
			}
		}));

	it('describes the interface for machines', () =>
		stage().visit('administrator', async ({ page }) => {
			await page.goto('/reference');
			await page.getByRole('link', { name: /Send a submission/ }).click();
			await page.waitForURL(/operation=submit/);
			expect(await page.getByRole('article').textContent()).toContain('curl');
			await page.getByLabel('Search operations').fill('export');
			await page.getByRole('link', { name: /Send a submission/ }).waitFor({ state: 'detached' });
			expect((await page.request.get('/api/openapi.json')).status()).toBe(200);
		}));
}
