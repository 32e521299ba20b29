/**
 * Rows of a table of persons → mentions, for `bench screening`. In: CSV with the columns full_name, first_name, middle_name,
 * last_name, gender, date_of_birth, place_of_birth, nationality, all but the first optional. Out: mentions of persons.
 */
import { readFile } from 'node:fs/promises';
import { openRowSplitter } from '../src/intake/formats/csv/row-splitter.ts';
import type { Mention } from '../src/mentions/model.ts';
import { toCountryCode } from '../src/values/country-names.ts';

/** Reads a file. A date that is none of the calendar is kept as far as it is one. */
export async function readPersons(path: string): Promise<Mention[]> {
	const rows: string[][] = [];
	const splitter = openRowSplitter({ delimiter: ',', newline: '\n', maxRowChars: 100_000 });
	const take = ({ cells }: { cells: string[] }): void => {
		rows.push(cells);
	};
	splitter.push(await readFile(path, 'utf8'), take);
	splitter.end(take);
	const [header = [], ...body] = rows;
	const column = new Map(
		header.map((name, at) => [
			name
				.trim()
				.toLowerCase()
				.replace(/^\ufeff/, ''),
			at,
		]),
	);
	return body.flatMap((cells) => {
		const cell = (name: string): string | undefined => {
			const text = cells[column.get(name) ?? -1]?.trim();
			return text === '' ? undefined : text;
		};
		const full = cell('full_name');
		return full === undefined ? [] : [personOf(full, cell)];
	});
}

function personOf(full: string, cell: (name: string) => string | undefined): Mention {
	const family = cell('last_name');
	const given = cell('first_name');
	const middle = cell('middle_name');
	const born = bornOf(cell('date_of_birth'));
	const gender = cell('gender')?.toLowerCase();
	const nationality = cell('nationality');
	const birthPlace = cell('place_of_birth');
	return {
		kind: 'person',
		names: [
			{
				full,
				...(family === undefined ? {} : { family }),
				...(given === undefined ? {} : { given }),
				...(middle === undefined ? {} : { middle }),
			},
		],
		identifiers: [],
		...(born === undefined ? {} : { born }),
		...(gender === 'female' || gender === 'male' ? { sex: gender } : {}),
		...(nationality === undefined ? {} : { nationalities: [toCountryCode(nationality) ?? nationality] }),
		...(birthPlace === undefined ? {} : { birthPlace }),
	};
}

function bornOf(text: string | undefined): string | undefined {
	const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text ?? '');
	if (match === null) return undefined;
	const [, year = '', month, day] = match;
	if (month === undefined || Number(month) < 1 || Number(month) > 12) return year;
	const withMonth = `${year}-${month.padStart(2, '0')}`;
	return day === undefined || Number(day) < 1 || Number(day) > 31
		? withMonth
		: `${withMonth}-${day.padStart(2, '0')}`;
}
