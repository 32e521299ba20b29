/** One rule: its text and editor, its backtest, how it does, its history; and the steps of its life. */
import { Button, Callout, Tab, Tabs } from '@blueprintjs/core';
import { Edit, Export } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { RuleDetail } from '../../../../contract/views-rules.ts';
import { RateMark } from '../../charts/rate-bar.tsx';
import { addressOf } from '../../client/call.ts';
import { toCallError } from '../../client/call-error.ts';
import { DetailHead, Fact } from '../../display/detail-head.tsx';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { EffectMark, LastDay, RuleStateMark } from '../../display/rule-marks.tsx';
import { subjectWords } from '../../display/rule-words.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { type RuleAct, ruleQuery, useBacktest, useSaveRule } from '../../queries/rule.ts';
import { todayText } from '../../screening/instruction.tsx';
import { useCommands } from '../../shell/commands.ts';
import { useSession } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { useBack } from '../../shell/use-back.ts';
import { ActDialog } from './act-dialog.tsx';
import { acts, actsOf, actWords } from './acts.ts';
import { BacktestTab } from './backtest-tab.tsx';
import { draftOf, type RuleDraft, readDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LiveTab } from './live-tab.tsx';
import { RuleView } from './rule-view.tsx';
import type { RuleSearch } from './search.ts';
import './editor.css';
import './rule.css';

const route = getRouteApi('/shell/rules/$id');

export function RulePage() {
	const { id } = route.useParams();
	const { version } = route.useSearch();
	const rule = useQuery(ruleQuery(id, version));
	usePageTitle(rule.data?.summary.title ?? 'Rule');
	if (rule.isPending) return <Pending rows={20} label="Loading the rule" />;
	if (rule.isError)
		return (
			<Failure
				error={rule.error}
				retry={() => void rule.refetch()}
				title={toCallError(rule.error).code === 'not-found' ? 'There is no such rule' : undefined}
			/>
		);
	return <RuleContent key={`${id} ${rule.data.summary.version}`} detail={rule.data} />;
}

const tabs: readonly { id: RuleSearch['tab']; title: string }[] = [
	{ id: undefined, title: 'Rule' },
	{ id: 'backtest', title: 'Backtest' },
	{ id: 'live', title: 'How it does' },
	{ id: 'history', title: 'History' },
];

