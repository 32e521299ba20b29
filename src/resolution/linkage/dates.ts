/**
 * Dates of records as linkage compares them: digits that may be wrong, not days that exist (1855-01-81 stays what it is).
 * In: text in any of the layouts that people use. Out: one integer YYYYMMDD with zeros for what is not said.
 */

export type DateOrder = 'year-first' | 'day-first' | 'month-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Parts = readonly [first: number, second: number, third: number, yearAt: 'first' | 'last'];

/** Numbers of a date in the order written; undefined where the text is no date. */
function partsOf(text: string): Parts | undefined {
	const trimmed = text.trim();
	const separated = /^(\d{1,4})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ,]{1,2}(\d{1,4})(?:[T ].*)?$/.exec(trimmed);
	if (separated) {
		const [, a = '', b = '', c = ''] = separated;
		const named = months.indexOf(b.slice(0, 3).toLowerCase()) + 1;
		const middle = /^\d/.test(b) ? Number(b) : named;
		if (middle === 0 && named === 0 && !/^0+$/.test(b)) return undefined;
		if (a.length >= 3) return [Number(a), middle, Number(c), 'first'];
		const year = c.length === 2 ? 1900 + Number(c) : Number(c);
		return named > 0 && !/^\d/.test(b)
			? [Number(a), middle, year, 'last']
			: [Number(a), middle, year, 'last'];
	}
	if (/^\d{8}$/.test(trimmed)) {
		const year = Number(trimmed.slice(0, 4));
		if (year >= 1300 && year <= 2199) {
			return [year, Number(trimmed.slice(4, 6)), Number(trimmed.slice(6)), 'first'];
		}
		return [Number(trimmed.slice(0, 2)), Number(trimmed.slice(2, 4)), Number(trimmed.slice(4)), 'last'];
	}
	const partial = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(trimmed);
	return partial ? [Number(partial[1]), Number(partial[2] ?? 0), 0, 'first'] : undefined;
}

/**
 * Packs a date as YYYYMMDD.
 * @param order which of day and month comes first where the year is last.
 * @returns 0 where the text is no date.
 */
export function readDate(text: string, order: DateOrder): number {
	const parts = partsOf(text);
	if (!parts) return 0;
	const [first, second, third, yearAt] = parts;
	if (yearAt === 'first') return first * 10_000 + (second % 100) * 100 + (third % 100);
	const [day, month] = order === 'month-first' ? [second, first] : [first, second];
	return third * 10_000 + (month % 100) * 100 + (day % 100);
}

/** Tells from a column's texts how its dates are written; undefined where most are no dates. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
	let dates = 0;
	let yearFirst = 0;
	let firstIsDay = 0;
	let secondIsDay = 0;
	for (const text of texts) {
		const parts = partsOf(text);
		if (!parts) continue;
		const [first, second, third, yearAt] = parts;
		const year = yearAt === 'first' ? first : third;
		if (year < 1300 || year > 2199) continue;
		dates++;
		if (yearAt === 'first') yearFirst++;
		else if (first > 12) firstIsDay++;
		else if (second > 12) secondIsDay++;
	}
	if (dates < texts.length * 0.7 || texts.length === 0) return undefined;
	if (yearFirst > dates / 2) return 'year-first';
	return secondIsDay > firstIsDay ? 'month-first' : 'day-first';
}
