/**
 * Every error that leaves the process, by code. The table from code to HTTP status and exit status is total by its type:
 * a new code does not compile until both are given.
 */

export const errorCodes = [
	'not-signed-in',
	'wrong-credentials',
	'second-factor-needed',
	'not-permitted',
	'purpose-needed',
	'not-found',
	'invalid-input',
	'conflict',
	'too-large',
	'unknown-format',
	'unreadable',
	'too-many-requests',
	'busy',
	'stopping',
	'storage-full',
	'database-unavailable',
	'usage',
	'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** HTTP status (RFC 9110) and exit status (sysexits.h) of each code. */
export const errorTable: { readonly [code in ErrorCode]: { http: number; exit: number } } = {
	'not-signed-in': { http: 401, exit: 77 },
	'wrong-credentials': { http: 401, exit: 77 },
	'second-factor-needed': { http: 403, exit: 77 },
	'not-permitted': { http: 403, exit: 77 },
	'purpose-needed': { http: 403, exit: 77 },
	'not-found': { http: 404, exit: 66 },
	'invalid-input': { http: 400, exit: 65 },
	conflict: { http: 409, exit: 65 },
	'too-large': { http: 413, exit: 65 },
	'unknown-format': { http: 415, exit: 65 },
	unreadable: { http: 422, exit: 65 },
	'too-many-requests': { http: 429, exit: 75 },
	busy: { http: 503, exit: 75 },
	stopping: { http: 503, exit: 75 },
	'storage-full': { http: 507, exit: 74 },
	'database-unavailable': { http: 503, exit: 69 },
	usage: { http: 400, exit: 64 },
	internal: { http: 500, exit: 70 },
};

/** The one class of failure. Expected outcomes are values; this is for what the caller could not avoid. */
export class TidewaiterError extends Error {
	override readonly name = 'TidewaiterError';
	readonly code: ErrorCode;
	/** What the reader of the message can do about it. */
	readonly remedy: string | undefined;
	/** Where in the input: a path or a field. */
	readonly place: string | undefined;

	constructor(
		code: ErrorCode,
		message: string,
		more: { remedy?: string; place?: string; cause?: unknown } = {},
	) {
		super(message, more.cause === undefined ? undefined : { cause: more.cause });
		this.code = code;
		this.remedy = more.remedy;
		this.place = more.place;
	}
}

/** Body of every error answer over HTTP (application/problem+json, RFC 9457). */
export type Problem = {
	type: string;
	title: string;
	status: number;
	code: ErrorCode;
	detail: string;
	remedy?: string;
	place?: string;
	/** For `internal`: the reference under which the cause was logged. Nothing else is shown. */
	reference?: string;
};
