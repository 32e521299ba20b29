/**
 * Messages: what came in and what was sent, and beside it the message under the cursor. One that nobody has opened stays
 * closed until it is asked for, because opening it is told to its sender.
 */
import { Button } from '@blueprintjs/core';
import { Edit, Envelope, Refresh } from '@blueprintjs/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MessageSummary } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { ClockMark, HandlingMark } from '../../exchanging/message-marks.tsx';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { RefreshButton } from '../../listing/refresh-button.tsx';
import { SideBody } from '../../listing/side-body.tsx';
import { useRested } from '../../listing/use-rested.ts';
import {
	type MessagesFilter,
	messageCountQuery,
	messageQuery,
	messagesQuery,
	useNoteMessage,
} from '../../queries/messages.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { MessageView } from '../message/message-view.tsx';
import { MessageFilters } from './message-filters.tsx';
import { MessageRow } from './message-row.tsx';
import type { MessagesSearch } from './search.ts';
import './messages.css';

const route = getRouteApi('/shell/messages');

const ROW_HEIGHT = 50;

/** What is due is listed by when it is due; what the exchange itself says only where it is asked for. */
function filterOf({ message: _message, state, ...rest }: MessagesSearch): MessagesFilter {
	const isByDue = state === 'to-answer' || state === 'awaited' || state === 'overdue';
	return {
		...rest,
		...(state === undefined ? {} : { state }),
		...(isByDue ? { sort: 'due' as const } : {}),
		...(rest.kind === 'control' ? {} : { without: 'control' as const }),
	};
}

export function MessagesPage() {
	usePageTitle('Messages');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const maySend = useAbility('message.send');
	const filter = filterOf(search);
	const list = useInfiniteQuery(messagesQuery(filter));
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const shown = items.find(({ id }) => id === search.message) ?? (search.message ? undefined : items[0]);
	const shownId = search.message ?? shown?.id;
	const newest = useQuery({ ...messageCountQuery(filter), enabled: list.isSuccess }).data;
	const listed = list.data?.pages[0];
	const hasNews =
		newest !== undefined &&
		listed !== undefined &&
		newest.first !== undefined &&
		!items.some(({ id }) => id === newest.first);

	const show = (message: MessageSummary) =>
		void navigate({ search: { ...search, message: message.id }, replace: true, resetScroll: false });
	const refresh = () => {
		void queryClient.resetQueries({ queryKey: messagesQuery(filter).queryKey });
		void queryClient.invalidateQueries({ queryKey: ['messages', 'count'] });
	};
	const write = () => void navigate({ to: '/messages/new' });
	useCommands([
		{ label: 'Read the messages again', group: 'Messages', icon: <Refresh />, shortcut: 'R', run: refresh },
		{
			label: 'Write a message',
			group: 'Messages',
			icon: <Edit />,
			shortcut: 'n',
			when: () => maySend,
			run: write,
		},
	]);

	return (
		<div className="page-fill">
			<MessageFilters
				search={search}
				onWrite={write}
				onChange={(change) => void navigate({ search: { ...search, ...change, message: undefined } })}
			/>
			<div className="split messages">
				<section className="side" aria-label="Messages">
					<SideBody
						label="Messages"
						group="Messages"
						list={list}
						empty={<NoMessages search={search} />}
						idOf={(message) => message.id}
						rowHeight={ROW_HEIGHT}
						current={search.message}
						onCurrent={show}
						onOpen={(message) => void navigate({ to: '/messages/$id', params: { id: message.id } })}
						foot={
							<RefreshButton
								onRefresh={refresh}
								title="Read the list again (R)"
								news={hasNews ? 'New messages' : undefined}
							/>
						}
					>
						{(message) => <MessageRow message={message} />}
					</SideBody>
				</section>
				<section className="side-detail" aria-label="Message">
					{shownId && <ShownMessage key={shownId} id={shownId} row={shown} />}
				</section>
			</div>
		</div>
	);
}

function ShownMessage({ id, row }: { id: string; row: MessageSummary | undefined }) {
	const rested = useRested(id);
	const queryClient = useQueryClient();
	const isKnown = queryClient.getQueryData(messageQuery(id).queryKey) !== undefined;
	const [isOpening, setOpening] = useState(false);
	const isClosed =
		row !== undefined && row.box === 'in' && row.state === 'received' && row.kind !== 'control' && !isKnown;
	const mayRead = useAbility('message.read');
	const isAsked = rested === id && mayRead && (isOpening || (!isClosed && row !== undefined) || isKnown);
	const message = useQuery({ ...messageQuery(id), enabled: isAsked });
	const note = useNoteMessage();
	const summary = message.data?.summary;
	useEffect(() => {
		if (summary) note(summary);
	}, [summary, note]);
	useCommands([
		{
			label: 'Open the message, and tell its sender',
			group: 'Message',
			icon: <Envelope />,
			shortcut: 'o',
			when: () => isClosed && !isOpening,
			run: () => setOpening(true),
		},
	]);
	if (isClosed && !isOpening && !message.data)
		return <ClosedMessage row={row} onOpen={() => setOpening(true)} />;
	if (message.isError)
		return (
			<Failure
				error={message.error}
				retry={() => void message.refetch()}
				{...(toCallError(message.error).code === 'not-found' ? { title: 'There is no such message' } : {})}
			/>
		);
	if (!message.data)
		return row === undefined ? (
			<Empty
				title="It is not among those that are listed"
				action={
					<Link to="/messages/$id" params={{ id }}>
						Open it on its own page
					</Link>
				}
			/>
		) : (
			<Pending rows={18} label="Loading the message" />
		);
	return <MessageView detail={message.data} />;
}

/** Before it is opened: what the envelope says. */
function ClosedMessage({ row, onOpen }: { row: MessageSummary; onOpen: () => void }) {
	return (
		<div className="closed-message">
			<h2>{row.caption}</h2>
			<p className="muted">
				from <PartnerName name={row.partner} /> <HandlingMark code={row.handling} />{' '}
				<ClockMark message={row} />
			</p>
			<p>Nobody here has opened it. Its sender gets a signed receipt that it was read as soon as you do.</p>
			<Button intent="primary" icon={<Envelope size={14} />} onClick={onOpen}>
				Open <Shortcut shortcut="o" />
			</Button>
		</div>
	);
}

function NoMessages({ search }: { search: MessagesSearch }) {
	const { state, message: _message, ...narrowing } = search;
	if (Object.values(narrowing).some((value) => value !== undefined))
		return <Empty title="No message matches">Choose fewer filters.</Empty>;
	switch (state) {
		case undefined:
			return (
				<Empty title="There are no messages yet">
					Write one (n): it needs an agreement that both sides have signed, and what it does not allow is cut
					before it leaves.
				</Empty>
			);
		case 'to-answer':
			return (
				<Empty title="Nobody waits for an answer">Queries and requests of partners are listed here.</Empty>
			);
		case 'unread':
			return <Empty title="All is opened">What comes in next is listed here.</Empty>;
		case 'awaited':
			return <Empty title="No answer is awaited">Queries and requests of this node are listed here.</Empty>;
		case 'overdue':
			return <Empty title="Nothing is overdue">Both sides see the same clocks.</Empty>;
		case 'waiting':
			return <Empty title="All is delivered">What a partner has not signed for yet is listed here.</Empty>;
		default:
			return <Empty title="There are none">Messages in this state are listed here.</Empty>;
	}
}
