/** Two nodes over real HTTPS: who is a partner is answered, and who is not is cut off. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownHash } from '../exchange/delivery/https-transport.ts';
import { serverNameOf } from '../exchange/identity/certificate.ts';
import { createNodeServer, type NodeServer, takeOne } from './node-routes.ts';
import { type OpenNode, openNode } from './open-node.ts';

const DESK = { id: 'desk', name: 'Desk' };

describe('the endpoint for partners', () => {
	let folder: string;
	const nodes: OpenNode[] = [];
	const servers: NodeServer[] = [];
	const ports: number[] = [];
	const failures: string[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'tidewaiter-endpoint-'));
		for (const id of ['one', 'other']) {
			const node = await openNode({
				description: { id, name: id, agency: 'customs', country: 'MT' },
				folder: join(folder, id),
				onFailure: (message) => failures.push(message),
			});
			const server = createNodeServer({
				exchange: node.exchange,
				monotonic: () => performance.now(),
				onFailure: (message) => failures.push(message),
			});
			const { port } = await server.listen(0, '127.0.0.1');
			await node.exchange.changeCard({ url: `https://127.0.0.1:${port}` }, DESK);
			nodes.push(node);
			servers.push(server);
			ports.push(port);
		}
	});
	afterAll(async () => {
		for (const server of servers) await server.close();
		for (const node of nodes) await node.close();
		await rm(folder, { recursive: true, force: true });
	});

	const post = (port: number, path: string): Promise<number> =>
		new Promise((resolve, reject) => {
			const sent = request(
				{ host: '127.0.0.1', port, path, method: 'POST', rejectUnauthorized: false, agent: false },
				(answer) => {
					answer.resume();
					resolve(answer.statusCode ?? 0);
				},
			);
			sent.on('error', reject);
			sent.end('x');
		});

	it('gives nothing to whoever shows no certificate of a partner', async () => {
		await expect(post(ports[0] ?? 0, '/exchange/envelopes')).rejects.toThrow();
		await expect(post(ports[0] ?? 0, '/api/overview')).rejects.toThrow();
	});

	it('carries messages between nodes that trust each other, and their receipts back', async () => {
		const [one, other] = nodes;
		if (one === undefined || other === undefined) throw new Error('two nodes were opened');
		for (const [truster, trusted] of [
			[one, other],
			[other, one],
		] as const) {
			const { card, fingerprint } = await trusted.exchange.readIdentity({});
			await truster.exchange.trustPartner({ card, fingerprint }, DESK);
		}
		await one.exchange.changeCard({ title: 'One, by a new name' }, DESK);
		await one.exchange.deliverWaiting();
		const { items } = await one.exchange.listMessages({ state: 'any', limit: 100 });
		expect(items.map(({ kind, state }) => ({ kind, state }))).toContainEqual({
			kind: 'control',
			state: 'delivered',
		});
		const [partner] = await other.exchange.listPartners({});
		expect(partner).toMatchObject({ title: 'One, by a new name' });
	});

	it('shows the former certificate to whoever asks for it, and brings the new card to partners', async () => {
		const [one, other] = nodes;
		if (one === undefined || other === undefined) throw new Error('two nodes were opened');
		const before = (await one.exchange.readIdentity({})).card.certificate;
		await one.exchange.rotateKeys({ reason: 'a laptop was lost', revoke: true }, DESK);
		const now = (await one.exchange.readIdentity({})).card.certificate;
		const shownFor = (certificate: string): Promise<string> =>
			new Promise((resolve, reject) => {
				const socket = connect({
					host: '127.0.0.1',
					port: ports[0] ?? 0,
					servername: serverNameOf(certificate),
					rejectUnauthorized: false,
				});
				socket.once('error', reject);
				socket.once('secureConnect', () => {
					resolve(shownHash(socket));
					socket.destroy();
				});
			});
		expect(await shownFor(before)).toBe(before);
		expect(await shownFor(now)).toBe(now);
		for (let tries = 0; tries < 3; tries++) await one.exchange.deliverWaiting();
		expect(await other.exchange.listPartners({})).toMatchObject([{ name: 'one', state: 'changed' }]);
		await other.exchange.changeCard({ title: 'Other, by a new name' }, DESK);
		await other.exchange.deliverWaiting();
		expect(await one.exchange.listPartners({})).toMatchObject([{ title: 'Other, by a new name' }]);
	});

	it('goes on both ways while a partner that was away knows the former certificate only', async () => {
		const [one, other] = nodes;
		const [, server] = servers;
		if (one === undefined || other === undefined || server === undefined)
			throw new Error('two nodes were opened');
		const knownThere = (certificate: string): boolean => other.exchange.knowsCertificate(certificate);
		const former = (await one.exchange.readIdentity({})).card.certificate;
		// Nobody answers at the other one, so the new card stays here.
		await server.close();
		await one.exchange.rotateKeys({ reason: 'the year is over', revoke: false }, DESK);
		await one.exchange.deliverWaiting();
		const now = (await one.exchange.readIdentity({})).card.certificate;
		expect([knownThere(former), knownThere(now)]).toEqual([true, false]);

		// It asks for the certificate that it knows, and seals to the key that it knows.
		await other.exchange.changeCard({ title: 'Other, while one changed its keys' }, DESK);
		await other.exchange.deliverWaiting();
		expect(await one.exchange.listPartners({})).toMatchObject([
			{ title: 'Other, while one changed its keys' },
		]);
		expect(knownThere(now)).toBe(false);

		// Back again, it lets in whoever shows the former certificate, and takes the new card over that connection.
		const again = createNodeServer({
			exchange: other.exchange,
			monotonic: () => performance.now(),
			onFailure: (message) => failures.push(message),
		});
		servers[1] = again;
		await again.listen(ports[1] ?? 0, '127.0.0.1');
		for (let tries = 0; tries < 3; tries++) await one.exchange.deliverWaiting();
		expect(knownThere(now)).toBe(true);
		await one.exchange.changeCard({ title: 'One, with its new keys' }, DESK);
		await one.exchange.deliverWaiting();
		expect(await other.exchange.listPartners({})).toMatchObject([{ title: 'One, with its new keys' }]);

		// The receipt of then is signed with a key that was not known then; it comes once more, and verifies.
		for (let tries = 0; tries < 3; tries++) await other.exchange.deliverWaiting();
		const { items } = await other.exchange.listMessages({ box: 'out', state: 'any', limit: 100 });
		expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['delivered']));
	});

	it('limits the pace of a partner', () => {
		const pace = { burst: 2, perSecond: 1 };
		const first = takeOne({ left: 2, atMs: 0 }, 0, pace);
		const second = takeOne(first.pace, 0, pace);
		const third = takeOne(second.pace, 500, pace);
		expect([first.may, second.may, third.may]).toEqual([true, true, false]);
		expect(takeOne(third.pace, 1_000, pace).may).toBe(true);
	});
});
