/**
 * Code lists that are loaded at run time: Harmonized System and UN/LOCODE. In: the text of a CSV file. Out: answers about codes.
 * Every question has three answers: on the list, not on the list, and no list loaded. Nothing is judged without a list.
 * Trusts the operator who loads the file, not its rows: rows of another form are left out and counted.
 */
import { parseLocodeCoordinates } from './un-locode.ts';

/** A place of the UN/LOCODE list. Coordinates are WGS 84 degrees, absent where the list has none. */
export type LocodePlace = {
	readonly name: string;
	readonly country: string;
	readonly latitude?: number;
	readonly longitude?: number;
	/** Functions as the list writes them: 1 port, 2 rail, 3 road, 4 airport, 5 postal, 6 inland, 7 fixed, B border crossing. */
	readonly function: string;
};

/** The port through which validation asks. */
export type ReferenceLists = {
	/** Two, four or six digits: true on the list, false not on it, undefined where no list is loaded. */
	hs(code: string): boolean | undefined;
	/** Text of a code in the loaded list. */
	hsDescription(code: string): string | undefined;
	/** Five characters: the place, `not-listed`, or undefined where no list is loaded. */
	locode(code: string): LocodePlace | 'not-listed' | undefined;
};

/** A node without any list: codes are judged by structure only. */
export const noReferenceLists: ReferenceLists = {
	hs: () => undefined,
	hsDescription: () => undefined,
	locode: () => undefined,
};

export type LoadedList<Entry> = {
	readonly entries: ReadonlyMap<string, Entry>;
	readonly rowsLeftOut: number;
};

/** Cells of one line of CSV (RFC 4180): quoted cells may hold commas, and quotes doubled. Lists have no line breaks in cells. */
export function cellsOf(line: string): string[] {
	if (!line.includes('"')) return line.split(',');
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (let at = 0; at < line.length; at += 1) {
		const character = line[at];
		if (character === '"' && quoted && line[at + 1] === '"') {
			cell += '"';
			at += 1;
		} else if (character === '"') quoted = !quoted;
		else if (character === ',' && !quoted) {
			cells.push(cell);
			cell = '';
		} else cell += character;
	}
	return [...cells, cell];
}

/** Rows by the names of their columns, in small letters. */
function rowsOf(csv: string): { readonly [column: string]: string | undefined }[] {
	const [header = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
	const columns = cellsOf(header).map((name) => name.trim().toLowerCase());
	return lines
		.filter((line) => line !== '')
		.map((line) => {
			const cells = cellsOf(line);
			return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
		});
}

/** Reads the Harmonized System: a CSV file with the columns `hscode` and `description` (further columns do not matter). */
export function parseHsList(csv: string): LoadedList<string> {
	const entries = new Map<string, string>();
	let rowsLeftOut = 0;
	for (const row of rowsOf(csv)) {
		const code = row['hscode']?.replace(/[\s.]/g, '') ?? '';
		if (/^(\d{2}|\d{4}|\d{6})$/.test(code)) entries.set(code, row['description'] ?? '');
		else rowsLeftOut += 1;
	}
	return { entries, rowsLeftOut };
}

/** Reads UN/LOCODE: a CSV file with the columns `locode`, `name`, `function` and `coordinates` (5155N 00430E). */
export function parseLocodeList(csv: string): LoadedList<LocodePlace> {
	const entries = new Map<string, LocodePlace>();
	let rowsLeftOut = 0;
	for (const row of rowsOf(csv)) {
		const locode = row['locode']?.replace(/\s/g, '').toUpperCase() ?? '';
		if (/^[A-Z]{2}[A-Z2-9]{3}$/.test(locode))
			entries.set(locode, {
				name: row['name'] ?? '',
				country: locode.slice(0, 2),
				function: row['function'] ?? '',
				...parseLocodeCoordinates(row['coordinates'] ?? ''),
			});
		else rowsLeftOut += 1;
	}
	return { entries, rowsLeftOut };
}

/** Puts loaded lists behind the port. A list that is absent or has no entries counts as not loaded. */
export function referenceListsOf(
	hs: LoadedList<string> | undefined,
	locodes: LoadedList<LocodePlace> | undefined,
): ReferenceLists {
	return {
		hs: hs === undefined || hs.entries.size === 0 ? () => undefined : (code) => hs.entries.has(code),
		hsDescription: (code) => hs?.entries.get(code),
		locode:
			locodes === undefined || locodes.entries.size === 0
				? () => undefined
				: (code) => locodes.entries.get(code) ?? 'not-listed',
	};
}
