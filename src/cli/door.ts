/**
 * How a command reaches a node: through its data folder on this machine, or over HTTP. Both are the same operations of
 * the contract, with the same policy; a command does not know which it has.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { errorCodes, TidewaiterError } from '../../contract/errors.ts';
import {
	type InputOf,
	type Operation,
	type OperationId,
	type OutputOf,
	operations,
} from '../../contract/operations.ts';
import { type SubmissionResult, submissionResult } from '../../contract/views.ts';
import type { DecisionContext } from '../policy/model.ts';
import { OPERATOR_PURPOSE, parseStatement } from '../policy/purpose.ts';
import type { Answer } from '../server/call.ts';
import { openAccessLog } from '../server/log.ts';
import { openNode } from '../server/open-node.ts';
import { perform } from '../server/perform.ts';
import { findNodeFolder, findServer } from './node-folders.ts';
import { saidPurpose } from './purpose-options.ts';
import { tell } from './terminal.ts';

export type Door = {
	/** Where it leads, for people. */
	readonly name: string;
	/** @param body for operations that take bytes. */
	call<K extends OperationId>(id: K, input: object, body?: AsyncIterable<Uint8Array>): Promise<OutputOf<K>>;
	/** Operations that answer with a file. */
	read(
		id: OperationId,
		input: object,
		body?: AsyncIterable<Uint8Array>,
	): Promise<AsyncIterable<Uint8Array | string>>;
	submit(bytes: AsyncIterable<Uint8Array>, input: InputOf<'submit'>): Promise<SubmissionResult>;
	close(): Promise<void>;
};

export type DoorOptions = { data?: string; node?: string; url?: string; key?: string };

/** @param channel how submissions come in, as the store keeps it. */
export async function openDoor(
	options: DoorOptions,
	channel: DecisionContext['channel'] = 'command-line',
): Promise<Door> {
	const url = options.url ?? process.env['TIDEWAITER_URL'];
	if (url !== undefined) {
		const key = options.key ?? process.env['TIDEWAITER_KEY'];
		if (key === undefined) {
			throw new TidewaiterError('usage', 'A node at an address wants a key.', {
				remedy:
					'Give --key tw_… or set TIDEWAITER_KEY; an administrator makes one with "tidewaiter key create".',
			});
		}
		return openRemoteDoor(url, key);
	}
	const folder = await findNodeFolder(options.data, options.node);
	const { id, name } = folder.description;
	if (folder.others > 0 && options.node === undefined) tell(`Node ${id} (${name}); --node chooses another.`);
	const server = await findServer(folder.directory);
	const operatorKey = server?.keys[id];
	if (server !== undefined && operatorKey !== undefined) return openRemoteDoor(server.url, operatorKey);
	return openLocalDoor(folder, channel);
}

async function openLocalDoor(
	folder: Awaited<ReturnType<typeof findNodeFolder>>,
	channel: DecisionContext['channel'],
): Promise<Door> {
	const { description } = folder;
	// Read first: what is no purpose opens nothing.
	const stated = parseStatement({ purpose: OPERATOR_PURPOSE, ...saidPurpose() });
	const node = await openNode({ description, folder: folder.path, databaseUrl: process.env['DATABASE_URL'] });
	// Accesses to personal data are on the record here too, beside the data.
	const log = openAccessLog(folder.path);
	const subject = {
		kind: 'local-operator',
		id: 'local-operator',
		role: 'local-operator',
		node: node.id,
	} as const;
	const ask = (id: OperationId, input: object, body?: AsyncIterable<Uint8Array>): Promise<Answer> =>
		perform(
			id,
			input,
			{
				node,
				nodes: [description],
				caller: { subject, channel, address: 'local', stated },
				at: new Date(),
				...(body === undefined ? {} : { body }),
			},
			log,
		);
	return {
		name: `${description.name} in ${folder.path}`,
		// `perform` has checked the value against the schema that OutputOf is inferred from.
		call: async (id, input, body) => takeValue(await ask(id, input, body)) as OutputOf<typeof id>,
		read: async (id, input, body) => {
			const answer = await ask(id, input, body);
			if (answer.kind === 'text') return answer.chunks;
			if (answer.kind === 'bytes') return Readable.from([answer.bytes]);
			throw new TidewaiterError('internal', `${id} answers with no file.`);
		},
		submit: async (bytes, input) => submissionResult.parse(takeValue(await ask('submit', input, bytes))),
		close: () => node.close(),
	};
}

