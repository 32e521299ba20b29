/**
 * A partner that goes through all identifiers: it asks until its budget is spent, and goes on. It is refused with an error of its own,
 * both sides see it in their logs, others are served as before, and to refuse it costs next to nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTogether } from '../../src/exchange/matching/question.ts';
import { textOf } from '../../src/exchange/matching/surroundings.ts';
import {
	type AnswerDocument,
	answerDocument,
	formatSigned,
	MOST_QUESTION_BYTES,
	type QuestionDocument,
	readDocument,
} from '../../src/exchange/matching/wire.ts';
import { bytesOf } from '../conformance/databases.ts';
import { agreementBetween, control } from './agreements.ts';
import { type Hostile, hostileNode } from './hostile.ts';
import { DESK, openFederation, type Stage, SUPERVISOR } from './stage.ts';

const MINUTE_MS = 60_000;
const PURPOSE = 'smuggling';
/** Of the day; a minute takes ten. */
const BUDGET = 20;
const A_MINUTE = 10;

let stage: Stage;
let harbour: Hostile;
let offered: string;
let drawn = 0;

beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu']);
	await stage.agree(agreementBetween('customs', 'fiu'), 'customs');
	harbour = await hostileNode('harbour', () => stage.clock('customs').now(), 1);
	const { exchange, screening } = stage.node('customs');
	await exchange.trustPartner({ card: harbour.card, fingerprint: harbour.fingerprint }, SUPERVISOR);
	const body = agreementBetween('customs', 'harbour');
	expect(body.budget.questionsPerDay).toBe(BUDGET);
	await harbour.deliver(
		stage.node('customs'),
		await harbour.envelope(await stage.card('customs'), control('agreement', harbour.offered(body))),
	);
	await exchange.moveAgreement(
		{ id: body.id, version: 1, move: 'sign', reason: 'agreed for the test' },
		SUPERVISOR,
	);
	await screening.loadList(
		{ list: 'watch', activate: true },
		bytesOf('key,kind,name,passport\nC-1,person,Sofia Berg,Z9998887\n'),
		SUPERVISOR,
	);
	const offer = (agreement: string) =>
		exchange.makeOffer(
			{ agreement, purpose: PURPOSE, kinds: ['document'], of: ['lists'], validDays: 30 },
			DESK,
		);
	offered = (await offer('customs-harbour')).id;
	await offer('customs-fiu');
	await stage.settle();
}, 90_000);
afterAll(() => stage?.dispose());

const identifier = (): string => `0198f3a2-7e00-7000-9001-${(drawn++).toString(16).padStart(12, '0')}`;

/** Blinded elements of a question, in base64. */
const elementsOf = (value: string): string =>
	textOf(
		askTogether([Buffer.from(`document:${value}|*`)], 8, (bytes = 32) =>
			crypto.getRandomValues(new Uint8Array(bytes)),
		).question,
	);

/** Bytes of a question of the hostile partner, as its own program writes them. */
function question(elements: string): Uint8Array {
	return formatSigned<QuestionDocument>(
		{
			format: 'tidewaiter-question',
			formatVersion: 1,
			id: identifier(),
			from: 'harbour',
			to: 'customs',
			at: new Date(stage.clock('customs').now()).toISOString(),
			agreement: 'customs-harbour',
			purpose: PURPOSE,
			offer: offered,
			elements,
		},
		{ signingKeyId: () => harbour.keys.signing.id, sign: harbour.sign },
	);
}

const put = (bytes: Uint8Array): Promise<Uint8Array> =>
	stage.exchange('customs').answerNode('questions', bytes, harbour.card.certificate);

/** `answered`, the code of a refusal, or nothing at all. */
async function ask(value: string): Promise<string> {
	const answer = await put(question(elementsOf(value)));
	if (answer.length === 0) return 'nothing';
	const read = readDocument<AnswerDocument>(answerDocument, answer, MOST_QUESTION_BYTES);
	return read?.refused?.code ?? (read?.elements === null ? 'unreadable' : 'answered');
}

const numbers = (count: number): string[] => Array.from({ length: count }, () => `P${drawn++}000`);
const askAll = async (count: number): Promise<string[]> => {
	const answers: string[] = [];
	for (const value of numbers(count)) answers.push(await ask(value));
	return answers;
};
const times = (answers: readonly string[], code: string): number =>
	answers.filter((each) => each === code).length;

