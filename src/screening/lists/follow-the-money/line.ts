/**
 * One line of FollowTheMoney JSON: text to an entity, checked by hand because there may be millions. Nothing is trusted: other
 * types are left out, nested entities (the nested form of OpenSanctions) are taken one level deep, depth is bounded first.
 */

export type FtmEntity = {
	readonly id: string;
	readonly schema: string;
	readonly caption?: string;
	readonly target?: boolean;
	/** Texts of each property. */
	readonly properties: ReadonlyMap<string, readonly string[]>;
	/** Entities that stand inside a property. */
	readonly nested: readonly { readonly property: string; readonly entity: FtmEntity }[];
	readonly firstSeen?: string;
	readonly lastChange?: string;
};

const MOST_VALUES = 1_000;
const MOST_PROPERTIES = 300;
const NESTED_DEPTH = 2;

/** True where brackets are nested no deeper than this; a scan, so that a hostile line is never parsed. */
export function isShallow(line: string, maxDepth: number): boolean {
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < line.length; at++) {
		const unit = line.charCodeAt(at);
		if (quoted) {
			if (unit === 92) at++;
			else if (unit === 34) quoted = false;
		} else if (unit === 34) quoted = true;
		else if (unit === 123 || unit === 91) {
			if (++depth > maxDepth) return false;
		} else if (unit === 125 || unit === 93) depth--;
	}
	return true;
}

/** Reads a line; a text says why it is no entity. */
export function parseFtmLine(line: string, maxDepth: number): FtmEntity | string {
	if (!isShallow(line, maxDepth)) return `it is nested more than ${maxDepth} deep`;
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return 'it is no JSON';
	}
	return entityOf(value, 0) ?? 'it has no id, schema and properties';
}

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function entityOf(value: unknown, depth: number): FtmEntity | undefined {
	if (!isObject(value)) return undefined;
	const { id, schema, caption, target, properties, first_seen: firstSeen, last_change: lastChange } = value;
	if (typeof id !== 'string' || id === '' || typeof schema !== 'string' || !isObject(properties))
		return undefined;
	const texts = new Map<string, string[]>();
	const nested: { property: string; entity: FtmEntity }[] = [];
	for (const [property, given] of Object.entries(properties).slice(0, MOST_PROPERTIES)) {
		const values: unknown[] = Array.isArray(given) ? given : [given];
		const kept: string[] = [];
		for (const each of values.slice(0, MOST_VALUES)) {
			if (typeof each === 'string') kept.push(each);
			else if (typeof each === 'number' || typeof each === 'boolean') kept.push(String(each));
			else if (depth < NESTED_DEPTH) {
				const entity = entityOf(each, depth + 1);
				if (entity !== undefined) nested.push({ property, entity });
			}
		}
		if (kept.length > 0) texts.set(property, kept);
	}
	return {
		id,
		schema,
		properties: texts,
		nested,
		...(typeof caption === 'string' ? { caption } : {}),
		...(typeof target === 'boolean' ? { target } : {}),
		...(typeof firstSeen === 'string' ? { firstSeen } : {}),
		...(typeof lastChange === 'string' ? { lastChange } : {}),
	};
}

/** True where the text begins like such a line. */
export function looksLikeFtm(head: string): boolean {
	const first = head.trimStart().split('\n', 1)[0] ?? '';
	if (!first.startsWith('{')) return false;
	// The head may end inside the first line; then its members tell.
	return /"schema"\s?:\s?"[A-Z][A-Za-z]{2,40}"/.test(head) && /"properties"\s?:\s?\{/.test(head);
}
