/**
 * For what a command asks: `--purpose` and `--case`, before the command or after it, or TIDEWAITER_PURPOSE and TIDEWAITER_CASE.
 * An option stands for the variable for this one command. Where a command has an option of that name of its own (`match`,
 * `decisions list`), it stands before the command.
 */
import { type Command, Option } from 'commander';
import { purposeIds } from '../../contract/purposes.ts';
import { OPERATOR_PURPOSE } from '../policy/purpose.ts';

const VARIABLES = { purpose: 'TIDEWAITER_PURPOSE', case: 'TIDEWAITER_CASE' } as const;
type Name = keyof typeof VARIABLES;
const names = ['purpose', 'case'] as const satisfies readonly Name[];

const optionOf = (name: Name): Option =>
	name === 'purpose'
		? new Option('--purpose <id>', `for what personal data are asked for (or ${VARIABLES.purpose})`)
		: new Option('--case <text>', `on which case (or ${VARIABLES.case})`);

export type Said = { purpose?: string; caseReference?: string };

/** What was said for the command that runs. */
export function saidPurpose(): Said {
	const [purpose, caseReference] = names.map((name) => process.env[VARIABLES[name]]);
	return {
		...(purpose ? { purpose } : {}),
		...(caseReference ? { caseReference } : {}),
	};
}

/** Adds the options to the program and to every command that reaches a node. The last thing that is added. */
export function addPurposeOptions(program: Command): void {
	program
		.enablePositionalOptions()
		.addOption(optionOf('purpose'))
		.addOption(optionOf('case'))
		.addHelpText(
			'after',
			`\nPurposes: ${purposeIds.join(', ')}.\nOn the machine itself ${OPERATOR_PURPOSE} is recorded where none is given.`,
		);
	const own = new WeakMap<Command, ReadonlySet<Name>>();
	for (const command of commandsBelow(program)) {
		const isTaken = (name: string) => command.options.some(({ long }) => long === `--${name}`);
		if (!isTaken('data')) continue;
		const free = names.filter((name) => !isTaken(name));
		for (const name of free) command.addOption(optionOf(name));
		own.set(command, new Set(free));
	}
	program.hook('preAction', (_program, command) => {
		for (const name of names) {
			const given: unknown =
				(own.get(command)?.has(name) ? command.opts()[name] : undefined) ?? program.opts()[name];
			if (typeof given === 'string') process.env[VARIABLES[name]] = given;
		}
	});
}

const commandsBelow = (command: Command): Command[] =>
	command.commands.flatMap((inner) => [inner, ...commandsBelow(inner)]);
