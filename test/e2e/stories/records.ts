import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { known, type Stage } from '../stage.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });
/** Rows of the list that have their data. */
const rows = (page: Page) => page.locator('.list-row').filter({ has: page.locator('.record-link') });

export function recordStories(stage: () => Stage): void {
	it('filters by kind from the keyboard; the filter is the address, and survives going back', () =>
		stage().visit('analyst', async ({ page }) => {
			const { keyboard } = page;
			await page.goto('/records');
			await rows(page).first().waitFor();
			await keyboard.press('/');
			await page.getByLabel('Search by reference or identifier').and(page.locator(':focus')).waitFor();
			await keyboard.press('Tab');
			await keyboard.type('Cargo');
			await page.waitForURL(/kind=cargo-report/);
			await expect
				.poll(async () => new Set(await kindsShown(page)), { timeout: 10_000 })
				.toEqual(new Set(['Cargo report']));
			const address = page.url().replace(/[?&]at=[^&]*/, '');
			await rows(page).nth(1).getByRole('link').click();
			await page.getByRole('heading', { level: 1, name: /^Cargo report/ }).waitFor();
			await page.goBack();
			await rows(page).first().waitFor();
			expect(page.url().replace(/[?&]at=[^&]*/, '')).toBe(address);
			expect(await page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('cargo-report');
			await page.reload();
			await rows(page).first().waitFor();
			expect(new Set(await kindsShown(page))).toEqual(new Set(['Cargo report']));
		}));

	it('finds a record by the number of a container', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto('/records');
			await rows(page).first().waitFor();
			await page.getByLabel('Search by reference or identifier').fill(known.container);
			await page.keyboard.press('Enter');
			await page.waitForURL(new RegExp(`search=${known.container}`));
			await expect
				.poll(() => page.locator('.record-link').allTextContents(), { timeout: 10_000 })
				.toContain(known.reference);
			await page.getByLabel('Search by reference or identifier').fill('NO-SUCH-THING');
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { name: 'No record matches' }).waitFor();
		}));

	it('sorts by value, either way', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/records?kind=declaration');
			await rows(page).first().waitFor();
			for (const [address, ordered] of [
				[/sort=-value/, (a: number, b: number) => b - a],
				[/sort=value/, (a: number, b: number) => a - b],
			] as const) {
				await page.getByRole('button', { name: 'Value' }).click();
				await page.waitForURL(address);
				await expect
					.poll(
						async () => {
							const values = await valuesShown(page);
							return values.length > 5 && values.every((value, at) => value === values.toSorted(ordered)[at]);
						},
						{ timeout: 10_000 },
					)
					.toBe(true);
			}
			expect(await page.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe(
				'ascending',
			);
		}));

	it('scrolls through a list of which only the rows in view exist', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/records');
			await rows(page).first().waitFor();
			const count = Number(await grid(page).getAttribute('aria-rowcount'));
			expect(count).toBeGreaterThan(100);
			expect(await page.locator('.list-row').count()).toBeLessThan(80);
			await page.keyboard.press('End');
			await page.locator(`.list-row.current[aria-rowindex="${count}"] .record-link`).waitFor();
		}));

	it('shows a record as it was read, as it was received, what is wrong with it, and how it changed', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto(`/records?search=${known.reference}`);
			await page.getByRole('link', { name: known.reference }).click();
			await page.getByRole('heading', { level: 1, name: `Declaration ${known.reference}` }).waitFor();
			await page.getByText('version 2', { exact: true }).waitFor();
			const form = page.getByRole('tabpanel');
			expect(await form.textContent()).toContain(known.container);

			const findings = page.getByRole('complementary', { name: 'Findings' });
			const finding = findings.getByRole('listitem').filter({ hasText: 'container.check-digit' });
			expect(await finding.textContent()).toContain(known.wrongContainer);
			await finding.getByRole('button').click();
			await page.waitForURL(/at=containers/);

			await page.keyboard.press('2');
			const original = page.getByRole('list', { name: 'Original' });
			await original.waitFor();
			expect(await original.textContent()).toContain(
				`<TotalGrossMassMeasure unitCode="KGM">${known.massAfter}`,
			);

			await page.getByRole('tab', { name: /History/ }).click();
			const change = page.getByRole('row').filter({ hasText: 'grossMassKg' });
			await change.waitFor();
			expect(await change.locator('del').textContent()).toBe(known.massBefore);
			expect(await change.locator('ins').textContent()).toBe(known.massAfter);

			await page.getByRole('tab', { name: /Related/ }).click();
			await page.waitForURL(/tab=related/);
		}));

	it('exports what is listed as CSV', () =>
		stage().visit('analyst', async ({ page }) => {
			await page.goto('/records?kind=cargo-report');
			await rows(page).first().waitFor();
			const listed = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
			await page.keyboard.press('e');
			const downloading = page.waitForEvent('download');
			await page.getByRole('menuitem', { name: /^CSV/ }).click();
			const download = await downloading;
			expect(download.suggestedFilename()).toMatch(/\.csv$/);
			const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split(/\r?\n/);
			expect(lines[0]).toContain('reference');
			expect(lines.length - 1).toBe(listed);
		}));

	it('offers no export and no original to an officer', () =>
		stage().visit('officer', async ({ page }) => {
			await page.goto(`/records?search=${known.reference}`);
			await rows(page).first().waitFor();
			expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0);
			await page.getByRole('link', { name: known.reference }).click();
			await page.getByRole('tab', { name: 'Parsed form' }).waitFor();
			expect(await page.getByRole('tab', { name: 'Original' }).count()).toBe(0);
		}));
}

/** Column of the kind, and of the value: see the columns of the list; the box to select comes first. */
const cellsShown = async (page: Page, column: number): Promise<string[]> =>
	(await rows(page).locator(`[role="gridcell"]:nth-child(${column})`).allTextContents()) ?? [];
const kindsShown = (page: Page): Promise<string[]> => cellsShown(page, 5);
const valuesShown = async (page: Page): Promise<number[]> =>
	(await cellsShown(page, 12)).map((text) => Number(text.replace(/[^\d]/g, '')));
