import { useQuery } from '@tanstack/react-query';
import { type Act, ActPanel } from '../../assessing/act-panel.tsx';
import { AssessmentView } from '../../assessing/assessment-view.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { assessmentQuery } from '../../queries/assessment.ts';
import { currencyQuery } from '../../queries/lanes.ts';
import { useAbility } from '../../shell/session.ts';

type Props = { record: string; begin: Act | undefined };

/** The assessment in full, and what can be done about it. */
export function AssessmentTab({ record, begin }: Props) {
	const mayReadLanes = useAbility('lane.read');
	const assessment = useQuery(assessmentQuery(record));
	const currency = useQuery({ ...currencyQuery, enabled: mayReadLanes }).data;
	if (assessment.isPending) return <Pending rows={16} label="Loading the assessment" />;
	if (assessment.isError) return <Failure error={assessment.error} retry={() => void assessment.refetch()} />;
	if (assessment.data === null)
		return (
			<Empty title="This record was not assessed">
				It came before targeting was set up, or is of a kind that nobody checks.
			</Empty>
		);
	return (
		<div className="assessment-tab">
			<h2 className="visually-hidden">Assessment</h2>
			<div className="assessment-scroll">
				<AssessmentView detail={assessment.data} currency={currency} />
			</div>
			<ActPanel detail={assessment.data} begin={begin} />
		</div>
	);
}
