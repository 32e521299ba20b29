/** Which lane, and why: a lane never stands without its reason. And the way to all that went into it. */
import { Button } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordDetail } from '../../../../contract/views.ts';
import type { AssessmentDetail } from '../../../../contract/views-targeting.ts';
import type { Act } from '../../assessing/act-panel.tsx';
import { asSentence } from '../../assessing/as-sentence.ts';
import { toldBasis, toldLaneReason, toldReasons } from '../../assessing/discretion.ts';
import { BasisMark, RandomMark, StateMark } from '../../assessing/marks.tsx';
import { LaneMark } from '../../display/marks.tsx';
import { ScoreMark } from '../../display/screening-marks.tsx';
import { Failure } from '../../display/states.tsx';
import { assessmentQuery } from '../../queries/assessment.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';

/** Reasons of an assessment that stand on the page of its record. */
const MOST_REASONS = 3;

type Props = { detail: RecordDetail; onAct: (begin: Act | undefined) => void };

export function LanePanel({ detail: { summary, laneReason }, onAct }: Props) {
	const mayRead = useAbility('assessment.read');
	const assessment = useQuery({
		...assessmentQuery(summary.id),
		enabled: mayRead && summary.lane !== null,
	});
	if (!summary.lane) return null;
	if (assessment.isError)
		return (
			<section className="panel lane-panel" aria-label="Lane">
				<Failure
					error={assessment.error}
					retry={() => void assessment.refetch()}
					title="The assessment could not be loaded"
				/>
			</section>
		);
	return (
		<section className="panel lane-panel" aria-label="Lane">
			<h2>
				Lane <LaneMark lane={assessment.data?.summary.lane ?? summary.lane} meaning />
			</h2>
			{assessment.data ? (
				<Assessed detail={assessment.data} onAct={onAct} />
			) : (
				// Until the assessment is here the reason is not shown either: it may say what the reader is told later.
				!assessment.isFetching && (
					<p>{laneReason ? asSentence(laneReason) : <span className="muted">No reason was given.</span>}</p>
				)
			)}
		</section>
	);
}

function Assessed({ detail, onAct }: { detail: AssessmentDetail; onAct: Props['onAct'] }) {
	const { role } = useSession().user;
	const mayRecord = useAbility('outcome.record');
	const mayOverride = useAbility('assessment.override') && detail.summary.state !== 'inspected';
	const { summary } = detail;
	const laneReason = toldLaneReason(role, detail);
	const reasons = toldReasons(role, summary)
		.filter((reason) => !laneReason.includes(reason))
		.slice(0, MOST_REASONS);
	useCommands([
		{
			label: 'Say what the inspection found',
			group: 'Assessment',
			shortcut: 'o',
			when: () => mayRecord,
			run: () => onAct('outcome'),
		},
		{
			label: 'Put it into another lane',
			group: 'Assessment',
			shortcut: 'l',
			when: () => mayOverride,
			run: () => onAct('override'),
		},
	]);
	return (
		<>
			<div className="lane-marks">
				<ScoreMark score={summary.score} />
				<BasisMark basis={toldBasis(role, summary)} />
				<StateMark summary={summary} />
				<RandomMark summary={summary} />
			</div>
			<p>{asSentence(laneReason)}</p>
			{reasons.length > 0 && (
				<ul className="lane-reasons">
					{reasons.map((reason) => (
						<li key={reason}>{asSentence(reason)}</li>
					))}
				</ul>
			)}
			<div className="lane-actions">
				<Button size="small" onClick={() => onAct(undefined)}>
					All reasons <Shortcut shortcut="5" />
				</Button>
				{mayRecord && summary.state === 'waiting' && (
					<Button size="small" intent="primary" onClick={() => onAct('outcome')}>
						Outcome <Shortcut shortcut="o" />
					</Button>
				)}
				<Link
					to="/records/$id/assessment"
					params={{ id: summary.record.id }}
					preload={false}
					title="All of it in plain words, to print for the person whom it concerns"
				>
					In plain words
				</Link>
			</div>
		</>
	);
}
