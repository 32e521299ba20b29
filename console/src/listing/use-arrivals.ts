/**
 * How many rows have come since a list was read, as far as events tell. Rows do not move by themselves; the reader asks
 * for the new ones.
 */
import { useEffect, useState } from 'react';
import type { LiveEvent } from '../../../contract/views.ts';
import { useLiveEvents } from '../live/live.ts';

/** `countIn` says how many rows of this list an event brings. Another filter is another list, and counts from nothing. */
export function useArrivals(
	filter: object,
	countIn: (event: LiveEvent) => number,
): { count: number; forget: () => void } {
	const [count, setCount] = useState(0);
	const key = JSON.stringify(filter);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list, read anew.
	useEffect(() => setCount(0), [key]);
	useLiveEvents((events) => {
		const came = events.reduce((sum, event) => sum + countIn(event), 0);
		if (came > 0) setCount((before) => before + came);
	}, 2_000);
	return { count, forget: () => setCount(0) };
}
