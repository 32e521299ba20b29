/**
 * `tidewaiter bench NAME …` and `tidewaiter simulate …`: thin doors to bench/ and training/. Progress on standard error,
 * and one JSON object as the last line of standard output.
 */
import type { Command } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { isDate } from '../values/calendar.ts';
import { counted, tell, write } from './terminal.ts';

const progress = (line: string): void => tell(line);

const answer = async (result: object): Promise<void> => write(`${JSON.stringify(result)}\n`);

/** A whole number from an option. */
function numberOf(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const number = Number(text.replaceAll('_', ''));
	if (Number.isSafeInteger(number) && number >= 0) return number;
	throw new TidewaiterError('usage', `--${name} wants a whole number, and got ${text}.`);
}

/** A number above 0 from an option. */
function shareOf(name: string, text: string | undefined, most = 1): number {
	const number = Number(text);
	if (number > 0 && number <= most) return number;
	throw new TidewaiterError('usage', `--${name} wants a number above 0 and up to ${most}, and got ${text}.`);
}

export function addBenchCommand(program: Command): void {
	const bench = program
		.command('bench')
		.description('Measure; progress on standard error, one JSON object at the end');
	bench
		.command('formats')
		.description('Read every file of a folder')
		.requiredOption('--dir <folder>', 'folder with files of any format')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench formats --dir messages')
		.action(async ({ dir }: { dir: string }) => {
			const { run } = await import('../../bench/formats.ts');
			await answer(await run({ dir }, progress));
		});
	bench
		.command('pipeline')
		.description('From bytes to durable, validated rows')
		.requiredOption('--declarations <number>', 'how many declarations')
		.option('--database <url>', 'PostgreSQL instead of the embedded database')
		.option('--workers <number>', 'processes that read')
		.option('--nats <url>', 'NATS server that carries records to the workers')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench pipeline --declarations 100000')
		.action(async (options: { declarations: string; database?: string; workers?: string; nats?: string }) => {
			const { run } = await import('../../bench/pipeline.ts');
			await answer(
				await run(
					{
						declarations: numberOf('declarations', options.declarations) ?? 0,
						database: options.database,
						workers: numberOf('workers', options.workers),
						nats: options.nats,
					},
					progress,
				),
			);
		});
	bench
		.command('ledger')
		.description('Entries appended until they are committed, proved, and verified')
		.requiredOption('--entries <number>', 'how many entries')
		.option('--database <url>', 'PostgreSQL instead of the embedded database')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench ledger --entries 200000')
		.action(async ({ entries, database }: { entries: string; database?: string }) => {
			const { run } = await import('../../bench/ledger.ts');
			await answer(
				await run(
					{
						entries: Math.max(1, numberOf('entries', entries) ?? 0),
						...(database === undefined ? {} : { database }),
					},
					progress,
				),
			);
		});
	bench
		.command('exchange')
		.description('Messages between two nodes, from the call to the stored receipt')
		.option('--messages <number>', 'how many', '1000')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench exchange --messages 1000')
		.action(async ({ messages }: { messages: string }) => {
			const { run } = await import('../../bench/exchange.ts');
			await answer(await run({ messages: Math.max(1, numberOf('messages', messages) ?? 0) }, progress));
		});
	bench
		.command('matching')
		.description('An offer of identifiers set up, and questions that do not say what they ask')
		.requiredOption('--keys <number>', 'identifiers that are offered')
		.option('--queries <number>', 'questions', '200')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench matching --keys 1000000 --queries 1000')
		.action(async ({ keys, queries }: { keys: string; queries: string }) => {
			const { run } = await import('../../bench/matching.ts');
			await answer(
				await run(
					{ keys: numberOf('keys', keys) ?? 0, queries: Math.max(1, numberOf('queries', queries) ?? 0) },
					progress,
				),
			);
		});
	bench
		.command('policy')
		.description('Whether agreements cover messages; and how long agreements take to list')
		.requiredOption('--decisions <number>', 'how many questions')
		.option('--agreements <number>', 'agreements in force', '50')
		.option('--database <url>', 'PostgreSQL instead of the embedded database')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench policy --decisions 50000')
		.action(async (options: { decisions: string; agreements: string; database?: string }) => {
			const { run } = await import('../../bench/policy.ts');
			await answer(
				await run(
					{
						decisions: Math.max(1, numberOf('decisions', options.decisions) ?? 0),
						agreements: Math.max(1, numberOf('agreements', options.agreements) ?? 0),
						...(options.database === undefined ? {} : { database: options.database }),
					},
					progress,
				),
			);
		});
	bench
		.command('names')
		.description('Two names, the same or not: precision and recall over labelled pairs')
		.requiredOption('--pairs <file>', 'CSV with case_group, schema, name1, name2, is_match')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench names --pairs name-pairs.csv')
		.action(async ({ pairs }: { pairs: string }) => {
			const { run } = await import('../../bench/names.ts');
			await answer(await run({ pairs }, progress));
		});
	bench
		.command('screening')
		.description('Persons who are on the lists and persons who are not, against the lists together')
		.option('--un <file>', 'consolidated list of the United Nations, XML')
		.option('--ofac <folder>', 'folder with sdn.csv, add.csv and alt.csv')
		.requiredOption('--positives <file...>', 'CSV of persons who are on a list')
		.requiredOption('--negatives <file...>', 'CSV of persons who are on none')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText(
			'after',
			'\nExample:\n  tidewaiter bench screening --un consolidated.xml --ofac ofac --positives listed.csv --negatives invented.csv',
		)
		.action(async (options: { un?: string; ofac?: string; positives: string[]; negatives: string[] }) => {
			const { run } = await import('../../bench/screening.ts');
			await answer(await run(options, progress));
		});
	bench
		.command('resolution')
		.description('Mentions of the simulated border into entities, in the database')
		.requiredOption('--mentions <number>', 'how many mentions')
		.option('--database <url>', 'PostgreSQL instead of the embedded database')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench resolution --mentions 50000')
		.action(async (options: { mentions: string; database?: string }) => {
			const { run } = await import('../../bench/resolution.ts');
			await answer(
				await run(
					{
						mentions: numberOf('mentions', options.mentions) ?? 0,
						...(options.database === undefined ? {} : { database: options.database }),
					},
					progress,
				),
			);
		});
	bench
		.command('linkage')
		.description('Records of persons, some of them the same: which pairs are found')
		.option('--records <file>', 'CSV with a header')
		.option('--truth <column>', 'column that says who each record is about')
		.option('--simulated <number>', 'instead of a file: so many simulated records')
		.option('--threads <number>', 'threads (default: one for each core)')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench linkage --records people.csv --truth cluster')
		.action(async (options: { records?: string; truth?: string; simulated?: string; threads?: string }) => {
			const { run } = await import('../../bench/linkage.ts');
			const simulated = numberOf('simulated', options.simulated);
			const threads = numberOf('threads', options.threads);
			if (simulated === undefined && (options.records === undefined || options.truth === undefined))
				throw new TidewaiterError('usage', 'Give --records and --truth, or --simulated.');
			await answer(
				await run(
					{
						...(options.records === undefined ? {} : { records: options.records }),
						...(options.truth === undefined ? {} : { truth: options.truth }),
						...(simulated === undefined ? {} : { simulated }),
						...(threads === undefined ? {} : { threads }),
					},
					progress,
				),
			);
		});
	bench
		.command('targeting')
		.description('Learn from import declarations with what was found, and rank later ones')
		.requiredOption('--train <file...>', 'CSV of earlier months')
		.requiredOption('--test <file>', 'CSV of later months')
		.option('--ablation', 'also without identifiers, without price and mass, without repeated goods')
		.option('--trees <number>', 'this many trees; by default a later slice of what is learnt from chooses')
		.option('--leaves <number>', 'leaves of a tree')
		.option('--threads <number>', 'threads (default: one for each core)')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText(
			'after',
			'\nExample:\n  tidewaiter bench targeting --train train.csv --test later.csv --ablation',
		)
		.action(
			async (options: {
				train: string[];
				test: string;
				ablation?: boolean;
				trees?: string;
				leaves?: string;
				threads?: string;
			}) => {
				const { run } = await import('../../bench/targeting.ts');
				const trees = numberOf('trees', options.trees);
				const leaves = numberOf('leaves', options.leaves);
				const threads = numberOf('threads', options.threads);
				await answer(
					await run(
						{
							train: options.train,
							test: options.test,
							ablation: options.ablation === true,
							...(trees === undefined ? {} : { trees }),
							...(leaves === undefined ? {} : { leaves }),
							...(threads === undefined ? {} : { threads }),
						},
						progress,
					),
				);
			},
		);
	bench
		.command('learning')
		.description(
			'What becomes of a model that learns only from what it chose, with and without a random share',
		)
		.option('--train <file>', 'CSV of import declarations with what was found')
		.option('--days <number>', 'days of the simulated border; 0: none', '182')
		.option('--scale <number>', 'how much traffic', '1')
		.option('--seed <number>', 'the same seed gives the same figures', '1')
		.option('--seeds <number>', 'repeat with so many seeds, and give the means too')
		.option('--budget <share>', 'share of the declarations that is inspected', '0.05')
		.option('--random-share <share>', 'share of the budget that is drawn at random', '0.1')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench learning --train train.csv --days 182')
		.action(async (options: Record<string, string | undefined>) => {
			const { run } = await import('../../bench/learning.ts');
			await answer(
				await run(
					{
						...(options['train'] === undefined ? {} : { train: options['train'] }),
						days: numberOf('days', options['days']) ?? 182,
						scale: shareOf('scale', options['scale'], 100),
						seed: numberOf('seed', options['seed']) ?? 1,
						seeds: numberOf('seeds', options['seeds']) ?? 1,
						budget: shareOf('budget', options['budget']),
						randomShare: shareOf('random-share', options['randomShare']),
					},
					progress,
				),
			);
		});
	bench
		.command('plots')
		.description('Which plots of the simulated border come into the top 5 % of what officers see')
		.option('--seeds <numbers>', 'borders, separated by commas', '1,2,3')
		.option('--days <number>', 'days of each', '42')
		.option(
			'--learn-days <number>',
			'the first so many teach the model; plots after them are looked for',
			'28',
		)
		.option('--scale <number>', 'how much traffic', '0.5')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter bench plots --seeds 4,5,6 --days 42')
		.action(async (options: { seeds: string; days: string; learnDays: string; scale: string }) => {
			const { run } = await import('../../bench/plots.ts');
			await answer(
				await run(
					{
						seeds: options.seeds.split(',').map((seed) => numberOf('seeds', seed) ?? 1),
						days: numberOf('days', options.days) ?? 42,
						learnDays: numberOf('learn-days', options.learnDays) ?? 28,
						scale: shareOf('scale', options.scale, 100),
					},
					progress,
				),
			);
		});
}

