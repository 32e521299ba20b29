import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OperationId, operations } from '../../contract/operations.ts';
import { formatEntry } from '../ledger/model.ts';
import { type CallFacts, entryOfAccess, entryOfChange, entryOfDenial } from './ledger-entries.ts';

const RECORD = '0190a1b2-0000-7000-8000-000000000001';
const facts = (id: OperationId, input: Record<string, unknown>): CallFacts => ({
	id,
	at: new Date(0),
	actor: '0190a1b2-0000-7000-8000-00000000000a',
	role: 'analyst',
	input,
});

describe('what calls enter into the ledger', () => {
	it('says which record was seen, which rule was changed, and who was refused', () => {
		expect(entryOfAccess(facts('readRecord', { id: RECORD }))).toMatchObject({
			what: 'view',
			subject: RECORD,
		});
		expect(entryOfAccess(facts('screen', { name: 'Amara Okafor' }))).toMatchObject({
			what: 'search',
			subject: 'screen',
		});
		expect(entryOfChange(facts('decideRule', { id: 'late-booking', version: 2 }))).toMatchObject({
			what: 'rule',
			subject: 'late-booking',
			facts: { version: 2 },
		});
		expect(entryOfChange(facts('readRecord', { id: RECORD }))).toBeUndefined();
		expect(entryOfDenial(facts('createUser', { name: 'amara' }))).toMatchObject({
			event: 'denied',
			subject: 'createUser',
		});
	});

	it('never holds what somebody typed: names in any member of any operation', () => {
		const ids = Object.keys(operations) as OperationId[];
		fc.assert(
			fc.property(
				fc.constantFrom(...ids),
				fc.stringMatching(/^[A-Z][a-z]{5,12} [A-Z][a-z]{5,12}$/),
				fc.constantFrom('id', 'record', 'name', 'search', 'reason', 'entry', 'displayName', 'list'),
				(id, name, member) => {
					const call = facts(id, { [member]: name, nested: { name } });
					for (const entry of [entryOfChange(call), entryOfAccess(call), entryOfDenial(call)])
						if (entry !== undefined) expect(formatEntry(entry)).not.toContain(name);
				},
			),
			{ seed: 5, numRuns: 500 },
		);
	});
});
