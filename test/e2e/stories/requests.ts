import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';

const PASSPORT = { scheme: 'passport', value: 'ZS7719043', issuer: 'FI' };
const OTHER = { person: { name: { full: 'TUNTEMATON Otso' }, bornOn: '1951-05-05' } };

const LOOKED = 20;

/** Mentions are resolved a moment after they came. */
async function lookUntilFound(page: Page, name: string): Promise<void> {
	await page.keyboard.press('f');
	const row = page.getByRole('row').filter({ hasText: name }).first();
	for (let look = 0; look < LOOKED; look++) {
		try {
			await row.waitFor({ timeout: 1_500 });
			return;
		} catch {
			await page.getByRole('button', { name: /Look (again|for)/ }).click();
		}
	}
	throw new Error(`${name} was not found`);
}

export function requestStories(stage: () => Stage): void {
	it('lets the data-protection officer answer a request by keys, and restricts a record for all others', async () => {
		const carrier = { full: 'KORHONEN Aino', bornOn: '1979-03-14' };
		const declared = { ...cashDeclaration('E2E-REQ-1', carrier, [PASSPORT]), owner: { person: OTHER } };
		await sendAll(stage(), [declared]);
		await stage().visit('data-protection-officer', async ({ page }) => {
			await page.goto('/requests');
			await page.getByText('Nobody has asked yet').waitFor();
			await page.keyboard.press('n');
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel('Name of the person').fill('Aino Korhonen');
			await dialog.getByLabel('Born').fill('1979-03-14');
			await dialog.getByLabel('Documents').fill(PASSPORT.value);
			await dialog.getByLabel('In the words').fill('What do you hold of me?');
			await dialog.getByRole('button', { name: 'Open the request' }).click();

			await page.getByRole('heading', { name: 'Access: Aino Korhonen' }).waitFor();
			await page.getByRole('radio', { name: 'Document shown in person' }).check();
			await page.getByRole('button', { name: 'Identified' }).click();
			await page.getByRole('region', { name: 'Find' }).waitFor();
			await lookUntilFound(page, 'KORHONEN Aino');
			await page.getByRole('region', { name: 'Why' }).getByText(PASSPORT.value).first().waitFor();
			await page.keyboard.press('p');
			await page.getByRole('button', { name: 'KORHONEN Aino: this person', pressed: true }).waitFor();

			await page.keyboard.press('3');
			await page.getByRole('radio', { name: 'Grant', exact: true }).check();
			await page.getByLabel('The reason').fill('You are entitled to it.');
			await page.getByRole('button', { name: 'Decide', exact: true }).click();

			await page.getByRole('region', { name: 'For the person' }).waitFor();
			const [file] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Page to print' }).click(),
			]);
			const text = await readFile(await file.path(), 'utf8');
			expect(text).toContain('KORHONEN Aino');
			expect(text).not.toMatch(/TUNTEMATON|1951-05-05|<script/);

			await page.getByRole('button', { name: 'Correct, restrict or erase' }).click();
			await page.getByRole('button', { name: 'Restrict: E2E-REQ-1' }).click();
			await page.getByRole('textbox', { name: 'Why' }).fill('its accuracy is contested');
			await page.keyboard.press('Enter');
			await page.getByRole('button', { name: 'Lift the restriction: E2E-REQ-1' }).waitFor();
		});
		await stage().visit('analyst', async ({ page }) => {
			await page.goto('/records?search=E2E-REQ-1');
			await page
				.getByRole('grid')
				.or(page.getByText(/No record/i))
				.first()
				.waitFor();
			expect(await page.locator('.record-link').count()).toBe(0);
		});
		await stage().visit('data-protection-officer', async ({ page }) => {
			await page.goto('/requests');
			await page.getByText('Aino Korhonen').first().waitFor();
			await page.keyboard.press('Enter');
			await page.getByLabel('What was answered').fill('The page was sent by registered post.');
			await page.getByRole('button', { name: 'close the request' }).click();
			await page.getByText('This request is deleted on').waitFor();
		});
	});

	it('lets a supervisor read the register and handle nothing', () =>
		stage().visit('supervisor', async ({ page, context }) => {
			await context.request.post('/api/session/purpose', { data: { purpose: 'data-protection' } });
			await page.goto('/requests');
			await page.getByText('Aino Korhonen').first().waitFor();
			expect(await page.getByRole('button', { name: 'Open a request' }).count()).toBe(0);
			await page.keyboard.press('Enter');
			await page.getByText('The page was sent by registered post.').waitFor();
			expect(await page.getByRole('button', { name: 'Page to print' }).count()).toBe(0);
		}));
}
