import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';

/** An office of which nobody else sends, so that its queue holds what this story sent and nothing else. */
const OFFICE = 'E2EQUEUE';
const references = ['E2E-WAITS-1', 'E2E-WAITS-2', 'E2E-WAITS-3'] as const;

/** Declared in total is not what the parts add up to: an error, which asks for a look at the papers. */
const doubtful = (reference: string) => ({
	...cashDeclaration(reference, { full: `Invented Carrier of ${reference}` }),
	office: OFFICE,
	total: { amount: '15000', currency: 'EUR' },
});

const queue = (page: Page) => page.getByRole('list', { name: 'Queue' });
const rowOf = (page: Page, reference: string) => queue(page).getByRole('button', { name: reference });
const shown = (page: Page) => page.getByRole('region', { name: 'Assessment', exact: true });
const shownReference = (page: Page, reference: string) =>
	shown(page).getByRole('heading', { level: 2, name: new RegExp(reference) });
const currentReference = (page: Page) => queue(page).locator('[aria-current="true"] strong').textContent();

async function openQueue(page: Page, more = ''): Promise<void> {
	await page.goto(`/queue?office=${OFFICE}${more}`);
	await queue(page).waitFor();
	await shown(page).getByRole('heading', { level: 2 }).waitFor();
}

/** What is sent waits for one reason only: chance is made as rare as it can be. */
async function sendDoubtful(stage: Stage): Promise<void> {
	await stage.visit('supervisor', async ({ context }) => {
		const lanes = (await (await context.request.get('/api/lanes')).json()) as { settings: object };
		await context.request.post('/api/lanes', {
			data: { settings: { ...lanes.settings, randomShare: 0.001 }, reason: 'Nothing is to be drawn' },
		});
	});
	await sendAll(stage, references.map(doubtful));
}

export function queueStories(stage: () => Stage): void {
	beforeAll(() => sendDoubtful(stage()));

	it('lists what waits for a check, and beside it says why', () =>
		stage().visit('analyst', async ({ page }) => {
			await openQueue(page);
			await expect.poll(() => queue(page).getByRole('button').count()).toBe(references.length);
			for (const reference of references) await rowOf(page, reference).waitFor();
			const lanes = page.getByRole('group', { name: 'Lane' });
			await expect
				.poll(() => lanes.getByRole('button', { name: /Yellow/ }).textContent())
				.toBe(`Yellow${references.length}`);
			await shown(page).getByText('This decided.').waitFor();
			await page.keyboard.press('j');
			await shownReference(page, (await currentReference(page)) ?? '').waitFor();
			await page.keyboard.press('2');
			await page.getByText('Nothing matches').waitFor();
		}));

	it('takes another lane with its reason, and keeps both', () =>
		stage().visit('analyst', async ({ page }) => {
			const { keyboard } = page;
			await openQueue(page);
			await page.getByRole('button', { name: /^Another lane/ }).waitFor();
			const reference = (await currentReference(page)) ?? '';
			await keyboard.press('l');
			await page.getByRole('form', { name: 'Another lane' }).waitFor();
			await keyboard.press('r');
			await page.getByRole('list', { name: 'Reasons that are given often' }).waitFor();
			await keyboard.press('1');
			await keyboard.press('Enter');
			await shown(page)
				.getByText(/Information that the system does not have/)
				.first()
				.waitFor();
			await rowOf(page, reference).getByText('Red', { exact: true }).waitFor();
			await page.getByRole('button', { name: 'Refresh' }).click();
			// Red is more urgent than yellow: it stands first.
			await expect.poll(() => queue(page).getByRole('button').first().textContent()).toContain(reference);
		}));

	it('takes an outcome by keys, shows the next one, and tells the record', () =>
		stage().visit('officer', async ({ page }) => {
			const { keyboard } = page;
			await openQueue(page);
			await page.getByRole('button', { name: /^Outcome/ }).waitFor();
			const reference = (await currentReference(page)) ?? '';
			await keyboard.press('o');
			await page.getByRole('form', { name: 'Outcome of the inspection' }).waitFor();
			await keyboard.press('3');
			await expect
				.poll(() => page.locator('input:focus').getAttribute('placeholder'))
				.toBe('a code, Enter adds it');
			await keyboard.type('Cash');
			await keyboard.press('Enter');
			await page.getByLabel('Recovered').fill('1 250,50');
			await keyboard.press('Enter');
			await rowOf(page, reference).getByText('offence').waitFor();
			await expect.poll(() => currentReference(page)).not.toBe(reference);

			await page.getByText('Inspected', { exact: true }).click();
			await page.waitForURL(/state=inspected/);
			await rowOf(page, reference).waitFor();
			await shown(page)
				.getByText(/recovered 1,250.5/)
				.waitFor();
			// Told now that nothing can be done less carefully any more.
			await shown(page).getByText('This decided.').waitFor();
			await shown(page).getByRole('link', { name: 'Open the record' }).click();
			await page.getByRole('heading', { level: 1, name: new RegExp(reference) }).waitFor();
			await page.getByRole('region', { name: 'Lane' }).getByText('offence').waitFor();
		}));

	it('does not tell the one who inspects what chose a record, before the outcome', () =>
		stage().visit('officer', async ({ page }) => {
			await openQueue(page);
			expect(await page.getByLabel('Chosen by').count()).toBe(0);
			expect(await shown(page).getByText('This decided.').count()).toBe(0);
			await shown(page)
				.getByText(/is shown once the outcome is recorded/)
				.waitFor();
			await shown(page).getByRole('link', { name: 'In plain words' }).click();
			await page.getByText('Not before the outcome').waitFor();
		}));

	it('puts everything that went in on one page for the person concerned', () =>
		stage().visit('analyst', async ({ page }) => {
			await openQueue(page);
			await shown(page).getByRole('link', { name: 'In plain words' }).click();
			const letter = page.getByRole('article');
			await letter.getByRole('heading', { name: 'What was not used' }).waitFor();
			for (const each of ['nationality', 'religion', 'health'])
				await letter.getByRole('listitem').filter({ hasText: each }).waitFor();
			await page.emulateMedia({ media: 'print' });
			expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
			expect(await page.getByRole('navigation').count()).toBe(0);
		}));
}
