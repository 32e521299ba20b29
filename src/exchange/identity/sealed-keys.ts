/**
 * The node's keys as they are kept: seeds sealed under one data key, and the data key under the secret outside of the database. A new
 * secret so means one new seal. In: the store and the secrets. Out: seals at rest, and the keys with their states.
 */
import { hkdfSync } from 'node:crypto';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Database } from '../../platform/database/port.ts';
import {
	insertNodeKeys,
	type KeyState,
	readNodeKeys,
	replaceSecret,
	type StoredKey,
} from '../store/identity.ts';
import { type AtRest, openAtRest } from './at-rest.ts';
import { keyIdOf } from './card.ts';
import type { KeySeed } from './keys.ts';
import {
	type NodeSecret,
	readGivenSecret,
	readOwnSecret,
	removeOwnSecret,
	type SecretSource,
} from './node-secret.ts';

export type KeptKey = KeySeed & {
	readonly state: KeyState;
	readonly madeAt: Date;
	readonly endedAt: Date | null;
	readonly reason: string | null;
};

export type SealedKeysOptions = {
	readonly database: Database;
	readonly node: string;
	readonly folder: string;
	readonly secrets: SecretSource;
	readonly randomBytes: (count: number) => Uint8Array;
	readonly now: Date;
};

const DATA_KEY_BYTES = 32;

/** @throws TidewaiterError `conflict` where the secret that is there is not the one with which the node's keys were sealed. */
export async function openSealedKeys(
	options: SealedKeysOptions,
): Promise<{ atRest: AtRest; keys: KeptKey[] }> {
	const stored = await readNodeKeys(options.database);
	const sealing = stored.find(({ use }) => use === 'at-rest');
	const dataKey = sealing === undefined ? await makeDataKey(options) : await openDataKey(options, sealing);
	const atRest = openAtRest(dataKey, options.randomBytes);
	return { atRest, keys: stored.flatMap((key) => openKey(key, atRest)) };
}

/** A row of the store for a key that was made. */
export const sealKey = (
	key: KeySeed,
	state: KeyState,
	atRest: AtRest,
	madeAt: Date,
	reason: string | null,
): StoredKey => ({
	id: key.id,
	use: key.use,
	publicKey: key.publicKey,
	secret: atRest.seal(key.seed),
	state,
	madeAt,
	endedAt: null,
	reason,
});

async function makeDataKey({
	database,
	node,
	folder,
	secrets,
	randomBytes,
	now,
}: SealedKeysOptions): Promise<Uint8Array> {
	const secret =
		(await readGivenSecret(node, folder, secrets, randomBytes)) ??
		(await readOwnSecret(node, folder, randomBytes));
	if (secret === undefined) throw new Error('a secret is made where there is none');
	const dataKey = randomBytes(DATA_KEY_BYTES);
	const row: StoredKey = {
		id: dataKeyId(dataKey),
		use: 'at-rest',
		publicKey: new Uint8Array(),
		secret: openAtRest(secret.key, randomBytes).seal(dataKey),
		state: 'current',
		madeAt: now,
		endedAt: null,
		reason: null,
	};
	await insertNodeKeys(database, [row]);
	return dataKey;
}

async function openDataKey(
	{ database, node, folder, secrets, randomBytes }: SealedKeysOptions,
	{ id, secret: sealed }: StoredKey,
): Promise<Uint8Array> {
	const opens = (secret: NodeSecret | undefined): Uint8Array | undefined =>
		secret === undefined || sealed === null ? undefined : openAtRest(secret.key, randomBytes).open(sealed);
	const given = await readGivenSecret(node, folder, secrets, randomBytes);
	const byGiven = opens(given);
	if (byGiven !== undefined) return byGiven;
	const byOwn = opens(await readOwnSecret(node, folder, undefined));
	if (byOwn === undefined)
		throw new TidewaiterError(
			'conflict',
			given === undefined
				? 'The secret that opens the keys of this node is not in its folder.'
				: `The keys of this node were not sealed with what ${given.from} gives.`,
			{
				remedy:
					'Put node.key back into the folder of the node, or give TIDEWAITER_KEY_FILE or TIDEWAITER_PASSPHRASE as before.',
			},
		);
	if (given !== undefined) {
		// From now on the secret is kept elsewhere: the seal moves to it, and only then the file goes.
		await replaceSecret(database, id, openAtRest(given.key, randomBytes).seal(byOwn));
		await removeOwnSecret(folder);
	}
	return byOwn;
}

const dataKeyId = (key: Uint8Array): string =>
	keyIdOf(new Uint8Array(hkdfSync('sha256', key, '', 'tidewaiter-data-key-name-1', DATA_KEY_BYTES)));

function openKey(key: StoredKey, atRest: AtRest): KeptKey[] {
	const { use } = key;
	if (use !== 'signing' && use !== 'sealing' && use !== 'certificate') return [];
	const seed = key.secret === null ? undefined : atRest.open(key.secret);
	if (seed === undefined) return [];
	return [
		{
			use,
			id: key.id,
			publicKey: key.publicKey,
			seed,
			state: key.state,
			madeAt: key.madeAt,
			endedAt: key.endedAt,
			reason: key.reason,
		},
	];
}
