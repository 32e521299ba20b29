import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Overview } from '../../../../contract/views.ts';
import { CountLink } from '../../display/count-link.tsx';
import { formatCount, formatPercent } from '../../display/format.ts';
import { waitingCandidatesQuery } from '../../queries/candidates.ts';
import { waitingHitsQuery } from '../../queries/waiting-hits.ts';
import { useAbility, useHasPurpose } from '../../shell/session.ts';

/** The figures that tell at a glance whether the day is as usual. */
export function Figures({ overview, since }: { overview: Overview; since: string }) {
	const { totals } = overview;
	const day = overview.byKind.reduce((sum, row) => sum + row.records, 0);
	const errors = overview.byKind.reduce((sum, row) => sum + row.errors, 0);
	const red = overview.byLane.find((row) => row.lane === 'red')?.records ?? 0;
	return (
		<dl className="panel figures">
			<Figure
				label="Records, 24 h"
				value={<CountLink count={day} search={{ receivedFrom: since }} />}
				note={`${formatCount(totals.records)} kept in all`}
			/>
			<Figure
				label="With errors, 24 h"
				value={<CountLink count={errors} search={{ receivedFrom: since, worst: 'error' }} />}
				note={day === 0 ? '–' : `${formatPercent(errors / day)} of records`}
			/>
			<Figure
				label="Red lane, 24 h"
				value={<CountLink count={red} search={{ receivedFrom: since, lane: 'red' }} />}
				note="wait for a physical check"
			/>
			<Figure
				label="Submissions"
				value={<CountLink count={totals.submissions} search={{}} />}
				note={`${formatCount(totals.findings)} findings in them`}
			/>
			<Figure
				label="In quarantine"
				value={
					<Link to="/quarantine" className="plain-link number">
						{formatCount(totals.quarantined)}
					</Link>
				}
				note={totals.quarantined === 0 ? 'everything could be read' : 'could not be read'}
				isWarning={totals.quarantined > 0}
			/>
			<WaitingFigures />
		</dl>
	);
}

/** What screening and resolution leave to people, for whoever may see it. */
function WaitingFigures() {
	const mayListHits = useAbility('hit.list');
	const mayListEntities = useAbility('entity.list');
	// Lists of persons are read under a purpose; the overview asks nobody for one.
	const hasPurpose = useHasPurpose();
	const hits = useQuery({ ...waitingHitsQuery, enabled: mayListHits && hasPurpose }).data;
	const candidates = useQuery({ ...waitingCandidatesQuery, enabled: mayListEntities && hasPurpose }).data;
	return (
		<>
			{hits && (
				<Figure
					label="Open hits"
					value={
						<Link to="/hits" className="plain-link number">
							{formatTotal(hits)}
						</Link>
					}
					note={hits.total === 0 ? 'none waits for a decision' : 'wait for a decision'}
				/>
			)}
			{candidates && (
				<Figure
					label="Candidates"
					value={
						<Link to="/candidates" className="plain-link number">
							{formatTotal(candidates)}
						</Link>
					}
					note={candidates.total === 0 ? 'none waits to be judged' : 'wait to be judged'}
				/>
			)}
		</>
	);
}

const formatTotal = ({ total, totalIsLowerBound }: { total: number | null; totalIsLowerBound: boolean }) =>
	total === null ? '…' : totalIsLowerBound ? `${formatCount(total)}+` : formatCount(total);

type FigureProps = { label: string; value: JSX.Element; note: string; isWarning?: boolean };

function Figure({ label, value, note, isWarning = false }: FigureProps) {
	return (
		<div className={isWarning ? 'figure figure-warning' : 'figure'}>
			<dt>{label}</dt>
			<dd className="figure-value">{value}</dd>
			<dd className="figure-note number">{note}</dd>
		</div>
	);
}
