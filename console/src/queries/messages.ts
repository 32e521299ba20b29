import {
	type InfiniteData,
	infiniteQueryOptions,
	keepPreviousData,
	queryOptions,
	useMutation,
	useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AgreementSummary, MessageSummary } from '../../../contract/views-exchange.ts';
import { type CallInput, type CallOutput, call, type Upload } from '../client/call.ts';

export type MessagesFilter = Omit<CallInput<'listMessages'>, 'after' | 'limit'>;

/** How often it is asked whether something came: messages are not among the live events. */
const POLL_MS = 20_000;

/** Messages, page after page. They must not move under the reader: the list is read again when the reader asks for it. */
export const messagesQuery = (filter: MessagesFilter) =>
	infiniteQueryOptions({
		queryKey: ['messages', 'list', filter],
		queryFn: ({ pageParam, signal }) =>
			call('listMessages', { ...filter, after: pageParam, limit: 200 }, { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});

/** How many there are, and the first of them: for counts beside the filters, and to tell that something new came. */
export const messageCountQuery = (filter: MessagesFilter) =>
	queryOptions({
		queryKey: ['messages', 'count', filter],
		queryFn: async ({ signal }) => {
			const { items, total } = await call('listMessages', { ...filter, limit: 1 }, { signal });
			return { total: total ?? 0, first: items[0]?.id };
		},
		staleTime: 5_000,
		refetchInterval: POLL_MS,
	});

/**
 * One message in full. Reading one that came in tells its sender that it was opened, and is logged: none is read ahead of
 * the reader. Ours are read again while the partner may still sign for them.
 */
export const messageQuery = (id: string) =>
	queryOptions({
		queryKey: ['message', id],
		queryFn: ({ signal }) => call('readMessage', { id }, { signal }),
		staleTime: 10_000,
		refetchInterval: ({ state }) => (state.data?.summary.state === 'waiting' ? 3_000 : false),
	});

/** What would leave, while it is being written. */
export const previewQuery = (draft: CallInput<'previewMessage'> | undefined) =>
	queryOptions({
		queryKey: ['message-preview', draft],
		queryFn: ({ signal }) => {
			if (draft === undefined) throw new Error('asked without a draft');
			return call('previewMessage', draft, { signal });
		},
		enabled: draft !== undefined,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 30_000,
		retry: false,
		placeholderData: keepPreviousData,
	});

/** Sends, and knows what was sent at once. Lists that are opened later are read again. */
export function useSendMessage() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (draft: CallInput<'sendMessage'>) => call('sendMessage', draft),
		onSuccess: (sent) => {
			queryClient.setQueryData(messageQuery(sent.summary.id).queryKey, sent);
			void queryClient.invalidateQueries({ queryKey: ['messages'] });
			// What it answers or is about has another state now.
			for (const { id } of sent.thread)
				if (id !== sent.summary.id)
					void queryClient.invalidateQueries({ queryKey: messageQuery(id).queryKey });
		},
	});
}

export function useUploadAttachment() {
	return useMutation({
		mutationFn: ({ file, name }: { file: Upload; name: string }) =>
			call(
				'uploadAttachment',
				{ name, ...(file instanceof Blob && file.type !== '' ? { mediaType: file.type } : {}) },
				{ upload: file },
			),
	});
}

/** Agreements under which something can be sent now, each in the version that holds today. */
export const agreementsInForceQuery = queryOptions({
	queryKey: ['agreements', 'in-force'],
	queryFn: async ({ signal }) => {
		const { items } = await call('listAgreements', { state: 'signed', limit: 500 }, { signal });
		const today = new Date().toISOString().slice(0, 10);
		const byId = new Map<string, AgreementSummary>();
		for (const each of items.toSorted((one, other) => one.version - other.version))
			if (each.startsOn <= today && today <= each.endsOn) byId.set(each.id, each);
		return [...byId.values()];
	},
	staleTime: 60_000,
});

type Pages = InfiniteData<CallOutput<'listMessages'>>;

/** A message that was read has its newest state in the lists that are shown, where it stands; nothing moves. */
export function useNoteMessage() {
	const queryClient = useQueryClient();
	return useCallback(
		(summary: MessageSummary) => {
			const isStale = (row: MessageSummary) => row.id === summary.id && row.state !== summary.state;
			let isChanged = false;
			queryClient.setQueriesData<Pages>({ queryKey: ['messages', 'list'] }, (list) => {
				if (!list?.pages.some(({ items }) => items.some(isStale))) return list;
				isChanged = true;
				return {
					...list,
					pages: list.pages.map((page) => ({
						...page,
						items: page.items.map((row) => (isStale(row) ? summary : row)),
					})),
				};
			});
			if (isChanged) void queryClient.invalidateQueries({ queryKey: ['messages', 'count'] });
		},
		[queryClient],
	);
}
