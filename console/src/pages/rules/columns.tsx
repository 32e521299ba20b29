/** Columns of the list of rules. Widths are told in digits (`ch`), so that they hold in every typeface. */
import { Link } from '@tanstack/react-router';
import type { RuleSummary } from '../../../../contract/views-rules.ts';
import { countsText, RateMark } from '../../charts/rate-bar.tsx';
import { formatCount, formatInstant } from '../../display/format.ts';
import { EffectMark, LastDay, RuleStateMark } from '../../display/rule-marks.tsx';
import { subjectWords } from '../../display/rule-words.ts';
import type { ListColumn } from '../../listing/list-grid.tsx';

export const columns: readonly ListColumn<RuleSummary>[] = [
	{
		id: 'title',
		title: 'Rule',
		width: 'minmax(32ch, 1fr)',
		sort: 'title',
		cell: (rule) => (
			<Link
				to="/rules/$id"
				params={{ id: rule.id }}
				title={`${rule.title} (${rule.id})`}
				className="rule-link"
				tabIndex={-1}
				preload={false}
			>
				{rule.title}
			</Link>
		),
	},
	{
		id: 'state',
		title: 'State',
		width: 'calc(12ch + 24px)',
		cell: (rule) => (
			<>
				<RuleStateMark state={rule.state} />
				{rule.pending !== null && (
					<span className="chip rule-pending" title={`Version ${rule.pending} is a draft or proposed`}>
						v{rule.pending} waits
					</span>
				)}
			</>
		),
	},
	{
		id: 'subject',
		title: 'Looks at',
		width: 'calc(15ch + 10px)',
		cell: (rule) => subjectWords[rule.subject],
	},
	{
		id: 'effect',
		title: 'Asks for',
		width: 'calc(16ch + 14px)',
		cell: (rule) => <EffectMark effect={rule.effect} />,
	},
	{
		id: 'fired',
		title: 'Fired',
		width: 'calc(7ch + 12px)',
		numeric: true,
		sort: 'fired',
		cell: (rule) => (rule.fired === 0 ? <span className="muted">0</span> : formatCount(rule.fired)),
	},
	{
		id: 'precision',
		title: 'Precision',
		width: '150px',
		sort: 'precision',
		cell: (rule) => <RateMark rate={rule.precision} />,
	},
	{
		id: 'inspected',
		title: 'Found',
		width: 'calc(11ch + 10px)',
		numeric: true,
		cell: (rule) => (rule.precision.of === 0 ? <span className="muted">–</span> : countsText(rule.precision)),
	},
	{
		id: 'errored',
		title: 'Failed',
		width: 'calc(6ch + 12px)',
		numeric: true,
		cell: (rule) =>
			rule.errored === 0 ? (
				<span className="muted">0</span>
			) : (
				<strong className="rule-errored number">{formatCount(rule.errored)}</strong>
			),
	},
	{
		id: 'until',
		title: 'Last day',
		width: 'calc(20ch + 10px)',
		sort: 'daysLeft',
		cell: (rule) => <LastDay validUntil={rule.validUntil} daysLeft={rule.daysLeft} />,
	},
	{
		id: 'changed',
		title: 'Changed',
		width: 'calc(10ch + 12px)',
		sort: 'changedAt',
		cell: (rule) => (
			<time dateTime={rule.changedAt} title={`${formatInstant(rule.changedAt)} by ${rule.changedBy}`}>
				{formatInstant(rule.changedAt).slice(0, 10)}
			</time>
		),
	},
];
