/**
 * Who stands in a record, with whom. In: a record. Out: its parties and persons with their keys and the group in which they
 * act together: a declaration, one consignment of a cargo report, one transaction, one booking. Places are those of mentions.
 */
import type { Party } from '../../../contract/records/common.ts';
import type { SuspicionReport } from '../../../contract/records/money-reports.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type {
	ReportedAccount,
	ReportedEntity,
	ReportedPerson,
	ReportedSubject,
} from '../../../contract/records/reported-subjects.ts';
import {
	accountKeyOf,
	bookedTravellerKeysOf,
	partyKeysOf,
	reportedEntityKeysOf,
	reportedPersonKeysOf,
	travellerKeysOf,
} from '../facts/keys.ts';
import type { HistoryKey } from '../knowledge.ts';

export type Part = {
	readonly place: string;
	readonly keys: readonly HistoryKey[];
	/** Those of one group act together; a negative one acts alone. */
	readonly group: number;
	/** Does it for many: declarant, carrier, agent. Links nobody and is not suspect for what others declare. */
	readonly service: boolean;
};

const SERVICES: ReadonlySet<string> = new Set([
	'declarant',
	'agent',
	'notify',
	'carrier',
	'freight-forwarder',
	'surety',
	'warehouse-keeper',
	'authorisation-holder',
	'reporter',
]);
/** Parts that are taken from one record. */
const MOST_PARTS = 20_000;
/** Transactions of a suspicion report that are read. */
export const MOST_TRANSACTIONS = 2_000;
/** Travellers of one booking that know each other; a larger group does not. */
const MOST_TOGETHER = 9;

export function partsOf(record: BorderRecord): readonly Part[] {
	const parts: Part[] = [];
	switch (record.kind) {
		case 'declaration':
			addParties(parts, record.parties, 'parties', 0);
			record.items.forEach((item, at) => {
				if (item.parties !== undefined) addParties(parts, item.parties, `items[${at}].parties`, 0);
			});
			break;
		case 'cargo-report':
			record.consignments.forEach((consignment, at) => {
				if (consignment.parties !== undefined)
					addParties(parts, consignment.parties, `consignments[${at}].parties`, at);
			});
			break;
		case 'passenger-list':
			record.travellers.forEach((traveller, at) => {
				push(parts, {
					place: `travellers[${at}]`,
					keys: travellerKeysOf(traveller),
					group: -1,
					service: false,
				});
			});
			break;
		case 'booking': {
			const group = record.travellers.length <= MOST_TOGETHER ? 0 : -1;
			record.travellers.forEach((traveller, at) => {
				push(parts, {
					place: `travellers[${at}]`,
					keys: bookedTravellerKeysOf(traveller),
					group,
					service: false,
				});
			});
			break;
		}
		case 'cash-declaration':
			addPerson(parts, record.carrier, 'carrier', 0);
			addSubject(parts, record.owner ?? {}, 'owner', 0);
			addSubject(parts, record.recipient ?? {}, 'recipient', 0);
			break;
		case 'suspicion-report':
			addTransactions(parts, record);
			break;
		default:
	}
	return parts;
}

function push(parts: Part[], part: Part): void {
	if (part.keys.length > 0 && parts.length < MOST_PARTS) parts.push(part);
}

function addParties(parts: Part[], parties: readonly Party[], place: string, group: number): void {
	parties.forEach((party, at) => {
		push(parts, {
			place: `${place}[${at}]`,
			keys: partyKeysOf(party),
			group,
			service: SERVICES.has(party.role),
		});
	});
}

function addTransactions(parts: Part[], report: SuspicionReport): void {
	const transactions = report.transactions ?? [];
	for (let at = 0; at < transactions.length && at < MOST_TRANSACTIONS; at++)
		transactions[at]!.sides.forEach((side, sideAt) => {
			const here = `transactions[${at}].sides[${sideAt}]`;
			addSubject(parts, side, here, at);
			if (side.conductor !== undefined) addPerson(parts, side.conductor, `${here}.conductor`, at);
		});
	report.activity?.parties.forEach((party, at) => {
		addSubject(parts, party, `activity.parties[${at}]`, MOST_TRANSACTIONS);
	});
}

/** A person, a firm or an account with those who stand behind it. */
export function addSubject(parts: Part[], subject: ReportedSubject, place: string, group: number): void {
	if (subject.person !== undefined) addPerson(parts, subject.person, `${place}.person`, group);
	if (subject.entity !== undefined) addEntity(parts, subject.entity, `${place}.entity`, group);
	if (subject.account !== undefined) addAccount(parts, subject.account, `${place}.account`, group);
}

function addPerson(parts: Part[], person: ReportedPerson, place: string, group: number): void {
	push(parts, { place, keys: reportedPersonKeysOf(person), group, service: false });
}

function addEntity(parts: Part[], entity: ReportedEntity, place: string, group: number): void {
	push(parts, { place, keys: reportedEntityKeysOf(entity), group, service: false });
	addDirectors(parts, entity, place, group);
}

function addDirectors(parts: Part[], { directors }: ReportedEntity, place: string, group: number): void {
	directors?.forEach((director, at) => {
		addPerson(parts, director, `${place}.directors[${at}]`, group);
	});
}

/** An account is a number of whoever holds it; one that several sign for is nobody's alone. */
function addAccount(parts: Part[], account: ReportedAccount, place: string, group: number): void {
	const key = accountKeyOf(account);
	if (key !== undefined) push(parts, { place, keys: [key], group: -1, service: false });
	const { holderEntity, signatories = [] } = account;
	const own = (keys: readonly HistoryKey[]): readonly HistoryKey[] =>
		key === undefined || keys.length === 0 ? keys : [...keys, key];
	if (holderEntity !== undefined) {
		const here = `${place}.holderEntity`;
		push(parts, { place: here, keys: own(reportedEntityKeysOf(holderEntity)), group, service: false });
		addDirectors(parts, holderEntity, here, group);
	}
	signatories.forEach(({ person }, at) => {
		const keys = reportedPersonKeysOf(person);
		push(parts, {
			place: `${place}.signatories[${at}].person`,
			keys: holderEntity === undefined && signatories.length === 1 ? own(keys) : keys,
			group,
			service: false,
		});
	});
}
