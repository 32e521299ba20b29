import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';
import { loadWatchList, watchList } from './watch-list.ts';

const LIST = 'e2e-queue';

/** Invented persons of rare names, as the list has them and as a record has them; the newest hit is that of the last. */
const persons = [
	{ reference: 'E2E-QUEUE-1', full: 'Torgrim Halvdan Uvdalsbakken', bornOn: '1961-02-03', action: 'refuse' },
	{
		reference: 'E2E-QUEUE-2',
		full: 'Ragnfrid Solveig Kvitebergmo',
		bornOn: '1972-03-04',
		action: 'discreet-check',
	},
	{
		reference: 'E2E-QUEUE-3',
		full: 'Ingebrigt Aasmund Storfjordnes',
		bornOn: '1983-04-05',
		action: 'inquiry',
	},
] as const;
const [refused, discreet, inquiry] = persons;

const queue = (page: Page) => page.getByRole('list', { name: 'Hits' });
const rowOf = (page: Page, { full }: { full: string }) => queue(page).getByRole('button', { name: full });
const shown = (page: Page) => page.getByRole('region', { name: 'Hit', exact: true });

async function openQueue(page: Page, more = ''): Promise<void> {
	await page.goto(`/hits?list=${LIST}${more}`);
	await queue(page).waitFor();
}

export function hitStories(stage: () => Stage): void {
	beforeAll(async () => {
		await loadWatchList(
			stage(),
			LIST,
			'Queue of the test',
			watchList(
				...persons.map(
					({ full, bornOn, action }, at) =>
						`Q-${at + 1},person,${full.toUpperCase()},${bornOn},NO,,TEST,${action},H2,The test,Section ${at + 1}`,
				),
			),
		);
		await sendAll(
			stage(),
			persons.map(({ reference, full, bornOn }) => cashDeclaration(reference, { full, bornOn })),
		);
		await stage().visit('analyst', async ({ context }) => {
			const raised = async () => {
				const answer = await context.request.get(`/api/hits?list=${LIST}`);
				return ((await answer.json()) as { items: unknown[] }).items.length;
			};
			while ((await raised()) < persons.length) await sleep(200);
		});
	});

	it('shows why it is a hit: names part by part, evidence, both sides, what is asked for', () =>
		stage().visit('analyst', async ({ page }) => {
			await openQueue(page);
			await rowOf(page, refused).click();
			const hit = shown(page);
			await hit.getByRole('heading', { level: 2, name: /Uvdalsbakken/ }).waitFor();
			const parts = hit.getByRole('list', { name: /^Record: Torgrim/ });
			expect(await parts.getByRole('listitem').count()).toBe(3);
			const evidence = hit.getByRole('table', { name: 'Evidence' });
			const born = evidence.getByRole('row').filter({ hasText: 'Date of birth' });
			expect(await born.textContent()).toContain('+');
			const sides = hit.getByRole('table', { name: /^Record: person/ });
			expect(await sides.getByRole('row').filter({ hasText: 'Born' }).textContent()).toContain(
				refused.bornOn,
			);
			expect(await hit.getByText('Section 1').count()).toBe(1);
			await hit.getByRole('link', { name: refused.reference }).click();
			await page.getByRole('heading', { level: 1, name: new RegExp(refused.reference) }).waitFor();
		}));

	it('is worked from the keyboard: dismissed with an offered reason, taken back, confirmed, opened again', () =>
		stage().visit('analyst', async ({ page }) => {
			const { keyboard } = page;
			await openQueue(page);
			await shown(page)
				.getByRole('heading', { name: /Storfjordnes/ })
				.waitFor();
			await keyboard.press('d');
			const reason = shown(page).getByRole('textbox');
			await reason.and(page.locator(':focus')).waitFor();
			await keyboard.press('1');
			expect((await reason.inputValue()).length).toBeGreaterThan(3);
			await keyboard.press('Enter');
			// The next one that waits is shown; the one that was decided stays where it stood.
			await shown(page)
				.getByRole('heading', { name: /Kvitebergmo/ })
				.waitFor();
			expect(await rowOf(page, inquiry).textContent()).toContain('dismissed');
			await page.getByText('Dismissed:').waitFor();
			await keyboard.press('z');
			await shown(page)
				.getByRole('heading', { name: /Storfjordnes/ })
				.waitFor();
			await expect.poll(() => rowOf(page, inquiry).textContent()).not.toContain('dismissed');

			await keyboard.press('c');
			await keyboard.type('The passport was seen');
			await keyboard.press('Enter');
			await shown(page)
				.getByRole('heading', { name: /Kvitebergmo/ })
				.waitFor();
			await page.getByText('Confirmed', { exact: true }).click();
			await page.waitForURL(/state=confirmed/);
			await rowOf(page, inquiry).waitFor();
			await shown(page).getByText('The passport was seen').first().waitFor();

			await keyboard.press('o');
			await keyboard.type('The passport was that of another');
			await keyboard.press('Enter');
			const history = shown(page).locator('.hit-history');
			await history.getByText('The passport was that of another').waitFor();
			expect(await history.getByRole('listitem').count()).toBe(5);
		}));

	it('moves by j and k, and has an address of its own for each hit', () =>
		stage().visit('analyst', async ({ page }) => {
			const { keyboard } = page;
			await openQueue(page);
			await shown(page)
				.getByRole('heading', { name: /Storfjordnes/ })
				.waitFor();
			await keyboard.press('j');
			await keyboard.press('j');
			await shown(page)
				.getByRole('heading', { name: /Uvdalsbakken/ })
				.waitFor();
			await keyboard.press('k');
			await shown(page)
				.getByRole('heading', { name: /Kvitebergmo/ })
				.waitFor();
			const address = page.url();
			await keyboard.press('Enter');
			await page.getByRole('heading', { level: 1, name: /Kvitebergmo/ }).waitFor();
			expect(new URL(page.url()).pathname).toMatch(/^\/hits\/[0-9a-f-]{36}$/);
			await page.goto(address);
			await shown(page)
				.getByRole('heading', { name: /Kvitebergmo/ })
				.waitFor();
		}));

	it('filters by what is asked for, and keeps a discreet check discreet', () =>
		stage().visit('analyst', async ({ page }) => {
			await openQueue(page, '&action=discreet-check');
			await expect.poll(() => queue(page).getByRole('button').count()).toBe(1);
			await rowOf(page, discreet).getByText('discreet check').waitFor();
			// No shape and no colour: nothing that can be read across a counter.
			expect(await page.locator('.action-shape').count()).toBe(0);
		}));

	it('lets an officer look, and leaves the decision to an analyst', () =>
		stage().visit('officer', async ({ page }) => {
			await openQueue(page);
			await shown(page).getByRole('heading', { level: 2 }).first().waitFor();
			expect(await page.getByRole('button', { name: /^(Confirm|Dismiss)/ }).count()).toBe(0);
			await page.keyboard.press('d');
			expect(await shown(page).getByRole('textbox').count()).toBe(0);
		}));
}
