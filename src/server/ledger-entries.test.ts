import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OperationId, operations } from '../../contract/operations.ts';
import { formatEntry } from '../ledger/model.ts';
import { touchesPersonalData } from '../policy/decide.ts';
import {
	type CallFacts,
	entryOfAccess,
	entryOfChange,
	entryOfDenial,
	entryOfSearch,
	entryWithin,
} from './ledger-entries.ts';

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
		expect(entryWithin(facts('decideRule', { id: 'late-booking', version: 2 }))).toMatchObject({
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
					for (const entry of [
						entryOfChange(call),
						entryWithin(call),
						entryOfSearch(call),
						entryOfAccess(call),
						entryOfDenial(call),
					])
						if (entry !== undefined) expect(formatEntry(entry)).not.toContain(name);
				},
			),
			{ seed: 5, numRuns: 500 },
		);
	});
});

/** What enters by itself, in the transaction of what it does: the event of its entry. The tests of these rooms look for it. */
const byItself: { readonly [id in OperationId]?: string } = {
	submit: 'received',
	rotateKeys: 'rotated',
	changeCard: 'card-changed',
	trustPartner: 'partner-trusted',
	distrustPartner: 'partner-distrusted',
	saveAgreement: 'saved',
	moveAgreement: 'signed',
	makeOffer: 'offered-for-matching',
	withdrawOffer: 'offer-withdrawn',
	clearLedgerProblem: 'ledger-problem-cleared',
	changeRetention: 'changeRetention',
	runRetention: 'deleted',
	holdRecord: 'holdRecord',
	liftHold: 'liftHold',
};

/** What enters nothing: it changes nothing, and shows nothing of anybody. Refusals are entered for all of them. */
const nothing: { readonly [id in OperationId]?: string } = {
	listNodes: 'for the sign-in page',
	openSession: 'sessions are in the log of access, and carry no right that their owner has not',
	readSession: 'one’s own session',
	closeSession: 'one’s own session',
	statePurpose: 'of one’s own session; each access is entered with it',
	clearPurpose: 'of one’s own session',
	readSignInSettings: 'settings',
	readOverview: 'counts',
	followLive: 'counts',
	listRecords: 'kinds, references and dates; a search is entered',
	readSubmission: 'what became of one’s own submission',
	listQuarantine: 'places and reasons; a search is entered',
	runResolution: 'what it judges is told by its own events',
	listQueue: 'references and lanes; a search is entered',
	readLanes: 'settings',
	listTrustedTraders: 'firms with a public status; a search is entered',
	readFairness: 'counts by group',
	exportFairness: 'counts by group',
	listRules: 'rules',
	readRuleLanguage: 'rules',
	readRule: 'rules',
	checkRule: 'rules',
	exportRules: 'rules',
	listModels: 'models',
	readModel: 'models',
	exportModel: 'models',
	readIdentity: 'the own card',
	listPartners: 'partners',
	checkCard: 'a card before it is trusted',
	listAgreements: 'agreements',
	listAgreementTemplates: 'agreements',
	readAgreement: 'agreements',
	listMessages: 'captions without names; opening one is entered',
	listOffers: 'offers: counts, no identifiers',
	listQuestions: 'that it was asked, not what',
	listMatchingBudgets: 'counts',
	listIntersections: 'counts; which ones is entered',
	readLedger: 'the ledger itself',
	listLedger: 'the ledger itself',
	proveLedgerEntry: 'the ledger itself',
	listLedgerProblems: 'the ledger itself',
	checkpointLedger: 'signs what was entered',
	verifyLedger: 'reads what was entered',
	exportLedger: 'the ledger itself',
	readRetention: 'settings',
	listDeletions: 'counts',
	listHolds: 'identifiers of records',
	readLaw: 'the law',
	askLaw: 'the law',
	simulateLaw: 'the law',
	listNarrowings: 'the law',
	listUsers: 'accounts of this node',
	listKeys: 'accounts of this node',
};

describe('what each operation of the contract enters', () => {
	const ids = Object.keys(operations) as OperationId[];
	const entersBefore = (id: OperationId): string[] => [
		...(entryOfChange(facts(id, {})) === undefined ? [] : ['after the change']),
		...(entryWithin(facts(id, {})) === undefined ? [] : ['with the change']),
		...(touchesPersonalData(operations[id].action) ? ['as an access'] : []),
	];

	it.each(ids)('%s: an entry of its own, of the call, or a reason why there is none', (id) => {
		const entered = [...entersBefore(id), ...(byItself[id] === undefined ? [] : ['by itself'])];
		if (nothing[id] === undefined) expect(entered).not.toEqual([]);
		else expect(entered).toEqual([]);
	});

	it('changes of rules, lists, lanes and models are entered with the change, not after it', () => {
		const late = ids.filter(
			(id) =>
				/^(?:rule\.(?:write|approve)|list\.change|list-entry\.change|lane\.change|model\.decide)$/.test(
					operations[id].action,
				) && entryWithin(facts(id, {})) === undefined,
		);
		expect(late).toEqual([]);
	});

	it('a list is a search once somebody typed what to look for', () => {
		expect(entryOfSearch(facts('listRecords', { search: 'MSKU1234567' }))).toMatchObject({ what: 'search' });
		expect(entryOfSearch(facts('listRecords', { search: '' }))).toBeUndefined();
		expect(entryOfSearch(facts('listRecords', {}))).toBeUndefined();
	});
});
