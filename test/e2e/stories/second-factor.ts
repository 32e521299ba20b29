import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

const STEP_MS = 30_000;
const account = { name: 'noor.haddad', password: 'tide-waits-for-none' };

export function secondFactorStories(stage: () => Stage): void {
	it('is set up with a picture, asked for at sign-in, and reset by an administrator', async () => {
		let secret: Secret | undefined;
		let recovery = '';
		await stage().visit('administrator', async ({ context }) => {
			const data = { ...account, displayName: 'Noor Haddad', role: 'trainer' };
			expect((await context.request.post('/api/users', { data })).status()).toBe(200);
			const needed = await context.request.post('/api/sign-in', { data: { secondFactorRoles: ['trainer'] } });
			expect(needed.status()).toBe(200);
		});

		await stage().visit('nobody', async ({ page, context, expectStatus }) => {
			expectStatus(401);
			expectStatus(403);
			await context.request.post('/api/session', { data: { node: 'customs', ...account } });
			await page.goto('/');
			await page.getByText('Your role needs a second factor').waitFor();
			expect((await context.request.get('/api/overview')).status()).toBe(403);
			await page.getByRole('button', { name: 'Set up a second factor' }).click();
			await page.getByLabel('Your password, once more').fill(account.password);
			await page.keyboard.press('Enter');
			await page.getByRole('img', { name: 'The key as a picture for an authenticator' }).waitFor();
			const key = (await page.locator('.account-key').textContent()) ?? '';
			secret = Secret.fromBase32(key.replaceAll(' ', ''));
			await page.getByLabel('First code').fill('000000');
			await page.keyboard.press('Enter');
			await page.getByRole('alert').getByText('The code is wrong').waitFor();
			await page.getByLabel('First code').fill(new TOTP({ secret }).generate());
			await page.keyboard.press('Enter');
			await page.getByText('Put these recovery codes away').waitFor();
			recovery = (await page.locator('.account-codes li').first().textContent()) ?? '';
			await page.getByRole('button', { name: 'I have put them away' }).click();
			await page.getByText('set up', { exact: true }).waitFor();
			await page.goto('/');
			await page.getByRole('heading', { name: 'What comes in' }).waitFor();
		});

		await stage().visit('nobody', async ({ page, expectStatus }) => {
			expectStatus(401);
			expectStatus(403);
			await page.goto('/sign-in?node=customs');
			await page.getByLabel('Name').fill(account.name);
			await page.getByLabel('Password').fill(account.password);
			await page.keyboard.press('Enter');
			const code = page.getByLabel('Second factor');
			await code.and(page.locator(':focus')).waitFor();
			expect(await page.getByRole('alert').count()).toBe(0);
			// The code of the next step: that of this one may have confirmed the factor already, and counts once.
			const timestamp = Date.now() + STEP_MS;
			await page.keyboard.type(new TOTP({ secret: secret as Secret }).generate({ timestamp }));
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { name: 'What comes in' }).waitFor();
		});

		await stage().visit('nobody', async ({ context }) => {
			const data = { node: 'customs', ...account, secondFactor: recovery };
			expect((await context.request.post('/api/session', { data })).status()).toBe(200);
			expect((await context.request.post('/api/session', { data })).status()).toBe(401);
		});

		await stage().visit('administrator', async ({ page, context }) => {
			await page.goto('/users');
			const row = page.getByRole('row').filter({ hasText: account.name });
			await row.getByText('set up').waitFor();
			await row.getByRole('button', { name: `Change ${account.name}` }).click();
			await page.getByRole('menuitem', { name: 'Reset second factor …' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
			await row.getByText('none', { exact: true }).waitFor();
			await page.getByRole('button', { name: 'Sign-in …' }).click();
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel('Trainer').uncheck({ force: true });
			await dialog.getByRole('button', { name: 'Change' }).click();
			await dialog.waitFor({ state: 'detached' });
			const settings = await (await context.request.get('/api/sign-in')).json();
			expect(settings).toMatchObject({ secondFactorRoles: [] });
		});
	});
}
