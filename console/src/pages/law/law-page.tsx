/** The law of this node: who may do what, for which purposes, and why; and what would change if it were narrowed. */
import { Button, SegmentedControl } from '@blueprintjs/core';
import { Clipboard } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { usePageTitle } from '../../display/page-title.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { TextFilter } from '../../listing/filter-fields.tsx';
import { lawQuery } from '../../queries/law.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { ArticlePanel } from './article-panel.tsx';
import { LawMatrix } from './law-matrix.tsx';
import type { LawSearch } from './search.ts';
import './law.css';

const route = getRouteApi('/shell/law');

export function LawPage() {
	usePageTitle('Law');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const law = useQuery(lawQuery);
	const mayChange = useAbility('law.change');
	const [isNarrowing, setNarrowing] = useState(false);
	const searchInput = useRef<HTMLInputElement>(null);
	const change = (part: Partial<LawSearch>) =>
		void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });

	const words = search.search?.toLowerCase() ?? '';
	const articles = (law.data?.articles ?? []).filter((article) =>
		[article.action, article.because, ...article.permit, ...article.purposes].some((text) =>
			text.toLowerCase().includes(words),
		),
	);
	const shown = articles.find(({ action }) => action === search.article) ?? articles[0];
	const show = (action: LawSearch['article']) => {
		setNarrowing(false);
		change({ article: action });
	};
	const move = (step: number) => {
		const at = articles.findIndex(({ action }) => action === shown?.action) + step;
		show(articles[Math.max(0, Math.min(articles.length - 1, at))]?.action);
	};
	const isTable = search.view === undefined;
	const movement = (label: string, shortcut: string, run: () => void) => ({
		label,
		group: 'Law',
		shortcut,
		keyboardOnly: true,
		when: () => isTable && articles.length > 0,
		run,
	});
	useCommands([
		movement('Next article', 'j', () => move(1)),
		movement('Article before', 'k', () => move(-1)),
		{ label: 'Search the law', group: 'Law', shortcut: '/', run: () => searchInput.current?.focus() },
		{
			label: 'Narrow the article',
			group: 'Law',
			shortcut: 'n',
			when: () => mayChange && isTable && shown !== undefined,
			run: () => setNarrowing(true),
		},
		{
			label: isTable ? 'The law as Cedar policies' : 'The law as a table',
			group: 'Law',
			shortcut: 'v',
			run: () => change({ view: isTable ? 'cedar' : undefined }),
		},
	]);

	return (
		<div className="page-fill law">
			<search className="filter-bar">
				<h1 className="filter-title">Law</h1>
				<TextFilter
					label="Search the law"
					placeholder="Action, role, purpose, reason  ( / )"
					value={search.search}
					onCommit={(text) => change({ search: text })}
					inputRef={searchInput}
					className="rules-search"
					isSearch
				/>
				<SegmentedControl
					size="small"
					aria-label="Shown as"
					options={[
						{ value: 'table', label: 'Table' },
						{ value: 'cedar', label: 'Cedar policies' },
					]}
					value={search.view ?? 'table'}
					onValueChange={(view) => change({ view: view === 'cedar' ? 'cedar' : undefined })}
				/>
				<span className="spring" />
				<span className="muted law-legend">
					<span className="law-permitted">●</span> permitted <span className="law-less">◐</span> for fewer
					purposes <span className="law-narrowed">○</span> narrowed away
				</span>
			</search>
			{law.isPending && <Pending rows={24} label="Loading the law" />}
			{law.isError && <Failure error={law.error} retry={() => void law.refetch()} />}
			{law.isSuccess && !isTable && (
				<Policies text={`${law.data.cedar.schema}\n${law.data.cedar.policies}`} />
			)}
			{law.isSuccess && isTable && (
				<div className="law-split">
					<ScrollRegion label="Articles" className="law-scroll">
						{shown === undefined ? (
							<Empty title="No article says this">
								<p>Another word, or part of one.</p>
							</Empty>
						) : (
							<LawMatrix articles={articles} current={shown.action} onCurrent={show} />
						)}
					</ScrollRegion>
					<aside className="law-side" aria-label="Article">
						{shown && (
							<ArticlePanel
								article={shown}
								mayChange={mayChange}
								isNarrowing={isNarrowing}
								onNarrow={setNarrowing}
							/>
						)}
					</aside>
				</div>
			)}
		</div>
	);
}

function Policies({ text }: { text: string }) {
	return (
		<div className="law-policies">
			<Button
				className="law-copy"
				size="small"
				icon={<Clipboard size={14} />}
				onClick={() => void navigator.clipboard.writeText(text)}
			>
				Copy
			</Button>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<pre className="mono law-text" tabIndex={0}>
				{text}
			</pre>
		</div>
	);
}
