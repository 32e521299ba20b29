import { useEffect } from 'react';

/** Title of the browser's tab; the same in history and bookmarks. */
export function usePageTitle(title: string) {
	useEffect(() => {
		document.title = `${title} · Tidewaiter`;
	}, [title]);
}
