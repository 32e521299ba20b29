/**
 * Facts about cargo reports and their consignments.
 */
import type { CargoReport, Consignment } from '../../../contract/records/cargo-report.ts';
import type { Party, PartyRole, Place } from '../../../contract/records/common.ts';
import type { HistoryKey } from '../knowledge.ts';
import { containerKeysOf, vehicleKeyOf } from './carriers.ts';
import type { FactContext } from './fact-context.ts';
import { decimal, factKind, flag, number, text, texts } from './fact-table.ts';
import { containerKeyOf, partyKeysOf, transportDocumentKeyOf } from './keys.ts';
import { hoursFrom, instantOf, isLate } from './times.ts';
import { UnitSource } from './unit-source.ts';

export const placeCountry = (place: Place | undefined): string | undefined =>
	place?.country ?? place?.unlocode?.slice(0, 2);

/** Containers named by goods, each once, in the order of the consignments. */
function goodsContainers(consignments: readonly Consignment[]): string[] {
	const found = new Set<string>();
	for (const { items } of consignments)
		for (const { containers } of items) for (const { number } of containers ?? []) found.add(number);
	return [...found];
}

/** A cargo report, with what several facts share. */
export class CargoReportSource extends UnitSource {
	readonly record: CargoReport;
	readonly context: FactContext;
	#goodsContainers: readonly string[] | undefined;

	constructor(record: CargoReport, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	get goodsContainers(): readonly string[] {
		this.#goodsContainers ??= goodsContainers(this.record.consignments);
		return this.#goodsContainers;
	}

	/** Full containers on board in which no consignment has goods, by their keys. */
	get withoutGoods(): string[] {
		const { equipment = [] } = this.record;
		if (equipment.length === 0 || this.goodsContainers.length === 0) return [];
		const loaded = new Set(this.goodsContainers.map((each) => containerKeyOf(each) ?? each));
		return equipment
			.filter(
				({ number, load, kind }) =>
					load === 'full' && kind !== 'TE' && !loaded.has(containerKeyOf(number) ?? number),
			)
			.map(({ number }) => number);
	}

	/** Containers with goods that are not among the equipment on board. */
	get notAboard(): string[] {
		const { equipment = [] } = this.record;
		if (equipment.length === 0) return [];
		const aboard = new Set(equipment.map(({ number }) => containerKeyOf(number) ?? number));
		return this.goodsContainers.filter((each) => !aboard.has(containerKeyOf(each) ?? each));
	}

	get departsAt(): string | undefined {
		return this.record.departsAt ?? this.record.legs?.[0]?.departsAt;
	}

	get arrivesAt(): string | undefined {
		return this.record.arrivesAt ?? this.record.legs?.at(-1)?.arrivesAt;
	}

	override partyKeys(): readonly HistoryKey[] {
		return (this.record.parties ?? []).flatMap(partyKeysOf);
	}

	override carrierKeys(): readonly HistoryKey[] {
		const key = vehicleKeyOf(this.record.transport);
		return key === undefined ? [] : [key];
	}

	override changedLate(): boolean {
		const { version, nowMs } = this.context;
		if (version < 2 && this.record.function === 'original') return false;
		return isLate(nowMs, this.departsAt, this.arrivesAt);
	}
}

/** A consignment of a cargo report. */
export class ConsignmentSource extends UnitSource {
	readonly whole: CargoReportSource;
	readonly consignment: Consignment;

	constructor(whole: CargoReportSource, consignment: Consignment) {
		super();
		this.whole = whole;
		this.consignment = consignment;
	}

	party(...roles: readonly PartyRole[]): Party | undefined {
		return this.consignment.parties?.find(({ role }) => roles.includes(role));
	}

	get containers(): string[] {
		return goodsContainers([this.consignment]);
	}

	override partyKeys(): readonly HistoryKey[] {
		return (this.consignment.parties ?? []).flatMap(partyKeysOf);
	}

