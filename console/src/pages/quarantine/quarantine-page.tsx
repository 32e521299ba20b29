/** Quarantine: what could not be read, why, and what to do about it. */
import { Button, Callout, HTMLSelect, SegmentedControl } from '@blueprintjs/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Quarantined } from '../../../../contract/views.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatBytes, formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { formatWords } from '../../display/words.ts';
import { quarantineQuery, useRetryQuarantine } from '../../queries/quarantine.ts';
import { useCommands } from '../../shell/commands.ts';
import { QuarantineDetail, RetryResult } from './quarantine-detail.tsx';
import './quarantine.css';

const route = getRouteApi('/shell/quarantine');

const states = [
	{ value: 'open', label: 'Waiting' },
	{ value: 'read', label: 'Read since' },
	{ value: 'discarded', label: 'Discarded' },
] as const;

const emptyWords = {
	open: { title: 'Nothing waits here', text: 'Everything that came in could be read.' },
	read: { title: 'Nothing was read later', text: 'What is retried with success is listed here.' },
	discarded: {
		title: 'Nothing was discarded',
		text: 'What will not be read is listed here, with the reason.',
	},
} as const;

export function QuarantinePage() {
	usePageTitle('Quarantine');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const state = search.state ?? 'open';
	const list = useInfiniteQuery(quarantineQuery({ state, code: search.code }));
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const total = list.data?.pages[0];
	// Reading again may put a submission back under a new identifier: its result stays with the submission.
	const retry = useRetryQuarantine();
	const here = items.findIndex((item) => item.id === search.item);
	const at = here >= 0 ? here : items.findIndex((item) => item.submission === retry.data?.submission);
	const current = items[at] ?? items[0];
	const codes = [...new Set(items.map((item) => item.code))].sort();

	const show = (item: Quarantined | undefined) => {
		if (!item) return;
		retry.reset();
		void navigate({ search: { ...search, item: item.id }, replace: true });
	};
	useCommands([
		{
			label: 'Next item',
			group: 'Quarantine',
			shortcut: 'j',
			keyboardOnly: true,
			run: () => show(items[Math.max(0, at) + 1]),
		},
		{
			label: 'Item before',
			group: 'Quarantine',
			shortcut: 'k',
			keyboardOnly: true,
			run: () => show(items[Math.max(0, at) - 1]),
		},
	]);

	return (
		<div className="quarantine">
			<section className="quarantine-list" aria-label="Quarantined submissions">
				<div className="quarantine-head">
					<h1>Quarantine</h1>
					<SegmentedControl
						size="small"
						aria-label="State"
						options={[...states]}
						value={state}
						onValueChange={(value) => {
							const chosen = value === 'read' || value === 'discarded' ? value : undefined;
							void navigate({ search: { state: chosen, code: undefined, item: undefined } });
						}}
					/>
					<span className="spring" />
					<HTMLSelect
						aria-label="Reason code"
						value={search.code ?? ''}
						onChange={(event) =>
							void navigate({
								search: { ...search, code: event.currentTarget.value || undefined, item: undefined },
							})
						}
					>
						<option value="">Any reason</option>
						{search.code && !codes.includes(search.code) && (
							<option value={search.code}>{search.code}</option>
						)}
						{codes.map((code) => (
							<option key={code} value={code}>
								{code}
							</option>
						))}
					</HTMLSelect>
				</div>
				{list.isPending && <Pending rows={14} label="Loading the quarantine" />}
				{list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
				{list.isSuccess && items.length === 0 && (
					<Empty title={emptyWords[state].title}>{emptyWords[state].text}</Empty>
				)}
				{items.length > 0 && (
					<ul className="quarantine-items">
						{items.map((item) => (
							<Item key={item.id} item={item} isCurrent={item === current} onShow={() => show(item)} />
						))}
					</ul>
				)}
				<div className="quarantine-foot muted number">
					{total && total.total !== null && items.length > 0 && (
						<span>
							{formatCount(items.length)} of {total.totalIsLowerBound ? 'more than ' : ''}
							{formatCount(total.total)}
						</span>
					)}
					{list.hasNextPage && (
						<Button
							size="small"
							variant="minimal"
							loading={list.isFetchingNextPage}
							onClick={() => void list.fetchNextPage()}
						>
							Show more
						</Button>
					)}
				</div>
			</section>
			{(current || retry.isSuccess) && (
				<section className="quarantine-detail" aria-label="Quarantined submission">
					{retry.isError && (
						<Callout compact intent="danger" role="alert">
							{toCallError(retry.error).message} {toCallError(retry.error).remedy}
						</Callout>
					)}
					{retry.isSuccess && <RetryResult result={retry.data} />}
					{current && (
						<QuarantineDetail
							key={current.submission}
							item={current}
							isRetrying={retry.isPending}
							onRetry={() => retry.mutate({ id: current.id })}
						/>
					)}
				</section>
			)}
		</div>
	);
}

function Item({ item, isCurrent, onShow }: { item: Quarantined; isCurrent: boolean; onShow: () => void }) {
	const element = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
	}, [isCurrent]);
	return (
		<li>
			<button
				ref={element}
				type="button"
				className={isCurrent ? 'quarantine-item current' : 'quarantine-item'}
				aria-current={isCurrent}
				onClick={onShow}
			>
				<span className="quarantine-name">{item.name ?? `${item.submission.slice(0, 12)}…`}</span>
				<Instant at={item.receivedAt} />
				<span className="quarantine-reason">{item.reason}</span>
				<span className="quarantine-meta muted">
					{formatWords[item.format]} · {item.source} · {formatBytes(item.bytes)}
				</span>
			</button>
		</li>
	);
}
