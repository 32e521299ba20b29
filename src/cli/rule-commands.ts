/**
 * `tidewaiter rules check|backtest|save|approve|reject|export|import`: rules as files, in the form that can be kept in a
 * version control, and decisions as one word each. The rest comes from the table of operations.
 */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { errorTable, TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import { type Rule, ruleFile, ruleId, rule as ruleSchema } from '../../contract/rules.ts';
import { formatRuleFile } from '../targeting/rulebook/rule-text.ts';
import type { Door, DoorOptions } from './door.ts';
import { readJsonFile } from './json-file.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions, addInputOptions, inputOf } from './operation-commands.ts';
import { formatProblem, showBacktest, showCheck, showDecided } from './rule-shapes.ts';
import { counted, createProgress, tell, write } from './terminal.ts';

/** A file of rules is text; more than this is something else. */
const MOST_BYTES = 32 * 1024 * 1024;

type Options = DoorOptions & { json?: boolean };

/** @param examples the help text of examples. */
export function addRuleCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const rules = program.commands.find((command) => command.name() === 'rules');
	if (rules === undefined) throw new Error('the commands of rules come from the table of operations');
	rules.description('Rules that say which records deserve a check: write, try, approve, watch, renew');
	const asked = (options: DoorOptions, work: (door: Door) => Promise<void>): Promise<void> =>
		withDoor(options, 'command-line', work);
	const withFile = (name: string, description: string): Command =>
		rules.command(name).description(description).argument('<file>', 'JSON file of one rule or several, or -');

	addDoorOptions(withFile('check', operations.checkRule.summary))
		.option('--json', 'the answers as JSON')
		.addHelpText('after', examples('rules check low-price.json'))
		.action((file: string, options: Options) => asked(options, (door) => runCheck(door, file, options)));

	const backtest = rules
		.command('backtest')
		.description(operations.backtestRule.summary)
		.argument('<rule>', 'JSON file of one rule, or the identifier of a stored one');
	addInputOptions(backtest, operations.backtestRule, ['rule']);
	addDoorOptions(backtest)
		.option('--version <number>', 'version of a stored rule (default: the one that waits, else the live one)')
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('rules backtest low-price.json --days 180', 'rules backtest low-price'))
		.action((named: string, options: Options & { version?: string }) =>
			asked(options, (door) => runBacktest(door, named, options)),
		);

	addDoorOptions(withFile('save', operations.saveRule.summary))
		.option('--reason <text>', 'why, for whoever asks later')
		.option('--json', 'the answers as JSON')
		.addHelpText('after', examples('rules save low-price.json --reason "circular 12/2026"'))
		.action((file: string, options: Options & { reason?: string }) =>
			asked(options, async (door) => {
				for (const rule of await readRules(file)) {
					const saved = await door.call('saveRule', {
						rule,
						...(options.reason === undefined ? {} : { reason: options.reason }),
					});
					await write(options.json ? `${JSON.stringify(saved)}\n` : showDecided(saved));
				}
			}),
		);

	for (const decision of ['approve', 'reject'] as const) {
		const decide = rules
			.command(decision)
			.description(
				decision === 'approve'
					? 'Let a proposed rule go live; it takes the place of the version before it'
					: 'Give a proposed rule back to its author, with the reason',
			)
			.argument('<id>')
			.argument('<version>');
		addInputOptions(decide, operations.decideRule, ['id', 'version', 'decision']);
		addDoorOptions(decide)
			.option('--json', 'the answer as JSON')
			.addHelpText('after', examples(`rules ${decision} low-price 2 --reason "as agreed on 3 March"`))
			.action((id: string, version: string, options: Options) =>
				asked(options, async (door) => {
					const input = {
						...inputOf(operations.decideRule, options),
						id,
						version: Number(version),
						decision,
					};
					const decided = await door.call('decideRule', input);
					await write(options.json ? `${JSON.stringify(decided)}\n` : showDecided(decided));
				}),
			);
	}

	const exporting = rules
		.command('export')
		.description('Rules as a file, always in the same order: made to be kept in a version control');
	addInputOptions(exporting, operations.exportRules, []);
	addDoorOptions(exporting)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText(
			'after',
			examples('rules export --out rules.json', 'rules export --ids low-price,new-importer'),
		)
		.action((options: DoorOptions & { out?: string }) =>
			asked(options, async (door) => {
				const file = await door.call('exportRules', inputOf(operations.exportRules, options));
				await writeTo(options.out, [formatRuleFile(file)]);
			}),
		);

	addDoorOptions(withFile('import', operations.importRules.summary))
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('rules import rules.json'))
		.action((file: string, options: Options) => asked(options, (door) => runImport(door, file, options)));
}

