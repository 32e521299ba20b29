/**
 * What a page hands on to the one that writes a message: of whom it is to speak. Names and numbers do not go into an address,
 * which stays in histories and logs, so they wait here, in memory, until the form takes them.
 */
import type { MessageSubject } from '../../../contract/exchange/message.ts';

let waiting: readonly MessageSubject[] = [];

/** To be called right before going to `/messages/new`. */
export function handOver(subjects: readonly MessageSubject[]): void {
	waiting = subjects;
}

/** What was handed on, once. */
export function takeHandedOver(): readonly MessageSubject[] {
	const taken = waiting;
	waiting = [];
	return taken;
}
