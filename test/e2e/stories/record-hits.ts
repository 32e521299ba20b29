import type { APIRequestContext } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';

const watched = [
	{ list: 'e2e-inquiry', action: 'inquiry', name: 'Haakon Sigvald Tverrfjellet', reference: 'E2E-HIT-1' },
	{ list: 'e2e-discreet', action: 'discreet-check', name: 'Borghild Aslaug Sagmoen', reference: 'E2E-HIT-2' },
] as const;

async function post(request: APIRequestContext, path: string, data: object): Promise<void> {
	const answer = await request.post(`/api${path}`, { data });
	if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}

/** Lists of one's own with one person each, and a record of each person that comes in afterwards. */
async function prepare(stage: Stage): Promise<void> {
	await stage.visit('supervisor', async ({ context }) => {
		for (const { list, action, name } of watched) {
			await post(context.request, `/lists/${list}`, {
				name: `Watched for the test: ${action}`,
				thresholds: { money: 0.7 },
				instruction: { action, category: 'cash', owner: 'The test', legalBasis: 'The test' },
			});
			await post(context.request, `/lists/${list}/entries`, {
				entry: {
					key: 'one',
					kind: 'person',
					names: [{ full: name, quality: 'primary' }],
					born: [{ from: '1969-12-24' }],
				},
				reason: 'Invented for the test',
			});
		}
	});
	await sendAll(
		stage,
		watched.map(({ name, reference }) => cashDeclaration(reference, { full: name, bornOn: '1969-12-24' })),
	);
}

/** The page of a record, by its reference. */
const open = (reference: string) => `/records?search=${reference}`;

export function recordHitStories(stage: () => Stage): void {
	beforeAll(() => prepare(stage()));

	it('says at the head of a record that somebody in it is on a list, and who is in it', () =>
		stage().visit('analyst', async ({ page }) => {
			const [{ name, reference }] = watched;
			await expect
				.poll(
					async () => {
						const answer = await page.context().request.get('/api/hits?list=e2e-inquiry');
						return ((await answer.json()) as { items: unknown[] }).items.length;
					},
					{ timeout: 20_000 },
				)
				.toBe(1);
			await page.goto(open(reference));
			await page.getByRole('link', { name: reference }).click();
			const notice = page.getByRole('note').filter({ hasText: '1 open hit' });
			await notice.waitFor();
			expect(await notice.textContent()).toContain('Inquiry');
			const hits = page.getByRole('region', { name: 'Hits' });
			expect(await hits.textContent()).toContain(name);

			const people = page.getByRole('region', { name: 'Who is in it' });
			await expect.poll(() => people.textContent(), { timeout: 10_000 }).toContain('in this record only');
			await people.getByRole('button', { name: 'Cash carrier' }).click();
			await page.waitForURL(/at=carrier/);
			await people.getByRole('link', { name }).click();
			await page.getByRole('heading', { level: 1, name }).waitFor();
			await page.goBack();
			await hits.getByRole('link', { name }).click();
			await page.waitForURL(/\/hits\//);
		}));

	it('shows nothing of a discreet check but plain words among others', () =>
		stage().visit('officer', async ({ page }) => {
			const [, { name, reference }] = watched;
			await page.goto(open(reference));
			await page.getByRole('link', { name: reference }).click();
			const hits = page.getByRole('region', { name: 'Hits' });
			await hits.getByText(name).waitFor();
			expect(await page.getByRole('note').count()).toBe(0);
			expect(await hits.locator('.chip, .action-shape').count()).toBe(0);
			expect(await page.locator('.detail-facts').textContent()).toContain('1 open');
		}));
}
