/**
 * `tidewaiter lanes set FILE`: settings of lanes from a JSON file. What the file leaves out stays as it is.
 */
import type { Command } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import type { DoorOptions } from './door.ts';
import { readJsonFile } from './json-file.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions, addInputOptions } from './operation-commands.ts';
import { showSettings } from './targeting-shapes.ts';
import { write } from './terminal.ts';

/** Two thousand offices take a tenth of it. */
const MOST_BYTES = 2 * 1024 * 1024;

/** @param examples the help text of examples. */
export function addLaneCommands(
	program: Command,
	{ withDoor }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const lanes = program.commands.find((command) => command.name() === 'lanes');
	if (lanes === undefined) throw new Error('the commands of lanes come from the table of operations');
	lanes.description('How records are treated: thresholds, places of offices, chance, and what each brought');
	const set = lanes
		.command('set')
		.description(operations.changeLanes.summary)
		.argument('<file>', 'JSON file of settings, some or all; or -');
	addInputOptions(set, operations.changeLanes, ['settings']);
	addDoorOptions(set)
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('lanes set lanes.json --reason "two officers more"'))
		.action(async (file: string, options: DoorOptions & { json?: boolean; reason: string }) => {
			const given = await readSettings(file);
			await withDoor(options, 'command-line', async (door) => {
				const { settings: now } = await door.call('readLanes', { days: 1 });
				// The operation checks what comes of it.
				const { settings } = await door.call('changeLanes', {
					settings: { ...now, ...given },
					reason: options.reason,
				});
				await write(options.json ? `${JSON.stringify({ settings })}\n` : showSettings(settings));
			});
		});
}

/** @throws TidewaiterError too-large, unreadable */
async function readSettings(path: string): Promise<object> {
	const read = await readJsonFile(
		path,
		MOST_BYTES,
		() => new TidewaiterError('too-large', `${path} is too large for settings of lanes.`),
		(cause) => new TidewaiterError('unreadable', `${path} is not JSON.`, { cause }),
	);
	if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
	throw new TidewaiterError('unreadable', `${path} is not an object of settings.`, {
		remedy: 'See "tidewaiter lanes show --json" for the form.',
	});
}
