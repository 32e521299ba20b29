import { describe, expect, it } from 'vitest';
import { eventText, operationText, placeOfEntry, problemWords, readEntry } from './ledger-words.ts';

const record = '01a203a1-ba9e-7001-a6d1-415fb6e3a8e5';

describe('an entry of the ledger', () => {
	it('is taken apart, and what is none has no parts', () => {
		const entry = {
			at: '',
			what: 'view',
			event: 'readRecord',
			subject: record,
			actor: 'a',
			facts: { lastCount: 2 },
		};
		expect(readEntry(JSON.stringify(entry))).toEqual({
			event: 'readRecord',
			subject: record,
			actor: 'a',
			hash: null,
			facts: [['last count', '2']],
		});
		for (const text of ['', 'null', '[]', '{"event":1}', 'garbage']) expect(readEntry(text).event).toBe('');
	});

	it('says what was done in words', () => {
		expect(eventText('offered-for-matching')).toBe('offered for matching');
		expect(eventText('readRecord')).toBe('read record');
		expect(operationText('readRecord')).toBeDefined();
		expect(operationText('offered-for-matching')).toBeUndefined();
		expect(eventText('accepted')).toBe('accepted');
	});

	it('leads to what it is about', () => {
		const placeOf = (what: string, event: string, subject: string) =>
			placeOfEntry({ what }, readEntry(JSON.stringify({ event, subject })));
		expect(placeOf('view', 'readRecord', record)).toEqual({ to: '/records/$id', id: record });
		expect(placeOf('receipt', 'delivered', record)?.to).toBe('/messages/$id');
		expect(placeOf('view', 'readRecord', 'readRecord')).toBeUndefined();
		expect(placeOf('submission', 'accepted', 'ab'.repeat(32))).toBeUndefined();
	});
});

it('a problem says what to do, of this node and of others', () => {
	const problem = { at: '', kind: 'rollback', sentence: '', kept: '', shown: '' };
	const own = problemWords({ ...problem, partner: 'customs' }, 'customs');
	expect(own.remedy).not.toBe(problemWords({ ...problem, partner: 'fiu' }, 'customs').remedy);
	expect(problemWords({ ...problem, partner: 'fiu', kind: 'other' }, 'customs').remedy).not.toBe('');
});
