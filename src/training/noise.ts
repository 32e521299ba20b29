/**
 * The noise of real life on records: typos, other transliterations, fields left out, swapped names and dates, wrong check
 * digits, wrong units. In: a record as it should be. Out: the record as it is sent. References are never touched, so that
 * the truth about plots still points at the right documents.
 */
import type { CargoReport } from '../../contract/records/cargo-report.ts';
import type { Party, Person } from '../../contract/records/common.ts';
import type { CustomsItem, Declaration } from '../../contract/records/declaration.ts';
import type { Random } from './random.ts';
import { NOISE } from './rates.ts';
import { otherSpelling } from './world/people.ts';

/** Neighbours on the keyboard. */
const NEXT_KEY: Readonly<Record<string, string>> = {
	a: 's',
	b: 'v',
	c: 'x',
	d: 'f',
	e: 'r',
	f: 'g',
	g: 'h',
	h: 'j',
	i: 'o',
	j: 'k',
	k: 'l',
	l: 'k',
	m: 'n',
	n: 'm',
	o: 'p',
	p: 'o',
	q: 'w',
	r: 't',
	s: 'd',
	t: 'y',
	u: 'i',
	v: 'b',
	w: 'e',
	x: 'c',
	y: 'u',
	z: 'x',
};

/** One slip of the finger: a letter doubled, dropped, swapped with the next or taken from the next key. */
export function typo(random: Random, text: string): string {
	if (text.length < 4) return text;
	const at = random.whole(1, text.length - 2);
	const letter = text[at] ?? '';
	switch (random.whole(0, 3)) {
		case 0:
			return text.slice(0, at) + letter + text.slice(at);
		case 1:
			return text.slice(0, at) + text.slice(at + 1);
		case 2:
			return text.slice(0, at) + (text[at + 1] ?? '') + letter + text.slice(at + 2);
		default: {
			const next = NEXT_KEY[letter.toLowerCase()] ?? letter;
			return (
				text.slice(0, at) + (letter === letter.toLowerCase() ? next : next.toUpperCase()) + text.slice(at + 1)
			);
		}
	}
}

/** The last digit replaced by one that is wrong. */
export const wrongLastDigit = (text: string): string =>
	text.slice(0, -1) + ((Number(text.slice(-1)) + 3) % 10);

const withTypo = (random: Random, text: string): string =>
	random.chance(NOISE.typo) ? typo(random, text) : text;

const noisyParty = (random: Random, party: Party): Party =>
	party.name === undefined ? party : { ...party, name: withTypo(random, party.name) };

const without = <T extends object, K extends keyof T>(record: T, field: K): Omit<T, K> => {
	const { [field]: _left, ...rest } = record;
	return rest;
};

function noisyItem(random: Random, item: CustomsItem): CustomsItem {
	const described =
		item.description === undefined ? item : { ...item, description: withTypo(random, item.description) };
	if (random.chance(NOISE.unitMistake) && described.netMassKg !== undefined)
		return { ...described, netMassKg: String(Math.round(Number(described.netMassKg)) * 1_000) };
	if (!random.chance(NOISE.missingField)) return described;
	return without(
		described,
		random.pick(['supplementary', 'originCountry', 'netMassKg', 'packages', 'valuationMethod'] as const),
	);
}

/** A declaration as it is really sent. */
export function noisyDeclaration(random: Random, declaration: Declaration): Declaration {
	let sent: Declaration = {
		...declaration,
		parties: declaration.parties.map((party) => noisyParty(random, party)),
		items: declaration.items.map((item) => noisyItem(random, item)),
	};
	if (sent.containers !== undefined && random.chance(NOISE.wrongCheckDigit))
		sent = { ...sent, containers: sent.containers.map(wrongLastDigit) };
	if (random.chance(NOISE.missingField))
		sent = without(
			sent,
			random.pick([
				'loadingPlace',
				'deliveryTerms',
				'consignmentReference',
				'exchangeRate',
				'transactionNature',
			] as const),
		);
	return sent;
}

/** A cargo report as it is really sent: weighed again, described briefly, numbers mistyped. */
export function noisyCargoReport(random: Random, report: CargoReport): CargoReport {
	const imo = report.transport?.identity;
	return {
		...report,
		...(report.transport !== undefined &&
		report.transport.mode === 'sea' &&
		imo !== undefined &&
		random.chance(NOISE.wrongCheckDigit)
			? { transport: { ...report.transport, identity: wrongLastDigit(imo) } }
			: {}),
		consignments: report.consignments.map((consignment) => {
			const parties = consignment.parties?.map((party) => noisyParty(random, party));
			const mass = consignment.grossMassKg;
			const kept = random.chance(NOISE.missingField) ? without(consignment, 'packageCount') : consignment;
			return {
				...kept,
				...(parties === undefined ? {} : { parties }),
				...(mass === undefined
					? {}
					: { grossMassKg: String(Math.round(random.logNormal(Number(mass), NOISE.weighing) * 10) / 10) }),
				items: consignment.items.map((item) =>
					random.chance(NOISE.missingField)
						? without(item, random.pick(['hsCode', 'description'] as const))
						: item.description === undefined
							? item
							: { ...item, description: withTypo(random, item.description) },
				),
			};
		}),
	};
}

/** A person as another office writes her. */
export function noisyPerson(random: Random, person: Person): Person {
	const { family, given } = person.name;
	if (family === undefined || given === undefined) return person;
	let noisy = person;
	if (random.chance(NOISE.transliteration)) {
		const name = {
			...person.name,
			family: otherSpelling(random, family),
			given: otherSpelling(random, given),
		};
		noisy = { ...person, name: { ...name, full: `${name.given} ${name.family}` } };
	}
	if (random.chance(NOISE.swappedNames))
		noisy = { ...noisy, name: { ...noisy.name, family: given, given: family, full: `${family} ${given}` } };
	if (random.chance(NOISE.typo)) {
		const wrong = typo(random, noisy.name.family ?? family);
		noisy = {
			...noisy,
			name: { ...noisy.name, family: wrong, full: `${noisy.name.given ?? given} ${wrong}` },
		};
	}
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(person.bornOn ?? '') ?? [];
	if (day !== undefined && Number(day) <= 12 && random.chance(NOISE.swappedBirth))
		noisy = { ...noisy, bornOn: `${year}-${day}-${month}` };
	return noisy;
}
