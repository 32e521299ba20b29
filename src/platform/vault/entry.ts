/**
 * How the vault writes one submission: a line of JSON, the bytes, a line feed. A pack can be read with a text editor
 * and taken apart with ten lines of any language, also when this program is long gone.
 */
import { z } from 'zod';

export const vaultEntry = z.object({
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	bytes: z.number().int().nonnegative(),
	receivedAt: z.number().int(),
	source: z.string(),
	channel: z.string(),
	name: z.string().optional(),
	mapping: z.string().optional(),
	/** True where the bytes are in a file of their own under large/. */
	apart: z.boolean().optional(),
	/** Name of that file; their hash where it is left out. */
	file: z
		.string()
		.regex(/^[0-9a-f]{64}-[0-9a-f]{8}$/)
		.optional(),
});

export type VaultEntry = z.infer<typeof vaultEntry>;

/** Longest header line, in bytes; a longer one is not ours. */
export const MAX_HEADER_BYTES = 16_384;

export const formatHeader = (entry: VaultEntry): Buffer => Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8');

/** Reads a header line without its line feed; undefined where it is none. */
export function parseHeader(line: string): VaultEntry | undefined {
	try {
		return vaultEntry.safeParse(JSON.parse(line)).data;
	} catch {
		return undefined;
	}
}
