/**
 * `tidewaiter agreements draft TEMPLATE`, `save FILE` and `offer|sign|suspend|resume|end ID VERSION`: an agreement as a file, and each
 * move as a word of its own. The rest comes from the table of operations.
 */
import type { Command } from 'commander';
import { TidewaiterError } from '../../contract/errors.ts';
import { type AgreementBody, agreementBody } from '../../contract/exchange/agreement.ts';
import { type Completion, completeTemplate } from '../../contract/exchange/complete-template.ts';
import { operations } from '../../contract/operations.ts';
import type { AgreementDetail } from '../../contract/views-exchange.ts';
import { showAgreement } from './agreement-shapes.ts';
import type { DoorOptions } from './door.ts';
import { readJsonFile } from './json-file.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions, addInputOptions, inputOf } from './operation-commands.ts';
import { tell, write } from './terminal.ts';

const MOST_BYTES = 2 * 1024 ** 2;

type DraftOptions = DoorOptions & Completion & { out?: string };

const MOVES = {
	offer: 'Sign a draft and offer it to the partner',
	sign: 'Sign what the partner has offered: it holds from its first day on',
	suspend: 'Stop all exchange under it at once, until whoever did so resumes it',
	resume: 'Take back your own suspension',
	end: 'End it for good, or withdraw a version that is not signed by both',
} as const;

/** @param examples the help text of examples. */
export function addAgreementCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const agreements = program.commands.find((command) => command.name() === 'agreements');
	if (agreements === undefined)
		throw new Error('the commands of agreements come from the table of operations');
	agreements.description('What this node and its partners may share: write, offer, sign, suspend, end');
	type Options = DoorOptions & { json?: boolean };
	const show = (detail: AgreementDetail, { json }: Options): Promise<void> =>
		write(json ? `${JSON.stringify(detail)}\n` : showAgreement(detail));

	addDoorOptions(
		agreements
			.command('draft')
			.description('An agreement from a template, as a file to be read and changed before it is saved')
			.argument('<template>', 'one of "agreements templates"'),
	)
		.requiredOption('--left <node>', 'the party that the template calls left')
		.requiredOption('--right <node>', 'the other one')
		.option('--id <id>', 'identifier of the agreement (default: that of the template)')
		.option('--legal-basis <text>', 'acts and sections of both sides, in the place of what the template says')
		.option('--starts-on <day>', 'first day, YYYY-MM-DD (default: today)')
		.option('--review-on <day>', 'day of its review (default: after a year)')
		.option('--ends-on <day>', 'last day (default: after three years)')
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText(
			'after',
			examples(
				'agreements draft fiu-customs --left fiu --right customs --legal-basis "FIU Act, section 14; Customs Act, section 7" --out fiu-customs.json',
			),
		)
		.action((template: string, options: DraftOptions) =>
			withDoor(options, 'command-line', async (door) => {
				const templates = await door.call('listAgreementTemplates', {});
				const found = templates.find(({ id }) => id === template);
				if (found === undefined)
					throw new TidewaiterError('not-found', `There is no template ${template}.`, {
						remedy: `One of: ${templates.map(({ id }) => id).join(', ')}.`,
					});
				const body = checkBody('The draft', completeTemplate(found.body, options));
				await writeTo(options.out, [`${JSON.stringify(body, null, '\t')}\n`]);
				if (body.legalBasis.includes('['))
					tell('Complete its legal basis, in square brackets: it cannot be offered before.');
			}),
		);

	addDoorOptions(
		agreements
			.command('save')
			.description(operations.saveAgreement.summary)
			.argument('<file>', 'JSON file of an agreement, or of a template with its names put in, or -'),
	)
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('agreements save fiu-customs.json'))
		.action((file: string, options: Options) =>
			withDoor(options, 'command-line', async (door) =>
				show(await door.call('saveAgreement', { body: await readBody(file) }), options),
			),
		);

	for (const [move, description] of Object.entries(MOVES)) {
		const command = agreements.command(move).description(description).argument('<id>').argument('<version>');
		addInputOptions(command, operations.moveAgreement, ['id', 'version', 'move']);
		addDoorOptions(command)
			.option('--json', 'the answer as JSON')
			.addHelpText(
				'after',
				examples(`agreements ${move} fiu-customs 1 --reason "minister's letter of 3 March"`),
			)
			.action((id: string, version: string, options: Options) =>
				withDoor(options, 'command-line', async (door) => {
					const input = { ...inputOf(operations.moveAgreement, options), id, version: Number(version), move };
					await show(await door.call('moveAgreement', input), options);
				}),
			);
	}
}

/** @throws TidewaiterError unreadable, too-large, not-found */
async function readBody(path: string): Promise<AgreementBody> {
	const read = await readJsonFile(
		path,
		MOST_BYTES,
		() => new TidewaiterError('too-large', `${path} is too large for an agreement.`),
		(cause) =>
			new TidewaiterError(
				'unreadable',
				`${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`,
				{ cause },
			),
	);
	return checkBody(path, typeof read === 'object' && read !== null && 'body' in read ? read.body : read);
}

/** @param what it is called where it is none. @throws TidewaiterError unreadable */
function checkBody(what: string, value: unknown): AgreementBody {
	const body = agreementBody.safeParse(value);
	if (body.success) return body.data;
	const [issue] = body.error.issues;
	throw new TidewaiterError(
		'unreadable',
		`${what} is not an agreement: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
		{ remedy: 'Begin with "tidewaiter agreements draft", which makes one from a template.' },
	);
}
