import type { PassengerList } from '../../../../../contract/records/travel.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import {
	addressText,
	bornText,
	contactsText,
	identifiersText,
	join,
	placeText,
	timeText,
} from '../text-of.ts';
import { Legs } from './shared-tables.tsx';

export const passengerListMembers = [
	'function',
	'listType',
	'documentCode',
	'messageReference',
	'sender',
	'receiver',
	'preparedAt',
	'mode',
	'carrier',
	'reporter',
	'legs',
	'travellers',
	'declaredCount',
] as const;

export function PassengerListView({ record }: { record: PassengerList }) {
	return (
		<>
			<FactGroups>
				<FactGroup title="List">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact label="List of" path="listType" value={spell(record.listType)} />
					<Fact label="Function" path="function" value={spell(record.function)} />
					<Fact label="Document" path="documentCode" value={record.documentCode} />
					<Fact label="Message" path="messageReference" value={record.messageReference} />
					<Fact
						label="Carrier"
						path="carrier"
						value={join([record.carrier, record.mode && spell(record.mode)])}
					/>
				</FactGroup>
				<FactGroup title="Sent">
					<Fact label="Prepared" path="preparedAt" value={timeText(record.preparedAt)} />
					<Fact label="Sender" path="sender" value={record.sender} />
					<Fact label="Receiver" path="receiver" value={record.receiver} />
					<Fact
						label="Reporter"
						path="reporter"
						value={join([record.reporter?.name, contactsText(record.reporter?.contacts)])}
					/>
					<Fact label="Listed" path="travellers" value={record.travellers.length} />
					<Fact label="Stated" path="declaredCount" value={record.declaredCount} />
				</FactGroup>
			</FactGroups>
			<Legs legs={record.legs} base="legs" />
			<Part title="Travellers" count={record.travellers.length}>
				<DataTable
					label="Travellers"
					base="travellers"
					rows={record.travellers}
					columns={[
						{ title: '#', member: 'number', value: (each) => each.number, numeric: true },
						{ title: 'Name', member: 'person.name', value: (each) => each.person.name.full },
						{
							title: 'Sex',
							member: 'person.sex',
							value: (each) => each.person.sex && spell(each.person.sex),
						},
						{ title: 'Born', member: 'person.bornOn', value: (each) => bornText(each.person) },
						{
							title: 'Nationality',
							member: 'person.nationalities',
							value: (each) => each.person.nationalities?.join(' '),
						},
						{
							title: 'Documents',
							member: 'documents',
							value: (each) => identifiersText(each.documents),
							wide: true,
						},
						{ title: 'As', member: 'type', value: (each) => spell(each.type) },
						{ title: 'Booking', member: 'bookingReference', value: (each) => each.bookingReference },
						{ title: 'Seat', member: 'seat', value: (each) => each.seat },
						{
							title: 'Bags',
							member: 'bags',
							value: (each) => join([each.bags?.count, each.bags?.massKg && `${each.bags.massKg} kg`]),
							numeric: true,
						},
						{ title: 'From', member: 'embarks', value: (each) => placeText(each.embarks) },
						{ title: 'To', member: 'disembarks', value: (each) => placeText(each.disembarks) },
						{ title: 'Address', member: 'address', value: (each) => addressText(each.address), wide: true },
					]}
				/>
			</Part>
		</>
	);
}
