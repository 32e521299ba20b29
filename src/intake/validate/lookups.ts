/**
 * Which other records a record must be held against. In: a record. Out: a short list of keys to look up, with the kinds of
 * record wanted and how far back. What is found goes to across-documents.ts.
 */
import type { BorderRecord, RecordKind } from '../../../contract/records/record.ts';
import { keysOf, type RecordKey, type RecordKeyKind } from './keys.ts';

export type Lookup = {
	readonly key: RecordKey;
	readonly kinds: readonly RecordKind[];
	/** Records received up to so many days before this one. */
	readonly daysBack: number;
};

type Wanted = { readonly kinds: readonly RecordKind[]; readonly daysBack: number; readonly most: number };

/** Per kind of record: the keys worth looking up. What is not here is an index for people and for later stages. */
const wanted: { readonly [kind in RecordKind]: { readonly [key in RecordKeyKind]?: Wanted } } = {
	declaration: {
		'transport-document': { kinds: ['cargo-report', 'declaration'], daysBack: 180, most: 10 },
		container: { kinds: ['cargo-report', 'movement-event'], daysBack: 30, most: 10 },
	},
	'cargo-report': {
		'transport-document': { kinds: ['declaration'], daysBack: 90, most: 30 },
		container: { kinds: ['cargo-report', 'movement-event'], daysBack: 14, most: 20 },
	},
	'passenger-list': {
		flight: { kinds: ['booking', 'cash-declaration'], daysBack: 30, most: 4 },
	},
	booking: {
		flight: { kinds: ['passenger-list'], daysBack: 30, most: 6 },
	},
	'suspicion-report': {},
	'cash-declaration': {
		person: { kinds: ['cash-declaration'], daysBack: 7, most: 2 },
		'travel-document': { kinds: ['cash-declaration'], daysBack: 7, most: 4 },
		flight: { kinds: ['passenger-list'], daysBack: 7, most: 2 },
	},
	'movement-event': {
		container: { kinds: ['movement-event', 'cargo-report', 'declaration'], daysBack: 14, most: 2 },
		plate: { kinds: ['movement-event'], daysBack: 3, most: 2 },
		vessel: { kinds: ['movement-event'], daysBack: 3, most: 1 },
	},
	outcome: {
		reference: {
			kinds: [
				'declaration',
				'cargo-report',
				'passenger-list',
				'booking',
				'cash-declaration',
				'suspicion-report',
				'movement-event',
			],
			daysBack: 3_650,
			most: 2,
		},
	},
};

/** Lookups for a record, at most some dozens. Pass `keys` where they are already at hand. */
export function lookupsOf(record: BorderRecord, keys: readonly RecordKey[] = keysOf(record)): Lookup[] {
	const table = wanted[record.kind];
	const counts = new Map<RecordKeyKind, number>();
	const lookups: Lookup[] = [];
	for (const key of keys) {
		const want = table[key.kind];
		// The record's own reference finds only itself; an outcome looks for its subject.
		if (want === undefined || key.place === 'reference') continue;
		const count = counts.get(key.kind) ?? 0;
		if (count >= want.most) continue;
		counts.set(key.kind, count + 1);
		lookups.push({ key, kinds: want.kinds, daysBack: want.daysBack });
	}
	return lookups;
}
