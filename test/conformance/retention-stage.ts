/**
 * A node for the suite of retention: records of every kind in which somebody can be found, time that passes, and a search
 * through everything that the node keeps.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OpenNode } from '../../src/server/open-node.ts';
import { bytesOf } from './databases.ts';

export const DAY_MS = 86_400_000;

export const SUPERVISOR = { id: '00000000-0000-7000-8000-0000000000f2', name: 'Super Visor' };

/** Whom the records speak of: what must not be found afterwards. */
export const ERIKA = {
	full: 'Zygmunta Krzywonos',
	family: 'Krzywonos',
	given: 'Zygmunta',
	born: '1961-07-23',
	passport: 'QX9081726',
	phone: '+35699887766',
	email: 'zygmunta@krzywonos.example',
	street: '17 Nightingale Steps',
	plate: 'KRZ907',
	iban: 'MT84MALT011000012345MTLCAST001S',
} as const;

export const TELLING: readonly string[] = [
	...Object.values(ERIKA),
	ERIKA.passport.toLowerCase(),
	ERIKA.family.toUpperCase(),
	'35699887766',
	'KRZ 907',
];

const person = {
	name: { full: ERIKA.full, family: ERIKA.family, given: ERIKA.given },
	bornOn: ERIKA.born,
	sex: 'female',
	nationalities: ['PL'],
};
const documents = [{ scheme: 'passport', value: ERIKA.passport, issuer: 'PL', expiresOn: '2030-05-05' }];
const address = { lines: [ERIKA.street], city: 'Sliema', country: 'MT' };
const contacts = [
	{ kind: 'phone', value: ERIKA.phone },
	{ kind: 'email', value: ERIKA.email },
];
const leg = {
	carrier: 'KM',
	number: '101',
	from: { iata: 'MLA' },
	to: { iata: 'FCO' },
	departsAt: '2026-03-01T10:00',
};

export const passengerList = (reference: string, more: object = {}): object => ({
	kind: 'passenger-list',
	reference,
	function: 'original',
	listType: 'passengers',
	carrier: 'KM',
	legs: [leg],
	travellers: [{ number: 1, type: 'passenger', person, documents, address, contacts, seat: '4A' }],
	...more,
});

export const booking = (reference: string): object => ({
	kind: 'booking',
	reference,
	locators: [{ carrier: 'KM', locator: 'ZK17QX' }],
	function: 'original',
	legs: [leg],
	flight: leg,
	travellers: [{ number: 1, type: 'adult', person, documents }],
	contacts,
	payments: [{ form: 'CC', cardLastFour: '4242', holder: ERIKA.full }],
	remarks: [{ text: `call ${ERIKA.given} at ${ERIKA.phone}` }],
});

export const declaration = (reference: string): object => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	declarationType: 'IMA',
	declaredOn: '2026-03-01',
	office: 'MT000101',
	parties: [
		{
			role: 'importer',
			kind: 'person',
			name: ERIKA.full,
			identifiers: [{ scheme: 'eori', value: `MT${ERIKA.passport}` }],
			address,
			contacts,
		},
		{
			role: 'exporter',
			name: 'Ningbo Seller Co',
			address: { city: 'Ningbo', country: 'CN', lines: ['1 Road'] },
		},
	],
	inlandTransport: { mode: 'road', identity: ERIKA.plate, nationality: 'MT' },
	dispatchCountry: 'CN',
	destinationCountry: 'MT',
	containers: ['CSQU3054384'],
	items: [
		{
			number: 1,
			hsCode: '640399',
			description: 'Shoes',
			originCountry: 'CN',
			netMassKg: '1100',
			grossMassKg: '1000',
			price: { amount: '9000', currency: 'EUR' },
		},
	],
	statements: [{ text: `Sold to ${ERIKA.full}` }],
});

