/**
 * `tidewaiter law test`: cases in a file, each a question with the answer that is expected, so that an administration can say what its
 * law must permit and deny, and notice when a narrowing or a new version of the program says otherwise.
 */
import type { Command } from 'commander';
import { z } from 'zod';
import { errorTable, TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import type { Door, DoorOptions } from './door.ts';
import { readJsonFile } from './json-file.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions } from './operation-commands.ts';
import { counted, formatTable, write } from './terminal.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const lawCase = operations.askLaw.input.extend({
	machine: z.boolean().optional(),
	expect: z.enum(['permitted', 'denied']),
	/** What the case is about, for whoever reads that it failed. */
	name: z.string().max(200).optional(),
});
const lawCases = z.array(lawCase.strict()).min(1).max(10_000);

type Options = DoorOptions & { json?: boolean };

/** @param examples the help text of examples. */
export function addLawCommands(
	program: Command,
	{ withDoor }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const law = program.commands.find((command) => command.name() === 'law');
	if (law === undefined) throw new Error('the commands of the law come from the table of operations');
	law.description(
		'Who may do what, for which purposes: read it, ask it, test it, simulate changes, narrow it',
	);
	const test = law
		.command('test')
		.description('Ask the law every question of a file, and hold the answers against those expected')
		.argument(
			'<file>',
			'JSON list of {role, action, purpose?, caseReference?, secondFactor?, machine?, expect, name?}, or -',
		);
	addDoorOptions(test)
		.option('--json', 'the answers as JSON')
		.addHelpText('after', examples('law test our-law.json'))
		.action((file: string, options: Options) =>
			withDoor(options, 'command-line', (door) => runTest(door, file, options)),
		);
}

async function runTest(door: Door, file: string, { json }: Options): Promise<void> {
	const cases = await readCases(file);
	const answers = [];
	for (const { expect, name, ...question } of cases) {
		const { permitted, reasons } = await door.call('askLaw', {
			...question,
			machine: question.machine === true ? 'true' : 'false',
		});
		const answer = permitted ? 'permitted' : 'denied';
		answers.push({
			name:
				name ??
				`${question.role} ${question.action}${question.purpose === undefined ? '' : ` for ${question.purpose}`}`,
			expected: expect,
			answer,
			asExpected: answer === expect,
			reasons,
		});
	}
	const failed = answers.filter(({ asExpected }) => !asExpected);
	if (failed.length > 0) process.exitCode = errorTable['invalid-input'].exit;
	if (json) return write(`${JSON.stringify({ cases: answers.length, failed: failed.length, answers })}\n`);
	await write(
		`${formatTable(
			[
				{ title: 'case', value: (each) => each.name },
				{ title: 'expected', value: (each) => each.expected },
				{ title: 'answer', value: (each) => each.answer },
				{ title: 'reason', value: (each) => each.reasons[0] ?? '' },
			],
			failed,
		)}${counted(answers.length, 'case')}, ${failed.length === 0 ? 'all as expected' : `${failed.length} not as expected`}\n`,
	);
}

/** @throws TidewaiterError `invalid-input` with the place in the file. */
async function readCases(file: string): Promise<z.infer<typeof lawCases>> {
	const wrong = (place: string, what: string, cause?: unknown): TidewaiterError =>
		new TidewaiterError('invalid-input', `${file}: ${what}`, {
			place,
			remedy:
				'A list of cases in JSON: [{"role": "officer", "action": "record.export", "expect": "denied"}].',
			...(cause === undefined ? {} : { cause }),
		});
	const read = lawCases.safeParse(
		await readJsonFile(
			file,
			MOST_BYTES,
			() => new TidewaiterError('too-large', `${file} is larger than a file of cases.`),
			(cause) => wrong('', 'this is not JSON.', cause),
		),
	);
	if (read.success) return read.data;
	const issue = read.error.issues[0];
	throw wrong(issue?.path.join('.') ?? '', issue?.message ?? 'not understood');
}
