import { useRouter } from '@tanstack/react-router';

/** Lists whose rows have pages of their own. */
type ListPath =
	| '/agreements'
	| '/entities'
	| '/hits'
	| '/lists'
	| '/messages'
	| '/models'
	| '/partners'
	| '/records'
	| '/requests'
	| '/rules';

/** The way back from the page of one thing: to where the reader came from, or to its list where its address was opened. */
export function useBack(list: ListPath): () => void {
	const router = useRouter();
	return () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: list }));
}
