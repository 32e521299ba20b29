/**
 * Receipts: what a receiver says of an envelope, signed, so that the sender can show it to others. Read in the one form in which they
 * are written, and believed only after `isReceiptOf`.
 */
import { hash } from 'node:crypto';
import { type Receipt, receipt as receiptSchema } from '../../../contract/exchange/envelope.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

const signedBytes = (unsigned: Omit<Receipt, 'signature'>): Uint8Array =>
	Buffer.from(`tidewaiter-receipt-1\n${hash('sha256', canonicalJson(unsigned), 'hex')}`, 'utf8');

export const signReceipt = (
	unsigned: Omit<Receipt, 'signature'>,
	sign: (message: Uint8Array) => Uint8Array,
): Receipt => ({
	...unsigned,
	signature: Buffer.from(sign(signedBytes(unsigned))).toString('base64'),
});

export const formatReceipt = (receipt: Receipt): Buffer => Buffer.from(canonicalJson(receipt), 'utf8');

const MOST_BYTES = 16_384;

/** @returns undefined where it is not a receipt, or not in its one form. */
export function readReceipt(bytes: Uint8Array): Receipt | undefined {
	if (bytes.length > MOST_BYTES) return undefined;
	try {
		const read = receiptSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
		// Canonical JSON refuses halves of surrogate pairs, which a reason could hold.
		return read.success && formatReceipt(read.data).equals(bytes) ? read.data : undefined;
	} catch {
		return undefined;
	}
}

/** Was it signed with this key? */
export function isReceiptOf(
	{ signature, ...unsigned }: Receipt,
	verify: (message: Uint8Array, signature: Uint8Array) => boolean,
): boolean {
	return verify(signedBytes(unsigned), Buffer.from(signature, 'base64'));
}
