/**
 * What each operation calls. One entry for every operation of the contract, by its type: a new one does not compile
 * without a handler. Handlers decide nothing: `perform` has asked policy before.
 */
import { Readable } from 'node:stream';
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import { role } from '../../contract/views.ts';
import type { Session, WithinTransaction } from '../platform/database/port.ts';
import { abilitiesOf } from '../policy/decide.ts';
import type { SignedIn } from '../policy/operations.ts';
import { purposesOf } from '../policy/purpose.ts';
import { refuseOthers } from '../policy/session-purpose.ts';
import { type Answer, type Call, contextOf, whereOf } from './call.ts';
import { entryOfSearch, entryWithin } from './ledger-entries.ts';
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
	openSession: async ({ node: _node, ...input }, call) => {
		const { token, who } = await call.node.signIn.openSession(input, call.caller.address);
		return { kind: 'value', value: sessionOf(who, call), session: { token } };
	},
	readSession: (_input, call) => value(sessionOf(signedIn(call), call)),
	closeSession: async (_input, { node, caller }) => {
		if (caller.sessionToken !== undefined) await node.signIn.closeSession(caller.sessionToken);
		return { kind: 'value', value: { closed: true }, session: 'ended' };
	},
	enrolSecondFactor: (input, { node, caller }) =>
		value(node.signIn.secondFactors.enrolSecondFactor(input, caller.subject)),
	confirmSecondFactor: (input, { node, caller }) =>
		value(node.signIn.secondFactors.confirmSecondFactor(input, caller.subject, caller.sessionToken)),
	removeSecondFactor: (input, { node, caller }) =>
		value(node.signIn.secondFactors.removeSecondFactor(input, caller.subject)),
	resetSecondFactor: (input, { node }) => value(node.signIn.secondFactors.resetSecondFactor(input)),
	readSignInSettings: (_input, { node }) => value(node.signIn.secondFactors.readSignInSettings()),
	changeSignInSettings: (input, { node, caller }) =>
		value(node.signIn.secondFactors.changeSignInSettings(input, caller.subject)),
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
	readRecord: async (input, { node }) =>
		value({ ...(await node.intake.readRecord(input)), ...(await node.retention.endOf(input.id)) }),
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
	readRetention: (input, { node }) => value(node.retention.readRetention(input)),
	changeRetention: (input, call) => value(call.node.retention.changeRetention(input, actorOf(call))),
	runRetention: (input, { node }) => value(node.retention.runRetention(input)),
	listDeletions: (input, { node }) => value(node.retention.listDeletions(input)),
	holdRecord: (input, call) => value(call.node.retention.holdRecord(input, actorOf(call))),
	liftHold: (input, call) => value(call.node.retention.liftHold(input, actorOf(call))),
	listHolds: (input, { node }) => value(node.retention.listHolds(input)),
	exportLedger: async (input, { node, at }) => ({
		kind: 'text',
		chunks: node.ledger.exportLedger(input),
		mediaType: 'application/jsonl; charset=utf-8',
		name: `${node.id}-ledger-${at.toISOString().slice(0, 10)}.jsonl`,
	}),
	statePurpose: async (input, call) => ({ kind: 'value', value: await stating(input, call) }),
	clearPurpose: async (_input, call) => ({ kind: 'value', value: await stating(undefined, call) }),
	listDecisions: (input, { node, caller }) => value(node.decisions.listDecisions(input, caller.subject)),
	readLaw: (_input, { node }) => value(node.law.readLaw()),
	askLaw: (input, { node, at }) => value(node.law.askLaw(input, at)),
	simulateLaw: (input, { node }) => value(node.law.simulateLaw(input)),
	narrowLaw: (input, call) => value(call.node.law.narrowLaw(input, actorOf(call))),
	liftNarrowing: (input, call) => value(call.node.law.liftNarrowing(input, actorOf(call))),
	listNarrowings: (input, { node }) => value(node.law.listNarrowings(input)),
	openRequest: (input, call) => value(call.node.subjects.openRequest(input, actorOf(call))),
	listRequests: (input, { node }) => value(node.subjects.listRequests(input)),
	readRequest: (input, { node }) => value(node.subjects.readRequest(input)),
	identifyRequester: (input, call) => value(call.node.subjects.identifyRequester(input, actorOf(call))),
	extendRequest: (input, call) => value(call.node.subjects.extendRequest(input, actorOf(call))),
	findSubject: (input, call) => value(call.node.subjects.findSubject(input, actorOf(call))),
	pickSubject: (input, call) => value(call.node.subjects.pickSubject(input, actorOf(call))),
	exportSubject: async (input, call) => {
		const { text, ...file } = await call.node.subjects.exportSubject(input, actorOf(call));
		return { kind: 'text', chunks: Readable.from([text]), ...file };
	},
	decideRequest: (input, call) => value(call.node.subjects.decideRequest(input, actorOf(call))),
	closeRequest: (input, call) => value(call.node.subjects.closeRequest(input, actorOf(call))),
	correctRecord: (input, call) => value(call.node.subjects.correctRecord(input, actorOf(call))),
	listRecipients: (input, { node }) => value(node.subjects.listRecipients(input)),
	tellRecipients: (input, call) => value(call.node.subjects.tellRecipients(input, actorOf(call))),
	restrictRecord: (input, call) => value(call.node.subjects.restrictRecord(input, actorOf(call))),
	liftRestriction: (input, call) => value(call.node.subjects.liftRestriction(input, actorOf(call))),
	eraseSubject: (input, call) => value(call.node.subjects.eraseSubject(input, actorOf(call))),
	listUsers: (input, { node }) => value(node.signIn.listUsers(input)),
	createUser: (input, { node }) => value(node.signIn.createUser(input)),
	changeUser: (input, { node }) => value(node.signIn.changeUser(input)),
	listKeys: (input, { node }) => value(node.signIn.listKeys(input)),
	createKey: async (input, { node, caller }) => {
		if (input.purpose !== undefined) refuseOthers(input.role, input.purpose, whereOf(node));
		return value(node.signIn.createKey(input, caller.subject));
	},
	revokeKey: (input, { node }) => value(node.signIn.revokeKey(input)),
};

