import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';

const TITLE = 'More cash than the test carries';
const ID = 'more-cash-than-the-test-carries';

const grid = (page: Page) => page.getByRole('grid', { name: 'Rules' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const state = (page: Page, name: string) => page.locator('h1 .chip', { hasText: name });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** The fields that every rule wants, beside its title and condition. */
async function fillTexts(page: Page): Promise<void> {
	await field(page, 'Looks at').selectOption('cash-declaration');
	await field(page, 'Reason shown to the officer').fill('The carrier has {cash.amount}.');
	await field(page, 'Legal basis').fill('The law of the test');
	await field(page, 'Source of the definition').fill('The test itself');
}

async function giveReason(page: Page, key: string, dialog: RegExp, reason: string): Promise<void> {
	await page.keyboard.press(key);
	const asked = page.getByRole('dialog', { name: dialog });
	await asked.getByLabel('Reason').fill(reason);
	await page.keyboard.press('Enter');
	await asked.waitFor({ state: 'detached' });
}

export function ruleStories(stage: () => Stage): void {
	beforeAll(() =>
		sendAll(stage(), [
			cashDeclaration('E2E-RULE-1', { full: 'Invented Carrier of a Rule', bornOn: '1969-04-03' }),
		]),
	);

	it('lists the rules that come with the program, and moves through them by keys', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/rules');
			await grid(page).getByRole('row').nth(5).waitFor();
			await page.keyboard.press('/');
			await page.keyboard.type('cash');
			await page.keyboard.press('Enter');
			await page.waitForURL(/search=cash/);
			await grid(page).getByRole('row').nth(2).waitFor();
			await page.keyboard.press('j');
			const second = await grid(page).locator('.list-row.current .rule-link').textContent();
			await page.keyboard.press('Enter');
			await heading(page, new RegExp(second ?? '-')).waitFor();
			await state(page, 'live').waitFor();
			await page.getByRole('table').getByText('passes').first().waitFor();
			for (const [key, tab] of [
				['2', 'Backtest'],
				['3', 'How it does'],
				['4', 'History'],
				['1', 'Rule'],
			] as const) {
				await page.keyboard.press(key);
				await page.getByRole('tab', { name: tab, selected: true }).waitFor();
			}
			// An officer reads rules and changes none.
			expect(await page.getByRole('button', { name: /Edit|Retire|Renew|Backtest/ }).count()).toBe(0);
			await page.keyboard.press('u');
			await page.waitForURL(/\/rules\?.*search=cash/);
			expect(await grid(page).locator('.list-row.current .rule-link').textContent()).toBe(second);
		}));

	it('checks a rule as it is typed, and saves it as a draft', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/rules');
			await grid(page).waitFor();
			await page.keyboard.press('n');
			await heading(page, 'New rule').waitFor();
			await field(page, 'Title').fill(TITLE);
			expect(await field(page, 'Identifier').inputValue()).toBe(ID);
			await field(page, 'Looks at').selectOption('cash-declaration');

			// Before the other fields are filled in.
			await field(page, 'Condition').fill('cash.amount > 11000.0\n  && cash.nothing');
			const problem = page.getByRole('button', { name: /^Condition, line 2/ });
			await problem.waitFor();
			await problem.click();
			expect(await page.locator(':focus').getAttribute('id')).toBe('rule-when');

			// The word before the cursor is looked up, and what is chosen takes its place.
			await field(page, 'Condition').fill('cash.amou');
			await page.keyboard.press('Control+Space');
			await page.getByRole('option', { name: /cash\.amount/ }).waitFor();
			await page.keyboard.press('Enter');
			expect(await field(page, 'Condition').inputValue()).toBe('cash.amount');
			await page.keyboard.type(' > 11000.0');
			await page.getByText('No problem.').waitFor();

			await fillTexts(page);
			await page.getByRole('button', { name: 'Case that fires' }).click();
			await field(page, 'Name of case 1').fill('much');
			await field(page, 'Facts of case 1').fill('cash.amount = 12000');
			await page.getByRole('button', { name: 'Case that does not' }).click();
			await field(page, 'Name of case 2').fill('also much, by mistake');
			await field(page, 'Facts of case 2').fill('cash.amount = 15000');
			await page.getByRole('cell', { name: /^it fires/ }).waitFor();
			await field(page, 'Facts of case 2').fill('cash.amount = 5');
			await page.getByText('2 of 2 cases pass.').waitFor();
			await page.keyboard.press('Control+s');
			await page.waitForURL(new RegExp(`/rules/${ID}\\?version=1`));
			await state(page, 'draft').waitFor();
		}));

	it('lets a rule go live by a second person only, after a backtest', async () => {
		await stage().visit('analyst', async ({ page }) => {
			await page.goto(`/rules/${ID}?tab=backtest`);
			await page.getByText('It has not been tried yet').waitFor();
			await page.keyboard.press('b');
			const chosen = page.getByRole('region', { name: 'What it would have chosen' });
			await chosen.getByRole('link', { name: 'E2E-RULE-1' }).waitFor();
			await chosen.getByText('The carrier has 12,000.').first().waitFor();
			await page.getByText('Figures').click();
			await page.getByRole('table', { name: 'Chosen a day' }).waitFor();
			await giveReason(page, 'p', /^Propose/, 'It finds what the test sent');
			await state(page, 'proposed').waitFor();
			expect(await page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
		});
		await stage().visit('supervisor', async ({ page }) => {
			await page.goto('/rules?state=proposed');
			await grid(page).getByRole('link', { name: TITLE }).click();
			await state(page, 'proposed').waitFor();
			await giveReason(page, 'y', /^Approve/, 'The backtest is convincing');
			await state(page, 'live').waitFor();
			await page.keyboard.press('4');
			await page
				.getByRole('row')
				.filter({ hasText: 'approved' })
				.getByText('The backtest is convincing')
				.waitFor();
		});
	});

	it('shows what a new version would change, and what the live one fired on', async () => {
		await sendAll(stage(), [
			cashDeclaration('E2E-RULE-2', { full: 'Another Carrier of a Rule', bornOn: '1971-04-03' }),
		]);
		await stage().visit('analyst', async ({ page }) => {
			await page.goto(`/rules/${ID}?tab=live`);
			await page
				.getByRole('region', { name: 'Fired on last' })
				.getByRole('link', { name: 'E2E-RULE-2' })
				.waitFor();
			await page.keyboard.press('e');
			await field(page, 'Condition').fill('cash.amount > 11500.0');
			await page.getByText('2 of 2 cases pass.').waitFor();
			await field(page, 'What changed').fill('A little more');
			await page.keyboard.press('Control+s');
			await page.waitForURL(/version=2/);
			await state(page, 'draft').waitFor();
			const changes = page.getByRole('region', { name: 'Against version 1, which is live' });
			expect(await changes.locator('ins').textContent()).toBe('cash.amount > 11500.0');
			expect(await changes.locator('del').textContent()).toBe('cash.amount > 11000.0');
			await page.getByRole('link', { name: 'Look at it' }).click();
			await page.getByText('Version 2 waits').waitFor();
		});
		await stage().visit('supervisor', async ({ page }) => {
			await page.goto(`/rules/${ID}`);
			await state(page, 'live').waitFor();
			await giveReason(page, 't', /^Retire/, 'The test is over');
			await state(page, 'retired').waitFor();
		});
	});

	it('exports rules as a file, and takes them back as they are', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/rules');
			await grid(page).waitFor();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Export' }).first().click(),
			]);
			const path = await download.path();
			await page.keyboard.press('i');
			const dialog = page.getByRole('dialog', { name: 'Import rules' });
			await dialog.locator('#rules-file').setInputFiles(path);
			await dialog.getByText(/rules in the file/).waitFor();
			await dialog.getByRole('button', { name: 'Import' }).click();
			await dialog.getByText(/as before/).waitFor();
			await dialog.getByRole('button', { name: 'Close' }).last().click();
			await grid(page).waitFor();
		}));
}
