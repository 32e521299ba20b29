/**
 * Structured logs, one JSON object a line, without personal data: requests appear by operation, never by address or
 * query; errors by class, message and stack, never by the values that they carry along.
 */
import { join } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

type LoggedError = { type: string; message: string; code?: string; stack?: string; cause?: LoggedError };

/** How many causes of causes are written. */
const MAX_CAUSES = 4;

export function describeError(error: unknown, depth = 0): LoggedError {
	if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	return {
		type: error.name,
		message: error.message,
		...(code === undefined ? {} : { code }),
		...(error.stack === undefined ? {} : { stack: error.stack }),
		...(error.cause === undefined || depth >= MAX_CAUSES
			? {}
			: { cause: describeError(error.cause, depth + 1) }),
	};
}

/** @param destination standard error by default: standard output belongs to what a command answers. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			serializers: {
				err: (error: unknown) => describeError(error),
				// What Fastify would say of requests and answers by itself: addresses and queries.
				req: () => undefined,
				res: () => undefined,
			},
		},
		destination,
	);
}

/**
 * The record of who was refused and who read personal data, one for each node, beside its data. Appended to, synced by
 * the operating system; only the owner of the folder can read it.
 * @param folder of the node.
 */
export const openAccessLog = (folder: string): Logger =>
	createLog('info', pino.destination({ dest: join(folder, 'access.log'), sync: true, mode: 0o600 }));
