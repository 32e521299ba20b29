import { describe, expect, it } from 'vitest';
import { problemsOfTerms } from '../../../contract/exchange/agreement-problems.ts';
import { problemsOfPaths } from '../../../contract/exchange/record-paths.ts';
import { openPolicies, policiesOf } from './cedar.ts';
import { fateOf } from './minimise.ts';
import { templatesOf } from './templates.ts';

const NOW_MS = Date.parse('2026-05-01T12:00:00Z');
const templates = await templatesOf(NOW_MS);
const rulesOf = (id: string) =>
	(templates.find((each) => each.id === id)?.body.grants ?? []).flatMap((grant) =>
		grant.records.map((rules) => ({ ...rules, from: grant.from })),
	);

describe('templates of agreements', () => {
	it('are the four, each sensible, with paths that exist and a legal basis to complete', () => {
		expect(templates.map(({ id }) => id)).toEqual([
			'customs-customs',
			'customs-immigration',
			'fiu-customs',
			'fiu-fiu',
		]);
		for (const { id, body } of templates) {
			expect([id, problemsOfTerms(body), problemsOfPaths(body)]).toEqual([id, [], []]);
			expect(body.legalBasis).toMatch(/\[.+\]/);
			expect(body.responseHours).toEqual({ urgent: 8, direct: 72, normal: 168 });
			expect([body.startsOn, body.reviewOn > body.startsOn]).toEqual(['2026-05-01', true]);
		}
	});

	it('compile to policies that parse and permit what they grant', () => {
		for (const { body } of templates) {
			const policies = openPolicies(policiesOf(body));
			for (const { from, to, messages, records } of body.grants)
				expect(
					policies.permits({
						agreement: body.id,
						from,
						to,
						kind: messages[0] ?? '',
						purpose: body.purposes[0] ?? '',
						handling: body.handling.least,
						records: records.map(({ kind }) => kind),
						atMs: NOW_MS,
					}),
				).toBe(true);
		}
	});

	it('never let out who reported a suspicion, or free text of bookings, or the officer', () => {
		for (const id of ['fiu-customs', 'fiu-fiu'])
			for (const rules of rulesOf(id).filter(({ kind }) => kind === 'suspicion-report'))
				for (const path of [
					'reporterId',
					'reportingPerson.person.name.full',
					'reportingUser',
					'location.city',
					'transactions.teller',
					'transactions.sides.ownClient',
				])
					expect(fateOf(path, rules)).toBe('forbidden');
		for (const rules of rulesOf('customs-immigration')) {
			if (rules.kind === 'booking')
				for (const path of ['remarks.text', 'services.text', 'history'])
					expect(fateOf(path, rules)).toBe('forbidden');
			if (rules.kind === 'outcome') expect(fateOf('inspector', rules)).toBe('forbidden');
		}
	});
});
