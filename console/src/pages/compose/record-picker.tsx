/** Records that go along: found by reference or number, picked one by one; the node cuts them before they leave. */
import { Button, InputGroup } from '@blueprintjs/core';
import { Add, Cross, Search } from '@blueprintjs/icons';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { SharedRecord } from '../../../../contract/exchange/message.ts';
import type { RecordKind } from '../../../../contract/records/record.ts';
import type { RecordSummary } from '../../../../contract/views.ts';
import { call } from '../../client/call.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatInstant } from '../../display/format.ts';
import { kindWords } from '../../display/words.ts';
import { SharedRecordTitle } from '../../exchanging/shared-record-view.tsx';
import { recordQuery } from '../../queries/record.ts';
import { fieldId } from './field.tsx';

const SEARCH_MS = 300;
const MOST_FOUND = 8;

type Props = {
	records: readonly string[];
	/** Records that came from another partner and go on. */
	shared: readonly SharedRecord[];
	/** Kinds that the agreement lets through. */
	allowed: readonly RecordKind[];
	onChange: (records: readonly string[]) => void;
	onShared: (shared: readonly SharedRecord[]) => void;
};

export function RecordPicker({ records, shared, allowed, onChange, onShared }: Props) {
	const [typed, setTyped] = useState('');
	const [search, setSearch] = useState('');
	useEffect(() => {
		const timer = setTimeout(() => setSearch(typed.trim()), SEARCH_MS);
		return () => clearTimeout(timer);
	}, [typed]);
	const found = useQuery({
		queryKey: ['records-to-share', search],
		queryFn: ({ signal }) => call('listRecords', { search, limit: 40 }, { signal }),
		enabled: search.length >= 2,
		staleTime: 30_000,
	});
	const picked = useQueries({ queries: records.map((id) => recordQuery(id)) });
	const offered = (found.data?.items ?? []).filter(({ id }) => !records.includes(id)).slice(0, MOST_FOUND);
	const pick = (record: RecordSummary) => {
		onChange([...records, record.id]);
		setTyped('');
		setSearch('');
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const [first] = offered;
		if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		if (first && allowed.includes(first.kind)) pick(first);
	};
	return (
		<div className="compose-records">
			<ul className="compose-picked">
				{shared.map((each, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two may have one reference, and they never move.
					<li key={at}>
						<span>
							<SharedRecordTitle shared={each} /> <span className="muted">as it came in</span>
						</span>
						<Button
							size="small"
							variant="minimal"
							icon={<Cross size={14} />}
							aria-label={`Leave ${each.reference} out`}
							onClick={() => onShared(shared.filter((_, index) => index !== at))}
						/>
					</li>
				))}
				{records.map((id, at) => {
					const summary = picked[at]?.data?.summary;
					const failure = picked[at]?.error;
					return (
						<li key={id}>
							<span>
								{summary ? (
									<>
										<span className="muted">{kindWords[summary.kind].one}</span>{' '}
										<strong>{summary.reference}</strong> <span className="muted">{summary.caption}</span>
										{!allowed.includes(summary.kind) && (
											<span className="compose-problem"> The agreement does not name its kind.</span>
										)}
									</>
								) : failure ? (
									<span className="compose-problem">{toCallError(failure).message}</span>
								) : (
									<span className="muted">Loading</span>
								)}
							</span>
							<Button
								size="small"
								variant="minimal"
								icon={<Cross size={14} />}
								aria-label={`Leave ${summary?.reference ?? 'it'} out`}
								onClick={() => onChange(records.filter((each) => each !== id))}
							/>
						</li>
					);
				})}
			</ul>
			<InputGroup
				id={fieldId('records')}
				size="small"
				type="search"
				leftIcon={<Search size={14} />}
				aria-label="Find records to send along"
				placeholder={
					allowed.length === 0
						? 'The agreement lets no records go along'
						: `Reference, container, number: ${allowed.map((kind) => kindWords[kind].many.toLowerCase()).join(', ')}`
				}
				disabled={allowed.length === 0}
				autoComplete="off"
				spellCheck={false}
				maxLength={200}
				value={typed}
				onValueChange={setTyped}
				onKeyDown={onKeyDown}
			/>
			{found.isError && <p className="compose-problem">{toCallError(found.error).message}</p>}
			{search.length >= 2 && found.isSuccess && offered.length === 0 && (
				<p className="muted compose-help">No other record has that.</p>
			)}
			{offered.length > 0 && typed.trim() !== '' && (
				<ul className="compose-found" aria-label="Records found">
					{offered.map((record) => (
						<li key={record.id}>
							<button type="button" disabled={!allowed.includes(record.kind)} onClick={() => pick(record)}>
								<Add size={12} />
								<span className="muted">{kindWords[record.kind].one}</span>
								<strong>{record.reference}</strong>
								<span className="muted compose-caption">
									{allowed.includes(record.kind) ? record.caption : 'not under this agreement'}
								</span>
								<time className="muted">{formatInstant(record.receivedAt)}</time>
							</button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
