/** A reason as a sentence of its own: a capital at its start, a full stop at its end. */
export function asSentence(text: string): string {
	const trimmed = text.trim();
	if (trimmed === '') return '';
	const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
	return /[.!?…]["”’)]?$/.test(begun) ? begun : `${begun}.`;
}