/** Entries of a ledger about questions that were refused. */
const refusedEntries = async (node: string): Promise<number> => {
	let text = '';
	for await (const part of stage.node(node).ledger.exportLedger({ from: 0 })) text += part;
	return text.split('\n').filter((line) => line.includes('"event":"refused"')).length;
};

describe('a partner that goes through all identifiers', () => {
	it('is answered no faster than a minute allows, and no more than the day', async () => {
		const first = await askAll(A_MINUTE + 5);
		expect([times(first, 'answered'), times(first, 'budget-exceeded')]).toEqual([A_MINUTE, 5]);
		stage.advance(MINUTE_MS + 1_000);
		const second = await askAll(A_MINUTE);
		expect(times(second, 'answered')).toBe(BUDGET - A_MINUTE);
		stage.advance(MINUTE_MS + 1_000);
		expect(new Set(await askAll(5))).toEqual(new Set(['budget-exceeded']));
	});

	it('is seen by the holder: in its log, its ledger, and by an alarm', async () => {
		const { items } = await stage.exchange('customs').listQuestions({ side: 'theirs', limit: 200 });
		const refused = items.filter((each) => each.refused === 'budget-exceeded');
		expect(items.length - refused.length).toBe(BUDGET);
		expect(refused).toHaveLength(10);
		expect(refused[0]).toMatchObject({ partner: 'harbour', agreement: 'customs-harbour', hit: null });
		expect(await refusedEntries('customs')).toBe(10);
		const offers = await stage.exchange('customs').listOffers({ agreement: 'customs-harbour' });
		expect(offers[0]?.alarm).toMatch(/20 questions today, of a budget of 20|were refused/);
	});

	it('costs little once it is refused, and fills neither log nor ledger', async () => {
		stage.advance(MINUTE_MS + 1_000);
		const elements = elementsOf('P0');
		const prepared = Array.from({ length: 300 }, () => question(elements));
		const before = await refusedEntries('customs');
		const cpuMs = async (some: readonly Uint8Array[]): Promise<number> => {
			const start = process.cpuUsage();
			for (const bytes of some) await put(bytes);
			const { user, system } = process.cpuUsage(start);
			return (user + system) / 1_000 / some.length;
		};
		await cpuMs(prepared.slice(0, 20));
		// A signature is verified and one is made. To evaluate eight elements takes many times as much.
		expect(await cpuMs(prepared.slice(20))).toBeLessThan(3);
		expect((await refusedEntries('customs')) - before).toBe(10);
	});

	it('is not even read where it floods, until it stops', async () => {
		stage.advance(MINUTE_MS + 1_000);
		for (let count = 0; count < 3_000; count++) await put(Buffer.from('garbage'));
		expect(await ask('Z9998887')).toBe('nothing');
		stage.advance(MINUTE_MS + 1_000);
		expect(await ask('Z9998887')).toBe('budget-exceeded');
	});

	it('takes nothing from others', async () => {
		const asked = {
			agreement: 'customs-fiu',
			purpose: PURPOSE,
			kind: 'document',
			value: 'Z9998887',
		} as const;
		expect(await stage.exchange('fiu').match(asked, DESK)).toMatchObject({ hit: true });
	});

	it('begins anew the next day', async () => {
		stage.advance(24 * 60 * MINUTE_MS);
		expect(await ask('Z9998887')).toBe('answered');
	});
});

describe('somebody here who goes through all identifiers of a partner', () => {
	it('is stopped before anything is sent, and is in the log and the ledger of this node', async () => {
		const fiu = stage.exchange('fiu');
		const sent = stage.passed.filter(({ path }) => path === 'questions').length;
		const codes: string[] = [];
		for (const value of numbers(A_MINUTE + 4))
			codes.push(
				await fiu
					.match({ agreement: 'customs-fiu', purpose: PURPOSE, kind: 'document', value, case: 'C-1' }, DESK)
					.then(
						() => 'answered',
						(error: { code: string }) => error.code,
					),
			);
		expect([times(codes, 'answered'), times(codes, 'too-many-requests')]).toEqual([A_MINUTE, 4]);
		expect(stage.passed.filter(({ path }) => path === 'questions').length - sent).toBe(A_MINUTE);
		const { items } = await fiu.listQuestions({ side: 'ours', limit: 200 });
		const refused = items.filter((each) => each.refused === 'budget-exceeded');
		expect(refused).toHaveLength(4);
		expect(refused[0]).toMatchObject({ by: DESK.id, case: 'C-1' });
		expect(await refusedEntries('fiu')).toBe(4);
	});
});
