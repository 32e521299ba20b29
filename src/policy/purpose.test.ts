import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions } from '../../contract/operations.ts';
import { caseReference, type PurposeId, purposeIds, purposes } from '../../contract/purposes.ts';
import { agency } from '../../contract/roles.ts';
import { decide, touchesPersonalData } from './decide.ts';
import { law } from './law.ts';
import { type DecisionContext, type Subject, type SubjectRole, subjectRoles } from './model.ts';
import { mayState, parseStatement, purposesOf } from './purpose.ts';
import { PURPOSE_LIFE_MS, readStated, statedFrom } from './session-purpose.ts';

const at = new Date('2026-01-05T08:00:00Z');
const here = { node: 'customs' };
const subjectOf = (role: SubjectRole, kind: Subject['kind'] = 'user'): Subject => ({
	kind,
	id: 'b6c3f0f4-6d5e-4f51-8a55-0d2a5a4f2f10',
	role,
	node: role === 'anonymous' ? undefined : 'customs',
});
const plain: DecisionContext = {
	at,
	channel: 'http',
	secondFactor: 'not-needed',
	agency: 'customs',
	exercise: false,
};
const guarded = actions.filter(touchesPersonalData);

describe('the law of purposes', () => {
	it('over all roles, actions, purposes and nodes: permitted only where role, purpose and action fit', () => {
		for (const role of subjectRoles)
			for (const action of guarded)
				for (const purpose of purposeIds)
					for (const where of agency.options)
						for (const exercise of [false, true]) {
							const stated = { purpose, caseReference: 'C-17' };
							const context = { ...plain, agency: where, exercise, stated };
							const decision = decide(subjectOf(role), action, here, context);
							const article = law[action];
							expect(decision.permitted, `${role} ${action} ${purpose} ${where}`).toBe(
								article.permit.includes(role) &&
									article.purposes?.includes(purpose) === true &&
									mayState(role, purpose, { agency: where, exercise }),
							);
							if (!article.permit.includes(role) && !decision.permitted)
								expect(decision.code).not.toBe('purpose-needed');
						}
	});

	it('asks nobody for a purpose where no personal data are', () => {
		for (const role of subjectRoles)
			for (const action of actions.filter((each) => !touchesPersonalData(each)))
				expect(decide(subjectOf(role), action, here, plain).permitted).toBe(
					law[action].permit.includes(role),
				);
	});

	it('leaves no role without a purpose for what it may do, on any kind of node', () => {
		for (const role of subjectRoles)
			for (const action of guarded.filter((each) => law[each].permit.includes(role)))
				for (const where of agency.options) {
					const fitting = purposesOf(role, { agency: where, exercise: false }).filter((purpose) =>
						law[action].purposes?.includes(purpose),
					);
					expect(fitting, `${role} ${action} at ${where}`).not.toEqual([]);
				}
	});

	it('as a table: purposes that cover each action', () => {
		const letters = (action: (typeof actions)[number]) =>
			purposeIds.map((purpose) => (law[action].purposes?.includes(purpose) ? 'C' : '·')).join('');
		// Columns: customs, travellers, suspicion, sanctions, investigation, mutual assistance, data protection, quality, node,
		// exercise.
		expect(Object.fromEntries(guarded.map((action) => [action, letters(action)]))).toMatchObject({
			'record.read': 'CCCCCCCCCC',
			'record.export': 'CCCCCCC·CC',
			'original.read': 'CCCCC·CCCC',
			'list-entry.change': 'CCCCCC··CC',
			'screening.ask': 'CCCCCC·CCC',
			'hit.decide': 'CCCCC···CC',
			'judgement.make': 'CCCCC··CCC',
			'rule.backtest': 'CCCC··CCCC',
			'message.send': 'CCCCCCC·CC',
			'matching.ask': 'CCCCCC··CC',
			'decision.list': '······CCCC',
		});
	});

	it('as a table: who may state what, at customs', () => {
		const letters = (purpose: PurposeId) =>
			subjectRoles
				.map((role) => (mayState(role, purpose, { agency: 'customs', exercise: true }) ? 'S' : '·'))
				.join('');
		// Columns: officer, analyst, supervisor, data-protection officer, exchange desk, trainer, integrator, administrator,
		// local operator, anonymous.
		expect(Object.fromEntries(purposeIds.map((purpose) => [purpose, letters(purpose)]))).toEqual({
			'customs-control': 'SSS···S·S·',
			'traveller-control': 'SSS···S·S·',
			'suspicion-analysis': '··········',
			'sanctions-screening': 'SSS···S·S·',
			investigation: 'SSS·····S·',
			'mutual-assistance': '·SS·S···S·',
			'data-protection': '··SS····S·',
			'quality-assurance': '·SSS····S·',
			'node-operation': '·······SS·',
			exercise: 'SSSSSSSSS·',
		});
	});
});

