import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cutOff, known, type Stage } from '../stage.ts';
import { agreementViews } from './agreement-views.ts';
import { assessmentViews, prepareAssessmentViews } from './assessment-views.ts';
import { matchingViews, prepareMatchingViews } from './matching-views.ts';
import { messageViews } from './message-views.ts';
import { purposeViews } from './purpose-views.ts';
import { requestViews } from './request-views.ts';
import { ruleViews } from './rule-views.ts';
import { prepareScreeningViews, screeningViews } from './screening-views.ts';

type Violation = {
	id: string;
	impact: string;
	help: string;
	nodes: { target: unknown; failureSummary: string }[];
};

let axe = '';

/** Serious and critical violations of WCAG 2.2 AA and of good practice on what is shown now. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	const found = (await page.evaluate(
		`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
	)) as Violation[];
	return found
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, impact, help, nodes }) =>
			[
				`${impact} ${id}: ${help}`,
				...nodes.slice(0, 3).map(({ failureSummary, target }) => `${target}: ${failureSummary}`),
			].join('\n'),
		);
}

/** What is looked at: where, as whom, and how one gets there. */
const views: readonly {
	name: string;
	who: 'nobody' | 'analyst' | 'administrator' | 'officer' | 'supervisor' | 'data-protection-officer';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'sign-in',
		who: 'nobody',
		open: async (page) => {
			await page.goto('/');
			await page.getByLabel('Password').waitFor();
		},
	},
	{
		name: 'retention',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/retention');
			await page.getByRole('button', { name: 'Change Bookings' }).click();
			await page.getByLabel('Delete after days').waitFor();
		},
	},
	{
		name: 'the law',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/law?article=record.export');
			await page.getByRole('button', { name: 'Narrow …' }).click();
			await page.getByRole('form', { name: 'Permit less here' }).waitFor();
		},
	},
	{
		name: 'account',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/account');
			await page.getByRole('button', { name: 'Set up a second factor' }).click();
			await page.getByLabel('Your password, once more').waitFor();
		},
	},
	{
		name: 'overview',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/');
			await page.getByText('Most frequent findings').waitFor();
		},
	},
	{
		name: 'records',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/records');
			await page.locator('.record-link').first().waitFor();
		},
	},
	...(['Parsed form', 'Original', 'History', 'Related'] as const).map((tab, at) => ({
		name: `record, ${tab.toLowerCase()}`,
		who: 'analyst' as const,
		open: async (page: Page) => {
			await page.goto(`/records?search=${known.reference}`);
			await page.getByRole('link', { name: known.reference }).click();
			await page.getByRole('tab', { name: tab }).click();
			await page.getByRole('tab', { name: tab, selected: true }).waitFor();
			if (at === 1) await page.getByRole('list', { name: 'Original' }).waitFor();
		},
	})),
	{
		name: 'entities',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/entities');
			await page.locator('.entity-link').first().waitFor();
		},
	},
	...(['Timeline', 'Why it is one', 'Compare', 'Candidates', 'Connected', 'History'] as const).map((tab) => ({
		name: `entity, ${tab.toLowerCase()}`,
		who: 'analyst' as const,
		open: async (page: Page) => {
			await page.goto('/entities?search=N7712345');
			await page.locator('.entity-link').first().click();
			await page.getByRole('tab', { name: tab }).click();
			await page.getByRole('tab', { name: tab, selected: true }).waitFor();
		},
	})),
	{
		name: 'candidates',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/candidates');
			await page.locator('.comparison').waitFor();
			await page.keyboard.press('d');
			await page.getByLabel('Reason for different').waitFor();
		},
	},
	{
		name: 'record with a hit',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/records?search=E2E-HIT-1');
			await page.locator('.record-link').first().click();
			await page.getByRole('region', { name: 'Hits' }).waitFor();
			await page.getByRole('region', { name: 'Who is in it' }).getByRole('link').first().waitFor();
		},
	},
	...screeningViews,
	...assessmentViews,
	...ruleViews,
	...messageViews,
	...matchingViews,
	...agreementViews,
	...purposeViews,
	...requestViews,
	{
		name: 'quarantine',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/quarantine');
			await page.getByText('What to do:').waitFor();
			await page.getByRole('list', { name: 'Original' }).waitFor();
		},
	},
	{
		name: 'API',
		who: 'officer',
		open: async (page) => {
			await page.goto('/reference');
			await page.getByRole('article').waitFor();
		},
	},
	{
		name: 'users',
		who: 'administrator',
		open: async (page) => {
			await page.goto('/users');
			await page.getByRole('table').waitFor();
		},
	},
	{
		name: 'keys',
		who: 'administrator',
		open: async (page) => {
			await page.goto('/keys');
			await page.getByRole('table').waitFor();
		},
	},
	{
		name: 'commands',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/records');
			await page.locator('.record-link').first().waitFor();
			await page.keyboard.press('Control+k');
			await page.getByRole('dialog').getByRole('combobox').waitFor();
		},
	},
	{
		name: 'keyboard shortcuts',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/records');
			await page.locator('.record-link').first().waitFor();
			await page.keyboard.press('?');
			await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
		},
	},
	{
		name: 'a page that is not there',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/nowhere');
			await page.getByRole('heading', { level: 1 }).waitFor();
		},
	},
];

export function accessibilityStories(stage: () => Stage): void {
	beforeAll(async () => {
		axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
		await stage().send('cut-off-too.xml', cutOff('E2E-CUT-2'));
		await prepareScreeningViews(stage());
		await prepareAssessmentViews(stage());
		await prepareMatchingViews(stage());
	});

	it.each(['light', 'dark'] as const)('has no serious violation on any page, %s', async (theme) => {
		const found: Record<string, string[]> = {};
		for (const who of [
			'nobody',
			'analyst',
			'officer',
			'supervisor',
			'administrator',
			'data-protection-officer',
		] as const)
			await stage().visit(
				who,
				async ({ page, expectStatus }) => {
					if (who === 'nobody') expectStatus(401);
					for (const view of views.filter((each) => each.who === who)) {
						await view.open(page);
						expect(await page.evaluate(`document.documentElement.classList.contains('bp6-dark')`)).toBe(
							theme === 'dark',
						);
						const here = await violations(page);
						if (here.length > 0) found[view.name] = here;
					}
				},
				{ theme },
			);
		expect(found).toEqual({});
	});

	it('changes from light to dark by the menu, and stays so', () =>
		stage().visit('analyst', async ({ page }) => {
			const background = () =>
				page.evaluate(`getComputedStyle(document.querySelector('.panel')).backgroundColor`);
			await page.goto('/');
			await page.getByText('Most frequent findings').waitFor();
			const light = await background();
			await page.getByRole('button', { name: /^Theme/ }).click();
			await page.getByRole('menuitem', { name: 'Dark' }).click();
			await expect.poll(background).not.toBe(light);
			const dark = await background();
			await page.reload();
			await page.getByText('Most frequent findings').waitFor();
			expect(await background()).toBe(dark);
		}));
}
