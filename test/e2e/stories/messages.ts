/** Messages between two nodes of the program, each in its own console: asked, cut, answered, corrected, taken back. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { known, type Stage } from '../stage.ts';

const GROUNDS = 'The container was seen twice in one week';

const preview = (page: Page) => page.getByRole('region', { name: 'What leaves' });
const sends = async (page: Page) => {
	await page.keyboard.press('Control+Enter');
	await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
};
const list = (page: Page) => page.getByRole('list', { name: 'Messages' });

export function messageStories(stage: () => Stage): void {
	let asked = '';

	it('shares a record from its page: what leaves is shown before it is sent, and what stays', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto(`/records?search=${known.reference}`);
			await page.getByRole('link', { name: known.reference }).first().click();
			await page.getByRole('heading', { level: 1 }).waitFor();
			await page.getByRole('link', { name: 'Share…' }).click();
			await page.waitForURL(/\/messages\/new\?records=/);
			await page.getByLabel('To, under which agreement').selectOption('fiu-customs');
			await page.getByLabel('Kind', { exact: true }).selectOption('request');
			await page.getByLabel('Purpose').selectOption('money-laundering');
			await preview(page).getByText(known.reference).waitFor();
			await preview(page)
				.getByText(/values stay here/)
				.waitFor();
			expect(await preview(page).textContent()).toContain('not named by it');
			// Nothing is sent before it says why.
			await page.keyboard.press('Control+Enter');
			await page.getByText('Say on what grounds').first().waitFor();
			await page.getByLabel('Grounds').fill(GROUNDS);
			await page.getByLabel('Urgency').selectOption('urgent');
			await preview(page).getByText(GROUNDS).waitFor();
			await expect.poll(() => preview(page).getAttribute('aria-busy')).toBe('false');
			await sends(page);
			asked = page.url().split('/').at(-1) ?? '';
			await page.getByRole('heading', { level: 1, name: /^Request to/ }).waitFor();
			await page
				.getByRole('region', { name: 'Receipts and delivery' })
				.getByText('Delivered', { exact: true })
				.waitFor();
		}));

	it('opens a message only when it is asked to, and answers it in part', () =>
		stage().visit(
			'supervisor',
			async ({ page }) => {
				await page.goto('/messages?state=to-answer&partner=customs');
				await list(page).getByRole('button').filter({ hasText: 'due in 7 h' }).first().click();
				await page.getByText('Nobody here has opened it').waitFor();
				await page.keyboard.press('o');
				const message = page.getByRole('region', { name: 'Message', exact: true });
				await message.getByText(GROUNDS).waitFor();
				await message.getByText(known.reference).first().waitFor();
				await page.keyboard.press('r');
				await page.waitForURL(/\/messages\/new\?.*kind=reply/);
				await page.getByText(GROUNDS).waitFor();
				await page.getByRole('radio', { name: 'In part' }).check();
				await page.getByLabel('Ground', { exact: true }).fill('ongoing-investigation');
				await page.getByLabel('Text').fill('Ask again in March.');
				await preview(page).getByText('graded').waitFor();
				await page.getByLabel('Source').selectOption('B');
				await page.getByLabel('Information').selectOption('2');
				await preview(page).getByText('usually reliable').waitFor();
				await expect.poll(() => preview(page).getAttribute('aria-busy')).toBe('false');
				await sends(page);
				await page.getByRole('heading', { level: 1, name: /^Reply to/ }).waitFor();
			},
			{ node: 'fiu' },
		));

	it('shows on both sides what came of it, and sends feedback', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto(`/messages/${asked}`);
			const receipts = page.getByRole('region', { name: 'Receipts and delivery' });
			await receipts.getByText('Opened', { exact: true }).waitFor();
			await receipts.getByText('Answered', { exact: true }).waitFor();
			await page
				.getByRole('region', { name: 'Correspondence' })
				.getByRole('link', { name: /^Reply/ })
				.click();
			await page.getByText('Ask again in March.').waitFor();
			await page.keyboard.press('f');
			await page.waitForURL(/kind=feedback/);
			await page.getByRole('radio', { name: 'Useful', exact: true }).check();
			await preview(page).getByText('it helped').first().waitFor();
			await expect.poll(() => preview(page).getAttribute('aria-busy')).toBe('false');
			await sends(page);
			await page.getByRole('heading', { level: 1, name: /^Feedback to/ }).waitFor();
		}));

	it('takes back what was sent: the other side keeps that it was there, and not what it said', async () => {
		await stage().visit('supervisor', async ({ page }) => {
			await page.goto(`/messages/${asked}`);
			await page.getByText(GROUNDS).first().waitFor();
			await page.keyboard.press('w');
			await page.waitForURL(/kind=recall/);
			await page.getByLabel('Reason').fill('It was another container');
			await preview(page).getByText('It was another container').waitFor();
			await expect.poll(() => preview(page).getAttribute('aria-busy')).toBe('false');
			await sends(page);
			await page
				.getByRole('region', { name: 'Receipts and delivery' })
				.getByText('Delivered', { exact: true })
				.waitFor();
		});
		await stage().visit(
			'supervisor',
			async ({ page }) => {
				await page.goto(`/messages/${asked}`);
				await page.getByText('What it said is deleted.').waitFor();
				expect(await page.getByText(GROUNDS).count()).toBe(0);
			},
			{ node: 'fiu' },
		);
	});

	it('shows messages to the data-protection officer, who sends none', () =>
		stage().visit('data-protection-officer', async ({ page }) => {
			await page.goto('/messages');
			await list(page).getByRole('button').first().waitFor();
			expect(await page.getByRole('button', { name: 'Write' }).count()).toBe(0);
			await page.goto('/messages/new');
			await page.getByText('Your role may not send messages').waitFor();
		}));
}
