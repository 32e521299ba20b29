/**
 * The address bar is the state: search parameters as plain text, one value by name, in the form in which the same
 * filter goes to the server. Meaning and bounds are the business of each route's schema.
 */

export function parseSearchText(text: string): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(text));
}

export function formatSearchText(search: Record<string, unknown>): string {
	const entries = Object.entries(search).flatMap(([name, value]) =>
		value === undefined || value === '' ? [] : [[name, String(value)]],
	);
	const text = new URLSearchParams(entries).toString();
	return text && `?${text}`;
}
