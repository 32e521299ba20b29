import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

const LIST = [
	'key,kind,name,born,passport',
	'M-1,person,Torbjorg Fjellhamar,1961-02-11,',
	'M-2,person,Ansgar Skogheim,1974-07-30,',
].join('\n');

/** The same persons are on a list at the FIU and at customs. */
async function loadAt(stage: Stage, node: string): Promise<void> {
	await stage.visit(
		'supervisor',
		async ({ context }) => {
			const answer = await context.request.post(
				'/api/lists/e2e-matching/versions?name=Matching&file=list.csv',
				{
					data: Buffer.from(LIST),
					headers: { 'content-type': 'application/octet-stream' },
				},
			);
			expect(answer.ok()).toBe(true);
		},
		{ node },
	);
}

const offers = (page: Page) => page.getByRole('region', { name: 'Offers to ask, and answers' });
const ofFiu = (page: Page) => offers(page).getByRole('row').filter({ hasText: 'fiu-customs' });

const tickOfFiu = (page: Page) => ofFiu(page).getByRole('checkbox').first();

/** Chooses the agreement, the purpose and one kind in an open dialog. */
async function fillTerms(page: Page, title: string): Promise<ReturnType<Page['getByRole']>> {
	const dialog = page.getByRole('dialog', { name: title });
	await dialog.getByLabel('Agreement').selectOption('fiu-customs');
	await dialog.getByLabel('Purpose').selectOption('money-laundering');
	await dialog.getByText('Person', { exact: true }).click();
	return dialog;
}

