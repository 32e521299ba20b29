/**
 * Thai → Latin, letter by letter through any-ascii, until a syllable says more.
 */
import anyAscii from 'any-ascii';

/** One run of Thai letters → Latin. */
export function thaiToLatin(run: string): string {
	return anyAscii(run);
}
