/**
 * What comes in, live: one stream of server-sent events for the whole console.
 * Out: checked events to whoever listens, and the state of the connection. It connects again by itself, with growing
 * pauses; what was missed meanwhile is not replayed, so readers load their numbers again on `reconnected`.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type LiveEvent, liveEvent } from '../../../contract/views.ts';
import { addressOf } from '../client/call.ts';

export type LiveState = 'connecting' | 'live' | 'offline';

const eventListeners = new Set<(event: LiveEvent) => void>();
const stateListeners = new Set<() => void>();
let state: LiveState = 'connecting';

const setState = (next: LiveState) => {
	if (next === state) return;
	state = next;
	for (const listener of stateListeners) listener();
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Opens the stream and keeps it open. Returns what closes it. */
export function followLive(): () => void {
	let source: EventSource | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let pause = FIRST_PAUSE_MS;
	const onMessage = (message: MessageEvent) => {
		let data: unknown;
		try {
			data = JSON.parse(message.data);
		} catch {
			return;
		}
		const read = liveEvent.safeParse(data);
		if (!read.success) return;
		for (const listener of eventListeners) listener(read.data);
	};
	const open = () => {
		source = new EventSource(addressOf('followLive', {}), { withCredentials: true });
		source.onopen = () => {
			pause = FIRST_PAUSE_MS;
			setState('live');
		};
		source.onerror = () => {
			source?.close();
			setState('offline');
			timer = setTimeout(open, pause);
			pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
		};
		for (const name of ['message', 'records', 'quarantined', 'hits', 'assessments'])
			source.addEventListener(name, onMessage);
	};
	setState('connecting');
	open();
	return () => {
		clearTimeout(timer);
		source?.close();
	};
}

export function useLiveState(): LiveState {
	return useSyncExternalStore(
		(listener) => {
			stateListeners.add(listener);
			return () => stateListeners.delete(listener);
		},
		() => state,
	);
}

/** Gives the events of each second together, so that a burst of a thousand renders once. */
export function useLiveEvents(onEvents: (events: readonly LiveEvent[]) => void, everyMs = 1_000) {
	const latest = useRef(onEvents);
	useEffect(() => {
		latest.current = onEvents;
	});
	useEffect(() => {
		let waiting: LiveEvent[] = [];
		const listener = (event: LiveEvent) => {
			waiting.push(event);
		};
		const timer = setInterval(() => {
			if (waiting.length === 0) return;
			const events = waiting;
			waiting = [];
			latest.current(events);
		}, everyMs);
		eventListeners.add(listener);
		return () => {
			clearInterval(timer);
			eventListeners.delete(listener);
		};
	}, [everyMs]);
}
