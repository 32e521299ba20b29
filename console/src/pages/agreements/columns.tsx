/** Columns of the list of agreements. Widths are told in digits (`ch`), so that they hold in every typeface. */
import { Link } from '@tanstack/react-router';
import { formatCount, formatInstant } from '../../display/format.ts';
import { spell } from '../../display/words.ts';
import { AgreementStateMark, DayMark, WaitsMark } from '../../exchanging/agreement-marks.tsx';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import type { ListColumn } from '../../listing/list-grid.tsx';
import type { AgreementRow } from '../../queries/agreements.ts';

export const columns = (today: string): readonly ListColumn<AgreementRow>[] => [
	{
		id: 'title',
		title: 'Agreement',
		width: 'minmax(36ch, 2fr)',
		cell: ({ agreement: { id, version, title } }) => (
			<Link
				to="/agreements/$id"
				params={{ id }}
				search={{ version }}
				title={`${title} (${id}, version ${version})`}
				className="agreement-link"
				tabIndex={-1}
				preload={false}
			>
				{title}
			</Link>
		),
	},
	{
		id: 'version',
		title: 'V.',
		width: '34px',
		numeric: true,
		cell: ({ agreement: { version } }) => version,
	},
	{
		id: 'state',
		title: 'State',
		width: 'calc(21ch + 12px)',
		cell: ({ agreement: { state, waitsFor } }) => (
			<>
				<AgreementStateMark state={state} /> <WaitsMark waitsFor={waitsFor} />
			</>
		),
	},
	{
		id: 'partner',
		title: 'Partner',
		width: 'minmax(20ch, 1fr)',
		cell: ({ agreement: { partner } }) =>
			partner === null ? <span className="muted">nobody yet</span> : <PartnerName name={partner} />,
	},
	{
		id: 'purposes',
		title: 'Purposes',
		width: 'minmax(18ch, 1fr)',
		cell: ({ agreement: { purposes } }) =>
			purposes.length === 0 ? <span className="muted">none</span> : purposes.map(spell).join(', '),
	},
	{
		id: 'review',
		title: 'Review',
		width: 'calc(17ch + 10px)',
		cell: ({ agreement }) => (
			<DayMark
				day={agreement.reviewOn}
				today={today}
				past="overdue"
				counts={agreement.state !== 'draft' && agreement.state !== 'ended'}
			/>
		),
	},
	{
		id: 'ends',
		title: 'Last day',
		width: 'calc(17ch + 10px)',
		cell: ({ agreement: { endsOn, state } }) => (
			<DayMark day={endsOn} today={today} past="over" counts={state !== 'draft'} />
		),
	},
	{
		id: 'questions',
		title: 'Questions today',
		width: 'calc(13ch + 10px)',
		numeric: true,
		cell: ({ agreement: { questionsSpent, questionsOf } }) => (
			<span className={questionsSpent >= questionsOf && questionsOf > 0 ? 'last-day-over' : ''}>
				{formatCount(questionsSpent)} <span className="muted">of {formatCount(questionsOf)}</span>
			</span>
		),
	},
	{
		id: 'changed',
		title: 'Changed',
		width: 'calc(10ch + 12px)',
		cell: ({ agreement: { changedAt } }) => (
			<time dateTime={changedAt} title={formatInstant(changedAt)}>
				{formatInstant(changedAt).slice(0, 10)}
			</time>
		),
	},
];
