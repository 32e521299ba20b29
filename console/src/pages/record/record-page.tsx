/** One record: what it is, what is wrong with it, what was received, how it changed, what it belongs to. */
import { Tab, Tabs } from '@blueprintjs/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { RecordDetail } from '../../../../contract/views.ts';
import type { Act } from '../../assessing/act-panel.tsx';
import { toCallError } from '../../client/call-error.ts';
import { DetailHead } from '../../display/detail-head.tsx';
import { formatInstant, formatNumber } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { formatWords, kindWords } from '../../display/words.ts';
import { ShareLink } from '../../exchanging/share-link.tsx';
import { OriginalView } from '../../original/original-view.tsx';
import { recordQuery } from '../../queries/record.ts';
import { recordsMemory } from '../../queries/records.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { useBack } from '../../shell/use-back.ts';
import { AssessmentTab } from './assessment-tab.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { History } from './history.tsx';
import { HitNotice, HitsFact } from './hit-notice.tsx';
import { HitsPanel } from './hits-panel.tsx';
import { RecordView } from './kinds/record-view.tsx';
import { LanePanel } from './lane-panel.tsx';
import { groupByPath, LocatedProvider, useShowLocated } from './located.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { addressOfPlace, offsetOf, parseOriginalPlace, pathOf } from './place.ts';
import { Related } from './related.tsx';
import './record.css';

const route = getRouteApi('/shell/records/$id');

export function RecordPage() {
	const { id } = route.useParams();
	const record = useQuery(recordQuery(id));
	if (record.isPending) return <Pending rows={20} label="Loading the record" />;
	if (record.isError) {
		if (toCallError(record.error).code === 'not-found') {
			return (
				<Empty
					isPage
					title="There is no such record"
					action={<Link to="/records">Go to the list of records</Link>}
				>
					It may have been removed at the end of its retention, or the address may be mistyped.
				</Empty>
			);
		}
		return <Failure error={record.error} retry={() => void record.refetch()} />;
	}
	return <RecordContent key={id} detail={record.data} />;
}

function RecordContent({ detail }: { detail: RecordDetail }) {
	const { summary, findings, submission, versions, related } = detail;
	usePageTitle(summary.reference);
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const mayReadOriginal = useAbility('original.read');
	const mayListHits = useAbility('hit.list');
	const mayReadEntities = useAbility('entity.read');
	const mayReadAssessment = useAbility('assessment.read') && summary.lane !== null;
	// Counted, so that a form that was left opens again when it is asked for again.
	const [asked, setAsked] = useState<{ act: Act | undefined; times: number }>({ act: undefined, times: 0 });
	const form = useRef<HTMLDivElement>(null);
	const root = useCallback(() => form.current, []);
	const byPath = useMemo(() => groupByPath(findings), [findings]);
	useShowLocated(search.tab === undefined ? search.at : undefined, root);

	const openTab = (tab: typeof search.tab, begin?: Act) => {
		setAsked(({ times }) => ({ act: begin, times: times + 1 }));
		void navigate({ search: { tab, at: undefined }, replace: true, resetScroll: false });
	};
	const showPlace = (place: string) => {
		const at = addressOfPlace(place);
		if (at)
			void navigate({
				search: { tab: pathOf(place) ? undefined : 'original', at },
				replace: true,
				resetScroll: false,
			});
	};
	const current = findings.findIndex(
		(finding) => search.at !== undefined && addressOfPlace(finding.place) === search.at,
	);
	const stepFinding = (step: 1 | -1) => {
		const next = findings[(current + step + findings.length) % findings.length] ?? findings[0];
		if (next) showPlace(next.place);
	};
	const stepRecord = (step: 1 | -1) =>
		void recordsMemory.step(queryClient, summary.id, step).then((next) => {
			if (next) void navigate({ to: '/records/$id', params: { id: next.id }, search: {}, replace: true });
		});
	const back = useBack('/records');
	useCommands([
		{ label: 'Next record of the list', group: 'Record', shortcut: 'j', run: () => stepRecord(1) },
		{ label: 'Record before in the list', group: 'Record', shortcut: 'k', run: () => stepRecord(-1) },
		{
			label: 'Next finding',
			group: 'Record',
			shortcut: 'n',
			when: () => findings.length > 0,
			run: () => stepFinding(1),
		},
		{
			label: 'Finding before',
			group: 'Record',
			shortcut: 'p',
			when: () => findings.length > 0,
			run: () => stepFinding(-1),
		},
		{ label: 'Parsed form', group: 'Record', shortcut: '1', run: () => openTab(undefined) },
		{
			label: 'Original',
			group: 'Record',
			shortcut: '2',
			when: () => mayReadOriginal,
			run: () => openTab('original'),
		},
		{ label: 'History', group: 'Record', shortcut: '3', run: () => openTab('history') },
		{ label: 'Related records', group: 'Record', shortcut: '4', run: () => openTab('related') },
		{
			label: 'Assessment',
			group: 'Record',
			shortcut: '5',
			when: () => mayReadAssessment,
			run: () => openTab('assessment'),
		},
		{ label: 'Back to the list', group: 'Record', shortcut: 'u', run: back },
	]);

	return (
		<div className="record">
			<RecordHead detail={detail} onBack={back} />
			{mayListHits && <HitNotice record={summary.id} />}
			<div className="record-body">
				<div className="record-main page-tabs panel">
					<Tabs
						id="record-tabs"
						selectedTabId={search.tab ?? 'form'}
						onChange={(tab) => openTab(tab === 'form' ? undefined : (tab as typeof search.tab))}
						renderActiveTabPanelOnly
					>
						<Tab
							id="form"
							title="Parsed form"
							panel={
								<div ref={form} className="record-form">
									<h2 className="visually-hidden">Parsed form</h2>
									<LocatedProvider value={{ findings: byPath, at: search.at }}>
										<RecordView record={detail.record} />
									</LocatedProvider>
								</div>
							}
						/>
						{mayReadOriginal && (
							<Tab
								id="original"
								title="Original"
								panel={
									<OriginalView
										submission={submission.id}
										bytes={submission.bytes}
										start={offsetOf(submission.place)}
										place={parseOriginalPlace(search.at)}
									/>
								}
							/>
						)}
						<Tab
							id="history"
							title="History"
							tagContent={versions.length}
							panel={<History versions={versions} />}
						/>
						<Tab
							id="related"
							title="Related"
							tagContent={related.length}
							panel={<Related related={related} />}
						/>
						{mayReadAssessment && (
							<Tab
								id="assessment"
								title="Assessment"
								panel={<AssessmentTab key={asked.times} record={summary.id} begin={asked.act} />}
							/>
						)}
					</Tabs>
				</div>
				<div className="record-side">
					<LanePanel detail={detail} onAct={(begin) => openTab('assessment', begin)} />
					{mayListHits && <HitsPanel record={summary.id} />}
					{mayReadEntities && (
						<PeoplePanel record={summary.id} at={search.tab ? undefined : search.at} onPlace={showPlace} />
					)}
					<FindingsPanel
						findings={findings}
						current={current}
						onPlace={showPlace}
						mayReadOriginal={mayReadOriginal}
					/>
				</div>
			</div>
		</div>
	);
}

