/**
 * What functions have answered about the unit in hand: rules ask the same again and again, and nothing changes in between.
 */
import type { LanguageFunction, Scope } from './functions.ts';

type Answered = {
	readonly called: LanguageFunction;
	readonly args: readonly unknown[];
	readonly value: unknown;
};

/** Answers that are kept; looking through more costs as much as asking again. */
const MOST_KEPT = 24;

export class UnitAnswers {
	readonly #kept: Answered[] = [];

	/** Before the next unit. */
	forget(): void {
		this.#kept.length = 0;
	}

	answer(called: LanguageFunction, args: readonly unknown[], scope: Scope): unknown {
		if (called.isPlain) return called.call(scope, args);
		const kept = this.#kept;
		for (const each of kept) if (each.called === called && same(each.args, args)) return each.value;
		const value = called.call(scope, args);
		if (kept.length < MOST_KEPT) kept.push({ called, args, value });
		return value;
	}
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
	for (let at = 0; at < b.length; at++) if (a[at] !== b[at]) return false;
	return true;
}
