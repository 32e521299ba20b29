/**
 * `tidewaiter reference load hs|locode|trade FILE`: puts a code list, or statistics of foreign trade, into a node, after it
 * was read whole. The node reads its lists when it is opened.
 */
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TidewaiterError } from '../../contract/errors.ts';
import { parseTradeStatistics } from '../targeting/history/trade-statistics.ts';
import { parseHsList, parseLocodeList } from '../values/reference-lists.ts';
import { findNodeFolder, findServer } from './node-folders.ts';
import { counted, tell } from './terminal.ts';

export type ReferenceListName = 'hs' | 'locode' | 'trade';

/** A list is held in memory as one text: the largest published one, a year of a country's trade, is a tenth of this. */
const MOST_BYTES = 400_000_000;

/** What a file must have, and what its entries are called. */
const LISTS: Readonly<Record<ReferenceListName, { entry: string; remedy: string }>> = {
	hs: { entry: 'code', remedy: 'It wants a CSV file with the columns hscode and description.' },
	locode: { entry: 'code', remedy: 'It wants a CSV file with the columns of UN/LOCODE.' },
	trade: {
		entry: 'row',
		remedy:
			'It wants a CSV file with the columns reporter, partner, hs, year, value_usd, net_mass_kg and flow.',
	},
};

/** How many entries of the list a text has, and how many rows are of another form. */
function measure(name: ReferenceListName, text: string): [entries: number, leftOut: number] {
	if (name === 'trade') {
		// Whose trade it is decides what is read out of it, not what is a row of it.
		const { rows, rowsLeftOut } = parseTradeStatistics(text, '');
		return [rows, rowsLeftOut];
	}
	const { entries, rowsLeftOut } = name === 'hs' ? parseHsList(text) : parseLocodeList(text);
	return [entries.size, rowsLeftOut];
}

export async function loadReferenceList(
	name: ReferenceListName,
	file: string,
	options: { data?: string; node?: string },
): Promise<void> {
	if ((await stat(file)).size > MOST_BYTES)
		throw new TidewaiterError('invalid-input', `${file} is larger than any list that is known.`, {
			remedy: 'Load the newest year, and the rows of the own country and its partners.',
		});
	const text = await readFile(file, 'utf8');
	const [entries, rowsLeftOut] = measure(name, text);
	if (entries === 0)
		throw new TidewaiterError('invalid-input', `${file} has no row of a ${name} list.`, {
			remedy: LISTS[name].remedy,
		});
	const folder = await findNodeFolder(options.data, options.node);
	const directory = join(folder.path, 'lists');
	await mkdir(directory, { recursive: true });
	await writeFile(join(directory, `${name}.csv.new`), text);
	await rename(join(directory, `${name}.csv.new`), join(directory, `${name}.csv`));
	tell(
		`${folder.description.id}: ${counted(entries, LISTS[name].entry)} of ${name}${rowsLeftOut === 0 ? '' : `; ${counted(rowsLeftOut, 'row')} of another form left out`}.`,
	);
	if ((await findServer(folder.directory)) !== undefined)
		tell('The running server uses the list from its next start on.');
}