async function runCheck(door: Door, file: string, options: Options): Promise<void> {
	for (const rule of await readRules(file)) {
		const check = await door.call('checkRule', { rule });
		if (check.problems.length > 0 || check.tests.some(({ passed }) => !passed))
			process.exitCode = errorTable['invalid-input'].exit;
		await write(
			options.json ? `${JSON.stringify({ id: rule.id, ...check })}\n` : `${rule.id}\n${showCheck(check)}`,
		);
	}
}

async function runBacktest(
	door: Door,
	named: string,
	options: Options & { version?: string },
): Promise<void> {
	const rule = await ruleNamed(door, named, options.version);
	const progress = createProgress();
	const started = performance.now();
	// The answer comes as a whole; what can be told until then is that it is being worked on.
	const ticking = setInterval(
		() =>
			progress.show(`${rule.id}: reading history, ${Math.round((performance.now() - started) / 1_000)} s`),
		250,
	);
	try {
		const result = await door.call('backtestRule', { ...inputOf(operations.backtestRule, options), rule });
		progress.clear();
		await write(options.json ? `${JSON.stringify(result)}\n` : showBacktest(result));
	} finally {
		clearInterval(ticking);
	}
}

async function ruleNamed(door: Door, named: string, version: string | undefined): Promise<Rule> {
	if (named === '-' || existsSync(named) || !ruleId.safeParse(named).success) {
		const rules = await readRules(named);
		const [rule] = rules;
		if (rule !== undefined && rules.length === 1) return rule;
		throw new TidewaiterError(
			'usage',
			`${named} holds ${counted(rules.length, 'rule')}; a backtest is of one.`,
		);
	}
	if (version !== undefined)
		return (await door.call('readRule', { id: named, version: Number(version) })).rule;
	const detail = await door.call('readRule', { id: named });
	const { pending } = detail.summary;
	return pending === null ? detail.rule : (await door.call('readRule', { id: named, version: pending })).rule;
}

async function runImport(door: Door, file: string, options: Options): Promise<void> {
	const rules = await readRules(file);
	const { drafted, same, refused } = await door.call('importRules', {
		file: { format: 'tidewaiter-rules', version: 1, rules },
	});
	if (refused.length > 0) process.exitCode = errorTable['invalid-input'].exit;
	if (options.json) {
		await write(`${JSON.stringify({ drafted, same, refused })}\n`);
		return;
	}
	await write(
		[
			...drafted.map((id) => `${id}: draft`),
			...refused.flatMap(({ rule, problems }) =>
				problems.map((problem) => `${rule}: ${formatProblem(problem)}`),
			),
			`${counted(drafted.length, 'draft')}, ${same.length} the same, ${refused.length} refused`,
			'',
		].join('\n'),
	);
	if (drafted.length > 0)
		tell('A draft does nothing yet: backtest it, propose it, and have a second person approve it.');
}

/** The rules of a file: one by itself, or the form of an export. @throws TidewaiterError unreadable, too-large, not-found */
async function readRules(path: string): Promise<Rule[]> {
	const read = await readJsonFile(
		path,
		MOST_BYTES,
		() => new TidewaiterError('too-large', `${path} is too large for a file of rules.`),
		(cause) =>
			new TidewaiterError(
				'unreadable',
				`${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`,
				{ cause, remedy: 'See "tidewaiter rules export" for the form.' },
			),
	);
	const isFile = typeof read === 'object' && read !== null && 'rules' in read;
	const parsed = isFile ? ruleFile.safeParse(read) : ruleSchema.safeParse(read);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new TidewaiterError(
			'unreadable',
			`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no rule'}`,
			{ remedy: 'See "tidewaiter rules export" for the form.' },
		);
	}
	return 'rules' in parsed.data ? parsed.data.rules : [parsed.data];
}
