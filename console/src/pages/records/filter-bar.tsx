/** The filter: every member is one parameter of the address. */
import { Button, HTMLSelect, InputGroup, Tag } from '@blueprintjs/core';
import { Cross, Search } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { recordKinds } from '../../../../contract/records/record.ts';
import { formatId, lane } from '../../../../contract/views.ts';
import { formatWords, kindWords, laneWords, severityWords } from '../../display/words.ts';
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
			{isNarrowed && (
				<Button
					size="small"
					variant="minimal"
					icon={<Cross size={14} />}
					onClick={() =>
						onChange(Object.fromEntries(Object.keys(narrowing).map((name) => [name, undefined])))
					}
				>
					Clear
				</Button>
			)}
		</search>
	);
}

type ChoiceProps<T extends string> = {
	label: string;
	value: T | undefined;
	options: readonly (readonly [T, string])[];
	onChange: (value: T | undefined) => void;
};

function ChoiceFilter<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
	return (
		<HTMLSelect
			className={value ? 'filter-choice filter-set' : 'filter-choice'}
			aria-label={label}
			value={value ?? ''}
			onChange={(event) => {
				const chosen = event.currentTarget.value;
				onChange(options.find(([option]) => option === chosen)?.[0]);
			}}
		>
			<option value="">{label}</option>
			{options.map(([option, words]) => (
				<option key={option} value={option}>
					{words}
				</option>
			))}
		</HTMLSelect>
	);
}

type TextProps = {
	label: string;
	placeholder: string;
	value: string | undefined;
	onCommit: (value: string | undefined) => void;
	className: string;
	suggestions?: readonly string[];
	inputRef?: RefObject<HTMLInputElement | null>;
	isSearch?: boolean;
};

/** A text that goes into the address on Enter, on leaving the field, or a moment after the last key. */
function TextFilter(props: TextProps) {
	const { label, placeholder, value, onCommit, className, suggestions, inputRef, isSearch = false } = props;
	const [draft, setDraft] = useState(value ?? '');
	const listId = useId();
	useEffect(() => setDraft(value ?? ''), [value]);
	const commit = () => {
		const text = draft.trim();
		if (text !== (value ?? '')) onCommit(text === '' ? undefined : text);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === 'Enter') {
			commit();
			event.currentTarget.blur();
		} else if (event.key === 'Escape') {
			setDraft(value ?? '');
			event.currentTarget.blur();
		}
	};
	return (
		<>
			<InputGroup
				size="small"
				className={value ? `${className} filter-set` : className}
				{...(isSearch ? { leftIcon: <Search size={14} />, type: 'search' } : {})}
				{...(inputRef ? { inputRef } : {})}
				aria-label={label}
				placeholder={placeholder}
				value={draft}
				onValueChange={setDraft}
				onKeyDown={onKeyDown}
				onBlur={commit}
				list={suggestions ? listId : undefined}
				autoComplete="off"
				spellCheck={false}
				maxLength={200}
			/>
			{suggestions && (
				<datalist id={listId}>
					{suggestions.map((suggestion) => (
						<option key={suggestion} value={suggestion} />
					))}
				</datalist>
			)}
		</>
	);
}
