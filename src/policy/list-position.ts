/** Positions in lists of users and keys, which are sorted by creation: what a page says of the next one, and back. */
import { TidewaiterError } from '../../contract/errors.ts';
import type { ListPosition } from './store.ts';

export const notFound = (what: string): TidewaiterError =>
	new TidewaiterError('not-found', `There is no such ${what} on this node.`);

export const notAPosition = (): TidewaiterError =>
	new TidewaiterError('invalid-input', 'This is not a position in the list.', {
		place: 'after',
		remedy: 'Pass back `next` of the page before, unchanged.',
	});

export function parsePosition(after: string | undefined): ListPosition | undefined {
	if (after === undefined) return undefined;
	const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after);
	if (match === null) throw notAPosition();
	return { createdAt: new Date(Number(match[1])), id: match[2] ?? '' };
}

/** @param rows one more than the page holds, where there is a next page. */
export function pageOf<R extends { created_at: Date; id: string }, T>(
	rows: readonly R[],
	limit: number,
	itemOf: (row: R) => T,
) {
	const last = rows.length > limit ? rows[limit - 1] : undefined;
	return {
		items: rows.slice(0, limit).map(itemOf),
		next: last === undefined ? null : `${last.created_at.getTime()}_${last.id}`,
		total: null,
		totalIsLowerBound: false,
	};
}
