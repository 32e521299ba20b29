import { describe, expect, it } from 'vitest';
import { operations } from '../../../../contract/operations.ts';
import { emptyDraft, inputOf } from './request-draft.ts';

describe('a request while it is typed', () => {
	it('leaves out what is empty, and takes lists apart', () => {
		const input = inputOf({
			...emptyDraft,
			names: 'Anna Maria Eriksson\n Анна Эрикссон \n',
			documents: 'XQ4471902, 77-A',
			wanted: 'all of it',
		});
		expect(input).toEqual({
			kind: 'access',
			law: 'gdpr',
			requester: { name: 'Anna Maria Eriksson', as: 'self' },
			subject: {
				names: ['Anna Maria Eriksson', 'Анна Эрикссон'],
				documents: [{ value: 'XQ4471902' }, { value: '77-A' }],
			},
			wanted: 'all of it',
		});
		expect(operations.openRequest.input.safeParse(input).success).toBe(true);
	});

	it('asks for the name of whoever asks for another', () => {
		const input = inputOf({ ...emptyDraft, as: 'representative', names: 'Anna Eriksson', wanted: 'all' });
		expect(operations.openRequest.input.safeParse(input).success).toBe(false);
	});
});
