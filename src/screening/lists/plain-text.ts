/**
 * Text of a publisher as it can be kept: no control characters, single spaces, no longer than a member allows.
 */

/** Trimmed, with single spaces, without control and direction characters; undefined where nothing is left. */
export function tidyText(text: string | undefined, maxChars = 400): string | undefined {
	if (text === undefined || text === '') return undefined;
	const tidy = (text.length > maxChars * 4 ? text.slice(0, maxChars * 4) : text)
		.toWellFormed()
		.replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
		.trim();
	if (tidy === '') return undefined;
	return tidy.length <= maxChars ? tidy : tidy.slice(0, maxChars).toWellFormed().trim();
}

/** Texts that say "nothing": publishers fill cells with them. */
const NOTHING =
	/^(?:-0-|-+|n\.?\s?\/?\s?a\.?|nil|none|null|unknown|not available|none identified|undetermined|\?+|\.+)$/i;

/** The same, and undefined for "n/a", "-0-", "unknown" and their like. */
export function tellingText(text: string | undefined, maxChars = 400): string | undefined {
	const tidy = tidyText(text, maxChars);
	return tidy === undefined || NOTHING.test(tidy) ? undefined : tidy;
}
