/**
 * A small XML tree, and how to ask it. In: what the reader built. Out: text, or undefined where the document is silent.
 * Comments and processing instructions are not kept; white space between elements is not kept.
 */

export type XmlName = {
	/** Name without prefix. */
	readonly name: string;
	/** Namespace name (a URI), or '' where there is none. */
	readonly namespace: string;
};

export type XmlElement = XmlName & {
	/**
	 * By local name; an attribute with a prefix by `{namespace}local`. Namespace declarations are left out.
	 */
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly XmlElement[];
	/** Character data directly inside, as it stands; '' where there is none. */
	readonly text: string;
	/** 1-based line of the submission on which the element begins. */
	readonly line: number;
};

/** First child with this local name, whatever its namespace. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
	if (element === undefined) return undefined;
	for (const candidate of element.children) if (candidate.name === name) return candidate;
	return undefined;
}

/** Children with this local name, in document order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
	return element === undefined ? [] : element.children.filter((candidate) => candidate.name === name);
}

/** The element that is reached by one local name after the other, each time the first child. */
export function descend(
	element: XmlElement | undefined,
	...names: readonly string[]
): XmlElement | undefined {
	let reached = element;
	for (const name of names) reached = child(reached, name);
	return reached;
}

/** Trimmed text of an element (or of its first child with this name); undefined where absent or blank. */
export function textOf(element: XmlElement | undefined, name?: string): string | undefined {
	const from = name === undefined ? element : child(element, name);
	if (from === undefined) return undefined;
	const text = from.text.trim();
	return text === '' ? undefined : text;
}

/** Trimmed value of an attribute; undefined where absent or blank. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
	const value = element?.attributes.get(name)?.trim();
	return value === undefined || value === '' ? undefined : value;
}
