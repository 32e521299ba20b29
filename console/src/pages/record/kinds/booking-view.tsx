import type { Booking } from '../../../../../contract/records/travel.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import {
	bornText,
	contactsText,
	flightText,
	identifiersText,
	join,
	moneyText,
	routeText,
	timeText,
} from '../text-of.ts';
import { Legs } from './shared-tables.tsx';

export const bookingMembers = [
	'locators',
	'function',
	'messageReference',
	'sender',
	'receiver',
	'preparedAt',
	'bookedAt',
	'changedAt',
	'flight',
	'agency',
	'legs',
	'travellers',
	'payments',
	'history',
	'services',
	'bagsTotal',
	'splitFrom',
] as const;

export function BookingView({ record }: { record: Booking }) {
	return (
		<>
			<FactGroups>
				<FactGroup title="Booking">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact
						label="Locators"
						path="locators"
						value={join(
							record.locators.map((each) => join([each.carrier, each.locator], ' ')),
							', ',
						)}
					/>
					<Fact label="Function" path="function" value={spell(record.function)} />
					<Fact label="Booked" path="bookedAt" value={timeText(record.bookedAt)} />
					<Fact label="Changed" path="changedAt" value={timeText(record.changedAt)} />
					<Fact label="Split from" path="splitFrom" value={record.splitFrom?.join(', ')} />
					<Fact
						label="Bags"
						path="bagsTotal"
						value={join([
							record.bagsTotal?.count,
							record.bagsTotal?.massKg && `${record.bagsTotal.massKg} kg`,
						])}
					/>
				</FactGroup>
				<FactGroup title="Flight of the message">
					<Fact
						label="Flight"
						path="flight"
						value={join([flightText(record.flight), routeText(record.flight)])}
					/>
					<Fact label="Departs" path="flight.departsAt" value={timeText(record.flight?.departsAt)} />
					<Fact label="Arrives" path="flight.arrivesAt" value={timeText(record.flight?.arrivesAt)} />
				</FactGroup>
				<FactGroup title="Sold and sent by">
					<Fact
						label="Agency"
						path="agency"
						value={join([
							record.agency?.iataNumber,
							record.agency?.place,
							record.agency?.country,
							record.agency?.agent,
						])}
					/>
					<Fact label="Sender" path="sender" value={record.sender} />
					<Fact label="Receiver" path="receiver" value={record.receiver} />
					<Fact label="Prepared" path="preparedAt" value={timeText(record.preparedAt)} />
					<Fact label="Message" path="messageReference" value={record.messageReference} />
				</FactGroup>
			</FactGroups>
			<Part title="Travellers" count={record.travellers.length}>
				<DataTable
					label="Travellers"
					base="travellers"
					rows={record.travellers}
					columns={[
						{ title: '#', member: 'number', value: (each) => each.number, numeric: true },
						{ title: 'Name', member: 'person.name', value: (each) => each.person.name.full },
						{ title: 'Type', member: 'type', value: (each) => each.type && spell(each.type) },
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
						{ title: 'Contact', member: 'contacts', value: (each) => contactsText(each.contacts) },
						{
							title: 'Tickets',
							member: 'tickets',
							value: (each) =>
								each.tickets &&
								join(
									each.tickets.map((ticket) => join([ticket.number, moneyText(ticket.total)], ' ')),
									', ',
								),
							wide: true,
						},
						{
							title: 'Seats',
							member: 'seats',
							value: (each) => each.seats?.map((seat) => seat.seat).join(' '),
						},
						{
							title: 'Bags',
							member: 'bags',
							value: (each) => join([each.bags?.count, each.bags?.massKg && `${each.bags.massKg} kg`]),
							numeric: true,
						},
						{
							title: 'Boarded',
							member: 'boarded',
							value: (each) => (each.boarded === undefined ? undefined : each.boarded ? 'yes' : 'no'),
						},
					]}
				/>
			</Part>
			<Legs legs={record.legs} base="legs" />
			{record.payments && record.payments.length > 0 && (
				<Part title="Payments" count={record.payments.length}>
					<DataTable
						label="Payments"
						base="payments"
						rows={record.payments}
						columns={[
							{ title: 'Form', member: 'form', value: (each) => each.form },
							{ title: 'Amount', member: 'amount', value: (each) => moneyText(each.amount), numeric: true },
							{
								title: 'Card',
								member: 'cardLastFour',
								value: (each) => join([each.cardType, each.cardLastFour && `… ${each.cardLastFour}`], ' '),
							},
							{ title: 'Expires', member: 'cardExpires', value: (each) => each.cardExpires },
							{ title: 'Holder', member: 'holder', value: (each) => each.holder },
						]}
					/>
				</Part>
			)}
			{record.services && record.services.length > 0 && (
				<Part title="Services" count={record.services.length}>
					<DataTable
						label="Services"
						base="services"
						rows={record.services}
						columns={[
							{ title: 'Code', member: 'code', value: (each) => each.code },
							{ title: 'Status', member: 'status', value: (each) => each.status },
							{ title: 'Carrier', member: 'carrier', value: (each) => each.carrier },
							{ title: 'Traveller', member: 'traveller', value: (each) => each.traveller },
							{ title: 'Text', member: 'text', value: (each) => each.text, wide: true },
						]}
					/>
				</Part>
			)}
			{record.history && record.history.length > 0 && (
				<Part title="History as the carrier sent it" count={record.history.length} path="history">
					<pre className="plain-lines">{record.history.join('\n')}</pre>
				</Part>
			)}
		</>
	);
}
