/**
 * Text as it is compared: lower case, no accents, words separated by one space. Pure.
 * Two texts that differ only in case, accents, punctuation or spacing become the same.
 */

const marks = /\p{M}+/gu;
const notWord = /[^\p{L}\p{N}]+/gu;
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Words of a text, separated by one space; empty where it has none. */
export function normaliseText(text: string): string {
	if (plain.test(text)) return text;
	return text
		.normalize('NFKD')
		.replace(marks, '')
		.toLowerCase()
		.replace(/['’ʼ`]/g, '')
		.replace(notWord, ' ')
		.trim();
}

/** Letters and digits only, in capitals: for numbers of documents, accounts, vessels. */
export const normaliseNumber = (text: string): string =>
	normaliseText(text).replaceAll(' ', '').toUpperCase();

/** Digits only. */
export const digitsOf = (text: string): string => text.replace(/\D+/g, '');
