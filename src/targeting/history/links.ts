/**
 * Links between parties, and who among them is of interest. In: keys that came together. Out: steps to somebody of interest,
 * and who is around a party. A step is a record or a thing shared; two keys of one party are no step apart.
 * Invariant: a key with more than MOST_NEIGHBOURS links nothing: an agent's telephone, a hotel, a broker say nothing.
 */
import { Chains, keyWithin, pairKey } from './chains.ts';
import { MINUTES_A_DAY } from './events.ts';
import { BOOKED, SAME, STEP } from './model.ts';

/** Neighbours up to which a key links those who have it. */
export const MOST_NEIGHBOURS = 32;
/** Keys that one search looks at; beyond it the answer is that nobody was found. */
const MOST_VISITED = 256;
/** Days for which an open hit, an offence or a suspicion report makes somebody of interest. */
const INTEREST_DAYS = 365;

/** Keys of one party that are looked at. */
const MOST_SAME = 12;

const nobody = (): boolean => false;

/** Why a key is of interest: an open hit; or an offence or a suspicion report. */
export const HIT = 1;
export const CASE = 2;

export class Links {
	readonly chains: Chains;
	/** Reasons for interest with the minute of the newest, by key, oldest first: minute times four, and the reasons. */
	readonly interest = new Map<number, number>();
	readonly #mostInterest: number;
	readonly #visited = new Float64Array(MOST_VISITED * 4);
	readonly #levels: number[][] = [];
	/** Pairs that were joined lately, each at the place of its hash: nearly all links of a record are known. */
	readonly #lately = new Float64Array(1 << 15);
	readonly #mostLinks: number;
	#added = 0;

	constructor(mostLinks: number, mostInterest: number) {
		this.chains = new Chains(mostLinks);
		this.#mostLinks = mostLinks;
		this.#mostInterest = mostInterest;
	}

