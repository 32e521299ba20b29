/**
 * Bodies as they lie in the store: each under a key of its own, and the key under the node's. Who destroys the key destroys the body,
 * also in every copy of the database.
 */
import { hash } from 'node:crypto';
import { type MessageBody, messageBody } from '../../../contract/exchange/message.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { openAtRest } from '../identity/at-rest.ts';
import type { Identity } from '../model.ts';

const KEY_BYTES = 32;

export type KeptBody = { readonly body: Uint8Array; readonly body_key: Uint8Array };

export function sealBody(
	body: MessageBody,
	identity: Pick<Identity, 'sealAtRest'>,
	randomBytes: (count: number) => Uint8Array,
): KeptBody {
	const key = randomBytes(KEY_BYTES);
	return {
		body: openAtRest(key, randomBytes).seal(Buffer.from(canonicalJson(body), 'utf8')),
		body_key: identity.sealAtRest(key),
	};
}

/** @returns undefined where it was deleted, or is not what this node has stored. */
export function openBodyAtRest(
	{ body, body_key }: { readonly body: Uint8Array | null; readonly body_key: Uint8Array | null },
	identity: Pick<Identity, 'openAtRest'>,
): MessageBody | undefined {
	if (body === null || body_key === null) return undefined;
	const key = identity.openAtRest(body_key);
	const plain = key === undefined ? undefined : openAtRest(key, noBytes).open(body);
	if (plain === undefined) return undefined;
	const read = messageBody.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
	return read.success ? read.data : undefined;
}

/** Opening needs no chance. */
const noBytes = (): Uint8Array => {
	throw new Error('nothing is sealed here');
};

/** SHA-256 of a body: what the ledger names it by. */
export const bodyHash = (body: MessageBody): string => hash('sha256', canonicalJson(body), 'hex');
