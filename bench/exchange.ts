/**
 * `bench exchange --messages N`: two nodes in one process, each with its embedded database, and a line in memory between them. Each
 * message is minimised, signed, sealed, stored, delivered, opened, checked, stored there, entered into both ledgers, and its receipt
 * verified and stored; the clock runs from the call to the stored receipt.
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
	{ messages }: { messages: number },
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
		const { sender, receiver } = await agreed(nodes, messages);
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
		waits.sort((a, b) => a - b);
		const at = (share: number): number =>
			Number((waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0).toFixed(1));
		return {
			messages,
			delivered,
			p50Ms: at(0.5),
			p95Ms: at(0.95),
			p99Ms: at(0.99),
			perSecond: Math.round(messages / seconds),
		};
	} finally {
		for (const node of nodes.values()) await node.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Both trust each other, and have signed an agreement that is wide enough. */
async function agreed(
	nodes: ReadonlyMap<string, OpenNode>,
	messages: number,
): Promise<{ sender: OpenNode; receiver: OpenNode }> {
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
	return { sender, receiver };
}
