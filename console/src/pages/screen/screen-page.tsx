/**
 * Ask whether somebody or something is on a list: one line, Enter, and the answer with its reasons below.
 * Here the address is not the state. A name or a number in an address would stay in the history of the browser, in
 * bookmarks and in the logs of proxies; so the question lives in this page, goes up in a body, and is gone with the page.
 */
import { Tab, Tabs } from '@blueprintjs/core';
import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../../display/page-title.ts';
import { AskTab } from './ask-tab.tsx';
import { BatchTab } from './batch-tab.tsx';
import './screen.css';

const route = getRouteApi('/shell/screen');

export function ScreenPage() {
	usePageTitle('Screen');
	const { tab } = route.useSearch();
	const navigate = route.useNavigate();
	return (
		<div className="page-fill screen">
			<h1 className="visually-hidden">Screen</h1>
			<Tabs
				id="screen-tabs"
				selectedTabId={tab ?? 'ask'}
				onChange={(chosen) => void navigate({ search: { tab: chosen === 'batch' ? 'batch' : undefined } })}
			>
				<Tab id="ask" title="Ask about one" panel={<AskTab />} />
				<Tab id="batch" title="A file of many" panel={<BatchTab />} />
			</Tabs>
		</div>
	);
}
