/** A JSON file that a command was given, or standard input: read within a bound, before anything is made of it. */
import type { TidewaiterError } from '../../contract/errors.ts';
import { bytesOf } from './door.ts';

/**
 * @param path of the file; `-` is standard input.
 * @param tooLarge what is said of more than `mostBytes`. @param notJson what is said of another text.
 * @throws these, and TidewaiterError `not-found`.
 */
export async function readJsonFile(
	path: string,
	mostBytes: number,
	tooLarge: () => TidewaiterError,
	notJson: (cause: unknown) => TidewaiterError,
): Promise<unknown> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of bytesOf(path)) {
		bytes += chunk.byteLength;
		if (bytes > mostBytes) throw tooLarge();
		chunks.push(chunk);
	}
	try {
		return JSON.parse(Buffer.concat(chunks).toString('utf8'));
	} catch (cause) {
		throw notJson(cause);
	}
}
