/** One agreement: to be read, signed, changed; what it lets through; what it compiles to; its versions. */
import { Button, Callout, Tab, Tabs } from '@blueprintjs/core';
import { Edit } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { DetailHead, Fact } from '../../display/detail-head.tsx';
import { formatCount, plural } from '../../display/format.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { AgreementStateMark, DayMark, WaitsMark } from '../../exchanging/agreement-marks.tsx';
import { todayUtc } from '../../exchanging/days.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { agreementQuery, useSaveAgreement } from '../../queries/agreements.ts';
import { useCommands } from '../../shell/commands.ts';
import { useSession } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { useBack } from '../../shell/use-back.ts';
import { DocumentTab } from './document-tab.tsx';
import { type AgreementDraft, draftOf, readDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { FieldsTab } from './fields-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type Move, moves, movesOf, moveWords } from './moves.ts';
import { PolicyTab } from './policy-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import type { AgreementSearch } from './search.ts';
import './agreement.css';

const route = getRouteApi('/shell/agreements/$id');

export function AgreementPage() {
	const { id } = route.useParams();
	const { version } = route.useSearch();
	const agreement = useQuery(agreementQuery(id, version));
	usePageTitle(agreement.data?.summary.title ?? 'Agreement');
	if (agreement.isPending) return <Pending rows={20} label="Loading the agreement" />;
	if (agreement.isError)
		return (
			<Failure
				error={agreement.error}
				retry={() => void agreement.refetch()}
				title={toCallError(agreement.error).code === 'not-found' ? 'There is no such agreement' : undefined}
			/>
		);
	return <Content key={`${id} ${agreement.data.summary.version}`} detail={agreement.data} />;
}

const tabs: readonly { id: AgreementSearch['tab']; title: string }[] = [
	{ id: undefined, title: 'Agreement' },
	{ id: 'fields', title: 'Fields' },
	{ id: 'preview', title: 'What would leave' },
	{ id: 'policy', title: 'Policy' },
	{ id: 'history', title: 'History' },
];

function Content({ detail }: { detail: AgreementDetail }) {
	const { summary, body, versions } = detail;
	const { tab } = route.useSearch();
	const navigate = route.useNavigate();
	const { abilities, node } = useSession();
	const save = useSaveAgreement();
	const [draft, setDraft] = useState<AgreementDraft>();
	const [move, setMove] = useState<Move>();
	const newest = versions.at(-1);
	// The next version begins with the newest one; one that is offered is to be signed or ended first.
	const mayEdit =
		abilities.includes('agreement.write') &&
		draft === undefined &&
		newest?.version === summary.version &&
		summary.state !== 'offered';
	const possible = abilities.includes('agreement.sign') ? movesOf(detail) : [];
	const shown = tabs.filter(({ id }) => id !== 'preview' || abilities.includes('message.send'));

	useBlocker({
		shouldBlockFn: ({ current, next }) =>
			draft !== undefined &&
			current.pathname !== next.pathname &&
			!window.confirm('The text has not been saved. Leave it?'),
		enableBeforeUnload: draft !== undefined,
	});
	const openTab = (chosen: AgreementSearch['tab']) =>
		// Not into the history: back leads to where the reader came from.
		void navigate({ search: (before) => ({ ...before, tab: chosen }), replace: true, resetScroll: false });
	const show = (version: number) =>
		void navigate({ search: (before) => ({ ...before, version }), replace: true });
	const edit = () => {
		const next = summary.state === 'draft' ? summary.version : summary.version + 1;
		setDraft(draftOf({ ...body, version: next }, node.id));
		openTab(undefined);
	};
	const saveDraft = () => {
		const read = draft && readDraft(draft, node.id);
		if (!read || !('body' in read)) return;
		save.mutateAsync({ body: read.body }).then(
			(saved) => {
				setDraft(undefined);
				show(saved.summary.version);
			},
			() => undefined, // shown in the editor, from the state of the mutation
		);
	};
	const back = useBack('/agreements');
	const editLabel = summary.state === 'draft' ? 'Edit' : 'Propose a change';
	useCommands([
		...shown.map(({ id, title }, at) => ({
			label: title,
			group: 'Agreement',
			shortcut: String(at + 1),
			when: () => draft === undefined,
			run: () => openTab(id),
		})),
		{ label: editLabel, group: 'Agreement', icon: <Edit />, shortcut: 'e', when: () => mayEdit, run: edit },
		...moves.map((each) => ({
			label: moveWords[each].verb,
			group: 'Agreement',
			shortcut: moveWords[each].key,
			when: () => draft === undefined && possible.includes(each),
			run: () => setMove(each),
		})),
		{ label: 'Back to the agreements', group: 'Agreement', shortcut: 'u', run: back },
	]);
	const panels = {
		document: <DocumentTab detail={detail} />,
		fields: <FieldsTab body={body} />,
		preview: <PreviewTab detail={detail} />,
		policy: <PolicyTab policy={detail.policy} />,
		history: <HistoryTab detail={detail} />,
	};
	const current = shown.find(({ id }) => id === tab)?.id ?? 'document';
	return (
		<div className="one">
			<DetailHead
				back={{ label: 'Back to the agreements', shortcut: 'u', onBack: back }}
				title={
					<>
						{summary.title} <AgreementStateMark state={summary.state} />
					</>
				}
				subtitle={
					<>
						{summary.partner === null ? 'with nobody yet' : <PartnerName name={summary.partner} />} · version{' '}
						{summary.version} · <span className="mono">{summary.id}</span>{' '}
						<WaitsMark waitsFor={summary.waitsFor} />
					</>
				}
				facts={<Facts detail={detail} />}
			>
				<div className="one-actions">
					{mayEdit && (
						<Button size="small" icon={<Edit size={14} />} onClick={edit} title="e">
							{editLabel}
						</Button>
					)}
					{draft === undefined &&
						possible.map((each) => (
							<Button
								key={each}
								size="small"
								intent={moveWords[each].intent}
								variant={each === 'sign' || each === 'offer' || each === 'resume' ? 'solid' : 'outlined'}
								onClick={() => setMove(each)}
							>
								{each === 'end' && summary.state === 'offered' ? 'Withdraw' : moveWords[each].verb}{' '}
								<Shortcut shortcut={moveWords[each].key} />
							</Button>
						))}
				</div>
			</DetailHead>
			<Notices detail={detail} />
			{draft ? (
				<Editor
					draft={draft}
					isNew={false}
					isSaving={save.isPending}
					saveError={save.error}
					onChange={setDraft}
					onSave={saveDraft}
					onLeave={() => setDraft(undefined)}
				/>
			) : (
				<div className="page-tabs on-ground">
					<Tabs
						id="agreement-tabs"
						selectedTabId={current}
						onChange={(chosen) => openTab(shown.find(({ id }) => id === chosen)?.id)}
						renderActiveTabPanelOnly
					>
						{shown.map(({ id, title }) => (
							<Tab key={title} id={id ?? 'document'} title={title} panel={panels[id ?? 'document']} />
						))}
					</Tabs>
				</div>
			)}
			{move !== undefined && possible.includes(move) && (
				<MoveDialog
					key={move}
					detail={detail}
					move={move}
					onClose={() => setMove(undefined)}
					onDone={() => setMove(undefined)}
				/>
			)}
		</div>
	);
}

function Facts({ detail: { summary } }: { detail: AgreementDetail }) {
	const today = todayUtc();
	const counts = summary.state !== 'draft' && summary.state !== 'ended';
	return (
		<>
			<div>
				<dt>Last day</dt>
				<dd>
					<DayMark day={summary.endsOn} today={today} past="over" counts={counts} />
				</dd>
			</div>
			<div>
				<dt>Review</dt>
				<dd>
					<DayMark day={summary.reviewOn} today={today} past="overdue" counts={counts} />
				</dd>
			</div>
			<Fact label="Questions today">
				{formatCount(summary.questionsSpent)}{' '}
				<span className="muted">of {formatCount(summary.questionsOf)}</span>
			</Fact>
		</>
	);
}

/** What the reader should know before anything else: what to do with it, and where another version counts. */
function Notices({ detail: { summary, versions, changes } }: { detail: AgreementDetail }) {
	const other = (version: number, words: string) => (
		<Link to="/agreements/$id" params={{ id: summary.id }} search={{ version }}>
			{words}
		</Link>
	);
	const later = versions.find(
		({ version, state }) => version > summary.version && (state === 'draft' || state === 'offered'),
	);
	const holding = versions.findLast(
		({ version, state }) => version !== summary.version && (state === 'signed' || state === 'suspended'),
	);
	const isWaiting = summary.state === 'draft' || summary.state === 'offered';
	return (
		<>
			{summary.state === 'offered' && summary.waitsFor === 'us' && (
				<Callout compact icon={null} intent="primary" className="one-notice">
					<strong>The partner has signed it, and waits for your signature.</strong>{' '}
					{changes.length > 0 && (
						<>
							It differs from the version before in{' '}
							<Link
								to="/agreements/$id"
								params={{ id: summary.id }}
								search={{ version: summary.version, tab: 'history' }}
							>
								{plural(changes.length, 'point')}
							</Link>
							.
						</>
					)}
				</Callout>
			)}
			{later !== undefined && !isWaiting && (
				<Callout compact icon={null} intent="primary" className="one-notice">
					<strong>
						Version {later.version} is {later.state === 'draft' ? 'a draft' : 'offered'}
					</strong>
					; this one goes on until both have signed that. {other(later.version, 'Look at it')}
				</Callout>
			)}
			{isWaiting && holding !== undefined && (
				<Callout compact icon={null} className="one-notice">
					Version {holding.version} holds until both have signed this one.{' '}
					{other(holding.version, 'Look at it')}
				</Callout>
			)}
		</>
	);
}
