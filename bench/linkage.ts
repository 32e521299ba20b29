/**
 * `bench linkage --records CSV --truth COLUMN` and `bench linkage --simulated N`: links records of persons without labels and
 * holds the clusters against the truth. Precision and recall are over all pairs inside clusters.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { openRowSplitter } from '../src/intake/formats/csv/row-splitter.ts';
import { linkAll } from '../src/resolution/linkage/link-all.ts';
import { profileColumns } from '../src/resolution/linkage/profile-columns.ts';
import { simulateRecords } from './linkage-records.ts';

export type LinkageBenchOptions = {
	/** A table with a header. */
	readonly records?: string;
	/** Column that says who each record is about; of `rec-123-org` only the number counts. */
	readonly truth?: string;
	/** Instead of a table: so many simulated records. */
	readonly simulated?: number;
	/** Threads; by default one for each core. */
	readonly threads?: number;
};

export type LinkageBenchResult = {
	records: number;
	truePairs: number;
	comparedPairs: number;
	blockingRecall: number;
	precision: number;
	recall: number;
	f1: number;
	threshold: number;
	seconds: number;
	rssMb: number;
};

type Labelled = {
	header: readonly string[];
	rows: readonly (readonly string[])[];
	truth: readonly string[];
	leaveOut: number[];
};

/** @param progress one line for people, on standard error. */
export async function run(
	options: LinkageBenchOptions,
	progress: (line: string) => void,
): Promise<LinkageBenchResult> {
	const { header, rows, truth, leaveOut } = await labelledRecords(options);
	let highest = 0;
	const memory = setInterval(() => {
		highest = Math.max(highest, process.memoryUsage().rss);
	}, 100);
	const start = performance.now();
	const columns = profileColumns(header, rows, leaveOut);
	progress(columns.map(({ field }) => `${field.name}: ${field.kind}`).join(', '));
	const fields = columns.map(({ field }) => field);
	const records = rows.map((row, at) => ({
		key: String(at),
		values: columns.map(({ column }) => row[column] ?? ''),
	}));
	const result = await linkAll(fields, records, {
		threads: options.threads ?? availableParallelism(),
		progress: (line) => progress(`${((performance.now() - start) / 1_000).toFixed(1)} s: ${line}`),
	});
	const seconds = (performance.now() - start) / 1_000;
	clearInterval(memory);
	highest = Math.max(highest, process.memoryUsage().rss);
	const measured = measure(truth, result.clusters);
	const found = new Set<number>();
	const { left, right } = result.compared;
	let compared = 0;
	for (let at = 0; at < left.length; at++) {
		compared++;
		if (truth[left[at]!] === truth[right[at]!]) found.add(left[at]! * truth.length + right[at]!);
	}
	return {
		records: records.length,
		truePairs: measured.truePairs,
		comparedPairs: compared,
		blockingRecall: rounded(found.size / Math.max(1, measured.truePairs)),
		precision: rounded(measured.precision),
		recall: rounded(measured.recall),
		f1: rounded(measured.f1),
		threshold: result.model.threshold,
		seconds: Number(seconds.toFixed(2)),
		rssMb: Math.round(highest / 1e6),
	};
}

const rounded = (share: number): number => Number(share.toFixed(4));

async function labelledRecords(options: LinkageBenchOptions): Promise<Labelled> {
	if (options.simulated !== undefined) {
		const { header, rows, persons } = simulateRecords(options.simulated);
		return { header, rows, truth: Array.from(persons, String), leaveOut: [] };
	}
	if (options.records === undefined || options.truth === undefined) {
		throw new RangeError('wants records with a truth column, or a number of simulated records');
	}
	const table: string[][] = [];
	const splitter = openRowSplitter({ delimiter: ',', newline: '\n', maxRowChars: 100_000 });
	splitter.push(await readFile(options.records, 'utf8'), (row) =>
		table.push(row.cells.map((cell) => cell.trim())),
	);
	splitter.end((row) => table.push(row.cells.map((cell) => cell.trim())));
	const [header = [], ...rows] = table.filter((row) => row.length > 1);
	const column = header.indexOf(options.truth);
	if (column < 0) throw new RangeError(`no column ${options.truth} among ${header.join(', ')}`);
	return {
		header,
		rows,
		truth: rows.map((row) => /^rec-(\d+)-/.exec(row[column] ?? '')?.[1] ?? row[column] ?? ''),
		leaveOut: [column],
	};
}

/** Precision, recall and F1 over pairs; transitive closure is in the clusters. */
export function measure(
	truth: readonly string[],
	clusters: Int32Array,
): { truePairs: number; precision: number; recall: number; f1: number } {
	const inTruth = new Map<string, number>();
	const inCluster = new Map<number, number>();
	const inBoth = new Map<string, number>();
	truth.forEach((entity, at) => {
		const cluster = clusters[at]!;
		inTruth.set(entity, (inTruth.get(entity) ?? 0) + 1);
		inCluster.set(cluster, (inCluster.get(cluster) ?? 0) + 1);
		const both = `${cluster} ${entity}`;
		inBoth.set(both, (inBoth.get(both) ?? 0) + 1);
	});
	const pairs = (counts: Iterable<number>): number => {
		let sum = 0;
		for (const count of counts) sum += (count * (count - 1)) / 2;
		return sum;
	};
	const [truePairs, found, right] = [
		pairs(inTruth.values()),
		pairs(inCluster.values()),
		pairs(inBoth.values()),
	];
	return {
		truePairs,
		precision: found === 0 ? 1 : right / found,
		recall: truePairs === 0 ? 1 : right / truePairs,
		f1: truePairs + found === 0 ? 1 : (2 * right) / (truePairs + found),
	};
}
