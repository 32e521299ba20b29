/**
 * The few keys of a record that a table of a million can afford: whole values that are rare, and pairs of rougher ones.
 * In: a table. Out: about twenty 32-bit keys for each record of a range, in shared memory. Pure.
 */
import { hashText, join, joinEither, type RecordKeys, soundSkeleton } from './blocking-keys.ts';
import type { SlotPlan, Table } from './table.ts';

/** How a slot's values become keys: found alone, or joined with a name. */
type Part = {
	readonly slot: number;
	readonly alone: readonly Uint32Array[];
	readonly joined: readonly Uint32Array[];
};

/** Keys of the records of a range. */
export function leanKeys(
	plans: readonly SlotPlan[],
	table: Table,
	range: readonly [from: number, to: number],
): RecordKeys {
	const names = plans.flatMap((plan, slot) => (plan.kind === 'name' ? [slot] : []));
	const nameValues = names.length > 0 ? table.vocabularies[plans[names[0]!]!.vocabulary]!.values : [];
	const compact = nameValues.map((value) => value.replaceAll(' ', ''));
	const written = hashes(compact, (value) => hashText(value, 1));
	const sounds = hashes(compact, (value) => hashText(soundSkeleton(value), 2));
	const parts = plans.flatMap((plan, slot): Part[] =>
		plan.kind === 'name' ? [] : [partOf(plan, slot, table)],
	);
	const rows = range[1] - range[0];
	const starts = new Uint32Array(new SharedArrayBuffer(4 * (rows + 1)));
	let keys = new Uint32Array(new SharedArrayBuffer(4 * Math.max(1024, rows * 24)));
	let length = 0;
	const found: number[] = [];
	for (let row = range[0]; row < range[1]; row++) {
		found.length = 0;
		for (const { slot, alone } of parts) {
			const { starts: from, ids } = table.slots[slot]!;
			for (let at = from[row]!; at < from[row + 1]!; at++)
				for (const each of alone) found.push(each[ids[at]!]!);
		}
		const own: number[] = [];
		for (const slot of names) {
			const { starts: from, ids } = table.slots[slot]!;
			for (let at = from[row]!; at < from[row + 1]!; at++) own.push(ids[at]!);
		}
		for (let at = 0; at < own.length; at++) {
			for (let next = at + 1; next < own.length; next++) {
				found.push(joinEither(written[own[at]!]!, written[own[next]!]!, 1));
				found.push(joinEither(sounds[own[at]!]!, sounds[own[next]!]!, 2));
			}
			const sound = sounds[own[at]!]!;
			for (const { slot, joined } of parts) {
				const { starts: from, ids } = table.slots[slot]!;
				for (let place = from[row]!; place < from[row + 1]!; place++) {
					for (const each of joined) found.push(join(sound, each[ids[place]!]!, 4));
				}
			}
		}
		if (length + found.length > keys.length) {
			const grown = new Uint32Array(
				new SharedArrayBuffer(4 * Math.max(keys.length * 2, length + found.length)),
			);
			grown.set(keys);
			keys = grown;
		}
		for (const key of found) keys[length++] = key;
		starts[row - range[0] + 1] = length;
	}
	return { starts, keys: keys.subarray(0, length) };
}

const hashes = (values: readonly string[], hash: (value: string) => number): Uint32Array =>
	Uint32Array.from(values, hash);

function partOf(plan: SlotPlan, slot: number, table: Table): Part {
	const { values } = table.vocabularies[plan.vocabulary]!;
	const whole = (): Uint32Array => hashes(values, (value) => hashText(value, 30 + plan.vocabulary));
	switch (plan.kind) {
		case 'date': {
			const ofYear = hashes(values, (value) => hashText(`y${value.slice(0, -4)}`, 4));
			const ofDay = hashes(values, (value) => hashText(dayKey(Number(value)), 4));
			return { slot, alone: [whole()], joined: [ofYear, ofDay] };
		}
		case 'email': {
			const local = hashes(values, (value) => hashText(value.slice(0, Math.max(value.indexOf('@'), 0)), 21));
			return { slot, alone: [whole(), local], joined: [] };
		}
		case 'postcode':
		case 'place':
			return { slot, alone: [], joined: [whole()] };
		case 'category':
		case 'house-number':
			return { slot, alone: [], joined: [] };
		default:
			return { slot, alone: [whole()], joined: [] };
	}
}

/** Month and day, whichever comes first. */
function dayKey(date: number): string {
	const [month, day] = [Math.floor(date / 100) % 100, date % 100];
	return `d${Math.min(month, day)}-${Math.max(month, day)}`;
}
