import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStandInServer, type StandInServer } from '../server/stand-in-server.ts';
import { type Door, openDoor, openRemoteDoor } from './door.ts';
import { announceServer, provideNodeFolder } from './node-folders.ts';

let server: StandInServer;
let url: string;
let door: Door;
const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-door-'));

beforeAll(async () => {
	server = await openStandInServer();
	url = await server.app.listen({ port: 0, host: '127.0.0.1' });
	door = openRemoteDoor(url, server.customs.signIn.operatorKey);
}, 30_000);
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true });
});

const bytes = (content: string) => Readable.from([Buffer.from(content)]);

describe('a door over HTTP', () => {
	it('submits, and takes what could not be read as a result', async () => {
		expect(await door.submit(bytes('one'), { name: 'a.txt' })).toMatchObject({
			status: 'accepted',
			name: 'a.txt',
		});
		expect(await door.submit(bytes('!one'), {})).toMatchObject({ status: 'quarantined', refusedCount: 1 });
	});

	it('calls, and reads files', async () => {
		const { items } = await door.call('listRecords', { limit: 5 });
		expect(items).toHaveLength(1);
		expect(await text(await door.read('exportRecords', { format: 'csv' }))).toBe('one\n');
	});

	it('fails in the words of the contract', async () => {
		const id = '00000000-0000-7000-8000-000000009999';
		await expect(door.call('readRecord', { id })).rejects.toMatchObject({ code: 'not-found' });
		await expect(openRemoteDoor(url, 'tw_customs_wrong').call('readOverview', {})).rejects.toMatchObject({
			code: 'not-signed-in',
		});
		await expect(openRemoteDoor('http://127.0.0.1:1', 'x').call('readOverview', {})).rejects.toMatchObject({
			code: 'busy',
		});
		await expect(door.submit(bytes('x'.repeat(1_000_001)), {})).rejects.toMatchObject({ code: 'too-large' });
	});

	it('is found where a server has announced itself beside the data', async () => {
		const { id, name, agency, country } = server.customs;
		await provideNodeFolder(folder, { id, name, agency, country });
		await announceServer(folder, { url, keys: { [id]: server.customs.signIn.operatorKey } });
		const found = await openDoor({ data: folder });
		expect(found.name).toBe(url);
		expect((await found.call('readOverview', {})).node.id).toBe(id);
		await expect(openDoor({ data: folder, node: 'elsewhere' })).rejects.toMatchObject({ code: 'not-found' });
	});

	it('wants a key', async () => {
		await expect(openDoor({ url })).rejects.toMatchObject({ code: 'usage' });
	});
});

it('a sender that breaks off is no failure of ours', async () => {
	server.log.text = '';
	const sending = request(`${url}/api/submissions`, {
		method: 'POST',
		headers: { authorization: `Bearer ${server.customs.signIn.operatorKey}`, 'content-length': 1_000 },
	});
	sending.on('error', () => {});
	sending.write('begun');
	await sleep(100);
	sending.destroy();
	await sleep(300);
	expect(server.log.text).not.toContain('"event":"failure"');
});
