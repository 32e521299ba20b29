import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Identity, Partner } from '../../../contract/views-exchange.ts';
import { type CallInput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

/** Who this node is: its card, its fingerprint, its keys. */
export const identityQuery = queryOptions({
	queryKey: ['identity'],
	queryFn: ({ signal }) => call('readIdentity', {}, { signal }),
	staleTime: 60_000,
});

/** Every partner: a node has dozens. What they do is not among the live events. */
export const partnersQuery = queryOptions({
	queryKey: ['partners'],
	queryFn: ({ signal }) => call('listPartners', {}, { signal }),
	staleTime: 15_000,
});

export type PartnerRow = Partner & { readonly id: string };

/** The same as rows of a list, in which they are in the order of their names. */
export const partnersPages =
	(_all: undefined): PageQuery<PartnerRow> =>
	(after) => ({
		queryKey: ['partners', 'list', after ?? ''],
		queryFn: async ({ signal }) => {
			const items = (await call('listPartners', {}, { signal })).map((each) => ({ ...each, id: each.name }));
			return { items, next: null, total: items.length, totalIsLowerBound: false };
		},
		...pageLifetime,
	});

/** Where the reader stood in the list of partners. */
export const partnersMemory = makeListMemory(partnersPages);

/** What an answer about a partner says is shown at once. */
function usePartnerChanged() {
	const queryClient = useQueryClient();
	return (partner: Partner) => {
		queryClient.setQueryData(partnersQuery.queryKey, (before) =>
			before === undefined
				? undefined
				: [...before.filter(({ name }) => name !== partner.name), partner].toSorted((one, other) =>
						one.name < other.name ? -1 : 1,
					),
		);
		void queryClient.invalidateQueries({ queryKey: partnersQuery.queryKey });
	};
}

export function useTrustPartner() {
	const changed = usePartnerChanged();
	return useMutation({
		mutationFn: (input: CallInput<'trustPartner'>) => call('trustPartner', input),
		onSuccess: changed,
	});
}

export function useDistrustPartner() {
	const changed = usePartnerChanged();
	return useMutation({
		mutationFn: (input: CallInput<'distrustPartner'>) => call('distrustPartner', input),
		onSuccess: changed,
	});
}

/** What a card says and whether it can be trusted, before anybody compares it. */
export const useCheckCard = () =>
	useMutation({ mutationFn: (input: CallInput<'checkCard'>) => call('checkCard', input) });

function useIdentityChanged() {
	const queryClient = useQueryClient();
	return (identity: Identity) => queryClient.setQueryData(identityQuery.queryKey, identity);
}

export function useRotateKeys() {
	const changed = useIdentityChanged();
	return useMutation({
		mutationFn: (input: CallInput<'rotateKeys'>) => call('rotateKeys', input),
		onSuccess: changed,
	});
}

export function useChangeCard() {
	const changed = useIdentityChanged();
	return useMutation({
		mutationFn: (input: CallInput<'changeCard'>) => call('changeCard', input),
		onSuccess: changed,
	});
}
