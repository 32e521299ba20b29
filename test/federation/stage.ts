/**
 * Nodes of a federation in one process, each with an embedded database, a clock and keys of its own, and between them a network in
 * memory that can be cut, slowed, repeated and changed. For tests.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeCard } from '../../contract/exchange/node-card.ts';
import type { InputOf } from '../../contract/operations.ts';
import type { ExchangePath, Transport } from '../../src/exchange/model.ts';
import type { NodeDescription } from '../../src/server/node.ts';
import { type OpenNode, type OpenNodeOptions, openNode } from '../../src/server/open-node.ts';
import { testClock } from '../conformance/databases.ts';

export const DESK = { id: 'desk', name: 'Exchange desk of the test' } as const;
export const SUPERVISOR = { id: 'supervisor', name: 'Supervisor of the test' } as const;

export type Member = NodeDescription;

/** Countries and agencies of the names that stories use; others are customs of Malta. */
const KNOWN: { readonly [name: string]: Pick<Member, 'agency' | 'country'> } = {
	customs: { agency: 'customs', country: 'NO' },
	fiu: { agency: 'fiu', country: 'NO' },
	immigration: { agency: 'immigration', country: 'NO' },
	'neighbour-customs': { agency: 'customs', country: 'SE' },
};

/** What went over the network, as an eavesdropper would have it. */
export type Passing = {
	readonly from: string;
	readonly to: string;
	readonly path: ExchangePath;
	body: Uint8Array;
	answer: Uint8Array | undefined;
};

/** Somebody on the line. Undefined: passed on as it is. */
export type Tampering = {
	/** Before it arrives. Throwing loses it. */
	readonly request?: (passing: Passing) => Uint8Array | undefined;
	/** Before the sender sees the answer. Throwing loses the answer, after the receiver has worked. */
	readonly answer?: (passing: Passing & { answer: Uint8Array }) => Uint8Array | undefined;
};

export type Stage = Awaited<ReturnType<typeof openFederation>>;

export type StageOptions = {
	/** Everybody trusts everybody from the start; yes unless told otherwise. */
	trust?: boolean;
	/** Folder of an earlier federation, to go on with it. */
	folder?: string;
	startMs?: number;
	/** Further options of a node. */
	options?: (name: string) => Partial<OpenNodeOptions>;
};

