/**
 * What each operation calls. One entry for every operation of the contract, by its type: a new one does not compile
 * without a handler. Handlers decide nothing: `perform` has asked policy before.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import { role } from '../../contract/views.ts';
import { abilitiesOf } from '../policy/decide.ts';
import type { SignedIn } from '../policy/operations.ts';
import type { Answer, Call } from './call.ts';
import { describeNode } from './node.ts';

type Handler<K extends OperationId> = (input: InputOf<K>, call: Call) => Promise<Answer>;

const value = async <T>(work: Promise<T> | T): Promise<Answer> => ({ kind: 'value', value: await work });

/** Media type and file ending of each format of an export. */
const exportFormats = {
	'wco-dec': ['application/xml', 'xml'],
	goaml: ['application/xml', 'xml'],
	paxlst: ['application/edifact', 'edi'],
	'record-json': ['application/json', 'json'],
	csv: ['text/csv; charset=utf-8', 'csv'],
} as const satisfies Record<InputOf<'exportRecords'>['format'], readonly [string, string]>;

const handlers: { [K in OperationId]: Handler<K> } = {
	listNodes: (_input, { nodes }) => value(nodes.map(describeNode)),
	openSession: async ({ name, password }, call) => {
		const { token, who } = await call.node.signIn.openSession({ name, password }, call.caller.address);
		return { kind: 'value', value: sessionOf(who, call), session: { token } };
	},
	readSession: (_input, call) => value(sessionOf(signedIn(call), call)),
	closeSession: async (_input, { node, caller }) => {
		if (caller.sessionToken !== undefined) await node.signIn.closeSession(caller.sessionToken);
		return { kind: 'value', value: { closed: true }, session: 'ended' };
	},
	readOverview: (_input, { node }) => value(node.intake.readOverview()),
	followLive: async (_input, { node }) => ({
		kind: 'events',
		follow: (listener) => {
			const stops = [
				node.intake.onLive(listener),
				node.screening.onChange(({ list, raised, withdrawn }) =>
					listener({ type: 'hits', at: new Date().toISOString(), list, raised, withdrawn }),
				),
				node.targeting.onChange((changed) =>
					listener({ type: 'assessments', at: new Date().toISOString(), changed }),
				),
			];
			return () => {
				for (const stop of stops) stop();
			};
		},
	}),
	listRecords: (input, { node }) => value(node.intake.listRecords(input)),
	readRecord: (input, { node }) => value(node.intake.readRecord(input)),
	readOriginal: async (input, { node }) => ({
		kind: 'bytes',
		...(await node.intake.readOriginal(input)),
		offset: input.offset,
		name: `${input.submission.slice(0, 12)}.bin`,
	}),
	exportRecords: async (input, { node, at }) => {
		const [mediaType, ending] = exportFormats[input.format];
		const day = at.toISOString().slice(0, 10);
		return {
			kind: 'text',
			chunks: node.intake.exportRecords(input),
			mediaType,
			name: `${node.id}-${input.format}-${day}.${ending}`,
		};
	},
	submit: (input, call) => {
		const { node, caller } = call;
		return value(
			node.intake.submit(bodyOf(call), {
				source: caller.signedIn?.name ?? caller.subject.id,
				channel: caller.channel,
				...(input.name === undefined ? {} : { name: input.name }),
				...(input.mapping === undefined ? {} : { mapping: input.mapping }),
			}),
		);
	},
	readSubmission: (input, { node }) => value(node.intake.readSubmission(input)),
	listQuarantine: (input, { node }) => value(node.intake.listQuarantine(input)),
	retryQuarantine: (input, { node }) => value(node.intake.retryQuarantine(input)),
	discardQuarantine: (input, { node }) => value(node.intake.discardQuarantine(input)),
	listLists: (_input, { node }) => value(node.screening.listLists()),
	loadList: (input, call) => value(call.node.screening.loadList(input, bodyOf(call), actorOf(call))),
	activateList: (input, call) => value(call.node.screening.activateList(input, actorOf(call))),
	diffList: (input, { node }) => value(node.screening.diffList(input)),
	previewList: (input, { node }) => value(node.screening.previewList(input)),
	changeList: (input, call) => value(call.node.screening.changeList(input, actorOf(call))),
	listListEntries: (input, { node }) => value(node.screening.listListEntries(input)),
	changeListEntry: (input, call) => value(call.node.screening.changeListEntry(input, actorOf(call))),
	removeListEntry: (input, call) => value(call.node.screening.removeListEntry(input, actorOf(call))),
	screen: (input, { node }) => value(node.screening.screen(input)),
	screenBatch: async (input, call) => ({
		kind: 'text',
		chunks: call.node.screening.answerBatch(input, bodyOf(call)),
		mediaType: input.answer === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
		name: `${call.node.id}-screened-${call.at.toISOString().slice(0, 10)}.${input.answer === 'csv' ? 'csv' : 'jsonl'}`,
	}),
	listHits: (input, { node }) => value(node.screening.listHits(input)),
	readHit: (input, { node }) => value(node.screening.readHit(input)),
	decideHit: (input, call) => value(call.node.screening.decideHit(input, actorOf(call))),
	listEntities: (input, { node }) => value(node.resolution.listEntities(input)),
	readEntity: (input, { node }) => value(node.resolution.readEntity(input)),
	listEntityRecords: (input, { node }) => value(node.resolution.listEntityRecords(input)),
	listRecordEntities: (input, { node }) => value(node.resolution.listRecordEntities(input)),
	listCandidates: (input, { node }) => value(node.resolution.listCandidates(input)),
	judge: (input, call) => value(call.node.resolution.judge(input, actorOf(call))),
	undoJudgement: (input, call) => value(call.node.resolution.undoJudgement(input, actorOf(call))),
	readResolution: (_input, { node }) => value(node.resolution.readResolution()),
	runResolution: (input, { node }) => value(node.resolution.runResolution(input)),
	listQueue: (input, { node }) => value(node.targeting.listQueue(input)),
	readAssessment: (input, { node }) => value(node.targeting.readAssessment(input)),
	overrideLane: (input, call) => value(call.node.targeting.overrideLane(input, actorOf(call))),
	recordOutcome: (input, call) => value(call.node.targeting.recordOutcome(input, actorOf(call))),
	readLanes: (input, { node }) => value(node.targeting.readLanes(input)),
	changeLanes: (input, call) => value(call.node.targeting.changeLanes(input, actorOf(call))),
	listTrustedTraders: (input, { node }) => value(node.targeting.listTrustedTraders(input)),
	changeTrustedTrader: (input, call) => value(call.node.targeting.changeTrustedTrader(input, actorOf(call))),
	readFairness: (input, { node }) => value(node.targeting.readFairness(input)),
	exportFairness: async (input, { node, at }) => ({
		kind: 'text',
		chunks: node.targeting.exportFairness(input),
		mediaType: 'text/csv; charset=utf-8',
		name: `${node.id}-fairness-${at.toISOString().slice(0, 10)}.csv`,
	}),
	listRules: (input, { node }) => value(node.targeting.listRules(input)),
	readRuleLanguage: (input, { node }) => value(node.targeting.readRuleLanguage(input)),
	readRule: (input, { node }) => value(node.targeting.readRule(input)),
	checkRule: (input, { node }) => value(node.targeting.checkRule(input)),
	backtestRule: (input, call) => value(call.node.targeting.backtestRule(input, actorOf(call))),
	saveRule: (input, call) => value(call.node.targeting.saveRule(input, actorOf(call))),
	proposeRule: (input, call) => value(call.node.targeting.proposeRule(input, actorOf(call))),
	decideRule: (input, call) => value(call.node.targeting.decideRule(input, actorOf(call))),
	renewRule: (input, call) => value(call.node.targeting.renewRule(input, actorOf(call))),
	retireRule: (input, call) => value(call.node.targeting.retireRule(input, actorOf(call))),
	exportRules: (input, { node }) => value(node.targeting.exportRules(input)),
	importRules: (input, call) => value(call.node.targeting.importRules(input, actorOf(call))),
	listModels: (input, { node }) => value(node.targeting.listModels(input)),
	readModel: (input, { node }) => value(node.targeting.readModel(input)),
	trainModel: (input, call) => value(call.node.targeting.trainModel(input, actorOf(call))),
	decideModel: (input, call) => value(call.node.targeting.decideModel(input, actorOf(call))),
	exportModel: async (input, { node }) => ({
		kind: 'text',
		chunks: node.targeting.exportModel(input),
		mediaType: 'application/json; charset=utf-8',
		name: `${node.id}-model-${input.version}.json`,
	}),
	readIdentity: (input, { node }) => value(node.exchange.readIdentity(input)),
	rotateKeys: (input, call) => value(call.node.exchange.rotateKeys(input, actorOf(call))),
	changeCard: (input, call) => value(call.node.exchange.changeCard(input, actorOf(call))),
	listPartners: (input, { node }) => value(node.exchange.listPartners(input)),
	checkCard: (input, { node }) => value(node.exchange.checkCard(input)),
	trustPartner: (input, call) => value(call.node.exchange.trustPartner(input, actorOf(call))),
	distrustPartner: (input, call) => value(call.node.exchange.distrustPartner(input, actorOf(call))),
	listAgreements: (input, { node }) => value(node.exchange.listAgreements(input)),
	listAgreementTemplates: (input, { node }) => value(node.exchange.listAgreementTemplates(input)),
	readAgreement: (input, { node }) => value(node.exchange.readAgreement(input)),
	saveAgreement: (input, call) => value(call.node.exchange.saveAgreement(input, actorOf(call))),
	moveAgreement: (input, call) => value(call.node.exchange.moveAgreement(input, actorOf(call))),
	listMessages: (input, { node }) => value(node.exchange.listMessages(input)),
	readMessage: (input, call) => value(call.node.exchange.readMessage(input, actorOf(call))),
	previewMessage: (input, call) => value(call.node.exchange.previewMessage(input, actorOf(call))),
	sendMessage: (input, call) => value(call.node.exchange.sendMessage(input, actorOf(call))),
	uploadAttachment: (input, call) =>
		value(call.node.exchange.uploadAttachment(input, bodyOf(call), actorOf(call))),
	readAttachment: async (input, call) => ({
		kind: 'bytes',
		...(await call.node.exchange.readAttachment(input, actorOf(call))),
		offset: input.offset,
	}),
	listOffers: (input, { node }) => value(node.exchange.listOffers(input)),
	makeOffer: (input, call) => value(call.node.exchange.makeOffer(input, actorOf(call))),
	withdrawOffer: (input, call) => value(call.node.exchange.withdrawOffer(input, actorOf(call))),
	listQuestions: (input, { node }) => value(node.exchange.listQuestions(input)),
	listMatchingBudgets: (input, { node }) => value(node.exchange.listMatchingBudgets(input)),
	match: (input, call) => value(call.node.exchange.match(input, actorOf(call))),
	intersect: (input, call) => value(call.node.exchange.intersect(input, actorOf(call))),
	listIntersections: (input, { node }) => value(node.exchange.listIntersections(input)),
	readIntersection: (input, { node }) => value(node.exchange.readIntersection(input)),
	consentIntersection: (input, call) => value(call.node.exchange.consentIntersection(input, actorOf(call))),
	readLedger: (input, { node }) => value(node.ledger.readLedger(input)),
	listLedger: (input, { node }) => value(node.ledger.listLedger(input)),
	listLedgerProblems: (input, { node }) => value(node.ledger.listLedgerProblems(input)),
	proveLedgerEntry: (input, { node }) => value(node.ledger.proveLedgerEntry(input)),
	checkpointLedger: (input, { node }) => value(node.ledger.checkpointLedger(input)),
	clearLedgerProblem: (input, call) => value(call.node.ledger.clearLedgerProblem(input, actorOf(call))),
	verifyLedger: (input, { node }) => value(node.ledger.verifyLedger(input)),
	exportLedger: async (input, { node, at }) => ({
		kind: 'text',
		chunks: node.ledger.exportLedger(input),
		mediaType: 'application/jsonl; charset=utf-8',
		name: `${node.id}-ledger-${at.toISOString().slice(0, 10)}.jsonl`,
	}),
	listUsers: (input, { node }) => value(node.signIn.listUsers(input)),
	createUser: (input, { node }) => value(node.signIn.createUser(input)),
	changeUser: (input, { node }) => value(node.signIn.changeUser(input)),
	listKeys: (input, { node }) => value(node.signIn.listKeys(input)),
	createKey: (input, { node, caller }) => value(node.signIn.createKey(input, caller.subject)),
	revokeKey: (input, { node }) => value(node.signIn.revokeKey(input)),
};

