import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, operations } from '../../contract/operations.ts';
import { role } from '../../contract/views.ts';
import { abilitiesOf, decide, touchesPersonalData } from './decide.ts';
import { law } from './law.ts';
import { type Subject, type SubjectRole, subjectRoles } from './model.ts';

const context = {
	at: new Date('2026-01-05T08:00:00Z'),
	channel: 'http',
	secondFactor: 'not-needed',
	agency: 'customs',
	// Covers everything that the role may do; purpose.test.ts goes through all of them.
	exercise: true,
	stated: { purpose: 'exercise' },
} as const;
const here = { node: 'customs' };
const subjectOf = (subjectRole: SubjectRole, kind: Subject['kind'] = 'user'): Subject => ({
	kind,
	id: 'b6c3f0f4-6d5e-4f51-8a55-0d2a5a4f2f10',
	role: subjectRole,
	node: subjectRole === 'anonymous' ? undefined : 'customs',
});

describe('the law', () => {
	it('has an article for every action of the contract, and none for anything else', () => {
		expect(Object.keys(law).sort()).toEqual([...actions].sort());
		for (const operation of Object.values(operations)) expect(law).toHaveProperty([operation.action]);
	});

	it('knows every role that a user can have', () => {
		expect([...role.options, 'local-operator', 'anonymous'].sort()).toEqual([...subjectRoles].sort());
	});

	it.each(Object.entries(law))('%s: every role is named exactly once', (_action, article) => {
		expect([...article.permit, ...article.deny].sort()).toEqual([...subjectRoles].sort());
		expect(article.because).toMatch(/\.$/);
	});

	it('as a table', () => {
		const letters = (action: string) =>
			subjectRoles
				.map((subjectRole) => (decide(subjectOf(subjectRole), action, here, context).permitted ? 'P' : '·'))
				.join('');
		// Columns: officer, analyst, supervisor, data-protection officer, exchange desk, trainer, integrator,
		// administrator, local operator, anonymous.
		expect(Object.fromEntries(actions.map((action) => [action, letters(action)]))).toEqual({
			'session.open': 'PPPPPPPP·P',
			'session.read': 'PPPPPPPP··',
			'session.close': 'PPPPPPPP··',
			'session.purpose': 'PPPPPPPP··',
			'session.second-factor': 'PPPPPPPP··',
			'overview.read': 'PPPPPPPPP·',
			'live.read': 'PPPPPPPPP·',
			'record.list': 'PPPPP···P·',
			'record.read': 'PPPPP···P·',
			'record.export': '·PP·P···P·',
			'original.read': '·PP·····P·',
			'submission.create': '·PP·P·P·P·',
			'submission.read': 'PPP·P·P·P·',
			'quarantine.list': 'PPPPP·PPP·',
			'quarantine.retry': '·PP···PPP·',
			'quarantine.discard': '··P·····P·',
			'list.read': 'PPPPP··PP·',
			'list.change': '··P····PP·',
			'list-entry.change': '·PP·····P·',
			'screening.ask': 'PPP·P·P·P·',
			'hit.list': 'PPPPP···P·',
			'hit.read': 'PPPPP···P·',
			'hit.decide': '·PP·····P·',
			'entity.list': 'PPPPP···P·',
			'entity.read': 'PPPPP···P·',
			'judgement.make': '·PP·····P·',
			'resolution.run': '··P····PP·',
			'assessment.list': 'PPPPP···P·',
			'assessment.read': 'PPPP····P·',
			'assessment.override': 'PPP·····P·',
			'outcome.record': 'PPP·····P·',
			'rule.read': 'PPPP···PP·',
			'rule.write': '·PP·····P·',
			'rule.backtest': '·PPP····P·',
			'rule.approve': '··P·····P·',
			'model.read': 'PPPP···PP·',
			'model.train': '·PP·····P·',
			'model.decide': '··P·····P·',
			'lane.read': 'PPPP···PP·',
			'lane.change': '··P·····P·',
			'fairness.read': '··PP····P·',
			'identity.read': 'PPPPP··PP·',
			'identity.change': '·······PP·',
			'partner.read': '·PPPP··PP·',
			'partner.change': '··P····PP·',
			'agreement.read': 'PPPPP··PP·',
			'agreement.write': '··P·P···P·',
			'agreement.sign': '··P·····P·',
			'message.list': '·PPPP···P·',
			'message.read': '·PPPP···P·',
			'message.send': '·PP·P···P·',
			'matching.read': '·PPPP··PP·',
			'matching.offer': '··P·P···P·',
			'matching.ask': '·PP·P···P·',
			'ledger.read': '··PPP··PP·',
			'ledger.verify': '··PP···PP·',
			'retention.read': '··PP···PP·',
			'retention.change': '··P·····P·',
			'retention.run': '··PP···PP·',
			'retention.hold': '··PP····P·',
			'decision.list': '··PP····P·',
			'law.read': 'PPPPPPPPP·',
			'law.change': '··PP····P·',
			'request.list': '··PP····P·',
			'request.read': '··PP····P·',
			'request.handle': '···P····P·',
			'request.export': '···P····P·',
			'record.correct': '···P····P·',
			'record.restrict': '···P····P·',
			'record.erase': '···P····P·',
			'user.list': '··PP···PP·',
			'user.create': '·······PP·',
			'user.change': '·······PP·',
			'key.list': '··PP···PP·',
			'key.create': '·······PP·',
			'key.revoke': '·······PP·',
		});
	});
});

