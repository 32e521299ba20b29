/**
 * Reads the parts that a WCO declaration and its items share: documents, transport means, taxes, charges, packages.
 * In: an element. Out: the part as a record holds it; what has no field goes to the further facts under `path`.
 */
import type { DocumentReference, Packaging, TransportMeans } from '../../../../contract/records/common.ts';
import type { DutyTaxFee } from '../../../../contract/records/declaration.ts';
import { child, textOf, type XmlElement } from '../xml/element.ts';
import { type Reading, set, unlessEmpty, within } from './reading.ts';
import { FREIGHT_CHARGE, MODE_BY_CODE, UNTYPED } from './vocabulary.ts';

export function parseDocument(
	element: XmlElement,
	path: string,
	reading: Reading,
): DocumentReference | undefined {
	const { scalars, further } = reading;
	const own = within(path, element.name);
	const document: DocumentReference = { type: UNTYPED };
	let members = 0;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		members++;
		switch (inner.name) {
			case 'TypeCode':
				document.type = scalars.code(inner) ?? UNTYPED;
				break;
			case 'ID':
				set(document, 'number', scalars.text(inner));
				break;
			case 'CategoryCode':
				set(document, 'category', scalars.code(inner));
				break;
			case 'Name':
				set(document, 'name', scalars.text(inner));
				break;
			case 'LPCOExemptionCode':
				set(document, 'status', scalars.code(inner));
				break;
			case 'LineNumeric': {
				const line = scalars.count(inner);
				if (line !== undefined) document.line = line;
				break;
			}
			case 'IssueDateTime': {
				const moment = scalars.moment(inner);
				if (moment !== undefined) document.issuedOn = moment.date;
				break;
			}
			case 'Submitter': {
				const name = child(inner, 'Name');
				const issuer = name === undefined ? undefined : scalars.text(name);
				if (issuer !== undefined) document.issuer = issuer;
				for (const rest of inner.children) if (rest !== name) further.keep(`${own}/Submitter`, rest);
				break;
			}
			default:
				further.keep(own, inner);
		}
	}
	return members === 0 ? undefined : document;
}

export function parseTransport(
	element: XmlElement,
	path: string,
	reading: Reading,
): TransportMeans | undefined {
	const { scalars, further } = reading;
	const own = within(path, element.name);
	const transport: TransportMeans = {};
	for (const inner of element.children) {
		if (textOf(inner) === undefined && inner.children.length === 0) continue;
		switch (inner.name) {
			case 'ModeCode': {
				const code = textOf(inner) ?? '';
				// Two-digit national codes begin with the digit of the international one.
				transport.mode = MODE_BY_CODE.get(code.charAt(0)) ?? 'unknown';
				if (!MODE_BY_CODE.has(code)) further.keep(own, inner);
				break;
			}
			case 'ID':
				set(transport, 'identity', scalars.text(inner));
				break;
			case 'IdentificationTypeCode':
				set(transport, 'identityType', scalars.code(inner));
				break;
			case 'Name':
				set(transport, 'name', scalars.text(inner));
				break;
			case 'JourneyID':
				set(transport, 'journey', scalars.text(inner));
				break;
			case 'RegistrationNationalityCode':
				set(transport, 'nationality', scalars.country(inner));
				break;
			case 'ArrivalDateTime':
				break;
			default:
				further.keep(own, inner);
		}
	}
	return unlessEmpty(transport);
}

/** A duty or tax; `preference` where the element names nothing but the preference. */
export function parseDutyTaxFee(
	element: XmlElement,
	path: string,
	reading: Reading,
): { tax?: DutyTaxFee; preference?: string } {
	const { scalars, further } = reading;
	const own = within(path, 'DutyTaxFee');
	const tax: DutyTaxFee = {};
	const take = (inner: XmlElement): void => {
		if (textOf(inner) === undefined && inner.children.length === 0) return;
		switch (inner.name) {
			case 'TypeCode':
				set(tax, 'type', scalars.code(inner));
				break;
			case 'DutyRegimeCode':
				set(tax, 'regime', scalars.code(inner));
				break;
			case 'QuotaOrderID':
				set(tax, 'quotaOrder', scalars.code(inner));
				break;
			case 'TaxRateNumeric':
				set(tax, 'rate', scalars.decimal(inner));
				break;
			case 'AdValoremTaxBaseAmount':
				set(tax, 'base', scalars.money(inner));
				break;
			case 'SpecificTaxBaseQuantity':
				set(tax, 'quantityBase', scalars.quantity(inner));
				break;
			case 'MethodCode':
				set(tax, 'paymentMethod', scalars.code(inner));
				break;
			case 'TaxAssessedAmount':
				if (tax.amount === undefined) set(tax, 'amount', scalars.money(inner));
				else further.keep(`${own}/Payment`, inner);
				break;
			case 'PaymentAmount':
				if (tax.amount === undefined) set(tax, 'amount', scalars.money(inner));
				else further.keep(`${own}/Payment`, inner);
				break;
			case 'Payment':
				for (const member of inner.children) take(member);
				break;
			default:
				further.keep(own, inner);
		}
	};
	for (const inner of element.children) take(inner);
	const members = Object.keys(tax);
	if (members.length === 1 && tax.regime !== undefined) return { preference: tax.regime };
	return members.length === 0 ? {} : { tax };
}

export type Adjustment = { type: string; amount?: { amount: string; currency?: string | undefined } };

/** Charges and deductions of a customs valuation; anything else of it is given to `other`. */
export function parseValuation(
	element: XmlElement,
	path: string,
	reading: Reading,
	other: (inner: XmlElement) => boolean,
): Adjustment[] {
	const { scalars, further } = reading;
	const own = within(path, 'CustomsValuation');
	const adjustments: Adjustment[] = [];
	for (const inner of element.children) {
		if (inner.name === 'FreightChargeAmount') {
			const amount = scalars.money(inner);
			if (amount !== undefined) adjustments.push({ type: FREIGHT_CHARGE, amount });
		} else if (inner.name === 'ChargeDeduction') {
			const type = child(inner, 'ChargesTypeCode');
			const charge = child(inner, 'OtherChargeDeductionAmount') ?? child(inner, 'Amount');
			const adjustment: Adjustment = { type: (type && scalars.code(type)) ?? UNTYPED };
			const amount = charge && scalars.money(charge);
			if (amount !== undefined) adjustment.amount = amount;
			if (type !== undefined || amount !== undefined) adjustments.push(adjustment);
			for (const rest of inner.children)
				if (rest !== type && rest !== charge) further.keep(`${own}/ChargeDeduction`, rest);
		} else if (!other(inner)) further.keep(own, inner);
	}
	return adjustments;
}

export function parsePackaging(element: XmlElement, path: string, reading: Reading): Packaging | undefined {
	const { scalars, further } = reading;
	const packaging: Packaging = {};
	for (const inner of element.children) {
		switch (inner.name) {
			case 'SequenceNumeric':
				break;
			case 'QuantityQuantity':
				set(packaging, 'count', scalars.count(inner));
				break;
			case 'TypeCode':
				set(packaging, 'kind', scalars.code(inner));
				break;
			case 'MarksNumbersID':
			case 'MarksNumbers':
				set(packaging, 'marks', scalars.text(inner));
				break;
			default:
				further.keep(within(path, 'Packaging'), inner);
		}
	}
	return unlessEmpty(packaging);
}
