/**
 * The table of facts: which variables a condition on a subject has, and of what kind each is. Facts of a kind stand beside
 * how they are read. No fact says who a person is by birth: no nationality, sex, age, place of birth, no name of a person.
 */
import type { RuleSubject } from '../../../contract/rules.ts';
import { bookingKind } from './bookings.ts';
import { cargoReportKind, consignmentKind } from './cargo-reports.ts';
import { declarationKind, itemKind } from './declarations.ts';
import type { FactKind, FactType } from './fact-table.ts';
import { cashKind, suspicionKind } from './money.ts';
import { movementKind } from './movements.ts';
import { partyKind, traderKind } from './parties.ts';
import { listKind, travellerKind } from './passenger-lists.ts';
import { shipmentKind } from './shipments.ts';

const goods = {
	declaration: declarationKind,
	shipment: shipmentKind,
	importer: traderKind,
	exporter: traderKind,
	declarant: traderKind,
	seller: traderKind,
	carrier: partyKind,
	payer: partyKind,
	consignee: partyKind,
};
const report = { report: cargoReportKind, carrier: partyKind };
const list = { passengerList: listKind };

/** Variables by subject. */
export const catalogue: Readonly<Record<RuleSubject, Readonly<Record<string, FactKind>>>> = {
	declaration: goods,
	'goods-item': { item: itemKind, ...goods },
	'cargo-report': report,
	consignment: {
		consignment: consignmentKind,
		consignee: partyKind,
		consignor: partyKind,
		notify: partyKind,
		...report,
	},
	'passenger-list': list,
	traveller: { traveller: travellerKind, ...list },
	booking: { booking: bookingKind },
	'cash-declaration': { cash: cashKind },
	'suspicion-report': { suspicion: suspicionKind },
	'movement-event': { movement: movementKind },
};

export type CataloguedFact = {
	readonly path: string;
	readonly type: FactType;
	readonly title: string;
	readonly subjects: readonly RuleSubject[];
};

/** Every fact by its path, with the subjects that have it, in the order of the table. */
export function factList(): CataloguedFact[] {
	const found = new Map<string, CataloguedFact & { readonly subjects: RuleSubject[] }>();
	for (const [subject, variables] of Object.entries(catalogue) as [RuleSubject, Record<string, FactKind>][])
		for (const [variable, { facts }] of Object.entries(variables))
			for (const [name, { type, title }] of Object.entries(facts)) {
				const path = `${variable}.${name}`;
				const known = found.get(path);
				if (known === undefined) found.set(path, { path, type, title, subjects: [subject] });
				else known.subjects.push(subject);
			}
	return [...found.values()];
}
