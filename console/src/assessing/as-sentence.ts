export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A reason as a sentence of its own: a capital at its start, a full stop at its end. */
export function asSentence(text: string): string {
	const trimmed = text.trim();
	if (trimmed === '') return '';
	const begun = capitalised(trimmed);
	return /[.!?…]["”’)]?$/.test(begun) ? begun : `${begun}.`;
}
