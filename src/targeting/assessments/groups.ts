/**
 * The groups that fairness counts a record in. In: a record, the rules that fired on it, how often its importer was seen.
 * Out: small counts. Pure. Nationality is counted here and nowhere else in targeting: it is no fact of a rule and no feature
 * of a model.
 */
import type { Person } from '../../../contract/records/common.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { toAlpha2 } from '../../values/country.ts';
import { traderKey } from '../../values/trader-key.ts';
import type { GoodsKnowledge } from '../knowledge.ts';
import type { Firing } from '../model.ts';
import type { StoredGroups } from '../store/assessment-detail.ts';

/** More origins than this in one declaration are a groupage, and say nothing of any of them. */
const MOST_ORIGINS = 10;
/** Lines of goods that an importer had before: from so many on it is of this size. */
const SIZES = [
	['large', 1_000],
	['medium', 50],
	['small', 1],
	['new', 0],
] as const;

export function groupsOf(
	record: BorderRecord,
	firings: readonly Firing[],
	goods: GoodsKnowledge,
): StoredGroups {
	switch (record.kind) {
		case 'declaration':
			return goodsGroups(record, goods);
		case 'passenger-list':
			return personGroups(
				record.travellers.map(({ person }) => person),
				firings,
			);
		case 'booking':
			return personGroups(
				record.travellers.map(({ person }) => person),
				firings,
			);
		case 'cash-declaration':
			return personGroups(record.carrier.person === undefined ? [] : [record.carrier.person], firings);
		default:
			return {};
	}
}

function goodsGroups(
	record: Extract<BorderRecord, { kind: 'declaration' }>,
	goods: GoodsKnowledge,
): StoredGroups {
	const origins = new Set<string>();
	for (const { originCountry, preferentialOriginCountry } of record.items) {
		const origin = originCountry ?? preferentialOriginCountry;
		if (origin !== undefined) origins.add(toAlpha2(origin) ?? origin);
	}
	const size = sizeOf(record, goods);
	return {
		...(origins.size === 0 || origins.size > MOST_ORIGINS ? {} : { o: [...origins] }),
		...(size === undefined ? {} : { s: size }),
	};
}

function sizeOf(
	record: Extract<BorderRecord, { kind: 'declaration' }>,
	goods: GoodsKnowledge,
): string | undefined {
	for (const role of ['importer', 'consignee', 'buyer'])
		for (const party of record.parties) {
			if (party.role !== role) continue;
			const key = traderKey(party);
			if (key === undefined) continue;
			const { seen } = goods.tally('importer', key);
			return SIZES.find(([, from]) => seen >= from)?.[0];
		}
	return undefined;
}

const TRAVELLER = /^travellers\[(\d{1,6})\]/;

function personGroups(persons: readonly Person[], firings: readonly Firing[]): StoredGroups {
	const nationality = persons.map(({ nationalities }) => {
		const first = nationalities?.[0];
		return first === undefined ? undefined : (toAlpha2(first) ?? first);
	});
	const pointedAt = new Set<number>();
	const byRule = new Map<string, Set<number>>();
	for (const { rule, place } of firings) {
		const index = TRAVELLER.exec(place)?.[1];
		const at = byRule.get(rule) ?? new Set<number>();
		byRule.set(rule, at);
		if (index === undefined) for (const each of persons.keys()) at.add(each);
		else {
			at.add(Number(index));
			pointedAt.add(Number(index));
		}
	}
	// Where nothing points at anybody, a check of the record is a check of all.
	if (pointedAt.size === 0) for (const each of persons.keys()) pointedAt.add(each);
	const counts: NonNullable<StoredGroups['n']> = {};
	for (const [index, each] of nationality.entries()) {
		if (each === undefined) continue;
		const [all, pointed] = counts[each] ?? [0, 0];
		counts[each] = [all + 1, pointed + (pointedAt.has(index) ? 1 : 0)];
	}
	const rules: NonNullable<StoredGroups['r']> = {};
	for (const [rule, at] of byRule) {
		const of: Record<string, number> = {};
		for (const index of at) {
			const each = nationality[index];
			if (each !== undefined) of[each] = (of[each] ?? 0) + 1;
		}
		rules[rule] = of;
	}
	return {
		...(Object.keys(counts).length === 0 ? {} : { n: counts }),
		...(Object.keys(rules).length === 0 ? {} : { r: rules }),
	};
}
