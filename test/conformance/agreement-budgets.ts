/** Budgets and lists of agreements, on whatever database: nobody has more than the agreement says, and nothing is listed twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, DAY_MS, FIU, openAgreementStage, START_MS, SUPERVISOR } from './agreements-stage.ts';
import type { Place } from './databases.ts';

export function agreementBudgetsConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`budgets and lists of agreements on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let stage: Awaited<ReturnType<typeof openAgreementStage>>;
			let number = 0;
			let id = '';
			beforeAll(async () => {
				stage = await openAgreementStage(place);
			});
			beforeEach(() => {
				id = `budget-${++number}`;
			});
			afterAll(() => stage.close());

			it('spends a budget to the last and not beyond, whoever asks at the same moment', async () => {
				await stage.agree(bodyOf({ id }));
				const { agreements } = stage.customs;
				const spend = (
					what: 'questions' | 'messages' | 'intersections',
					side: 'ours' | 'theirs',
					atMs = START_MS,
				) => agreements.spend(id, side, what, atMs);
				const answers = await Promise.all(Array.from({ length: 12 }, () => spend('questions', 'ours')));
				expect(answers.filter(Boolean)).toHaveLength(3);
				expect(await spend('questions', 'theirs')).toBe(true);
				expect(await spend('questions', 'ours', START_MS + DAY_MS)).toBe(true);
				expect([
					await spend('messages', 'ours'),
					await spend('messages', 'ours'),
					await spend('messages', 'ours'),
				]).toEqual([true, true, false]);
				expect(await spend('intersections', 'ours')).toBe(true);
				expect(await spend('intersections', 'ours', START_MS + 20 * DAY_MS)).toBe(false);
				expect(await spend('intersections', 'ours', START_MS + 31 * DAY_MS)).toBe(true);
				expect((await stage.customs.operations.readAgreement({ id })).summary).toMatchObject({
					questionsSpent: 3,
					questionsOf: 3,
				});
				expect(await agreements.spend('no-agreement', 'ours', 'questions', START_MS)).toBe(false);
				await stage.move(stage.customs, id, 1, 'suspend');
				expect(await spend('questions', 'theirs')).toBe(false);
			});

			it('spends nothing where the budget is none', async () => {
				await stage.agree(
					bodyOf({ id, budget: { questionsPerDay: 0, messagesPerDay: 0, intersectionsPerMonth: 0 } }),
				);
				for (const what of ['questions', 'messages', 'intersections'] as const)
					expect(await stage.customs.agreements.spend(id, 'ours', what, START_MS)).toBe(false);
			});

			it('is listed page by page, by state and partner, each once', async () => {
				const { customs, clock } = stage;
				for (let at = 0; at < 25; at++) {
					if (at % 3 === 0) clock.advance(1_000);
					await customs.operations.saveAgreement({ body: bodyOf({ id: `${id}-${at}` }) }, SUPERVISOR);
				}
				const all = await customs.operations.listAgreements({ limit: 500, partner: FIU });
				const seen: string[] = [];
				let after: string | undefined;
				do {
					const page = await customs.operations.listAgreements({
						limit: 7,
						partner: FIU,
						...(after === undefined ? {} : { after }),
					});
					seen.push(...page.items.map((each) => `${each.id}/${each.version}`));
					expect(page.total).toBe(all.items.length);
					after = page.next ?? undefined;
				} while (after !== undefined);
				expect(seen).toEqual(all.items.map((each) => `${each.id}/${each.version}`));
				expect(new Set(seen).size).toBe(seen.length);
				const drafts = await customs.operations.listAgreements({ limit: 500, state: 'draft' });
				expect(drafts.items.every(({ state }) => state === 'draft')).toBe(true);
				const ended = await customs.operations.listAgreements({ limit: 500, state: 'ended' });
				expect(ended.items.every(({ state }) => state === 'ended')).toBe(true);
				expect((await customs.operations.listAgreements({ limit: 5, partner: 'nobody' })).items).toEqual([]);
				await expect(customs.operations.listAgreements({ limit: 5, after: 'x' })).rejects.toMatchObject({
					code: 'invalid-input',
				});
			});
		},
	);
}