const takeValue = (answer: Answer): unknown => {
	if (answer.kind === 'value') return answer.value;
	throw new TidewaiterError('internal', 'The answer is a file.');
};

const problem = z.object({
	code: z.enum(errorCodes),
	detail: z.string(),
	remedy: z.string().optional(),
	place: z.string().optional(),
	reference: z.string().optional(),
	submission: submissionResult.optional(),
});

export function openRemoteDoor(url: string, key: string): Door {
	const { purpose, caseReference } = saidPurpose();
	const request = async (
		id: OperationId,
		input: object,
		body?: AsyncIterable<Uint8Array>,
	): Promise<Response> => {
		const operation: Operation = operations[id];
		const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
		const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
			const value = String(rest.get(name));
			rest.delete(name);
			return encodeURIComponent(value);
		});
		const asJson = operation.method === 'POST' && operation.body !== 'bytes';
		const query = asJson
			? ''
			: new URLSearchParams(
					[...rest].map(([name, value]): [string, string] => [name, String(value)]),
				).toString();
		return fetch(new URL(`/api${path}${query === '' ? '' : `?${query}`}`, url), {
			method: operation.method,
			headers: {
				authorization: `Bearer ${key}`,
				...(purpose === undefined ? {} : { 'tidewaiter-purpose': purpose }),
				...(caseReference === undefined ? {} : { 'tidewaiter-case': caseReference }),
				...(asJson ? { 'content-type': 'application/json' } : {}),
				...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
			},
			...(asJson ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
			...(body === undefined
				? {}
				: { body: Readable.toWeb(Readable.from(body)) as ReadableStream, duplex: 'half' }),
		}).catch((cause: unknown) => {
			throw new TidewaiterError('busy', `${url} does not answer.`, {
				cause,
				remedy: 'Check the address, and whether the server runs.',
			});
		});
	};
	const answered = async (answer: Response): Promise<Response> => {
		if (answer.ok) return answer;
		throw errorOf(await problemOf(answer));
	};
	return {
		name: url,
		call: async (id, input, body) => {
			const answer = await answered(await request(id, input, body));
			const output = operations[id].output.safeParse(await answer.json());
			if (output.success) return output.data as OutputOf<typeof id>;
			throw new TidewaiterError('internal', `${url} answered in a shape that this program does not know.`, {
				cause: output.error,
				remedy: 'It may be of another version: use the program that came with the server.',
			});
		},
		read: async (id, input, body) => {
			const answer = await answered(await request(id, input, body));
			return answer.body ?? Readable.from([]);
		},
		submit: async (bytes, input) => {
			const answer = await request('submit', input, bytes);
			if (answer.ok) return submissionResult.parse(await answer.json());
			const told = await problemOf(answer);
			// Nothing could be read: that is a result, which the answer carries, and no failure of the call.
			if (told.submission !== undefined) return told.submission;
			throw errorOf(told);
		},
		close: async () => {},
	};
}

async function problemOf(answer: Response): Promise<z.infer<typeof problem>> {
	const read = problem.safeParse(await answer.json().catch(() => undefined));
	if (read.success) return read.data;
	return { code: 'internal', detail: `The server answered with status ${answer.status} and no reason.` };
}

const errorOf = (told: z.infer<typeof problem>): TidewaiterError =>
	new TidewaiterError(
		told.code,
		told.reference === undefined ? told.detail : `${told.detail} Reference: ${told.reference}`,
		{
			...(told.remedy === undefined ? {} : { remedy: told.remedy }),
			...(told.place === undefined ? {} : { place: told.place }),
		},
	);

/** What is written out, in one piece or in many. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<string>;

/** Bytes of a file, or of standard input for `-`. */
export const bytesOf = (path: string): AsyncIterable<Uint8Array> =>
	path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
