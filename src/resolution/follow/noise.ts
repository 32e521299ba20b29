/**
 * Noise: a value that many different names share says nothing about who they are. The e-mail of a broker, the address of an
 * agent who registers companies, a passport number somebody makes up. Counted as mentions come; from its cap on a value
 * links nobody, and what it linked before is looked at again.
 */
import { compareNames } from '../../names/compare-names.ts';
import { prepareName } from '../../names/prepare-name.ts';
import type { PreparedName } from '../../names/prepared-name.ts';
import type { PreparedMention, SharableValue } from '../matching/prepare.ts';
import type { Reader } from '../store/mentions.ts';
import { type KnownValues, readValues, type ValueChanges } from '../store/values.ts';
import type { PreparedMemory } from './context.ts';

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

/** Names less alike than this are two: far below what makes two names one, so that slips of the pen never cap a value. */
const ALIKE = 0.4;

/** Counts the values of mentions that are new to the store, and says which link nobody. */
export async function countValues(
	reader: Reader,
	memory: PreparedMemory,
	fresh: readonly PreparedMention[],
): Promise<Noise> {
	const values = new Map<number, SharableValue>();
	for (const { values: own } of fresh) for (const value of own) values.set(value.hash, value);
	const known = await readValues(reader, [...values.keys()]);
	// Only where a name is new to a value that others have is it held against theirs.
	const holders = new Set<string>();
	for (const { nameHash, values: own } of fresh)
		for (const { hash } of own) {
			const names = known.names.get(hash);
			if (names === undefined || names.has(nameHash) || known.capped.has(hash)) continue;
			for (const mention of names.values()) holders.add(mention);
		}
	return weighValues(known, fresh, await memory.read(reader, holders));
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

/**
 * Pure part: what is known and what comes in, what changes out.
 * @param holders mentions by which the names of values are known.
 */
export function weighValues(
	known: KnownValues,
	fresh: readonly PreparedMention[],
	holders: ReadonlyMap<string, PreparedMention>,
): Noise {
	const capped = new Set(known.capped);
	const counts = new Map<number, Count>();
	const names: { value: number; name: number; mention: string }[] = [];
	const more = new Map<number, number>();
	const byKey = new Map(fresh.map((mention) => [mention.key, mention]));
	const areAlike = nameComparison((key) => byKey.get(key) ?? holders.get(key));
	for (const { key, nameHash, values } of fresh)
		for (const value of values) {
			if (known.capped.has(value.hash)) {
				more.set(value.hash, (more.get(value.hash) ?? 0) + 1);
				continue;
			}
			let count = counts.get(value.hash);
			if (count === undefined) {
				count = { value, names: new Map(known.names.get(value.hash)), mentions: 0 };
				counts.set(value.hash, count);
			}
			count.mentions += 1;
			// One more than the cap is kept: it shows that the cap was reached.
			if (nameHash === 0 || count.names.has(nameHash) || count.names.size > NAMES_CAP[value.kind]) continue;
			if ([...count.names.values()].some((other) => areAlike(key, other))) continue;
			count.names.set(nameHash, key);
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

type Count = { value: SharableValue; names: Map<number, string>; mentions: number };

/** Whether the first names of two mentions may be writings of one; each name is taken apart once. */
function nameComparison(
	mentionOf: (key: string) => PreparedMention | undefined,
): (one: string, other: string) => boolean {
	const names = new Map<string, PreparedName | undefined>();
	const nameOf = (key: string): PreparedName | undefined => {
		if (names.has(key)) return names.get(key);
		const of = mentionOf(key);
		const first = of?.mention.names[0];
		const name =
			of === undefined || first === undefined
				? undefined
				: prepareName(first.full, of.claim.kind === 'person' ? 'person' : 'organisation', first);
		names.set(key, name);
		return name;
	};
	return (one, other) => {
		const [a, b] = [nameOf(one), nameOf(other)];
		return a !== undefined && b !== undefined && compareNames(a, b) >= ALIKE;
	};
}
