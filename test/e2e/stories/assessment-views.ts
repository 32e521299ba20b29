/** Pages of the queue, of assessments and of lanes, for the story that looks at every page; and a record that waits. */
import type { Page } from 'playwright-core';
import { cashDeclaration, type Stage, sendAll } from '../stage.ts';

const OFFICE = 'E2ELOOK';
const REFERENCE = 'E2E-LOOK-WAITS';

/** Its total is not what its parts add up to: it waits for a look at the papers. */
const waiting = {
	...cashDeclaration(REFERENCE, { full: 'Invented Carrier Looked At' }),
	office: OFFICE,
	total: { amount: '15000', currency: 'EUR' },
};

export const prepareAssessmentViews = (stage: Stage): Promise<void> => sendAll(stage, [waiting]);

const openQueue = async (page: Page) => {
	await page.goto(`/queue?office=${OFFICE}`);
	await page.getByRole('heading', { level: 2, name: new RegExp(REFERENCE) }).waitFor();
};

/** Who looks, and how one gets there. */
export const assessmentViews: readonly {
	name: string;
	who: 'analyst' | 'officer';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'queue, outcome',
		who: 'officer',
		open: async (page) => {
			await openQueue(page);
			await page.keyboard.press('o');
			await page.getByRole('form', { name: 'Outcome of the inspection' }).waitFor();
			await page.keyboard.press('2');
			await page.getByLabel('Recovered').waitFor();
		},
	},
	{
		name: 'queue, another lane',
		who: 'analyst',
		open: async (page) => {
			await openQueue(page);
			await page.keyboard.press('l');
			await page.keyboard.press('r');
			await page.getByRole('list', { name: 'Reasons that are given often' }).waitFor();
		},
	},
	{
		name: 'record, assessment',
		who: 'analyst',
		open: async (page) => {
			await openQueue(page);
			await page.getByRole('link', { name: 'Open the record' }).click();
			await page.getByRole('tab', { name: 'Assessment' }).click();
			await page.getByText('What was asked, in order').waitFor();
		},
	},
	{
		name: 'everything that went in',
		who: 'analyst',
		open: async (page) => {
			await openQueue(page);
			await page.getByRole('link', { name: 'In plain words' }).click();
			await page.getByRole('heading', { name: 'What was not used' }).waitFor();
		},
	},
	{
		name: 'lanes',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/lanes');
			await page.getByRole('heading', { name: 'What each way of selecting brings' }).waitFor();
		},
	},
	{
		name: 'lanes, settings',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/lanes?tab=settings');
			await page.getByLabel('Random share', { exact: true }).waitFor();
		},
	},
	{
		name: 'trusted traders',
		who: 'officer',
		open: async (page) => {
			await page.goto('/lanes?tab=traders');
			await page.getByLabel('Search by name or number').waitFor();
		},
	},
];
