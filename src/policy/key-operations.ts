/**
 * Keys of machines: made, listed, revoked. A key is shown once, and kept as its SHA-256. Time and chance come in as arguments.
 */
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import { role as roleSchema } from '../../contract/roles.ts';
import { notFound, pageOf, parsePosition } from './list-position.ts';
import type { Subject } from './model.ts';
import { readBound } from './session-purpose.ts';
import type { SignInStore } from './store.ts';
import { formatApiKey, hashSecret, SECRET_BYTES } from './tokens.ts';

export type KeyDependencies = {
	node: string;
	store: SignInStore;
	now: () => Date;
	randomBytes: (count: number) => Uint8Array;
	newId: () => string;
	/** Told where a key was revoked. */
	forget: () => void;
};

export const createKeys = ({ node, store, now, randomBytes, newId, forget }: KeyDependencies) => ({
	listKeys: async (input: InputOf<'listKeys'>): Promise<OutputOf<'listKeys'>> => {
		const rows = await store.listKeys(parsePosition(input.after), input.limit + 1);
		return pageOf(rows, input.limit, (row) => ({
			id: row.id,
			name: row.name,
			role: roleSchema.parse(row.role),
			createdAt: row.created_at.toISOString(),
			lastUsedAt: row.last_used_at?.toISOString() ?? null,
			expiresAt: row.expires_at.toISOString(),
			revoked: row.revoked_at !== null,
			purpose: readBound(row.purpose).boundPurpose ?? null,
		}));
	},

	createKey: async (input: InputOf<'createKey'>, by: Subject): Promise<OutputOf<'createKey'>> => {
		const at = now();
		const key = formatApiKey(node, randomBytes(SECRET_BYTES));
		const expiresAt = new Date(at.getTime() + input.days * 86_400_000);
		const id = newId();
		await store.insertKey({
			id,
			name: input.name,
			role: input.role,
			secret_hash: hashSecret(key),
			created_at: at,
			created_by: by.id,
			last_used_at: null,
			expires_at: expiresAt,
			revoked_at: null,
			purpose: input.purpose ?? null,
		});
		return { id, key, expiresAt: expiresAt.toISOString() };
	},

	revokeKey: async (input: InputOf<'revokeKey'>): Promise<OutputOf<'revokeKey'>> => {
		if (!(await store.revokeKey(input.id, now()))) throw notFound('key');
		forget();
		return { id: input.id };
	},
});
