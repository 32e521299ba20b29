/**
 * `tidewaiter node init|card|trust`: makes a node, writes its card for partners, and trusts the card of another after its
 * fingerprint was compared. The rest of `node` comes from the table of operations.
 */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { nodeCard } from '../../contract/exchange/node-card.ts';
import { operations } from '../../contract/operations.ts';
import { parseFingerprint } from '../exchange/identity/fingerprint.ts';
import type { NodeDescription } from '../server/node.ts';
import type { DoorOptions } from './door.ts';
import { showIdentity, showPartner } from './identity-shapes.ts';
import { readJsonFile } from './json-file.ts';
import type { Doors } from './model-commands.ts';
import { defaultDataDirectory, listNodeFolders, OWN_NODE, provideNodeFolder } from './node-folders.ts';
import { addDoorOptions } from './operation-commands.ts';
import { tell, write } from './terminal.ts';

/** The operation behind it takes no more, and a card with a hundred revoked keys has less. */
const MOST_BYTES = 64 * 1024;

type InitOptions = {
	data?: string;
	id: string;
	name?: string;
	agency?: NodeDescription['agency'];
	country?: string;
	address?: string;
	json?: boolean;
};

/** @param examples the help text of examples. */
export function addNodeCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const node = program.commands.find((command) => command.name() === 'node');
	if (node === undefined) throw new Error('the commands of nodes come from the table of operations');
	node.description('Who this node is, and whom it trusts: keys, cards, fingerprints');

	node
		.command('init')
		.description('Make a node with its keys, or say anew what one is called and where partners reach it')
		.option('--data <folder>', 'where the node lives (default: data/node)')
		.option('--id <id>', 'identifier: partners know the node by it', OWN_NODE.id)
		.option('--name <name>', 'its name, as people see it')
		.addOption(new Option('--agency <agency>', 'its agency').choices(['customs', 'fiu', 'immigration']))
		.option('--country <code>', 'its country, ISO 3166-1 alpha-2')
		.option('--address <url>', 'where partners send: https://host:port')
		.option('--json', 'the answer as JSON')
		.addHelpText(
			'after',
			examples(
				'node init --id malta-customs --name "Customs of Malta" --agency customs --country MT --address https://exchange.customs.example:8443',
			),
		)
		.action(async (options: InitOptions) => {
			const directory = options.data === undefined ? defaultDataDirectory('own') : resolve(options.data);
			const known = (await listNodeFolders(directory)).find(
				({ description }) => description.id === options.id,
			);
			const folder =
				known ??
				(await provideNodeFolder(directory, {
					id: options.id,
					name: options.name ?? OWN_NODE.name,
					agency: options.agency ?? OWN_NODE.agency,
					country: options.country ?? OWN_NODE.country,
				}));
			const { agency, country } = folder.description;
			if ((options.agency ?? agency) !== agency || (options.country ?? country) !== country)
				throw new TidewaiterError('conflict', `${options.id} is there already, of ${agency} of ${country}.`, {
					remedy: 'Agency and country of a node stay; make another node with --id.',
				});
			await withDoor({ data: directory, node: options.id }, 'command-line', async (door) => {
				const changed = {
					...(options.name === undefined ? {} : { title: options.name }),
					...(options.address === undefined ? {} : { url: options.address }),
				};
				const identity =
					Object.keys(changed).length === 0
						? await door.call('readIdentity', {})
						: await door.call('changeCard', changed);
				await write(options.json ? `${JSON.stringify(identity)}\n` : showIdentity(identity));
			});
			tell('Give "tidewaiter node card" to partners, and compare the fingerprint with them by another way.');
		});

	addDoorOptions(node.command('card').description('The card of this node as a file, to be given to partners'))
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText('after', examples('node card --out customs.card.json'))
		.action((options: DoorOptions & { out?: string }) =>
			withDoor(options, 'command-line', async (door) => {
				const { card } = await door.call('readIdentity', {});
				await writeTo(options.out, [`${JSON.stringify(card, null, '\t')}\n`]);
			}),
		);

	addDoorOptions(
		node
			.command('trust')
			.description(operations.trustPartner.summary)
			.argument('<card>', 'file of the card, or - for standard input'),
	)
		.requiredOption('--fingerprint <digits>', 'as the partner reads it out, with or without spaces')
		.option('--json', 'the answer as JSON')
		.addHelpText(
			'after',
			examples(`node trust fiu.card.json --fingerprint "${Array(12).fill('01234').join(' ')}"`),
		)
		.action((file: string, options: DoorOptions & { fingerprint: string; json?: boolean }) =>
			withDoor(options, 'command-line', async (door) => {
				const partner = await door.call('trustPartner', {
					card: await readCardFile(file),
					fingerprint: readFingerprint(options.fingerprint),
				});
				await write(options.json ? `${JSON.stringify(partner)}\n` : showPartner(partner));
			}),
		);
}

/** @throws TidewaiterError `usage` */
function readFingerprint(typed: string): string {
	const fingerprint = parseFingerprint(typed);
	if (fingerprint !== undefined) return fingerprint;
	throw new TidewaiterError('usage', 'A fingerprint has twelve groups of five digits.', {
		remedy: 'Ask the partner to read out what "tidewaiter node show" says there.',
	});
}

/** @throws TidewaiterError too-large, unreadable, not-found */
async function readCardFile(path: string): Promise<object> {
	const notCard = (cause: unknown): TidewaiterError =>
		new TidewaiterError('unreadable', `${path} is not the card of a node.`, {
			cause,
			remedy: 'The partner writes one with "tidewaiter node card --out FILE".',
		});
	const read = nodeCard.safeParse(
		await readJsonFile(
			path,
			MOST_BYTES,
			() => new TidewaiterError('too-large', `${path} is too large for a card.`),
			notCard,
		),
	);
	if (read.success) return read.data;
	throw notCard(read.error);
}
