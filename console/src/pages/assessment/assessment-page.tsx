/**
 * Everything that went into the assessment of one record, on one page, for the person whom it concerns: in plain words, and
 * with what was not used. Made to be printed; what only the officer needs to know is not.
 */
import { Button, Callout } from '@blueprintjs/core';
import { ArrowLeft, Print } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { documentOf } from '../../../../contract/plain-words.ts';
import type { AssessmentDetail } from '../../../../contract/views-targeting.ts';
import { isChanceTold } from '../../assessing/discretion.ts';
import { formatDocumentTime } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { assessmentQuery } from '../../queries/assessment.ts';
import { useCommands } from '../../shell/commands.ts';
import { useSession } from '../../shell/session.ts';
import { WhatHappened, WhatWasUsed, WhatYouCanDo, Why } from './sections.tsx';
import './assessment.css';

const route = getRouteApi('/shell/records/$id/assessment');

export function AssessmentPage() {
	const { id } = route.useParams();
	const assessment = useQuery(assessmentQuery(id));
	const { role } = useSession().user;
	usePageTitle('Everything that went in');
	if (assessment.isPending) return <Pending rows={20} label="Loading the assessment" />;
	if (assessment.isError) return <Failure error={assessment.error} retry={() => void assessment.refetch()} />;
	const toRecord = (
		<Link to="/records/$id" params={{ id }}>
			Go to the record
		</Link>
	);
	if (assessment.data === null)
		return (
			<Empty isPage title="This record was not assessed" action={toRecord}>
				Outcomes and movements are not, and neither is what came before targeting was set up.
			</Empty>
		);
	if (!isChanceTold(role, assessment.data.summary))
		return (
			<Empty isPage title="Not before the outcome" action={toRecord}>
				This page says what chose the record. Whoever inspects it is told afterwards, so that every check is
				done with the same care. An analyst or a supervisor can open it now.
			</Empty>
		);
	return <Letter detail={assessment.data} />;
}

function Letter({ detail }: { detail: AssessmentDetail }) {
	const { node } = useSession();
	const { record, state } = detail.summary;
	const navigate = route.useNavigate();
	const back = () => void navigate({ to: '/records/$id', params: { id: record.id }, search: {} });
	useCommands([
		{ label: 'Back to the record', group: 'Assessment', shortcut: 'u', run: back },
		{
			label: 'Print this page',
			group: 'Assessment',
			icon: <Print />,
			shortcut: 'p',
			run: () => window.print(),
		},
	]);
	return (
		<div className="letter-page">
			<div className="letter-tools">
				<Button size="small" variant="minimal" icon={<ArrowLeft size={14} />} onClick={back} title="u">
					The record
				</Button>
				<span className="spring" />
				<Button
					size="small"
					intent="primary"
					icon={<Print size={14} />}
					onClick={() => window.print()}
					title="p"
				>
					Print
				</Button>
			</div>
			<Callout compact className="letter-note" intent={state === 'waiting' ? 'warning' : 'none'} icon={null}>
				{state === 'waiting'
					? 'The check has not been recorded yet. Handing this out now may defeat it; the law of access says when it may be held back. '
					: ''}
				It names rules and circumstances, and whoever another document speaks of is not to be named to anybody
				else: read it through before you hand it out. This note is not printed.
			</Callout>
			<article className="letter">
				<header>
					<p className="letter-from">{node.name}</p>
					<h1>How this {documentOf(record.kind)} was looked at, and everything that went into it</h1>
					<dl className="letter-facts">
						<div>
							<dt>Reference</dt>
							<dd>{record.reference}</dd>
						</div>
						{record.office && (
							<div>
								<dt>Office</dt>
								<dd>{record.office}</dd>
							</div>
						)}
						{record.documentDate && (
							<div>
								<dt>Dated</dt>
								<dd>{formatDocumentTime(record.documentDate)}</dd>
							</div>
						)}
						<div>
							<dt>Received</dt>
							<dd>
								<Instant at={record.receivedAt} />
							</dd>
						</div>
						<div>
							<dt>Looked at by the computer</dt>
							<dd>
								<Instant at={detail.assessedAt} />
							</dd>
						</div>
					</dl>
				</header>
				<WhatHappened detail={detail} />
				<Why detail={detail} />
				<WhatWasUsed detail={detail} />
				<WhatYouCanDo name={node.name} office={record.office} reference={record.reference} />
			</article>
		</div>
	);
}
