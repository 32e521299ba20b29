import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';

/** Two records that one passport joins. */
const passport = { scheme: 'passport', value: 'N7712345', issuer: 'NO' };
const crossings = [
	cashDeclaration('E2E-ENT-1', { full: 'Ragnfrid Solveig Oterhals', bornOn: '1971-03-02' }, [passport]),
	cashDeclaration('E2E-ENT-2', { full: 'OTERHALS RAGNFRID', bornOn: '1971-03-02' }, [passport]),
];

/**
 * The same name twice, and one of the two says nothing else: enough to suspect, too little to join. Common names and rare
 * ones, so that some wait in the queue whatever shares a model gives them.
 */
const lookalikes = [
	'Eystein Brattbakk',
	'Dagfinn Aksnesvik',
	'Johanna Visser',
	'Stephen Harris',
	'Kari Haugen',
].flatMap((full, at) => [
	cashDeclaration(`E2E-ALIKE-${at}-A`, { full }),
	cashDeclaration(`E2E-ALIKE-${at}-B`, { full, bornOn: '1990-01-31' }),
]);

const rows = (page: Page) => page.locator('.list-row').filter({ has: page.locator('.entity-link') });

/** Until what was sent has been resolved, a moment after it was acknowledged. */
async function resolved(page: Page, search: string, entities: number): Promise<void> {
	await expect
		.poll(
			async () => {
				const answer = await page.context().request.get(`/api/entities?search=${encodeURIComponent(search)}`);
				return ((await answer.json()) as { items: unknown[] }).items.length;
			},
			{ timeout: 20_000 },
		)
		.toBe(entities);
}

export function entityStories(stage: () => Stage): void {
	beforeAll(() => sendAll(stage(), [...crossings, ...lookalikes]));

	it('finds a person by her name the other way round, and tells all that records say of her', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/entities');
			await resolved(page, 'oterhals', 1);
			await rows(page).first().waitFor();
			await page.keyboard.press('/');
			await page.keyboard.type('oterhals ragnfrid');
			await page.keyboard.press('Enter');
			await page.waitForURL(/search=oterhals/);
			await expect.poll(() => rows(page).count()).toBe(1);
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { level: 1, name: /Oterhals/i }).waitFor();

			const known = page.getByRole('complementary', { name: 'What is known' });
			expect(await known.textContent()).toContain('N7712345');
			expect(await known.textContent()).toContain('1971-03-02');
			const timeline = page.getByRole('table', { name: 'Records, newest first' });
			await timeline.getByRole('link', { name: 'E2E-ENT-1' }).waitFor();
			await page.keyboard.press('j');
			await timeline.locator('.timeline-line.current').getByRole('link', { name: 'E2E-ENT-1' }).waitFor();
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { level: 1, name: 'Cash declaration E2E-ENT-1' }).waitFor();
			await page.goBack();
			await timeline.waitFor();
			await page.keyboard.press('b');
			await page.waitForURL(/\/entities\?/);
		}));

	it('says what splits before a judgement is taken back, and what became of it', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/entities?search=oterhals');
			await resolved(page, 'oterhals', 1);
			await rows(page).getByRole('link').click();
			await page.getByRole('heading', { level: 1, name: /Oterhals/i }).waitFor();
			await page.keyboard.press('2');
			const judgements = page.getByRole('table', { name: 'Judgements', exact: true });
			await judgements.getByText('holds alone').waitFor();
			await page.keyboard.press('j');
			await page.getByRole('table', { name: /^Evidence/ }).waitFor();
			await page.keyboard.press('t');
			const dialog = page.getByRole('dialog', { name: 'Take this judgement back' });
			await dialog.getByText('The entity splits: mention 1 on one side, mention 2 on the other.').waitFor();
			const confirm = dialog.getByRole('button', { name: 'Take it back' });
			expect(await confirm.isDisabled()).toBe(true);
			await dialog.getByLabel('Reason').fill('The passport was lent to her sister');
			await confirm.click();
			await dialog.waitFor({ state: 'detached' });
			await page.getByText('The two mentions are in two entities now.').waitFor();
			await resolved(page, 'oterhals', 2);
			await page.getByRole('link', { name: 'Show the other one' }).click();
			await page.waitForURL((url) => !url.search.includes('tab='));
			await page.getByRole('heading', { level: 1, name: /Oterhals/i }).waitFor();
			await page.keyboard.press('6');
			await page.getByRole('columnheader', { name: 'What' }).waitFor();
			expect(await page.getByRole('tabpanel').textContent()).toMatch(/split/i);
		}));

	it('works through candidates by keys: same, with a reason, the next one, and back', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/');
			await page.getByText('Most frequent findings').waitFor();
			await page.keyboard.press('g');
			await page.keyboard.press('c');
			await page.waitForURL(/\/candidates/);
			const list = page.getByRole('list', { name: 'Candidates' });
			await list.getByRole('button').first().waitFor();
			const detail = page.getByRole('region', { name: 'Candidate', exact: true });
			await detail.locator('.comparison').waitFor();
			const pair = await detail.getByRole('heading', { level: 2 }).textContent();

			await page.keyboard.press('s');
			await page.keyboard.type('ok');
			await page.keyboard.press('Enter');
			expect(await detail.getByRole('button', { name: 'Say same' }).isDisabled()).toBe(true);
			await page.keyboard.type(': seen by the broker');
			await page.keyboard.press('Enter');
			const last = page.getByRole('status').filter({ hasText: 'Take back' });
			expect(await last.textContent()).toMatch(/^Same: /);

			await page.keyboard.press('z');
			await last.waitFor({ state: 'detached' });
			await expect.poll(() => detail.getByRole('heading', { level: 2 }).textContent()).toBe(pair);
			await page.getByText('Different', { exact: true }).first().click();
			await page.waitForURL(/state=different/);
		}));

	it('lets an officer see why an entity is one, and leaves judging to analysts', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/entities?search=brattbakk');
			await rows(page).first().getByRole('link').click();
			await page.getByRole('heading', { level: 1, name: /Brattbakk/i }).waitFor();
			await page.getByRole('tab', { name: /Why it is one/ }).click();
			expect(await page.getByRole('button', { name: 'Take back' }).count()).toBe(0);
			await page.goto('/candidates');
			await page.getByRole('heading', { name: 'Candidates', level: 1 }).waitFor();
			expect(await page.getByRole('region', { name: 'Judgement' }).count()).toBe(0);
		}));

	it('says so where an address names nobody', () =>
		stage().visit('analyst', async ({ page, expectStatus }) => {
			expectStatus(404);
			await page.goto('/entities/01a00000-0000-7000-8000-000000000000');
			await page.getByRole('heading', { level: 1, name: 'There is no such entity' }).waitFor();
		}));
}
