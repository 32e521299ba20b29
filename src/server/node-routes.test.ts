/** Two nodes over real HTTPS: who is a partner is answered, and who is not is cut off. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownHash } from '../exchange/delivery/https-transport.ts';
import { serverNameOf } from '../exchange/identity/certificate.ts';
import { hashLeaf } from '../ledger/merkle/hash.ts';
import { formatTilePath } from '../ledger/merkle/tile-path.ts';
import { proveInclusion, tilesOfInclusion, tileWidth } from '../ledger/merkle/tiles.ts';
import { verifyInclusion } from '../ledger/merkle/verify.ts';
import { parseCheckpoint } from '../ledger/note/checkpoint.ts';
import { isSignedBy, parseNote } from '../ledger/note/signed-note.ts';
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

	/** As a partner with this certificate does. */
	const get = (
		port: number,
		path: string,
		shown?: ReturnType<OpenNode['exchange']['tls']>,
	): Promise<{ status: number; cache: string | undefined; bytes: Uint8Array }> =>
		new Promise((resolve, reject) => {
			const own =
				shown === undefined
					? {}
					: { cert: shown.cert, key: shown.key.export({ format: 'pem', type: 'pkcs8' }) };
			request(
				{ host: '127.0.0.1', port, path, ...own, rejectUnauthorized: false, agent: false },
				(answer) => {
					const parts: Buffer[] = [];
					answer.on('data', (part: Buffer) => parts.push(part));
					answer.on('end', () =>
						resolve({
							status: answer.statusCode ?? 0,
							cache: answer.headers['cache-control'],
							bytes: Buffer.concat(parts),
						}),
					);
				},
			)
				.on('error', reject)
				.end();
		});

	it('gives partners checkpoint and tiles, from which they prove that an entry is in the ledger', async () => {
		const [one, other] = nodes;
		if (one === undefined || other === undefined) throw new Error('two nodes were opened');
		const at = new Date().toISOString();
		await Promise.all(
			Array.from({ length: 600 }, (_, number) =>
				other.ledger.enter({ at, what: 'view', event: 'read', subject: `record-${number}` }),
			),
		);
		await other.ledger.checkpointLedger({});
		const port = ports[1] ?? 0;
		const published = (path: string) => get(port, `/exchange/ledger/${path}`, one.exchange.tls());

		const checkpoint = await published('checkpoint');
		expect(checkpoint).toMatchObject({ status: 200, cache: 'no-cache' });
		const note = parseNote(Buffer.from(checkpoint.bytes).toString('utf8'));
		const { name, signingKey } = (await other.exchange.readIdentity({})).card;
		if (note === undefined) throw new Error('no note');
		const publicKey = Buffer.from(signingKey, 'base64');
		expect(isSignedBy(note, { name, type: 'ed25519', publicKey })).toBe(true);
		const signed = parseCheckpoint(note.text);
		if (signed === undefined) throw new Error('no checkpoint');
		const { size, root } = signed;
		expect(size).toBeGreaterThan(600);

		let entries = '';
		for await (const part of other.ledger.exportLedger({ from: 0 })) entries += part;
		for (const position of [0, 255, 256, 511, size - 1]) {
			const tiles = new Map<string, Uint8Array>();
			for (const place of tilesOfInclusion(position, size)) {
				const path = formatTilePath({ kind: 'hashes', place, width: tileWidth(place, size) });
				const { status, cache, bytes } = await published(path);
				expect([path, status, cache]).toEqual([path, 200, 'private, max-age=31536000, immutable']);
				tiles.set(`${place.level}/${place.index}`, bytes);
			}
			const proof = proveInclusion(position, size, (level, index) => tiles.get(`${level}/${index}`));
			const leaf = hashLeaf(Buffer.from(entries.split('\n')[position] ?? '', 'utf8'));
			expect(verifyInclusion(leaf, position, size, proof, root)).toBe(true);
			expect(verifyInclusion(leaf, position + 1, size, proof, root)).toBe(false);
		}
		// A partial tile of a smaller tree stays what it was.
		expect((await published('tile/0/000.p/7')).bytes).toEqual(
			(await published('tile/0/000')).bytes.subarray(0, 7 * 32),
		);
	});

	it('gives no entries, nothing that is not signed, and nothing to strangers', async () => {
		const [one] = nodes;
		if (one === undefined) throw new Error('two nodes were opened');
		const port = ports[1] ?? 0;
		for (const path of ['tile/entries/000', 'tile/0/999', 'tile/0/002.p/255', 'tile/0/0', '../envelopes', ''])
			expect(await get(port, `/exchange/ledger/${path}`, one.exchange.tls())).toMatchObject({ status: 404 });
		await expect(get(port, '/exchange/ledger/checkpoint')).rejects.toThrow();
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