export function addSimulateCommand(program: Command): void {
	program
		.command('simulate')
		.description('Write the documents of a simulated border into a folder, with the truth about its plots')
		.requiredOption('--out <folder>', 'folder to write to')
		.option('--seed <number>', 'the same seed gives the same border', '1')
		.option('--days <number>', 'days of traffic', '7')
		.option('--scale <number>', 'how much traffic; 1 is a small country', '1')
		.option('--start-date <date>', 'first day', '2026-01-05')
		.option('--json', 'always; accepted for the sake of scripts')
		.addHelpText('after', '\nExample:\n  tidewaiter simulate --seed 7 --days 30 --scale 1 --out border')
		.action(
			async (options: { out: string; seed: string; days: string; scale: string; startDate: string }) => {
				const scale = Number(options.scale);
				if (!(scale > 0))
					throw new TidewaiterError('usage', `--scale wants a number above 0, and got ${options.scale}.`);
				if (!isDate(options.startDate)) {
					throw new TidewaiterError('usage', `--start-date wants YYYY-MM-DD, and got ${options.startDate}.`);
				}
				const { runSimulate } = await import('../training/write-border.ts');
				const result = runSimulate(
					{
						out: options.out,
						seed: numberOf('seed', options.seed) ?? 1,
						days: numberOf('days', options.days) ?? 7,
						scale,
						startDate: options.startDate,
					},
					({ day, documents, declarations }) => {
						progress(`${day}: ${counted(documents, 'document')}, ${counted(declarations, 'declaration')}`);
					},
				);
				if (result.outcome === 'folder-not-empty') {
					throw new TidewaiterError('conflict', `There is something in ${result.out} already.`, {
						remedy: 'Choose a folder that is empty or does not exist.',
					});
				}
				await answer(result);
			},
		);
}