	/** Joins two keys, both ways. Known links are not written again. */
	join(a: number, b: number, kind: number, minute: number): void {
		if (a === b) return;
		const pair = pairKey(keyWithin(kind, a), b);
		const at = (pair | 0) & (this.#lately.length - 1);
		if (this.#lately[at] === pair) return;
		this.#lately[at] = pair;
		const known = this.#knows(a, b, kind, minute);
		if (known === undefined || this.#knows(b, a, kind, minute) === undefined || known) return;
		this.chains.add(a, minute, kind, b);
		this.chains.add(b, minute, kind, a);
		this.#added += 2;
		if (this.#added < this.#mostLinks / 4) return;
		// What was forgotten since must be joined again when it comes again.
		this.#added = 0;
		this.#lately.fill(0);
	}

	/** Whether `a` has `b` already; undefined where `a` is full: it links nothing any more. */
	#knows(a: number, b: number, kind: number, minute: number): boolean | undefined {
		const { found, partners, amounts, minutes } = this.chains;
		const count = this.chains.find(a, MOST_NEIGHBOURS + 1);
		for (let at = 0; at < count; at++) {
			const slot = found[at]!;
			if (partners[slot] !== b) continue;
			if (kind < amounts[slot]!) amounts[slot] = kind;
			minutes[slot] = minute;
			return true;
		}
		return count <= MOST_NEIGHBOURS ? false : undefined;
	}

	/** Makes a key one of interest from this minute on. */
	mark(key: number, reason: typeof HIT | typeof CASE, minute: number): void {
		const reasons = (this.interest.get(key) ?? 0) % 4;
		this.interest.delete(key);
		this.interest.set(key, minute * 4 + (reasons | reason));
		if (this.interest.size > this.#mostInterest)
			for (const oldest of this.interest.keys()) {
				this.interest.delete(oldest);
				break;
			}
	}

	/** 0 for nobody of interest, or one of long ago. */
	#reasonsFor(key: number, now: number): number {
		const held = this.interest.get(key) ?? 0;
		return now - Math.floor(held / 4) < INTEREST_DAYS * MINUTES_A_DAY ? held % 4 : 0;
	}

	/** A key and the others of the same party. */
	samesOf(key: number): readonly number[] {
		const { found, partners, amounts } = this.chains;
		const same = [key];
		for (let next = 0; next < same.length && same.length < MOST_SAME; next++) {
			const count = this.chains.find(same[next]!, MOST_NEIGHBOURS + 1);
			for (let at = 0; at < count; at++) {
				const partner = partners[found[at]!]!;
				if (amounts[found[at]!] === SAME && !same.includes(partner)) same.push(partner);
			}
		}
		return same;
	}

	/**
	 * Steps to the nearest key of interest, Infinity beyond `most`.
	 * @param starts keys with the half steps at which they stand from the asker.
	 * @param isTelling whether a case about a key still says something of it.
	 * @param isBusy whether a key has to do with so many that its steps lead nowhere.
	 */
	hops(
		starts: readonly (readonly [number, number])[],
		most: number,
		now: number,
		isTelling: (key: number) => boolean,
		isBusy: (key: number) => boolean,
	): number {
		if (this.interest.size === 0) return Number.POSITIVE_INFINITY;
		const limit = Math.min(8, Math.max(0, Math.floor(most * 2)));
		let nearest = Number.POSITIVE_INFINITY;
		this.#search(starts, limit, isBusy, (key, distance) => {
			const reasons = this.#reasonsFor(key, now);
			if (reasons === 0 || (reasons === CASE && !isTelling(key))) return true;
			nearest = Math.ceil(distance / 2);
			return false;
		});
		return nearest <= most ? nearest : Number.POSITIVE_INFINITY;
	}

	/** Keys at most one step from the starts, and these themselves. */
	around(starts: readonly (readonly [number, number])[]): number[] {
		const keys: number[] = [];
		this.#search(starts, STEP, nobody, (key) => {
			keys.push(key);
			return true;
		});
		return keys;
	}

	/** Visits keys in order of distance until `visit` answers false. */
	#search(
		starts: readonly (readonly [number, number])[],
		limit: number,
		isBusy: (key: number) => boolean,
		visit: (key: number, distance: number) => boolean,
	): void {
		const levels = this.#levels;
		while (levels.length <= limit) levels.push([]);
		for (const level of levels) level.length = 0;
		this.#visited.fill(0);
		for (const [key, distance] of starts) if (distance <= limit) levels[distance]!.push(key);
		let left = MOST_VISITED;
		for (let distance = 0; distance <= limit; distance++) {
			const level = levels[distance]!;
			for (let at = 0; at < level.length; at++) {
				const key = level[at]!;
				if (!this.#enter(key)) continue;
				if (left-- <= 0 || !visit(key, distance)) return;
				this.#expand(key, distance, distance < limit && isBusy(key) ? distance : limit);
			}
		}
	}

	#expand(key: number, distance: number, limit: number): void {
		const { found, partners, amounts } = this.chains;
		const count = this.chains.find(key, MOST_NEIGHBOURS + 1);
		const full = count > MOST_NEIGHBOURS;
		for (let at = 0; at < count; at++) {
			const kind = amounts[found[at]!]!;
			const then = distance + (kind === BOOKED ? 0 : kind);
			// Whoever is full still has all keys of its own.
			if (then > limit || (full && kind !== SAME)) continue;
			this.#levels[then]!.push(partners[found[at]!]!);
		}
	}

	/** False where the key was entered before: nearer, or as near. */
	#enter(key: number): boolean {
		const mask = this.#visited.length - 1;
		let at = (key | 0) & mask;
		for (;;) {
			const held = this.#visited[at]!;
			if (held === key) return false;
			if (held === 0) {
				this.#visited[at] = key;
				return true;
			}
			at = (at + 1) & mask;
		}
	}
}
