import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listEntry } from '../../../../contract/lists.ts';
import { anyList } from '../arbitraries.ts';
import { readList } from '../read-list.ts';
import { csvTemplate, formatOwnList } from './format-own.ts';

const read = (text: string | Uint8Array, name = 'own.csv') =>
	readList(undefined, [{ name, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }]);

describe('own lists', () => {
	it('reads back what it writes', () => {
		fc.assert(
			fc.property(anyList, (entries) => {
				fc.pre(entries.length > 0);
				const reading = read(formatOwnList(entries));
				expect(reading.problems).toEqual([]);
				expect(reading.entries).toEqual(entries);
			}),
			{ seed: 11, numRuns: 100 },
		);
	});

	it('writes no cell that a spreadsheet takes for a formula', () => {
		const text = formatOwnList([
			{ key: '=1+1', kind: 'person', names: [{ full: '@SUM(A1)', quality: 'primary' }], remarks: '-2' },
		]);
		for (const cell of text.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@-]/);
	});

	it('gives a template that it reads', () => {
		const { entries, problems } = read(csvTemplate());
		expect(problems).toEqual([]);
		expect(entries.map((entry) => entry.kind)).toEqual(['person', 'vehicle', 'document', 'equipment']);
		expect(entries[0]?.names[0]).toEqual({
			full: 'Maria Example',
			family: 'Example',
			given: 'Maria',
			quality: 'primary',
		});
		expect(entries[1]?.identifiers).toEqual([{ scheme: 'plate', value: 'AB-123-CD', issuer: 'FR' }]);
	});

	it.each([
		[',', 'Surname,First Name,DOB,Citizenship,Passport No'],
		[';', 'NACHNAME;VORNAME;GEBURTSDATUM;Staatsangehörigkeit;passport number'],
		['\t', 'family\tgiven\tborn\tnationality\tpassport'],
		['|', 'Last_Name|Given_Names|Birth-Date|citizen|Passports'],
	])('knows headers in many words (%j)', (delimiter, header) => {
		const row = ['Kowalski', 'Jan', '17.05.1980', 'Poland', 'AB1234567'].join(delimiter);
		const [entry] = read(`${header}\r\n${row}\r\n`).entries;
		expect(entry).toMatchObject({
			kind: 'person',
			names: [{ full: 'Jan Kowalski', family: 'Kowalski', given: 'Jan', quality: 'primary' }],
			born: [{ from: '1980-05-17' }],
			nationalities: ['PL'],
			identifiers: [{ scheme: 'passport', value: 'AB1234567' }],
		});
	});

	it('puts names together that stand in columns', () => {
		const { entries } = read('First Name,Middle Name,Last Name\nJan,Maria,Kowalski\n,,Nowak\n');
		expect(entries.map((entry) => entry.names[0])).toEqual([
			{ full: 'Jan Maria Kowalski', family: 'Kowalski', given: 'Jan Maria', quality: 'primary' },
			{ full: 'Nowak', family: 'Nowak', quality: 'primary' },
		]);
	});

	it('tells kinds apart by what is filled', () => {
		const { entries } = read(
			'name,imo,container,plate,iban,passport,phone,email\n' +
				'OCEAN STAR,9074729,,,,,,\n,,CSQU3054383,,,,,\n,,,B-AB 123,,,,\n,,,,DE89370400440532013000,,,\n,,,,,P123456,,\n,,,,,,+49 30 123456,\n,,,,,,,a@b.org\n',
		);
		expect(entries.map((entry) => entry.kind)).toEqual([
			'vessel',
			'equipment',
			'vehicle',
			'account',
			'document',
			'phone',
			'email',
		]);
	});

	it('reads UTF-16 as spreadsheets save it', () => {
		const bytes = Buffer.from('\ufeffname;nationality\r\nĐorđe Petrović;Србија\r\n', 'utf16le');
		expect(read(bytes).entries[0]).toMatchObject({
			names: [{ full: 'Đorđe Petrović' }],
			nationalities: ['RS'],
		});
	});

	it('says what is wrong with a row, and reads the others', () => {
		const { entries, problems } = read(
			'key,name,action,handling,review date,listed on\n' +
				'1,Somebody,shout,H9,soon,never\n1,Somebody Else,,,,\n2,Third Person,seize,h2,2030-01-31,2020-02-03\n3,,,,,\n4,"never closed,,,\n',
		);
		expect(entries.map((entry) => entry.key)).toEqual(['1', '2']);
		expect(entries[1]?.instruction).toEqual({ action: 'seize', handling: 'H2', reviewOn: '2030-01-31' });
		expect(problems.map((problem) => problem.reason)).toEqual([
			'"never" is no day',
			'"shout" is no action',
			'"H9" is no handling code',
			'"soon" is no day',
			'key 1 stands on an earlier row; the first was kept',
			'the entry has no name, no number and no address; it was left out',
			'a quoted cell is never closed',
		]);
	});

	it('reads any text into entries that the contract allows, or says why not', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 30 }),
			fc.constantFrom('1970', 'Iran', 'A | B', 'passport ~ 12345'),
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 8 }), { maxLength: 5 }), (rows) => {
				const header = 'name,born,country,identifiers,aliases,address,phone,remarks';
				const { entries } = read([header, ...rows.map((row) => row.join(','))].join('\n'));
				for (const entry of entries) expect(listEntry.safeParse(entry).success).toBe(true);
			}),
			{ seed: 5, numRuns: 40 },
		);
	});
});
