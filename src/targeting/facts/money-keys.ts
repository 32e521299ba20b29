/**
 * Keys of all whom a cash declaration or a suspicion report names: persons, firms and accounts, each once.
 */
import type {
	CashDeclaration,
	ReportedSubject,
	SuspicionReport,
} from '../../../contract/records/money-reports.ts';
import type { HistoryKey } from '../knowledge.ts';
import { accountKeyOf, partyKeysOf, reportedEntityKeysOf, reportedPersonKeysOf } from './keys.ts';

/** Transactions of one report that are read; a report may have a hundred thousand. */
const MOST_TRANSACTIONS = 500;

function addSubject(keys: Set<HistoryKey>, { person, entity, account }: Partial<ReportedSubject>): void {
	if (person !== undefined) for (const key of reportedPersonKeysOf(person)) keys.add(key);
	if (entity !== undefined) for (const key of reportedEntityKeysOf(entity)) keys.add(key);
	if (account === undefined) return;
	const key = accountKeyOf(account);
	if (key !== undefined) keys.add(key);
	if (account.holderEntity !== undefined) addSubject(keys, { entity: account.holderEntity });
	for (const { person: signatory } of account.signatories ?? []) addSubject(keys, { person: signatory });
}

/** Who carries, owns, receives and represents. */
export function cashKeysOf({ carrier, owner, recipient, representative }: CashDeclaration): HistoryKey[] {
	const keys = new Set<HistoryKey>();
	addSubject(keys, { person: carrier });
	if (owner !== undefined) addSubject(keys, owner);
	if (recipient !== undefined) addSubject(keys, recipient);
	if (representative !== undefined) for (const key of partyKeysOf(representative)) keys.add(key);
	return [...keys];
}

/** Who is on either side of the transactions, carried them out, or is a party of the activity. */
export function suspicionKeysOf({ transactions = [], activity }: SuspicionReport): HistoryKey[] {
	const keys = new Set<HistoryKey>();
	for (const { sides } of transactions.slice(0, MOST_TRANSACTIONS))
		for (const side of sides) {
			addSubject(keys, side);
			if (side.conductor !== undefined) addSubject(keys, { person: side.conductor });
		}
	for (const party of activity?.parties ?? []) addSubject(keys, party);
	return [...keys];
}