export function matchingStories(stage: () => Stage): void {
	it('offers identifiers to a partner', async () => {
		await loadAt(stage(), 'fiu');
		await loadAt(stage(), 'customs');
		await stage().visit(
			'supervisor',
			async ({ page }) => {
				await page.goto('/matching?tab=offers');
				await page.getByRole('heading', { name: 'What we offer' }).waitFor();
				await page.keyboard.press('n');
				const dialog = await fillTerms(page, 'Offer identifiers for matching');
				await dialog.getByRole('button', { name: 'Offer', exact: true }).click();
				await dialog.waitFor({ state: 'detached' });
				const given = page.getByRole('region', { name: 'What we offer' }).getByRole('row');
				await given.filter({ hasText: 'fiu-customs' }).first().waitFor();
			},
			{ node: 'fiu' },
		);
	});

	it('asks a partner, shows hit and no hit in place, and goes on to a request that names nobody in its address', () =>
		stage().visit('analyst', async ({ page }) => {
			// The offer travels as a message does.
			await expect
				.poll(async () => {
					await page.goto('/matching');
					await offers(page).waitFor();
					return ofFiu(page).count();
				})
				.toBeGreaterThan(0);
			await page.keyboard.press('/');
			await page.keyboard.type('Torbjørg FJELLHAMAR');
			await page.getByText('a name alone is borne by many').waitFor();
			await page.getByLabel('Date or year of birth').fill('1961-02-11');
			await page.getByLabel('Case').fill('C-77');
			// Nobody is asked who is not ticked; where there is one offer alone, it is.
			await tickOfFiu(page).uncheck();
			await page.getByText('Tick below whom to ask').waitFor();
			await tickOfFiu(page).check();
			await page.keyboard.press('Enter');
			await ofFiu(page).getByText('Hit', { exact: true }).waitFor();
			expect(page.url()).not.toContain('FJELL');

			await page.getByLabel('Name of the person').fill('Torvald Ukjentsen');
			expect(await ofFiu(page).getByText('Hit', { exact: true }).count()).toBe(0);
			await page.keyboard.press('Enter');
			await ofFiu(page).getByText('No hit').waitFor();

			await page.getByLabel('Name of the person').fill('Torbjorg Fjellhamar');
			await page.keyboard.press('Enter');
			await ofFiu(page).getByText('Hit', { exact: true }).waitFor();
			await page.keyboard.press('m');
			await page.waitForURL(/\/messages\/new\?/);
			expect(page.url()).toMatch(/agreement=fiu-customs/);
			expect(page.url()).toMatch(/case=C-77/);
			expect(page.url()).not.toMatch(/Fjell|1961/);
		}));

	it('keeps on both sides that a question was put, and not what was asked', async () => {
		await stage().visit('analyst', async ({ page }) => {
			await page.goto('/matching?tab=questions&side=ours');
			const rows = page.getByRole('grid', { name: 'Questions' }).getByRole('row');
			await rows.filter({ hasText: 'C-77' }).first().waitFor();
			expect(await rows.filter({ hasText: 'C-77' }).first().textContent()).toContain('analyst');
			expect(await page.getByRole('grid').textContent()).not.toMatch(/Fjellhamar/i);
			await page
				.getByRole('region', { name: 'Budgets' })
				.getByText(/of 2,000 left/)
				.first()
				.waitFor();
		});
		await stage().visit(
			'analyst',
			async ({ page }) => {
				await page.goto('/matching?tab=questions&side=theirs');
				const rows = page.getByRole('grid', { name: 'Questions' }).getByRole('row');
				await rows.filter({ hasText: 'asked by Customs' }).first().waitFor();
				await rows.filter({ hasText: 'whether it hit only the asker knows' }).first().waitFor();
			},
			{ node: 'fiu' },
		);
	});

	it('counts what is on both sides, and says which ones once both have consented', async () => {
		await stage().visit('analyst', async ({ page }) => {
			await page.goto('/matching?tab=intersections');
			await page.getByRole('button', { name: 'New intersection' }).first().waitFor();
			await page.keyboard.press('n');
			const dialog = await fillTerms(page, 'Count what is on both sides');
			await dialog.getByRole('button', { name: 'Count', exact: true }).click();
			await dialog.waitFor({ state: 'detached' });
			const detail = page.getByRole('region', { name: 'Intersection', exact: true });
			await detail.getByText('Nobody has consented yet').waitFor();
			await page.keyboard.press('c');
			await page.keyboard.type('Agreed by phone');
			await page.keyboard.press('Enter');
			await detail.getByText('the partner has not yet').waitFor();
		});
		await stage().visit(
			'analyst',
			async ({ page }) => {
				await page.goto('/matching?tab=intersections');
				const detail = page.getByRole('region', { name: 'Intersection', exact: true });
				await detail.getByText('The partner has consented').waitFor();
				await detail.getByLabel('Reason').fill('Agreed by phone');
				await detail.getByRole('button', { name: 'Consent' }).click();
				await detail.getByText('1961-02-11').waitFor();
			},
			{ node: 'fiu' },
		);
	});

	it('withdraws an offer, and the partner can ask no more', async () => {
		await stage().visit(
			'supervisor',
			async ({ page }) => {
				await page.goto('/matching?tab=offers');
				const given = page.getByRole('region', { name: 'What we offer' });
				const row = given.getByRole('row').filter({ hasText: 'Money laundering' }).first();
				await row.getByRole('button', { name: 'Withdraw' }).click();
				const dialog = page.getByRole('dialog', { name: 'Withdraw the offer' });
				await dialog.getByLabel('Reason').fill('Loaded by mistake');
				await dialog.getByRole('button', { name: 'Withdraw' }).click();
				await dialog.waitFor({ state: 'detached' });
				await expect
					.poll(() => given.getByRole('row').filter({ hasText: 'Money laundering' }).count())
					.toBe(0);
			},
			{ node: 'fiu' },
		);
		await stage().visit('analyst', async ({ page }) => {
			await expect
				.poll(async () => {
					await page.goto('/matching?tab=offers');
					const taken = page.getByRole('region', { name: 'What is offered to us' });
					await taken.waitFor();
					return taken
						.getByRole('row')
						.filter({ hasText: 'Money laundering' })
						.filter({ hasNotText: 'ended' })
						.count();
				})
				.toBe(0);
		});
	});
}
