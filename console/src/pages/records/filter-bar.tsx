/** The filter: every member is one parameter of the address. */
import { Tag } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { recordKinds } from '../../../../contract/records/record.ts';
import { formatId, lane } from '../../../../contract/views.ts';
import { formatWords, kindWords, laneWords, severityWords } from '../../display/words.ts';
import { ChoiceFilter, ClearFilters, TextFilter } from '../../listing/filter-fields.tsx';
import { overviewQuery } from '../../queries/overview.ts';
import { useAbility } from '../../shell/session.ts';
import { ReceivedRange } from './received-range.tsx';
import type { RecordsSearch } from './search.ts';

type Props = {
	filter: RecordsSearch;
	onChange: (change: Partial<RecordsSearch>) => void;
	searchInput: RefObject<HTMLInputElement | null>;
};

export function FilterBar({ filter, onChange, searchInput }: Props) {
	const maySeeOverview = useAbility('overview.read');
	const { data: overview } = useQuery({ ...overviewQuery, enabled: maySeeOverview, refetchInterval: false });
	const { sort: _sort, ...narrowing } = filter;
	const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
	return (
		<search className="filter-bar">
			<h1 className="filter-title">Records</h1>
			<TextFilter
				label="Search by reference or identifier"
				placeholder="Reference, container, flight, passport …  ( / )"
				value={filter.search}
				onCommit={(search) => onChange({ search })}
				inputRef={searchInput}
				className="filter-search"
				isSearch
			/>
			<ChoiceFilter
				label="Kind"
				value={filter.kind}
				options={recordKinds.map((kind) => [kind, kindWords[kind].many] as const)}
				onChange={(kind) => onChange({ kind })}
			/>
			<ChoiceFilter
				label="Lane"
				value={filter.lane}
				options={lane.options.map((each) => [each, laneWords[each].name] as const)}
				onChange={(each) => onChange({ lane: each })}
			/>
			<ChoiceFilter
				label="Severity"
				value={filter.worst}
				options={(['error', 'warning', 'info'] as const).map(
					(each) => [each, severityWords[each].many] as const,
				)}
				onChange={(worst) => onChange({ worst })}
			/>
			<ChoiceFilter
				label="Format"
				value={filter.format}
				options={formatId.options.map((format) => [format, formatWords[format]] as const)}
				onChange={(format) => onChange({ format })}
			/>
			<TextFilter
				label="Office"
				placeholder="Office"
				value={filter.office}
				suggestions={overview?.byOffice.map((row) => row.office) ?? []}
				onCommit={(office) => onChange({ office })}
				className="filter-office"
			/>
			<TextFilter
				label="Finding code"
				placeholder="Finding code"
				value={filter.finding}
				suggestions={overview?.topFindings.map((row) => row.code) ?? []}
				onCommit={(finding) => onChange({ finding })}
				className="filter-finding"
			/>
			<ReceivedRange from={filter.receivedFrom} until={filter.receivedUntil} onChange={onChange} />
			{filter.carrier && (
				<Tag minimal size="large" onRemove={() => onChange({ carrier: undefined })}>
					Carrier {filter.carrier}
				</Tag>
			)}
			{filter.submission && (
				<Tag minimal size="large" onRemove={() => onChange({ submission: undefined })}>
					Submission {filter.submission.slice(0, 8)}…
				</Tag>
			)}
			{isNarrowed && <ClearFilters narrowing={narrowing} onChange={onChange} />}
		</search>
	);
}
