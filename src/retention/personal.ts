/**
 * The catalogue of what is personal in a record, in one place, and masking by it. Pure. It names what stays; everything else
 * is masked, so that a field that the contract gains is masked until somebody says that it names nobody.
 * A masked record has its form still: lists are as long as they were, and its schema reads it.
 */
import { z } from 'zod';
import { type BorderRecord, borderRecord } from '../../contract/records/record.ts';

/** What stands in the place of a text that was masked. */
export const MASK = 'masked';

/** Members that stay wherever they stand: codes, counts, quantities, amounts, countries, offices, moments of business. */
const STAYS: ReadonlySet<string> = new Set([
	// What kind of document it is, when and where it was lodged.
	...['kind', 'reference', 'function', 'direction', 'type', 'role', 'roleCode', 'status', 'mode', 'scheme'],
	...['declarationType', 'procedureCategory', 'documentType', 'documentCode', 'listType', 'messageReference'],
	...[
		'declaredOn',
		'declaredAt',
		'acceptedAt',
		'preparedAt',
		'bookedAt',
		'changedAt',
		'createdAt',
		'arrivesOn',
	],
	...['arrivesAt', 'departsAt', 'submittedAt', 'inspectedAt', 'postedAt', 'valueOn', 'at', 'source', 'basis'],
	...[
		'office',
		'borderOffice',
		'presentationOffice',
		'supervisingOffice',
		'transitOffices',
		'destinationOffice',
	],
	...['sender', 'receiver', 'reporterId', 'reportCode', 'submissionCode', 'schemaVersion', 'indicators'],
	...['rejectedReference', 'fiuReference', 'consignmentReference', 'transportDocument', 'masterDocument'],
	...['transportDocumentType', 'declaredCount', 'itemCount', 'packageCount', 'minutes', 'sequence', 'line'],
	...['inspection', 'result', 'reasonCode', 'section', 'tag', 'category', 'issuedOn'],
	// Goods.
	...[
		'hsCode',
		'commodityCode',
		'originCountry',
		'preferentialOriginCountry',
		'dispatchCountry',
		'itinerary',
	],
	...[
		'destinationCountry',
		'procedures',
		'grossMassKg',
		'netMassKg',
		'tareMassKg',
		'massKg',
		'volumeM3',
		'unit',
	],
	...['valuationMethod', 'valuationIndicators', 'preference', 'transactionNature', 'paymentMethod', 'rate'],
	...['regime', 'quotaOrder', 'exchangeRate', 'unNumber', 'class', 'packages', 'count', 'code', 'controls'],
	// Things and where they were.
	...['containers', 'container', 'containerised', 'seals', 'sizeType', 'load', 'state', 'confidence', 'imo'],
	...[
		'identityType',
		'nationality',
		'journey',
		'carrier',
		'operatingCarrier',
		'operatingNumber',
		'bookingClass',
	],
	...['unlocode', 'iata', 'icao', 'facility', 'country', 'border', 'speedKmh', 'headingDegrees', 'boarded'],
	// Money, without whose it is.
	...['amount', 'currency', 'amountLocal', 'form', 'institutionCode', 'institutionCountry', 'swift', 'side'],
	...['suspicious', 'nonBank', 'lateDeposit', 'localCurrency', 'fundsCode', 'locator', 'bookingReference'],
]);

/** Members that stay under one parent only; '' is the record itself. */
const STAYS_AT: ReadonlySet<string> = new Set([
	'.registrationNumber',
	...['items', 'consignments', 'travellers', 'equipment', 'seals', 'containers', 'seal'].map(
		(of) => `${of}.number`,
	),
	...['legs', 'flight', 'journey'].map((of) => `${of}.number`),
	...['transportDocuments', 'previousDocuments', 'documents', 'references'].map((of) => `${of}.number`),
	...['transport', 'borderTransport', 'place', 'from', 'to', 'goodsLocation'].map((of) => `${of}.name`),
	...['loadingPlace', 'unloadingPlace', 'dischargePlace', 'deliveryPlace', 'originPlace'].map(
		(of) => `${of}.name`,
	),
	...['embarks', 'disembarks', 'clears'].map((of) => `${of}.name`),
	...['place', 'from', 'to', 'goodsLocation', 'loadingPlace', 'dischargePlace'].flatMap((of) => [
		`${of}.latitude`,
		`${of}.longitude`,
	]),
	...['supplementary', 'quantityBase', 'size', 'additionalCodes'].map((of) => `${of}.value`),
	...[
		'items.description',
		'seals.issuer',
		'agency.iataNumber',
		'agency.place',
		'packages.kind',
		'deliveryTerms.place',
	],
]);

