/**
 * Columns of the list. Widths are fixed, so that nothing moves while rows come and go; they are told in digits (`ch`),
 * so that they hold in every typeface.
 */
import { Link } from '@tanstack/react-router';
import type { RecordSummary } from '../../../../contract/views.ts';
import { formatNumber } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { LaneMark, SeverityMark } from '../../display/marks.tsx';
import { formatWords, kindWords } from '../../display/words.ts';
import type { ListColumn } from '../../listing/list-grid.tsx';

const nothing = <span className="muted">–</span>;

export const columns: readonly ListColumn<RecordSummary>[] = [
	{
		id: 'lane',
		title: 'Lane',
		width: 'calc(6ch + 32px)',
		cell: (record) => (record.lane ? <LaneMark lane={record.lane} /> : nothing),
	},
	{
		id: 'findings',
		title: 'Findings',
		width: 'calc(5ch + 28px)',
		cell: (record) =>
			record.worst ? (
				<SeverityMark severity={record.worst} count={record.findings} />
			) : (
				<span className="muted">0</span>
			),
	},
	{
		id: 'received',
		title: 'Received',
		width: 'calc(16ch + 12px)',
		sort: 'received',
		cell: (record) => <Instant at={record.receivedAt} />,
	},
	{ id: 'kind', title: 'Kind', width: 'calc(14ch + 14px)', cell: (record) => kindWords[record.kind].one },
	{
		id: 'reference',
		title: 'Reference',
		width: 'minmax(26ch, 1.2fr)',
		cell: (record) => (
			<>
				<Link
					to="/records/$id"
					params={{ id: record.id }}
					title={record.reference}
					className="record-link"
					tabIndex={-1}
					preload={false}
				>
					{record.reference}
				</Link>
				{record.version > 1 && (
					<span className="chip version-chip" title={`Version ${record.version}`}>
						v{record.version}
					</span>
				)}
			</>
		),
	},
	{
		id: 'caption',
		title: 'What it is',
		width: 'minmax(20ch, 1.8fr)',
		cell: (record) => (record.masked ? `${record.caption} · masked` : record.caption),
	},
	{
		id: 'office',
		title: 'Office, carrier',
		width: 'calc(15ch + 14px)',
		cell: (record) => [record.office, record.carrier].filter(Boolean).join(' · ') || nothing,
	},
	{
		id: 'route',
		title: 'Route',
		width: 'calc(7ch + 24px)',
		cell: (record) =>
			[record.originCountry, record.destinationCountry].filter(Boolean).join(' → ') || nothing,
	},
	{ id: 'hs', title: 'HS', width: 'calc(6ch + 14px)', cell: (record) => record.hsCode ?? nothing },
	{
		id: 'mass',
		title: 'Mass, kg',
		width: 'calc(9ch + 12px)',
		numeric: true,
		sort: 'mass',
		cell: (record) => (record.grossMassKg === null ? nothing : formatNumber(record.grossMassKg, 1)),
	},
	{
		id: 'value',
		title: 'Value',
		width: 'calc(13ch + 12px)',
		numeric: true,
		sort: 'value',
		cell: (record) =>
			record.value === null ? (
				nothing
			) : (
				<>
					{formatNumber(record.value, 0)} <span className="muted">{record.currency}</span>
				</>
			),
	},
	{ id: 'format', title: 'Format', width: 'calc(9ch + 16px)', cell: (record) => formatWords[record.format] },
];
