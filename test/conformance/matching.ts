/**
 * What matching promises, between two nodes with databases of their own: hit or no hit and nothing else, under an agreement, within
 * its budget, kept on both sides; intersections that say which ones only after both have consented.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TidewaiterError } from '../../contract/errors.ts';
import type { AgreementBody, Matchable } from '../../contract/exchange/agreement.ts';
import { DESK, openFederation, type Stage, SUPERVISOR } from '../federation/stage.ts';
import { bytesOf } from './databases.ts';

const AGREEMENT = 'match-test';
const PURPOSE = 'customs-control';
const GRANTED: readonly Matchable[] = ['document', 'container', 'account', 'plate', 'person'];
const BUDGET = 24;

const body: AgreementBody = {
	format: 'tidewaiter-agreement',
	formatVersion: 1,
	id: AGREEMENT,
	version: 1,
	title: 'Matching between customs and FIU',
	parties: ['customs', 'fiu'],
	legalBasis: 'Law of the test',
	purposes: [PURPOSE, 'money-laundering'],
	grants: [
		{
			from: 'customs',
			to: 'fiu',
			messages: ['query', 'request', 'reply'],
			records: [],
			matching: [...GRANTED],
		},
		{
			from: 'fiu',
			to: 'customs',
			messages: ['query', 'request', 'reply'],
			records: [],
			matching: [...GRANTED],
		},
	],
	handling: { least: 'H1', allowed: ['H1', 'H2'] },
	evaluation: false,
	retentionDays: 30,
	onward: 'never',
	responseHours: { urgent: 8, direct: 72, normal: 168 },
	budget: { questionsPerDay: BUDGET, messagesPerDay: 100, intersectionsPerMonth: 2 },
	startsOn: '2026-01-01',
	reviewOn: '2026-11-01',
	endsOn: '2026-12-31',
};

const FIU_LIST = [
	'F-1,person,Mohammed Basri,1971-04-03,X1234567',
	'F-2,person,Gabriela Monteiro da Silva,1980,',
	'F-3,person,Ivan Petrov,1966-12-24,P7654321',
];
const CUSTOMS_LIST = ['C-1,person,BASRI Muhamad,1971-04-03,', 'C-2,person,Sofia Berg,1990-01-02,Z9998887'];

export function matchingConformance(): void {
	describe('matching between two nodes', () => {
		let stage: Stage;
		const load = async (name: string, rows: readonly string[]): Promise<void> => {
			await stage
				.node(name)
				.screening.loadList(
					{ list: 'watch', activate: true },
					bytesOf(`key,kind,name,born,passport\n${rows.join('\n')}\n`),
					SUPERVISOR,
				);
		};
		const ask = async (kind: Matchable, value: string, more?: string) => {
			const { hit } = await stage.exchange('customs').match(
				{
					agreement: AGREEMENT,
					purpose: PURPOSE,
					kind,
					value,
					case: 'CASE-1',
					...(more === undefined ? {} : { with: more }),
				},
				DESK,
			);
			return hit;
		};
		const offer = (from: string) =>
			stage.exchange(from).makeOffer(
				{
					agreement: AGREEMENT,
					purpose: PURPOSE,
					kinds: ['person', 'document'],
					of: ['lists', 'hits', 'suspicion-reports', 'offences'],
					validDays: 20,
				},
				DESK,
			);

		beforeAll(async () => {
			stage = await openFederation(['customs', 'fiu']);
			await stage.agree(body, 'customs');
			await load('fiu', FIU_LIST);
			await load('customs', CUSTOMS_LIST);
		}, 60_000);
		afterAll(() => stage.dispose());

		it('asks nobody who offers nothing', async () => {
			await expect(ask('document', 'X1234567')).rejects.toMatchObject({ code: 'not-found' });
		});

		it('offers what the agreement lets be matched, and nothing else', async () => {
			await expect(
				stage
					.exchange('fiu')
					.makeOffer(
						{ agreement: AGREEMENT, purpose: PURPOSE, kinds: ['organisation'], of: ['lists'], validDays: 1 },
						DESK,
					),
			).rejects.toMatchObject({ code: 'conflict' });
			const made = await offer('fiu');
			await stage.settle();
			const [taken] = await stage.exchange('customs').listOffers({ agreement: AGREEMENT });
			expect(taken).toMatchObject({ id: made.id, direction: 'taken', partner: 'fiu', source: '' });
			// Filled up: the taker does not learn how many there are.
			expect(taken?.identifiers).toBe(64);
			expect(made.identifiers).toBeLessThan(64);
		});

		it('says hit or no hit, of persons in any spelling', async () => {
			expect(await ask('document', 'x 123-4567')).toBe(true);
			expect(await ask('document', 'X7654321')).toBe(false);
			expect(await ask('person', 'Basri, Muhammad', '1971-04-03')).toBe(true);
			expect(await ask('person', 'Muhammad Basri', '1971-03-04')).toBe(true);
			expect(await ask('person', 'Gabriela Silva Monteiro', '1980-05-06')).toBe(true);
			expect(await ask('person', 'Muhammad Basri', '1972-04-03')).toBe(false);
			await expect(ask('person', 'Muhammad Basri')).rejects.toMatchObject({ code: 'invalid-input' });
		});

		it('sends nothing from which the identifier can be told, and always as much', () => {
			const questions = stage.passed.filter(({ path }) => path === 'questions');
			expect(new Set(questions.map(({ body: sent }) => sent.length)).size).toBe(1);
			for (const { body: sent, answer } of questions)
				expect(`${Buffer.from(sent)}${Buffer.from(answer ?? [])}`).not.toMatch(
					/basri|1234567|1971-04|CASE-1/i,
				);
		});

		it('notices an answer that was changed, or made with another key', async () => {
			stage.tamper({
				answer: ({ path, answer }) => {
					if (path !== 'questions') return undefined;
					const changed = Uint8Array.from(answer);
					const at = Buffer.from(answer).indexOf('"elements":"') + 20;
					changed[at] = changed[at] === 65 ? 66 : 65;
					return changed;
				},
			});
			await expect(ask('document', 'X1234567')).rejects.toMatchObject({ code: 'conflict' });
			stage.tamper();
		});

		it('refuses a question that was put before', async () => {
			const [first] = stage.passed.filter(({ path }) => path === 'questions');
			if (first === undefined) throw new Error('no question passed');
			const answer = Buffer.from(await stage.repeat(first)).toString('utf8');
			expect(answer).toContain('"refused":{"code":"replayed"');
			expect(answer).toContain('"elements":null');
		});

		it('spends a budget on both sides, and shows who asks as if to go through all', async () => {
			const spent: string[] = [];
			for (let minute = 0; minute < 4; minute++) {
				stage.advance(61_000);
				for (let at = 0; at < 11; at++)
					spent.push(
						await ask('document', `Q${minute}00${at}`).then(String, (error: TidewaiterError) => error.code),
					);
			}
			expect(new Set(spent)).toEqual(new Set(['false', 'too-many-requests']));
			const [given] = await stage.exchange('fiu').listOffers({ agreement: AGREEMENT });
			expect(given?.questions).toBe(BUDGET);
			expect(given?.alarm).toContain(`of a budget of ${BUDGET}`);
		});

		it('counts what both have, and says which ones only after both have consented', async () => {
			stage.advance(61_000);
			const made = await stage
				.exchange('customs')
				.intersect({ agreement: AGREEMENT, purpose: PURPOSE, kinds: ['person', 'document'] }, DESK);
			expect(made).toMatchObject({ both: 1, consent: 'none', members: null, partner: 'fiu' });
			const [there] = await stage.exchange('fiu').listIntersections({ agreement: AGREEMENT });
			expect(there).toMatchObject({
				id: made.id,
				both: 1,
				ours: made.theirs,
				theirs: made.ours,
				members: null,
			});
			const reason = 'agreed by phone';
			const one = await stage.exchange('customs').consentIntersection({ id: made.id, reason }, DESK);
			expect(one).toMatchObject({ consent: 'ours', members: null });
			const both = await stage.exchange('fiu').consentIntersection({ id: made.id, reason }, DESK);
			expect(both).toMatchObject({ consent: 'both', members: [expect.stringContaining('1971-04-03')] });
			const here = await stage.exchange('customs').readIntersection({ id: made.id });
			expect(here).toMatchObject({ consent: 'both', members: [expect.stringContaining('1971-04-03')] });
			// Who may see counts alone does not see them with the names.
			expect(await stage.exchange('customs').listIntersections({})).toMatchObject([{ members: null }]);
		});

		it('answers strangers and garbage with nothing', async () => {
			const fiu = stage.exchange('fiu');
			for (const path of ['questions', 'intersections'] as const)
				for (const sent of ['', '{}', 'garbage', '{"format":"tidewaiter-question"}'])
					expect(await fiu.answerNode(path, Buffer.from(sent), undefined)).toHaveLength(0);
		});

		it('makes offers anew before they end, and forgets what has ended', async () => {
			const [before] = await stage.exchange('fiu').listOffers({});
			stage.advance(21 * 86_400_000);
			await expect(ask('document', 'X1234567')).rejects.toMatchObject({ code: 'not-found' });
			const again = await offer('fiu');
			expect(again.id).not.toBe(before?.id);
			await stage.settle();
			expect(await ask('document', 'X1234567')).toBe(true);
		});

		it('keeps on both sides that questions were put, and what is left of the budget', async () => {
			const [customs, fiu] = [stage.exchange('customs'), stage.exchange('fiu')];
			const first = await customs.listQuestions({ limit: 5 });
			expect(first.items[0]).toMatchObject({
				side: 'ours',
				partner: 'fiu',
				hit: true,
				by: DESK.id,
				case: 'CASE-1',
			});
			const second = await customs.listQuestions({ limit: 5, after: first.next ?? '', agreement: AGREEMENT });
			const rows = [...first.items, ...second.items];
			expect(new Set(rows.map(({ id }) => id)).size).toBe(10);
			// What the own budget refused was not sent, and is here alone.
			const seen = rows.filter(({ refused }) => refused === null).map(({ id }) => id);
			expect((await customs.listQuestions({ limit: 5, side: 'theirs' })).items).toEqual([]);
			const { items } = await fiu.listQuestions({ limit: 500, side: 'theirs' });
			expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(seen));
			expect(items.every(({ hit, by, case: named }) => hit === null && by === null && named === null)).toBe(
				true,
			);
			await expect(customs.listQuestions({ limit: 5, after: 'elsewhere' })).rejects.toMatchObject({
				code: 'invalid-input',
			});
			const spent = { agreement: AGREEMENT, questions: { of: BUDGET }, intersections: { of: 2 } };
			expect(await customs.listMatchingBudgets({})).toMatchObject([
				{ ...spent, partner: 'fiu', questions: { ours: 1, theirs: 0 } },
			]);
			expect(await fiu.listMatchingBudgets({})).toMatchObject([
				{ ...spent, partner: 'customs', questions: { ours: 0, theirs: 1 } },
			]);
		});

		it('withdraws an offer on both sides', async () => {
			const [customs, fiu] = [stage.exchange('customs'), stage.exchange('fiu')];
			const [given] = await fiu.listOffers({ agreement: AGREEMENT });
			const [taken] = await customs.listOffers({ agreement: AGREEMENT });
			const withdraw = { id: given?.id ?? '', reason: 'loaded by mistake' };
			// Who was offered it cannot withdraw it.
			await expect(customs.withdrawOffer(withdraw, DESK)).rejects.toMatchObject({ code: 'not-found' });
			expect(await fiu.withdrawOffer(withdraw, DESK)).toMatchObject({ id: taken?.id });
			await stage.settle();
			await expect(ask('document', 'X1234567')).rejects.toMatchObject({ code: 'not-found' });
			expect(await fiu.listOffers({ agreement: AGREEMENT })).toEqual([]);
			// Nor is one that it had replaced made anew.
			stage.advance(8 * 86_400_000);
			expect(await fiu.listOffers({ agreement: AGREEMENT })).toEqual([]);
		});

		it('fails nowhere that nobody waits for', () => expect(stage.failures).toEqual([]));
	});
}
