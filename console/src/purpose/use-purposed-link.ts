import type { MouseEvent } from 'react';
import { CallError } from '../client/call-error.ts';
import { untilPurpose } from '../client/purpose-gate.ts';
import { useHasPurpose } from '../shell/session.ts';

/**
 * For links to personal data that the browser follows by itself: where no purpose is stated it is asked for first, and then the
 * link is followed. What it leads to is a file to take away, so the page stays.
 */
export function usePurposedLink(): (event: MouseEvent<HTMLElement>) => void {
	const hasPurpose = useHasPurpose();
	return (event) => {
		const link = event.currentTarget.closest('a');
		if (hasPurpose || link === null) return;
		event.preventDefault();
		const { href } = link;
		untilPurpose(
			new CallError('purpose-needed', 'What leaves here leaves for a purpose, and none is stated.'),
		).then(
			() => window.location.assign(href),
			() => {},
		);
	};
}
