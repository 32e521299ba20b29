/**
 * Events by kind and key, and the questions about them: how often, how much, how many partners, how long ago. Windows end at
 * the minute that the asker names; what was received later is not there, so nothing looks ahead.
 */
import { Chains, keyWithin } from './chains.ts';
import { type EventName, kindNumber } from './kinds.ts';

export const MINUTES_A_DAY = 1_440;

export type Totals = { readonly count: number; readonly sum: number };

export class Events {
	readonly chains: Chains;

	constructor(most: number) {
		this.chains = new Chains(most);
	}

	/** @param partner hash of the partner; 0 for none. */
	record(kind: EventName, key: number, minute: number, amount = 0, partner = 0): void {
		this.chains.add(keyWithin(kindNumber(kind), key), minute, amount, partner);
	}

	/** How many entries of the key there are, in `chains.found`; those of other days are passed over by the caller. */
	#find(kind: string, key: number): number {
		const number = kindNumber(kind);
		return number < 0 ? 0 : this.chains.find(keyWithin(number, key));
	}

	totals(kind: string, key: number, now: number, days: number): Totals {
		const since = now - days * MINUTES_A_DAY;
		const { found, minutes, amounts } = this.chains;
		const entries = this.#find(kind, key);
		let count = 0;
		let sum = 0;
		for (let at = 0; at < entries; at++) {
			const slot = found[at]!;
			if (minutes[slot]! <= since) continue;
			count++;
			sum += amounts[slot]!;
		}
		return { count, sum };
	}

	/** Partners of the key in the window, each once, newest first; `except` is not one of them. */
	partners(kind: string, key: number, now: number, days: number, except = 0): number[] {
		const since = now - days * MINUTES_A_DAY;
		const { found, minutes, partners } = this.chains;
		const entries = this.#find(kind, key);
		const different: number[] = [];
		for (let at = 0; at < entries; at++) {
			const slot = found[at]!;
			const partner = partners[slot]!;
			if (minutes[slot]! <= since || partner === 0 || partner === except) continue;
			if (!different.includes(partner)) different.push(partner);
		}
		return different;
	}

	/** Partners with the amount of the newest event with each. */
	partnersWithAmounts(kind: EventName, key: number, now: number, days: number): Map<number, number> {
		const since = now - days * MINUTES_A_DAY;
		const { found, minutes, partners, amounts } = this.chains;
		const entries = this.#find(kind, key);
		const different = new Map<number, number>();
		for (let at = 0; at < entries; at++) {
			const slot = found[at]!;
			if (minutes[slot]! <= since || different.has(partners[slot]!)) continue;
			different.set(partners[slot]!, amounts[slot]!);
		}
		return different;
	}

	/** Sum over the newest event with each partner but `except`: amendments of one report are not added up. */
	sumByPartner(kind: EventName, key: number, now: number, days: number, except = 0): Totals {
		const since = now - days * MINUTES_A_DAY;
		const { found, minutes, partners, amounts } = this.chains;
		const entries = this.#find(kind, key);
		const different: number[] = [];
		let sum = 0;
		for (let at = 0; at < entries; at++) {
			const slot = found[at]!;
			const partner = partners[slot]!;
			if (minutes[slot]! <= since || partner === except || different.includes(partner)) continue;
			different.push(partner);
			sum += amounts[slot]!;
		}
		return { count: different.length, sum };
	}

	/** Sum of the amounts whose partner is this one: of one currency, where the partner is the currency. */
	sumWith(kind: EventName, key: number, now: number, days: number, partner: number): Totals {
		const since = now - days * MINUTES_A_DAY;
		const { found, minutes, partners, amounts } = this.chains;
		const entries = this.#find(kind, key);
		let count = 0;
		let sum = 0;
		for (let at = 0; at < entries; at++) {
			const slot = found[at]!;
			if (minutes[slot]! <= since || partners[slot] !== partner) continue;
			count++;
			sum += amounts[slot]!;
		}
		return { count, sum };
	}

	has(kind: EventName, key: number, now: number, days: number): boolean {
		return this.minutesSince(kind, key, now) < days * MINUTES_A_DAY;
	}

	/** Minutes since the newest event; NaN if there is none; 0 where it is dated after the window's end. */
	minutesSince(kind: string, key: number, now: number): number {
		const number = kindNumber(kind);
		const slot = number < 0 ? -1 : this.chains.newest(keyWithin(number, key));
		return slot < 0 ? Number.NaN : Math.max(0, now - this.chains.minutes[slot]!);
	}

	/** Amount of the newest event; NaN if there is none in the window. */
	newestAmount(kind: EventName, key: number, now: number, days: number): number {
		const slot = this.chains.newest(keyWithin(kindNumber(kind), key));
		return slot < 0 || now - this.chains.minutes[slot]! >= days * MINUTES_A_DAY
			? Number.NaN
			: this.chains.amounts[slot]!;
	}
}