	override carrierKeys(): readonly HistoryKey[] {
		const keys = containerKeysOf(this.containers);
		return keys.length > 0 ? keys : this.whole.carrierKeys();
	}

	override changedLate(): boolean {
		return this.whole.changedLate();
	}
}

export const cargoReportKind = factKind<CargoReportSource>('CargoReport', {
	function: text('original, amendment, cancellation or replacement', ({ record }) => record.function),
	version: number('1 for the first version that came', ({ context }) => context.version),
	mode: text('mode of transport', ({ record }) => record.transport?.mode),
	carrier: text(
		'code of the carrier',
		({ record }) => record.transport?.carrier ?? record.legs?.[0]?.carrier,
	),
	flag: text(
		'country of registration of the vessel or vehicle',
		({ record }) => record.transport?.nationality,
	),
	journey: text('number of voyage, flight or trip', ({ record }) => record.transport?.journey),
	office: text('customs office of arrival', ({ record }) => record.office),
	departureCountry: text('country of departure', ({ record }) => placeCountry(record.legs?.[0]?.from)),
	consignmentCount: number('consignments', ({ record }) => record.consignments.length),
	equipmentCount: number('containers and trailers on board', ({ record }) => record.equipment?.length ?? 0),
	hoursBeforeArrival: number(
		'hours from the assessment to the arrival; negative after it',
		({ context, arrivesAt }) => (instantOf(arrivesAt) - context.nowMs) / 3_600_000,
	),
	journeyHours: number('hours from departure to arrival', ({ departsAt, arrivesAt }) =>
		hoursFrom(departsAt, arrivesAt),
	),
	withoutGoods: texts(
		'full containers on board in which no consignment has goods',
		(source) => source.withoutGoods,
	),
	notAboard: texts(
		'containers with goods that are not among the equipment on board',
		(source) => source.notAboard,
	),
});

export const consignmentKind = factKind<ConsignmentSource>('Consignment', {
	number: number('number of the consignment', ({ consignment }) => consignment.number),
	transportDocument: text(
		'number of the bill of lading or air waybill',
		({ consignment }) => consignment.transportDocument,
	),
	transportDocumentKey: text('its key, for functions of history', ({ consignment }) =>
		transportDocumentKeyOf(consignment.transportDocument),
	),
	hasMaster: flag(
		'is part of a consolidation: a master document is named',
		({ consignment }) => consignment.masterDocument !== undefined,
	),
	loadingCountry: text('country of loading', ({ consignment }) => placeCountry(consignment.loadingPlace)),
	loadingPlace: text(
		'UN/LOCODE or name of the place of loading',
		({ consignment }) => consignment.loadingPlace?.unlocode ?? consignment.loadingPlace?.name,
	),
	dischargePlace: text(
		'UN/LOCODE or name of the place of discharge',
		({ consignment }) => consignment.dischargePlace?.unlocode ?? consignment.dischargePlace?.name,
	),
	deliveryCountry: text('country of final delivery', ({ consignment }) =>
		placeCountry(consignment.deliveryPlace),
	),
	originCountry: text('country where the carriage began', ({ consignment }) =>
		placeCountry(consignment.originPlace),
	),
	grossMassKg: decimal('gross mass, in kilograms', ({ consignment }) => consignment.grossMassKg),
	packages: number('packages', ({ consignment }) => consignment.packageCount),
	itemCount: number('items', ({ consignment }) => consignment.items.length),
	hsCodes: texts('HS codes of the items', ({ consignment }) =>
		consignment.items.map(({ hsCode }) => hsCode ?? ''),
	),
	descriptions: texts('descriptions of the items', ({ consignment }) =>
		consignment.items.map(({ description }) => description ?? ''),
	),
	dangerousGoods: texts('UN numbers of dangerous goods', ({ consignment }) =>
		consignment.items.flatMap((item) => (item.dangerousGoods ?? []).map(({ unNumber }) => unNumber ?? '')),
	),
	containers: texts('containers with its goods', ({ containers }) => containers),
});
