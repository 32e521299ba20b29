/**
 * `tidewaiter messages send|preview|reply|attach|attachment`: messages as files in the form of the contract, attachments chunk by
 * chunk. The rest of `messages` comes from the table of operations.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { errorTable, TidewaiterError } from '../../contract/errors.ts';
import { type InputOf, operations } from '../../contract/operations.ts';
import { draftMessage } from '../../contract/views-exchange.ts';
import type { Door, DoorOptions } from './door.ts';
import { readJsonFile } from './json-file.ts';
import { showPreview, showSent } from './message-shapes.ts';
import type { Doors } from './model-commands.ts';
import { addDoorOptions, addInputOptions } from './operation-commands.ts';
import { tell, write } from './terminal.ts';

type Options = DoorOptions & { json?: boolean };

/** The operation behind it takes no more. */
const MOST_BYTES = 1024 ** 2;

/** @param examples the help text of examples. */
export function addMessageCommands(
	program: Command,
	{ withDoor, writeTo }: Doors,
	examples: (...lines: string[]) => string,
): void {
	const messages = program.commands.find((command) => command.name() === 'messages');
	if (messages === undefined) throw new Error('the commands of messages come from the table of operations');
	messages.description('Messages to and from other nodes, under an agreement');
	const asked = (options: DoorOptions, work: (door: Door) => Promise<void>): Promise<void> =>
		withDoor(options, 'command-line', work);

	addDraftOptions(
		messages
			.command('send')
			.description(operations.sendMessage.summary)
			.argument('<file>', 'JSON file of a message, or -'),
	)
		.addHelpText(
			'after',
			`${examples('messages send request.json', 'messages send feedback.json --about 019b1c3e-7a40-7000-8000-5c1d2e3f4a5b')}\n${FORM}`,
		)
		.action((file: string, options: Options & DraftOptions) =>
			asked(options, async (door) => send(door, await readDraft(file, options), options)),
		);

	addDraftOptions(
		messages
			.command('preview')
			.description(operations.previewMessage.summary)
			.argument('<file>', 'JSON file of a message, or -'),
	)
		.addHelpText('after', examples('messages preview request.json'))
		.action((file: string, options: Options & DraftOptions) =>
			asked(options, async (door) => {
				const preview = await door.call('previewMessage', await readDraft(file, options));
				if (preview.problems.length > 0) process.exitCode = errorTable['invalid-input'].exit;
				await write(options.json ? `${JSON.stringify(preview)}\n` : showPreview(preview));
			}),
		);

	addDoorOptions(
		messages
			.command('reply')
			.description('Answer a message: hit, no-hit, full, partial, or refused with its ground')
			.argument('<id>', 'the message that is answered')
			.requiredOption('--outcome <outcome>', 'hit, no-hit, full, partial, refused')
			.option('--ground <ground>', 'why in part or not at all')
			.option('--text <text>', 'in words')
			.option('--records <ids>', 'records of this node, by identifier, separated by commas')
			.option('--grade <grade>', 'source and information graded, as A1 to X4'),
	)
		.option('--json', 'the answer as JSON')
		.addHelpText(
			'after',
			examples(
				'messages reply 019b1c3e-7a40-7000-8000-5c1d2e3f4a5b --outcome refused --ground ongoing-investigation',
			),
		)
		.action((id: string, options: Options & ReplyOptions) =>
			asked(options, async (door) => send(door, await replyTo(door, id, options), options)),
		);

	const attach = messages
		.command('attach')
		.description(operations.uploadAttachment.summary)
		.argument('<file>', 'file to leave');
	addInputOptions(attach, operations.uploadAttachment, ['name']);
	addDoorOptions(attach)
		.option('--name <name>', 'its name, as the partner sees it (default: that of the file)')
		.option('--json', 'the answer as JSON')
		.addHelpText('after', examples('messages attach manifest.pdf --media-type application/pdf'))
		.action((file: string, options: Options & { name?: string; mediaType?: string }) =>
			asked(options, async (door) => {
				const uploaded = await door.call(
					'uploadAttachment',
					{
						name: options.name ?? basename(file),
						...(options.mediaType === undefined ? {} : { mediaType: options.mediaType }),
					},
					createReadStream(file),
				);
				await write(
					options.json
						? `${JSON.stringify(uploaded)}\n`
						: `${uploaded.id}: ${uploaded.bytes} bytes. Put this into the message, under body.attachments:\n${JSON.stringify(uploaded)}\n`,
				);
			}),
		);

	addDoorOptions(
		messages
			.command('attachment')
			.description('Write an attachment of a message to a file')
			.argument('<id>', 'the message')
			.argument('<attachment>'),
	)
		.option('--out <file>', 'file to write (default: standard output)')
		.addHelpText(
			'after',
			examples(
				'messages attachment 019b1c3e-7a40-7000-8000-5c1d2e3f4a5b 019b1c3e-7a40-7000-8000-000000000001 --out manifest.pdf',
			),
		)
		.action((id: string, attachment: string, options: DoorOptions & { out?: string }) =>
			asked(options, (door) => writeTo(options.out, partsOf(door, id, attachment))),
		);
}

