/**
 * The secret under which a node's keys are sealed at rest. It is outside of the database: a file in the node's folder, a file that
 * TIDEWAITER_KEY_FILE names, or a passphrase in TIDEWAITER_PASSPHRASE. Out: 32 bytes for each place where it may lie.
 */
import { hkdfSync, scrypt } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TidewaiterError } from '../../../contract/errors.ts';

/** From where a secret comes, for people. */
export type NodeSecret = { readonly from: string; readonly key: Uint8Array };

export type SecretSource = {
	readonly keyFile?: string | undefined;
	readonly passphrase?: string | undefined;
};

const KEY_BYTES = 32;
const OWN_FILE = 'node.key';
const SALT_FILE = 'node.salt';
const LEAST_CHARACTERS = 12;
/** RFC 7914: 128 MiB and about half a second, once at each start. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 ** 2 } as const;

/** Another key for each node, also where several share a file or a passphrase. */
const keyFor = (node: string, secret: Uint8Array): Uint8Array =>
	new Uint8Array(hkdfSync('sha256', secret, '', `tidewaiter-at-rest-1\n${node}`, KEY_BYTES));

/** The secret that was given for all nodes of a process; undefined where none was. @throws TidewaiterError */
export async function readGivenSecret(
	node: string,
	folder: string,
	{ keyFile, passphrase }: SecretSource,
	randomBytes: (count: number) => Uint8Array,
): Promise<NodeSecret | undefined> {
	if (keyFile !== undefined) {
		const bytes = await readFile(keyFile).catch((cause: unknown) => {
			throw new TidewaiterError('not-found', 'The file that TIDEWAITER_KEY_FILE names cannot be read.', {
				cause,
			});
		});
		if (bytes.length < KEY_BYTES)
			throw new TidewaiterError('invalid-input', `A key file has at least ${KEY_BYTES} bytes.`, {
				remedy: 'Make one: head -c 32 /dev/urandom > FILE; chmod 600 FILE.',
			});
		return { from: 'TIDEWAITER_KEY_FILE', key: keyFor(node, bytes) };
	}
	if (passphrase === undefined) return undefined;
	if (passphrase.length < LEAST_CHARACTERS)
		throw new TidewaiterError('invalid-input', `A passphrase has at least ${LEAST_CHARACTERS} characters.`);
	const salt =
		(await readSecretFile(folder, SALT_FILE)) ?? (await writeSecretFile(folder, SALT_FILE, randomBytes(16)));
	const stretched = await new Promise<Uint8Array>((resolve, reject) =>
		scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
			error === null ? resolve(key) : reject(error),
		),
	);
	return { from: 'TIDEWAITER_PASSPHRASE', key: keyFor(node, stretched) };
}

/** The secret in the node's folder; made where it is wanted and missing. */
export async function readOwnSecret(
	node: string,
	folder: string,
	make: ((count: number) => Uint8Array) | undefined,
): Promise<NodeSecret | undefined> {
	const known = await readSecretFile(folder, OWN_FILE);
	const secret =
		known ?? (make === undefined ? undefined : await writeSecretFile(folder, OWN_FILE, make(KEY_BYTES)));
	return secret === undefined ? undefined : { from: OWN_FILE, key: keyFor(node, secret) };
}

/** Takes the secret out of the folder, after all was sealed under another one. */
export const removeOwnSecret = (folder: string): Promise<void> => rm(join(folder, OWN_FILE), { force: true });

async function readSecretFile(folder: string, name: string): Promise<Uint8Array | undefined> {
	const text = await readFile(join(folder, name), 'ascii').catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	});
	return text === undefined ? undefined : Buffer.from(text.trim(), 'base64');
}

/** For the owner alone, and on the disk before anything is sealed with it. */
async function writeSecretFile(folder: string, name: string, bytes: Uint8Array): Promise<Uint8Array> {
	const handle = await open(join(folder, name), 'wx', 0o600);
	try {
		await handle.writeFile(`${Buffer.from(bytes).toString('base64')}\n`, 'ascii');
		await handle.sync();
	} finally {
		await handle.close();
	}
	return bytes;
}
