/** Columns of the list of partners. Widths are told in digits (`ch`), so that they hold in every typeface. */
import { Link } from '@tanstack/react-router';
import { formatAgo, formatCount, formatInstant } from '../../display/format.ts';
import { agencyWords } from '../../display/words.ts';
import { PartnerStateMark } from '../../exchanging/partner-marks.tsx';
import type { ListColumn } from '../../listing/list-grid.tsx';
import type { PartnerRow } from '../../queries/partners.ts';
import { LedgerMark } from '../partner/ledger-mark.tsx';

const agencyOf = (agency: string): string =>
	Object.entries(agencyWords).find(([known]) => known === agency)?.[1] ?? agency;

export const columns = (nowMs: number): readonly ListColumn<PartnerRow>[] => [
	{
		id: 'title',
		title: 'Partner',
		width: 'minmax(30ch, 1fr)',
		cell: ({ name, title }) => (
			<Link
				to="/partners/$id"
				params={{ id: name }}
				className="partner-link"
				title={`${title} (${name})`}
				tabIndex={-1}
				preload={false}
			>
				{title}
			</Link>
		),
	},
	{
		id: 'agency',
		title: 'Agency',
		width: 'calc(16ch + 10px)',
		cell: ({ agency, country }) => `${agencyOf(agency)} · ${country}`,
	},
	{
		id: 'state',
		title: 'State',
		width: 'calc(13ch + 14px)',
		cell: ({ state }) => <PartnerStateMark state={state} />,
	},
	{
		id: 'agreements',
		title: 'Agreements',
		width: 'calc(10ch + 14px)',
		numeric: true,
		cell: ({ agreements }) => (agreements === 0 ? <span className="muted">0</span> : formatCount(agreements)),
	},
	{
		id: 'waiting',
		title: 'Waiting',
		width: 'calc(8ch + 14px)',
		numeric: true,
		cell: ({ waiting }) =>
			waiting === 0 ? (
				<span className="muted">0</span>
			) : (
				<strong className="partner-waiting" title="Messages that wait to be delivered to it">
					{formatCount(waiting)}
				</strong>
			),
	},
	{
		id: 'heard',
		title: 'Last heard from',
		width: 'calc(18ch + 10px)',
		cell: ({ heardAt, unreachableSince }) =>
			unreachableSince !== null ? (
				<span className="last-day-over" title={`No answer since ${formatInstant(unreachableSince)}`}>
					no answer, {formatAgo(unreachableSince, nowMs)}
				</span>
			) : heardAt === null ? (
				<span className="muted">never</span>
			) : (
				<time dateTime={heardAt} title={formatInstant(heardAt)}>
					{formatAgo(heardAt, nowMs)}
				</time>
			),
	},
	{
		id: 'ledger',
		title: 'Its ledger',
		width: 'calc(22ch + 10px)',
		cell: ({ ledger }) => <LedgerMark ledger={ledger} nowMs={nowMs} />,
	},
];
