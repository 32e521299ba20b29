/**
 * The mark of a page of trusted traders: where the next one begins, as text that a caller hands back.
 */
import { foreignPageMark } from '../../platform/page-mark.ts';

export type TraderMark = { readonly scheme: string; readonly value: string };

export const writeTraderMark = ({ scheme, value }: TraderMark): string =>
	Buffer.from(JSON.stringify([scheme, value])).toString('base64url');

/** @throws TidewaiterError invalid-input */
export function readTraderMark(text: string): TraderMark {
	try {
		const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
		if (Array.isArray(read) && typeof read[0] === 'string' && typeof read[1] === 'string')
			return { scheme: read[0], value: read[1] };
	} catch {
		// Falls through to the one answer for every kind of damage.
	}
	throw foreignPageMark();
}
