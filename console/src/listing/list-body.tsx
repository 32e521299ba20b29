/** The rows of a list, or what is said in their place: that they come, that they failed, that there are none. */
import type { ReactNode } from 'react';
import { Failure, Pending } from '../display/states.tsx';
import { ListGrid, type ListGridProps } from './list-grid.tsx';
import type { List } from './use-list.ts';

type Choices = 'label' | 'columns' | 'minWidth' | 'selection' | 'sort' | 'onSort';

type Props<T> = Pick<ListGridProps<T>, Choices> & {
	list: List<T>;
	/** What is said where there are no rows. */
	empty: ReactNode;
	/** Rows that are drawn while none has come. */
	pendingRows?: number;
	/** Keys of the grid, where it takes more than those that move the cursor. */
	onKeyDown?: ListGridProps<T>['onKeyDown'];
};

export function ListBody<T extends { id: string }>(props: Props<T>) {
	const { list, empty, pendingRows = 24, onKeyDown = list.moveByKey, ...choices } = props;
	const { rows } = list;
	if (rows.isPending) return <Pending rows={pendingRows} label={`Loading ${choices.label.toLowerCase()}`} />;
	// A page further down that failed leaves those that are there in sight; the foot of the list offers it again.
	if (rows.error !== null && rows.pages.length === 1)
		return <Failure error={rows.error} retry={rows.retry} />;
	if (rows.count === 0) return empty;
	return (
		<ListGrid
			{...choices}
			scroller={list.scroller}
			virtualizer={list.virtualizer}
			count={rows.count}
			rowAt={rows.rowAt}
			current={list.current}
			onCurrent={list.setCurrent}
			onOpen={list.open}
			onKeyDown={onKeyDown}
		/>
	);
}
