/**
 * Commands made from the table of operations: arguments and options from an operation's input, a table from its output.
 * One mechanism for all that only asks a question; commands with a life of their own (ingest, export, start) are apart.
 */
import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { TidewaiterError } from '../../contract/errors.ts';
import { type Operation, type OperationId, type OutputOf, operations } from '../../contract/operations.ts';
import { generatePassword, PASSWORD_BYTES } from '../policy/passwords.ts';
import { agreementShapes } from './agreement-shapes.ts';
import type { DoorOptions } from './door.ts';
import { fairnessShapes } from './fairness-shapes.ts';
import { identityShapes } from './identity-shapes.ts';
import { intakeShapes } from './intake-shapes.ts';
import { lawShapes } from './law-shapes.ts';
import { ledgerShapes } from './ledger-shapes.ts';
import { matchingShapes } from './matching-shapes.ts';
import { messageShapes } from './message-shapes.ts';
import { modelShapes } from './model-shapes.ts';
import type { Shape, Shapes } from './operation-shape.ts';
import { policyShapes } from './policy-shapes.ts';
import { resolutionShapes } from './resolution-shapes.ts';
import { retentionShapes } from './retention-shapes.ts';
import { ruleShapes } from './rule-shapes.ts';
import { screeningShapes } from './screening-shapes.ts';
import { subjectShapes } from './subject-shapes.ts';
import { targetingShapes } from './targeting-shapes.ts';
import { write } from './terminal.ts';

const shapes: Shapes = {
	...intakeShapes,
	...screeningShapes,
	...resolutionShapes,
	...fairnessShapes,
	...modelShapes,
	...ledgerShapes,
	...retentionShapes,
	...policyShapes,
	...ruleShapes,
	...targetingShapes,
	...identityShapes,
	...messageShapes,
	...matchingShapes,
	...agreementShapes,
	...subjectShapes,
	...lawShapes,
};

export const operationsWithCommand: readonly string[] = Object.keys(shapes);

/** Operations without a command of this kind, and why. */
export const withoutCommand: { readonly [id in OperationId]?: string } = {
	listNodes: 'for the sign-in page',
	openSession: 'sessions are for browsers; a command has a key or the data folder',
	readSession: 'as above',
	statePurpose: 'for sessions; a command has --purpose and --case',
	clearPurpose: 'as above',
	closeSession: 'as above',
	enrolSecondFactor: 'as above',
	confirmSecondFactor: 'as above',
	removeSecondFactor: 'as above',
	followLive: 'a stream for the console',
	submit: '`ingest` and `watch`',
	exportRecords: '`export` writes a file',
	readOriginal: '`original` writes a file',
	loadList: '`lists load` reads files',
	screen: '`screen`',
	screenBatch: '`screen --csv`',
	exportFairness: '`fairness export` writes a file',
	exportSubject: '`requests export` writes a file',
	correctRecord: '`requests correct` takes PATH=VALUE',
	trainModel: '`models train` waits for its end',
	decideModel: '`models challenge`, `models promote`, `models retire`',
	exportModel: '`models export` writes a file',
	checkRule: '`rules check` reads a file',
	backtestRule: '`rules backtest` reads a file',
	saveRule: '`rules save` reads a file',
	decideRule: '`rules approve`, `rules reject`',
	exportRules: '`rules export` writes a file',
	importRules: '`rules import` reads a file',
	changeLanes: '`lanes set` reads a file',
	proveLedgerEntry: '`ledger prove` writes a file',
	verifyLedger: '`ledger verify` waits for its end',
	exportLedger: '`ledger export` writes a file',
	saveAgreement: '`agreements save` reads a file',
	moveAgreement: '`agreements offer`, `sign`, `suspend`, `resume`, `end`',
	changeCard: '`node init`',
	checkCard: '`node trust` reads a file and says what is wrong with it',
	trustPartner: '`node trust` reads a file',
	previewMessage: '`messages preview` reads a file',
	sendMessage: '`messages send` and `messages reply` read a file',
	uploadAttachment: '`messages attach` reads a file',
	readAttachment: '`messages attachment` writes a file',
};

/** Adds one command for each operation that has a shape. */
export function addOperationCommands(program: Command): void {
	for (const [id, shape] of Object.entries(shapes)) {
		// The key is the operation's identifier, and the shape is its own, by the type of the table.
		addOperationCommand(program, id as OperationId, shape as Shape<OperationId>);
	}
}

function addOperationCommand(program: Command, id: OperationId, shape: Shape<OperationId>): void {
	const operation: Operation = operations[id];
	const positional = shape.positional ?? [];
	const command = commandAt(program, shape.words)
		.description(operation.summary)
		.addHelpText('after', `\nExample:\n  tidewaiter ${shape.example}`);
	for (const name of positional) command.argument(`<${name}>`);
	addInputOptions(
		command,
		operation,
		shape.password === undefined ? positional : [...positional, 'password'],
	);
	if (shape.password === 'when-asked')
		command.option('--new-password', 'make a new password and show it once');
	addDoorOptions(command).option('--json', 'the answer as JSON');
	command.action(async (...given: unknown[]) => {
		const options = command.opts<DoorOptions & { json?: boolean; newPassword?: boolean }>();
		const password =
			shape.password === 'always' || options.newPassword === true
				? generatePassword(randomBytes(PASSWORD_BYTES))
				: undefined;
		const input = {
			...inputOf(operation, options),
			...Object.fromEntries(positional.map((name, index) => [name, given[index]])),
			...(password === undefined ? {} : { password }),
		};
		const { openDoor } = await import('./door.ts');
		const door = await openDoor(options);
		try {
			const output: unknown = await door.call(id, input);
			const shown = password === undefined ? '' : `password ${password}  (shown once)\n`;
			await write(
				options.json
					? `${JSON.stringify(password === undefined ? output : { output, password })}\n`
					: shape.show(output as OutputOf<typeof id>) + shown,
			);
		} finally {
			await door.close();
		}
	});
}

