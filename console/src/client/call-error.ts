/**
 * Failure of a call, as the console shows it: what happened, what can be done, and the reference to give to support.
 */
import { z } from 'zod';
import { errorCodes } from '../../../contract/errors.ts';

/** RFC 9457 body as `contract/errors.ts` describes it. */
const problem = z.object({
	title: z.string(),
	status: z.number(),
	code: z.enum(errorCodes),
	detail: z.string(),
	remedy: z.string().optional(),
	place: z.string().optional(),
	reference: z.string().optional(),
});

/** Codes of the contract, and two that only a client can see. */
export type CallErrorCode = (typeof errorCodes)[number] | 'unreachable' | 'unexpected-answer';

export class CallError extends Error {
	override readonly name = 'CallError';
	readonly code: CallErrorCode;
	readonly remedy: string | undefined;
	readonly place: string | undefined;
	readonly reference: string | undefined;

	constructor(
		code: CallErrorCode,
		message: string,
		more: { remedy?: string; place?: string; reference?: string; cause?: unknown } = {},
	) {
		super(message, more.cause === undefined ? undefined : { cause: more.cause });
		this.code = code;
		this.remedy = more.remedy;
		this.place = more.place;
		this.reference = more.reference;
	}
}

/** Reads an answer that is not a success. Never throws: what is no problem body becomes `unexpected-answer`. */
export async function readCallError(answer: Response): Promise<CallError> {
	const body: unknown = await answer.json().catch(() => undefined);
	const read = problem.safeParse(body);
	if (read.success) {
		const { code, detail, title, remedy, place, reference } = read.data;
		return new CallError(code, detail || title, {
			...(remedy === undefined ? {} : { remedy }),
			...(place === undefined ? {} : { place }),
			...(reference === undefined ? {} : { reference }),
		});
	}
	if (answer.status === 401) return new CallError('not-signed-in', 'You are not signed in.');
	if (answer.status >= 502 && answer.status <= 504) return unreachable();
	return new CallError('unexpected-answer', `The server answered with status ${answer.status}.`, {
		remedy: 'Try again. If it stays, tell the administrator of this node.',
	});
}

/** The server could not be reached at all. */
export function unreachable(cause?: unknown): CallError {
	return new CallError('unreachable', 'The server cannot be reached.', {
		remedy: 'Check the network. The page tries again by itself.',
		cause,
	});
}

/** Anything that was thrown, as a CallError, so that every page shows failures in one way. */
export function toCallError(error: unknown): CallError {
	if (error instanceof CallError) return error;
	return new CallError('unexpected-answer', 'The console itself failed on this page.', {
		remedy: 'Reload the page. If it stays, tell the administrator of this node.',
		cause: error,
	});
}
