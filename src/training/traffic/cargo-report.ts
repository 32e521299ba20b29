/**
 * Cargo reports as carriers send them before arrival. In: a carriage and what its bills say. Out: one record.
 * The carrier writes what shippers tell it: descriptions in capitals, six digits of HS at most, no prices.
 */
import type { CargoReport } from '../../../contract/records/cargo-report.ts';
import { partyOf } from '../world/companies.ts';
import { plain } from '../world/people.ts';
import { type Carriage, DAY_MS, HOUR_MS } from './carriage.ts';
import { type Consignment, shortCode, sumOf } from './consignment.ts';
import { decimal3, instant, localTime } from './declaration.ts';

/** Document number of the report of a carriage. */
const cargoReportReference = (carriage: Carriage): string =>
	`${carriage.carrier.code}${shortCode((carriage.day % 10_000) * 100_000 + carriage.index, 6)}`;

/** When the report is sent: 24 hours before departure would be the rule at sea, and few keep it. */
export const cargoReportSentAt = (carriage: Carriage): number =>
	carriage.mode === 'sea'
		? Math.max(carriage.departsAt, carriage.arrivesAt - 2 * DAY_MS + (carriage.index % 17) * HOUR_MS)
		: Math.max(carriage.departsAt, carriage.arrivesAt - 4 * HOUR_MS);

const BILL_KIND = { sea: '705', air: '741', road: '730' } as const;

export function cargoReport(carriage: Carriage, consignments: readonly Consignment[]): CargoReport {
	const containers = consignments.flatMap((each) => (each.container === undefined ? [] : [each]));
	return {
		kind: 'cargo-report',
		reference: cargoReportReference(carriage),
		function: 'original',
		documentType: '85',
		preparedAt: instant(cargoReportSentAt(carriage)),
		sender: carriage.carrier.code,
		receiver: 'NOTOLL',
		parties: [{ role: 'carrier', name: plain(carriage.carrier.name) }],
		transport: {
			mode: carriage.mode,
			identity: carriage.identity,
			...(carriage.name === undefined ? {} : { name: carriage.name.toUpperCase(), imo: carriage.identity }),
			journey: carriage.journey,
			nationality: carriage.flag,
			carrier: carriage.carrier.code,
		},
		legs: [
			{
				carrier: carriage.carrier.code,
				number: carriage.journey,
				from: { unlocode: carriage.from.unlocode },
				to: { unlocode: carriage.to.unlocode },
				departsAt: localTime(carriage.departsAt, carriage.from.offsetMinutes),
				arrivesAt: localTime(carriage.arrivesAt, carriage.to.offsetMinutes),
			},
		],
		departsAt: localTime(carriage.departsAt, carriage.from.offsetMinutes),
		arrivesAt: localTime(carriage.arrivesAt, carriage.to.offsetMinutes),
		...(carriage.to.office === undefined ? {} : { office: carriage.to.office }),
		...(containers.length === 0
			? {}
			: {
					equipment: containers.map((each) => ({
						number: each.container?.number ?? '',
						kind: 'CN',
						...(each.container === undefined
							? {}
							: {
									sizeType: each.container.sizeType,
									seals: [{ number: each.container.seal, issuer: 'SH' }],
								}),
						load: 'full' as const,
						grossMassKg: decimal3(sumOf(each.lines, (line) => line.grossKg) + 2_300),
					})),
				}),
		consignments: consignments.map((each, index) => ({
			number: index + 1,
			transportDocument: each.bill.number,
			transportDocumentType: BILL_KIND[carriage.mode],
			references: [{ type: 'UCN', number: each.reference }],
			parties: [partyOf('consignor', each.supplier), partyOf('consignee', each.trader)],
			loadingPlace: { unlocode: carriage.from.unlocode },
			dischargePlace: { unlocode: carriage.to.unlocode },
			grossMassKg: decimal3(sumOf(each.lines, (line) => line.grossKg)),
			packageCount: sumOf(each.lines, (line) => line.packages),
			items: each.lines.map((line, at) => ({
				number: at + 1,
				packages: [{ count: line.packages, kind: line.packageKind }],
				description: plain(line.description),
				hsCode: line.hsCode,
				grossMassKg: decimal3(line.grossKg),
				...(each.container === undefined
					? {}
					: { containers: [{ number: each.container.number, packages: line.packages }] }),
			})),
		})),
		controls: { '8': String(consignments.length) },
	};
}
