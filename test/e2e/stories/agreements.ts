import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

const ID = 'fiu-customs-test';
const TITLE = 'Goods and their payments, for the test';
const LEGAL_BASIS = 'Customs act, section 12; act on the financial intelligence unit, section 4';

const grid = (page: Page, name: string) => page.getByRole('grid', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const state = (page: Page, name: string) => page.locator('h1 .chip', { hasText: name });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function giveReason(page: Page, key: string, dialog: RegExp, reason: string): Promise<void> {
	await page.keyboard.press(key);
	const asked = page.getByRole('dialog', { name: dialog });
	await asked.getByLabel('Reason').fill(reason);
	await page.keyboard.press('Enter');
	await asked.waitFor({ state: 'detached' });
}

/** What stands in a fingerprint on the page, with spaces between its groups. */
const fingerprintIn = async (page: Page): Promise<string> =>
	(await page.getByRole('list', { name: 'Fingerprint' }).getByRole('listitem').allTextContents()).join(' ');

/** A fingerprint with another first digit in this group, counted from 1. */
const misheard = (fingerprint: string, group: number): string =>
	fingerprint
		.split(' ')
		.map((digits, at) => (at + 1 === group ? `${(Number(digits[0]) + 1) % 10}${digits.slice(1)}` : digits))
		.join(' ');

export function agreementStories(stage: () => Stage): void {
	it('lists partners, and shows the card and fingerprint of this node', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/');
			await page
				.getByRole('navigation', { name: 'Sections' })
				.getByRole('link', { name: 'Exchange' })
				.click();
			await page
				.getByRole('navigation', { name: 'Exchange' })
				.getByRole('link', { name: 'Partners' })
				.click();
			await grid(page, 'Partners').getByRole('row').nth(3).waitFor();
			expect(await fingerprintIn(page)).toMatch(/^\d{5}( \d{5}){11}$/);
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Card as a file' }).click(),
			]);
			expect(download.suggestedFilename()).toBe('customs.card.json');
			await grid(page, 'Partners').focus();
			await page.keyboard.press('j');
			const second = await grid(page, 'Partners').locator('.list-row.current .partner-link').textContent();
			await page.keyboard.press('Enter');
			await heading(page, new RegExp((second ?? '-').slice(0, 12))).waitFor();
			await page.keyboard.press('u');
			await grid(page, 'Partners').waitFor();
		}));

	it('compares a fingerprint group by group, and takes trust away and gives it again', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/partners/immigration');
			await state(page, 'trusted').waitFor();
			const fingerprint = await fingerprintIn(page);
			await page.keyboard.press('x');
			await page.getByLabel('Reason').fill('Its keys are said to be stolen');
			await page.getByRole('dialog').getByRole('button', { name: 'Distrust' }).click();
			await state(page, 'distrusted').waitFor();
			await page.getByText('Its keys are said to be stolen').waitFor();

			await page.keyboard.press('c');
			const dialog = page.getByRole('dialog', { name: /^Compare the fingerprint/ });
			const first = dialog.getByRole('textbox', { name: /^Group 1\b/ });
			await first.fill(misheard(fingerprint, 3));
			await dialog.getByText('Group 3 is not what the card says').waitFor();
			expect(await dialog.getByRole('button', { name: 'It is the same' }).isDisabled()).toBe(true);
			await first.fill(fingerprint);
			await dialog.getByText('12 of 12 groups are the same').waitFor();
			await page.keyboard.press('Enter');
			await dialog.waitFor({ state: 'detached' });
			await state(page, 'trusted').waitFor();
		}));

	it('looks at a card before it is trusted, and says what is wrong with it', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/partners');
			await grid(page, 'Partners').waitFor();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Card as a file' }).click(),
			]);
			const path = await download.path();
			await page.keyboard.press('n');
			const dialog = page.getByRole('dialog', { name: 'Trust a partner' });
			await dialog.getByLabel('Card of the partner').fill('{"name": "stranger"}');
			await dialog.getByText('This is not a card').waitFor();
			await dialog.getByLabel('File of the card').setInputFiles(path);
			await dialog.getByText('This is the card of this node itself').waitFor();
			await page.keyboard.press('Escape');
		}));

	it('writes an agreement from a template, with errors at the field, and offers it', () =>
		stage().visit('supervisor', async ({ page, expectStatus }) => {
			expectStatus(409);
			await page.goto('/agreements');
			await grid(page, 'Agreements').getByRole('row').nth(3).waitFor();
			await page.keyboard.press('n');
			await heading(page, 'New agreement').waitFor();
			await page
				.getByRole('listitem')
				.filter({ hasText: 'FIU and customs' })
				.getByRole('button', { name: 'Begin with this' })
				.click();
			await field(page, 'Title').fill(TITLE);
			await field(page, 'Identifier').fill('No');
			await field(page, 'Last day').fill('2020-01-01');
			await page.getByText('It ends before it starts.').waitFor();
			await page.keyboard.press('Control+s');
			await page.getByText('Choose the partner').first().waitFor();
			await field(page, 'Identifier').fill(ID);
			await field(page, 'Partner').selectOption('fiu');
			await field(page, 'Last day').fill('2099-12-31');

			// A path that no declaration has is refused where it is typed.
			const ours = page.getByRole('region', { name: 'What we may send' });
			await ours.getByText('Declarations', { exact: true }).click();
			await ours.getByLabel('Path to add').fill('partys.name');
			await ours.getByText('a declaration has no “partys”').waitFor();
			await ours.getByLabel('parties.name: masked', { exact: true }).check();
			await ours
				.getByText(/3 masked/)
				.first()
				.waitFor();
			await page.keyboard.press('Control+s');
			await page.waitForURL(new RegExp(`/agreements/${ID}\\?version=1`));
			await state(page, 'draft').waitFor();

			// What the template leaves to the parties must be completed before it is offered.
			await page.keyboard.press('o');
			const offer = page.getByRole('dialog', { name: /^Offer/ });
			await offer.getByLabel('Reason').fill('as the ministers agreed');
			await page.keyboard.press('Enter');
			await offer.getByRole('alert').waitFor();
			await page.keyboard.press('Escape');
			await offer.waitFor({ state: 'detached' });
			await page.keyboard.press('e');
			await field(page, 'Legal basis').fill(LEGAL_BASIS);
			await page.keyboard.press('Control+s');
			// Read, and not written any more.
			await page.getByRole('paragraph').filter({ hasText: LEGAL_BASIS }).waitFor();
			await giveReason(page, 'o', /^Offer/, 'as the ministers agreed');
			await state(page, 'offered').waitFor();
			await page.getByText('waits for them').waitFor();
		}));

	it('is signed by the other side, which reads it first', async () => {
		await stage().visit(
			'supervisor',
			async ({ page }) => {
				await page.goto('/agreements?state=offered');
				await grid(page, 'Agreements').getByRole('link', { name: TITLE }).click();
				await page.getByText('The partner has signed it, and waits for your signature.').waitFor();
				await page.keyboard.press('2');
				await page.getByRole('tab', { name: 'Fields', selected: true }).waitFor();
				await page.getByText('Declarations', { exact: true }).click();
				await page
					.getByRole('row')
					.filter({ has: page.getByText('parties.name', { exact: true }) })
					.getByText('masked')
					.first()
					.waitFor();
				await page.keyboard.press('4');
				await page.getByRole('region', { name: 'Policies' }).getByText('permit (').first().waitFor();
				await giveReason(page, 's', /^Sign/, 'the minister has signed');
				await state(page, 'signed').waitFor();
			},
			{ node: 'fiu' },
		);
		await stage().visit('supervisor', async ({ page }) => {
			await page.goto(`/agreements/${ID}`);
			await state(page, 'signed').waitFor();
			expect(await page.locator('.signature-mark.signed').count()).toBe(2);
		});
	});

	it('shows what would leave of a record, and what is cut and why', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto(`/agreements/${ID}?tab=preview`);
			await page.getByLabel('Find records to send along').fill('E2E-2026-0001');
			await page.getByRole('list', { name: 'Records found' }).getByRole('button').first().click();
			const stays = page.getByRole('region', { name: /^What stays of/ });
			await stays.getByText('parties.name', { exact: true }).waitFor();
			await page.getByRole('region', { name: /^What leaves of/ }).waitFor();
		}));

	it('is changed by a next version with its differences, suspended, resumed and ended', async () => {
		await stage().visit('supervisor', async ({ page }) => {
			await page.goto(`/agreements/${ID}`);
			await state(page, 'signed').waitFor();
			await page.keyboard.press('e');
			await field(page, 'Kept by the receiver').fill('30');
			await page.keyboard.press('Control+s');
			await page.waitForURL(/version=2/);
			await state(page, 'draft').waitFor();
			await page.getByText('Version 1 holds until both have signed this one.').waitFor();
			await page.keyboard.press('5');
			const changes = page.getByRole('region', { name: 'Version 2 against version 1' });
			expect(await changes.locator('ins').allTextContents()).toEqual(['30']);
			await page.goto(`/agreements/${ID}?version=1`);
			await state(page, 'signed').waitFor();
			await giveReason(page, 'p', /^Suspend/, 'a leak is being looked into');
			await state(page, 'suspended').waitFor();
			await giveReason(page, 'p', /^Resume/, 'it was none');
			await state(page, 'signed').waitFor();
			await giveReason(page, 'x', /^End/, 'the test is over');
			await state(page, 'ended').waitFor();
			await page.keyboard.press('5');
			await page
				.getByRole('row')
				.filter({ hasText: 'ended' })
				.getByText('the test is over')
				.first()
				.waitFor();
		});
	});

	it('lets an analyst read and change nothing', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/agreements?state=signed');
			await grid(page, 'Agreements').getByRole('row').nth(1).waitFor();
			await page.keyboard.press('Enter');
			await state(page, 'signed').waitFor();
			expect(await page.getByRole('button', { name: /Sign|Suspend|End|Propose/ }).count()).toBe(0);
			await page.goto('/partners');
			await grid(page, 'Partners').waitFor();
			expect(await page.getByRole('button', { name: /Trust|New keys/ }).count()).toBe(0);
		}));
}