function RuleContent({ detail }: { detail: RuleDetail }) {
	const { summary, rule } = detail;
	const { tab } = route.useSearch();
	const navigate = route.useNavigate();
	const { abilities } = useSession();
	const save = useSaveRule();
	const backtest = useBacktest();
	const [draft, setDraft] = useState<RuleDraft>();
	const [act, setAct] = useState<RuleAct>();
	const mayWrite = abilities.includes('rule.write');
	// A version that waits is the one to go on with.
	const mayEdit = mayWrite && draft === undefined && summary.state !== 'proposed' && summary.pending === null;
	const possible = actsOf(summary.state).filter((each) => abilities.includes(actWords[each].action));

	useBlocker({
		shouldBlockFn: ({ current, next }) =>
			draft !== undefined &&
			current.pathname !== next.pathname &&
			!window.confirm('The text has not been saved. Leave it?'),
		enableBeforeUnload: draft !== undefined,
	});
	const openTab = (chosen: RuleSearch['tab']) =>
		// Not into the history: back leads to where the reader came from.
		void navigate({ search: (before) => ({ ...before, tab: chosen }), replace: true, resetScroll: false });
	const show = (version: number) =>
		void navigate({ search: (before) => ({ ...before, version }), replace: true });
	const edit = () => {
		setDraft(draftOf(rule));
		openTab(undefined);
	};
	const saveDraft = (reason: string) => {
		const read = draft && readDraft(draft);
		if (!read || !('rule' in read)) return;
		save.mutateAsync({ rule: read.rule, ...(reason.length >= 3 ? { reason } : {}) }).then(
			(saved) => {
				setDraft(undefined);
				show(saved.summary.version);
			},
			() => undefined, // shown in the editor, from the state of the mutation
		);
	};
	const back = useBack('/rules');
	useCommands([
		...tabs.map(({ id, title }, at) => ({
			label: title,
			group: 'Rule',
			shortcut: String(at + 1),
			run: () => openTab(id),
		})),
		{ label: 'Edit', group: 'Rule', icon: <Edit />, shortcut: 'e', when: () => mayEdit, run: edit },
		...acts.map((each) => ({
			label: actWords[each].verb,
			group: 'Rule',
			shortcut: actWords[each].key,
			when: () => draft === undefined && possible.includes(each),
			run: () => setAct(each),
		})),
		{ label: 'Back to the rules', group: 'Rule', shortcut: 'u', run: back },
	]);
	const read = draft && readDraft(draft);
	const tried = read === undefined ? rule : 'rule' in read ? read.rule : undefined;
	const panel = {
		rule: draft ? (
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
			<RuleView detail={detail} />
		),
		backtest: (
			<BacktestTab
				rule={tried}
				isUnsaved={draft !== undefined}
				kept={draft === undefined ? detail.backtest : null}
				running={backtest}
			/>
		),
		live: <LiveTab detail={detail} />,
		history: <HistoryTab detail={detail} />,
	}[tab ?? 'rule'];
	return (
		<div className="rule">
			<DetailHead
				back={{ label: 'Back to the rules', shortcut: 'u', onBack: back }}
				title={
					<>
						{summary.title} <RuleStateMark state={summary.state} />
					</>
				}
				subtitle={
					<>
						{subjectWords[summary.subject]} · version {summary.version} ·{' '}
						<span className="mono">{summary.id}</span>
					</>
				}
				facts={<RuleFacts detail={detail} />}
			>
				<div className="rule-actions">
					{mayEdit && (
						<Button size="small" icon={<Edit size={14} />} onClick={edit} title="e">
							Edit
						</Button>
					)}
					{draft === undefined &&
						possible.map((each) => (
							<Button
								key={each}
								size="small"
								intent={actWords[each].intent}
								variant={each === 'approve' || each === 'propose' ? 'solid' : 'outlined'}
								onClick={() => setAct(each)}
							>
								{actWords[each].verb} <Shortcut shortcut={actWords[each].key} />
							</Button>
						))}
					<a
						href={addressOf('exportRules', { ids: summary.id })}
						download={`${summary.id}.json`}
						title="This rule as a file"
					>
						<Export size={14} />
						<span className="visually-hidden">Export</span>
					</a>
				</div>
			</DetailHead>
			<Elsewhere detail={detail} />
			<div className="page-tabs on-ground">
				<Tabs
					id="rule-tabs"
					selectedTabId={tab ?? 'rule'}
					onChange={(chosen) => openTab(tabs.find(({ id }) => id === chosen)?.id)}
					renderActiveTabPanelOnly
				>
					{tabs.map(({ id, title }) => (
						<Tab key={title} id={id ?? 'rule'} title={title} panel={panel} />
					))}
				</Tabs>
			</div>
			{act !== undefined && possible.includes(act) && (
				<ActDialog
					key={act}
					rule={summary}
					act={act}
					today={todayText()}
					onClose={() => setAct(undefined)}
					onDone={(done) => {
						setAct(undefined);
						// Where the live version is gone, the answer is about the one that waits; the reader stays with this one.
						show(act === 'retire' ? summary.version : done.summary.version);
					}}
				/>
			)}
		</div>
	);
}

function RuleFacts({ detail: { summary } }: { detail: RuleDetail }) {
	return (
		<>
			<div>
				<dt>Asks for</dt>
				<dd>
					<EffectMark effect={summary.effect} />
				</dd>
			</div>
			<Fact label="Last day">
				<LastDay validUntil={summary.validUntil} daysLeft={summary.daysLeft} />
			</Fact>
			<Fact label="Fired, 90 days">{formatCount(summary.fired)}</Fact>
			<div>
				<dt>Precision</dt>
				<dd className="rule-precision">
					<RateMark rate={summary.precision} />
				</dd>
			</div>
			<div>
				<dt>Changed</dt>
				<dd>
					<Instant at={summary.changedAt} />
				</dd>
			</div>
		</>
	);
}

/** Where another version is the one to look at. */
function Elsewhere({ detail: { summary, versions } }: { detail: RuleDetail }) {
	const live = versions.find(({ state, version }) => state === 'live' && version !== summary.version);
	if (summary.pending !== null)
		return (
			<Callout compact icon={null} intent="primary" className="rule-elsewhere">
				<strong>Version {summary.pending} waits</strong>: it is a draft or proposed.{' '}
				<Link to="/rules/$id" params={{ id: summary.id }} search={{ version: summary.pending }}>
					Go on with it
				</Link>
			</Callout>
		);
	if (live)
		return (
			<Callout compact icon={null} className="rule-elsewhere">
				Version {live.version} is live.{' '}
				<Link to="/rules/$id" params={{ id: summary.id }} search={{ version: live.version }}>
					Look at it
				</Link>
			</Callout>
		);
	return null;
}
