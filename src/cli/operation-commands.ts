/**
 * Commands made from the table of operations: arguments and options from an operation's input, a table from its output.
 * One mechanism for all that only asks a question; commands with a life of their own (ingest, export, start) are apart.
 */
import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type Operation, type OperationId, type OutputOf, operations } from '../../contract/operations.ts';
import type { Quarantined, RecordSummary } from '../../contract/views.ts';
import { generatePassword, PASSWORD_BYTES } from '../policy/passwords.ts';
import type { DoorOptions } from './door.ts';
import { type Column, counted, formatCount, formatTable, write } from './terminal.ts';

/** How a command shows the answer of its operation. */
type Shape<K extends OperationId> = {
	/** Words of the command: `records list`. */
	words: readonly [string, string?];
	/** Members of the input that are arguments instead of options, in order. */
	positional?: readonly string[];
	/** True where the command gives a password, which it shows once: always, or when it is asked to. */
	password?: 'always' | 'when-asked';
	show: (output: OutputOf<K>) => string;
	example: string;
};

type Page<T> = { items: T[]; next: string | null; total: number | null; totalIsLowerBound: boolean };

const showPage =
	<T>(columns: readonly Column<T>[], noun: string) =>
	({ items, next, total, totalIsLowerBound }: Page<T>): string => {
		const of = total === null ? '' : ` of ${totalIsLowerBound ? 'at least ' : ''}${formatCount(total)}`;
		const more = next === null ? '' : `; --after ${next} shows more`;
		return `${formatTable(columns, items)}${counted(items.length, noun)}${of}${more}\n`;
	};

const recordColumns: Column<RecordSummary>[] = [
	{ title: 'received', value: (record) => record.receivedAt.slice(0, 19).replace('T', ' ') },
	{ title: 'kind', value: (record) => record.kind },
	{ title: 'reference', value: (record) => record.reference },
	{ title: 'version', value: (record) => record.version, align: 'right' },
	{ title: 'lane', value: (record) => record.lane },
	{ title: 'findings', value: (record) => record.findings, align: 'right' },
	{ title: 'worst', value: (record) => record.worst },
	{ title: 'what', value: (record) => record.caption },
	{ title: 'id', value: (record) => record.id },
];

const quarantineColumns: Column<Quarantined>[] = [
	{ title: 'received', value: (entry) => entry.receivedAt.slice(0, 19).replace('T', ' ') },
	{ title: 'format', value: (entry) => entry.format },
	{ title: 'name', value: (entry) => entry.name },
	{ title: 'place', value: (entry) => entry.place },
	{ title: 'reason', value: (entry) => entry.reason },
	{ title: 'remedy', value: (entry) => entry.remedy },
	{ title: 'id', value: (entry) => entry.id },
];

const showDetail = ({ summary, findings, versions, submission, record }: OutputOf<'readRecord'>): string =>
	[
		`${summary.kind} ${summary.reference}, version ${summary.version}`,
		`${summary.caption}`,
		`received ${summary.receivedAt} from ${submission.source} by ${submission.channel}, ${submission.name ?? submission.id}, ${submission.place}`,
		'',
		findings.length === 0
			? 'no findings\n'
			: formatTable(
					[
						{ title: 'severity', value: (finding) => finding.severity },
						{ title: 'code', value: (finding) => finding.code },
						{ title: 'place', value: (finding) => finding.place },
						{ title: 'finding', value: (finding) => finding.sentence },
					],
					findings,
				),
		formatTable(
			[
				{ title: 'version', value: (version) => version.version, align: 'right' },
				{ title: 'received', value: (version) => version.receivedAt },
				{ title: 'changes', value: (version) => version.changes.length, align: 'right' },
				{ title: 'late', value: (version) => version.late },
			],
			versions,
		),
		JSON.stringify(record, null, 2),
		'',
	].join('\n');

const showResult = (result: OutputOf<'readSubmission'>): string =>
	`${result.status}: ${result.format}, ${counted(result.records, 'record')}, ${formatCount(result.refusedCount)} refused\n${result.refused
		.map((refused) => `  ${refused.place}: ${refused.reason} ${refused.remedy}\n`)
		.join('')}`;

const showOverview = ({ node, totals, byKind }: OutputOf<'readOverview'>): string =>
	`${node.name} (${node.id}): ${counted(totals.submissions, 'submission')}, ${counted(totals.records, 'record')}, ${counted(totals.findings, 'finding')}, ${formatCount(totals.quarantined)} quarantined\n\nlast 24 hours\n${formatTable(
		[
			{ title: 'kind', value: (row) => row.kind },
			{ title: 'records', value: (row) => row.records, align: 'right' },
			{ title: 'findings', value: (row) => row.findings, align: 'right' },
			{ title: 'with errors', value: (row) => row.errors, align: 'right' },
		],
		byKind,
	)}`;