/** The handler of an operation, for input that the operation's own schema has just read. */
export const handlerOf = (id: OperationId): ((input: unknown, call: Call) => Promise<Answer>) =>
	handlers[id] as (input: unknown, call: Call) => Promise<Answer>;

/** The bytes that came with the call. */
const bodyOf = ({ body }: Call): AsyncIterable<Uint8Array> => {
	if (body !== undefined) return body;
	throw new TidewaiterError('invalid-input', 'This needs a body.');
};

/** Whose word a decision is. */
const actorOf = ({ caller }: Call): { id: string; name: string } => ({
	id: caller.subject.id,
	name: caller.signedIn?.name ?? caller.subject.id,
});

const signedIn = ({ caller }: Call): SignedIn => {
	if (caller.signedIn !== undefined) return caller.signedIn;
	throw new TidewaiterError('not-signed-in', 'You are not signed in.');
};

const sessionOf = (who: SignedIn, { node, nodes, at, caller }: Call): OutputOf<'readSession'> => ({
	user: {
		id: who.subject.id,
		name: who.name,
		displayName: who.displayName,
		role: role.parse(who.subject.role),
	},
	node: describeNode(node),
	nodes: nodes.map(describeNode),
	abilities: abilitiesOf(who.subject, { at, channel: caller.channel }),
	expiresAt: who.expiresAt.toISOString(),
});
