import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from '../stage.ts';
import { loadWatchList, watchList } from './watch-list.ts';

const file = (name: string, content: string) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(content),
});

/** A published list of three files, of invented entries. */
const published = [
	file(
		'sdn.csv',
		[
			'90001,"FJELLHEIMSDAL, Arnbjorn","individual","TESTPROG",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 05 May 1955."',
			'90002,"POLAR HERON","vessel","TESTPROG",-0- ,"LAAA0","Cargo",-0- ,-0- ,"Norway",-0- ,-0- ',
		].join('\r\n'),
	),
	file('alt.csv', '90001,1,"aka","FJELLHEIMSDALEN, Arne",-0- '),
	file('add.csv', '90001,1,"1 Quay","Port","Norway",-0- '),
];

const entries = (page: Page) => page.getByRole('list', { name: 'Entries' });
const fact = (page: Page, name: string) =>
	page.locator('.detail-facts > div').filter({ hasText: name }).locator('dd');

export function listStories(stage: () => Stage): void {
	it('loads a list of several files as one, and finds its entries', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/lists');
			await page.getByRole('heading', { name: 'Lists', level: 1 }).waitFor();
			await page.keyboard.press('a');
			const dialog = page.getByRole('dialog', { name: 'Load a list' });
			await dialog.locator('#list-files').setInputFiles(published);
			await dialog.getByLabel('Name of a new list').fill('Published by nobody');
			expect(await dialog.getByLabel('Identifier').inputValue()).toBe('published-by-nobody');
			await dialog.getByRole('button', { name: 'Load and screen against it' }).click();
			const loaded = page.getByRole('dialog', { name: 'The list was read' });
			await loaded.getByText(/Version 1: 2 entries/).waitFor();
			await loaded.getByRole('button', { name: 'Close' }).last().click();
			await page.getByRole('link', { name: 'Published by nobody' }).click();
			await page.getByRole('heading', { name: 'Published by nobody', level: 1 }).waitFor();
			await page.keyboard.press('/');
			await page.keyboard.type('fjellheimsdalen');
			await page.keyboard.press('Enter');
			await page.waitForURL(/search=fjellheimsdalen/);
			const entry = page.getByRole('region', { name: 'Entry' });
			await entry.getByText('1955-05-05').waitFor();
			expect(await entries(page).getByRole('button').count()).toBe(1);
			expect(await entry.textContent()).toContain('1 Quay');
		}));

	it('keeps a version staged, shows what it changes and would raise, and lets it go live', async () => {
		await loadWatchList(
			stage(),
			'e2e-staged',
			'Staged by the test',
			watchList('S-1,person,Gunnbjorg Tyrihjellmo,1950,NO,,TEST,inquiry,H1,The test,Section 6'),
		);
		await stage().visit('supervisor', async ({ page }) => {
			await page.goto('/lists/e2e-staged');
			await entries(page).waitFor();
			await page.keyboard.press('a');
			const dialog = page.getByRole('dialog', { name: 'Load a version of Staged by the test' });
			await dialog
				.locator('#list-files')
				.setInputFiles([
					file(
						'next.csv',
						watchList(
							'S-1,person,Gunnbjorg Tyrihjellmo,1950-09-10,NO,,TEST,inquiry,H1,The test,Section 6',
							'S-2,person,Eyvind Skjerahaugen,1966,NO,,TEST,inquiry,H1,The test,Section 6',
						),
					),
				]);
			await dialog.getByText('Keep it staged').click();
			await dialog.getByRole('button', { name: 'Load and keep staged' }).click();
			await page.getByRole('link', { name: 'See its hits per day' }).click();
			await page.waitForURL(/tab=preview/);
			await page.getByRole('heading', { name: 'Hits per day, version 2' }).waitFor();
			await page.getByRole('button', { name: 'Preview at 0.90' }).click();
			await page.waitForURL(/threshold=0\.9/);

			await page.keyboard.press('2');
			await page.waitForURL(/tab=changes/);
			const changed = page.getByRole('row').filter({ hasText: 'S-1' });
			await changed.waitFor();
			expect(await changed.locator('ins').first().textContent()).toContain('1950-09-10');
			await page.getByText('Added 1', { exact: true }).click();
			await page.getByRole('row').filter({ hasText: 'S-2' }).waitFor();
			await changed.waitFor({ state: 'detached' });

			expect(await fact(page, 'Active version').textContent()).toBe('1');
			await page.getByRole('button', { name: 'Screen against it' }).click();
			await expect.poll(() => fact(page, 'Active version').textContent(), { timeout: 10_000 }).toBe('2');
			await page.keyboard.press('4');
			await page.getByRole('row').filter({ hasText: 'retired' }).waitFor();
		});
	});

	it('makes a list of its own, says what it asks for, and adds, changes and takes off an entry', () =>
		stage().visit('supervisor', async ({ page }) => {
			await page.goto('/lists');
			await page.getByRole('heading', { name: 'Lists', level: 1 }).waitFor();
			await page.keyboard.press('n');
			const making = page.getByRole('dialog', { name: 'Make a list of your own' });
			await making.getByLabel('Name').fill('Gate watch');
			await making.getByRole('button', { name: 'Make' }).click();
			await page.waitForURL(/\/lists\/gate-watch\?tab=settings/);
			await page.getByLabel('Action').selectOption('discreet-check');
			await page.getByLabel('Owner').fill('The gate');
			await page.getByLabel('Legal basis').fill('The law of the test');
			await page.getByLabel('Movement: from score').fill('0.8');
			await page.getByRole('button', { name: 'Save' }).click();
			await page.getByText(/^Saved/).waitFor();

			await page.keyboard.press('1');
			await page.getByRole('button', { name: 'Add' }).click();
			const adding = page.getByRole('dialog', { name: 'Add to Gate watch' });
			await adding.getByLabel('What is listed').selectOption('vehicle');
			await adding.getByRole('button', { name: 'Add', exact: true }).click();
			await adding.getByText('Say at least by what it is to be found').waitFor();
			await adding.getByLabel('Number', { exact: true }).fill('EK 90210');
			await adding.getByLabel('Reason').fill('Seen near the fence');
			await adding.getByRole('button', { name: 'Add', exact: true }).click();
			await adding.waitFor({ state: 'detached' });
			const entry = page.getByRole('region', { name: 'Entry' });
			await entry.getByText(/Number plate EK ?90210/).waitFor();
			await entry.getByText('discreet check').waitFor();

			await page.keyboard.press('e');
			const changing = page.getByRole('dialog', { name: /^Change/ });
			await changing.getByLabel('Remarks').fill('<b>A grey van</b>');
			await changing.getByLabel('Reason').fill('Seen again');
			await changing.getByRole('button', { name: 'Change' }).click();
			await entry.getByText('<b>A grey van</b>').waitFor();

			await page.keyboard.press('x');
			const removing = page.getByRole('dialog', { name: /off the list$/ });
			await removing.getByLabel('Reason').fill('It was sold');
			await removing.getByRole('button', { name: 'Take off' }).click();
			await page.getByRole('heading', { name: 'There is no entry yet' }).waitFor();
		}));

	it('shows lists to an officer, who changes nothing', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/lists');
			await page.getByRole('link', { name: 'Published by nobody' }).click();
			await entries(page).waitFor();
			expect(await page.getByRole('button', { name: /Load|Add|Own list/ }).count()).toBe(0);
			await page.goto('/lists/gate-watch?tab=settings');
			await page.getByText('The law of the test').waitFor();
			expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
		}));
}
