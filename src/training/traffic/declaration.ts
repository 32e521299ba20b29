/**
 * Declarations as brokers and traders write them: import and export at home, export at the neighbour, transit.
 * In: what somebody says about a consignment. Out: records of the contract. Nothing is drawn here but small choices;
 * whether what is said is true is the caller's business.
 */

import type { Packaging, TransportMeans } from '../../../contract/records/common.ts';
import type { CustomsItem, Declaration } from '../../../contract/records/declaration.ts';
import { type Company, partyOf } from '../world/companies.ts';
import { type Gateway, HOME, HOME_OFFSET_MINUTES } from '../world/gateways.ts';
import { dateOfDay } from '../world/people.ts';
import { type Carriage, DAY_MS } from './carriage.ts';
import { type Consignment, type Line, sumOf } from './consignment.ts';

/** Canonical decimal of a number with at most two places. */
export const decimal2 = (value: number): string => String(Math.round(value * 100) / 100);
/** Canonical decimal of a number with at most three places, for masses. */
export const decimal3 = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** ISO text of an instant, whole seconds, with `Z`. */
export const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Local time at a place, without a zone, to the minute. */
export const localTime = (at: number, offsetMinutes: number = HOME_OFFSET_MINUTES): string =>
	new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 16);

const VAT_PERCENT = 25;

function packagesOf(line: Line, consignment: Consignment): Packaging[] {
	return [
		{ count: line.packages, kind: line.packageKind, marks: `${consignment.invoice.number}/${line.packages}` },
	];
}

/** One item. Duty and tax are worked out from the value that the declarant states. */
function importItem(consignment: Consignment, line: Line, number: number, share: number): CustomsItem {
	const customsValue = Math.round((line.price + consignment.freight * share) * consignment.rate);
	const duty = Math.round((customsValue * line.goods.dutyPercent) / 100);
	const value = { amount: String(customsValue), currency: 'NOK' };
	return {
		number,
		hsCode: line.hsCode,
		commodityCode: `${line.hsCode}00`,
		description: line.description,
		originCountry: line.origin,
		procedures: ['4000', '000'],
		netMassKg: decimal3(line.netKg),
		grossMassKg: decimal3(line.grossKg),
		...(line.pieces === undefined ? {} : { supplementary: { value: String(line.pieces), unit: 'NAR' } }),
		packages: packagesOf(line, consignment),
		price: { amount: decimal2(line.price), currency: consignment.currency },
		customsValue: value,
		statisticalValue: value,
		valuationMethod: '1',
		preference: '100',
		taxes: [
			{
				type: 'A00',
				rate: decimal2(line.goods.dutyPercent),
				base: value,
				amount: { amount: String(duty), currency: 'NOK' },
				paymentMethod: 'E',
			},
			{
				type: 'B00',
				rate: String(VAT_PERCENT),
				base: { amount: String(customsValue + duty), currency: 'NOK' },
				amount: { amount: String(Math.round(((customsValue + duty) * VAT_PERCENT) / 100)), currency: 'NOK' },
				paymentMethod: 'E',
			},
		],
		documents: [
			{ category: 'N', type: '380', number: consignment.invoice.number, issuedOn: consignment.invoice.on },
		],
	};
}

function meansOf(carriage: Carriage): TransportMeans {
	return {
		mode: carriage.mode,
		identity: carriage.identity,
		identityType: carriage.identityType,
		nationality: carriage.flag,
	};
}

/** What all declarations about a consignment say alike. */
function common(
	consignment: Consignment,
): Pick<
	Declaration,
	| 'consignmentReference'
	| 'containers'
	| 'containerised'
	| 'itemCount'
	| 'packageCount'
	| 'grossMassKg'
	| 'invoiceTotal'
> {
	return {
		consignmentReference: consignment.reference,
		...(consignment.container === undefined
			? { containerised: false }
			: { containers: [consignment.container.number], containerised: true }),
		itemCount: consignment.lines.length,
		packageCount: sumOf(consignment.lines, (line) => line.packages),
		grossMassKg: decimal3(sumOf(consignment.lines, (line) => line.grossKg)),
		invoiceTotal: {
			amount: decimal2(sumOf(consignment.lines, (line) => line.price)),
			currency: consignment.currency,
		},
	};
}

const billOf = (consignment: Consignment) => [
	{
		category: consignment.bill.type.slice(0, 1),
		type: consignment.bill.type.slice(1),
		number: consignment.bill.number,
	},
];

/** Where the goods lie while they are declared: the yard of the office. */
const locationAt = (gateway: Gateway) => ({
	facility: gateway.office ?? gateway.unlocode,
	country: gateway.country,
	name: gateway.name,
});

