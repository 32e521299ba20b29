/**
 * Noise: a value that many different names share says nothing about who they are. The e-mail of a broker, the address of an
 * agent who registers companies, a passport number somebody makes up. Counted as mentions come; from its cap on a value
 * links nobody, and what it linked before is looked at again.
 */
import type { PreparedMention, SharableValue } from '../matching/prepare.ts';
import type { Reader } from '../store/mentions.ts';
import { type KnownValues, readValues, type ValueChanges } from '../store/values.ts';

/**
 * Different names that may share a value. A household has one telephone and one address, an office a few persons; more than
 * these are an agent, a broker, a hotel. A number of a document has one owner, with a few writings and former names.
 */
export const NAMES_CAP: { readonly [kind in SharableValue['kind']]: number } = {
	identifier: 5,
	phone: 8,
	email: 8,
	address: 12,
};

export type Noise = { readonly capped: ReadonlySet<number>; readonly changes: ValueChanges };

/** Counts the values of mentions that are new to the store, and says which link nobody. */
export async function countValues(reader: Reader, fresh: readonly PreparedMention[]): Promise<Noise> {
	const values = new Map<number, SharableValue>();
	for (const { values: own } of fresh) for (const value of own) values.set(value.hash, value);
	const known = await readValues(reader, [...values.keys()]);
	return weighValues(known, fresh);
}

/** Of values that are in the store already: which of them link nobody. */
export async function cappedValuesOf(
	reader: Reader,
	mentions: readonly PreparedMention[],
): Promise<ReadonlySet<number>> {
	const values = new Set<number>();
	for (const { values: own } of mentions) for (const { hash } of own) values.add(hash);
	return (await readValues(reader, [...values])).capped;
}

/** Pure part: what is known and what comes in, what changes out. */
export function weighValues(known: KnownValues, fresh: readonly PreparedMention[]): Noise {
	const capped = new Set(known.capped);
	const counts = new Map<number, { value: SharableValue; names: Set<number>; mentions: number }>();
	const names: { value: number; name: number; mention: string }[] = [];
	const more = new Map<number, number>();
	for (const { key, nameHash, values } of fresh)
		for (const value of values) {
			if (known.capped.has(value.hash)) {
				more.set(value.hash, (more.get(value.hash) ?? 0) + 1);
				continue;
			}
			let count = counts.get(value.hash);
			if (count === undefined) {
				count = { value, names: new Set(known.names.get(value.hash)), mentions: 0 };
				counts.set(value.hash, count);
			}
			count.mentions += 1;
			// One more than the cap is kept: it shows that the cap was reached.
			if (nameHash === 0 || count.names.has(nameHash) || count.names.size > NAMES_CAP[value.kind]) continue;
			count.names.add(nameHash);
			names.push({ value: value.hash, name: nameHash, mention: key });
		}
	const newlyCapped: ValueChanges['capped'][number][] = [];
	for (const { value, names: of, mentions } of counts.values()) {
		const cap = NAMES_CAP[value.kind];
		if (of.size <= cap) continue;
		capped.add(value.hash);
		const before = known.names.get(value.hash)?.size ?? 0;
		newlyCapped.push({
			value: value.hash,
			kind: value.kind,
			text: value.text,
			cap,
			mentions: Math.max(of.size, before + mentions),
		});
	}
	return {
		capped,
		changes: {
			names,
			capped: newlyCapped,
			more: [...more].map(([value, mentions]) => ({ value, mentions })),
		},
	};
}