/**
 * The handler of an operation, for input that the operation's own schema has just read. Where its entry in the ledger belongs into the
 * transaction of the change, the handler's actor carries it there; where there was nothing to change, it is entered afterwards.
 */
export const handlerOf =
	(id: OperationId) =>
	async (input: Readonly<Record<string, unknown>>, call: Call): Promise<Answer> => {
		const handle = handlers[id] as (input: unknown, call: Call) => Promise<Answer>;
		const { subject } = call.caller;
		const { ledger } = call.node;
		const facts = { id, at: call.at, actor: subject.id, role: subject.role, input };
		const search = entryOfSearch(facts);
		if (search !== undefined) ledger.enterSoon(search);
		const entry = entryWithin(facts);
		if (entry === undefined) return handle(input, call);
		let isEntered = false;
		const enter = async (session: Session): Promise<void> => {
			await ledger.enterWithin(session, entry);
			isEntered = true;
		};
		const answer = await handle(input, { ...call, enter });
		if (!isEntered) await ledger.enter(entry).catch(() => ledger.enterSoon(entry));
		return answer;
	};

/** The bytes that came with the call. */
const bodyOf = ({ body }: Call): AsyncIterable<Uint8Array> => {
	if (body !== undefined) return body;
	throw new TidewaiterError('invalid-input', 'This needs a body.');
};

/** Whose word a decision is. */
const actorOf = ({
	caller,
	enter,
}: Call): { id: string; name: string; enter?: WithinTransaction | undefined } => ({
	id: caller.subject.id,
	name: caller.signedIn?.name ?? caller.subject.id,
	enter,
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
	abilities: abilitiesOf(who.subject, contextOf({ at, node, caller: { ...caller, signedIn: who } })),
	secondFactor: who.secondFactor ?? { enrolled: false, used: false, needed: false },
	purpose: statedAt(who, at),
	purposes: purposesOf(who.subject.role, whereOf(node)),
	expiresAt: who.expiresAt.toISOString(),
});

/** What the session states, while it counts. */
function statedAt({ stated }: SignedIn, at: Date): OutputOf<'readSession'>['purpose'] {
	if (stated?.until === undefined || stated.until <= at) return null;
	const { purpose, caseReference = null, until } = stated;
	return { purpose, caseReference, until: until.toISOString() };
}

/** The session after a purpose was stated or taken back. */
async function stating(
	input: InputOf<'statePurpose'> | undefined,
	call: Call,
): Promise<OutputOf<'readSession'>> {
	const { node, caller } = call;
	if (caller.sessionToken === undefined)
		throw new TidewaiterError('not-permitted', 'A purpose is stated for a session.', {
			remedy: 'A request with a key carries the header tidewaiter-purpose.',
		});
	return sessionOf(
		await node.signIn.statePurpose(signedIn(call), caller.sessionToken, input, whereOf(node)),
		call,
	);
}
