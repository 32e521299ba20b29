import type { CargoReport, Consignment } from '../../../../../contract/records/cargo-report.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import { decimalText, join, meansText, partyName, placeText, timeText } from '../text-of.ts';
import { Legs, Parties } from './shared-tables.tsx';

export const cargoReportMembers = [
	'function',
	'documentType',
	'preparedAt',
	'sender',
	'receiver',
	'parties',
	'transport',
	'legs',
	'arrivesAt',
	'departsAt',
	'office',
	'equipment',
	'consignments',
] as const;

const partyOf = (consignment: Consignment, role: 'consignor' | 'consignee' | 'notify') => {
	const party = consignment.parties?.find((each) => each.role === role);
	return party && partyName(party);
};

export function CargoReportView({ record }: { record: CargoReport }) {
	return (
		<>
			<FactGroups>
				<FactGroup title="Report">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact label="Function" path="function" value={spell(record.function)} />
					<Fact label="Document type" path="documentType" value={record.documentType} />
					<Fact label="Prepared" path="preparedAt" value={timeText(record.preparedAt)} />
					<Fact label="Sender" path="sender" value={record.sender} />
					<Fact label="Receiver" path="receiver" value={record.receiver} />
					<Fact label="Office" path="office" value={record.office} />
				</FactGroup>
				<FactGroup title="Transport">
					<Fact label="Means" path="transport" value={meansText(record.transport)} />
					<Fact label="Departs" path="departsAt" value={timeText(record.departsAt)} />
					<Fact label="Arrives" path="arrivesAt" value={timeText(record.arrivesAt)} />
				</FactGroup>
			</FactGroups>
			<Part title="Consignments" count={record.consignments.length}>
				<DataTable
					label="Consignments"
					base="consignments"
					rows={record.consignments}
					columns={[
						{ title: '#', member: 'number', value: (each) => each.number, numeric: true },
						{
							title: 'Transport document',
							member: 'transportDocument',
							value: (each) => each.transportDocument,
						},
						{
							title: 'Consignor',
							member: 'parties',
							value: (each) => partyOf(each, 'consignor'),
							wide: true,
						},
						{
							title: 'Consignee',
							member: 'parties',
							value: (each) => partyOf(each, 'consignee'),
							wide: true,
						},
						{
							title: 'Goods',
							member: 'items',
							value: (each) =>
								join(
									each.items.map((item) => item.description),
									'; ',
								),
							wide: true,
						},
						{
							title: 'HS',
							member: 'items',
							value: (each) => join([...new Set(each.items.map((item) => item.hsCode))], ', '),
						},
						{ title: 'From', member: 'loadingPlace', value: (each) => placeText(each.loadingPlace) },
						{ title: 'To', member: 'dischargePlace', value: (each) => placeText(each.dischargePlace) },
						{ title: 'Packages', member: 'packageCount', value: (each) => each.packageCount, numeric: true },
						{
							title: 'Gross, kg',
							member: 'grossMassKg',
							value: (each) => decimalText(each.grossMassKg),
							numeric: true,
						},
						{
							title: 'Containers',
							member: 'items',
							value: (each) =>
								join(
									[
										...new Set(
											each.items.flatMap(
												(item) => item.containers?.map((container) => container.number) ?? [],
											),
										),
									],
									', ',
								),
						},
					]}
				/>
			</Part>
			{record.equipment && record.equipment.length > 0 && (
				<Part title="Equipment" count={record.equipment.length}>
					<DataTable
						label="Equipment"
						base="equipment"
						rows={record.equipment}
						columns={[
							{ title: 'Number', member: 'number', value: (each) => each.number },
							{ title: 'Kind', member: 'kind', value: (each) => each.kind },
							{ title: 'Size and type', member: 'sizeType', value: (each) => each.sizeType },
							{ title: 'Load', member: 'load', value: (each) => each.load && spell(each.load) },
							{
								title: 'Seals',
								member: 'seals',
								value: (each) =>
									each.seals &&
									join(
										each.seals.map((seal) => join([seal.number, seal.issuer], ' ')),
										', ',
									),
							},
							{
								title: 'Gross, kg',
								member: 'grossMassKg',
								value: (each) => decimalText(each.grossMassKg),
								numeric: true,
							},
							{
								title: 'Tare, kg',
								member: 'tareMassKg',
								value: (each) => decimalText(each.tareMassKg),
								numeric: true,
							},
						]}
					/>
				</Part>
			)}
			<Legs legs={record.legs} base="legs" />
			<Parties parties={record.parties} base="parties" />
		</>
	);
}
