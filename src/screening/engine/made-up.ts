/** Entries and mentions for tests. Nobody here exists. */
import type { ListEntry } from '../../../contract/lists.ts';
import type { Mention } from '../../mentions/model.ts';
import type { ListedEntry } from './model.ts';

export const person = (key: string, full: string, more: Partial<ListEntry> = {}): ListedEntry => ({
	list: 'watch',
	entry: { key, kind: 'person', names: [{ full, quality: 'primary' }], ...more },
});

export const entry = (
	key: string,
	kind: ListEntry['kind'],
	full: string,
	more: Partial<ListEntry> = {},
): ListedEntry => ({
	list: 'watch',
	entry: { key, kind, names: full === '' ? [] : [{ full, quality: 'primary' }], ...more },
});

export const mention = (full: string, more: Partial<Mention> = {}): Mention => ({
	kind: 'person',
	names: full === '' ? [] : [{ full }],
	identifiers: [],
	...more,
});

const GIVEN =
	'Khalid Yusuf Ibrahim Hassan Omar Said Karim Nadia Layla Boris Sergei Dmitri Anton Olga Pedro Luis Carmen Marta Jun Wei Min Hiroshi Kenji Amadou Fatou Kofi';
const FAMILY =
	'Zubeidi Marwani Qasemi Halabi Tabrizi Kuznetsov Voronin Baranov Fuentes Quintana Zapata Morimoto Takahara Ouedraogo Diarra Mensah Boateng Lindqvist Karlsen Novotny Wieczorek';

/** Some hundreds of people, so that rarity has a meaning. */
export const crowd: readonly ListedEntry[] = GIVEN.split(' ').flatMap((given, row) =>
	FAMILY.split(' ').map((family, column) =>
		person(`crowd-${row}-${column}`, `${given} ${family}`, { born: [{ from: String(1940 + row + column) }] }),
	),
);
