/** Pages of screening, for the story that looks at every page; and the list that has something to show on them. */
import type { Page } from 'playwright-core';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';
import { loadWatchList, watchList } from './watch-list.ts';

const LIST = 'e2e-looked-at';
const NAME = 'Sigfast Tormod Grindaheimen';
const OWN_LIST = 'e2e-looked-at-own';
const row = (born: string) => `L-1,person,${NAME},${born},NO,,TEST,refuse,H2,The test,Section 7`;

/** A list in two versions with a hit, and a list of one's own. */
export async function prepareScreeningViews(stage: Stage): Promise<void> {
	for (const born of ['1964', '1964-08-09'])
		await loadWatchList(stage, LIST, 'Looked at by the test', watchList(row(born)));
	await sendAll(stage, [cashDeclaration('E2E-LOOK-1', { full: NAME, bornOn: '1964-08-09' })]);
	await stage.visit('supervisor', async ({ context }) => {
		await context.request.post(`/api/lists/${OWN_LIST}`, { data: { name: 'Written by the test' } });
	});
}

const openHit = async (page: Page) => {
	await page.goto(`/hits?list=${LIST}`);
	await page.getByRole('table', { name: 'Evidence' }).waitFor();
};

const tabs = [
	['entries', ''],
	['changes', 'changes'],
	['preview', 'preview'],
	['versions', 'versions'],
	['settings', 'settings'],
] as const;

/** Who looks, and how one gets there. */
export const screeningViews: readonly {
	name: string;
	who: 'analyst' | 'officer' | 'administrator';
	open: (page: Page) => Promise<void>;
}[] = [
	{ name: 'hits', who: 'officer', open: openHit },
	{
		name: 'hits, deciding',
		who: 'analyst',
		open: async (page) => {
			await openHit(page);
			await page.keyboard.press('d');
			await page.getByRole('list', { name: 'Reasons given before' }).waitFor();
		},
	},
	{
		name: 'hit',
		who: 'analyst',
		open: async (page) => {
			await openHit(page);
			await page.getByRole('link', { name: 'Open', exact: true }).click();
			await page.getByRole('heading', { level: 1, name: /Grindaheimen/ }).waitFor();
		},
	},
	{
		name: 'lists',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/lists');
			await page.getByRole('table').waitFor();
		},
	},
	{
		name: 'lists, loading',
		who: 'administrator',
		open: async (page) => {
			await page.goto('/lists');
			await page.getByRole('table').waitFor();
			await page.keyboard.press('a');
			await page.getByRole('dialog', { name: 'Load a list' }).waitFor();
		},
	},
	...tabs.map(([tab, address]) => ({
		name: `list, ${tab}`,
		who: 'administrator' as const,
		open: async (page: Page) => {
			await page.goto(`/lists/${LIST}${address && `?tab=${address}`}`);
			const inside = page.getByRole('tabpanel');
			await inside
				.getByRole('table')
				.or(inside.getByRole('button', { name: 'Save' }))
				.or(inside.getByRole('list', { name: 'Entries' }))
				.first()
				.waitFor();
		},
	})),
	{
		name: 'list, writing an entry',
		who: 'analyst',
		open: async (page) => {
			await page.goto(`/lists/${OWN_LIST}`);
			await page.getByRole('button', { name: 'Add' }).click();
			await page.getByRole('dialog', { name: /^Add to/ }).waitFor();
		},
	},
	{
		name: 'screen, asking',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/screen');
			await page.getByLabel('Name', { exact: true }).fill(NAME);
			await page.getByRole('button', { name: 'More' }).click();
			await page.getByRole('button', { name: /^Ask/ }).click();
			await page.getByRole('heading', { level: 3, name: NAME }).waitFor();
		},
	},
	{
		name: 'screen, a file',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/screen?tab=batch');
			await page.getByRole('button', { name: 'Screen the file' }).waitFor();
		},
	},
];
