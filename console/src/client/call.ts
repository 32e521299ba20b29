/**
 * The typed client: one function for every operation of `contract/operations.ts`.
 * In: an operation and its flat input. Out: its output, checked against the contract. Failures are `CallError`.
 */
import type { z } from 'zod';
import {
	type Operation,
	type OperationId,
	type Operations,
	operations,
} from '../../../contract/operations.ts';
import { CallError, readCallError, unreachable } from './call-error.ts';
import { untilPurpose } from './purpose-gate.ts';

/** What a caller gives: members with a default may be left out. */
export type CallInput<K extends OperationId> = z.input<Operations[K]['input']>;
export type CallOutput<K extends OperationId> = z.output<Operations[K]['output']>;

type Options = {
	signal?: AbortSignal;
	/** True for what is shown beside other things, or read again by itself: it fails where a purpose is needed, and asks nobody. */
	quiet?: boolean;
};
/** What goes up where the body of an operation is bytes. */
export type Upload = Blob | Uint8Array<ArrayBuffer>;

/**
 * Method, address and body of a request, as the contract lays them out: path, then query or JSON body. Where the body is
 * bytes, the rest of the input is the query.
 */
export function formatRequest(
	operation: Operation,
	input: Readonly<Record<string, unknown>>,
): { method: Operation['method']; url: string; body: string | undefined } {
	const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined && value !== ''));
	const path = operation.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
		const value = rest.get(name);
		rest.delete(name);
		return encodeURIComponent(String(value));
	});
	if (operation.method === 'POST' && operation.body === undefined) {
		return { method: 'POST', url: `/api${path}`, body: JSON.stringify(Object.fromEntries(rest)) };
	}
	const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]));
	const text = query.toString();
	return { method: operation.method, url: `/api${path}${text && `?${text}`}`, body: undefined };
}

async function request(
	operation: Operation,
	input: Record<string, unknown>,
	{ signal, upload, quiet = false }: Options & { upload?: Upload },
) {
	const { method, url, body = upload } = formatRequest(operation, input);
	const headers: Record<string, string> = {
		accept: operation.answer === 'bytes' ? '*/*' : 'application/json',
	};
	if (body !== undefined) {
		headers['content-type'] = upload === undefined ? 'application/json' : 'application/octet-stream';
	}
	for (;;) {
		let answer: Response;
		try {
			answer = await fetch(url, {
				method,
				headers,
				credentials: 'same-origin',
				...(body === undefined ? {} : { body }),
				...(signal ? { signal } : {}),
			});
		} catch (cause) {
			if (signal?.aborted) throw cause;
			throw unreachable(cause);
		}
		if (answer.ok) return answer;
		const error = await readCallError(answer);
		if (error.code !== 'purpose-needed' || quiet) throw error;
		// Repeated once somebody has said for what; a purpose that does not cover it asks again.
		await untilPurpose(error, signal);
	}
}

/** Calls an operation that answers with JSON. */
export async function call<K extends OperationId>(
	id: K,
	input: CallInput<K>,
	options: Options & { upload?: Upload } = {},
): Promise<CallOutput<K>> {
	const operation: Operation = operations[id];
	const answer = await request(operation, input, options);
	const body: unknown = await answer.json().catch(() => undefined);
	const read = operation.output.safeParse(body);
	if (!read.success) {
		throw new CallError(
			'unexpected-answer',
			'The server answered in a shape that this console does not know.',
			{
				remedy: 'Reload the page: the server may have been updated.',
				place: `${id}: ${read.error.issues[0]?.path.join('.') ?? ''}`,
				cause: read.error,
			},
		);
	}
	// The schema that just accepted it is the one that CallOutput<K> is inferred from.
	return read.data as CallOutput<K>;
}

/** Calls an operation that answers with bytes. */
export async function callForBytes<K extends OperationId>(
	id: K,
	input: CallInput<K>,
	options: Options = {},
): Promise<Uint8Array> {
	const answer = await request(operations[id], input, options);
	return new Uint8Array(await answer.arrayBuffer());
}

/** Calls an operation whose answer comes bit by bit, and hands on each piece as it comes. */
export async function callForBlob<K extends OperationId>(
	id: K,
	input: CallInput<K>,
	options: Options & { upload?: Upload; onChunk?: (chunk: Uint8Array) => void } = {},
): Promise<Blob> {
	const answer = await request(operations[id], input, options);
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const reader = answer.body?.getReader();
	try {
		for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
			chunks.push(read.value);
			options.onChunk?.(read.value);
		}
	} catch (cause) {
		if (options.signal?.aborted) throw cause;
		throw new CallError('unexpected-answer', 'The answer broke off before its end.', {
			remedy: 'Try again; what came so far is not kept.',
			cause,
		});
	}
	return new Blob(chunks, { type: answer.headers.get('content-type') ?? 'application/octet-stream' });
}

/** Address of a GET operation, for links that the browser itself follows (an export). */
export function addressOf<K extends OperationId>(id: K, input: CallInput<K>): string {
	return formatRequest(operations[id], input).url;
}
