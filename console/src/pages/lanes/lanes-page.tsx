/** Lanes: what each way of selecting brings, thresholds and capacities, and whose goods are checked less. */
import { Tab, Tabs } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../../display/page-title.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { lanesQuery } from '../../queries/lanes.ts';
import { useCommands } from '../../shell/commands.ts';
import { ResultsTab } from './results-tab.tsx';
import { type LanesSearch, USUAL_DAYS } from './search.ts';
import { SettingsTab } from './settings-tab.tsx';
import { TradersTab } from './traders-tab.tsx';
import '../../assessing/assessing.css';
import './lanes.css';

const route = getRouteApi('/shell/lanes');

const tabs: readonly { id: LanesSearch['tab']; title: string }[] = [
	{ id: undefined, title: 'What they bring' },
	{ id: 'settings', title: 'Thresholds and capacities' },
	{ id: 'traders', title: 'Trusted traders' },
];

export function LanesPage() {
	usePageTitle('Lanes');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const days = search.days ?? USUAL_DAYS;
	const lanes = useQuery(lanesQuery(days));
	const change = (part: Partial<LanesSearch>) =>
		void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
	useCommands(
		tabs.map(({ id, title }, index) => ({
			label: title,
			group: 'Lanes',
			shortcut: String(index + 1),
			run: () => change({ tab: id }),
		})),
	);
	const waiting = lanes.isPending ? (
		<Pending rows={14} label="Loading the lanes" />
	) : lanes.isError ? (
		<Failure error={lanes.error} retry={() => void lanes.refetch()} />
	) : undefined;
	const panels = {
		results: waiting ?? (lanes.data && <ResultsTab lanes={lanes.data} days={days} onChange={change} />),
		settings:
			waiting ?? (lanes.data && <SettingsTab key={lanes.data.changedAt ?? 'first'} lanes={lanes.data} />),
		traders: <TradersTab search={search.search} onSearch={(text) => change({ search: text })} />,
	};
	return (
		<div className="page-fill lanes">
			<div className="page-head lanes-head">
				<h1>Lanes</h1>
				<span className="muted">what is checked, how much of it, and what comes of it</span>
				<span className="spring" />
			</div>
			<div className="lanes-tabs">
				<Tabs
					id="lanes-tabs"
					selectedTabId={search.tab ?? 'results'}
					onChange={(chosen) => change({ tab: tabs.find(({ id }) => id === chosen)?.id })}
					renderActiveTabPanelOnly
				>
					{tabs.map(({ id, title }) => (
						<Tab key={title} id={id ?? 'results'} title={title} panel={panels[id ?? 'results']} />
					))}
				</Tabs>
			</div>
		</div>
	);
}