export const suspicion = (reference: string): object => ({
	kind: 'suspicion-report',
	reference,
	reporterId: '77',
	reportCode: 'STR',
	submittedAt: '2026-02-20T10:00:00Z',
	localCurrency: 'EUR',
	reason: `structured deposits by ${ERIKA.full}`,
	transactions: [
		{
			number: 'T1',
			amountLocal: '9900',
			at: '2026-02-18T10:00:00Z',
			sides: [
				{ side: 'from', person: { person, identifiers: documents, addresses: [address] } },
				{ side: 'to', account: { number: ERIKA.iban, iban: ERIKA.iban, name: ERIKA.full } },
			],
		},
	],
});

export const cash = (reference: string): object => ({
	kind: 'cash-declaration',
	reference,
	function: 'original',
	direction: 'entering',
	basis: 'declared',
	declaredAt: '2026-03-01T07:00:00Z',
	carrier: { person, identifiers: documents, addresses: [address] },
	instruments: [{ type: 'currency', value: { amount: '12000', currency: 'EUR' } }],
});

export const plate = (reference: string): object => ({
	kind: 'movement-event',
	reference,
	type: 'plate',
	at: '2026-03-01T06:00:00Z',
	subject: { type: 'vehicle', id: ERIKA.plate, country: 'MT' },
	plate: { text: ERIKA.plate, country: 'MT', confidence: 0.9 },
	source: 'camera-1',
	place: { unlocode: 'MTMLA' },
});

export const outcome = (reference: string, subject: string): object => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: subject },
	inspectedAt: '2026-03-01T09:00:00Z',
	inspection: 'physical',
	result: 'offence',
	findings: [{ type: 'undervaluation' }],
	remark: `${ERIKA.full} was there`,
});

/** Everything in which somebody can be found. */
export const everything = (of: string): object[] => [
	passengerList(`KM101/${of}`),
	booking(`ZK17QX/${of}`),
	declaration(`LRN-${of}`),
	suspicion(`STR-${of}`),
	cash(`CASH-${of}`),
	plate(`camera-${of}`),
	outcome(`OUT-${of}`, `LRN-${of}`),
];

export const send = (node: OpenNode, ...records: readonly object[]) =>
	node.intake.submit(bytesOf(records.map((record) => JSON.stringify(record)).join('\n')), {
		source: 'carrier',
		channel: 'command-line',
		name: `${ERIKA.family}.jsonl`,
	});

export async function idOf(node: OpenNode, reference: string): Promise<string> {
	const { items } = await node.intake.listRecords({ limit: 50, sort: '-received', search: reference });
	const found = items.find((item) => item.reference === reference);
	if (found === undefined) throw new Error(`no record ${reference}`);
	return found.id;
}

/** Columns of the database, and files of the vault, in which one of the texts is; text and bytes alike. */
export async function whereAre(node: OpenNode, texts: readonly string[]): Promise<string[]> {
	const reader = node.database.kysely;
	const { rows: columns } = await sql<{ table_name: string; column_name: string }>`
		select table_name, column_name from information_schema.columns
		where table_schema = current_schema() and data_type in ('text', 'bytea', 'character varying', 'jsonb', 'json')
			and table_name !~ '_[0-9]{4}_[0-9]{2}$'`.execute(reader);
	const found = new Set<string>();
	for (const { table_name: table, column_name: column } of columns) {
		const { rows } = await sql<{
			value: unknown;
		}>`select ${sql.ref(column)} as value from ${sql.table(table)}`.execute(reader);
		for (const { value } of rows) {
			const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
			for (const each of texts) if (text.includes(each)) found.add(`${table}.${column}: ${each}`);
		}
	}
	return [...found].sort();
}

/** Files of the vault in which one of the texts is. */
export async function filesWith(node: OpenNode, texts: readonly string[]): Promise<string[]> {
	const names = await readdir(node.folder.vault, { recursive: true, withFileTypes: true });
	const found: string[] = [];
	for (const each of names) {
		if (!each.isFile()) continue;
		const text = await readFile(join(each.parentPath, each.name), 'latin1');
		if (texts.some((one) => text.includes(one))) found.push(each.name);
	}
	return found;
}
