/**
 * `tidewaiter models train|challenge|promote|retire|export`: training is waited for, decisions are one word each, and a
 * model is written to a file. The rest of the commands of models comes from the table of operations.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import type { Training } from '../../contract/views-models.ts';
import type { DecisionContext } from '../policy/model.ts';
import type { Chunks, Door, DoorOptions } from './door.ts';
import { showDecided, showTraining } from './model-shapes.ts';
import { addDoorOptions, addInputOptions, inputOf } from './operation-commands.ts';
import { createProgress, write } from './terminal.ts';

const POLL_MS = 500;

const decisions = {
	challenge: 'Let a model score beside the champion; it decides nothing',
	promote: 'Put a model live; the champion before it is retired',
	retire: 'Take a model out',
} as const;

export type Doors = {
	withDoor(
		options: DoorOptions,
		channel: DecisionContext['channel'],
		work: (door: Door) => Promise<void>,
	): Promise<void>;
	writeTo(out: string | undefined, chunks: Chunks): Promise<void>;
};

/** @param examples the help text of examples. */
export function addModelCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const models = program.commands.find((command) => command.name() === 'models');
	if (models === undefined) throw new Error('the commands of models come from the table of operations');
	models.description('Models that say how likely an inspection finds something: cards, training, decisions');
	const train = models.command('train').description(operations.trainModel.summary);
	addInputOptions(train, operations.trainModel, []);
	addDoorOptions(train)
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('models train --days 365'))
		.action(async (options) => {
			await withDoor(options, 'command-line', async (door) => {
				await door.call('trainModel', inputOf(operations.trainModel, options));
				const training = await waitForTraining(door);
				if (training.state === 'failed')
					throw new TidewaiterError('conflict', training.message ?? 'The training has failed.');
				await write(options.json ? `${JSON.stringify(training)}\n` : `${showTraining(training)}\n`);
			});
		});
	for (const [decision, description] of Object.entries(decisions)) {
		const decide = models.command(decision).description(description).argument('<version>');
		addInputOptions(decide, operations.decideModel, ['version', 'decision']);
		addDoorOptions(decide)
			.option('--json', 'the answer as JSON')
			.addHelpText(
				'after',
				examples(
					`models ${decision} 3 --reason "two weeks beside the champion, precision 0.41 against 0.33"`,
				),
			)
			.action(async (version: string, options) => {
				await withDoor(options, 'command-line', async (door) => {
					const input = { ...inputOf(operations.decideModel, options), version: Number(version), decision };
					const decided = await door.call('decideModel', input);
					await write(options.json ? `${JSON.stringify(decided)}\n` : showDecided(decided));
				});
			});
	}
	addDoorOptions(models.command('export').description(operations.exportModel.summary).argument('<version>'))
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('models export 3 --out model-3.json'))
		.action(async (version: string, options) => {
			await withDoor(options, 'command-line', async (door) =>
				writeTo(options.out, await door.read('exportModel', { version })),
			);
		});
}

/** A training goes on in the node; a command that opened the node itself must stay until its end. */
async function waitForTraining(door: Door): Promise<Training> {
	const progress = createProgress();
	for (;;) {
		const { training } = await door.call('listModels', {});
		if (['idle', 'failed', 'done'].includes(training.state)) {
			progress.clear();
			return training;
		}
		progress.show(showTraining(training));
		await sleep(POLL_MS);
	}
}
