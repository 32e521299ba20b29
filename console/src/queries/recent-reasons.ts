import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

const MOST_REASONS = 6;

/**
 * Reasons that this reader gave for judgements while the page is open, the newest first. A reason may speak of a person, so
 * it is kept in the memory of the session only: signing out forgets it, as it forgets all that was loaded.
 */
const recentReasonsQuery = queryOptions({
	queryKey: ['recent-reasons'],
	queryFn: (): readonly string[] => [],
	staleTime: Number.POSITIVE_INFINITY,
	gcTime: Number.POSITIVE_INFINITY,
});

export const useRecentReasons = (): readonly string[] => useQuery(recentReasonsQuery).data ?? [];

export function useRememberReason(): (reason: string) => void {
	const queryClient = useQueryClient();
	return (reason) => {
		queryClient.setQueryData(recentReasonsQuery.queryKey, (before = []) =>
			[reason, ...before.filter((known) => known !== reason)].slice(0, MOST_REASONS),
		);
	};
}
