/**
 * The answer of every parser of a value: the value, or why not. Nothing here throws on input.
 */

/** What is wrong with a text that should have been a value. `expected` says what would have been right, where that is known. */
export type Fault = {
	readonly ok: false;
	/** `placeholder`: the sender filled the field without an answer. `unknown-code`: right shape, not on the list. */
	readonly fault: 'placeholder' | 'shape' | 'unknown-code' | 'check-digit';
	/** Half a sentence that can follow the value: "has check digit 3 and should have 7". */
	readonly reason: string;
	readonly expected?: string;
};

export type Parsed<Value> = { readonly ok: true; readonly value: Value } | Fault;

/** Makes a fault; `expected` is left out where it is not known. */
export function fault(kind: Fault['fault'], reason: string, expected?: string): Fault {
	return expected === undefined
		? { ok: false, fault: kind, reason }
		: { ok: false, fault: kind, reason, expected };
}
