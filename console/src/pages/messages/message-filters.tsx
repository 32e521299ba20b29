/** Above the messages: what waits for whom, with counts, and what narrows the list further. */
import { Button, SegmentedControl, Tag } from '@blueprintjs/core';
import { Edit } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { messageKinds } from '../../../../contract/exchange/message.ts';
import { formatCount } from '../../display/format.ts';
import { messageKindWords } from '../../exchanging/message-words.ts';
import { ChoiceFilter, ClearFilters } from '../../listing/filter-fields.tsx';
import { messageCountQuery } from '../../queries/messages.ts';
import { partnersQuery } from '../../queries/partners.ts';
import { useAbility } from '../../shell/session.ts';
import type { MessagesSearch } from './search.ts';

const states = [
	{ value: 'any', label: 'All', isCounted: false },
	{ value: 'to-answer', label: 'To answer', isCounted: true },
	{ value: 'unread', label: 'Not opened', isCounted: true },
	{ value: 'awaited', label: 'Awaited', isCounted: true },
	{ value: 'overdue', label: 'Overdue', isCounted: true },
	{ value: 'waiting', label: 'Undelivered', isCounted: true },
	{ value: 'refused', label: 'Refused', isCounted: false },
] as const;

const boxes = [
	['in', 'Came in'],
	['out', 'Sent'],
] as const;

type Props = {
	search: MessagesSearch;
	onChange: (change: Partial<MessagesSearch>) => void;
	onWrite: () => void;
};

export function MessageFilters({ search, onChange, onWrite }: Props) {
	const maySend = useAbility('message.send');
	const mayReadPartners = useAbility('partner.read');
	const partners = useQuery({ ...partnersQuery, enabled: mayReadPartners }).data ?? [];
	const counts = useCounts();
	const { state: _state, message: _message, ...narrowing } = search;
	const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
	return (
		<search className="filter-bar messages-filters">
			<h1 className="filter-title">Messages</h1>
			<SegmentedControl
				size="small"
				aria-label="What waits"
				options={states.map(({ value, label, isCounted }) => {
					const count = isCounted ? counts[value] : undefined;
					return {
						value,
						label: count === undefined || count === 0 ? label : `${label} ${formatCount(count)}`,
					};
				})}
				value={search.state ?? 'any'}
				onValueChange={(value) => {
					const chosen = states.find((each) => each.value === value)?.value;
					onChange({ state: chosen === 'any' ? undefined : chosen });
				}}
			/>
			<ChoiceFilter
				label="Direction"
				value={search.box}
				options={boxes}
				onChange={(box) => onChange({ box })}
			/>
			<ChoiceFilter
				label="Partner"
				value={search.partner}
				options={[
					...new Set([...partners.map(({ name }) => name), ...(search.partner ? [search.partner] : [])]),
				].map((name) => [name, partners.find((each) => each.name === name)?.title ?? name] as const)}
				onChange={(partner) => onChange({ partner })}
			/>
			<ChoiceFilter
				label="Kind"
				value={search.kind}
				options={messageKinds.map((kind) => [kind, messageKindWords[kind].name] as const)}
				onChange={(kind) => onChange({ kind })}
			/>
			{search.agreement && (
				<Tag minimal size="large" onRemove={() => onChange({ agreement: undefined })}>
					Under {search.agreement}
				</Tag>
			)}
			{isNarrowed && <ClearFilters narrowing={narrowing} onChange={onChange} />}
			<span className="spring" />
			{maySend && (
				<Button size="small" intent="primary" icon={<Edit size={14} />} onClick={onWrite} title="n">
					Write
				</Button>
			)}
		</search>
	);
}

/** How many wait, whatever else narrows the list. */
function useCounts(): Partial<Record<(typeof states)[number]['value'], number>> {
	const count = (state: 'to-answer' | 'unread' | 'awaited' | 'overdue' | 'waiting') => ({
		...messageCountQuery({ state, without: 'control' }),
	});
	return {
		'to-answer': useQuery(count('to-answer')).data?.total,
		unread: useQuery(count('unread')).data?.total,
		awaited: useQuery(count('awaited')).data?.total,
		overdue: useQuery(count('overdue')).data?.total,
		waiting: useQuery(count('waiting')).data?.total,
	} as Partial<Record<(typeof states)[number]['value'], number>>;
}
