/** Entries of a list: found by name or number, the one under the cursor in full beside them. */
import { Button } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { listEntryKind } from '../../../../contract/lists.ts';
import type { ListView, StoredListEntry } from '../../../../contract/views-screening.ts';
import { entryKindWords } from '../../display/screening-words.ts';
import { Empty } from '../../display/states.tsx';
import { ChoiceFilter, TextFilter } from '../../listing/filter-fields.tsx';
import { SideBody } from '../../listing/side-body.tsx';
import { listEntriesQuery } from '../../queries/list-entries.ts';
import { formatListDate } from '../../screening/describe.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryPanel } from './entry-panel.tsx';
import type { ListSearch } from './search.ts';

const ROW_HEIGHT = 46;

type Props = {
	list: ListView;
	search: ListSearch;
	onChange: (part: Partial<ListSearch>, replace?: boolean) => void;
};

export function EntriesTab({ list, search, onChange }: Props) {
	const mayWrite = useAbility('list-entry.change') && list.format === 'own';
	const searchInput = useRef<HTMLInputElement>(null);
	const [isAdding, setAdding] = useState(false);
	const entries = useInfiniteQuery(listEntriesQuery(list.id, { search: search.search, kind: search.kind }));
	const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
	const found = items.find(({ entry }) => entry.key === search.entry);
	// An entry that a link names may stand far down the list: it is looked up by its key.
	const named = useInfiniteQuery({
		...listEntriesQuery(list.id, { search: search.entry }),
		enabled: search.entry !== undefined && entries.isSuccess && found === undefined,
	});
	const shown =
		search.entry === undefined
			? items[0]
			: (found ?? named.data?.pages[0]?.items.find(({ entry }) => entry.key === search.entry));
	useCommands([
		{ label: 'Search entries', group: 'Entries', shortcut: '/', run: () => searchInput.current?.focus() },
		{
			label: 'Add an entry',
			group: 'Entries',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayWrite,
			run: () => setAdding(true),
		},
	]);
	return (
		<div className="split">
			<section className="side" aria-label="Entries">
				<search className="filter-bar">
					<TextFilter
						label="Search by name or key"
						placeholder="Name or key  ( / )"
						value={search.search}
						onCommit={(text) => onChange({ search: text, entry: undefined })}
						className="filter-search"
						inputRef={searchInput}
						isSearch
					/>
					<ChoiceFilter
						label="Kind"
						value={search.kind}
						options={listEntryKind.options.map((kind) => [kind, entryKindWords[kind].many] as const)}
						onChange={(kind) => onChange({ kind, entry: undefined })}
					/>
					{mayWrite && (
						<Button size="small" icon={<Add size={14} />} onClick={() => setAdding(true)} title="n">
							Add
						</Button>
					)}
				</search>
				<SideBody
					label="Entries"
					group="Entries"
					list={entries}
					pendingRows={12}
					empty={
						<NoEntries
							isSearch={search.search !== undefined || search.kind !== undefined}
							mayWrite={mayWrite}
						/>
					}
					idOf={({ entry }) => entry.key}
					rowHeight={ROW_HEIGHT}
					current={search.entry}
					onCurrent={({ entry }) => onChange({ entry: entry.key }, true)}
				>
					{(stored) => <EntryRow stored={stored} />}
				</SideBody>
			</section>
			<section className="side-detail" aria-label="Entry">
				{shown && <EntryPanel key={shown.entry.key} stored={shown} list={list} mayWrite={mayWrite} />}
				{shown === undefined && search.entry !== undefined && named.isSuccess && (
					<Empty title="This entry is no longer on the list">
						Its number is <span className="mono">{search.entry}</span>; the changes say when it was taken off.
					</Empty>
				)}
			</section>
			{isAdding && (
				<EntryForm
					list={list}
					onClose={() => setAdding(false)}
					onSaved={(stored) => onChange({ search: undefined, kind: undefined, entry: stored.entry.key })}
				/>
			)}
		</div>
	);
}

function NoEntries({ isSearch, mayWrite }: { isSearch: boolean; mayWrite: boolean }) {
	if (isSearch) return <Empty title="No entry matches">Try another writing of the name, or its key.</Empty>;
	return (
		<Empty title="There is no entry yet">
			{mayWrite ? 'An entry that is added takes effect at once.' : 'Nobody and nothing is on this list.'}
		</Empty>
	);
}

function EntryRow({ stored: { entry, caption } }: { stored: StoredListEntry }) {
	const others = entry.names.length - 1;
	const about = [
		entryKindWords[entry.kind].one,
		entry.born?.[0] && formatListDate(entry.born[0]),
		[...new Set([...(entry.nationalities ?? []), ...(entry.countries ?? [])])].slice(0, 2).join(' '),
		others > 0 && `${others} more name${others === 1 ? '' : 's'}`,
	];
	return (
		<span className="entry-row">
			<bdi className="entry-row-name" dir="auto">
				{caption}
			</bdi>
			<span className="mono muted entry-row-key">{entry.key}</span>
			<span className="muted entry-row-about">{about.filter(Boolean).join(' · ')}</span>
			<span className="muted entry-row-programme">{(entry.programmes ?? []).slice(0, 2).join(', ')}</span>
		</span>
	);
}
