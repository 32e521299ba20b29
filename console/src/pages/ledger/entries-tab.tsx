/** Entries of the ledger, newest first, by kind, day and subject; beside the list the one under the cursor with its proof. */
import { Tag } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type LedgerEntryView, ledgerKind } from '../../../../contract/operations-ledger.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { Empty, Pending } from '../../display/states.tsx';
import { eventText, ledgerKindWords, readEntry } from '../../exchanging/ledger-words.ts';
import { DayField } from '../../listing/day-field.tsx';
import { ChoiceFilter, ClearFilters } from '../../listing/filter-fields.tsx';
import { RefreshButton } from '../../listing/refresh-button.tsx';
import { SideBody } from '../../listing/side-body.tsx';
import { useRested } from '../../listing/use-rested.ts';
import { type EntriesFilter, entriesQuery } from '../../queries/ledger.ts';
import { useCommands } from '../../shell/commands.ts';
import { EntryDetail } from '../ledger-entry/entry-detail.tsx';
import { filterOf } from './filter-of.ts';
import type { LedgerSearch } from './search.ts';

const ROW_HEIGHT = 46;

type Props = { search: LedgerSearch; onChange: (change: Partial<LedgerSearch>) => void };

export function EntriesTab({ search, onChange }: Props) {
	const filter: EntriesFilter = filterOf(search);
	const { what, subject, from, until } = search;
	const list = useInfiniteQuery(entriesQuery(filter));
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const shown = search.entry ?? items[0]?.position;
	const isNarrowed = [what, subject, from, until].some((each) => each !== undefined);
	const narrow = (part: Partial<LedgerSearch>) => onChange({ ...part, entry: undefined });
	const refresh = () => void queryClient.resetQueries({ queryKey: entriesQuery(filter).queryKey });
	useCommands([
		{ label: 'Read the entries again', group: 'Ledger', icon: <Refresh />, shortcut: 'r', run: refresh },
	]);
	const lookedTo = list.data?.pages.at(-1)?.next ?? null;
	return (
		<>
			<search className="filter-bar">
				<h2 className="filter-title">Entries</h2>
				<ChoiceFilter
					label="Kind"
					value={what}
					options={ledgerKind.options.map((kind) => [kind, ledgerKindWords[kind]] as const)}
					onChange={(chosen) => narrow({ what: chosen })}
				/>
				<DayField label="From" value={from} onChange={(day) => narrow({ from: day })} />
				<DayField label="To" value={until} onChange={(day) => narrow({ until: day })} />
				{subject && (
					<Tag minimal size="large" onRemove={() => narrow({ subject: undefined })}>
						About {subject.slice(0, 12)}…
					</Tag>
				)}
				{isNarrowed && (
					<ClearFilters narrowing={{ what, subject, from, until, entry: undefined }} onChange={onChange} />
				)}
			</search>
			<div className="split">
				<section className="side" aria-label="Entries">
					<SideBody
						label="Entries"
						group="Ledger"
						list={list}
						empty={
							<Empty title={isNarrowed ? 'No entry matches' : 'Nothing was entered yet'}>
								{isNarrowed
									? 'Choose fewer filters, or other days.'
									: 'What this node does from now on is entered here.'}
							</Empty>
						}
						idOf={({ position }) => String(position)}
						rowHeight={ROW_HEIGHT}
						current={search.entry === undefined ? undefined : String(search.entry)}
						onCurrent={({ position }) => onChange({ entry: position })}
						onOpen={({ position }) =>
							void navigate({ to: '/ledger/$position', params: { position: String(position) } })
						}
						foot={
							<>
								{isNarrowed && lookedTo !== null && (
									<span role="status">looked through down to {formatCount(lookedTo)}</span>
								)}
								<RefreshButton onRefresh={refresh} />
							</>
						}
					>
						{(entry) => <EntryRow entry={entry} />}
					</SideBody>
				</section>
				<section className="side-detail" aria-label="Entry">
					{shown !== undefined && <ShownEntry position={shown} />}
				</section>
			</div>
		</>
	);
}

/** A proof signs what is not signed yet, so it is asked for where the cursor rests. */
function ShownEntry({ position }: { position: number }) {
	const rested = useRested(position);
	if (rested !== position) return <Pending rows={14} label="Loading the entry" />;
	return <EntryDetail key={position} position={position} level="h2" />;
}

function EntryRow({ entry: { position, at, what, entry } }: { entry: LedgerEntryView }) {
	const read = readEntry(entry);
	const kind = ledgerKind.safeParse(what);
	return (
		<span className="entry-row">
			<span className="number muted">{formatCount(position)}</span>
			<span className="entry-row-what">
				<span>
					{kind.success ? ledgerKindWords[kind.data] : what}{' '}
					<span className="muted">{eventText(read.event)}</span>
				</span>
				<span className="mono muted">{read.subject === read.event ? '–' : read.subject}</span>
			</span>
			<Instant at={at} seconds />
		</span>
	);
}
