/**
 * `tidewaiter reference load hs|locode FILE`: puts a code list into a node, after it was read whole. The node reads its
 * lists when it is opened.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TidewaiterError } from '../../contract/errors.ts';
import { parseHsList, parseLocodeList } from '../values/reference-lists.ts';
import { findNodeFolder, findServer } from './node-folders.ts';
import { counted, tell } from './terminal.ts';

export type ReferenceListName = 'hs' | 'locode';

export async function loadReferenceList(
	name: ReferenceListName,
	file: string,
	options: { data?: string; node?: string },
): Promise<void> {
	const text = await readFile(file, 'utf8');
	const { entries, rowsLeftOut } = name === 'hs' ? parseHsList(text) : parseLocodeList(text);
	if (entries.size === 0) {
		throw new TidewaiterError('invalid-input', `${file} has no row of a ${name} list.`, {
			remedy:
				name === 'hs'
					? 'It wants a CSV file with the columns hscode and description.'
					: 'It wants a CSV file with the columns of UN/LOCODE.',
		});
	}
	const folder = await findNodeFolder(options.data, options.node);
	const directory = join(folder.path, 'lists');
	await mkdir(directory, { recursive: true });
	await writeFile(join(directory, `${name}.csv.new`), text);
	await rename(join(directory, `${name}.csv.new`), join(directory, `${name}.csv`));
	tell(
		`${folder.description.id}: ${counted(entries.size, 'code')} of ${name}${rowsLeftOut === 0 ? '' : `; ${counted(rowsLeftOut, 'row')} of another form left out`}.`,
	);
	if ((await findServer(folder.directory)) !== undefined)
		tell('The running server uses the list from its next start on.');
}
