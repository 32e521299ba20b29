import { Link } from '@tanstack/react-router';
import type { Outcome } from '../../../../../contract/records/outcome.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import { moneyText, timeText } from '../text-of.ts';

export const outcomeMembers = [
	'subject',
	'inspectedAt',
	'office',
	'inspector',
	'inspection',
	'result',
	'findings',
	'recovered',
	'seized',
	'minutes',
	'remark',
] as const;

export function OutcomeView({ record }: { record: Outcome }) {
	return (
		<>
			<FactGroups>
				<FactGroup title="Inspection">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact
						label="Of"
						path="subject"
						value={
							<Link to="/records" search={{ search: record.subject.reference }}>
								{spell(record.subject.kind)} {record.subject.reference}
							</Link>
						}
					/>
					<Fact label="How" path="inspection" value={spell(record.inspection)} />
					<Fact label="When" path="inspectedAt" value={timeText(record.inspectedAt)} />
					<Fact label="Office" path="office" value={record.office} />
					<Fact label="Inspector" path="inspector" value={record.inspector} />
					<Fact
						label="Time spent"
						path="minutes"
						value={record.minutes === undefined ? undefined : `${record.minutes} min`}
					/>
				</FactGroup>
				<FactGroup title="Result">
					<Fact label="Result" path="result" value={spell(record.result)} />
					<Fact label="Recovered" path="recovered" value={moneyText(record.recovered)} />
					<Fact label="Remark" path="remark" value={record.remark} />
				</FactGroup>
			</FactGroups>
			{record.findings && record.findings.length > 0 && (
				<Part title="What was found" count={record.findings.length}>
					<DataTable
						label="What was found"
						base="findings"
						rows={record.findings}
						columns={[
							{ title: 'Type', member: 'type', value: (each) => spell(each.type) },
							{ title: 'Description', member: 'description', value: (each) => each.description, wide: true },
						]}
					/>
				</Part>
			)}
			{record.seized && record.seized.length > 0 && (
				<Part title="Seized" count={record.seized.length}>
					<DataTable
						label="Seized"
						base="seized"
						rows={record.seized}
						columns={[
							{ title: 'What', member: 'description', value: (each) => each.description, wide: true },
							{ title: 'Quantity', member: 'quantity', value: (each) => each.quantity },
							{ title: 'Value', member: 'value', value: (each) => moneyText(each.value), numeric: true },
						]}
					/>
				</Part>
			)}
		</>
	);
}
