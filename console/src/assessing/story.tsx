import { Link } from '@tanstack/react-router';
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { formatDocumentTime, formatNumber } from '../display/format.ts';
import { Instant } from '../display/instant.tsx';
import { LaneMark } from '../display/marks.tsx';
import { spell } from '../display/words.ts';
import { useAbility } from '../shell/session.ts';
import { inspections, inspectionWords, resultChips, resultWords } from './assessing-words.ts';
import { Panel } from './panel.tsx';

/** What people did after the assessment: lanes that they changed, and what inspections found. */
export function Story({ detail: { overrides, outcomes } }: { detail: AssessmentDetail }) {
	if (overrides.length === 0 && outcomes.length === 0) return null;
	return (
		<Panel title="What came after">
			<ul className="story">
				{overrides.map((override) => (
					<li key={override.at}>
						<Instant at={override.at} />
						<span>
							<LaneMark lane={override.from} /> → <LaneMark lane={override.to} /> by {override.by}:{' '}
							{override.reason}
						</span>
					</li>
				))}
				{outcomes.map((outcome) => (
					<OutcomeLine key={outcome.record} outcome={outcome} />
				))}
			</ul>
		</Panel>
	);
}

export const inspectionName = (inspection: string): string => {
	const known = inspections.find((each) => each === inspection);
	return known ? inspectionWords[known] : spell(inspection);
};

function OutcomeLine({ outcome }: { outcome: AssessmentDetail['outcomes'][number] }) {
	const mayRead = useAbility('record.read');
	return (
		<li>
			<time dateTime={outcome.inspectedAt}>{formatDocumentTime(outcome.inspectedAt).slice(0, 16)}</time>
			<span>
				{inspectionName(outcome.inspection)}:{' '}
				<span className={resultChips[outcome.result]}>{resultWords[outcome.result].short}</span>{' '}
				{outcome.findings.map(spell).join(', ')}
				{outcome.recovered !== null && (
					<span className="number">
						{' '}
						· recovered {formatNumber(outcome.recovered)} {outcome.currency}
					</span>
				)}{' '}
				{mayRead && (
					<Link to="/records/$id" params={{ id: outcome.record }} preload={false}>
						{outcome.reference}
					</Link>
				)}
			</span>
		</li>
	);
}
