/** Matching: ask whether partners offer an identifier, what is offered, what was asked, how many are on both sides. */
import { Tab, Tabs } from '@blueprintjs/core';
import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../../display/page-title.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { AskTab } from './ask-tab.tsx';
import { IntersectionsTab } from './intersections-tab.tsx';
import { OffersTab } from './offers-tab.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import type { MatchingSearch } from './search.ts';
import '../../exchanging/exchanging.css';
import './matching.css';

const route = getRouteApi('/shell/matching');

const titles = {
	ask: 'Ask',
	offers: 'Offers',
	questions: 'Questions',
	intersections: 'Intersections',
} as const;
type TabName = keyof typeof titles;

export function MatchingPage() {
	usePageTitle('Matching');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const mayAsk = useAbility('matching.ask');
	const tabs = (['ask', 'offers', 'questions', 'intersections'] as const).filter(
		(tab) => mayAsk || tab !== 'ask',
	);
	const shown: TabName = search.tab ?? tabs[0] ?? 'offers';
	const change = (part: Partial<MatchingSearch>) =>
		void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
	const open = (tab: TabName) => void navigate({ search: tab === 'ask' ? {} : { tab } });
	useCommands(
		tabs.map((tab, at) => ({
			label: titles[tab],
			group: 'Matching',
			shortcut: String(at + 1),
			run: () => open(tab),
		})),
	);
	const panels = {
		ask: () => <AskTab />,
		offers: () => <OffersTab />,
		questions: () => <QuestionsTab search={search} onChange={change} />,
		intersections: () => <IntersectionsTab search={search} onChange={change} />,
	} as const;
	return (
		<div className="page-fill matching page-tabs on-ground">
			<h1 className="visually-hidden">Matching</h1>
			<Tabs
				id="matching-tabs"
				selectedTabId={shown}
				onChange={(chosen) => open(tabs.find((tab) => tab === chosen) ?? 'offers')}
				renderActiveTabPanelOnly
			>
				{tabs.map((tab) => (
					<Tab key={tab} id={tab} title={titles[tab]} panel={panels[tab]()} />
				))}
			</Tabs>
		</div>
	);
}
