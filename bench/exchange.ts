/**
 * `bench exchange --messages N --agreements M`: two nodes in one process, each with its embedded database, and a line in memory between them. Each
 * message is minimised, signed, sealed, stored, delivered, opened, checked, stored there, entered into both ledgers, and its receipt
 * verified and stored; the clock runs from the call to the stored receipt. Then M agreements are listed in one page.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgreementBody, Grant } from '../contract/exchange/agreement.ts';
import type { Transport } from '../src/exchange/model.ts';
import { type OpenNode, openNode } from '../src/server/open-node.ts';

export type ExchangeBenchResult = {
	messages: number;
	delivered: number;
	p50Ms: number;
	p95Ms: number;
	p99Ms: number;
	perSecond: number;
	agreements: number;
	/** Of listing all agreements, as the page of the console asks for them. */
	listP50Ms: number;
	listP95Ms: number;
};

const ACTOR = { id: 'bench', name: 'Bench' } as const;
const REASON = 'for the measurement';
const DAY_MS = 86_400_000;

const grantOf = (from: string, to: string): Grant => ({
	from,
	to,
	messages: ['spontaneous'],
	subjects: ['name', 'role'],
	records: [],
	matching: [],
});

export async function run(
	{ messages, agreements }: { messages: number; agreements: number },
	progress: (line: string) => void,
): Promise<ExchangeBenchResult> {
	const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-exchange-'));
	const nodes = new Map<string, OpenNode>();
	const line = (from: string): Transport => ({
		deliver: async (card, path, body) => {
			const sender = await nodes.get(from)?.exchange.readIdentity({});
			const receiver = nodes.get(card.name);
			if (receiver === undefined) throw new Error(`${card.name} is not there`);
			return receiver.exchange.answerNode(path, body, sender?.card.certificate);
		},
	});
	const failures: unknown[] = [];
	try {
		for (const id of ['sender', 'receiver'])
			nodes.set(
				id,
				await openNode({
					description: { id, name: id, agency: 'customs', country: 'MT' },
					folder: join(folder, id),
					transport: line(id),
					onFailure: (message, cause) => failures.push(message, cause),
				}),
			);
		const { sender, receiver, body } = await agreed(nodes, messages);
		const waits: number[] = [];
		let delivered = 0;
		const start = performance.now();
		for (let number = 0; number < messages; number += 1) {
			const from = performance.now();
			const { summary } = await sender.exchange.sendMessage(
				{
					agreement: 'bench-agreement',
					purpose: 'money-laundering',
					correlation: null,
					records: [],
					urgency: 'normal',
					body: {
						kind: 'spontaneous',
						subjects: [{ kind: 'person', name: `Person ${number}`, role: 'payer' }],
						records: [],
						attachments: [],
						grounds: 'what the bench has to say',
					},
				},
				ACTOR,
			);
			waits.push(performance.now() - from);
			if (summary.state === 'delivered') delivered += 1;
			if ((number + 1) % 200 === 0) progress(`${number + 1} messages`);
		}
		const seconds = (performance.now() - start) / 1_000;
		const [failure] = failures;
		if (failure !== undefined) throw new Error(String(failure));
		const { total } = await receiver.exchange.listMessages({ kind: 'spontaneous', state: 'any', limit: 1 });
		if (total !== delivered) throw new Error(`${delivered} were delivered, and ${total} are there`);
		const lists = await listedAgreements(sender, body, agreements, progress);
		return {
			messages,
			delivered,
			p50Ms: at(waits, 0.5),
			p95Ms: at(waits, 0.95),
			p99Ms: at(waits, 0.99),
			perSecond: Math.round(messages / seconds),
			agreements,
			listP50Ms: at(lists, 0.5),
			listP95Ms: at(lists, 0.95),
		};
	} finally {
		for (const node of nodes.values()) await node.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** The value below which a share of the times lies, in ms. */
function at(times: readonly number[], share: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
}

const LISTINGS = 50;

/** Drafts like the one in force, and how long it takes to list all, in ms. */
async function listedAgreements(
	{ exchange }: OpenNode,
	body: AgreementBody,
	agreements: number,
	progress: (line: string) => void,
): Promise<number[]> {
	for (let number = 1; number < agreements; number += 1) {
		await exchange.saveAgreement({ body: { ...body, id: `agreement-${number}` } }, ACTOR);
		if (number % 100 === 0) progress(`${number} agreements`);
	}
	const times: number[] = [];
	for (let turn = 0; turn < LISTINGS; turn += 1) {
		const from = performance.now();
		const { items } = await exchange.listAgreements({ limit: Math.min(500, agreements) });
		times.push(performance.now() - from);
		if (items.length < Math.min(500, agreements)) throw new Error(`only ${items.length} are listed`);
	}
	return times;
}

/** Both trust each other, and have signed an agreement that is wide enough. */
async function agreed(
	nodes: ReadonlyMap<string, OpenNode>,
	messages: number,
): Promise<{ sender: OpenNode; receiver: OpenNode; body: AgreementBody }> {
	const sender = nodes.get('sender');
	const receiver = nodes.get('receiver');
	if (sender === undefined || receiver === undefined) throw new Error('both nodes were opened');
	for (const [truster, trusted] of [
		[sender, receiver],
		[receiver, sender],
	] as const) {
		const { card, fingerprint } = await trusted.exchange.readIdentity({});
		await truster.exchange.trustPartner({ card, fingerprint }, ACTOR);
	}
	const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
	const body: AgreementBody = {
		format: 'tidewaiter-agreement',
		formatVersion: 1,
		id: 'bench-agreement',
		version: 1,
		title: 'For the measurement',
		parties: ['sender', 'receiver'],
		legalBasis: 'none: nothing here is real',
		purposes: ['money-laundering'],
		grants: [grantOf('sender', 'receiver'), grantOf('receiver', 'sender')],
		handling: { least: 'H0', allowed: ['H0'] },
		evaluation: false,
		retentionDays: 30,
		onward: 'never',
		responseHours: { urgent: 8, direct: 72, normal: 168 },
		budget: { questionsPerDay: 0, messagesPerDay: messages + 100, intersectionsPerMonth: 0 },
		startsOn: day(-1),
		reviewOn: day(100),
		endsOn: day(200),
	};
	const { id, version } = body;
	await sender.exchange.saveAgreement({ body }, ACTOR);
	await sender.exchange.moveAgreement({ id, version, move: 'offer', reason: REASON }, ACTOR);
	await sender.exchange.deliverWaiting();
	await receiver.exchange.moveAgreement(
		{ id, version, move: 'sign', reason: REASON },
		{ ...ACTOR, id: 'other' },
	);
	await receiver.exchange.deliverWaiting();
	return { sender, receiver, body };
}