/** Import at home. @param reference the declarant's own; the same on every version. */
export function importDeclaration(
	consignment: Consignment,
	carriage: Carriage,
	declarant: Company,
	reference: string,
	at: number,
): Declaration {
	const total = Math.max(
		1,
		sumOf(consignment.lines, (line) => line.price),
	);
	return {
		kind: 'declaration',
		reference,
		function: 'original',
		direction: 'import',
		declarationType: 'IMA',
		declaredAt: instant(at),
		...(carriage.to.office === undefined ? {} : { office: carriage.to.office }),
		parties: [
			partyOf('declarant', declarant),
			partyOf('exporter', consignment.supplier),
			partyOf('importer', consignment.trader),
		],
		borderTransport: meansOf(carriage),
		...common(consignment),
		transportDocuments: billOf(consignment),
		dispatchCountry: consignment.dispatch,
		destinationCountry: HOME,
		goodsLocation: locationAt(carriage.to),
		loadingPlace: { unlocode: carriage.from.unlocode },
		arrivesOn: dateOfDay(Math.floor(carriage.arrivesAt / DAY_MS)),
		exchangeRate: decimal3(consignment.rate),
		deliveryTerms: { code: consignment.terms.code, place: consignment.terms.place },
		transactionNature: '11',
		items: consignment.lines.map((line, index) =>
			importItem(consignment, line, index + 1, line.price / total),
		),
	};
}

/** Export, at home or at the neighbour: `from` is the gateway where the goods leave. */
export function exportDeclaration(
	consignment: Consignment,
	carriage: Carriage,
	exporter: Company,
	consignee: Company,
	from: Gateway,
	reference: string,
	at: number,
): Declaration {
	return {
		kind: 'declaration',
		reference,
		function: 'original',
		direction: 'export',
		declarationType: 'EXA',
		declaredAt: instant(at),
		...(from.office === undefined ? {} : { office: from.office }),
		parties: [partyOf('declarant', exporter), partyOf('exporter', exporter), partyOf('consignee', consignee)],
		borderTransport: meansOf(carriage),
		...common(consignment),
		transportDocuments: billOf(consignment),
		dispatchCountry: from.country,
		goodsLocation: locationAt(from),
		destinationCountry: consignee.country,
		deliveryTerms: { code: consignment.terms.code, place: consignment.terms.place },
		transactionNature: '11',
		items: consignment.lines.map(
			(line, index): CustomsItem => ({
				number: index + 1,
				hsCode: line.hsCode,
				commodityCode: `${line.hsCode}00`,
				description: line.description,
				originCountry: line.origin,
				procedures: ['1000', '000'],
				netMassKg: decimal3(line.netKg),
				grossMassKg: decimal3(line.grossKg),
				packages: packagesOf(line, consignment),
				price: { amount: decimal2(line.price), currency: consignment.currency },
				statisticalValue: { amount: decimal2(line.price * consignment.rate), currency: 'NOK' },
				documents: [
					{
						category: 'N',
						type: '380',
						number: consignment.invoice.number,
						issuedOn: consignment.invoice.on,
					},
				],
			}),
		),
	};
}

/** Transit through home under seal, from where the goods enter to where they leave. */
export function transitDeclaration(
	consignment: Consignment,
	carriage: Carriage,
	holder: Company,
	exit: Gateway,
	reference: string,
	at: number,
): Declaration {
	return {
		kind: 'declaration',
		reference,
		function: 'original',
		direction: 'transit',
		declarationType: 'T1',
		declaredAt: instant(at),
		...(carriage.to.office === undefined ? {} : { office: carriage.to.office }),
		...(exit.office === undefined ? {} : { transitOffices: [exit.office] }),
		destinationOffice: 'SE030100',
		parties: [
			partyOf('declarant', holder),
			partyOf('consignor', consignment.supplier),
			partyOf('consignee', consignment.trader),
		],
		borderTransport: meansOf(carriage),
		...common(consignment),
		...(consignment.container === undefined ? {} : { seals: [consignment.container.seal] }),
		transportDocuments: billOf(consignment),
		guarantees: [{ type: '1', number: `GRN${reference.slice(-8)}` }],
		dispatchCountry: consignment.dispatch,
		destinationCountry: 'SE',
		goodsLocation: locationAt(carriage.to),
		itinerary: [HOME, 'SE'],
		items: consignment.lines.map(
			(line, index): CustomsItem => ({
				number: index + 1,
				hsCode: line.hsCode,
				commodityCode: line.hsCode,
				description: line.description,
				procedures: ['8000'],
				grossMassKg: decimal3(line.grossKg),
				packages: packagesOf(line, consignment),
			}),
		),
	};
}
