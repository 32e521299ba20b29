/** One list: its entries, what changed, what a version or a threshold would raise, its versions, what it asks for. */
import { Button, Callout, Tab, Tabs } from '@blueprintjs/core';
import { Upload } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ListView } from '../../../../contract/views-screening.ts';
import { toCallError } from '../../client/call-error.ts';
import { DetailHead } from '../../display/detail-head.tsx';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { formatPublished, listFormatWords } from '../../display/screening-words.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { listsQuery, useActivateList, useFreshLists } from '../../queries/lists.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { useBack } from '../../shell/use-back.ts';
import { LoadDialog } from '../lists/load-dialog.tsx';
import { Rescreening } from '../lists/rescreening.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { EntriesTab } from './entries-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import type { ListSearch } from './search.ts';
import { SettingsTab } from './settings-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';
import './list.css';

const route = getRouteApi('/shell/lists/$list');

export function ListPage() {
	const { list: id } = route.useParams();
	useFreshLists();
	const lists = useQuery(listsQuery);
	const list = lists.data?.find((each) => each.id === id);
	usePageTitle(list?.name ?? 'List');
	if (lists.isPending) return <Pending rows={20} label="Loading the list" />;
	if (lists.isError) return <Failure error={lists.error} retry={() => void lists.refetch()} />;
	if (!list)
		return (
			<Empty isPage title="There is no such list" action={<Link to="/lists">Go to the lists</Link>}>
				The address may be mistyped.
			</Empty>
		);
	return <ListContent key={id} list={list} lists={lists.data} />;
}

const tabs: readonly { id: ListSearch['tab']; title: string }[] = [
	{ id: undefined, title: 'Entries' },
	{ id: 'changes', title: 'Changes' },
	{ id: 'preview', title: 'Preview' },
	{ id: 'versions', title: 'Versions' },
	{ id: 'settings', title: 'Thresholds and instruction' },
];

function ListContent({ list, lists }: { list: ListView; lists: readonly ListView[] }) {
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const mayChange = useAbility('list.change');
	const mayLoad = mayChange && list.format !== 'own';
	const [isLoading, setLoading] = useState(false);

	const openTab = (tab: ListSearch['tab']) => void navigate({ search: { tab }, resetScroll: false });
	const change = (part: Partial<ListSearch>, replace = false) =>
		void navigate({ search: (before) => ({ ...before, ...part }), replace, resetScroll: false });
	const back = useBack('/lists');
	useCommands([
		...tabs.map(({ id, title }, index) => ({
			label: title,
			group: 'List',
			shortcut: String(index + 1),
			run: () => openTab(id),
		})),
		{
			label: 'Load a version of this list',
			group: 'List',
			icon: <Upload />,
			shortcut: 'a',
			when: () => mayLoad,
			run: () => setLoading(true),
		},
		{ label: 'Back to the lists', group: 'List', shortcut: 'u', run: back },
	]);
	const panel = {
		entries: <EntriesTab list={list} search={search} onChange={change} />,
		changes: <ChangesTab list={list} search={search} onChange={change} />,
		preview: <PreviewTab list={list} search={search} onChange={change} />,
		versions: <VersionsTab list={list} />,
		settings: <SettingsTab list={list} />,
	}[search.tab ?? 'entries'];
	return (
		<div className="list">
			<ListHead list={list} onBack={back} onLoad={mayLoad ? () => setLoading(true) : undefined} />
			{list.staged && search.tab !== 'settings' && <Staged list={list} mayChange={mayChange} />}
			<div className="page-tabs">
				<Tabs
					id="list-tabs"
					selectedTabId={search.tab ?? 'entries'}
					onChange={(chosen) => openTab(tabs.find(({ id }) => id === chosen)?.id)}
					renderActiveTabPanelOnly
				>
					{tabs.map(({ id, title }) => (
						<Tab key={title} id={id ?? 'entries'} title={title} panel={panel} />
					))}
				</Tabs>
			</div>
			{isLoading && <LoadDialog lists={lists} list={list} onClose={() => setLoading(false)} />}
		</div>
	);
}

type HeadProps = { list: ListView; onBack: () => void; onLoad: (() => void) | undefined };

function ListHead({ list, onBack, onLoad }: HeadProps) {
	const mayListHits = useAbility('hit.list');
	const { active } = list;
	return (
		<DetailHead
			back={{ label: 'Back to the lists', shortcut: 'u', onBack }}
			title={list.name}
			subtitle={
				<>
					{listFormatWords[list.format]} · <span className="mono">{list.id}</span>
				</>
			}
			facts={
				<>
					<div>
						<dt>Active version</dt>
						<dd className="number">{active?.version ?? <span className="muted">none</span>}</dd>
					</div>
					<div>
						<dt>Entries</dt>
						<dd className="number">{active ? formatCount(active.entries) : '0'}</dd>
					</div>
					<div>
						<dt>Published</dt>
						<dd className="number">
							{active?.publishedAt ? (
								formatPublished(active.publishedAt)
							) : (
								<span className="muted">not said</span>
							)}
						</dd>
					</div>
					<div>
						<dt>Loaded</dt>
						<dd>{active ? <Instant at={active.loadedAt} /> : <span className="muted">never</span>}</dd>
					</div>
					<div>
						<dt>What is stored</dt>
						<dd>
							<Rescreening rescreening={list.rescreening} />
						</dd>
					</div>
					<div>
						<dt>Open hits</dt>
						<dd className="number">
							{mayListHits && list.openHits > 0 ? (
								<Link to="/hits" search={{ list: list.id }} preload={false}>
									{formatCount(list.openHits)}
								</Link>
							) : (
								formatCount(list.openHits)
							)}
						</dd>
					</div>
				</>
			}
		>
			{onLoad && (
				<Button size="small" icon={<Upload size={14} />} onClick={onLoad} title="a">
					Load a version
				</Button>
			)}
		</DetailHead>
	);
}

/** A version that waits, and the way to let it go live. */
function Staged({ list, mayChange }: { list: ListView; mayChange: boolean }) {
	const activate = useActivateList();
	const { staged } = list;
	if (!staged) return null;
	return (
		<Callout compact icon={null} intent={activate.isError ? 'danger' : 'primary'} className="list-staged">
			<span>
				{activate.isError ? (
					toCallError(activate.error).message
				) : (
					<>
						<strong>Version {staged.version} waits.</strong> {formatCount(staged.added)} added,{' '}
						{formatCount(staged.changed)} changed, {formatCount(staged.removed)} removed
						{staged.problems > 0 && `, ${formatCount(staged.problems)} places could not be read`}. Loaded{' '}
						<Instant at={staged.loadedAt} /> by {staged.loadedBy}.
					</>
				)}
			</span>
			<Link
				to="/lists/$list"
				params={{ list: list.id }}
				search={{ tab: 'changes', from: list.active?.version, to: staged.version }}
			>
				Its changes
			</Link>
			<Link to="/lists/$list" params={{ list: list.id }} search={{ tab: 'preview', version: staged.version }}>
				Its hits per day
			</Link>
			{mayChange && (
				<Button
					size="small"
					intent="primary"
					loading={activate.isPending}
					onClick={() => activate.mutate({ list: list.id, version: staged.version })}
				>
					Screen against it
				</Button>
			)}
		</Callout>
	);
}
