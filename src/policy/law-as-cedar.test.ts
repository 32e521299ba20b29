import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../contract/operation.ts';
import { purposeIds } from '../../contract/purposes.ts';
import { agency, role } from '../../contract/roles.ts';
import { decide } from './decide.ts';
import { law } from './law.ts';
import { CEDAR_LAW_SCHEMA, lawAsCedar } from './law-as-cedar.ts';
import { type ActionObject, type DecisionContext, type Subject, subjectRoles } from './model.ts';
import { type Narrowing, narrowLaw, refuseNarrowing } from './narrow.ts';

const at = new Date('2026-01-05T08:00:00Z');

const narrowings: readonly Narrowing[] = [
	{ action: 'record.export', role: 'analyst' },
	{ action: 'record.read', purpose: 'quality-assurance' },
	{ action: 'record.read', role: 'officer', purpose: 'customs-control' },
	{ action: 'rule.write', role: 'supervisor' },
];
const laws = { program: law, narrowed: narrowLaw(law, narrowings) };

beforeAll(() => {
	expect(preparseSchema('law', CEDAR_LAW_SCHEMA)).toEqual({ type: 'success' });
	for (const [name, each] of Object.entries(laws))
		expect(preparsePolicySet(name, { staticPolicies: lawAsCedar(each) })).toEqual({ type: 'success' });
});

/** The question as Cedar is asked it. */
function permitsByCedar(
	name: string,
	subject: Subject,
	action: string,
	object: ActionObject,
	context: DecisionContext,
): boolean {
	const node = (id: string) => ({ __entity: { type: 'Node', id } });
	const { stated } = context;
	const answer = statefulIsAuthorized({
		principal: { type: 'Subject', id: subject.id },
		action: { type: 'Action', id: action },
		resource: { type: 'Object', id: 'it' },
		context: {
			agency: context.agency,
			exercise: context.exercise,
			secondFactor: context.secondFactor,
			purposeIsCurrent: !(stated?.until !== undefined && stated.until <= at),
			hasCase: stated?.caseReference !== undefined,
			...(stated === undefined ? {} : { purpose: stated.purpose }),
			...(context.boundPurpose === undefined ? {} : { boundPurpose: context.boundPurpose }),
		},
		entities: [
			{
				uid: { type: 'Subject', id: subject.id },
				attrs: {
					kind: subject.kind,
					id: subject.id,
					...(subject.node === undefined ? {} : { node: node(subject.node) }),
				},
				parents: [{ type: 'Role', id: subject.role }],
			},
			{
				uid: { type: 'Object', id: 'it' },
				attrs: {
					node: node(object.node),
					...(object.id === undefined ? {} : { id: object.id }),
					...(object.role === undefined ? {} : { role: object.role }),
				},
				parents: [],
			},
		],
		preparsedPolicySetId: name,
		preparsedSchemaName: 'law',
		validateRequest: true,
	});
	if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
	expect(answer.response.diagnostics.errors).toEqual([]);
	return answer.response.decision === 'allow';
}

const optional = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined });
const kinds = fc.constantFrom('user', 'machine', 'local-operator', 'anonymous') satisfies fc.Arbitrary<
	Subject['kind']
>;
const question = fc.record({
	subject: fc.record({
		kind: kinds,
		id: fc.constantFrom('a', 'b'),
		role: fc.constantFrom(...subjectRoles),
		node: fc.constantFrom('here', 'here', 'here', 'there', undefined),
	}),
	action: fc.constantFrom(
		...actions,
		...actions,
		'user.change',
		'key.create',
		'record.export',
		'record.read',
		'rule.write',
	),
	object: fc.record({
		id: optional(fc.constantFrom('a', 'b')),
		role: optional(fc.constantFrom(...role.options)),
	}),
	context: fc.record({
		agency: fc.constantFrom(...agency.options),
		exercise: fc.boolean(),
		secondFactor: fc.constantFrom('used', 'missing', 'not-needed', 'not-needed') satisfies fc.Arbitrary<
			DecisionContext['secondFactor']
		>,
		boundPurpose: fc.oneof(
			{ weight: 4, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.constantFrom(...purposeIds) },
		),
		stated: fc.oneof(
			{ weight: 1, arbitrary: fc.constant(undefined) },
			{
				weight: 6,
				arbitrary: fc.record({
					purpose: fc.constantFrom(...purposeIds),
					caseReference: fc.constantFrom(undefined, 'C-1'),
					until: fc.constantFrom(undefined, new Date(at.getTime() + 1), new Date(at.getTime() - 1)),
				}),
			},
		),
	}),
	which: fc.constantFrom('program', 'narrowed') satisfies fc.Arbitrary<keyof typeof laws>,
});

/** Members that are not given are left out. */
const given = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
	Object.fromEntries(
		Object.entries(value)
			.filter(([, each]) => each !== undefined)
			.map(([key, each]) => [key, each]),
	) as { [K in keyof T]: Exclude<T[K], undefined> };

describe('the law as Cedar policies', () => {
	it('answers every question as decide does', () => {
		let permits = 0;
		fc.assert(
			fc.property(question, ({ subject, action, object, context: { stated, ...context }, which }) => {
				const circumstances: DecisionContext = {
					at,
					channel: 'http',
					law: laws[which],
					...given(context),
					...(stated === undefined ? {} : { stated: given(stated) }),
				};
				const asked = { node: 'here', ...given(object) };
				const decision = decide(subject, action, asked, circumstances);
				if (decision.permitted) permits++;
				expect(permitsByCedar(which, subject, action, asked, circumstances)).toBe(decision.permitted);
			}),
			{ seed: 20_260_105, numRuns: 1_200 },
		);
		expect(permits).toBeGreaterThan(50);
	});
});

describe('narrowing the law', () => {
	it('permits the same or less, whatever is narrowed', () => {
		const narrowing: fc.Arbitrary<Narrowing> = fc
			.record({
				action: fc.constantFrom(...actions),
				role: optional(fc.constantFrom(...role.options)),
				purpose: optional(fc.constantFrom(...purposeIds)),
			})
			.map(given);
		fc.assert(
			fc.property(fc.array(narrowing, { maxLength: 8 }), question, (narrow, asked) => {
				const { stated, ...context } = asked.context;
				const permits = (inForce: typeof law) =>
					decide(
						asked.subject,
						asked.action,
						{ node: 'here', ...given(asked.object) },
						{
							at,
							channel: 'http',
							law: inForce,
							...given(context),
							...(stated === undefined ? {} : { stated: given(stated) }),
						},
					).permitted;
				if (permits(narrowLaw(law, narrow))) expect(permits(law)).toBe(true);
			}),
			{ seed: 7, numRuns: 1_000 },
		);
	});

	it('leaves sessions, the law itself and the local operator alone', () => {
		for (const action of actions) {
			for (const each of role.options) {
				const refused = refuseNarrowing(law, { action, role: each });
				if (action.startsWith('session.') || action.startsWith('law.')) expect(refused).toBeDefined();
				else expect(refused === undefined).toBe(law[action].permit.includes(each));
			}
			const all = narrowLaw(
				law,
				role.options.map((each) => ({ action, role: each })),
			);
			expect(all[action].permit.includes('local-operator')).toBe(
				law[action].permit.includes('local-operator'),
			);
		}
	});
});
