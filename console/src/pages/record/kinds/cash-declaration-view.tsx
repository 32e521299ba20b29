import type { CashDeclaration } from '../../../../../contract/records/money-reports.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import {
	addressText,
	flightText,
	identifiersText,
	join,
	moneyText,
	placeText,
	reportedEntityText,
	reportedPersonText,
	timeText,
} from '../text-of.ts';

export const cashDeclarationMembers = [
	'function',
	'direction',
	'basis',
	'declaredAt',
	'office',
	'carrier',
	'owner',
	'recipient',
	'instruments',
	'total',
	'counted',
	'provenance',
	'intendedUse',
	'journey',
	'transportMeans',
	'from',
	'to',
] as const;

export function CashDeclarationView({ record }: { record: CashDeclaration }) {
	const { carrier, owner, recipient } = record;
	return (
		<>
			<FactGroups>
				<FactGroup title="Declaration">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact label="Direction" path="direction" value={spell(record.direction)} />
					<Fact label="Basis" path="basis" value={spell(record.basis)} />
					<Fact label="Function" path="function" value={spell(record.function)} />
					<Fact label="Declared" path="declaredAt" value={timeText(record.declaredAt)} />
					<Fact label="Office" path="office" value={record.office} />
				</FactGroup>
				<FactGroup title="Cash">
					<Fact label="Total declared" path="total" value={moneyText(record.total)} />
					<Fact label="Counted" path="counted" value={moneyText(record.counted)} />
					<Fact label="Where from" path="provenance" value={record.provenance} />
					<Fact label="What for" path="intendedUse" value={record.intendedUse} />
				</FactGroup>
				<FactGroup title="People">
					<Fact label="Carried by" path="carrier" value={reportedPersonText(carrier)} />
					<Fact label="Documents" path="carrier.identifiers" value={identifiersText(carrier.identifiers)} />
					<Fact label="Address" path="carrier.addresses" value={addressText(carrier.addresses?.[0])} />
					<Fact
						label="Owner"
						path="owner"
						value={reportedPersonText(owner?.person) ?? reportedEntityText(owner?.entity)}
					/>
					<Fact
						label="Recipient"
						path="recipient"
						value={reportedPersonText(recipient?.person) ?? reportedEntityText(recipient?.entity)}
					/>
				</FactGroup>
				<FactGroup title="Journey">
					<Fact
						label="From, to"
						path="from"
						value={join([placeText(record.from), placeText(record.to)], ' → ')}
					/>
					<Fact
						label="Journey"
						path="journey"
						value={join([flightText(record.journey), timeText(record.journey?.departsAt)])}
					/>
					<Fact label="Means" path="transportMeans" value={record.transportMeans} />
				</FactGroup>
			</FactGroups>
			<Part title="Instruments" count={record.instruments.length}>
				<DataTable
					label="Instruments"
					base="instruments"
					rows={record.instruments}
					columns={[
						{ title: 'Type', member: 'type', value: (each) => spell(each.type) },
						{ title: 'Count', member: 'count', value: (each) => each.count, numeric: true },
						{ title: 'Value', member: 'value', value: (each) => moneyText(each.value), numeric: true },
						{ title: 'Description', member: 'description', value: (each) => each.description, wide: true },
					]}
				/>
			</Part>
		</>
	);
}
