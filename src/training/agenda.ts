/**
 * The agenda of the simulation: what is due, in order of time, and in order of entry where times are equal.
 * In: messages and actions, each with its time. Out: messages in order. A binary heap in three plain arrays.
 */
import type { Message, Outbox } from './model.ts';

type Entry = Message | ((outbox: Outbox) => void);

export class Agenda implements Outbox {
	readonly #at: number[] = [];
	readonly #order: number[] = [];
	readonly #entry: Entry[] = [];
	#entered = 0;
	#now = Number.NEGATIVE_INFINITY;

	get size(): number {
		return this.#at.length;
	}

	send(message: Message): void {
		this.#push(message.at, message);
	}

	later(at: number, make: (outbox: Outbox) => void): void {
		this.#push(at, make);
	}

	/** The next message before `until`, running the actions that come before it; undefined where there is none. */
	next(until: number): Message | undefined {
		while (this.#at.length > 0 && (this.#at[0] ?? until) < until) {
			this.#now = this.#at[0] ?? this.#now;
			const entry = this.#pop();
			if (typeof entry !== 'function') return entry;
			entry(this);
		}
		return undefined;
	}

	#before(a: number, b: number): boolean {
		const first = this.#at[a] ?? 0;
		const second = this.#at[b] ?? 0;
		return first < second || (first === second && (this.#order[a] ?? 0) < (this.#order[b] ?? 0));
	}

	#swap(a: number, b: number): void {
		const at = this.#at;
		const order = this.#order;
		const entry = this.#entry;
		[at[a], at[b]] = [at[b] ?? 0, at[a] ?? 0];
		[order[a], order[b]] = [order[b] ?? 0, order[a] ?? 0];
		const held = entry[a];
		const other = entry[b];
		if (held === undefined || other === undefined) return;
		entry[a] = other;
		entry[b] = held;
	}

	/** What should have happened already happens now: time never runs backwards. */
	#push(at: number, entry: Entry): void {
		let index = this.#at.length;
		this.#at.push(Math.max(at, this.#now));
		this.#order.push(this.#entered++);
		this.#entry.push(entry);
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!this.#before(index, parent)) break;
			this.#swap(index, parent);
			index = parent;
		}
	}

	#pop(): Entry {
		const last = this.#at.length - 1;
		this.#swap(0, last);
		this.#at.pop();
		this.#order.pop();
		const entry = this.#entry.pop();
		let index = 0;
		for (;;) {
			const left = index * 2 + 1;
			if (left >= last) break;
			const right = left + 1;
			const least = right < last && this.#before(right, left) ? right : left;
			if (!this.#before(least, index)) break;
			this.#swap(index, least);
			index = least;
		}
		if (entry === undefined) throw new RangeError('nothing is due');
		return entry;
	}
}