/** Members in which everything is masked, whatever it is called: what a person is, where she lives, what she writes. */
const PERSONAL_PARTS: ReadonlySet<string> = new Set([
	...[
		'person',
		'contacts',
		'address',
		'addresses',
		'identifiers',
		'payments',
		'loyalty',
		'devices',
		'device',
	],
	...[
		'exposures',
		'sanctions',
		'socialAccounts',
		'employments',
		'clientRelation',
		'facts',
		'remarks',
		'history',
	],
	...['further', 'statements', 'related', 'relatedEntities', 'employerAddress', 'employerContact', 'period'],
]);

/** Kinds of identity that stay although they stand in a masked part: they say what was there, not whose. */
const STAYS_IN_PARTS: ReadonlySet<string> = new Set([
	'kind',
	'scheme',
	'form',
	'currency',
	'amount',
	'country',
]);

/** Means of transport that name a thing and not its driver. */
const NAMELESS_THINGS: ReadonlySet<unknown> = new Set([
	...['vessel', 'aircraft', 'container', 'trailer', 'wagon', 'seal', 'consignment'],
]);
const NAMELESS_MODES: ReadonlySet<unknown> = new Set(['sea', 'air', 'rail', 'inland-water']);

export type Masked = {
	readonly record: BorderRecord;
	/** Values that were there and are not: for tests, and never kept. */
	readonly removed: readonly string[];
};

type Schema = z.core.$ZodType | undefined;
type Members = { readonly [name: string]: unknown };
const isMembers = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record without what is personal in it; masking what is masked changes nothing. */
export function maskRecord(record: BorderRecord): Masked {
	const removed: string[] = [];

	const look = (value: Members, schema: Schema, parent: string, inPart: boolean): Members =>
		Object.fromEntries(
			Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
				const part = inPart || (PERSONAL_PARTS.has(name) && !isOfOrganisation(value, name));
				const stays = part ? STAYS_IN_PARTS.has(name) : staysAt(value, parent, name);
				const left = lookAt(member, memberOf(schema, name), name, part, stays);
				return left === undefined ? [] : [[name, left]];
			}),
		);

	const lookAt = (value: unknown, schema: Schema, name: string, part: boolean, stays: boolean): unknown => {
		if (Array.isArray(value)) return value.map((each) => lookAt(each, elementOf(schema), name, part, stays));
		if (isMembers(value)) return look(value, schema, name, part);
		if (stays || value === MASK) return value;
		removed.push(String(value));
		// A member that has a form of its own, such as a date, is left out: any mark would be a wrong date.
		return schema === undefined || z.safeParse(schema, MASK).success ? MASK : undefined;
	};

	const schema = borderRecord.options.find((option) => option.shape.kind.value === record.kind);
	// Members were masked or left out by the schema of the record, which a test reads the result with.
	return { record: look(record, schema, '', false) as BorderRecord, removed };
}

const staysAt = (holder: Members, parent: string, name: string): boolean =>
	STAYS.has(name) ||
	parent === 'controls' ||
	STAYS_AT.has(`${parent}.${name}`) ||
	isNameless(holder, parent, name) ||
	isOfOrganisation(holder, name);

/** Vessels, aircraft and containers are told by their numbers; a lorry's plate names who drives it. */
function isNameless(holder: Members, parent: string, name: string): boolean {
	if (parent === 'subject' && name === 'id') return NAMELESS_THINGS.has(holder['type']);
	return name === 'identity' && NAMELESS_MODES.has(holder['mode']);
}

/** Name and number of what the document says is an organisation: no data subject (GDPR, recital 14). Its contacts are persons. */
const isOfOrganisation = (holder: Members, name: string): boolean =>
	holder['kind'] === 'organisation' &&
	typeof holder['role'] === 'string' &&
	(name === 'name' || name === 'identifiers' || name === 'address');

function unwrapped(schema: Schema): Schema {
	return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

function elementOf(schema: Schema): Schema {
	const inner = unwrapped(schema);
	return inner instanceof z.ZodArray ? unwrapped(inner.element) : undefined;
}

function memberOf(schema: Schema, name: string): Schema {
	const inner = unwrapped(schema);
	if (inner instanceof z.ZodRecord) return inner.valueType;
	if (!(inner instanceof z.ZodObject) || !Object.hasOwn(inner.shape, name)) return undefined;
	const member: z.core.$ZodType = inner.shape[name];
	return unwrapped(member);
}
