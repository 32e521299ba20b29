/**
 * The command line. Answers on standard output, everything else on standard error; exit statuses by contract/errors.ts.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Argument, Command, CommanderError, Option } from 'commander';
import { errorTable, TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import type { DecisionContext } from '../policy/model.ts';
import { logLevels } from '../server/log.ts';
import { addAgreementCommands } from './agreement-commands.ts';
import { addBenchCommand, addSimulateCommand } from './bench.ts';
import type { Chunks, Door, DoorOptions } from './door.ts';
import { addLaneCommands } from './lane-commands.ts';
import { addLawCommands } from './law-commands.ts';
import { addLedgerCommands } from './ledger-commands.ts';
import { addMessageCommands } from './message-commands.ts';
import { addModelCommands } from './model-commands.ts';
import { addNodeCommands } from './node-commands.ts';
import { addDoorOptions, addInputOptions, addOperationCommands, inputOf } from './operation-commands.ts';
import { addPurposeOptions } from './purpose-options.ts';
import { addRuleCommands } from './rule-commands.ts';
import { addSubjectCommands } from './subject-commands.ts';
import { formatCount, tell, tellError, write } from './terminal.ts';
import { version } from './version.ts';

// Whoever reads our output may stop early (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

const examples = (...lines: string[]): string =>
	`\nExamples:\n${lines.map((line) => `  tidewaiter ${line}`).join('\n')}`;

function createProgram(): Command {
	const program = new Command('tidewaiter')
		.description('Takes in what crosses the border, tells what deserves attention, and shares it lawfully.')
		.version(version)
		.showHelpAfterError('(tidewaiter --help says more)')
		.configureOutput({ outputError: (message, print) => print(message.replace(/^error: /, 'tidewaiter: ')) })
		.exitOverride()
		.addHelpText(
			'after',
			examples('start', 'ingest declaration.xml cargo/', 'records list --worst error', 'quarantine list'),
		);
	addStart(program);
	addIngest(program);
	addWatch(program);
	addOperationCommands(program);
	addFileCommands(program);
	addModelCommands(program, { withDoor, writeTo }, examples);
	addRuleCommands(program, { withDoor, writeTo }, examples);
	addLaneCommands(program, { withDoor, writeTo }, examples);
	addLawCommands(program, { withDoor, writeTo }, examples);
	addLedgerCommands(program, { withDoor, writeTo }, examples);
	addAgreementCommands(program, { withDoor, writeTo }, examples);
	addNodeCommands(program, { withDoor, writeTo }, examples);
	addMessageCommands(program, { withDoor, writeTo }, examples);
	addSubjectCommands(program, { withDoor, writeTo }, examples);
	addScreening(program);
	addReference(program);
	addSimulateCommand(program);
	addBenchCommand(program);
	program
		.command('openapi')
		.description('The description of the interface, OpenAPI 3.1')
		.action(async () => {
			const { describeInterface } = await import('../server/openapi.ts');
			await write(`${JSON.stringify(describeInterface(version), null, 2)}\n`);
		});
	addPurposeOptions(program);
	for (const command of program.commands) {
		command.exitOverride();
		for (const inner of command.commands) inner.exitOverride();
	}
	return program;
}

function addStart(program: Command): void {
	program
		.command('start')
		.description('Start the server: four nodes on a simulated border, or one empty node for real use')
		.option('--empty', 'one empty node for real use')
		.option('--port <number>', 'port to listen on', '8080')
		.option('--host <address>', 'address to listen on; 0.0.0.0 for other machines too', 'localhost')
		.option('--data <folder>', 'where the nodes live (default: data/training, with --empty data/node)')
		.option('--database-url <url>', 'PostgreSQL instead of the embedded database (or DATABASE_URL)')
		.option('--id <id>', 'identifier of the empty node')
		.option('--name <name>', 'its name, as people see it')
		.addOption(new Option('--agency <agency>', 'its agency').choices(['customs', 'fiu', 'immigration']))
		.option('--country <code>', 'its country, ISO 3166-1 alpha-2')
		.option('--tls-cert <file>', 'certificate chain, PEM')
		.option('--tls-key <file>', 'its key, PEM')
		.option('--trust-proxy <addresses>', 'proxies whose X-Forwarded headers are believed')
		.option('--exchange-port <number>', 'port for partner nodes (with --empty); none unless it is given')
		.option('--exchange-host <address>', 'address for partner nodes', '0.0.0.0')
		.option('--metrics-token <token>', 'opens /metrics to other machines that send it')
		.addOption(new Option('--log <level>', 'log on standard error').choices(logLevels).default('warn'))
		.addHelpText(
			'after',
			examples('start', 'start --empty --id malta --name "Customs of Malta" --agency customs --country MT'),
		)
		.action(async (options) => {
			const { runStart } = await import('./start.ts');
			process.exitCode = await runStart(options);
		});
}

function addIngest(program: Command): void {
	addDoorOptions(
		program
			.command('ingest')
			.description('Take in files, folders, or standard input (-): the format is recognised by content')
			.argument('<path...>', 'files, folders or -'),
	)
		.option('--mapping <name>', 'mapping for CSV files, where the header does not tell')
		.option('--name <name>', 'name to keep for standard input or a single file')
		.option('--json', 'one JSON object for each file, then a summary')
		.addHelpText(
			'after',
			examples(
				'ingest declaration.xml',
				'ingest messages/ --json',
				'zcat list.edi.gz | tidewaiter ingest -',
				'ingest messages/ --url https://node.example --key tw_…',
			).replace('tidewaiter zcat', 'zcat'),
		)
		.action(async (paths: string[], options) => {
			const { runIngest } = await import('./ingest.ts');
			process.exitCode = await runIngest(paths, options);
		});
}

function addWatch(program: Command): void {
	addDoorOptions(
		program
			.command('watch')
			.description('Take in what is put into a folder; each file moves to done/ or failed/ beside its result')
			.argument('<folder>'),
	)
		.option('--every <seconds>', 'how often to look', '1')
		.option('--mapping <name>', 'mapping for CSV files')
		.option('--once', 'end when nothing is left in the folder')
		.addHelpText('after', examples('watch /srv/incoming', 'watch incoming --once'))
		.action(async (folder: string, options) => {
			const everyMs = Number(options.every) * 1_000;
			if (!(everyMs >= 50)) throw new TidewaiterError('usage', '--every wants seconds, at least 0.05.');
			const stopping = new AbortController();
			for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
			await withDoor(options, 'watched-folder', async (door) => {
				tell(`Watching ${folder} for ${door.name}`);
				const { watchFolder } = await import('./watch.ts');
				const { failed } = await watchFolder(door, folder, {
					everyMs,
					once: options.once === true,
					signal: stopping.signal,
					...(options.mapping === undefined ? {} : { mapping: options.mapping }),
				});
				process.exitCode = options.once === true && failed > 0 ? errorTable.unreadable.exit : 0;
			});
		});
}

/** Operations whose answer is a file. */
function addFileCommands(program: Command): void {
	const exporting = program.command('export').description(operations.exportRecords.summary);
	addInputOptions(exporting, operations.exportRecords, []);
	addDoorOptions(exporting)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('export --format wco-dec --kind declaration --out declarations.xml'))
		.action(async (options) => {
			await withDoor(options, 'command-line', async (door) =>
				writeTo(options.out, await door.read('exportRecords', inputOf(operations.exportRecords, options))),
			);
		});
	addDoorOptions(
		program.command('original').description(operations.readOriginal.summary).argument('<submission>'),
	)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('original 9f86d081… --out received.xml'))
		.action(async (submission: string, options) => {
			await withDoor(options, 'command-line', async (door) =>
				writeTo(options.out, await door.read('readOriginal', { submission })),
			);
		});
	const fairness = program.commands.find((command) => command.name() === 'fairness');
	if (fairness === undefined) throw new Error('the commands of fairness come from the table of operations');
	fairness.description('Rates of selection, finding and false alarms by group');
	const counts = fairness.command('export').description(operations.exportFairness.summary);
	addInputOptions(counts, operations.exportFairness, []);
	addDoorOptions(counts)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('fairness export --from 2026-01-01 --out fairness.csv'))
		.action(async (options) => {
			await withDoor(options, 'command-line', async (door) =>
				writeTo(options.out, await door.read('exportFairness', inputOf(operations.exportFairness, options))),
			);
		});
}

