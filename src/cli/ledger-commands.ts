/**
 * `tidewaiter ledger prove|verify|export`: a bundle or an export to a file, and a verification that is waited for. What the bundle
 * proves can be checked with `verifier/verify.js`, which needs nothing of this program.
 */
import type { Command } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { operations } from '../../contract/operations.ts';
import { showVerified } from './ledger-shapes.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions, addInputOptions, inputOf } from './operation-commands.ts';
import { createProgress, formatCount, write } from './terminal.ts';

const SHOWN_EVERY = 10_000;

/** @param examples the help text of examples. */
export function addLedgerCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const ledger = program.commands.find((command) => command.name() === 'ledger');
	if (ledger === undefined) throw new Error('the commands of the ledger come from the table of operations');
	ledger.description('The record of what was done, that nobody can rewrite: show, prove, verify');
	addDoorOptions(
		ledger.command('prove').description(operations.proveLedgerEntry.summary).argument('<position>'),
	)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('ledger prove 1042 --out proof.json', 'ledger list --json'))
		.action(async (position: string, options) => {
			await withDoor(options, 'command-line', async (door) => {
				const bundle = await door.call('proveLedgerEntry', { position });
				await writeTo(options.out, [`${JSON.stringify(bundle, null, '\t')}\n`]);
			});
		});
	addDoorOptions(ledger.command('verify').description(operations.verifyLedger.summary))
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('ledger verify'))
		.action(async (options) => {
			await withDoor(options, 'command-line', async (door) => {
				const progress = createProgress();
				const { size } = await door.call('readLedger', {});
				progress.show(`verifying ${formatCount(size)} entries`);
				const verified = await door.call('verifyLedger', {});
				progress.clear();
				await write(options.json ? `${JSON.stringify(verified)}\n` : showVerified(verified));
				if (verified.defect !== null)
					throw new TidewaiterError('conflict', 'The ledger is not what was signed.', {
						remedy:
							'Keep the database as it is, and ask partners for the checkpoints that they have cosigned.',
					});
			});
		});
	const exported = ledger.command('export').description(operations.exportLedger.summary);
	addInputOptions(exported, operations.exportLedger, []);
	addDoorOptions(exported)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('ledger export --out ledger.jsonl'))
		.action(async (options) => {
			await withDoor(options, 'command-line', async (door) => {
				const chunks = await door.read('exportLedger', inputOf(operations.exportLedger, options));
				await writeTo(options.out, counting(chunks));
			});
		});
}

/** Passes on, and says how far it is. */
async function* counting(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array | string> {
	const progress = createProgress();
	let lines = 0;
	let shown = 0;
	for await (const chunk of chunks) {
		for (const each of Buffer.from(chunk)) if (each === 10) lines += 1;
		if (lines - shown >= SHOWN_EVERY) {
			shown = lines;
			progress.show(`${formatCount(lines)} entries`);
		}
		yield chunk;
	}
	progress.clear();
}
