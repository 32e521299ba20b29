import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
	verifyConsistency,
	verifyInclusion,
	verifySubtreeConsistency,
	verifySubtreeInclusion,
} from './verify.ts';

const data = fileURLToPath(new URL('../../../../shared/data/ledger/merkle', import.meta.url));

const hash = z.string().nullable();
const hashes = z.array(z.string()).nullable();
const ends = { desc: z.string(), wantErr: z.boolean(), proof: hashes };
const inclusion = z.object({
	...ends,
	leafIdx: z.number(),
	treeSize: z.number(),
	root: hash,
	leafHash: hash,
});
const consistency = z.object({ ...ends, size1: z.number(), size2: z.number(), root1: hash, root2: hash });
const subtreeInclusion = z.object({
	...ends,
	leafIdx: z.number(),
	start: z.number(),
	end: z.number(),
	root: hash,
	leafHash: hash,
});
const subtreeConsistency = z.object({
	...ends,
	start: z.number(),
	end: z.number(),
	size: z.number(),
	root1: hash,
	root2: hash,
});

const bytes = (text: string | null): Uint8Array => Buffer.from(text ?? '', 'base64');
const all = (texts: string[] | null): Uint8Array[] => (texts ?? []).map(bytes);

/** By folder: does the case hold? */
const checks: { readonly [folder: string]: (text: string) => { holds: boolean; wantErr: boolean } } = {
	inclusion: (text) => {
		const it = inclusion.parse(JSON.parse(text));
		return {
			holds: verifyInclusion(bytes(it.leafHash), it.leafIdx, it.treeSize, all(it.proof), bytes(it.root)),
			wantErr: it.wantErr,
		};
	},
	consistency: (text) => {
		const it = consistency.parse(JSON.parse(text));
		return {
			holds: verifyConsistency(it.size1, it.size2, all(it.proof), bytes(it.root1), bytes(it.root2)),
			wantErr: it.wantErr,
		};
	},
	subtreeinclusion: (text) => {
		const it = subtreeInclusion.parse(JSON.parse(text));
		return {
			holds: verifySubtreeInclusion(
				bytes(it.leafHash),
				it.leafIdx,
				it.start,
				it.end,
				all(it.proof),
				bytes(it.root),
			),
			wantErr: it.wantErr,
		};
	},
	subtreeconsistency: (text) => {
		const it = subtreeConsistency.parse(JSON.parse(text));
		return {
			holds: verifySubtreeConsistency(
				it.start,
				it.end,
				it.size,
				all(it.proof),
				bytes(it.root1),
				bytes(it.root2),
			),
			wantErr: it.wantErr,
		};
	},
};

describe.skipIf(!existsSync(data))('proofs, good and bad, of the shared data', () => {
	for (const [folder, check] of Object.entries(checks))
		it(`${folder}: every case is told right`, () => {
			const files = readdirSync(join(data, folder), { recursive: true, withFileTypes: true }).filter((each) =>
				each.name.endsWith('.json'),
			);
			expect(files.length).toBeGreaterThan(50);
			const wrong = files
				.map((each) => ({
					path: join(each.parentPath, each.name).slice(data.length),
					...check(readFileSync(join(each.parentPath, each.name), 'utf8')),
				}))
				.filter(({ holds, wantErr }) => holds === wantErr);
			expect(wrong).toEqual([]);
		});
});