/** Lists are loaded from files, and questions are asked about a name or about every row of one. */
function addScreening(program: Command): void {
	const lists = program.commands.find((command) => command.name() === 'lists');
	if (lists === undefined) throw new Error('the commands of lists come from the table of operations');
	lists.description('Lists that records are screened against: load, compare, preview, thresholds, entries');
	addDoorOptions(
		lists
			.command('load')
			.description(operations.loadList.summary)
			.argument('<list>', 'identifier of the list: un, ofac, stolen-vehicles …')
			.argument('<path...>', 'file, folder, or - for standard input; the format is recognised by content'),
	)
		.addOption(
			new Option('--format <format>', 'insist on this format').choices([
				'ofac-sdn',
				'un-consolidated',
				'follow-the-money',
				'csv',
			]),
		)
		.option('--name <name>', 'name of the list, as people see it')
		.option('--stage', 'load without using it, for a preview')
		.option('--json', 'the answer as JSON')
		.addHelpText(
			'after',
			examples(
				'lists load un consolidated.xml',
				'lists load ofac ofac-sdn/ --stage',
				'lists load stolen plates.csv --name "Stolen vehicles"',
			),
		)
		.action(async (list: string, paths: string[], options) => {
			await withDoor(options, 'command-line', async (door) => {
				const { runListsLoad } = await import('./screening-commands.ts');
				await runListsLoad(door, list, paths, options);
			});
		});
	lists
		.command('template')
		.description('An empty CSV with the columns of a list of one’s own, on standard output')
		.addHelpText('after', examples('lists template > plates.csv'))
		.action(async () => {
			const { csvTemplate } = await import('../screening/lists/own/format-own.ts');
			await write(csvTemplate());
		});
	const screen = program
		.command('screen')
		.description('Ask whether somebody or something is on a list, and why; or every row of a CSV file')
		.argument('[name]', 'name in any script, as written anywhere');
	addInputOptions(screen, operations.screen, ['name']);
	addDoorOptions(screen)
		.option('--csv <file>', 'screen every row: columns name, born, nationality … (- for standard input)')
		.option('--all <true|false>', 'with --csv: rows without a hit too')
		.option('--out <file>', 'with --csv: file to write (default: standard output)')
		.option('--json', 'the answer as JSON, with --csv as JSON lines')
		.addHelpText(
			'after',
			examples(
				'screen "Mohammed Hassan" --born 1971-03-02 --nationality Iraq',
				'screen "حسن نصر الله"',
				'screen --identifier imo:9187629',
				'screen --csv guests.csv --out hits.csv',
			),
		)
		.action(async (name: string | undefined, options) => {
			await withDoor(options, 'command-line', async (door) => {
				const { runScreen } = await import('./screening-commands.ts');
				await runScreen(door, name, options, writeTo);
			});
		});
}

