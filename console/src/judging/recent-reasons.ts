/**
 * Reasons that this reader gave while the page is open, the newest first. In memory only: a reason may speak of a person,
 * so it is kept nowhere on this machine.
 */
import { useSyncExternalStore } from 'react';

const MOST_REASONS = 6;
let reasons: readonly string[] = [];
const listeners = new Set<() => void>();

export function rememberReason(reason: string) {
	reasons = [reason, ...reasons.filter((known) => known !== reason)].slice(0, MOST_REASONS);
	for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
	listeners.add(listener);
	return () => listeners.delete(listener);
};

export const useRecentReasons = () => useSyncExternalStore(subscribe, () => reasons);
