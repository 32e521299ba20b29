import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kept, openVault, type Vault } from './vault.ts';

let directory = '';
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'tidewaiter-destroyed-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const PACK = 'main-0000000001';
const secretOf = (of: string): string => `${of}: Erika Mustermann, C01X00T47`;

async function keep(vault: Vault, text: string): Promise<Kept> {
	const bytes = async function* (): AsyncGenerator<Uint8Array> {
		yield Buffer.from(text);
	};
	const { entry, place } = await vault.keepStream(
		bytes(),
		{ receivedAt: 1_790_000_000_000, source: 'carrier', channel: 'http', name: 'mustermann.json' },
		1e9,
		async () => false,
	);
	if (place === undefined) throw new Error('was not kept');
	return { entry, place };
}

async function everything(): Promise<string> {
	const names = await readdir(directory, { recursive: true, withFileTypes: true });
	const files = names.filter((each) => each.isFile());
	return (await Promise.all(files.map((each) => readFile(join(each.parentPath, each.name), 'latin1')))).join(
		'\n',
	);
}

async function textsOf(vault: Vault): Promise<string[]> {
	const texts: string[] = [];
	for await (const { place } of vault.unsettled()) {
		const parts: Uint8Array[] = [];
		for await (const part of vault.read(place)) parts.push(part);
		texts.push(Buffer.concat(parts).toString());
	}
	return texts;
}

describe('destroying what the vault keeps', () => {
	it('leaves nothing of the bytes and of the header, and everything of the others', async () => {
		const vault = await openVault({ directory });
		const kept = await Promise.all(['one', 'two', 'three'].map((each) => keep(vault, secretOf(each))));
		const [, two] = kept;
		if (two === undefined) throw new Error('two was not kept');
		expect(await vault.destroy(two.place, two.entry.sha256)).toBe(true);
		expect(await vault.destroy(two.place, two.entry.sha256)).toBe(true);
		expect(await vault.destroy({ ...two.place, offset: 7 }, two.entry.sha256)).toBe(false);
		expect(await everything()).not.toContain('two');
		expect(await textsOf(vault)).toEqual([secretOf('one'), secretOf('three')]);
		await keep(vault, secretOf('four'));
		await vault.close();
		const again = await openVault({ directory });
		expect(await textsOf(again)).toEqual([secretOf('one'), secretOf('three'), secretOf('four')]);
		await again.close();
	});

	it('destroys what is in a file of its own, and not the same bytes that came again', async () => {
		const vault = await openVault({ directory, apartAbove: 10 });
		const first = await keep(vault, secretOf('large'));
		const second = await keep(vault, secretOf('large'));
		await vault.destroy(first.place, first.entry.sha256);
		expect(await textsOf(vault)).toEqual([secretOf('large')]);
		await vault.destroy(second.place, second.entry.sha256);
		expect(await everything()).not.toContain('Mustermann');
		await vault.close();
	});

	it('survives a stop between the note and the bytes, and a note that was torn', async () => {
		const vault = await openVault({ directory });
		const kept = await Promise.all(['one', 'two'].map((each) => keep(vault, secretOf(each))));
		const [one, two] = kept;
		if (one === undefined || two === undefined) throw new Error('nothing was kept');
		await vault.close();
		const notes = join(directory, 'packs', `${PACK}.destroyed`);
		// Torn in the middle of a number: it says nothing, and what follows it is read.
		await writeFile(notes, `\n${two.place.offset} 1`);
		const again = await openVault({ directory });
		expect(await textsOf(again)).toHaveLength(2);
		await again.destroy(two.place, two.entry.sha256);
		expect(await textsOf(again)).toEqual([secretOf('one')]);
		// The header was half written when the power went: the note stands, so the pack is not cut off there.
		const pack = await open(join(directory, 'packs', `${PACK}.pack`), 'r+');
		await pack.write('{"sha256":"torn', two.place.offset);
		await pack.close();
		await again.close();
		const last = await openVault({ directory });
		const added = await keep(last, secretOf('three'));
		expect(await textsOf(last)).toEqual([secretOf('one'), secretOf('three')]);
		expect(await last.destroy(two.place, two.entry.sha256)).toBe(true);
		expect(await everything()).not.toContain('torn');
		expect(added.place.offset).toBeGreaterThan(two.place.offset);
		await last.close();
	});
});
