/**
 * Secrets that stand for a sign-in: the session token of a cookie (`<node>.<secret>`) and the key of a machine
 * (`tw_<node>_<secret>`). Both say which node to ask; only their SHA-256 is stored. 256 random bits need no slow hash.
 */
import { createHash } from 'node:crypto';

export const SECRET_BYTES = 32;

/** Identifiers of nodes: they stand in cookies, keys and folder names. */
export const NODE_ID = /^[a-z][a-z0-9-]{0,31}$/;

const SECRET = /^[A-Za-z0-9_-]{43}$/;

export type Token = { node: string; secret: string };

export const formatSessionToken = (node: string, secret: Uint8Array): string =>
	`${node}.${Buffer.from(secret).toString('base64url')}`;

export const formatApiKey = (node: string, secret: Uint8Array): string =>
	`tw_${node}_${Buffer.from(secret).toString('base64url')}`;

export function parseSessionToken(text: string): Token | undefined {
	const dot = text.indexOf('.');
	return dot < 0 ? undefined : tokenOf(text.slice(0, dot), text.slice(dot + 1));
}

export function parseApiKey(text: string): Token | undefined {
	if (!text.startsWith('tw_')) return undefined;
	const underline = text.indexOf('_', 3);
	return underline < 0 ? undefined : tokenOf(text.slice(3, underline), text.slice(underline + 1));
}

const tokenOf = (node: string, secret: string): Token | undefined =>
	NODE_ID.test(node) && SECRET.test(secret) ? { node, secret } : undefined;

/** What the database keeps of a secret: SHA-256, hexadecimal. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
