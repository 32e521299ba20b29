import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestDetail, RequestSummary } from '../../../contract/views-subjects.ts';
import { type CallInput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { PAGE_ROWS, type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

export type RequestsFilter = Omit<CallInput<'listRequests'>, 'after' | 'limit'>;

/** Pages of the register by keyset. */
export const requestsPages =
	(filter: RequestsFilter): PageQuery<RequestSummary> =>
	(after) => ({
		queryKey: ['requests', filter, after ?? ''],
		queryFn: ({ signal }) => call('listRequests', { ...filter, after, limit: PAGE_ROWS }, { signal }),
		...pageLifetime,
	});

/** Where the reader stood in the register. */
export const requestsMemory = makeListMemory(requestsPages);

/** One request. It names a person: none is read ahead of the reader. */
export const requestQuery = (id: string) =>
	queryOptions({
		queryKey: ['request', id],
		queryFn: ({ signal }) => call('readRequest', { id }, { signal }),
		staleTime: 15_000,
	});

/** What was found for a request. Each search is part of its history, so it is kept until somebody searches again. */
export const foundQuery = (id: string) =>
	queryOptions({
		queryKey: ['request-found', id],
		queryFn: ({ signal }) => call('findSubject', { id }, { signal }),
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 5 * 60_000,
	});

/** What a step answers with is shown at once; the register is read again when it is next shown. */
function useChanged() {
	const queryClient = useQueryClient();
	return (detail: RequestDetail) => {
		queryClient.setQueryData(requestQuery(detail.summary.id).queryKey, detail);
		void queryClient.invalidateQueries({ queryKey: ['requests'], refetchType: 'none' });
	};
}

export function useOpenRequest() {
	const changed = useChanged();
	return useMutation({
		mutationFn: (input: CallInput<'openRequest'>) => call('openRequest', input),
		onSuccess: changed,
	});
}

export function useIdentify() {
	const changed = useChanged();
	return useMutation({
		mutationFn: (input: CallInput<'identifyRequester'>) => call('identifyRequester', input),
		onSuccess: changed,
	});
}

export function useExtend() {
	const changed = useChanged();
	return useMutation({
		mutationFn: (input: CallInput<'extendRequest'>) => call('extendRequest', input),
		onSuccess: changed,
	});
}

/** A word on one find. It stays where it stands in what was found, with the verdict beside it. */
export function usePick() {
	const changed = useChanged();
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (input: CallInput<'pickSubject'>) => call('pickSubject', input),
		onSuccess: (detail, { id, mentions = [], records = [], verdict }) => {
			changed(detail);
			queryClient.setQueryData(
				foundQuery(id).queryKey,
				(found) =>
					found && {
						...found,
						mentions: found.mentions.map((each) =>
							mentions.includes(each.mention) ? { ...each, verdict } : each,
						),
						records: found.records.map((each) =>
							records.includes(each.record.id) ? { ...each, verdict } : each,
						),
					},
			);
		},
	});
}

export function useDecide() {
	const changed = useChanged();
	return useMutation({
		mutationFn: (input: CallInput<'decideRequest'>) => call('decideRequest', input),
		onSuccess: changed,
	});
}

export function useClose() {
	const changed = useChanged();
	return useMutation({
		mutationFn: (input: CallInput<'closeRequest'>) => call('closeRequest', input),
		onSuccess: changed,
	});
}

/** After something was done to a record, the request and its history are read again. */
function useActed() {
	const queryClient = useQueryClient();
	return (id: string) => {
		void queryClient.invalidateQueries({ queryKey: requestQuery(id).queryKey });
		void queryClient.invalidateQueries({ queryKey: foundQuery(id).queryKey, refetchType: 'none' });
		void queryClient.invalidateQueries({ queryKey: ['recipients', id] });
	};
}

export function useRestrict() {
	const acted = useActed();
	return useMutation({
		mutationFn: ({ lift, ...input }: CallInput<'restrictRecord'> & { lift: boolean }) =>
			call(lift ? 'liftRestriction' : 'restrictRecord', input),
		onSettled: (_done, _error, { id }) => acted(id),
	});
}

export function useCorrect() {
	const acted = useActed();
	return useMutation({
		mutationFn: (input: CallInput<'correctRecord'>) => call('correctRecord', input),
		onSettled: (_done, _error, { id }) => acted(id),
	});
}

export function useErase() {
	const acted = useActed();
	return useMutation({
		mutationFn: (input: CallInput<'eraseSubject'>) => call('eraseSubject', input),
		onSettled: (_done, _error, { id }) => acted(id),
	});
}

/** To whom a record was sent. */
export const recipientsQuery = (id: string, record: string) =>
	queryOptions({
		queryKey: ['recipients', id, record],
		queryFn: ({ signal }) => call('listRecipients', { id, record }, { signal }),
		staleTime: 15_000,
	});

export function useTell() {
	const acted = useActed();
	return useMutation({
		mutationFn: (input: CallInput<'tellRecipients'>) => call('tellRecipients', input),
		onSettled: (_done, _error, { id }) => acted(id),
	});
}
