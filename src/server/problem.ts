/**
 * Errors as RFC 9457 problems. Errors of the contract are shown as they are; everything else is logged with its cause
 * and shown as nothing but a reference.
 */
import type { Logger } from 'pino';
import { type ErrorCode, errorTable, type Problem, TidewaiterError } from '../../contract/errors.ts';
import type { SubmissionResult } from '../../contract/views.ts';

const titles: { readonly [code in ErrorCode]: string } = {
	'not-signed-in': 'Not signed in',
	'wrong-credentials': 'Wrong name or password',
	'second-factor-needed': 'Second factor needed',
	'not-permitted': 'Not permitted',
	'purpose-needed': 'A purpose is needed',
	'not-found': 'Not found',
	'invalid-input': 'Input not understood',
	conflict: 'Conflict',
	'too-large': 'Too large',
	'unknown-format': 'Unknown format',
	unreadable: 'Nothing could be read',
	'too-many-requests': 'Too many requests',
	busy: 'Busy',
	stopping: 'Stopping',
	'storage-full': 'Storage full',
	'database-unavailable': 'Database unavailable',
	usage: 'Wrong use',
	internal: 'Internal error',
};

/** A problem; a submission of which nothing could be read carries what became of it. */
export type ProblemBody = Problem & { submission?: SubmissionResult };

export function problemOf(error: TidewaiterError): ProblemBody {
	return {
		type: `urn:tidewaiter:problem:${error.code}`,
		title: titles[error.code],
		status: errorTable[error.code].http,
		code: error.code,
		detail: error.message,
		...(error.remedy === undefined ? {} : { remedy: error.remedy }),
		...(error.place === undefined || error.place === '' ? {} : { place: error.place }),
	};
}

/** @param reference under which the cause is logged; unique for each failure. */
export function hiddenProblem(error: unknown, reference: string, log: Logger): ProblemBody {
	log.error({ event: 'failure', reference, err: error }, 'failure');
	return {
		...problemOf(
			new TidewaiterError('internal', 'Something went wrong here, not with what you sent.', {
				remedy: 'Try again. If it stays, give the reference to the administrator of this node.',
			}),
		),
		reference,
	};
}

/** The problem of a submission of which nothing could be read; undefined where something could. */
export function problemOfSubmission(result: SubmissionResult): ProblemBody | undefined {
	if (result.status !== 'quarantined' || result.records > 0) return undefined;
	const first = result.refused[0];
	const code = result.format === 'unknown' ? 'unknown-format' : 'unreadable';
	return {
		...problemOf(
			new TidewaiterError(code, first?.reason ?? 'Nothing in it could be read.', {
				remedy: first?.remedy ?? 'The submission is kept in quarantine and can be read again.',
				...(first === undefined ? {} : { place: first.place }),
			}),
		),
		submission: result,
	};
}

/** What Fastify and Node report about a request, in the contract's words; undefined for a fault of our own. */
export function errorOfRequest(error: { code?: string; statusCode?: number }): TidewaiterError | undefined {
	if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
		return new TidewaiterError('too-large', 'The body is too large for this operation.');
	}
	if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
		return new TidewaiterError('unknown-format', 'The body must be JSON.', {
			remedy: 'Send Content-Type: application/json.',
		});
	}
	if (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE') {
		return new TidewaiterError('invalid-input', 'The connection broke before the end of the body.');
	}
	const status = error.statusCode ?? 500;
	if (status === 404) return new TidewaiterError('not-found', 'There is nothing at this address.');
	if (status === 429) return new TidewaiterError('too-many-requests', 'Too many requests.');
	if (status >= 400 && status < 500)
		return new TidewaiterError('invalid-input', 'The request was not understood.');
	return undefined;
}
