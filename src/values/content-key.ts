/**
 * Keys made from content: the same text gives the same key, on every machine and in every year.
 */
import { hash } from 'node:crypto';

/** 128 bits of SHA-256 of a text, in the form of a UUID: key of what has one owner. */
export function contentKey(text: string): string {
	const hex = hash('sha256', text, 'hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/**
 * 63 bits of SHA-256 of a text, as the text of a positive bigint. Half the size of a UUID in an index with several
 * entries for each record; whoever looks one up compares the value itself afterwards, so a collision costs a look.
 */
export function lookupKey(text: string): string {
	return (hash('sha256', text, 'buffer').readBigUInt64BE(0) >> 1n).toString();
}
