import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementBody, Matchable } from '../../../contract/exchange/agreement.ts';
import { messageKinds } from '../../../contract/exchange/message.ts';
import { openPolicies, policiesOf } from './cedar.ts';
import { isOnDay } from './document.ts';
import { fateOf } from './minimise.ts';
import { rulesFor } from './minimise-message.ts';

const nodes = ['customs.example', 'fiu.example', 'immigration.example'] as const;
const purposes = ['money-laundering', 'customs-control', 'smuggling'] as const;
const codes = ['H0', 'H1', 'H2', 'H3'] as const;
const kinds = ['declaration', 'cash-declaration', 'booking'] as const;

/** Mostly the first: a question that nothing can permit says little. */
const mostly = <T>(first: T, ...others: readonly T[]): fc.Arbitrary<T> =>
	fc.oneof(
		{ weight: 5, arbitrary: fc.constant(first) },
		{ weight: 1, arbitrary: fc.constantFrom(...others) },
	);

const grant = fc.record({
	from: mostly<string>(...nodes),
	to: mostly<string>(nodes[1], nodes[0], nodes[2]),
	messages: fc.subarray([...messageKinds].slice(0, 5), { minLength: 2 }),
	records: fc
		.subarray([...kinds])
		.map((some) => some.map((kind) => ({ kind, allowed: [], masked: [], forbidden: [] }))),
	matching: fc.constant<Matchable[]>([]),
});
const agreement: fc.Arbitrary<AgreementBody> = fc.record({
	format: fc.constant('tidewaiter-agreement' as const),
	formatVersion: fc.constant(1 as const),
	id: mostly('one-agreement', 'other-agreement'),
	version: fc.integer({ min: 1, max: 3 }),
	title: fc.constant('An agreement'),
	parties: mostly<string[]>([nodes[0], nodes[1]], [], [nodes[0]]),
	legalBasis: fc.constant('Section 1'),
	purposes: fc.subarray<string>([...purposes]),
	grants: fc.array(grant, { minLength: 1, maxLength: 3 }),
	handling: fc.record({
		least: fc.constant('H0' as const),
		allowed: fc.subarray([...codes], { minLength: 1 }),
	}),
	evaluation: fc.boolean(),
	retentionDays: fc.constant(30),
	onward: fc.constant('never' as const),
	responseHours: fc.constant({ urgent: 8, direct: 72, normal: 168 }),
	budget: fc.constant({ questionsPerDay: 1, messagesPerDay: 1, intersectionsPerMonth: 1 }),
	startsOn: fc.constantFrom('2026-01-01', '2026-06-01'),
	reviewOn: fc.constant('2026-06-01'),
	endsOn: fc.constantFrom('2026-06-30', '2026-12-31'),
});
const question = fc.record({
	agreement: mostly('one-agreement', 'other-agreement', '" || true || "'),
	from: mostly<string>(...nodes),
	to: mostly<string>(nodes[1], nodes[0], nodes[2]),
	kind: fc.constantFrom(...messageKinds.slice(0, 6)),
	purpose: fc.constantFrom(...purposes, 'another'),
	handling: fc.constantFrom(...codes),
	records: fc.subarray([...kinds], { maxLength: 1 }),
	atMs: fc
		.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31')
		.map((day) => Date.parse(`${day}T23:59:59Z`)),
});

describe('an agreement in Cedar', () => {
	it('permits what a plain reading of it permits, and nothing else', () => {
		let permitted = 0;
		fc.assert(
			fc.property(agreement, fc.array(question, { minLength: 5, maxLength: 10 }), (body, questions) => {
				const policies = openPolicies(policiesOf(body));
				for (const asked of questions) {
					const plain =
						body.parties.length === 2 &&
						asked.agreement === body.id &&
						isOnDay(body, asked.atMs) &&
						body.purposes.some((purpose) => purpose === asked.purpose) &&
						body.handling.allowed.includes(asked.handling) &&
						body.grants.some(
							({ from, to, messages, records }) =>
								from === asked.from &&
								to === asked.to &&
								messages.includes(asked.kind) &&
								asked.records.every((kind) => records.some((each) => each.kind === kind)),
						);
					if (plain) permitted++;
					expect(policies.permits(asked)).toBe(plain);
				}
			}),
			{ seed: 11, numRuns: 150 },
		);
		expect(permitted).toBeGreaterThan(20);
	});

	it('lets say of a record what minimisation lets through, and nothing else', () => {
		const path = fc.constantFrom(
			'office',
			'items.hsCode',
			'items.price.amount',
			'parties.name',
			'parties.person.name.full',
		);
		const pattern = fc.oneof(
			path,
			fc.constantFrom('*', 'items.*', 'parties.*', 'parties.person.*', 'items.price'),
		);
		const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 });
		const few = fc.array(pattern, { maxLength: 1 });
		const fields = fc.record({ allowed: patterns, masked: few, forbidden: few });
		let said = 0;
		fc.assert(
			fc.property(
				agreement,
				fc.array(fields, { minLength: 3, maxLength: 3 }),
				path,
				(drawn, rules, asked) => {
					const body = {
						...drawn,
						grants: drawn.grants.map((each, at) => ({
							...each,
							records: each.records.map((record) => ({ ...record, ...rules[at] })),
						})),
					};
					const policies = openPolicies(policiesOf(body));
					for (const record of kinds) {
						const question = {
							agreement: body.id,
							from: nodes[0],
							to: nodes[1],
							kind: 'query' as const,
							record,
							path: asked,
						};
						const fate = rulesFor(body, question, 'query', record);
						const plain =
							body.parties.length === 2 &&
							body.purposes.length > 0 &&
							fate !== undefined &&
							fateOf(asked, fate) === 'allowed';
						const atMs = Date.parse(`${body.startsOn}T12:00:00Z`);
						if (plain) said++;
						expect(policies.reveals({ ...question, atMs })).toBe(plain);
						expect(policies.reveals({ ...question, atMs: atMs - 86_400_000 })).toBe(false);
					}
				},
			),
			{ seed: 12, numRuns: 120 },
		);
		expect(said).toBeGreaterThan(20);
	});

	it('permits nothing where it does not parse, or there is nothing', () => {
		const asked = {
			agreement: 'x',
			from: nodes[0],
			to: nodes[1],
			kind: 'reply',
			purpose: 'p',
			handling: 'H0',
			records: [],
			atMs: 0,
		};
		for (const text of ['', 'permit', 'permit (principal, action, resource) when { context.no == 1 };'])
			expect(openPolicies({ send: text, reveal: text }).permits(asked)).toBe(false);
	});
});