function commandAt(program: Command, [first, second]: Shape<OperationId>['words']): Command {
	if (second === undefined) return program.command(first);
	const group =
		program.commands.find((command) => command.name() === first) ??
		program.command(first).description(`${first}: list, and what can be done with them`);
	return group.command(second);
}

type MemberSchema = { type?: string; enum?: unknown[]; default?: unknown; description?: string };

const membersOf = (operation: Operation): [string, MemberSchema][] => {
	const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
	return Object.entries((schema.properties ?? {}) as Record<string, MemberSchema>);
};

/** What members mean that several operations share; the contract has the rest in its types. */
const meanings: Readonly<Record<string, string>> = {
	after: 'position in the list: what the page before said',
	limit: 'most rows',
	office: 'customs office or post',
	carrier: 'carrier code',
	worst: 'gravest finding',
	finding: 'code of a finding',
	search: 'reference, or any identifier in the record',
	receivedFrom: 'received at this instant or later, ISO 8601',
	receivedUntil: 'received before this instant, ISO 8601',
	submission: 'SHA-256 of a submission',
	ids: 'identifiers of records, separated by commas',
	mapping: 'mapping for CSV files',
	reason: 'why, for whoever asks later',
	displayName: 'name as people see it',
	days: 'days until it expires',
	active: 'false closes the account',
	list: 'list',
	version: 'version',
	threshold: 'score from which on a hit is raised, 0 to 1',
	thresholds: 'by purpose: {"goods":0.8,"travel":0.75}; a purpose that is left out is not screened for',
	instruction: 'members of the alert that change: {"action":"inquiry","owner":"…"}',
	entry: 'entry of a list',
	record: 'identifier of a record',
	minimumScore: 'least score, 0 to 1',
	lane: 'lane',
	basis: 'what put it into its lane',
	rule: 'identifier of a rule',
	findings: 'codes of what was found, separated by commas',
	recovered: 'amount recovered',
	minutes: 'minutes that the inspection took',
	ended: 'true ends the status',
	validUntil: 'last day, YYYY-MM-DD',
	programme: 'programme of the authorisation',
	subject: 'what a rule looks at',
	state: 'state',
	kind: 'kind',
	verdict: 'same, different or unsure',
	left: 'key of a mention',
	right: 'key of a mention',
	estimate: 'false keeps the parameters as they are',
	name: 'name as people see it',
	requester: 'who asks: {"name":"…","as":"self"}',
	wanted: 'what is asked, in the words of the one who asks',
	receivedOn: 'day of receipt, YYYY-MM-DD; today unless given',
	law: 'gdpr or police-directive',
	overdue: 'true: due already and not closed',
	ground: 'ground in law of a refusal',
	withhold: 'what is not told: a JSON list',
	mentions: 'keys of mentions, separated by commas',
	records: 'identifiers of records, separated by commas',
	answer: 'the answer that was given',
};

/** What an option wants, by the type of its member. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
	integer: 'number',
	number: 'number',
	boolean: 'true|false',
	object: 'json',
	array: 'text,text',
};

/** One option for each member of an operation's input, but for those in `except`. */
export function addInputOptions(command: Command, operation: Operation, except: readonly string[]): void {
	const { required = [] } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
	for (const [name, schema] of membersOf(operation)) {
		if (except.includes(name)) continue;
		const meaning = schema.description ?? meanings[name];
		const words = [
			...(meaning === undefined ? [] : [meaning]),
			...(schema.default === undefined ? [] : [`default ${String(schema.default)}`]),
		];
		const value = VALUE_WORDS[schema.type ?? ''] ?? 'text';
		const option = new Option(`--${kebab(name)} <${value}>`, words.join('; '));
		if (schema.enum !== undefined) option.choices(schema.enum.map(String));
		command.addOption(option.makeOptionMandatory(required.includes(name)));
	}
}

/** The members that options set, as the operation takes them: JSON bodies want numbers and truth values, not text. */
export function inputOf(operation: Operation, options: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		membersOf(operation).flatMap(([name, schema]): [string, unknown][] => {
			const given = options[name];
			if (typeof given !== 'string') return [];
			if (schema.type === 'integer' || schema.type === 'number') return [[name, Number(given)]];
			if (schema.type === 'object') return [[name, jsonOf(name, given)]];
			if (schema.type === 'array') return [[name, listOf(name, given)]];
			return [[name, schema.type === 'boolean' ? given === 'true' : given]];
		}),
	);
}

/** Texts between commas; or a list in JSON, where its members are more than texts. @throws TidewaiterError usage */
function listOf(name: string, given: string): unknown {
	if (given.trim() === '') return [];
	return given.trimStart().startsWith('[')
		? jsonOf(name, given)
		: given.split(',').map((each) => each.trim());
}

/** @throws TidewaiterError usage */
function jsonOf(name: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new TidewaiterError('usage', `--${kebab(name)} wants JSON, and got ${text.slice(0, 100)}.`, {
			cause,
		});
	}
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const addDoorOptions = (command: Command): Command =>
	command
		.option('--data <folder>', 'data folder of the node (default: data/node, else data/training)')
		.option('--node <id>', 'node in the data folder, where there are several')
		.option('--url <address>', 'a running server instead of a data folder (or TIDEWAITER_URL)')
		.option('--key <key>', 'key for the server (or TIDEWAITER_KEY)');