function addReference(program: Command): void {
	program
		.command('reference')
		.description('Code lists and statistics that records are held against')
		.command('load')
		.description('Load a code list from a CSV file')
		.addArgument(
			new Argument(
				'<list>',
				'hs (Harmonized System), locode (UN/LOCODE) or trade (statistics of partner countries)',
			).choices(['hs', 'locode', 'trade']),
		)
		.argument('<file>', 'CSV file')
		.option('--data <folder>', 'data folder of the node')
		.option('--node <id>', 'node in the data folder')
		.addHelpText('after', examples('reference load hs harmonized-system.csv'))
		.action(async (name: 'hs' | 'locode' | 'trade', file: string, options) => {
			const { loadReferenceList } = await import('./reference.ts');
			await loadReferenceList(name, file, options);
		});
}

async function withDoor(
	options: DoorOptions,
	channel: DecisionContext['channel'],
	work: (door: Door) => Promise<void>,
): Promise<void> {
	// The rest of the house is loaded only by commands that need it: help and version answer at once.
	const { openDoor } = await import('./door.ts');
	const door = await openDoor(options, channel);
	try {
		await work(door);
	} finally {
		await door.close();
	}
}

async function writeTo(out: string | undefined, chunks: Chunks): Promise<void> {
	if (out === undefined) {
		for await (const chunk of chunks) await write(chunk);
		return;
	}
	const file = createWriteStream(out, { mode: 0o600 });
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += Buffer.byteLength(chunk);
		if (!file.write(chunk)) await once(file, 'drain');
	}
	file.end();
	await finished(file);
	tell(`${out}: ${formatCount(bytes)} bytes`);
}

try {
	await createProgram().parseAsync();
} catch (error) {
	// Commander has said what was wrong; help and version end here too, with 0.
	if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : errorTable.usage.exit;
	else process.exitCode = tellError(error);
}
