/**
 * Arbitrary cargo reports that CUSCAR can say: what is written of them is read back the same.
 * Left out, because the message has no place for it: kinds of parties, a second identifier, marks of one package line.
 */
import fc from 'fast-check';
import type {
	CargoItem,
	CargoReport,
	Consignment,
	Equipment,
} from '../../../../contract/records/cargo-report.ts';
import type { Leg, Party, TransportMeans } from '../../../../contract/records/common.ts';
import {
	address,
	code,
	contacts,
	count,
	country,
	dateTime,
	decimal,
	place,
	record,
	text,
} from '../edifact/arbitraries.ts';
import { completeTimes } from './carriage.ts';
import { roles } from './codes.ts';

const party: fc.Arbitrary<Party> = record<Party>(
	{ role: fc.constantFrom(...roles), name: text },
	{
		identifiers: fc.array(fc.record({ scheme: fc.constantFrom('local', 'eori', 'iata'), value: text }), {
			minLength: 1,
			maxLength: 1,
		}),
		address,
		contacts,
	},
);

const container = fc.stringMatching(/^[A-Z]{4}\d{7}$/);

const commodity: fc.Arbitrary<Pick<CargoItem, 'hsCode' | 'commodityCode'>> = fc.oneof(
	fc.stringMatching(/^\d{2,6}$/).map((hsCode) => ({ hsCode })),
	fc.stringMatching(/^\d{8,10}$/).map((digits) => ({ hsCode: digits.slice(0, 6), commodityCode: digits })),
	fc.constant({}),
);

const item: fc.Arbitrary<CargoItem> = fc
	.tuple(
		record<CargoItem>(
			{ number: fc.integer({ min: 1, max: 9_999 }) },
			{
				packages: fc.array(fc.record({ count, kind: fc.constantFrom('CT', 'PX', 'BG', '4G') }), {
					minLength: 1,
					maxLength: 3,
				}),
				description: fc.array(text, { minLength: 1, maxLength: 60 }).map((texts) => texts.join(' ')),
				grossMassKg: decimal,
				volumeM3: decimal,
				originCountry: country,
				dangerousGoods: fc.array(
					fc.record({ unNumber: fc.stringMatching(/^\d{4}$/), class: fc.constantFrom('3', '6.1', '9') }),
					{
						minLength: 1,
						maxLength: 2,
					},
				),
				containers: fc.array(
					record<{ number: string; packages?: number }>({ number: container }, { packages: count }),
					{
						minLength: 1,
						maxLength: 3,
					},
				),
				marks: text,
			},
		),
		commodity,
	)
	.map(([rest, codes]) => ({ ...rest, ...codes }));

const consignment: fc.Arbitrary<Consignment> = fc
	.tuple(
		record<Consignment>(
			{ number: fc.integer({ min: 1, max: 9_999 }), items: fc.array(item, { minLength: 1, maxLength: 3 }) },
			{
				references: fc.array(fc.record({ type: fc.constantFrom('UCN', 'ABT', 'ACW'), number: text }), {
					minLength: 1,
					maxLength: 3,
				}),
				parties: fc.array(party, { minLength: 1, maxLength: 3 }),
				loadingPlace: place,
				dischargePlace: place,
				deliveryPlace: place,
				originPlace: place,
				grossMassKg: decimal,
				packageCount: count,
			},
		),
		fc.option(
			fc.tuple(
				code,
				fc.constantFrom('703', '705', '714', '740', '730', undefined),
				fc.option(code, { nil: undefined }),
			),
			{
				nil: undefined,
			},
		),
	)
	.map(([rest, documents]) => {
		if (documents === undefined) return rest;
		const [own, type, master] = documents;
		return {
			...rest,
			transportDocument: own,
			...(type === undefined ? {} : { transportDocumentType: type }),
			...(master === undefined || master === own ? {} : { masterDocument: master }),
		};
	});

const leg = (numbered: fc.Arbitrary<Pick<Leg, 'carrier' | 'number'>>): fc.Arbitrary<Leg> =>
	fc
		.tuple(numbered, record<Leg>({ from: place, to: place }, { departsAt: dateTime, arrivesAt: dateTime }))
		.map(([flight, rest]) => ({ ...flight, ...rest }));

const numbered = fc.record({ carrier: code, number: code });

const transport = record<TransportMeans>(
	{ mode: fc.constantFrom('sea', 'rail', 'road', 'air', 'inland-water') },
	{ identity: fc.stringMatching(/^[A-Z]{2}\d{4}$/), name: text, nationality: country },
);

const equipment: fc.Arbitrary<Equipment> = record<Equipment>(
	{ number: container },
	{
		kind: fc.constantFrom('CN', 'TE', 'BPN'),
		sizeType: fc.constantFrom('22G1', '45R1'),
		load: fc.constantFrom('empty', 'full', 'unknown'),
		seals: fc.array(record<{ number: string; issuer?: string }>({ number: code }, { issuer: code }), {
			minLength: 1,
			maxLength: 3,
		}),
		grossMassKg: decimal,
		tareMassKg: decimal,
	},
);

/** Cargo reports as they come out of an interchange of the given sender and receiver. */
export const cargoReport = (envelope: Pick<CargoReport, 'sender' | 'receiver'>): fc.Arbitrary<CargoReport> =>
	fc
		.tuple(
			record<CargoReport>(
				{
					kind: fc.constant('cargo-report'),
					reference: text,
					function: fc.constantFrom('original', 'amendment', 'cancellation', 'replacement'),
					documentType: fc.constantFrom('85', '785', '833'),
					preparedAt: dateTime,
					consignments: fc.array(consignment, { maxLength: 3 }),
				},
				{
					parties: fc.array(party, { minLength: 1, maxLength: 2 }),
					arrivesAt: dateTime,
					departsAt: dateTime,
					office: code,
					equipment: fc.array(equipment, { minLength: 1, maxLength: 3 }),
					controls: fc.dictionary(fc.constantFrom('7', '8', '10', '11', '16'), decimal, {
						minKeys: 1,
						maxKeys: 3,
					}),
				},
			),
			fc.option(fc.tuple(transport, numbered), { nil: undefined }),
			fc.array(leg(numbered), { maxLength: 2 }),
		)
		.map(([report, carriage, legs]) => {
			const complete: CargoReport = { ...report, ...envelope };
			if (carriage !== undefined) {
				const [means, { carrier, number }] = carriage;
				complete.transport = { ...means, carrier: carrier ?? '', journey: number ?? '' };
				// The first leg is that of the means of transport.
				const [first, ...others] = legs;
				if (first !== undefined) {
					complete.legs = [{ ...first, carrier: carrier ?? '', number: number ?? '' }, ...others];
				}
				completeTimes(complete);
			}
			return complete;
		});
