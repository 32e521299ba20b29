import { queryOptions } from '@tanstack/react-query';
import { callForBytes } from '../client/call.ts';

/** A range of a submission as it was received. Originals never change, so a range is read once. */
export const originalQuery = (submission: string, offset: number, length: number) =>
	queryOptions({
		queryKey: ['original', submission, offset, length],
		queryFn: ({ signal }) => callForBytes('readOriginal', { submission, offset, length }, { signal }),
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 60_000,
	});