function RecordHead({ detail, onBack }: { detail: RecordDetail; onBack: () => void }) {
	const { summary, submission } = detail;
	const mayReadLedger = useAbility('ledger.read');
	const mayListHits = useAbility('hit.list');
	return (
		<DetailHead
			back={{ label: 'Back to the list', shortcut: 'u', onBack }}
			title={
				<>
					<span className="muted">{kindWords[summary.kind].one}</span> {summary.reference}
					{summary.version > 1 && <span className="chip">version {summary.version}</span>}
				</>
			}
			subtitle={summary.caption}
			facts={
				<>
					{mayListHits && <HitsFact record={summary.id} />}
					{summary.value !== null && (
						<div>
							<dt>Value</dt>
							<dd className="number">
								{formatNumber(summary.value, 2)} {summary.currency}
							</dd>
						</div>
					)}
					{(summary.office ?? summary.carrier) && (
						<div>
							<dt>{summary.office ? 'Office' : 'Carrier'}</dt>
							<dd>{summary.office ?? summary.carrier}</dd>
						</div>
					)}
					<div>
						<dt>Received</dt>
						<dd>
							<Instant at={summary.receivedAt} seconds />
						</dd>
						<dd className="muted">by {submission.channel}</dd>
					</div>
					{detail.keepUntil !== undefined && (
						<div>
							<dt>Kept until</dt>
							<dd>{formatInstant(detail.keepUntil).slice(0, 10)}</dd>
							{detail.maskedAt && (
								<dd className="muted">masked {formatInstant(detail.maskedAt).slice(0, 10)}</dd>
							)}
						</div>
					)}
					<div className="record-source">
						<dt>From</dt>
						<dd title={submission.source}>{submission.source}</dd>
						<dd className="muted">
							<Link
								to="/records"
								search={{ submission: submission.id }}
								title={`Records of the same submission: ${submission.name ?? submission.id}`}
							>
								{submission.name ?? `${submission.id.slice(0, 12)}…`}
							</Link>
							{mayReadLedger && (
								<>
									{' · '}
									<Link
										to="/ledger"
										search={{
											tab: 'entries',
											subject: `${submission.id},${summary.id}`,
											from: formatInstant(summary.receivedAt).slice(0, 10),
										}}
										preload={false}
										title="Entries of the ledger about this record and its submission, each with its proof"
									>
										Proof
									</Link>
								</>
							)}
						</dd>
					</div>
					<div>
						<dt>Format</dt>
						<dd>{formatWords[summary.format]}</dd>
						<dd className="muted" title={submission.place}>
							{submission.place.split(',')[0]}
						</dd>
					</div>
					<div className="record-share">
						<dt className="visually-hidden">Share</dt>
						<dd>
							<ShareLink record={summary.id} group="Record" />
						</dd>
					</div>
				</>
			}
		/>
	);
}
