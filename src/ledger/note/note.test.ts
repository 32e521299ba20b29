import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosign, cosignedAt, formatCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import {
	formatNote,
	formatVerifier,
	isSignedBy,
	keyIdOf,
	parseNote,
	parseVerifier,
	signerOf,
	signNote,
} from './signed-note.ts';

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const owner = signerOf('ledger.example/customs', 'ed25519', seed(1));
const partner = signerOf('ledger.example/fiu', 'cosignature', seed(2));
const checkpoint = { origin: 'ledger.example/customs', size: 20_852_163, root: new Uint8Array(32).fill(7) };

describe('a signed note', () => {
	it('is read as it was written', () => {
		const text = 'One line\n\nand another after an empty one\n';
		const note = { text, signatures: [signNote(text, owner)] };
		const read = parseNote(formatNote(note));
		expect(read?.text).toBe(text);
		expect(read !== undefined && isSignedBy(read, owner)).toBe(true);
		expect(read !== undefined && isSignedBy(read, signerOf(owner.name, 'ed25519', seed(9)))).toBe(false);
	});

	it('is refused where one character is another', () => {
		const good = formatNote(signCheckpoint(checkpoint, owner));
		fc.assert(
			fc.property(
				fc.nat({ max: good.length - 1 }),
				fc.constantFrom('x', '\n', '\t', '=', '\u2014'),
				(at, other) => {
					const changed = good.slice(0, at) + other + good.slice(at + 1);
					const read = parseNote(changed);
					if (changed !== good) expect(read !== undefined && isSignedBy(read, owner)).toBe(false);
				},
			),
			{ seed: 1, numRuns: 300 },
		);
	});

	it('never throws on what is no note', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const read = parseNote(text);
				if (read !== undefined) expect(read.signatures.length).toBeGreaterThan(0);
			}),
			{ seed: 2, numRuns: 500 },
		);
	});

	it('has verifiers that can be told by text', () => {
		const text = formatVerifier(owner);
		expect(text).toMatch(/^ledger\.example\/customs\+[0-9a-f]{8}\+/);
		expect(parseVerifier(text)).toMatchObject({ name: owner.name, type: 'ed25519' });
		expect(parseVerifier(text.replace('customs', 'customz'))).toBeUndefined();
		expect(keyIdOf(owner)).not.toEqual(keyIdOf({ ...owner, type: 'cosignature' }));
	});

	it('verifies the published example of Go', () => {
		// golang.org/x/mod/sumdb/note: the key of sum.golang.org, as go ships it.
		const verifier = parseVerifier('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');
		expect(verifier?.publicKey.length).toBe(32);
	});
});

describe('a checkpoint', () => {
	it('is read as it was written, and nothing else is one', () => {
		expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual({
			...checkpoint,
			root: Buffer.from(checkpoint.root),
		});
		for (const text of [
			'',
			'origin\n01\nAAAA\n',
			'origin\n-1\n',
			`origin\n99999999999999999\n${Buffer.alloc(32).toString('base64')}\n`,
			'origin\n5\nnot base64\n',
		])
			expect(parseCheckpoint(text)).toBeUndefined();
	});

	it('is cosigned with the time, by the right key only', () => {
		const note = signCheckpoint(checkpoint, owner);
		const both = { ...note, signatures: [...note.signatures, cosign(note.text, partner, 1_790_000_000)] };
		const read = parseNote(formatNote(both));
		expect(read !== undefined && isSignedBy(read, owner)).toBe(true);
		expect(read && cosignedAt(read, partner)).toBe(1_790_000_000);
		expect(read && cosignedAt(read, signerOf(partner.name, 'cosignature', seed(5)))).toBeUndefined();
		const moved = { ...both, text: formatCheckpoint({ ...checkpoint, size: 20_852_164 }) };
		expect(cosignedAt(moved, partner)).toBeUndefined();
	});
});
