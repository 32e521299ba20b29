/**
 * What calls of operations enter into the ledger: changes, accesses to personal data, refusals. Pure. Identifiers that were made by
 * chance or by hashing are entered as they are; what people type is not, unless it names a rule, list or model.
 */
import { createHash } from 'node:crypto';
import { type OperationId, operations } from '../../contract/operations.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/model.ts';
import { touchesPersonalData } from '../policy/decide.ts';
import type { StatedPurpose } from '../policy/model.ts';

export type CallFacts = {
	readonly id: OperationId;
	readonly at: Date;
	/** Identifier of who calls. */
	readonly actor: string;
	readonly role: string;
	/** As the operation's own schema has read it; empty where it could not. */
	readonly input: Readonly<Record<string, unknown>>;
	/** For what it was asked. */
	readonly stated?: StatedPurpose | undefined;
	/** SHA-256 of the decision in the log. */
	readonly decision?: string;
};

/**
 * Operations that change what the node decides by. `named`: their identifiers are words that people chose for rules and lists, and
 * what they say is hashed; the others speak of persons, so only identifiers made by chance are entered. `within`: entered in the
 * transaction of the change; the others, once they have done their work.
 */
const changes: {
	readonly [id in OperationId]?: {
		readonly what: LedgerKind;
		readonly named: boolean;
		readonly within?: true;
	};
} = {
	loadList: { what: 'change', named: true, within: true },
	activateList: { what: 'change', named: true, within: true },
	changeList: { what: 'change', named: true, within: true },
	changeListEntry: { what: 'change', named: false, within: true },
	removeListEntry: { what: 'change', named: false, within: true },
	decideHit: { what: 'decision', named: false, within: true },
	judge: { what: 'decision', named: false, within: true },
	undoJudgement: { what: 'decision', named: false, within: true },
	overrideLane: { what: 'assessment', named: false, within: true },
	recordOutcome: { what: 'assessment', named: false },
	changeLanes: { what: 'change', named: true, within: true },
	changeTrustedTrader: { what: 'change', named: false, within: true },
	saveRule: { what: 'rule', named: true, within: true },
	proposeRule: { what: 'rule', named: true, within: true },
	decideRule: { what: 'rule', named: true, within: true },
	renewRule: { what: 'rule', named: true, within: true },
	retireRule: { what: 'rule', named: true, within: true },
	importRules: { what: 'rule', named: true, within: true },
	trainModel: { what: 'model', named: true },
	decideModel: { what: 'model', named: true, within: true },
	retryQuarantine: { what: 'change', named: false },
	discardQuarantine: { what: 'deletion', named: false },
	createUser: { what: 'key', named: false },
	changeUser: { what: 'key', named: false },
	narrowLaw: { what: 'change', named: true, within: true },
	liftNarrowing: { what: 'change', named: false, within: true },
	enrolSecondFactor: { what: 'key', named: false },
	confirmSecondFactor: { what: 'key', named: false },
	removeSecondFactor: { what: 'key', named: false },
	resetSecondFactor: { what: 'key', named: false },
	changeSignInSettings: { what: 'change', named: true },
	createKey: { what: 'key', named: false },
	revokeKey: { what: 'key', named: false },
};

const MADE = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64})$/;
const NAMED = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
/** Members of inputs that say what an operation is about, the most telling first. */
const SUBJECTS = ['id', 'record', 'hit', 'entity', 'submission', 'rule', 'list', 'entry'] as const;

function subjectOf(input: CallFacts['input'], pattern: RegExp): string | undefined {
	for (const member of SUBJECTS) {
		const value = input[member];
		if (typeof value === 'string' && pattern.test(value)) return value;
	}
	return undefined;
}

/** Does the operation search, rather than open one thing? */
const isSearch = (id: OperationId): boolean => id.startsWith('list') || id.startsWith('screen');

/** @returns undefined where the operation changes nothing that the ledger keeps, or enters it by itself or within its transaction. */
export const entryOfChange = (facts: CallFacts): LedgerEntry | undefined =>
	changes[facts.id]?.within === true ? undefined : entryOf(facts);

/** What is entered in the transaction that makes the change. @returns undefined for other operations. */
export const entryWithin = (facts: CallFacts): LedgerEntry | undefined =>
	changes[facts.id]?.within === true ? entryOf(facts) : undefined;

function entryOf({ id, at, actor, input }: CallFacts): LedgerEntry | undefined {
	const change = changes[id];
	if (change === undefined) return undefined;
	const { version } = input;
	return {
		at: at.toISOString(),
		what: change.what,
		event: id,
		subject: subjectOf(input, change.named ? NAMED : MADE) ?? id,
		actor,
		...(change.named ? { hash: createHash('sha256').update(JSON.stringify(input)).digest('hex') } : {}),
		...(typeof version === 'number' ? { facts: { version } } : {}),
	};
}

/**
 * What is searched for is a name more often than not, and is not entered, not even as a hash, which can be guessed. Of the case
 * only that there is one: people write names into references. The hash of the decision binds it nevertheless.
 */
export const entryOfAccess = ({ id, at, actor, input, stated, decision }: CallFacts): LedgerEntry => ({
	at: at.toISOString(),
	what: isSearch(id) ? 'search' : 'view',
	event: id,
	subject: subjectOf(input, MADE) ?? id,
	actor,
	...(decision === undefined ? {} : { hash: decision }),
	...(stated === undefined
		? {}
		: { facts: { purpose: stated.purpose, case: stated.caseReference !== undefined } }),
});

/** Lists that show no personal data are a search where somebody typed what to look for; those that do are entered as accesses. */
export const entryOfSearch = ({ id, at, actor, input }: CallFacts): LedgerEntry | undefined =>
	touchesPersonalData(operations[id].action) || typeof input['search'] !== 'string' || input['search'] === ''
		? undefined
		: { at: at.toISOString(), what: 'search', event: id, subject: id, actor };

export const entryOfDenial = ({ id, at, actor, role, input }: CallFacts): LedgerEntry => ({
	at: at.toISOString(),
	what: 'decision',
	event: 'denied',
	subject: subjectOf(input, MADE) ?? id,
	actor,
	facts: { operation: id, role },
});
