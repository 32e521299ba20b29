/** Published lists through the one door: examples of each format, the real files, and hostile ones. */
import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ListEntry, listEntry } from '../../../contract/lists.ts';
import { DEFAULT_LIST_LIMITS } from './model.ts';
import { parseRemark, remarkPieces } from './ofac/remark.ts';
import { readList, recogniseList } from './read-list.ts';
import { readTable } from './table.ts';

const screeningData = new URL('../../../../shared/data/screening/', import.meta.url);
const hasData = existsSync(screeningData);
const file = (name: string, text: string) => ({ name, bytes: strToU8(text) });
const realFile = (path: string) => ({ name: path, bytes: readFileSync(new URL(path, screeningData)) });

const SDN = `7157,"DOE, John Quincy","individual","SDGT] [IFSR","Dr.",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 15 Jan 1955; alt. DOB circa 1956; POB Kabul, Afghanistan; nationality Afghanistan; Gender Male; Passport RL 123456 (Lebanon) expires 2010; a.k.a. 'ABU DOE'; Linked To: A COMPANY; Minister of Trade; Secondary sanctions risk: section 1."
8000,"OCEAN STAR","vessel","IRAN",-0- ,"T2EU4","Crude Oil Tanker","1000","900","Iran","NITC","Vessel Registration Identification IMO 9074729; MMSI 572469210."
9000,"TRADING HOUSE GLOBUS (THG)",-0- ,"UKRAINE-EO13661",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Registration ID 1027700004012 (Russia); SWIFT/BIC HNRBBY2X; Email Address Info@Example.org; Telephone (98)(9121115315); all offices worldwide."
`;
const ADD = `7157,1,"1 Main Street","London EC3N 1DY","United Kingdom",-0- \n99,2,-0- ,-0- ,"Iran",-0- \n`;
const ALT = `7157,5,"fka","DOUGH, John",-0- \n`;
const byKey = (entries: readonly ListEntry[]) => new Map(entries.map((entry) => [entry.key, entry]));

