import { type LiveState, useLiveState } from '../live/live.ts';

const words: { readonly [state in LiveState]: { label: string; title: string } } = {
	connecting: { label: 'Connecting', title: 'Connecting to the live stream' },
	live: { label: 'Live', title: 'What comes in is shown as it comes' },
	offline: { label: 'Offline', title: 'The live stream is interrupted; the console tries again by itself' },
};

export function LiveIndicator() {
	const state = useLiveState();
	return (
		<span className={`live live-${state}`} role="status" title={words[state].title}>
			<span className="live-dot" aria-hidden="true" />
			<span className="live-word">{words[state].label}</span>
		</span>
	);
}