describe('a stated purpose', () => {
	const ask = (context: Partial<DecisionContext>, role: SubjectRole = 'analyst') =>
		decide(subjectOf(role), 'record.read', here, { ...plain, ...context });

	it('is asked for, with what may be stated', () => {
		expect(ask({})).toMatchObject({
			code: 'purpose-needed',
			reasons: [
				'Personal data are shown for a purpose, and none is stated.',
				'State one of: customs-control, traveller-control, sanctions-screening, investigation (with a case), mutual-assistance, quality-assurance.',
			],
		});
	});

	it('needs its case, ends, and is the one that the key is bound to', () => {
		expect(ask({ stated: { purpose: 'investigation' } })).toMatchObject({ code: 'purpose-needed' });
		expect(ask({ stated: { purpose: 'investigation', caseReference: 'C-1' } }).permitted).toBe(true);
		expect(ask({ stated: { purpose: 'customs-control', until: at } })).toMatchObject({
			code: 'purpose-needed',
			reasons: [expect.stringContaining('too long ago'), expect.any(String)],
		});
		expect(
			ask({ stated: { purpose: 'sanctions-screening' }, boundPurpose: 'customs-control' }),
		).toMatchObject({ code: 'not-permitted' });
	});

	it('is kept for eight hours, and read back as it was', () => {
		const stated = statedFrom(
			{ purpose: 'investigation', caseReference: 'C-1' },
			subjectOf('analyst'),
			plain,
			at,
		);
		expect(stated.until?.getTime()).toBe(at.getTime() + PURPOSE_LIFE_MS);
		expect(
			readStated({ purpose: 'investigation', case_reference: 'C-1', purpose_until: stated.until ?? null }),
		).toEqual({ stated });
		expect(readStated({ purpose: 'curiosity', case_reference: null, purpose_until: at })).toEqual({});
		expect(() => statedFrom({ purpose: 'investigation' }, subjectOf('analyst'), plain, at)).toThrow(/case/);
		expect(() => statedFrom({ purpose: 'suspicion-analysis' }, subjectOf('analyst'), plain, at)).toThrow(
			/may not state/,
		);
	});

	it('is refused where there is no such purpose, or the reference has no form of one', () => {
		for (const said of [
			{ purpose: 'curiosity' },
			{ purpose: 'customs-control', caseReference: '\u0000' },
			{ purpose: ['customs-control'] },
			{ purpose: 'customs-control', caseReference: 'x'.repeat(81) },
		])
			expect(() => parseStatement(said)).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
		expect(caseReference.safeParse('C/2026-17 #4').success).toBe(true);
	});
});

it('agreements speak of the same purposes: each name of a template is a purpose, or is put under one', () => {
	const known = new Set<string>([...purposeIds, ...Object.values(purposes).flatMap(({ agreed }) => agreed)]);
	const folder = new URL('../../agreements/templates/', import.meta.url);
	for (const file of readdirSync(folder)) {
		const { body } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
			body: { purposes: string[] };
		};
		const named = body.purposes;
		expect(named.filter((name) => !known.has(name))).toEqual([]);
	}
});