describe('lists of OFAC', () => {
	const files = [file('x', ADD), file('y', SDN), file('z', ALT)];

	it('joins the files, in any order and under any name', () => {
		const reading = readList(undefined, files);
		expect(reading).toMatchObject({ format: 'ofac-sdn', problemCount: 1 });
		expect(reading.problems[0]).toMatchObject({ place: 'x, line 2' });
		const entries = byKey(reading.entries);
		expect(entries.get('7157')).toEqual({
			key: '7157',
			kind: 'person',
			names: [
				{ full: 'John Quincy DOE', family: 'DOE', given: 'John Quincy', quality: 'primary' },
				{ full: 'John DOUGH', family: 'DOUGH', given: 'John', quality: 'strong', kind: 'fka' },
				{ full: 'ABU DOE', quality: 'weak', kind: 'aka' },
			],
			born: [{ from: '1955-01-15' }, { from: '1956', about: true }],
			sex: 'male',
			nationalities: ['AF'],
			countries: ['GB'],
			birthPlaces: ['Kabul, Afghanistan'],
			identifiers: [
				{
					scheme: 'passport',
					value: 'RL 123456',
					issuer: 'LB',
					note: 'Passport RL 123456 (Lebanon) expires 2010',
				},
			],
			addresses: [{ street: '1 Main Street', city: 'London', postcode: 'EC3N 1DY', country: 'GB' }],
			programmes: ['IFSR', 'SDGT'],
			positions: ['Dr.', 'Minister of Trade'],
			remarks: 'Linked To: A COMPANY; Secondary sanctions risk: section 1',
		});
		expect(entries.get('8000')).toMatchObject({
			kind: 'vessel',
			countries: ['IR'],
			identifiers: [
				{ scheme: 'call-sign', value: 'T2EU4' },
				{ scheme: 'imo', value: '9074729' },
				{ scheme: 'mmsi', value: '572469210' },
			],
		});
		expect(entries.get('9000')).toMatchObject({
			kind: 'organisation',
			names: [
				{ full: 'TRADING HOUSE GLOBUS', quality: 'primary' },
				{ full: 'THG', quality: 'weak' },
			],
			identifiers: [
				{ scheme: 'company-register', value: '1027700004012', issuer: 'RU' },
				{ scheme: 'swift', value: 'HNRBBY2X' },
			],
			emails: ['info@example.org'],
			phones: ['+989121115315'],
		});
	});

	it('reads a zip of the files as one list', () => {
		const zip = zipSync({ 'sdn.csv': strToU8(SDN), 'add.csv': strToU8(ADD), 'alt.csv': strToU8(ALT) });
		const reading = readList(undefined, [{ name: 'list.zip', bytes: zip }]);
		expect(reading.entries).toEqual(readList(undefined, files).entries);
	});

	it('reads on in the file of comments where remarks are too long', () => {
		const comments = file('sdn_comments.csv', '7157,"; Tax ID No. 998877 (Syria)."\n');
		const reading = readList(undefined, [...files, comments]);
		expect(byKey(reading.entries).get('7157')?.identifiers).toContainEqual({
			scheme: 'tax',
			value: '998877',
			issuer: 'SY',
			note: 'Tax ID No. 998877 (Syria)',
		});
	});

	it('tells rows that are damaged, and reads the others', () => {
		const reading = readList(undefined, [
			file('sdn.csv', `${SDN}77,"TOO","FEW"\n7157,${SDN.split('\n')[1]?.slice(5)}\n`),
		]);
		expect(reading.entries).toHaveLength(3);
		expect(reading.problems.map((problem) => problem.reason)).toEqual([
			'the row has 3 cells where 12 are due',
			'entry 7157 is in the file twice; the first was kept',
		]);
	});

	it.skipIf(!hasData).each(['2019', '2021'])(
		'reads every entry of %s, and nearly every piece of its remarks',
		(year) => {
			const reading = readList(
				undefined,
				['add', 'alt', 'sdn'].map((name) => realFile(`ofac/${year}/${name}.csv`)),
			);
			expect(reading.entries.length).toBeGreaterThan(7_000);
			expect(reading.problemCount).toBe(0);
			expect(reading.entries.filter((entry) => !listEntry.safeParse(entry).success)).toEqual([]);
			let pieces = 0;
			let statements = 0;
			readTable(realFile(`ofac/${year}/sdn.csv`).bytes, DEFAULT_LIST_LIMITS, ',', ({ cells }) => {
				for (const piece of remarkPieces(cells[11] ?? '')) {
					pieces++;
					if (parseRemark(piece, cells[2] === 'individual').fact === 'statement' && piece !== '-0-')
						statements++;
				}
				return true;
			});
			expect(statements / pieces).toBeLessThan(0.005);
		},
	);
});

const UN = `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME> RI </FIRST_NAME><SECOND_NAME>WON HO</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPi.033</REFERENCE_NUMBER><LISTED_ON>2016-11-30</LISTED_ON><GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>리원호</NAME_ORIGINAL_SCRIPT>
<COMMENTS1>Reportedly deceased.</COMMENTS1><DESIGNATION><VALUE>Official</VALUE></DESIGNATION>
<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY><LAST_DAY_UPDATED><VALUE>2017-01-01</VALUE><VALUE>2018-02-03</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Ri</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Lee, Won Ho; Yi Won Ho</ALIAS_NAME><DATE_OF_BIRTH>1965</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><NOTE>Approximately</NOTE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER> 381310014</NUMBER><ISSUING_COUNTRY>Iran (Islamic Republic of)</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NOTE>Social Security Number 423-31-3021 (US)</NOTE></INDIVIDUAL_DOCUMENT></INDIVIDUAL>
</INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>CHON MA SAN</FIRST_NAME><REFERENCE_NUMBER>KPv.001</REFERENCE_NUMBER><COMMENTS1>DPRK tanker vessel. IMO number: 8660313.</COMMENTS1></ENTITY>
<ENTITY><DATAID>3</DATAID><FIRST_NAME>A SHIPPING COMPANY</FIRST_NAME><REFERENCE_NUMBER>KPe.002</REFERENCE_NUMBER><COMMENTS1>Owner of a vessel. IMO number: 5571322.</COMMENTS1></ENTITY></ENTITIES></CONSOLIDATED_LIST>`;

