/**
 * Arbitrary passenger lists that PAXLST can say: what is written of them is read back the same.
 * Left out, because the message has no place for it: aliases, prefixes, legs without both ends, code shares.
 */
import fc from 'fast-check';
import type { Leg, Person, PersonName, TransportMeans } from '../../../../contract/records/common.ts';
import type { PassengerList, Traveller } from '../../../../contract/records/travel.ts';
import {
	address,
	code,
	contacts,
	count,
	country,
	day,
	decimal,
	localTime,
	place,
	record,
	text,
} from '../edifact/arbitraries.ts';
import { documentSchemes } from './codes.ts';
import { referenceOf } from './itinerary.ts';

const namePart = fc
	.array(fc.stringMatching(/^[A-ZÉØßЖ][a-zA-Z'+:?-]{1,10}[a-zé]$/), { minLength: 1, maxLength: 3 })
	.map((words) => words.join(' '));

const name: fc.Arbitrary<PersonName> = fc
	.record({
		family: namePart,
		given: fc.option(namePart, { nil: undefined }),
		middle: fc.option(namePart, { nil: undefined }),
		title: fc.option(fc.constantFrom('MR', 'Mrs', 'DR'), { nil: undefined }),
	})
	.map(({ family, given, middle, title }) => {
		if (given === undefined) return { full: family, family };
		const full = [given, middle, family].filter((part) => part !== undefined).join(' ');
		return {
			full,
			family,
			given,
			...(middle === undefined ? {} : { middle }),
			...(title === undefined ? {} : { title }),
		};
	});

const person: fc.Arbitrary<Person> = fc
	.tuple(
		record<Person>(
			{ name },
			{
				sex: fc.constantFrom('female', 'male', 'unspecified'),
				birthPlace: text,
				birthCountry: country,
				nationalities: fc.uniqueArray(country, { minLength: 1, maxLength: 3 }),
				residence: country,
				occupation: text,
			},
		),
		fc.option(
			fc.oneof(
				day.map((bornOn) => ({ bornOn })),
				day.map((date) => ({ bornAbout: date.slice(0, 7) })),
				day.map((date) => ({ bornAbout: date.slice(0, 4) })),
			),
			{ nil: {} },
		),
	)
	.map(([rest, birth]) => ({ ...rest, ...birth }));

const document = record<NonNullable<Traveller['documents']>[number]>(
	{ scheme: fc.constantFrom(...documentSchemes), value: text },
	{ issuer: country, issuedOn: day, expiresOn: day, issuedAt: text },
);

const traveller = record<Traveller>(
	{
		type: fc.constantFrom('passenger', 'crew', 'in-transit-passenger', 'in-transit-crew', 'other'),
		person,
	},
	{
		documents: fc.array(document, { minLength: 1, maxLength: 3 }),
		references: fc.array(
			fc.record({ type: fc.constantFrom('ABO', 'AEA', 'CR', 'GEI', 'EMP'), value: text }),
			{
				minLength: 1,
				maxLength: 3,
			},
		),
		bookingReference: code,
		seat: code,
		bags: record<NonNullable<Traveller['bags']>>(
			{ count },
			{ massKg: decimal, tags: fc.array(code, { minLength: 1, maxLength: 3 }) },
		),
		embarks: place,
		disembarks: place,
		clears: place,
		address,
		contacts,
	},
);

const ends = fc.uniqueArray(fc.stringMatching(/^[A-Z]{3}$/), { minLength: 2, maxLength: 2 });

const leg: fc.Arbitrary<Leg> = fc
	.tuple(
		record<Leg>(
			{ carrier: fc.stringMatching(/^[A-Z]{2}$/), number: fc.stringMatching(/^\d{1,4}$/) },
			{ departsAt: localTime, arrivesAt: localTime, border: fc.constant(true) },
		),
		ends,
	)
	.map(([rest, [from = '', to = '']]) => ({ ...rest, from: { iata: from }, to: { iata: to } }));

const vessel = record<TransportMeans>(
	{ name: text },
	{ identity: fc.stringMatching(/^[A-Z]{2}\d{4}$/), nationality: country },
);

/** Kind, document code and function that belong together. */
const KINDS: readonly Pick<PassengerList, 'listType' | 'documentCode' | 'function'>[] = [
	{ listType: 'passengers', documentCode: '745', function: 'original' },
	{ listType: 'passengers', documentCode: '745', function: 'amendment' },
	{ listType: 'passengers', documentCode: '745', function: 'cancellation' },
	{ listType: 'passengers', documentCode: '745:CP', function: 'amendment' },
	{ listType: 'passengers', documentCode: '745:XF', function: 'cancellation' },
	{ listType: 'passengers', documentCode: '745:CF', function: 'change-itinerary' },
	{ listType: 'crew', documentCode: '250', function: 'original' },
	{ listType: 'crew', documentCode: '250:CC', function: 'amendment' },
	{ listType: 'close-out', documentCode: '266:CLNB', function: 'close-out' },
	{ listType: 'gate-pass', documentCode: '655', function: 'original' },
];

/** Passenger lists as they come out of an interchange of the given sender, receiver and time (to the minute). */
export const passengerList = (
	envelope: Pick<PassengerList, 'sender' | 'receiver' | 'preparedAt'>,
): fc.Arbitrary<PassengerList> =>
	fc
		.tuple(
			fc.constantFrom(...KINDS),
			fc.stringMatching(/^[A-Z0-9]{1,14}$/),
			fc.array(leg, { maxLength: 3 }),
			fc.array(traveller, { maxLength: 4 }),
			fc.option(count, { nil: undefined }),
			fc.option(vessel, { nil: undefined }),
			fc.option(text, { nil: undefined }),
			fc.option(contacts, { nil: undefined }),
		)
		.map(([kind, messageReference, legs, travellers, declaredCount, means, reporter, reached]) => {
			const carrier = legs[0]?.carrier;
			const list: PassengerList = {
				kind: 'passenger-list',
				reference: '',
				...kind,
				messageReference,
				...envelope,
				legs,
				travellers: travellers.map((each, index) => ({ ...each, number: index + 1 })),
			};
			if (legs.length > 0) list.mode = means === undefined ? 'air' : 'sea';
			if (legs.length > 0 && means !== undefined) list.transport = { ...means, mode: 'sea' };
			if (carrier !== undefined) list.carrier = carrier;
			if (declaredCount !== undefined) list.declaredCount = declaredCount;
			if (reporter !== undefined) {
				list.reporter = {
					role: 'reporter',
					name: reporter,
					...(reached === undefined ? {} : { contacts: reached }),
				};
			}
			return { ...list, reference: referenceOf(list, messageReference) };
		});
