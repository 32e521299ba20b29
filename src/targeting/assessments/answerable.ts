/**
 * Who answers for a record: the trader whose authorisation lightens its checks. In: a record. Out: numbers of the trader in
 * the order of their parts. Pure. A broker's authorisation is not that of the goods it declares, so a declarant counts only
 * where nobody else is named.
 */
import type { Identifier, Party, PartyRole } from '../../../contract/records/common.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { bare, schemeOf } from '../../values/identifier-text.ts';

const IMPORT: readonly PartyRole[] = ['importer', 'consignee', 'buyer'];
const EXPORT: readonly PartyRole[] = ['exporter', 'consignor', 'seller'];
const TRANSIT: readonly PartyRole[] = ['authorisation-holder', 'declarant'];

/** One form of a number under which a trader is registered. */
export const traderNumber = ({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>): string =>
	`${schemeOf(scheme)}:${bare(value, 1) ?? value.trim().toUpperCase()}`;

const rolesOf = (record: Extract<BorderRecord, { kind: 'declaration' }>): readonly PartyRole[] =>
	record.direction === 'export' ? EXPORT : record.direction === 'transit' ? TRANSIT : IMPORT;

/** Numbers of the trader; none for records that are not of goods. */
export function answerableNumbers(record: BorderRecord): string[] {
	if (record.kind !== 'declaration') return [];
	for (const roles of [rolesOf(record), ['declarant'] satisfies PartyRole[]]) {
		const parties = record.parties.filter(({ role }) => roles.includes(role));
		if (parties.length > 0) return parties.flatMap(numbersOf);
	}
	return [];
}

const numbersOf = ({ identifiers = [] }: Party): string[] => identifiers.map(traderNumber);
