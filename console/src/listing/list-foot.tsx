/** Below a list: where the cursor stands, the way on in a very long list, rows that failed, and reading it again. */
import { Button } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { formatCount } from '../display/format.ts';
import { RefreshButton } from './refresh-button.tsx';
import type { List } from './use-list.ts';

type Props<T> = {
	list: List<T>;
	/** Where a list may start further down than at its first row: whether this one does, and the ways there and back. */
	start?: { isFurtherDown: boolean; onFirst: () => void; onGoOn: (from: string) => void };
	/** New rows that the reader has not asked for yet. */
	arrivals?: number;
	onRefresh: () => void;
	/** After the place of the cursor. */
	children?: ReactNode;
	/** At the end. */
	actions?: ReactNode;
};

export function ListFoot<T>(props: Props<T>) {
	const { list, start, arrivals, onRefresh } = props;
	const { rows, current } = list;
	const { goesOnFrom } = rows;
	return (
		<footer className="list-foot">
			<span className="number">
				{rows.count > 0 && !rows.isPending ? (
					<>
						Row {formatCount(current + 1)} of {formatTotal(rows.total, rows.totalIsLowerBound, rows.count)}
					</>
				) : (
					' '
				)}
			</span>
			{props.children}
			{start?.isFurtherDown && (
				<Button size="small" variant="minimal" onClick={start.onFirst}>
					Back to the first row
				</Button>
			)}
			{start && goesOnFrom && (
				<Button size="small" variant="minimal" onClick={() => start.onGoOn(goesOnFrom)}>
					The list goes on
				</Button>
			)}
			{rows.error && rows.pages.length > 1 && (
				<Button size="small" intent="danger" variant="minimal" onClick={rows.retry}>
					Some rows could not be loaded: try again
				</Button>
			)}
			<span className="spring" />
			<RefreshButton onRefresh={onRefresh} news={arrivals} />
			{props.actions}
		</footer>
	);
}

function formatTotal(total: number | null, isLowerBound: boolean, known: number): string {
	if (total === null) return `${formatCount(known)} read so far`;
	if (!isLowerBound) return formatCount(total);
	return `more than ${formatCount(Math.max(total, known))}`;
}
