/**
 * `tidewaiter requests export|correct`: what is given to a person as a file, and corrections as PATH=VALUE. The rest of `requests`
 * comes from the table of operations.
 */
import { type Command, Option } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import type { Door, DoorOptions } from './door.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions } from './operation-commands.ts';
import { counted, write } from './terminal.ts';

type Options = DoorOptions & { json?: boolean };

/** @param examples the help text of examples. */
export function addSubjectCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const requests = program.commands.find((command) => command.name() === 'requests');
	if (requests === undefined) throw new Error('the commands of requests come from the table of operations');
	requests.description(
		'Requests of those whose data are held: access, correction, restriction, erasure, objection',
	);
	const asked = (options: DoorOptions, work: (door: Door) => Promise<void>): Promise<void> =>
		withDoor(options, 'command-line', work);

	addDoorOptions(
		requests
			.command('export')
			.description(operations.exportSubject.summary)
			.argument('<id>', 'the request')
			.addOption(
				new Option('--format <text>', 'a page to print, or data').choices(['json', 'html']).default('html'),
			),
	)
		.option('--out <file>', 'write to this file instead of standard output')
		.addHelpText('after', examples('requests export 019b1c3e-… --out answer.html'))
		.action((id: string, options: Options & { format: 'json' | 'html'; out?: string }) =>
			asked(options, async (door) =>
				writeTo(options.out, await door.read('exportSubject', { id, format: options.format })),
			),
		);

	addDoorOptions(
		requests
			.command('correct')
			.description(operations.correctRecord.summary)
			.argument('<id>', 'the request')
			.argument('<record>', 'the newest version of the record')
			.argument('<changes...>', 'PATH=VALUE for each wrong value; PATH= takes it out')
			.requiredOption('--reason <text>', 'why, for whoever asks later'),
	)
		.option('--json', 'the answer as JSON')
		.addHelpText(
			'after',
			examples(
				'requests correct 019b1c3e-… 0198a1c2-… "travellers[0].person.bornOn=1974-08-12" --reason "passport was shown"',
			),
		)
		.action((id: string, record: string, changes: string[], options: Options & { reason: string }) =>
			asked(options, async (door) => {
				const answer = await door.call('correctRecord', {
					id,
					record,
					reason: options.reason,
					changes: changes.map(changeOf),
				});
				await write(
					options.json
						? `${JSON.stringify(answer)}\n`
						: `version ${answer.version} is record ${answer.record}; it had been sent to ${counted(answer.recipients.length, 'recipient')}\n`,
				);
			}),
		);
}

/** @throws TidewaiterError usage */
function changeOf(text: string): { path: string; value: string | null } {
	const at = text.indexOf('=');
	if (at < 1)
		throw new TidewaiterError('usage', `${text} is not of the form PATH=VALUE.`, {
			remedy: 'For example: travellers[0].person.bornOn=1974-08-12',
		});
	const value = text.slice(at + 1);
	return { path: text.slice(0, at), value: value === '' ? null : value };
}
