import type { Page } from 'playwright-core';

/** A request of a person whom the simulated day does not know, up to where its answer is due. @returns its identifier. */
async function openRequest(page: Page, isIdentified: boolean): Promise<string> {
	const ask = async (address: string, data: object): Promise<{ summary: { id: string } }> => {
		const answer = await page.request.post(`/api${address}`, { data });
		if (!answer.ok()) throw new Error(await answer.text());
		return (await answer.json()) as { summary: { id: string } };
	};
	const { summary } = await ask('/requests', {
		kind: 'access',
		requester: { name: 'Ilse Voll', as: 'representative', contact: 'Quay 1, Port' },
		subject: { names: ['John Smith', 'Maria Garcia'], born: '1980' },
		wanted: 'What do you hold of my client?',
		receivedOn: '2026-01-31',
	});
	if (isIdentified) await ask(`/requests/${summary.id}/identity`, { how: 'representative-shown' });
	return summary.id;
}

/** Pages of requests of data subjects that are looked at for accessibility. */
export const requestViews: readonly {
	name: string;
	who: 'data-protection-officer';
	open: (page: Page) => Promise<void>;
}[] = [
	{
		name: 'request, identify',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto(`/requests/${await openRequest(page, false)}`);
			await page.getByRole('region', { name: 'Identify' }).waitFor();
		},
	},
	{
		name: 'request, find',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto(`/requests/${await openRequest(page, true)}`);
			await page.getByRole('region', { name: 'Find' }).waitFor();
			await page.keyboard.press('f');
			await page.getByRole('table').or(page.getByText('Nothing is held')).first().waitFor();
		},
	},
	{
		name: 'request, decide',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto(`/requests/${await openRequest(page, true)}?step=decide`);
			await page.getByRole('radio', { name: 'Refuse' }).check();
			await page.getByLabel('On which ground').waitFor();
		},
	},
	{
		name: 'request, answer',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto(`/requests/${await openRequest(page, true)}?step=answer`);
			await page.getByLabel('What was answered').waitFor();
		},
	},
	{
		name: 'requests',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto('/requests?due=overdue');
			await page.locator('.request-link').first().waitFor();
		},
	},
	{
		name: 'requests, a new one',
		who: 'data-protection-officer',
		open: async (page) => {
			await page.goto('/requests');
			await page.getByRole('button', { name: 'Open a request' }).click();
			await page.getByRole('dialog').getByLabel('Born').waitFor();
		},
	},
];