const userColumns: Column<OutputOf<'listUsers'>['items'][number]>[] = [
	{ title: 'name', value: (user) => user.name },
	{ title: 'display name', value: (user) => user.displayName },
	{ title: 'role', value: (user) => user.role },
	{ title: 'active', value: (user) => (user.active ? 'yes' : 'no') },
	{ title: 'last seen', value: (user) => user.lastSeenAt },
	{ title: 'id', value: (user) => user.id },
];

const keyColumns: Column<OutputOf<'listKeys'>['items'][number]>[] = [
	{ title: 'name', value: (key) => key.name },
	{ title: 'role', value: (key) => key.role },
	{ title: 'expires', value: (key) => key.expiresAt.slice(0, 10) },
	{ title: 'last used', value: (key) => key.lastUsedAt },
	{ title: 'revoked', value: (key) => (key.revoked ? 'yes' : 'no') },
	{ title: 'id', value: (key) => key.id },
];

const shapes: { [K in OperationId]?: Shape<K> } = {
	readOverview: { words: ['overview'], show: showOverview, example: 'overview' },
	listRecords: {
		words: ['records', 'list'],
		show: showPage(recordColumns, 'record'),
		example: 'records list --kind declaration --worst error --limit 20',
	},
	readRecord: {
		words: ['records', 'show'],
		positional: ['id'],
		show: showDetail,
		example: 'records show 0198a1c2-…',
	},
	readSubmission: {
		words: ['submission'],
		positional: ['submission'],
		show: showResult,
		example: 'submission 9f86d081…',
	},
	listQuarantine: {
		words: ['quarantine', 'list'],
		show: showPage(quarantineColumns, 'message'),
		example: 'quarantine list --state open',
	},
	retryQuarantine: {
		words: ['quarantine', 'retry'],
		positional: ['id'],
		show: showResult,
		example: 'quarantine retry 0198a1c2-…',
	},
	discardQuarantine: {
		words: ['quarantine', 'discard'],
		positional: ['id'],
		show: (entry) => `${entry.id} is set aside; its original stays.\n`,
		example: 'quarantine discard 0198a1c2-… --reason "sent by mistake"',
	},
	listUsers: { words: ['user', 'list'], show: showPage(userColumns, 'user'), example: 'user list' },
	createUser: {
		words: ['user', 'add'],
		positional: ['name'],
		password: 'always',
		show: ({ id }) => `user ${id}\n`,
		example: 'user add amara --display-name "Amara O." --role analyst',
	},
	changeUser: {
		words: ['user', 'change'],
		positional: ['id'],
		password: 'when-asked',
		show: ({ id }) => `user ${id} is changed and must sign in again.\n`,
		example: 'user change 0198a1c2-… --new-password',
	},
	listKeys: { words: ['key', 'list'], show: showPage(keyColumns, 'key'), example: 'key list' },
	createKey: {
		words: ['key', 'create'],
		positional: ['name'],
		show: ({ key, expiresAt }) => `${key}\nexpires ${expiresAt.slice(0, 10)}; the key is shown once.\n`,
		example: 'key create "port system" --role integrator --days 90',
	},
	revokeKey: {
		words: ['key', 'revoke'],
		positional: ['id'],
		show: ({ id }) => `key ${id} is revoked.\n`,
		example: 'key revoke 0198a1c2-…',
	},
};

export const operationsWithCommand: readonly string[] = Object.keys(shapes);

/** Operations without a command of this kind, and why. */
export const withoutCommand: { readonly [id in OperationId]?: string } = {
	listNodes: 'for the sign-in page',
	openSession: 'sessions are for browsers; a command has a key or the data folder',
	readSession: 'as above',
	closeSession: 'as above',
	followLive: 'a stream for the console',
	submit: '`ingest` and `watch`',
	exportRecords: '`export` writes a file',
	readOriginal: '`original` writes a file',
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
		const value = schema.type === 'integer' ? 'number' : schema.type === 'boolean' ? 'true|false' : 'text';
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
			return [[name, schema.type === 'boolean' ? given === 'true' : given]];
		}),
	);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const addDoorOptions = (command: Command): Command =>
	command
		.option('--data <folder>', 'data folder of the node (default: data/node, else data/training)')
		.option('--node <id>', 'node in the data folder, where there are several')
		.option('--url <address>', 'a running server instead of a data folder (or TIDEWAITER_URL)')
		.option('--key <key>', 'key for the server (or TIDEWAITER_KEY)');
