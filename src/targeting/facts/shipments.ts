/**
 * Facts about the shipment that a declaration speaks of, as other documents, carriers, sensors and banks know it.
 */
import type { ShipmentTrace } from '../knowledge.ts';
import type { DeclarationSource } from './declarations.ts';
import { factKind, flag, number } from './fact-table.ts';

/** A shipment; looked up once, when the first fact is asked for. */
export class ShipmentSource {
	readonly #declaration: DeclarationSource;
	#trace: ShipmentTrace | undefined;

	constructor(declaration: DeclarationSource) {
		this.#declaration = declaration;
	}

	/** undefined where nobody keeps histories of shipments. */
	get trace(): ShipmentTrace | undefined {
		const { context, record } = this.#declaration;
		this.#trace ??= context.knowledge.history.shipment?.(record);
		return this.#trace;
	}
}

export const shipmentKind = factKind<ShipmentSource>('Shipment', {
	reported: flag(
		'a carrier reported a transport document, container or consignment reference of it',
		({ trace }) => trace?.reported,
	),
	usuallyReported: number(
		'share of declarations by this mode, with a transport document, that were reported before',
		({ trace }) => trace?.usuallyReported,
	),
	moved: flag(
		'a gate, scanner, seal check or plate reader saw a container or vehicle of it',
		({ trace }) => trace?.moved,
	),
	declaredMassKg: number('declared gross mass', ({ trace }) => trace?.declaredMassKg),
	reportedMassKg: number(
		'mass that carriers reported under the same documents',
		({ trace }) => trace?.reportedMassKg,
	),
	scannedMassKg: number('mass that a scanner weighed', ({ trace }) => trace?.scannedMassKg),
	declaredBefore: number(
		'other declarations of one of its transport documents',
		({ trace }) => trace?.declaredBefore,
	),
	declaredBeforeMassKg: number('their declared mass', ({ trace }) => trace?.declaredBeforeMassKg),
	invoices: number('different invoices that these and this one name', ({ trace }) => trace?.invoices),
	invoicedBefore: number(
		'other declarations that name one of its invoices of the same seller',
		({ trace }) => trace?.invoicedBefore,
	),
	sameMassOtherHeading: number(
		'headings under which the exporter had brought in goods of the very same mass',
		({ trace }) => trace?.sameMassOtherHeading,
	),
	paid: number(
		'paid between the declared parties within 90 days, as far as reports tell',
		({ trace }) => trace?.paid,
	),
	declared: number('declared between them in the same time and currency', ({ trace }) => trace?.declared),
	paidByOthers: number('payers of a declared party who are not declared', ({ trace }) => trace?.paidByOthers),
	otherHeadings: number(
		'declared headings that are not among those of the cargo report',
		({ trace }) => trace?.otherHeadings,
	),
	otherChapters: number('the same for chapters', ({ trace }) => trace?.otherChapters),
	valueAgainstExport: number(
		'invoiced value as a share of that in the export declaration of the same document',
		({ trace }) => trace?.valueAgainstExport,
	),
});