describe('the list of the United Nations', () => {
	it('reads persons, organisations and ships', () => {
		const reading = readList(undefined, [file('un.xml', UN)]);
		expect(reading).toMatchObject({
			format: 'un-consolidated',
			publishedAt: '2026-02-27T00:00:09.554Z',
			problems: [],
		});
		const entries = byKey(reading.entries);
		expect(entries.get('KPi.033')).toMatchObject({
			names: [
				{ full: 'RI WON HO', quality: 'primary' },
				{ full: 'Won Ho Lee', family: 'Lee', quality: 'strong' },
				{ full: 'Yi Won Ho', quality: 'strong' },
				{ full: '리원호', kind: 'original script' },
				{ full: 'Abu Ri', quality: 'weak' },
			],
			born: [{ from: '1960', until: '1962', about: true }, { from: '1965' }],
			died: true,
			sex: 'male',
			nationalities: ['KP'],
			identifiers: [
				{ scheme: 'passport', value: '381310014', issuer: 'IR' },
				{ scheme: 'social-security', value: '423-31-3021', issuer: 'US' },
			],
			listedOn: '2016-11-30',
			changedOn: '2018-02-03',
		});
		expect(entries.get('KPv.001')).toMatchObject({
			kind: 'vessel',
			identifiers: [{ scheme: 'imo', value: '8660313' }],
		});
		expect(entries.get('KPe.002')).toMatchObject({
			kind: 'organisation',
			identifiers: [{ scheme: 'imo-company', value: '5571322' }],
		});
	});

	it('refuses a document type, and keeps what came before damage', () => {
		const evil = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>${UN.slice(UN.indexOf('<CONS'))}`;
		expect(readList(undefined, [file('evil.xml', evil)])).toMatchObject({
			entries: [],
			refused: { code: 'unreadable' },
		});
		const cut = readList(undefined, [file('cut.xml', UN.slice(0, UN.indexOf('<ENTITIES>')))]);
		expect(cut.entries).toHaveLength(1);
		expect(cut.problemCount).toBe(1);
	});

	it.skipIf(!hasData).each([
		['2020', 1_093],
		['2026', 1_003],
	])('reads every entry of %s', (year, count) => {
		const reading = readList(undefined, [realFile(`un/consolidated-${year}.xml`)]);
		expect(reading.entries).toHaveLength(count);
		expect(reading.problems).toEqual([]);
		expect(reading.entries.filter((entry) => !listEntry.safeParse(entry).success)).toEqual([]);
		const places = reading.entries.flatMap((entry) => [
			...(entry.nationalities ?? []),
			...(entry.countries ?? []),
		]);
		expect(places.filter((place) => place.length > 3)).toEqual([]);
	});
});

const FTM = [
	{ id: 'p1', schema: 'Passport', properties: { holder: ['a'], number: ['X123456'], country: ['ru'] } },
	{
		id: 'a',
		schema: 'Person',
		caption: 'Ivan Petrov',
		target: true,
		properties: {
			name: ['Иван Петров', 'Ivan Petrov'],
			weakAlias: ['Vanya'],
			firstName: ['Ivan'],
			lastName: ['Petrov'],
			birthDate: ['1970-01-02'],
			nationality: ['ru'],
			gender: ['male'],
			addressEntity: ['adr'],
			topics: ['sanction'],
		},
	},
	{ id: 'b', schema: 'Person', target: false, properties: { name: ['Relative'] } },
	{ id: 'v', schema: 'Vessel', properties: { name: ['Sea Star'], imoNumber: ['IMO9074729'], flag: ['pa'] } },
	{
		id: 'adr',
		schema: 'Address',
		properties: { full: ['1 Street, Moscow'], city: ['Moscow'], country: ['ru'] },
	},
	{
		id: 's',
		schema: 'Sanction',
		properties: { entity: ['a'], program: ['Programme X'], startDate: ['2014-03-04'] },
	},
	{ id: 'o', schema: 'Ownership', properties: {} },
	{ id: 'z', schema: 'Spaceship', properties: { name: ['Enterprise'] } },
];

describe('FollowTheMoney', () => {
	const text = `${FTM.map((entity) => JSON.stringify(entity)).join('\n')}\nnot json\n${'['.repeat(100)}\n`;

	it('joins what stands on other lines', () => {
		const reading = readList(undefined, [file('entities.ftm.json', text)]);
		expect(reading.entries.map((entry) => entry.key)).toEqual(['a', 'v']);
		expect(reading.entries[0]).toEqual({
			key: 'a',
			kind: 'person',
			names: [
				{ full: 'Ivan Petrov', family: 'Petrov', given: 'Ivan', quality: 'primary' },
				{ full: 'Иван Петров', quality: 'strong' },
				{ full: 'Vanya', quality: 'weak', kind: 'aka' },
			],
			born: [{ from: '1970-01-02' }],
			sex: 'male',
			nationalities: ['RU'],
			countries: ['RU'],
			identifiers: [{ scheme: 'passport', value: 'X123456', issuer: 'RU' }],
			addresses: [{ city: 'Moscow', country: 'RU' }],
			programmes: ['Programme X', 'sanction'],
			listedOn: '2014-03-04',
		});
		expect(reading.problems.map((problem) => [problem.place, problem.reason])).toEqual([
			['line 9', 'it is no JSON'],
			['line 10', 'it is nested more than 32 deep'],
			['schema Spaceship', '1 entities of a schema that is not known were left out'],
		]);
	});

	it('reads the nested form', () => {
		const nested = {
			id: 'n',
			schema: 'LegalEntity',
			properties: {
				name: ['Somebody'],
				birthDate: ['1980'],
				sanctions: [{ id: 's', schema: 'Sanction', properties: { program: ['P'] } }],
			},
		};
		expect(readList(undefined, [file('n.json', JSON.stringify(nested))]).entries[0]).toMatchObject({
			kind: 'person',
			programmes: ['P'],
		});
	});

	it('bounds what waits, and lines', () => {
		const reading = readList('follow-the-money', [file('e', text)], {
			...DEFAULT_LIST_LIMITS,
			maxWaitingChars: 50,
			maxLineChars: 250,
		});
		expect(reading.entries.map((entry) => entry.key)).toEqual(['v']);
		expect(reading.problems.map((problem) => problem.place)).toContain('line 2');
	});
});

describe('what is no list', () => {
	it.each([
		['', undefined],
		['Dear colleague', undefined],
		['<html><body>moved</body></html>', undefined],
		['{"a":1}', undefined],
		['colour,shape\nred,round\n', undefined],
	])('recognises nothing in %j', (text, format) => {
		expect(recogniseList(strToU8(text))).toBe(format);
		expect(readList(undefined, [file('x', text)])).toMatchObject({
			entries: [],
			refused: { code: 'unknown-format' },
		});
	});

	it('stops an archive that expands without end', () => {
		const bomb = zipSync({ 'sdn.csv': new Uint8Array(64 * 1024 ** 2) });
		const reading = readList(undefined, [{ name: 'bomb.zip', bytes: bomb }], {
			...DEFAULT_LIST_LIMITS,
			maxBytes: 8 * 1024 ** 2,
		});
		expect(reading.refused?.code).toBe('unknown-format');
		expect(reading.problemCount).toBeGreaterThan(0);
	});

	it('refuses files that are larger than allowed', () => {
		const reading = readList(undefined, [file('sdn.csv', SDN)], { ...DEFAULT_LIST_LIMITS, maxBytes: 100 });
		expect(reading.refused?.code).toBe('too-large');
	});
});
