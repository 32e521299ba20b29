/** What was added, changed and removed from one version of a list to another. */
import { Button, HTMLSelect, SegmentedControl } from '@blueprintjs/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { EntryChange, ListView } from '../../../../contract/views-screening.ts';
import { formatCount } from '../../display/format.ts';
import { entryKindWords } from '../../display/screening-words.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { spell } from '../../display/words.ts';
import { listChangesQuery } from '../../queries/list-changes.ts';
import { changedPart } from './changed-part.ts';
import type { ListSearch } from './search.ts';
import { newestVersion } from './versions-tab.tsx';

type Props = {
	list: ListView;
	search: ListSearch;
	onChange: (part: Partial<ListSearch>, replace?: boolean) => void;
};

export function ChangesTab({ list, search, onChange }: Props) {
	const { from, to, change } = search;
	const changes = useInfiniteQuery(listChangesQuery(list.id, { from, to, change }));
	const head = changes.data?.pages[0];
	const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
	if (newestVersion(list) < 2 && from === undefined && to === undefined)
		return <Empty title="There is one version only">Changes are shown from the second version on.</Empty>;
	const counted = [
		{ value: 'all', label: 'All' },
		{ value: 'added', label: head ? `Added ${formatCount(head.added)}` : 'Added' },
		{ value: 'changed', label: head ? `Changed ${formatCount(head.changed)}` : 'Changed' },
		{ value: 'removed', label: head ? `Removed ${formatCount(head.removed)}` : 'Removed' },
	] as const;
	return (
		<div className="list-scroll">
			<div className="list-bar">
				<VersionChoice
					label="From version"
					list={list}
					value={from ?? head?.from}
					onChange={(version) => onChange({ from: version })}
				/>
				<VersionChoice
					label="to version"
					list={list}
					value={to ?? head?.to}
					onChange={(version) => onChange({ to: version })}
				/>
				<SegmentedControl
					size="small"
					aria-label="Change"
					options={[...counted]}
					value={change ?? 'all'}
					onValueChange={(value) => {
						const chosen = counted.find((each) => each.value === value)?.value;
						onChange({ change: chosen === 'all' ? undefined : chosen });
					}}
				/>
			</div>
			{changes.isPending && <Pending rows={14} label="Loading changes" />}
			{changes.isError && items.length === 0 && (
				<Failure error={changes.error} retry={() => void changes.refetch()} />
			)}
			{changes.isSuccess && items.length === 0 && (
				<Empty title="Nothing of that kind changed">The other kinds of change are above.</Empty>
			)}
			{items.length > 0 && (
				<table className="table changes-table">
					<thead>
						<tr>
							<th scope="col">Change</th>
							<th scope="col">Entry</th>
							<th scope="col">Kind</th>
							<th scope="col">Key</th>
							<th scope="col">What differs</th>
						</tr>
					</thead>
					<tbody>
						{items.map((item) => (
							<ChangeRow key={`${item.key} ${item.change}`} item={item} />
						))}
					</tbody>
				</table>
			)}
			{changes.hasNextPage && (
				<Button
					size="small"
					variant="minimal"
					loading={changes.isFetchingNextPage}
					onClick={() => void changes.fetchNextPage()}
				>
					Show more
				</Button>
			)}
		</div>
	);
}

const chips: { readonly [change in EntryChange['change']]: string } = {
	added: 'chip chip-good',
	changed: 'chip chip-warning',
	removed: 'chip chip-error',
};

function ChangeRow({ item }: { item: EntryChange }) {
	return (
		<tr>
			<td>
				<span className={chips[item.change]}>{item.change}</span>
			</td>
			<td>
				<bdi dir="auto">{item.caption}</bdi>
			</td>
			<td className="nowrap">{entryKindWords[item.kind].one}</td>
			<td className="mono nowrap">{item.key}</td>
			<td>
				{item.members.length > 0 && (
					<dl className="change-members">
						{item.members.map(({ member, before, after }) => (
							<div key={member}>
								<dt>{spell(member)}</dt>
								<dd>
									<Difference before={before} after={after} />
								</dd>
							</div>
						))}
					</dl>
				)}
			</td>
		</tr>
	);
}

function Difference({ before, after }: { before: string | null; after: string | null }) {
	if (before === null) return <ins>{after}</ins>;
	if (after === null) return <del>{before}</del>;
	const part = changedPart(before, after);
	if (!part.before && !part.after)
		return <span className="muted">differs further on than is shown here</span>;
	return (
		<>
			{part.lead}
			{part.before && <del>{part.before}</del>}
			{part.before && part.after && ' '}
			{part.after && <ins>{part.after}</ins>}
			{part.trail}
		</>
	);
}

type ChoiceProps = {
	label: string;
	list: ListView;
	value: number | undefined;
	onChange: (version: number) => void;
};

function VersionChoice({ label, list, value, onChange }: ChoiceProps) {
	const versions = Array.from({ length: newestVersion(list) }, (_, index) => newestVersion(list) - index);
	const id = useId();
	return (
		<span className="version-choice">
			<label htmlFor={id}>{label}</label>
			<HTMLSelect
				id={id}
				value={value ?? ''}
				onChange={(event) => onChange(Number(event.currentTarget.value))}
			>
				{value === undefined && <option value="">…</option>}
				{versions.map((version) => (
					<option key={version} value={version}>
						{version}
						{version === list.active?.version ? ' (active)' : ''}
						{version === list.staged?.version ? ' (staged)' : ''}
					</option>
				))}
			</HTMLSelect>
		</span>
	);
}
