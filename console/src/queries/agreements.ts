import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgreementDetail, AgreementSummary } from '../../../contract/views-exchange.ts';
import { type CallInput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { PAGE_ROWS, type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

export type AgreementsFilter = Omit<CallInput<'listAgreements'>, 'after' | 'limit'>;

/** A version of an agreement as a row: one that holds and one that waits may stand in one list. */
export type AgreementRow = { readonly id: string; readonly agreement: AgreementSummary };

const rowOf = (agreement: AgreementSummary): AgreementRow => ({
	id: `${agreement.id}/${agreement.version}`,
	agreement,
});

export const agreementsPages =
	(filter: AgreementsFilter): PageQuery<AgreementRow> =>
	(after) => ({
		queryKey: ['agreements', filter, after ?? ''],
		queryFn: async ({ signal }) => {
			const { items, ...page } = await call(
				'listAgreements',
				{ ...filter, after, limit: PAGE_ROWS },
				{ signal },
			);
			return { ...page, items: items.map(rowOf) };
		},
		...pageLifetime,
	});

/** Where the reader stood in the last list of agreements. */
export const agreementsMemory = makeListMemory(agreementsPages);

/** The first agreements with one partner. */
export const agreementsWithQuery = (partner: string) =>
	queryOptions({
		queryKey: ['agreements', 'with', partner],
		queryFn: ({ signal }) => call('listAgreements', { partner, limit: 50 }, { signal }),
		staleTime: 15_000,
	});

export const templatesQuery = queryOptions({
	queryKey: ['agreement-templates'],
	queryFn: ({ signal }) => call('listAgreementTemplates', {}, { signal }),
	staleTime: 10 * 60_000,
});

/** How often it is asked whether the partner has signed: agreements are not among the live events. */
const POLL_MS = 5_000;

/** One agreement; its newest version where none is named. */
export const agreementQuery = (id: string, version?: number) =>
	queryOptions({
		queryKey: ['agreement', id, version ?? 0],
		queryFn: ({ signal }) => call('readAgreement', { id, version }, { signal }),
		staleTime: 15_000,
		refetchInterval: ({ state }) => (state.data?.summary.waitsFor === 'them' ? POLL_MS : false),
	});

/** What a change answers with is shown at once, so that the next key counts; the rest is read again later. */
function useAgreementChanged() {
	const queryClient = useQueryClient();
	return (detail: AgreementDetail) => {
		const { id, version } = detail.summary;
		void queryClient.cancelQueries({ queryKey: ['agreement', id] });
		queryClient.setQueryData(agreementQuery(id, version).queryKey, detail);
		queryClient.setQueryData(agreementQuery(id).queryKey, (before) =>
			before === undefined || before.summary.version <= version ? detail : before,
		);
		void queryClient.invalidateQueries({ queryKey: ['agreement', id] });
		void queryClient.invalidateQueries({ queryKey: ['agreement-terms', id] });
		queryClient.removeQueries({ queryKey: ['agreements'], type: 'inactive' });
		void queryClient.invalidateQueries({ queryKey: ['partners'] });
	};
}

export function useSaveAgreement() {
	const changed = useAgreementChanged();
	return useMutation({
		mutationFn: (input: CallInput<'saveAgreement'>) => call('saveAgreement', input),
		onSuccess: changed,
	});
}

export function useMoveAgreement() {
	const changed = useAgreementChanged();
	return useMutation({
		mutationFn: (input: CallInput<'moveAgreement'>) => call('moveAgreement', input),
		onSuccess: changed,
	});
}
