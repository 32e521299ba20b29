import type { ReportedTransaction, SuspicionReport } from '../../../../../contract/records/money-reports.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import { addressText, decimalText, join, reportedPersonText, subjectText, timeText } from '../text-of.ts';

export const suspicionReportMembers = [
	'reporterId',
	'reporterBranch',
	'reportCode',
	'submissionCode',
	'schemaVersion',
	'fiuReference',
	'submittedAt',
	'localCurrency',
	'reportingPerson',
	'location',
	'reason',
	'action',
	'indicators',
	'transactions',
	'activity',
] as const;

const sideText = (transaction: ReportedTransaction, side: 'from' | 'to' | 'party') =>
	join(transaction.sides.filter((each) => each.side === side).map(subjectText), '; ');

export function SuspicionReportView({ record }: { record: SuspicionReport }) {
	const currency = record.localCurrency ? `, ${record.localCurrency}` : '';
	return (
		<>
			<FactGroups>
				<FactGroup title="Report">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact label="Code" path="reportCode" value={record.reportCode} />
					<Fact label="FIU reference" path="fiuReference" value={record.fiuReference} />
					<Fact label="Submitted" path="submittedAt" value={timeText(record.submittedAt)} />
					<Fact label="Schema" path="schemaVersion" value={record.schemaVersion} />
					<Fact label="Indicators" path="indicators" value={record.indicators?.join(', ')} />
				</FactGroup>
				<FactGroup title="Reporter">
					<Fact label="Number" path="reporterId" value={record.reporterId} />
					<Fact label="Branch" path="reporterBranch" value={record.reporterBranch} />
					<Fact label="Person" path="reportingPerson" value={reportedPersonText(record.reportingPerson)} />
					<Fact label="Place" path="location" value={addressText(record.location)} />
				</FactGroup>
			</FactGroups>
			{record.reason && (
				<Part title="Reason for the suspicion" path="reason">
					<p className="prose">{record.reason}</p>
				</Part>
			)}
			{record.action && (
				<Part title="What the reporter did" path="action">
					<p className="prose">{record.action}</p>
				</Part>
			)}
			{record.transactions && record.transactions.length > 0 && (
				<Part title="Transactions" count={record.transactions.length}>
					<DataTable
						label="Transactions"
						base="transactions"
						rows={record.transactions}
						columns={[
							{ title: 'Number', member: 'number', value: (each) => each.number },
							{ title: 'When', member: 'at', value: (each) => timeText(each.at) },
							{ title: 'How', member: 'mode', value: (each) => each.mode },
							{
								title: `Amount${currency}`,
								member: 'amountLocal',
								value: (each) => decimalText(each.amountLocal),
								numeric: true,
							},
							{ title: 'From', member: 'sides', value: (each) => sideText(each, 'from'), wide: true },
							{ title: 'To', member: 'sides', value: (each) => sideText(each, 'to'), wide: true },
							{ title: 'Parties', member: 'sides', value: (each) => sideText(each, 'party'), wide: true },
							{ title: 'Where', member: 'location', value: (each) => each.location },
							{ title: 'What', member: 'description', value: (each) => each.description, wide: true },
						]}
					/>
				</Part>
			)}
			{record.activity && (
				<Part title="Activity: parties" count={record.activity.parties.length}>
					<DataTable
						label="Parties of the activity"
						base="activity.parties"
						rows={record.activity.parties}
						columns={[
							{ title: 'Who', member: 'person', value: subjectText, wide: true },
							{
								title: 'Significance',
								member: 'significance',
								value: (each) => each.significance,
								numeric: true,
							},
							{ title: 'Reason', member: 'reason', value: (each) => each.reason, wide: true },
						]}
					/>
				</Part>
			)}
		</>
	);
}
