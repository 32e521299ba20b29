/**
 * Values that were held back, looked for in what is sent all the same: as they are, in another case, without their separators,
 * backwards, in base64, in hexadecimal, percent-encoded. Pure. Finds what people and programs do without thinking; it cannot find
 * what somebody means to hide.
 */

/** Shorter values are in too many texts to say anything. */
const LEAST_CHARACTERS = 5;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
/** Letters and digits alone: `AB-12 34` is `ab1234`. */
const bare = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, '');
const backwards = (text: string): string => [...text].reverse().join('');

/**
 * Base64 of a value at each of the three places that it can have in a longer text, without the characters that its neighbours
 * would change.
 */
function base64Of(text: string): string[] {
	const bytes = Buffer.from(text, 'utf8');
	return [0, 1, 2].map((before) => {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes])
			.toString('base64')
			.replaceAll('=', '');
		const whole = Math.floor(((before + bytes.length) * 8) / 6);
		return encoded.slice(Math.ceil((before * 8) / 6), whole);
	});
}

/** Looks for values in one text. @returns those that are in it. */
export function leaksOf(text: string, values: readonly string[]): string[] {
	const texts = { exact: text, plain: plain(text), bare: bare(text), percent: bare(percentDecoded(text)) };
	return values.filter((value) => {
		const core = bare(value);
		if (core.length < LEAST_CHARACTERS) return false;
		if (texts.bare.includes(core) || texts.bare.includes(backwards(core)) || texts.percent.includes(core))
			return true;
		const forms = [value, value.toLowerCase(), value.toUpperCase()];
		return forms.some(
			(form) =>
				texts.bare.includes(Buffer.from(form, 'utf8').toString('hex')) ||
				base64Of(form).some(
					(encoded) =>
						encoded.length >= LEAST_CHARACTERS &&
						(texts.exact.includes(encoded) ||
							texts.exact.includes(encoded.replaceAll('+', '-').replaceAll('/', '_'))),
				),
		);
	});
}

/** Every `%XX` as the byte that it stands for; what is no UTF-8 then stays as it was. */
function percentDecoded(text: string): string {
	return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run;
		}
	});
}
