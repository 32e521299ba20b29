import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kept, openVault, type Vault, type VaultPlace } from './vault.ts';

let directory = '';
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'tidewaiter-vault-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const incoming = { receivedAt: 1_790_000_000_000, source: 'test', channel: 'command-line' };
const unknown = async (): Promise<boolean> => false;

async function* chunks(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* parts;
}

async function bytesOf(vault: Vault, place: VaultPlace, offset?: number, length?: number): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of vault.read(place, offset, length)) parts.push(part);
	return Buffer.concat(parts);
}

async function keep(vault: Vault, bytes: Uint8Array): Promise<Kept> {
	const kept = await vault.keepStream(chunks(bytes), incoming, 1e9, unknown);
	if (kept.place === undefined) throw new Error('was not kept');
	return { entry: kept.entry, place: kept.place };
}

describe('the vault', () => {
	it('gives back the bytes as received, whole or in part, also after it was opened again', async () => {
		const bytes = Buffer.from("UNA:+.? 'UNB+UNOA:4+\nwith a line feed, and \0 a NUL");
		const vault = await openVault({ directory });
		const { entry, place } = await keep(vault, bytes);
		expect(entry.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
		expect(await bytesOf(vault, place)).toEqual(bytes);
		await vault.close();
		const again = await openVault({ directory });
		expect(await bytesOf(again, place)).toEqual(bytes);
		expect(await bytesOf(again, place, 4, 6)).toEqual(bytes.subarray(4, 10));
		expect(await bytesOf(again, place, 10_000)).toEqual(Buffer.alloc(0));
		await again.close();
	});

	it('keeps what is large in a file of its own', async () => {
		const vault = await openVault({ directory, apartAbove: 1_000 });
		const part = Buffer.alloc(700, 'x');
		const { entry, place } = await vault.keepStream(chunks(part, part, part), incoming, 1e6, unknown);
		expect(entry).toMatchObject({ bytes: 2_100, apart: true });
		expect(await readFile(join(directory, 'large', entry.sha256.slice(0, 2), entry.file ?? ''))).toHaveLength(
			2_100,
		);
		expect(place && (await bytesOf(vault, place, 699, 3)).toString()).toBe('xxx');
		await vault.close();
	});

	it('refuses a stream that is too long and leaves nothing of it behind', async () => {
		const vault = await openVault({ directory, apartAbove: 10 });
		await expect(
			vault.keepStream(chunks(Buffer.alloc(80), Buffer.alloc(80)), incoming, 100, unknown),
		).rejects.toMatchObject({ code: 'too-large' });
		expect(await readdir(join(directory, 'incoming', 'main'))).toEqual([]);
		await vault.close();
	});

	it('does not keep twice what is known', async () => {
		const vault = await openVault({ directory });
		const kept = await vault.keepStream(chunks(Buffer.from('known')), incoming, 100, async () => true);
		expect(kept.place).toBeUndefined();
		expect(await Array.fromAsync(vault.unsettled())).toEqual([]);
		await vault.close();
	});

	it('lists what is not settled, over several packs, and forgets what is', async () => {
		const vault = await openVault({ directory, maxPackBytes: 300 });
		for (let index = 0; index < 6; index++) await keep(vault, Buffer.alloc(100, String(index)));
		expect(await Array.fromAsync(vault.unsettled())).toHaveLength(6);
		await vault.settle();
		await vault.close();
		const again = await openVault({ directory, maxPackBytes: 300 });
		const left = await Array.fromAsync(again.unsettled());
		expect(left.length).toBeGreaterThan(0);
		expect(left.length).toBeLessThan(6);
		await again.close();
	});

	it('cuts a torn tail, wherever the power went, and goes on after the last whole entry', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 5 }),
				fc.uint8Array({ minLength: 1, maxLength: 80 }),
				async (entries, torn) => {
					const place = await mkdtemp(join(directory, 'torn-'));
					const vault = await openVault({ directory: place });
					const kept: Kept[] = [];
					for (const bytes of entries) kept.push(await keep(vault, bytes));
					await vault.close();
					const header = `{"sha256":"${'a'.repeat(64)}","bytes":500,"receivedAt":1,"source":"x","channel":"y"}\n`;
					await appendFile(
						join(place, 'packs', 'main-0000000001.pack'),
						Buffer.concat([Buffer.from(header), torn]),
					);
					const again = await openVault({ directory: place });
					const after = await keep(again, Buffer.from('after the cut'));
					for (const [index, each] of kept.entries())
						expect(await bytesOf(again, each.place)).toEqual(Buffer.from(entries[index] ?? []));
					expect((await bytesOf(again, after.place)).toString()).toBe('after the cut');
					expect((await Array.fromAsync(again.unsettled())).length).toBe(entries.length + 1);
					await again.close();
				},
			),
			{ numRuns: 25, seed: 7 },
		);
	});

	it('shares a sync between writers that come together', async () => {
		const vault = await openVault({ directory });
		const kept = await Promise.all(
			Array.from({ length: 200 }, (_, index) => keep(vault, Buffer.from(`entry ${index}`))),
		);
		for (const [index, each] of kept.entries())
			expect((await bytesOf(vault, each.place)).toString()).toBe(`entry ${index}`);
		expect(new Set(kept.map((each) => each.place.offset)).size).toBe(200);
		await vault.close();
	});
});
