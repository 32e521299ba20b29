/** Pages of rules, models and fairness, for the story that looks at every page. */
import type { Page } from 'playwright-core';
import { withMadeModels } from './made-model.ts';

/** A rule that comes with the program, by one of its tabs. */
const openRule = async (page: Page, tab: string) => {
	await page.goto('/rules?subject=goods-item');
	await page.locator('.rule-link').first().click();
	await page.getByRole('tab', { name: tab }).click();
	await page.getByRole('tab', { name: tab, selected: true }).waitFor();
};

/** Who looks, and how one gets there. */
export const ruleViews: readonly {
	name: string;
	who: 'analyst' | 'officer' | 'supervisor';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'rules',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/rules');
			await page.locator('.rule-link').first().waitFor();
		},
	},
	...(['Rule', 'Backtest', 'How it does', 'History'] as const).map((tab) => ({
		name: `rule, ${tab.toLowerCase()}`,
		who: 'analyst' as const,
		open: (page: Page) => openRule(page, tab),
	})),
	{
		name: 'rule, after a backtest',
		who: 'supervisor',
		open: async (page) => {
			await openRule(page, 'Backtest');
			await page.keyboard.press('b');
			await page.getByRole('region', { name: 'What it would have chosen' }).waitFor();
		},
	},
	{
		name: 'rule, retiring',
		who: 'supervisor',
		open: async (page) => {
			await openRule(page, 'Rule');
			await page.keyboard.press('t');
			await page.getByRole('dialog', { name: /^Retire/ }).waitFor();
		},
	},
	{
		name: 'rule, being written',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/rules-new');
			await page.locator('.language-item').first().waitFor();
			await page.getByLabel('Condition', { exact: true }).fill('item.nothing');
			await page.getByRole('button', { name: /^Condition, line 1/ }).waitFor();
			await page.getByRole('button', { name: 'Case that fires' }).click();
		},
	},
	{
		name: 'models',
		who: 'supervisor',
		open: async (page) => {
			await withMadeModels(page.context());
			await page.goto('/models');
			await page.getByRole('table').waitFor();
		},
	},
	{
		name: 'model',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/models/2');
			await page.getByRole('heading', { level: 1, name: /Model 2/ }).waitFor();
		},
	},
	{
		name: 'fairness',
		who: 'supervisor',
		open: async (page) => {
			await page.goto('/fairness');
			await page.locator('.fairness-table').waitFor();
		},
	},
];
