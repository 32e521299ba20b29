/** One entity: everything that records say of it, when, and why all of it is held to be one. */
import { Tab, Tabs } from '@blueprintjs/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type JSX, useCallback } from 'react';
import type { EntityDetail } from '../../../../contract/views-resolution.ts';
import { toCallError } from '../../client/call-error.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { entitiesMemory } from '../../queries/entities.ts';
import { entityQuery } from '../../queries/entity.ts';
import { useCommands } from '../../shell/commands.ts';
import { useBack } from '../../shell/use-back.ts';
import { CandidatesTab } from './candidates-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import { Connected } from './connected.tsx';
import { EntityHead } from './entity-head.tsx';
import { EntityHistory } from './entity-history.tsx';
import { KnownPanel } from './known-panel.tsx';
import { LinksTab } from './links-tab.tsx';
import { type EntitySearch, type EntityTab, entityTabs } from './search.ts';
import { Timeline } from './timeline.tsx';
import '../../listing/side-list.css';
import '../record/record.css';
import './entity.css';

const route = getRouteApi('/shell/entities/$id');

export function EntityPage() {
	const { id } = route.useParams();
	const entity = useQuery(entityQuery(id));
	if (entity.isPending) return <Pending rows={20} label="Loading the entity" />;
	if (entity.isError && !entity.data) {
		if (toCallError(entity.error).code === 'not-found') {
			return (
				<Empty isPage title="There is no such entity" action={<Link to="/entities">Go to the entities</Link>}>
					Its records may have been removed at the end of their retention, or the address may be mistyped.
				</Empty>
			);
		}
		return <Failure error={entity.error} retry={() => void entity.refetch()} />;
	}
	return <EntityContent key={entity.data.summary.id} detail={entity.data} asked={id} />;
}

const tabWords: { readonly [tab in EntityTab]: string } = {
	timeline: 'Timeline',
	links: 'Why it is one',
	compare: 'Compare',
	candidates: 'Candidates',
	connected: 'Connected',
	history: 'History',
};

function EntityContent({ detail, asked }: { detail: EntityDetail; asked: string }) {
	const { summary, mentions, candidates, connected, history } = detail;
	usePageTitle(summary.caption);
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const tab: EntityTab = search.tab ?? 'timeline';

	const change = useCallback(
		(changed: EntitySearch) =>
			void navigate({
				search: (before) => ({ ...before, ...changed }),
				replace: true,
				resetScroll: false,
			}),
		[navigate],
	);
	const openTab = (opened: EntityTab) =>
		change({ tab: opened === 'timeline' ? undefined : opened, at: undefined });
	const compare = (left: string, right: string) => change({ tab: 'compare', left, right, at: undefined });
	const back = useBack('/entities');
	const stepEntity = (step: 1 | -1) =>
		void entitiesMemory.step(queryClient, asked, step).then((next) => {
			if (next) void navigate({ to: '/entities/$id', params: { id: next.id }, search: {}, replace: true });
		});
	useCommands([
		...entityTabs.map((each, index) => ({
			label: `Entity: ${tabWords[each].toLowerCase()}`,
			group: 'Entity',
			shortcut: String(index + 1),
			run: () => openTab(each),
		})),
		{ label: 'Next entity of the list', group: 'Entity', shortcut: 'n', run: () => stepEntity(1) },
		{ label: 'Entity before in the list', group: 'Entity', shortcut: 'p', run: () => stepEntity(-1) },
		{ label: 'Back to the list', group: 'Entity', shortcut: 'b', run: back },
	]);

	const panels: { readonly [each in EntityTab]: JSX.Element } = {
		timeline: <Timeline detail={detail} at={search.at} onAt={(at) => change({ at })} />,
		links: <LinksTab detail={detail} at={search.at} onAt={(at) => change({ at })} onCompare={compare} />,
		compare: <CompareTab detail={detail} left={search.left} right={search.right} onChoose={compare} />,
		candidates: <CandidatesTab detail={detail} at={search.at} onAt={(at) => change({ at })} />,
		connected: <Connected detail={detail} />,
		history: <EntityHistory detail={detail} />,
	};
	const counts: { readonly [each in EntityTab]?: number } = {
		links: mentions.length,
		candidates: candidates.length,
		connected: connected.length,
		history: history.length,
	};
	return (
		<div className="entity">
			<EntityHead summary={summary} asked={asked} onBack={back} />
			<div className="entity-body">
				<KnownPanel detail={detail} />
				<div className="entity-main page-tabs panel">
					<Tabs
						id="entity-tabs"
						selectedTabId={tab}
						onChange={(chosen) => openTab(entityTabs.find((each) => each === chosen) ?? 'timeline')}
						renderActiveTabPanelOnly
					>
						{entityTabs.map((each) => (
							<Tab
								key={each}
								id={each}
								title={tabWords[each]}
								tagContent={counts[each]}
								panel={panels[each]}
							/>
						))}
					</Tabs>
				</div>
			</div>
		</div>
	);
}
