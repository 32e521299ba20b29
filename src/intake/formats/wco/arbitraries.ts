/**
 * Arbitrary declarations for property tests. Out: declarations that every format of ours can carry; what a format cannot
 * carry is taken away by its own test. Texts hold characters that formats have to escape.
 */
import fc from 'fast-check';
import type {
	DocumentReference,
	Identifier,
	Money,
	Party,
	Place,
	Quantity,
	TransportMeans,
} from '../../../../contract/records/common.ts';
import type { CustomsItem, Declaration, DutyTaxFee } from '../../../../contract/records/declaration.ts';
import { decimalOf } from '../../../values/decimal.ts';
import { schemeOf } from './party.ts';
import { isTransportDocument } from './vocabulary.ts';

/** An object whose absent members are left out, as records have them. */
const partial = <T extends object>(model: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> }) =>
	fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const nonEmpty = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
	arbitrary.filter((value) => Object.keys(value).length > 0);

export const anyText = fc
	.oneof(
		{ weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
		{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
		{
			weight: 1,
			arbitrary: fc.constantFrom('A & B <Ltd>', 'Say "hi"', "O'Neil's", 'two\nlines', ']]>', '<!-- x -->'),
		},
	)
	.map((text) => text.trim())
	.filter((text) => text !== '');

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
export const anyCode = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
const digits = (length: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const country = fc.constantFrom('GB', 'FR', 'CN', 'US', 'TR', 'XI', 'KE');
const date = fc
	.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2039-12-31T00:00:00Z'), noInvalidDate: true })
	.map((day) => day.toISOString().slice(0, 10));
const dateTime = fc
	.tuple(date, fc.constantFrom('T10:20', 'T23:59:59'), fc.constantFrom('', 'Z', '+02:00', '-05:30'))
	.map((parts) => parts.join(''));
const decimal = fc
	.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.double({ min: 0, max: 100_000, noNaN: true }))
	.map((value) => decimalOf(value, 3));
const count = fc.integer({ min: 0, max: 99_999 });
const money: fc.Arbitrary<Money> = fc.record(
	{ amount: decimal, currency: fc.constantFrom('EUR', 'GBP', 'USD') },
	{ requiredKeys: ['amount'] },
);
const quantity: fc.Arbitrary<Quantity> = fc.record(
	{ value: decimal, unit: fc.constantFrom('NAR', 'LTR', 'KGM#G') },
	{ requiredKeys: ['value'] },
);
const list = <T>(item: fc.Arbitrary<T>, max = 3): fc.Arbitrary<T[]> =>
	fc.array(item, { minLength: 1, maxLength: max });

const identifier: fc.Arbitrary<Identifier> = fc
	.record(
		{
			scheme: fc.constantFrom('', 'passport', 'company-register'),
			value: fc.oneof(anyCode, fc.constantFrom('GB123456789000', 'FR12345678901')),
			issuer: country,
		},
		{ requiredKeys: ['scheme', 'value'] },
	)
	.map((given) => ({ ...given, scheme: given.scheme === '' ? schemeOf(given.value) : given.scheme }));

export const anyParty: fc.Arbitrary<Party> = fc
	.tuple(
		fc.constantFrom<Party['role']>(
			...([
				'declarant',
				'agent',
				'importer',
				'exporter',
				'seller',
				'buyer',
				'consignor',
				'consignee',
				'notify',
			] as const),
			...([
				'carrier',
				'surety',
				'authorisation-holder',
				'payer',
				'payee',
				'owner',
				'freight-forwarder',
			] as const),
			...([
				'director',
				'beneficial-owner',
				'receiver',
				'signatory',
				'warehouse-keeper',
				'sender',
				'other',
			] as const),
		),
		nonEmpty(
			partial<Omit<Party, 'role' | 'kind' | 'person'>>({
				roleCode: anyCode,
				name: anyText,
				identifiers: list(identifier, 2),
				address: nonEmpty(
					partial<NonNullable<Party['address']>>({
						lines: list(anyText, 2),
						city: anyText,
						subdivision: anyText,
						postcode: anyCode,
						country,
					}),
				),
				contacts: list(
					fc.record({
						kind: fc.constantFrom('phone', 'email', 'fax', 'telex', 'url', 'other'),
						value: anyText,
					}),
					2,
				),
			}),
		),
	)
	.map(([role, members]) => ({ role, ...members }));

const documentReference: fc.Arbitrary<DocumentReference> = fc.record(
	{
		type: anyCode,
		number: anyText,
		name: anyText,
		issuer: anyText,
		issuedOn: date,
		status: anyCode,
		category: anyCode,
		line: count,
	},
	{ requiredKeys: ['type'] },
);
/** Transport documents and unique consignment references are joined by readers; they have lists of their own. */
const plainDocument = documentReference.filter(
	(given) => !isTransportDocument(given) && given.type !== 'DCR',
);
const transportDocument: fc.Arbitrary<DocumentReference> = fc.record({
	type: fc.constantFrom('N705', '740', '730'),
	number: anyText,
});

const tax: fc.Arbitrary<DutyTaxFee> = fc
	.tuple(
		anyCode,
		partial<Omit<DutyTaxFee, 'type'>>({
			rate: decimal,
			base: money,
			quantityBase: quantity,
			amount: money,
			paymentMethod: anyCode,
			regime: anyCode,
			quotaOrder: anyCode,
		}),
	)
	.map(([type, members]) => ({ type, ...members }));

const adjustments = list(
	fc.oneof(
		fc.record({ type: anyCode, amount: money }, { requiredKeys: ['type'] }),
		fc.record({ type: fc.constant('FREIGHT'), amount: money }),
	),
	2,
);
const statements = list(
	nonEmpty(partial<{ code?: string; text?: string }>({ code: anyCode, text: anyText })),
);
const further = fc.dictionary(anyCode, anyText, { minKeys: 1, maxKeys: 3 });
const transport: fc.Arbitrary<TransportMeans> = nonEmpty(
	partial<Omit<TransportMeans, 'imo' | 'carrier'>>({
		mode: fc.constantFrom(
			'sea',
			'rail',
			'road',
			'air',
			'mail',
			'multimodal',
			'fixed',
			'inland-water',
			'own-propulsion',
			'unknown',
		),
		identity: anyText,
		identityType: anyCode,
		name: anyText,
		journey: anyText,
		nationality: country,
	}),
);
const namedPlace: fc.Arbitrary<Place> = nonEmpty(
	fc.oneof(
		partial<Pick<Place, 'unlocode' | 'name' | 'country'>>({
			unlocode: fc.constantFrom('GBFXT', 'NLRTM', 'CNSHA'),
			name: anyText,
			country,
		}),
		fc.record({ facility: fc.constantFrom('TERMINAL7', 'X1') }),
	),
);
const goodsLocation: fc.Arbitrary<Place> = fc
	.oneof(
		fc.constant({ facility: 'GBAUFXTFXTFXT', unlocode: 'GBFXT', country: 'GB' }),
		fc.constant({ facility: 'FRBYFRAUT123', country: 'FR', name: 'Le Havre' }),
		fc.record(
			{ facility: fc.constantFrom('SHED4', 'QUAY 9'), unlocode: fc.constant('KEMBA'), name: anyText },
			{ requiredKeys: [] },
		),
	)
	.filter((place) => Object.keys(place).length > 0);

const item: fc.Arbitrary<Omit<CustomsItem, 'number'>> = partial<Omit<CustomsItem, 'number' | 'hsCode'>>({
	commodityCode: fc.oneof(digits(6), digits(8), digits(10)),
	additionalCodes: list(fc.record({ type: fc.constantFrom('TRA', 'GN', 'CV', 'SRZ'), value: anyCode })),
	description: anyText,
	originCountry: country,
	preferentialOriginCountry: country,
	dispatchCountry: country,
	destinationCountry: country,
	procedures: list(fc.constantFrom('4000', '1040', '000', 'C07')),
	netMassKg: decimal,
	grossMassKg: decimal,
	supplementary: quantity,
	packages: list(
		nonEmpty(
			partial<{ count?: number; kind?: string; marks?: string }>({ count, kind: anyCode, marks: anyText }),
		),
	),
	price: money,
	customsValue: money,
	statisticalValue: money,
	valuationMethod: anyCode,
	valuationIndicators: anyCode,
	preference: anyCode,
	taxes: list(tax),
	adjustments,
	parties: list(anyParty, 2),
	containers: list(anyCode),
	documents: list(plainDocument),
	previousDocuments: list(plainDocument),
	statements,
	transactionNature: anyCode,
	further,
}).map((given) => {
	const regime = given.taxes?.find((each) => each.regime !== undefined)?.regime;
	const complete: Omit<CustomsItem, 'number'> = { ...given };
	if (complete.preference === undefined && regime !== undefined) complete.preference = regime;
	if (complete.commodityCode !== undefined) complete.hsCode = complete.commodityCode.slice(0, 6);
	return complete;
});

const header = partial<
	Omit<
		Declaration,
		| 'kind'
		| 'reference'
		| 'function'
		| 'direction'
		| 'parties'
		| 'items'
		| 'declarationType'
		| 'change'
		| 'authorisations'
		| 'declaredOn'
		| 'declaredAt'
		| 'registrationNumber'
	>
>({
	consignmentReference: anyText,
	procedureCategory: anyCode,
	acceptedAt: dateTime,
	office: anyCode,
	borderOffice: anyCode,
	presentationOffice: anyCode,
	supervisingOffice: anyCode,
	transitOffices: list(anyCode, 2),
	destinationOffice: anyCode,
	borderTransport: transport,
	inlandTransport: transport,
	containers: list(anyCode),
	containerised: fc.boolean(),
	seals: list(anyCode),
	transportDocuments: fc.uniqueArray(transportDocument, {
		minLength: 1,
		maxLength: 2,
		selector: ({ type, number }) => `${type} ${number}`,
	}),
	documents: list(plainDocument),
	previousDocuments: list(plainDocument),
	guarantees: list(fc.record({ type: anyCode, number: anyText }, { requiredKeys: ['type'] })),
	dispatchCountry: country,
	destinationCountry: country,
	itinerary: list(country),
	goodsLocation,
	loadingPlace: namedPlace,
	unloadingPlace: namedPlace,
	arrivesOn: date,
	itemCount: count,
	packageCount: count,
	grossMassKg: decimal,
	netMassKg: decimal,
	invoiceTotal: money,
	exchangeRate: decimal,
	deliveryTerms: nonEmpty(partial<{ code?: string; place?: string }>({ code: anyCode, place: anyText })),
	transactionNature: anyCode,
	paymentMethod: anyCode,
	taxes: list(tax),
	statements,
	adjustments,
	further,
});

const change = nonEmpty(
	partial<NonNullable<Declaration['change']>>({
		reasonCode: anyCode,
		reason: anyText,
		pointers: list(
			list(fc.record({ section: anyCode, sequence: count, tag: anyCode }, { requiredKeys: ['section'] })),
			2,
		),
	}),
);

/** What it does, its type and way, and its names: they depend on each other. */
const kind = fc.oneof(
	fc.record({
		function: fc.constantFrom('original' as const, 'replacement' as const, 'request' as const),
		type: fc.constantFrom(['IMA', 'import'] as const, ['EXD', 'export'] as const, ['T1', 'transit'] as const),
	}),
	fc.record({
		function: fc.constantFrom('amendment' as const, 'cancellation' as const),
		type: fc.constantFrom(['IMA', 'import'] as const, ['EXD', 'export'] as const),
	}),
);

export const anyDeclaration: fc.Arbitrary<Declaration> = fc
	.record({
		kind,
		header,
		change,
		reference: anyText,
		registrationNumber: fc.option(anyCode, { nil: undefined }),
		declared: fc.option(fc.oneof(date, dateTime), { nil: undefined }),
		parties: fc.array(anyParty, { maxLength: 4 }),
		items: fc.array(item, { maxLength: 3 }),
	})
	.map((given) => {
		const { function: does, type } = given.kind;
		const named = does === 'amendment' || does === 'cancellation' || does === 'request';
		const declaration: Declaration = {
			kind: 'declaration',
			reference: (named ? given.registrationNumber : undefined) ?? given.reference,
			function: does,
			direction: type[1],
			declarationType: type[0],
			...given.header,
			parties: given.parties,
			items: given.items.map((each, index) => ({ number: index + 1, ...each })),
		};
		if (given.registrationNumber !== undefined) declaration.registrationNumber = given.registrationNumber;
		if (does === 'amendment' || does === 'cancellation') declaration.change = given.change;
		if (given.declared?.length === 10) declaration.declaredOn = given.declared;
		else if (given.declared !== undefined) declaration.declaredAt = given.declared;
		return declaration;
	});
