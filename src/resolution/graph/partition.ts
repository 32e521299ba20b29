/**
 * Judgements in, groups of mentions out. Pure; the result depends on what was judged, never on the order.
 * What a person said goes first; then the strongest word, for or against: "same" joins two groups unless a word that was
 * heard before keeps them apart. This is the mutex watershed (Wolf et al., 2018), with a person's word as infinite strength.
 * Invariant: no two mentions that a person called different are in one group.
 */

export type Verdict = 'same' | 'different' | 'unsure';

export type GraphNode = {
	readonly key: string;
	/** What it may be, one bit for each; groups whose bits have none in common are not joined by a model. */
	readonly mask: number;
};

export type GraphEdge = {
	/** Sorts by time: of two words of persons on one pair, the greater identifier holds. */
	readonly id: string;
	readonly left: string;
	readonly right: string;
	readonly verdict: Verdict;
	readonly by: 'model' | 'identifier' | 'person';
	/** Bits, above 0. A person's word needs none. */
	readonly strength: number;
};

export type Partition = {
	/** Group of each node by its key; groups are numbered in the order of their smallest keys. */
	readonly groupOf: ReadonlyMap<string, number>;
	readonly groups: readonly (readonly string[])[];
	/** Identifiers of "same" edges that do not count, because something stronger keeps their ends apart. */
	readonly cut: ReadonlySet<string>;
};

/** A mask that agrees with every other: what a person put together though it does not fit. */
const ANYTHING = 0x7fffffff;

/** Two keys, the smaller first. */
export const inOrder = (one: string, other: string): readonly [string, string] =>
	one < other ? [one, other] : [other, one];

/** One text for a pair, whichever comes first. */
export const pairKey = (one: string, other: string): string => inOrder(one, other).join(' ');

const pairOf = (edge: GraphEdge): string => pairKey(edge.left, edge.right);

/** Words that count: of a pair on which persons spoke, the newest of theirs alone. */
function effective(edges: readonly GraphEdge[]): { counted: GraphEdge[]; overruled: GraphEdge[] } {
	const word = new Map<string, GraphEdge>();
	for (const edge of edges) {
		if (edge.by !== 'person') continue;
		const pair = pairOf(edge);
		const known = word.get(pair);
		if (known === undefined || known.id < edge.id) word.set(pair, edge);
	}
	if (word.size === 0) return { counted: [...edges], overruled: [] };
	const counted: GraphEdge[] = [];
	const overruled: GraphEdge[] = [];
	for (const edge of edges) {
		const said = word.get(pairOf(edge));
		(said === undefined || said === edge ? counted : overruled).push(edge);
	}
	return { counted, overruled };
}

/** Person before model; of persons different before same; then by strength, "different" first; then by the pair. */
function order(a: GraphEdge, b: GraphEdge): number {
	const aPerson = a.by === 'person';
	if (aPerson !== (b.by === 'person')) return aPerson ? -1 : 1;
	if (!aPerson && a.strength !== b.strength) return b.strength - a.strength;
	if (a.verdict !== b.verdict) return a.verdict === 'different' ? -1 : 1;
	const [aPair, bPair] = [pairOf(a), pairOf(b)];
	if (aPair !== bPair) return aPair < bPair ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

class Forest {
	private readonly parents: Int32Array;
	readonly masks: Int32Array;
	/** Roots that a root must stay apart from; both know of each other. */
	private readonly apart = new Map<number, Set<number>>();

	constructor(nodes: readonly GraphNode[]) {
		this.parents = Int32Array.from(nodes, (_, at) => at);
		this.masks = Int32Array.from(nodes, (node) => node.mask);
	}

	root(node: number): number {
		let at = node;
		while (this.parents[at]! !== at) {
			this.parents[at] = this.parents[this.parents[at]!]!;
			at = this.parents[at]!;
		}
		return at;
	}

	areApart(a: number, b: number): boolean {
		return this.apart.get(a)?.has(b) ?? false;
	}

	keepApart(a: number, b: number): void {
		this.others(a).add(b);
		this.others(b).add(a);
	}

	join(a: number, b: number, mask: number): void {
		const [into, from] = (this.apart.get(a)?.size ?? 0) < (this.apart.get(b)?.size ?? 0) ? [b, a] : [a, b];
		this.parents[from] = into;
		this.masks[into] = mask;
		for (const other of this.apart.get(from) ?? []) {
			this.others(other).delete(from);
			this.keepApart(into, other);
		}
		this.apart.delete(from);
	}

	private others(root: number): Set<number> {
		let known = this.apart.get(root);
		if (known === undefined) {
			known = new Set();
			this.apart.set(root, known);
		}
		return known;
	}
}

/**
 * Groups of the nodes. Edges whose ends are not both among the nodes count nothing.
 */
export function partition(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Partition {
	const sorted = [...nodes].sort((a, b) => (a.key < b.key ? -1 : 1));
	const at = new Map(sorted.map((node, index) => [node.key, index]));
	const forest = new Forest(sorted);
	const cut = new Set<string>();
	const { counted, overruled } = effective(edges.filter((edge) => at.has(edge.left) && at.has(edge.right)));
	for (const edge of counted.sort(order)) {
		if (edge.verdict === 'unsure') continue;
		const [left, right] = [forest.root(at.get(edge.left) ?? 0), forest.root(at.get(edge.right) ?? 0)];
		if (left === right) continue;
		if (edge.verdict === 'different') {
			forest.keepApart(left, right);
			continue;
		}
		const mask = (forest.masks[left] ?? 0) & (forest.masks[right] ?? 0);
		if (forest.areApart(left, right) || (mask === 0 && edge.by !== 'person')) cut.add(edge.id);
		else forest.join(left, right, mask === 0 ? ANYTHING : mask);
	}
	const groupOfRoot = new Map<number, number>();
	const groupOf = new Map<string, number>();
	const groups: string[][] = [];
	for (const [index, { key }] of sorted.entries()) {
		const root = forest.root(index);
		let group = groupOfRoot.get(root);
		if (group === undefined) {
			group = groups.push([]) - 1;
			groupOfRoot.set(root, group);
		}
		groupOf.set(key, group);
		groups[group]?.push(key);
	}
	for (const edge of overruled)
		if (edge.verdict === 'same' && groupOf.get(edge.left) !== groupOf.get(edge.right)) cut.add(edge.id);
	// A weak link that was refused may lie inside of a group that stronger links closed.
	for (const edge of counted)
		if (cut.has(edge.id) && groupOf.get(edge.left) === groupOf.get(edge.right)) cut.delete(edge.id);
	return { groupOf, groups, cut };
}
