/**
 * From pairs to entities: the two groups that belong together most are joined first, as long as their records belong
 * together on average. A chain of weak links does not hold, because every record of one group counts against every other.
 * In: pairs with probabilities, and a scorer for pairs that were not compared. Out: a partition.
 * Deterministic: ties go to the records that come first. Average linkage (Sokal and Michener 1958).
 */

export type ScoredPairs = {
	readonly left: Int32Array;
	readonly right: Int32Array;
	/** Probability that both are one. */
	readonly probability: Float64Array;
};

/** Groups of records that pairs above the threshold connect; groups of one are left out. */
export type Component = {
	/** Positions of its records, in order. */
	readonly records: Int32Array;
	/** Positions of its pairs in the list, those below the threshold included. */
	readonly pairs: Int32Array;
};

/** Cuts the records into parts that no pair above the threshold connects. */
export function connectedComponents(size: number, pairs: ScoredPairs, threshold: number): Component[] {
	const parent = Int32Array.from({ length: size }, (_, at) => at);
	const rootOf = (record: number): number => {
		let root = record;
		while (parent[root] !== root) {
			parent[root] = parent[parent[root]!]!;
			root = parent[root]!;
		}
		return root;
	};
	const { left, right, probability } = pairs;
	for (let at = 0; at < left.length; at++) {
		if (probability[at]! < threshold) continue;
		const [a, b] = [rootOf(left[at]!), rootOf(right[at]!)];
		if (a < b) parent[b] = a;
		else if (b < a) parent[a] = b;
	}
	const counts = new Int32Array(size);
	const pairCounts = new Int32Array(size);
	for (let record = 0; record < size; record++) counts[rootOf(record)]!++;
	const inside = (at: number): number => {
		const root = rootOf(left[at]!);
		return root === rootOf(right[at]!) ? root : -1;
	};
	for (let at = 0; at < left.length; at++) {
		const root = inside(at);
		if (root >= 0) pairCounts[root]!++;
	}
	const number = new Int32Array(size).fill(-1);
	const components: { records: Int32Array; pairs: Int32Array }[] = [];
	const filled: { records: number; pairs: number }[] = [];
	for (let record = 0; record < size; record++) {
		const root = rootOf(record);
		if (counts[root]! < 2) continue;
		if (number[root] === -1) {
			number[root] = components.length;
			components.push({ records: new Int32Array(counts[root]!), pairs: new Int32Array(pairCounts[root]!) });
			filled.push({ records: 0, pairs: 0 });
		}
		const place = number[root]!;
		components[place]!.records[filled[place]!.records++] = record;
	}
	for (let at = 0; at < left.length; at++) {
		const root = inside(at);
		if (root < 0) continue;
		const place = number[root]!;
		components[place]!.pairs[filled[place]!.pairs++] = at;
	}
	return components;
}

/** A pair of groups that may be joined, with the versions that both had when it was put down. */
type Proposal = {
	readonly mean: number;
	readonly a: number;
	readonly b: number;
	readonly va: number;
	readonly vb: number;
};

const before = (x: Proposal, y: Proposal): boolean =>
	x.mean !== y.mean ? x.mean > y.mean : x.a !== y.a ? x.a < y.a : x.b < y.b;

/** Proposals, the best first. */
class Queue {
	readonly #heap: Proposal[] = [];
	push(proposal: Proposal): void {
		const heap = this.#heap;
		let at = heap.push(proposal) - 1;
		while (at > 0) {
			const up = (at - 1) >> 1;
			if (!before(proposal, heap[up]!)) break;
			heap[at] = heap[up]!;
			at = up;
		}
		heap[at] = proposal;
	}
	pop(): Proposal | undefined {
		const heap = this.#heap;
		const top = heap[0];
		const last = heap.pop();
		if (top === undefined || last === undefined || heap.length === 0) return top;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
			if (!before(heap[child]!, last)) break;
			heap[at] = heap[child]!;
			at = child;
		}
		heap[at] = last;
		return top;
	}
}

/**
 * Groups of one component.
 * @param score probability of a pair that is not in the list; called at most once for each.
 * @returns for each of the component's records the position, in the component, of the first record of its group.
 */
export function clusterComponent(
	component: Component,
	pairs: ScoredPairs,
	threshold: number,
	score: (left: number, right: number) => number,
): Int32Array {
	const { records } = component;
	const size = records.length;
	const members: number[][] = Array.from({ length: size }, (_, at) => [at]);
	/** Sum of probabilities between two groups. */
	const near: Map<number, number>[] = Array.from({ length: size }, () => new Map());
	const known = new Map<number, number>();
	const version = new Int32Array(size);
	const queue = new Queue();
	const place = new Map<number, number>();
	records.forEach((record, at) => {
		place.set(record, at);
	});
	for (const at of component.pairs) {
		const [a, b] = [place.get(pairs.left[at]!)!, place.get(pairs.right[at]!)!];
		const probability = pairs.probability[at]!;
		known.set(a * size + b, probability);
		near[a]!.set(b, probability);
		near[b]!.set(a, probability);
		if (probability >= threshold) queue.push({ mean: probability, a, b, va: 0, vb: 0 });
	}
	const pairOf = (x: number, y: number): number => {
		const [a, b] = x < y ? [x, y] : [y, x];
		let probability = known.get(a * size + b);
		if (probability === undefined) {
			probability = score(records[a]!, records[b]!);
			known.set(a * size + b, probability);
		}
		return probability;
	};
	const sumBetween = (one: number, two: number): number => {
		let sum = 0;
		for (const x of members[one]!) for (const y of members[two]!) sum += pairOf(x, y);
		return sum;
	};
	for (let best = queue.pop(); best; best = queue.pop()) {
		const { a, b } = best;
		if (version[a] !== best.va || version[b] !== best.vb) continue;
		const [ofA, ofB] = [near[a]!, near[b]!];
		ofA.delete(b);
		ofB.delete(a);
		const sums = new Map<number, number>();
		for (const other of new Set([...ofA.keys(), ...ofB.keys()])) {
			const sum = (ofA.get(other) ?? sumBetween(a, other)) + (ofB.get(other) ?? sumBetween(b, other));
			sums.set(other, sum);
			near[other]!.delete(b);
			near[other]!.set(a, sum);
		}
		members[a]!.push(...members[b]!);
		members[b] = [];
		near[a] = sums;
		near[b] = new Map();
		version[a]!++;
		version[b] = -1;
		for (const [other, sum] of sums) {
			const mean = sum / (members[a]!.length * members[other]!.length);
			if (mean < threshold) continue;
			const [x, y] = a < other ? [a, other] : [other, a];
			queue.push({ mean, a: x, b: y, va: version[x]!, vb: version[y]! });
		}
	}
	const group = new Int32Array(size);
	members.forEach((own) => {
		const first = own.reduce((least, each) => Math.min(least, each), size);
		for (const each of own) group[each] = first;
	});
	return group;
}
