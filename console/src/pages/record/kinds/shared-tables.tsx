/** Tables that several kinds of record have: parties, documents, legs, taxes. */
import type { DocumentReference, Leg, Party } from '../../../../../contract/records/common.ts';
import type { DutyTaxFee } from '../../../../../contract/records/declaration.ts';
import { formatDecimal } from '../../../display/format.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Part } from '../facts.tsx';
import {
	addressText,
	contactsText,
	flightText,
	identifiersText,
	moneyText,
	partyName,
	placeText,
	timeText,
} from '../text-of.ts';

export function Parties({ parties, base }: { parties: readonly Party[] | undefined; base: string }) {
	if (!parties?.length) return null;
	return (
		<Part title="Parties" count={parties.length}>
			<DataTable
				label="Parties"
				base={base}
				rows={parties}
				columns={[
					{ title: 'Part', member: 'role', value: (party) => spell(party.role) },
					{ title: 'Name', member: 'name', value: partyName, wide: true },
					{
						title: 'Identifiers',
						member: 'identifiers',
						value: (party) => identifiersText(party.identifiers),
						wide: true,
					},
					{ title: 'Address', member: 'address', value: (party) => addressText(party.address), wide: true },
					{ title: 'Contact', member: 'contacts', value: (party) => contactsText(party.contacts) },
				]}
			/>
		</Part>
	);
}

type DocumentsProps = { title: string; documents: readonly DocumentReference[] | undefined; base: string };

export function Documents({ title, documents, base }: DocumentsProps) {
	if (!documents?.length) return null;
	return (
		<Part title={title} count={documents.length}>
			<DataTable
				label={title}
				base={base}
				rows={documents}
				columns={[
					{ title: 'Type', member: 'type', value: (document) => join2(document.category, document.type) },
					{ title: 'Number', member: 'number', value: (document) => document.number },
					{ title: 'Name', member: 'name', value: (document) => document.name, wide: true },
					{ title: 'Status', member: 'status', value: (document) => document.status },
					{ title: 'Issued', member: 'issuedOn', value: (document) => document.issuedOn },
				]}
			/>
		</Part>
	);
}

const join2 = (first: string | undefined, second: string) => (first ? `${first} ${second}` : second);

export function Legs({ legs, base }: { legs: readonly Leg[] | undefined; base: string }) {
	if (!legs?.length) return null;
	return (
		<Part title="Legs" count={legs.length}>
			<DataTable
				label="Legs"
				base={base}
				rows={legs}
				columns={[
					{ title: 'Journey', member: 'number', value: flightText },
					{ title: 'From', member: 'from', value: (leg) => placeText(leg.from) },
					{ title: 'Departs', member: 'departsAt', value: (leg) => timeText(leg.departsAt) },
					{ title: 'To', member: 'to', value: (leg) => placeText(leg.to) },
					{ title: 'Arrives', member: 'arrivesAt', value: (leg) => timeText(leg.arrivesAt) },
					{ title: 'Class', member: 'bookingClass', value: (leg) => leg.bookingClass },
					{ title: 'Status', member: 'status', value: (leg) => leg.status },
					{ title: 'Border', member: 'border', value: (leg) => (leg.border ? 'crosses' : undefined) },
				]}
			/>
		</Part>
	);
}

export function Taxes({ taxes, base }: { taxes: readonly DutyTaxFee[] | undefined; base: string }) {
	if (!taxes?.length) return null;
	return (
		<Part title="Duties and taxes" count={taxes.length}>
			<DataTable
				label="Duties and taxes"
				base={base}
				rows={taxes}
				columns={[
					{ title: 'Type', member: 'type', value: (tax) => tax.type },
					{
						title: 'Rate',
						member: 'rate',
						value: (tax) => tax.rate && formatDecimal(tax.rate),
						numeric: true,
					},
					{ title: 'Base', member: 'base', value: (tax) => moneyText(tax.base), numeric: true },
					{ title: 'Amount', member: 'amount', value: (tax) => moneyText(tax.amount), numeric: true },
					{ title: 'Payment', member: 'paymentMethod', value: (tax) => tax.paymentMethod },
				]}
			/>
		</Part>
	);
}

/** Members of a record that its form has not shown, so that nothing that was received stays hidden. */
export function withoutMembers(record: object, shown: readonly string[]): Record<string, unknown> {
	const names = new Set(['kind', 'reference', ...shown]);
	return Object.fromEntries(
		Object.entries(record).filter(([name, value]) => value !== undefined && !names.has(name)),
	);
}
