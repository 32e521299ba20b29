/** One request: its clock, and its steps from left to right: identify, find, decide, answer. Worked by keys. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RequestDetail } from '../../../../contract/views-subjects.ts';
import { toCallError } from '../../client/call-error.ts';
import { DetailHead, Fact } from '../../display/detail-head.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { requestQuery } from '../../queries/requests.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { useBack } from '../../shell/use-back.ts';
import { clockClass, clockText, kindWords, stepWords } from '../requests/request-words.ts';
import { AnswerStep } from './answer-step.tsx';
import { AskedPanel } from './asked-panel.tsx';
import { DecideStep } from './decide-step.tsx';
import { FindStep } from './find-step.tsx';
import { IdentifyStep } from './identify-step.tsx';
import type { ShownStep } from './search.ts';
import './request.css';

const route = getRouteApi('/shell/requests/$id');
const steps = ['identify', 'find', 'decide', 'answer'] as const satisfies readonly ShownStep[];

export function RequestPage() {
	const { id } = route.useParams();
	const request = useQuery(requestQuery(id));
	// Names do not go into the title of a tab, which the history of the browser keeps.
	usePageTitle('Request');
	const back = useBack('/requests');
	useCommands([{ label: 'Back to the requests', group: 'Request', shortcut: 'u', run: back }]);
	if (request.isPending) return <Pending rows={20} label="Loading the request" />;
	if (request.isError) {
		if (toCallError(request.error).code === 'not-found')
			return (
				<Empty
					isPage
					title="There is no such request"
					action={<Link to="/requests">Go to the requests</Link>}
				>
					It may have been deleted at its end, or the address may be mistyped.
				</Empty>
			);
		return <Failure error={request.error} retry={() => void request.refetch()} />;
	}
	return <Request detail={request.data} onBack={back} />;
}

function Request({ detail, onBack }: { detail: RequestDetail; onBack: () => void }) {
	const { summary } = detail;
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const mayHandle = useAbility('request.handle') && summary.state !== 'closed';
	const next: ShownStep = summary.step === 'closed' ? 'answer' : summary.step;
	const shown = search.step ?? next;
	const show = (step: ShownStep) =>
		void navigate({ search: { step: step === next ? undefined : step }, replace: true });
	useCommands(
		steps.map((step, at) => ({
			label: `${stepWords[step]}: step ${at + 1}`,
			group: 'Request',
			shortcut: String(at + 1),
			run: () => show(step),
		})),
	);
	return (
		<div className="page-fill request">
			<DetailHead
				back={{ label: 'Back to the requests', shortcut: 'u', onBack }}
				title={`${kindWords[summary.kind]}: ${summary.subject}`}
				subtitle={detail.article}
				facts={
					<>
						<Fact label="Received">{summary.receivedAt.slice(0, 10)}</Fact>
						<Fact label="Answer by">{summary.dueAt.slice(0, 10)}</Fact>
						<div>
							<dt>Clock</dt>
							<dd className={clockClass(summary)}>
								{clockText(summary)}
								{summary.extended && ', extended'}
							</dd>
						</div>
					</>
				}
			/>
			<ol className="request-steps" aria-label="Steps">
				{steps.map((step, at) => (
					<li key={step}>
						<button
							type="button"
							className={stateOf(step, summary.step)}
							aria-current={step === shown ? 'step' : undefined}
							onClick={() => show(step)}
							title={String(at + 1)}
						>
							<span className="request-step-number">{at + 1}</span> {stepWords[step]}
							<span className="muted"> {doneText(step, detail)}</span>
						</button>
					</li>
				))}
			</ol>
			<div className="request-body">
				<main className="request-main">
					{shown === 'identify' && <IdentifyStep detail={detail} mayHandle={mayHandle} />}
					{shown === 'find' && (
						<FindStep
							detail={detail}
							mayHandle={mayHandle}
							// With the first pick the next step could be taken; whoever picks has more to look at.
							onPick={() => void navigate({ search: { step: 'find' }, replace: true })}
							onGoOn={() => show('decide')}
						/>
					)}
					{shown === 'decide' && <DecideStep detail={detail} mayHandle={mayHandle} />}
					{shown === 'answer' && <AnswerStep detail={detail} mayHandle={mayHandle} />}
				</main>
				<AskedPanel detail={detail} mayHandle={mayHandle} />
			</div>
		</div>
	);
}

function stateOf(step: ShownStep, next: RequestDetail['summary']['step']): string {
	if (step === next) return 'request-step request-step-next';
	return next === 'closed' || steps.indexOf(step) < steps.indexOf(next)
		? 'request-step request-step-done'
		: 'request-step';
}

/** What came of a step, beside its name. */
function doneText(step: ShownStep, { identity, picks, decision, answer }: RequestDetail): string {
	const mine = picks.filter(({ verdict }) => verdict === 'this-person').length;
	switch (step) {
		case 'identify':
			return identity === null ? '' : '✓';
		case 'find':
			return picks.length === 0 ? '' : `${mine} of ${picks.length}`;
		case 'decide':
			return decision === null
				? ''
				: { grant: 'granted', partly: 'in part', refuse: 'refused' }[decision.decision];
		case 'answer':
			return answer === null ? '' : '✓';
	}
}
