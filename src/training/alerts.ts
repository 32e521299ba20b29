/**
 * A list of alerts of the simulated border: some of its invented people, companies and vessels, as an agency would have
 * noted them down: another spelling, a year instead of a date, a passport now and then. What they are suspected of is
 * invented too.
 */
import type { AlertInstruction, ListEntry } from '../../contract/lists.ts';
import { Random, STREAM } from './random.ts';
import { SPELLINGS } from './world/name-cultures.ts';
import type { SimulatedPerson } from './world/people.ts';
import { buildWorld } from './world/world.ts';

const PERSONS = 60;
const COMPANIES = 12;
const VESSELS = 3;

const REASONS: readonly { category: string; action: AlertInstruction['action']; remarks: string }[] = [
	{ category: 'smuggling', action: 'inquiry', remarks: 'Named in two earlier cases of undeclared goods.' },
	{ category: 'cash', action: 'inquiry', remarks: 'Carried cash for others.' },
	{ category: 'wanted-person', action: 'contact', remarks: 'The investigating office asks to be called.' },
	{ category: 'entry-ban', action: 'refuse', remarks: 'Entry refused until the date of review.' },
	{
		category: 'organised-crime',
		action: 'discreet-check',
		remarks: 'Note route, company and luggage; do not show it.',
	},
];

/**
 * @param seed and scale those of the simulation: the same world.
 * @param reviewOn `YYYY-MM-DD`, day of review of all entries.
 */
export function simulatedAlerts(seed: number, scale: number, reviewOn: string): ListEntry[] {
	const world = buildWorld(seed, scale);
	const random = new Random(seed, STREAM.alerts);
	const instruction = (): Pick<ListEntry, 'instruction' | 'remarks'> => {
		const { remarks, ...rest } = random.pick(REASONS);
		return { remarks, instruction: { ...rest, reviewOn } };
	};
	const entries: ListEntry[] = [];
	for (let number = 0; number < PERSONS; number++)
		entries.push({
			key: `P-${String(number + 1).padStart(3, '0')}`,
			...personEntry(world.regular(random.whole(0, 2_999)), random),
			...instruction(),
		});
	for (let number = 0; number < COMPANIES; number++) {
		const company = random.pick(world.companies.traders);
		entries.push({
			key: `C-${String(number + 1).padStart(3, '0')}`,
			kind: 'organisation',
			names: [{ full: company.name.toUpperCase(), quality: 'primary' }],
			countries: [company.country],
			...(random.chance(0.4)
				? { identifiers: [{ scheme: company.identifier.scheme, value: company.identifier.value }] }
				: {}),
			...instruction(),
		});
	}
	for (let number = 0; number < VESSELS; number++) {
		const vessel = random.pick(world.carriers.vessels);
		entries.push({
			key: `V-${String(number + 1).padStart(3, '0')}`,
			kind: 'vessel',
			names: [{ full: `MV ${vessel.name}`, quality: 'primary' }],
			identifiers: [{ scheme: 'imo', value: vessel.imo }],
			...instruction(),
		});
	}
	return entries;
}

function personEntry(person: SimulatedPerson, random: Random): Omit<ListEntry, 'key'> {
	const respelt = person.full
		.split(' ')
		.map((part) => {
			const others = SPELLINGS.find((spellings) => spellings.includes(part.toUpperCase()));
			return others === undefined ? part : random.pick(others);
		})
		.join(' ');
	const full = random.chance(0.5) ? `${person.family.toUpperCase()}, ${person.given}` : respelt;
	return {
		kind: 'person',
		names: [{ full, quality: 'primary' }],
		born: [{ from: random.chance(0.3) ? person.bornOn.slice(0, 4) : person.bornOn }],
		nationalities: [person.nationality],
		sex: person.sex,
		...(random.chance(0.3)
			? { identifiers: [{ scheme: 'passport', value: person.passport.value, issuer: person.nationality }] }
			: {}),
	};
}