async function send(door: Door, draft: object, options: Options): Promise<void> {
	const sent = await door.call('sendMessage', draft);
	await write(options.json ? `${JSON.stringify(sent)}\n` : showSent(sent));
	if (sent.summary.state === 'waiting') tell('It waits until the partner answers, and is tried by itself.');
}

type DraftOptions = { about?: string; records?: string };

const FORM = `
A message names agreement, purpose, and a body with its kind:
  { "agreement": "fiu-customs", "purpose": "money-laundering",
    "body": { "kind": "request", "grounds": "…", "urgency": "urgent" } }`;

const addDraftOptions = (command: Command): Command =>
	addDoorOptions(command)
		.option('--about <id>', 'the message that it is about, in the place of what the file says')
		.option('--records <ids>', 'records of this node that go with it, separated by commas')
		.option('--json', 'the answer as JSON');

/** Kinds whose body names the message that they are about. */
const ABOUT_A_MESSAGE = ['feedback', 'consent-request', 'consent', 'correction', 'recall', 'hit-notice'];

/** What the file says, with what the options say put into it. */
function completed(value: unknown, { about, records }: DraftOptions): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const body: unknown = 'body' in value ? value.body : undefined;
	const isAbout =
		typeof body === 'object' &&
		body !== null &&
		'kind' in body &&
		typeof body.kind === 'string' &&
		ABOUT_A_MESSAGE.includes(body.kind);
	return {
		...value,
		...(records === undefined ? {} : { records: records.split(',') }),
		...(about === undefined ? {} : { correlation: about }),
		...(about !== undefined && isAbout ? { body: { ...body, on: about } } : {}),
	};
}

/** A message as a file. @throws TidewaiterError `invalid-input` where it is none. */
async function readDraft(file: string, options: DraftOptions): Promise<InputOf<'sendMessage'>> {
	const value = await readJsonFile(
		file,
		MOST_BYTES,
		() =>
			new TidewaiterError('too-large', `${file} has more than ${MOST_BYTES} bytes.`, {
				remedy: 'Send large things as attachments.',
			}),
		(cause) => new TidewaiterError('invalid-input', `${file} is not JSON.`, { cause }),
	);
	const read = draftMessage.safeParse(completed(value, options));
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw new TidewaiterError('invalid-input', `${file}: ${issue?.message ?? 'not understood'}`, {
		place: issue?.path.join('.') ?? '',
		remedy: '"tidewaiter messages send --help" shows the form of a message.',
	});
}

type ReplyOptions = { outcome: string; ground?: string; text?: string; records?: string; grade?: string };

const GRADE = /^([ABCX])([1-4])$/;

/** Under the agreement and for the purpose of what it answers. */
async function replyTo(door: Door, id: string, options: ReplyOptions): Promise<object> {
	const { summary } = await door.call('readMessage', { id });
	const grade = options.grade === undefined ? undefined : GRADE.exec(options.grade);
	if (grade === null) throw new TidewaiterError('usage', `--grade wants A1 to X4, and got ${options.grade}.`);
	return {
		agreement: summary.agreement,
		purpose: summary.purpose,
		handling: summary.handling,
		correlation: summary.id,
		records: options.records?.split(',') ?? [],
		body: {
			kind: 'reply',
			outcome: options.outcome,
			...(options.ground === undefined ? {} : { ground: options.ground }),
			...(options.text === undefined ? {} : { text: options.text }),
			...(grade === undefined ? {} : { evaluation: { source: grade[1], information: grade[2] } }),
		},
	};
}

/** Part by part, until nothing more comes. */
async function* partsOf(door: Door, id: string, attachment: string): AsyncGenerator<Uint8Array> {
	for (let offset = 0; ; ) {
		const before = offset;
		for await (const part of await door.read('readAttachment', { id, attachment, offset })) {
			const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
			offset += bytes.length;
			yield bytes;
		}
		if (offset === before) return;
	}
}
