import { describe, expect, it } from 'vitest';
import { signBytes, signerOf, verifyBytes } from '../../ledger/note/signed-note.ts';
import { formatReceipt, isReceiptOf, readReceipt, signReceipt } from './receipt.ts';

const fiu = signerOf('fiu.example', 'ed25519', new Uint8Array(32).fill(1));
const stranger = signerOf('fiu.example', 'ed25519', new Uint8Array(32).fill(9));

const receipt = signReceipt(
	{
		format: 'tidewaiter-receipt',
		formatVersion: 1,
		message: '0198f3a2-7e00-7000-8000-000000000001',
		envelope: 'd'.repeat(64),
		from: 'fiu.example',
		to: 'customs.example',
		state: 'refused',
		code: 'replayed',
		reason: 'It came before – “twice”.',
		received: 4,
		at: '2026-05-04T10:00:00Z',
	},
	(message) => signBytes(fiu, message),
);
const bytes = formatReceipt(receipt);

const isBelieved = (read: ReturnType<typeof readReceipt>, signer = fiu): boolean =>
	read !== undefined && isReceiptOf(read, (message, signature) => verifyBytes(signer, message, signature));

describe('a receipt', () => {
	it('is believed from its signer alone', () => {
		expect(readReceipt(bytes)).toEqual(receipt);
		expect(isBelieved(readReceipt(bytes))).toBe(true);
		expect(isBelieved(readReceipt(bytes), stranger)).toBe(false);
		expect(isBelieved({ ...receipt, received: 5 })).toBe(false);
	});

	it('is refused with any byte changed, and never throws', () => {
		for (let at = 0; at < bytes.length; at++)
			for (const flip of [1, 1 << (at % 8), 0x80]) {
				const changed = Uint8Array.from(bytes);
				changed[at] = (changed[at] ?? 0) ^ flip;
				expect(isBelieved(readReceipt(changed)), `byte ${at}`).toBe(false);
			}
	});

	it('has one form only, and a bound', () => {
		expect(readReceipt(Buffer.from('[]'))).toBeUndefined();
		expect(readReceipt(Buffer.from(JSON.stringify(receipt, null, 1)))).toBeUndefined();
		expect(readReceipt(Buffer.from(JSON.stringify({ ...receipt, reason: '\ud800' })))).toBeUndefined();
		expect(readReceipt(new Uint8Array(20_000))).toBeUndefined();
	});
});
