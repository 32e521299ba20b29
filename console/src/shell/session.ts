import { useSuspenseQuery } from '@tanstack/react-query';
import type { Action } from '../../../contract/operations.ts';
import { sessionQuery } from '../queries/session.ts';

/** The session of every page behind the sign-in; the route has loaded it. */
export const useSession = () => useSuspenseQuery(sessionQuery).data;

/** Whether the reader may do something. The server decides again on every call; this only hides what would fail. */
export function useAbility(action: Action): boolean {
	return useSession().abilities.includes(action);
}

/** Whether a purpose is stated, and has not ended. */
export function useHasPurpose(): boolean {
	const { purpose } = useSession();
	return purpose !== null && Date.parse(purpose.until) > Date.now();
}
