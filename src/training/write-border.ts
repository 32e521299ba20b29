/**
 * Writes a simulated border into a folder: `<node>/<date>/NNNN-*` for the documents, `truth.jsonl` for the plots, and
 * `manifest.json`, which says what was asked for and what was written. In: options and a folder. Out: counts.
 * The folder must be empty or absent: a simulation is never mixed with anything else.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NodeName, nodeNames, type SimulationOptions } from './model.ts';
import { openSimulation } from './simulate.ts';

export type WriteOptions = SimulationOptions & { out: string };

export type Written = {
	documents: number;
	damaged: number;
	duplicates: number;
	bytes: number;
	plots: number;
	/** Records by node and kind; records of damaged and repeated documents are counted too. */
	records: Record<NodeName, Record<string, number>>;
};

export type Progress = { day: string; documents: number; declarations: number };

/** The folder holds something already; nothing was written. */
export type FolderNotEmpty = { outcome: 'folder-not-empty'; out: string };
export type SimulationWritten = { outcome: 'written' } & Written;

/**
 * Runs the simulation into `out`.
 * @param progress called once for every simulated day.
 */
export function runSimulate(
	options: WriteOptions,
	progress: (progress: Progress) => void = () => {},
): SimulationWritten | FolderNotEmpty {
	const { out, ...asked } = options;
	if (existsSync(out) && readdirSync(out).length > 0) return { outcome: 'folder-not-empty', out };
	mkdirSync(out, { recursive: true });
	const simulation = openSimulation(asked);
	const written: Written = {
		documents: 0,
		damaged: 0,
		duplicates: 0,
		bytes: 0,
		plots: 0,
		records: { customs: {}, fiu: {}, immigration: {}, 'neighbour-customs': {} },
	};
	const numbers = new Map<string, number>();
	let today = '';
	let declarations = 0;
	for (const document of simulation.documents) {
		const day = document.at.slice(0, 10);
		if (day !== today) {
			if (today !== '') progress({ day: today, documents: written.documents, declarations });
			today = day;
			numbers.clear();
		}
		const folder = join(out, document.node, day);
		const number = numbers.get(document.node) ?? 0;
		if (number === 0) mkdirSync(folder, { recursive: true });
		numbers.set(document.node, number + 1);
		const bytes = Buffer.from(document.text, 'utf8');
		writeFileSync(join(folder, `${String(number + 1).padStart(4, '0')}-${document.name}`), bytes);
		written.documents++;
		written.bytes += bytes.length;
		if (document.damage !== undefined) written.damaged++;
		if (document.duplicate === true) written.duplicates++;
		const counts = written.records[document.node];
		for (const { kind } of document.records) {
			counts[kind] = (counts[kind] ?? 0) + 1;
			if (kind === 'declaration' && document.node === 'customs') declarations++;
		}
	}
	if (today !== '') progress({ day: today, documents: written.documents, declarations });
	const truth = simulation.truth();
	written.plots = truth.length;
	writeFileSync(join(out, 'truth.jsonl'), truth.map((plot) => `${JSON.stringify(plot)}\n`).join(''));
	writeFileSync(
		join(out, 'manifest.json'),
		`${JSON.stringify({ ...MANIFEST, asked, written }, null, '\t')}\n`,
	);
	return { outcome: 'written', ...written };
}

const MANIFEST = {
	what: 'Documents of a simulated border. All people, companies, ships and flights are invented.',
	folders: `One folder for each node (${nodeNames.join(', ')}), in it one for each day (UTC), in it submissions in order of arrival.`,
	truth:
		'truth.jsonl names every plot with its documents by node, kind, reference and time. Keep it from whoever is to find them.',
} as const;
