/**
 * JSON as one text: members in the order of their names, no white space (RFC 8785), so that the same value has the same bytes
 * and the same hash everywhere. Whole numbers are safe ones; coordinates and speeds have the digits that ECMAScript gives them.
 */

/** @throws TypeError on what JSON does not have, and on numbers that others may write another way. */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return JSON.stringify(wellFormed(value));
	if (typeof value === 'number') {
		if (!Number.isFinite(value) || Object.is(value, -0) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
			throw new TypeError(`${value} is not a number that is safe to sign`);
		return String(value);
	}
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object') throw new TypeError(`${typeof value} is not JSON`);
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		// By UTF-16 code units, as RFC 8785 has it and `<` compares.
		.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
		.map(([name, member]) => `${JSON.stringify(wellFormed(name))}:${canonicalJson(member)}`);
	return `{${members.join(',')}}`;
}

/** A half of a surrogate pair has no bytes in UTF-8. */
function wellFormed(text: string): string {
	if (!text.isWellFormed()) throw new TypeError('half of a surrogate pair cannot be signed');
	return text;
}
