/** Overview: what comes in, live. Every number leads to its records. */
import { Button } from '@blueprintjs/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Overview } from '../../../../contract/views.ts';
import { formatInstant } from '../../display/format.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { advanceOverview } from '../../live/advance-overview.ts';
import { useLiveEvents, useLiveState } from '../../live/live.ts';
import { overviewQuery } from '../../queries/overview.ts';
import { Carriers, Findings, HoursTable, Kinds, Lanes, Offices } from './breakdowns.tsx';
import { Figures } from './figures.tsx';
import { HourChart } from './hour-chart.tsx';
import { layOutHours } from './hours.ts';
import './overview.css';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export function OverviewPage() {
	usePageTitle('Overview');
	const queryClient = useQueryClient();
	const overview = useQuery(overviewQuery);
	useLiveEvents((events) => {
		queryClient.setQueryData(overviewQuery.queryKey, (before) => before && advanceOverview(before, events), {
			// An advance is no reading: the next reading must come when it would have come.
			updatedAt: queryClient.getQueryState(overviewQuery.queryKey)?.dataUpdatedAt ?? 0,
		});
	});
	const live = useLiveState();
	const { refetch } = overview;
	useEffect(() => {
		// What came while the stream was interrupted is only in a new reading.
		if (live === 'live') void refetch();
	}, [live, refetch]);

	if (overview.isPending) return <Pending rows={18} label="Loading the overview" />;
	if (overview.isError && !overview.data) {
		return <Failure error={overview.error} retry={() => void overview.refetch()} />;
	}
	return (
		<div className="page overview">
			<div className="page-head">
				<h1>What comes in</h1>
				<span className="muted">
					last 24 hours · counted at <time>{formatInstant(overview.data.at, true)}</time>
				</span>
				{overview.isError && (
					<span className="chip chip-warning">not up to date: the server did not answer</span>
				)}
			</div>
			{overview.data.totals.records === 0 && overview.data.totals.quarantined === 0 ? (
				<Empty title="Nothing has come in yet">
					Send a file with <code>npx tidewaiter ingest FILE</code>, by HTTP to <code>/api/submissions</code>,
					or put it into the watched folder. It appears here at once.
				</Empty>
			) : (
				<Content overview={overview.data} />
			)}
		</div>
	);
}

function Content({ overview }: { overview: Overview }) {
	const [asTable, setAsTable] = useState(false);
	const since = new Date(
		Math.floor((Date.parse(overview.at) - DAY_MS) / MINUTE_MS) * MINUTE_MS,
	).toISOString();
	const hours = layOutHours(overview.byHour, overview.at);
	return (
		<div className="overview-grid">
			<Figures overview={overview} since={since} />
			<section className="panel area-hours" aria-labelledby="hours-title">
				<div className="panel-head">
					<h2 id="hours-title">By hour</h2>
					<Button
						size="small"
						variant="minimal"
						aria-pressed={asTable}
						onClick={() => setAsTable((before) => !before)}
					>
						{asTable ? 'As a chart' : 'As a table'}
					</Button>
				</div>
				{asTable ? <HoursTable hours={hours} /> : <HourChart hours={hours} />}
			</section>
			<Lanes overview={overview} since={since} />
			<Kinds overview={overview} since={since} />
			<Offices overview={overview} since={since} />
			<Carriers overview={overview} since={since} />
			<Findings overview={overview} since={since} />
		</div>
	);
}
