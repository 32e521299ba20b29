import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatAnswerRow, openQuestionRows, type RowQuestion } from './question-rows.ts';

const read = (text: string, chunk = 1_000_000): { rows: RowQuestion[]; refused: string | undefined } => {
	const reader = openQuestionRows();
	const bytes = strToU8(text);
	const rows: RowQuestion[] = [];
	for (let at = 0; at < bytes.length; at += chunk) rows.push(...reader.push(bytes.subarray(at, at + chunk)));
	rows.push(...reader.end());
	return { rows, refused: reader.refused?.reason };
};

describe('rows of questions', () => {
	it('have columns by what their headers are called', () => {
		expect(
			read('Full_Name;Date of birth;Nationality;Passport;Gender\nJane Roe;1980-04-02;Norway;A1234567;F\n')
				.rows,
		).toEqual([
			{
				line: 2,
				name: 'Jane Roe',
				born: '1980-04-02',
				nationality: 'Norway',
				sex: 'F',
				identifiers: [{ scheme: 'passport', value: 'A1234567' }],
			},
		]);
	});

	it('are the same in whatever pieces the file comes', () => {
		const text = `name,phone\n"Roe, Jane","+47 22 33\n44 55"\n${'Ali,\n'.repeat(30_000)}`;
		const whole = read(text);
		expect(whole.rows).toHaveLength(30_001);
		expect(whole.rows[0]).toMatchObject({ line: 2, name: 'Roe, Jane' });
		expect(read(text, 7_919)).toEqual(whole);
	});

	it('are refused where no column can be asked about, and where nothing is there', () => {
		expect(read('colour,shape\nred,round\n')).toMatchObject({
			rows: [],
			refused: expect.stringContaining('colour'),
		});
		expect(read('').refused).toBe('The file is empty.');
	});

	it('answer so that no spreadsheet takes a cell for a formula', () => {
		expect(formatAnswerRow(['1', '=1+1', 'a,b'])).toBe('1,\'=1+1,"a,b"\n');
	});
});