describe('decide', () => {
	it('denies every action and every role that the law does not name', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom(...subjectRoles), (action, subjectRole) => {
				fc.pre(!Object.hasOwn(law, action));
				expect(decide(subjectOf(subjectRole), action, here, context).permitted).toBe(false);
			}),
			{ seed: 1, numRuns: 200 },
		);
		for (const action of ['constructor', '__proto__', 'toString', '']) {
			expect(decide(subjectOf('supervisor'), action, here, context).permitted).toBe(false);
		}
		const stranger = { ...subjectOf('officer'), role: 'minister' as SubjectRole };
		for (const action of actions) {
			expect(decide(stranger, action, here, context)).toMatchObject({ permitted: false });
		}
	});

	it('denies a subject of another node everything', () => {
		for (const subjectRole of subjectRoles.filter((name) => name !== 'anonymous')) {
			for (const action of actions) {
				const decision = decide(subjectOf(subjectRole), action, { node: 'fiu' }, context);
				expect(decision.permitted).toBe(false);
			}
		}
	});

	it('tells nobody from somebody who may not', () => {
		expect(decide(subjectOf('anonymous'), 'record.read', here, context)).toMatchObject({
			code: 'not-signed-in',
		});
		expect(decide(subjectOf('trainer'), 'record.read', here, context)).toMatchObject({
			code: 'not-permitted',
			reasons: [expect.stringContaining('trainer'), expect.any(String)],
		});
	});

	it('lets nobody change their own account, and makes no key that administers', () => {
		const administrator = subjectOf('administrator');
		expect(decide(administrator, 'user.change', { ...here, id: administrator.id }, context).permitted).toBe(
			false,
		);
		expect(decide(administrator, 'user.change', { ...here, id: 'another' }, context).permitted).toBe(true);
		expect(decide(administrator, 'key.create', { ...here, role: 'administrator' }, context).permitted).toBe(
			false,
		);
		expect(decide(administrator, 'key.create', { ...here, role: 'integrator' }, context).permitted).toBe(
			true,
		);
	});

	it('keeps machines away from sessions and users', () => {
		const machine = subjectOf('administrator', 'machine');
		for (const action of ['session.open', 'session.read', 'user.list', 'user.create']) {
			expect(decide(machine, action, here, context).permitted).toBe(false);
		}
	});

	it('lists abilities as it decides them', () => {
		expect(abilitiesOf(subjectOf('trainer'), context)).toEqual([
			'session.open',
			'session.read',
			'session.close',
			'session.purpose',
			'session.second-factor',
			'overview.read',
			'live.read',
			'law.read',
		]);
		expect(abilitiesOf(subjectOf('anonymous'), context)).toEqual([]);
	});

	it('knows which answers hold personal data', () => {
		expect(actions.filter(touchesPersonalData)).toEqual([
			'record.read',
			'record.export',
			'original.read',
			'list.read',
			'list-entry.change',
			'screening.ask',
			'hit.list',
			'hit.read',
			'hit.decide',
			'entity.list',
			'entity.read',
			'judgement.make',
			'assessment.read',
			'rule.backtest',
			'message.read',
			'message.send',
			'matching.ask',
			'decision.list',
			'request.list',
			'request.read',
			'request.handle',
			'request.export',
			'record.correct',
			'record.restrict',
			'record.erase',
		]);
	});

	it('shows a restricted record to the data-protection officer alone', () => {
		const restricted = { ...here, id: 'r', restricted: true as const };
		const shown = subjectRoles.filter(
			(subjectRole) => decide(subjectOf(subjectRole), 'record.read', restricted, context).permitted,
		);
		expect(shown).toEqual(['data-protection-officer']);
		expect(decide(subjectOf('analyst'), 'record.read', restricted, context)).toMatchObject({
			code: 'not-permitted',
			reasons: ['The record is restricted: only the data-protection officer sees it.'],
		});
	});
});
