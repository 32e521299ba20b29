/**
 * Facts and answers of a test case as people write them: one on a line, `path = value`. A value is JSON (a number, true,
 * a list, "text in quotes") or else plain text. Pure.
 */

export type FactsRead = { facts: Record<string, unknown> } | { problem: string };

const longestLine = 2_000;

/** Reads lines; the first that cannot be read is the problem. */
export function parseFacts(text: string): FactsRead {
	const facts: Record<string, unknown> = {};
	for (const [at, line] of text.split('\n').entries()) {
		if (line.trim() === '') continue;
		const split = line.indexOf('=');
		const path = line.slice(0, Math.max(0, split)).trim();
		if (split < 0 || path === '' || line.length > longestLine)
			return { problem: `Line ${at + 1} wants the form path = value.` };
		if (Object.hasOwn(facts, path)) return { problem: `Line ${at + 1} gives ${path} a second time.` };
		facts[path] = parseValue(line.slice(split + 1).trim());
	}
	return { facts };
}

function parseValue(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value === null ? text : value;
	} catch {
		return text;
	}
}

/** Writes facts so that `parseFacts` reads the same. */
export const formatFacts = (facts: Readonly<Record<string, unknown>>): string =>
	Object.entries(facts)
		.map(([path, value]) => `${path} = ${formatValue(value)}`)
		.join('\n');

function formatValue(value: unknown): string {
	if (typeof value !== 'string') return JSON.stringify(value);
	const isPlain =
		value !== '' && value === value.trim() && !/[\r\n"]/.test(value) && parseValue(value) === value;
	return isPlain ? value : JSON.stringify(value);
}