/** @param members names, of which the well-known ones are what stories say they are, or whole descriptions. */
export async function openFederation(members: readonly (string | Member)[], how: StageOptions = {}) {
	const directory = how.folder ?? (await mkdtemp(join(tmpdir(), 'tidewaiter-stage-')));
	const failures: { node: string; message: string; cause: unknown }[] = [];
	const nodes = new Map<string, OpenNode>();
	const clocks = new Map<string, ReturnType<typeof testClock>>();
	const cut = new Set<string>();
	const down = new Set<string>();
	const passed: Passing[] = [];
	let tampering: Tampering = {};
	let delayMs = 0;

	const described = members.map(
		(member): Member =>
			typeof member === 'string'
				? {
						id: member,
						name: `${member} (test)`,
						...(KNOWN[member] ?? { agency: 'customs', country: 'MT' }),
					}
				: member,
	);

	const nodeOf = (name: string): OpenNode => {
		const found = nodes.get(name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const clockOf = (name: string) => {
		const found = clocks.get(name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const cardOf = async (name: string): Promise<NodeCard> =>
		(await nodeOf(name).exchange.readIdentity({})).card;

	/** What a node shows to another one: its certificate of now, or a former one where only that is known there. */
	const certificateFor = async (from: string, to: string): Promise<string> => {
		const { card, keys } = await nodeOf(from).exchange.readIdentity({});
		const shown = [card.certificate, ...keys.filter(({ use }) => use === 'certificate').map(({ id }) => id)];
		return shown.find((each) => nodeOf(to).exchange.knowsCertificate(each)) ?? card.certificate;
	};

	/** As it stands on the line between two nodes. */
	const transportOf = (from: string): Transport => ({
		deliver: async (card, path, body) => {
			const to = card.name;
			if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
			if (cut.has(`${from} ${to}`) || down.has(to) || down.has(from) || !nodes.has(to))
				throw new Error(`${to} cannot be reached`);
			const passing: Passing = { from, to, path, body: Uint8Array.from(body), answer: undefined };
			passed.push(passing);
			const arriving = tampering.request?.(passing) ?? passing.body;
			const certificate = await certificateFor(from, to);
			const answer = await nodeOf(to).exchange.answerNode(path, arriving, certificate);
			passing.answer = answer;
			return tampering.answer?.({ ...passing, answer }) ?? answer;
		},
	});

	const open = async (member: Member): Promise<void> => {
		const clock = clocks.get(member.id) ?? testClock(how.startMs);
		clocks.set(member.id, clock);
		nodes.set(
			member.id,
			await openNode({
				description: member,
				folder: join(directory, member.id),
				clock,
				transport: transportOf(member.id),
				onFailure: (message, cause) => failures.push({ node: member.id, message, cause }),
				...how.options?.(member.id),
			}),
		);
	};

	/** Each trusts the other, fingerprints compared. */
	const trust = async (one: string, other: string): Promise<void> => {
		for (const [truster, trusted] of [
			[one, other],
			[other, one],
		] as const) {
			const { card, fingerprint } = await nodeOf(trusted).exchange.readIdentity({});
			await nodeOf(truster).exchange.trustPartner({ card, fingerprint }, SUPERVISOR);
		}
	};

	for (const member of described) await open(member);
	if (how.trust ?? true)
		for (const [at, one] of described.entries())
			for (const other of described.slice(at + 1)) await trust(one.id, other.id);

	/** Tries everything that waits, everywhere, until nothing more comes of it. */
	const settle = async (rounds = 4): Promise<void> => {
		for (let round = 0; round < rounds; round += 1) {
			const before = passed.length;
			for (const node of nodes.values()) if (!down.has(node.id)) await node.exchange.deliverWaiting();
			if (passed.length === before) return;
		}
	};

	return {
		directory,
		/** Failures that nobody waited for. */
		failures,
		/** All that went over the network. */
		passed,
		node: nodeOf,
		exchange: (name: string) => nodeOf(name).exchange,
		card: cardOf,
		clock: clockOf,
		trust,
		settle,
		/** Moves the clocks of these nodes, or of all. */
		advance(ms: number, ...names: string[]): void {
			for (const [name, clock] of clocks) if (names.length === 0 || names.includes(name)) clock.advance(ms);
		},
		/** Cuts the line in one direction, or in both; `heal` mends it. */
		cut(from: string, to: string, both = true): void {
			cut.add(`${from} ${to}`);
			if (both) cut.add(`${to} ${from}`);
		},
		heal(): void {
			cut.clear();
			down.clear();
		},
		/** A node that neither sends nor answers; its process goes on. */
		takeDown(name: string): void {
			down.add(name);
		},
		delay(ms: number): void {
			delayMs = ms;
		},
		/** Puts somebody on all lines, or takes them away. */
		tamper(with_: Tampering = {}): void {
			tampering = with_;
		},
		/** Sends again what passed before, as an eavesdropper can who has the sender's certificate. @returns the answer. */
		repeat: async ({ from, to, path, body }: Passing): Promise<Uint8Array> =>
			nodeOf(to).exchange.answerNode(path, body, await certificateFor(from, to)),
		/** An agreement that both sides have signed. @returns its identifier. */
		agree: async (body: InputOf<'saveAgreement'>['body'], proposer: string): Promise<string> => {
			const reason = 'agreed for the test';
			const { id, version } = body;
			const other = body.parties.find((name) => name !== proposer);
			await nodeOf(proposer).exchange.saveAgreement({ body }, SUPERVISOR);
			await nodeOf(proposer).exchange.moveAgreement({ id, version, move: 'offer', reason }, SUPERVISOR);
			await settle();
			if (other !== undefined)
				await nodeOf(other).exchange.moveAgreement({ id, version, move: 'sign', reason }, SUPERVISOR);
			await settle();
			return id;
		},
		/** Closes a node and opens it again on its folder, as after a crash or a stop. */
		restart: async (name: string): Promise<void> => {
			const { id, name: title, agency, country } = nodeOf(name);
			await nodeOf(name).close();
			await open({ id, name: title, agency, country });
		},
		close: async (): Promise<void> => {
			await Promise.all([...nodes.values()].map((node) => node.close()));
		},
		dispose: async (): Promise<void> => {
			await Promise.all([...nodes.values()].map((node) => node.close().catch(() => {})));
			await rm(directory, { recursive: true, force: true });
		},
	};
}
