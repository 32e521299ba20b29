/** A list beside what it shows, or what is said in its place: that it comes, that it failed, that there is nothing. */
import type { ReactNode } from 'react';
import { Failure, Pending } from '../display/states.tsx';
import { SideList, type SideListProps } from './side-list.tsx';

type Props<T> = Omit<SideListProps<T>, 'list'> & {
	list: SideListProps<T>['list'] & {
		isPending: boolean;
		isError: boolean;
		error: unknown;
		refetch: () => unknown;
	};
	/** What is said where there are no rows. */
	empty: ReactNode;
	/** Said while the first rows come. */
	loading?: string;
	/** Rows that are drawn meanwhile. */
	pendingRows?: number;
};

export function SideBody<T>(props: Props<T>) {
	const { list, empty, loading = `Loading ${props.label.toLowerCase()}`, pendingRows = 14, ...rest } = props;
	const hasRows = list.data?.pages.some((page) => page.items.length > 0) === true;
	if (list.isPending) return <Pending rows={pendingRows} label={loading} />;
	if (list.isError && !hasRows) return <Failure error={list.error} retry={() => void list.refetch()} />;
	// A page may be without rows and yet not be the last: then the list reads on.
	return hasRows || list.hasNextPage ? <SideList list={list} {...rest} /> : empty;
}
