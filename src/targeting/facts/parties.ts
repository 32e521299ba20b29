/**
 * Facts about traders and other parties of goods. A party that was not stated has a view in which nothing is known.
 * No names: a party is known by its key, and that of a natural person without a number is not shown.
 */
import type { Party } from '../../../contract/records/common.ts';
import { toAlpha2 } from '../../values/country.ts';
import { traderKey } from '../../values/trader-key.ts';
import type { GoodsDirection, GoodsFacet, Tally } from '../knowledge.ts';
import type { FactContext } from './fact-context.ts';
import { factKind, flag, number, text, texts } from './fact-table.ts';
import { addressKeyOf, partyKeysOf } from './keys.ts';

/** Facets under which profiles keep the history of a party of this part. */
export type TraderFacet = Extract<GoodsFacet, 'importer' | 'exporter' | 'declarant' | 'seller'>;

const NEVER: Tally = {
	seen: Number.NaN,
	inspected: Number.NaN,
	found: Number.NaN,
	firstDay: Number.NaN,
	lastDay: Number.NaN,
};

/** A party of a record in one of its parts. */
export class PartySource {
	readonly party: Party | undefined;
	readonly context: FactContext;
	readonly facet: TraderFacet | undefined;
	readonly direction: GoodsDirection | undefined;
	readonly #keyOfLine: (() => string | undefined) | undefined;
	/** null: not yet worked out. */
	#key: string | undefined | null = null;
	#tally: Tally | undefined;

	constructor(
		party: Party | undefined,
		context: FactContext,
		facet?: TraderFacet,
		direction?: GoodsDirection,
		keyOfLine?: () => string | undefined,
	) {
		this.party = party;
		this.context = context;
		this.facet = facet;
		this.direction = direction;
		this.#keyOfLine = keyOfLine;
	}

	get key(): string | undefined {
		if (this.#key === null)
			this.#key = this.#keyOfLine?.() ?? (this.party === undefined ? undefined : traderKey(this.party));
		return this.#key;
	}

	get tally(): Tally {
		if (this.#tally === undefined) {
			const { key, facet } = this;
			this.#tally =
				key === undefined || facet === undefined
					? NEVER
					: this.context.knowledge.goods.tally(facet, key, this.direction);
		}
		return this.#tally;
	}
}

/** A name stands in for a number only for firms: names of persons are no facts. */
const shownKey = ({ key, party }: PartySource): string | undefined =>
	key?.startsWith('name:') && party?.kind === 'person' ? undefined : key;

const countryOf = ({ party }: PartySource): string | undefined => {
	const code = party?.address?.country;
	return code === undefined ? undefined : (toAlpha2(code) ?? code);
};

const stated = {
	stated: flag<PartySource>('is named in the document', ({ party }) => party !== undefined),
	id: text<PartySource>('number by which profiles know it, as scheme:NUMBER', shownKey),
	country: text<PartySource>('country of its address', countryOf),
	isPerson: flag<PartySource>('is said to be a natural person', ({ party }) => party?.kind === 'person'),
	hasAddress: flag<PartySource>(
		'a street or a city is stated',
		({ party }) => (party?.address?.lines?.length ?? 0) > 0 || party?.address?.city !== undefined,
	),
	addressKey: text<PartySource>('key of its address, for functions of history', ({ party }) =>
		party?.address === undefined ? undefined : addressKeyOf(party.address),
	),
	keys: texts<PartySource>('keys by which history knows it', ({ party }) =>
		party === undefined ? undefined : partyKeysOf(party),
	),
};

/** A party without a history of goods. */
export const partyKind = factKind<PartySource>('Party', stated);

/** A party that profiles of goods keep. */
export const traderKind = factKind<PartySource>('Trader', {
	...stated,
	seen: number('lines of goods that it had before', ({ tally }) => tally.seen),
	inspected: number('of these, inspected', ({ tally }) => tally.inspected),
	found: number('of these, with something found', ({ tally }) => tally.found),
	rate: number('rate of offences, drawn to that of all lines', ({ key, facet, direction, context }) =>
		key === undefined || facet === undefined
			? undefined
			: context.knowledge.goods.rate(facet, key, direction),
	),
	daysSince: number('days since it was last seen', ({ tally, context }) => context.day - tally.lastDay),
	daysKnown: number('days since it was first seen', ({ tally, context }) => context.day - tally.firstDay),
	isNew: flag('is stated and was never seen before', ({ tally }) => tally.seen === 0),
});
