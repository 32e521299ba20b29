import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, emptySubject, fieldOf, readDraft } from './draft.ts';

const ON = '019b1c3e-7a40-7000-8000-5c1d2e3f4a5b';
const begun = (more: Partial<Draft>): Draft => ({
	...emptyDraft(Date.parse('2026-03-01T12:00:00Z')),
	agreement: 'fiu-customs',
	purpose: 'money-laundering',
	...more,
});
const fieldsOf = (draft: Draft) => readDraft(draft).missing.map(({ field }) => field);

describe('a message while it is being written', () => {
	it('asks for agreement, kind and purpose first', () => {
		expect(fieldsOf(emptyDraft(0))).toEqual(['agreement', 'kind', 'purpose']);
		expect(readDraft(emptyDraft(0)).input).toBeUndefined();
	});

	it('can be looked at before its texts are written, and is not whole', () => {
		const { input, missing } = readDraft(begun({ kind: 'request' }));
		expect(missing.map(({ field }) => field)).toEqual(['grounds']);
		expect(input?.body).toMatchObject({ kind: 'request', grounds: '(not written yet)' });
	});

	it('shows no answer that nobody has chosen', () => {
		expect(readDraft(begun({ kind: 'reply', on: ON })).input).toBeUndefined();
		expect(readDraft(begun({ kind: 'reply', on: ON, answer: 'no-hit' })).input).toBeDefined();
	});

	it('leaves out what was not filled in', () => {
		const { input, missing } = readDraft(
			begun({
				kind: 'request',
				grounds: ' Who pays? ',
				subjects: [emptySubject, { ...emptySubject, name: 'Jonas Vik', nationalities: 'NO, se' }],
				urgency: 'urgent',
				source: 'A',
				information: '1',
			}),
		);
		expect(missing).toEqual([]);
		expect(input).toMatchObject({ urgency: 'urgent', correlation: null });
		// A request says nothing of anybody that could be graded.
		expect(input?.body).toEqual({
			kind: 'request',
			grounds: 'Who pays?',
			urgency: 'urgent',
			wanted: [],
			subjects: [{ kind: 'person', name: 'Jonas Vik', nationalities: ['NO', 'se'] }],
			records: [],
			attachments: [],
		});
	});

	it.each([
		[{ kind: 'query' }, ['subjects']],
		[{ kind: 'reply', on: ON }, ['answer']],
		[{ kind: 'reply', on: ON, answer: 'refused' }, ['ground']],
		[{ kind: 'reply', on: ON, answer: 'no-hit' }, []],
		[{ kind: 'feedback', on: ON }, ['cameOfIt']],
		[{ kind: 'consent', on: ON }, ['isGiven']],
		[{ kind: 'consent-request', on: ON }, ['grounds', 'otherPurpose']],
		[{ kind: 'recall', on: ON, reason: 'x' }, ['reason']],
		[{ kind: 'recall', on: ON, reason: 'Another person' }, []],
		[{ kind: 'alert' }, ['category']],
		[{ kind: 'hit-notice', seenAt: '' }, ['seenOn', 'seenAt', 'seenAt']],
		[{ kind: 'supplementary' }, []],
	] as const satisfies readonly (readonly [Partial<Draft>, readonly string[]])[])(
		'%j wants %j',
		(more, wanted) => {
			expect(fieldsOf(begun(more))).toEqual(wanted);
		},
	);

	it('gives feedback its own records none, and an amount its currency', () => {
		const { input, missing } = readDraft(
			begun({
				kind: 'feedback',
				on: ON,
				cameOfIt: 'offence',
				recovered: '1200',
				currency: 'nok',
				records: [ON],
			}),
		);
		expect(missing).toEqual([]);
		expect(input?.records).toEqual([]);
		expect(input?.body).toMatchObject({ on: ON, recovered: { amount: '1200', currency: 'NOK' } });
	});

	it('knows the field that a path of the contract belongs to', () => {
		expect(fieldOf(['body', 'evaluation'])).toBe('source');
		expect(fieldOf(['grounds'])).toBe('grounds');
		expect(fieldOf([])).toBe('agreement');
	});
});
