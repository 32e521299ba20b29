import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEntry } from '../ledger/model.ts';
import { ledgerEntriesOf } from './ledger-entries.ts';

const progress = (name: string) => ({
	row: {
		id: 'a'.repeat(64),
		receivedAtMs: 0,
		source: name,
		channel: 'http',
		name,
		mapping: null,
		bytes: 10,
		pack: 'p',
		packOffset: 0,
	},
	from: 0,
	to: 1,
	format: 'goaml',
	status: 'accepted' as const,
	records: 1,
	created: 1,
	amended: 0,
	repeated: 0,
	refused: 0,
	infos: 0,
	warnings: 0,
	errors: 0,
	firstRecord: null,
	lastRecord: null,
});

describe('what a batch enters', () => {
	it('has one entry for each submission and one for all assessments', () => {
		const lanes = new Map([['r1', { lane: 'red', basis: 'rules', reason: 'why' } as const]]);
		const entries = ledgerEntriesOf([progress('a'), progress('b')], { lanes }, 0);
		expect(entries.map(({ what }) => what)).toEqual(['submission', 'submission', 'assessment']);
		const other = new Map([['r1', { lane: 'green', basis: 'rules', reason: 'why' } as const]]);
		expect(ledgerEntriesOf([], { lanes: other }, 0)[0]?.hash).not.toBe(entries[2]?.hash);
	});

	it('never holds a name: of a file, of a source, or in a reason', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Z][a-z]{5,12} [A-Z][a-z]{5,12}$/), (name) => {
				const lanes = new Map([['r1', { lane: 'red', basis: 'rules', reason: name } as const]]);
				const text = ledgerEntriesOf([progress(name)], { lanes }, 0)
					.map(formatEntry)
					.join('\n');
				expect(text).not.toContain(name);
			}),
			{ seed: 4, numRuns: 100 },
		);
	});
});
