/**
 * Submissions that were spoilt on the way. In: a submission as its sender meant it. Out: what arrives.
 * Each kind of damage is one that real senders and lines make, and one that a reader must report and not stumble over.
 */
import type { Damage } from './model.ts';

/** @param share from 0 to 1: where in the text the damage is. */
export function damaged(text: string, damage: Damage, share: number): string {
	switch (damage) {
		case 'truncated':
			return text.slice(0, Math.floor(text.length * (0.35 + 0.6 * share)));
		case 'wrong-count':
			// One more segment, message or item than there is; a text without such a count arrives as it was.
			return text
				.replace(/\nUNT\+(\d+)/, (_, count: string) => `\nUNT+${Number(count) + 1}`)
				.replace(
					/<GoodsItemQuantity>(\d+)</,
					(_, count: string) => `<GoodsItemQuantity>${Number(count) + 1}<`,
				);
		case 'wrong-reference':
			return text.replace(/\nUNZ\+(\d+)\+[^']*'/, (_, count: string) => `\nUNZ+${count}+0000000'`);
		case 'foreign-bytes': {
			// A letter that was converted twice between encodings.
			const at = text.search(/[æøåäöüßéíłşğ]/i);
			return at < 0
				? text
				: `${text.slice(0, at)}Ã${String.fromCharCode(0x80 + (text.charCodeAt(at) % 64))}${text.slice(at + 1)}`;
		}
	}
}
