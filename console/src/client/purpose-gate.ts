/**
 * Calls that wait until a purpose is stated. In: a refusal that asks for one. Out: the call goes on when somebody has stated a
 * purpose, or fails with the refusal when they would not. Whoever called sees nothing but a call that took longer, so nothing
 * that was typed is lost.
 */
import type { CallError } from './call-error.ts';

type Waiting = { goOn: () => void; giveUp: () => void };

/** Why a purpose is asked for: a refusal, or the wish to change it. */
export type Asked = { readonly refusal?: CallError };

const waiting = new Set<Waiting>();
const listeners = new Set<() => void>();
let asked: Asked | undefined;

function change(next: Asked | undefined): void {
	asked = next;
	for (const listener of listeners) listener();
}

export const readAsked = (): Asked | undefined => asked;

export function subscribeAsked(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Resolves when a purpose was stated. @throws the refusal where nobody would, or the reason of the signal. */
export function untilPurpose(refusal: CallError, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const leave = () => {
			waiting.delete(entry);
			signal?.removeEventListener('abort', abort);
		};
		const abort = () => {
			leave();
			reject(signal?.reason);
			// Whoever asked has gone to another page.
			if (waiting.size === 0 && asked?.refusal !== undefined) change(undefined);
		};
		const entry: Waiting = {
			goOn: () => {
				leave();
				resolve();
			},
			giveUp: () => {
				leave();
				reject(refusal);
			},
		};
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		signal?.addEventListener('abort', abort);
		waiting.add(entry);
		if (asked?.refusal === undefined) change({ refusal });
	});
}

/** Opens the dialog without a refusal. */
export const askForPurpose = (): void => change({});

/** A purpose was stated: whoever waits goes on. */
export function purposeStated(): void {
	change(undefined);
	for (const { goOn } of [...waiting]) goOn();
}

/** The dialog was closed: whoever waits fails. */
export function purposeDeclined(): void {
	change(undefined);
	for (const { giveUp } of [...waiting]) giveUp();
}
