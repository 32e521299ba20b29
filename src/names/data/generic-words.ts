/**
 * Words that the names of many organisations have. `genericWords` says how much each still tells, 0 to 1 (a name word is 1);
 * `wordEquivalents` gives one form to abbreviations, spellings and translations of them. Keys as `toLatin` gives them.
 * Weights follow how many registered companies have the word: the commoner, the less.
 */
import { organisationWords } from './organisation-words.ts';
import { rows, words } from './read-rows.ts';

const weighted: readonly (readonly [weight: number, block: string])[] = [
	[
		0.05,
		'and of the for in by at to de la le les du des der die das und fur y e et del di da do dos las los el il lo',
	],
	[
		0.15,
		'company corporation group holding holdings enterprise enterprises firm business international global worldwide world',
	],
	[
		0.2,
		`trading trade import export general commercial services service solutions limited partners partnership associates brothers sons
		family investment investments management consulting consultants industries industrial industry development products systems ventures
		national united new first`,
	],
	[
		0.25,
		`shipping maritime marine navigation logistics transport transportation freight cargo forwarding forwarders express courier
		technology technologies technical engineering construction contracting contractors building energy petroleum oil gas power electric
		electrical electronic electronics chemical chemicals pharmaceutical pharmaceuticals medical health mining metal metals steel
		equipment machinery tools manufacturing factory works production supply supplies distribution wholesale retail store stores
		market marketing agency agencies office bureau center institute network networks capital finance financial
		resources property properties estate realty real ship ships vessel vessels line lines carriers carrier airline airlines airways
		aviation air aero aerospace travel tours tourism hotel hotels restaurant food foods foodstuff agricultural agriculture agro farm farms
		textile textiles garment garments fashion jewellery jewelry exchange money remittance transfer hawala software digital data
		communications communication telecom telecommunications media press publishing broadcasting television radio security insurance`,
	],
	[
		0.3,
		`state government federal central regional local public private municipal republic people ministry department committee commission council
		board authority administration directorate division branch section unit organization association society union federation
		league club foundation fund trust charity charitable relief humanitarian welfare islamic party movement front army forces force brigade
		battalion command defense military naval navy police guard corps university college school academy research science scientific laboratory
		hospital clinic church mosque center plant complex bank banking credit savings cooperative economic free zone port airport
		design scientific experimental`,
	],
	[
		0.4,
		`north south east west northern southern eastern western middle golden gold silver star sun royal imperial modern universal continental
		premier prime star elite advanced special special quality best super top great big grand high green blue red black white`,
	],
];

/** Word → what it still says. */
export const genericWords: ReadonlyMap<string, number> = weigh();

function weigh(): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const [weight, block] of weighted)
		for (const word of words(block)) if (!found.has(word)) found.set(word, weight);
	// Abbreviations and translations say as little as the word they stand for.
	for (const [word, canonical] of wordPairs()) {
		const weight = found.get(canonical);
		if (weight !== undefined && !found.has(word)) found.set(word, weight);
	}
	return found;
}

/** Word → the one form for all its spellings, abbreviations and translations. */
export const wordEquivalents: ReadonlyMap<string, string> = new Map(wordPairs());

function* wordPairs(): Iterable<[string, string]> {
	for (const row of rows(organisationWords)) {
		const [canonical = '', others = ''] = row.split('=');
		for (const word of words(others)) yield [word, canonical.trim()];
	}
}
