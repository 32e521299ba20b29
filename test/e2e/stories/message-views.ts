import type { Page } from 'playwright-core';
import { known } from '../stage.ts';

/** Pages of messages that are looked at for accessibility, in an order in which each finds what it shows. */
export const messageViews: readonly {
	name: string;
	who: 'analyst';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'writing a message, with what is missing',
		who: 'analyst',
		open: async (page) => {
			await page.goto(`/records?search=${known.reference}`);
			await page.getByRole('link', { name: known.reference }).first().click();
			await page.getByRole('link', { name: 'Share…' }).click();
			await page.getByLabel('To, under which agreement').selectOption('fiu-customs');
			await page.getByLabel('Kind', { exact: true }).selectOption('spontaneous');
			await page.getByLabel('Purpose').selectOption('cash-control');
			await page.getByRole('button', { name: 'Add a person or thing' }).click();
			await page.getByLabel('Name', { exact: true }).fill('Arnbjorg Fjellheim');
			await page.getByRole('region', { name: 'What leaves' }).getByText('Arnbjorg Fjellheim').waitFor();
			await page.keyboard.press('Control+Enter');
			await page.getByText('Say on what grounds').first().waitFor();
		},
	},
	{
		name: 'message',
		who: 'analyst',
		open: async (page) => {
			await page.getByLabel('Grounds').fill('Seen twice in one week');
			await page.getByLabel('Source').selectOption('A');
			await page.getByLabel('Information', { exact: true }).selectOption('1');
			await page.getByRole('region', { name: 'What leaves' }).getByText('known to be true').waitFor();
			await page.getByRole('button', { name: /^Sign, seal and send/ }).click();
			await page
				.getByRole('region', { name: 'Receipts and delivery' })
				.getByText('Delivered', { exact: true })
				.waitFor();
		},
	},
	{
		name: 'messages',
		who: 'analyst',
		open: async (page) => {
			await page.goto('/messages');
			await page.getByRole('list', { name: 'Messages' }).getByRole('button').first().waitFor();
			await page.getByRole('region', { name: 'Correspondence' }).waitFor();
		},
	},
];
