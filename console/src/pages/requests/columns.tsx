/** Columns of the register of requests. Widths are told in digits (`ch`), so that they hold in every typeface. */
import { Link } from '@tanstack/react-router';
import type { RequestSummary } from '../../../../contract/views-subjects.ts';
import type { ListColumn } from '../../listing/list-grid.tsx';
import { clockClass, clockText, kindWords, lawWords, stateWords, stepWords } from './request-words.ts';

export const columns: readonly ListColumn<RequestSummary>[] = [
	{
		id: 'kind',
		title: 'Request',
		width: 'calc(14ch + 12px)',
		cell: ({ id, kind }) => (
			<Link to="/requests/$id" params={{ id }} className="request-link" tabIndex={-1} preload={false}>
				{kindWords[kind]}
			</Link>
		),
	},
	{
		id: 'subject',
		title: 'Of',
		width: 'minmax(28ch, 1fr)',
		cell: ({ subject }) => <bdi>{subject}</bdi>,
	},
	{
		id: 'law',
		title: 'Law',
		width: 'calc(22ch + 12px)',
		cell: ({ law }) => <span className="muted">{lawWords[law]}</span>,
	},
	{
		id: 'received',
		title: 'Received',
		width: 'calc(11ch + 12px)',
		cell: ({ receivedAt }) => <span className="number">{receivedAt.slice(0, 10)}</span>,
	},
	{
		id: 'state',
		title: 'State',
		width: 'calc(10ch + 12px)',
		cell: ({ state }) => stateWords[state],
	},
	{
		id: 'step',
		title: 'Next',
		width: 'calc(10ch + 12px)',
		cell: ({ step }) => (step === 'closed' ? <span className="muted">nothing</span> : stepWords[step]),
	},
	{
		id: 'due',
		title: 'Due',
		width: 'calc(11ch + 12px)',
		cell: ({ dueAt, state }) => (
			<span className={state === 'closed' ? 'number muted' : 'number'}>{dueAt.slice(0, 10)}</span>
		),
	},
	{
		id: 'clock',
		title: 'Clock',
		width: 'calc(26ch + 12px)',
		cell: (request) => (
			<span className={clockClass(request)}>
				{clockText(request)}
				{request.extended && <span className="muted"> · extended</span>}
			</span>
		),
	},
];
