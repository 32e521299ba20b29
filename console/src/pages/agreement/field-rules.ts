/**
 * Fields of one kind of record as an agreement names them, one row for a path. Where a path stands in several lists the strictest
 * word holds, as it does where records are cut. Pure.
 */
import type { AgreementBody, Grant } from '../../../../contract/exchange/agreement.ts';
import type { RecordKind } from '../../../../contract/records/record.ts';
import { type Fate, fates } from '../../exchanging/agreement-words.ts';

export type FieldRules = Grant['records'][number];

/** From the strictest on. */
const strictest = fates.toReversed();

/** Every path that is named, with its word, in the order of the alphabet. */
export function namedPaths(rules: Pick<FieldRules, Fate>): ReadonlyMap<string, Fate> {
	const named = new Map<string, Fate>();
	for (const fate of fates) for (const path of rules[fate]) named.set(path, fate);
	return new Map([...named].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

export function countFates(rules: Pick<FieldRules, Fate>): Record<Fate, number> {
	const counts = { allowed: 0, masked: 0, forbidden: 0 };
	for (const fate of namedPaths(rules).values()) counts[fate] += 1;
	return counts;
}

/** Kinds of record that the agreement names in either direction, in its order. */
export const kindsOf = (body: AgreementBody): RecordKind[] => [
	...new Set(body.grants.flatMap(({ records }) => records.map(({ kind }) => kind))),
];

export type Way = { readonly from: string; readonly to: string };
export type MatrixRow = { readonly path: string; readonly fates: readonly (Fate | undefined)[] };

/**
 * Paths of one kind against the directions in which it may go: what holds in a direction is the strictest word of all grants
 * that speak of it. Undefined where none names the path: it does not leave, unless a wider path allows it.
 */
export function matrixOf(body: AgreementBody, kind: RecordKind): { ways: Way[]; rows: MatrixRow[] } {
	const ways: Way[] = [];
	const named: Map<string, Fate>[] = [];
	for (const { from, to, records } of body.grants) {
		const rules = records.find((each) => each.kind === kind);
		if (rules === undefined) continue;
		let at = ways.findIndex((way) => way.from === from && way.to === to);
		if (at < 0) {
			at = ways.length;
			ways.push({ from, to });
			named.push(new Map());
		}
		for (const [path, fate] of namedPaths(rules)) {
			const known = named[at]?.get(path);
			if (known === undefined || strictest.indexOf(fate) < strictest.indexOf(known))
				named[at]?.set(path, fate);
		}
	}
	const paths = [...new Set(named.flatMap((each) => [...each.keys()]))].sort();
	return { ways, rows: paths.map((path) => ({ path, fates: named.map((each) => each.get(path)) })) };
}

/** The rules with one path under another word; without it where no word is given. */
export function withFate(rules: FieldRules, path: string, fate: Fate | undefined): FieldRules {
	const without = (list: readonly string[]): string[] => list.filter((each) => each !== path);
	const next = {
		kind: rules.kind,
		allowed: without(rules.allowed),
		masked: without(rules.masked),
		forbidden: without(rules.forbidden),
	};
	if (fate !== undefined) next[fate].push(path);
	return next;
}
