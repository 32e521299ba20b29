import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../contract/findings.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { noReferenceLists } from '../../values/reference-lists.ts';
import { openSubmission } from '../formats/registry.ts';
import { DEFAULT_LIMITS } from '../model.ts';
import { crossCheck } from './across-documents.ts';
import { findingCatalogue } from './finding-codes.ts';
import { keysOf } from './keys.ts';
import { validateRecord } from './validate.ts';

const folder = new URL('../../../../shared/data/messages/', import.meta.url);

function recordsOf(name: string): BorderRecord[] {
	const under = new URL(`${name}/`, folder);
	return readdirSync(under).flatMap((file) => {
		const reader = openSubmission({ limits: DEFAULT_LIMITS, name: file, now: () => 0 });
		return [...reader.push(readFileSync(new URL(file, under))), ...reader.end()].flatMap((reading) =>
			reading.outcome === 'record' ? [reading.record] : [],
		);
	});
}

describe.skipIf(!existsSync(folder))(
	'messages as carriers and brokers send them (skipped where the shared data is absent)',
	() => {
		it.each(['cds', 'paxlst', 'pnrgov'])(
			'%s: every record is judged within the contract and has keys',
			(name) => {
				const records = recordsOf(name);
				expect(records.length).toBeGreaterThan(2);
				const others = records.map((record, at) => ({
					id: `r${at}`,
					record,
					receivedAt: '2026-03-06T12:00:00Z',
				}));
				for (const record of records) {
					const found = [
						...validateRecord(record, { receivedOn: '2026-03-06', lists: noReferenceLists }),
						...crossCheck(record, others, { receivedAt: '2026-03-06T12:00:00Z' }),
					];
					for (const each of found) {
						expect(finding.safeParse(each).error).toBeUndefined();
						expect(findingCatalogue).toHaveProperty([each.code]);
					}
					expect(keysOf(record).length).toBeGreaterThan(0);
				}
			},
		);
	},
);
