import { describe, expect, it } from 'vitest';
import { profileColumns } from './profile-columns.ts';

const kindsOf = (header: string[], rows: string[][], leaveOut: number[] = []): string[] =>
	profileColumns(header, rows, leaveOut).map(({ field }) => `${field.name}: ${field.kind}`);

describe('columns', () => {
	it('are recognised by what they are called', () => {
		const header = [
			'rec_id',
			'given_name',
			'surname',
			'street_number',
			'address_1',
			'suburb',
			'postcode',
			'state',
			'date_of_birth',
			'soc_sec_id',
		];
		const rows = [
			['rec-1-org', 'anna', 'smith', '7', 'oxley street', 'milton', '2119', 'nsw', '19560409', '1804974'],
			['rec-2-org', 'joel', 'smith', '7', 'kent street', 'milton', '2119', 'nsw', '19700124', '1804974'],
		];
		expect(kindsOf(header, rows, [0])).toEqual([
			'given_name: given-name',
			'surname: family-name',
			'street_number: house-number',
			'address_1: address-line',
			'suburb: place',
			'postcode: postcode',
			'state: category',
			'date_of_birth: date',
			'soc_sec_id: identifier',
		]);
	});

	it.each([
		['firstName', 'given-name'],
		['Last Name', 'family-name'],
		['first_and_surname', 'full-name'],
		['full_name', 'full-name'],
		['E-Mail', 'email'],
		['mobile', 'phone'],
		['birth_place', 'place'],
		['Occupation', 'category'],
		['company name', 'organisation-name'],
		['zip', 'postcode'],
	])('%s is a %s', (name, kind) => {
		expect(kindsOf([name], [['x'], ['x'], ['y']])).toEqual([`${name}: ${kind}`]);
	});

	it('are recognised by what is in them where the name says nothing', () => {
		const rows = Array.from({ length: 40 }, (_, at) => [
			`a${at % 30}@b.example`,
			`1${960 + (at % 30)}-01-0${1 + (at % 9)}`,
			at % 2 ? 'x' : 'y',
		]);
		expect(kindsOf(['c1', 'c2', 'c3'], rows)).toEqual(['c1: email', 'c2: date', 'c3: category']);
	});

	it('that number the rows are left out, with or without the answer in them', () => {
		const rows = Array.from({ length: 40 }, (_, at) => [String(at), `Q${at}-1`, `Q${at % 7}`, 'smith']);
		expect(kindsOf(['id', 'unique_id', 'cluster', 'surname'], rows)).toEqual(['surname: family-name']);
	});
});
