import type { FairnessDimension } from '../../../../contract/views-targeting.ts';
import { formatCountry } from '../../display/country.ts';
import { spell } from '../../display/words.ts';

export const dimensionWords: {
	readonly [dimension in FairnessDimension]: { name: string; counted: string };
} = {
	origin: { name: 'Origin', counted: 'declarations, by country of origin of the goods' },
	nationality: { name: 'Nationality', counted: 'travellers, by nationality' },
	office: { name: 'Office', counted: 'records, by office' },
	'trader-size': { name: 'Trader size', counted: 'declarations, by how often the importer was seen' },
};

/** In the order in which they are shown, and of the keys 1 to 4. */
export const dimensions = ['origin', 'nationality', 'office', 'trader-size'] as const;

export const formatGroup = (dimension: FairnessDimension, group: string): string => {
	if (dimension === 'trader-size') return spell(group);
	if (dimension === 'office') return group;
	const name = formatCountry(group);
	return name === group ? group : `${name} (${group})`;
};

/** Ways of selecting that every node has. */
export const ways = [
	['all', 'All ways together'],
	['model', 'The model'],
	['chance', 'Chance'],
] as const;

export const formatBy = (by: string): string =>
	ways.find(([way]) => way === by)?.[1] ?? `Rule ${by.replace(/^rule:/, '')}`;
