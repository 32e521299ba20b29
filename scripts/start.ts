/**
 * `npm start`: builds the console where it is missing or older than its sources, then runs `tidewaiter start` with the
 * same arguments in this process.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsole } from './steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const MADE = ['dist', 'node_modules'] as const;

/** Time of the newest file below these folders, milliseconds since 1970; what is built or cached there does not count. */
function newest(...folders: readonly string[]): number {
	const files = folders
		.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
		.filter(
			(entry) =>
				entry.isFile() && !MADE.some((folder) => entry.parentPath.startsWith(join(root, 'console', folder))),
		);
	return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

const built = statSync(join(root, 'console', 'dist', 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (built < newest('console', 'contract')) {
	process.stderr.write('Building the console …\n');
	buildConsole();
}
process.argv = [process.execPath, join(root, 'src', 'cli', 'main.ts'), 'start', ...process.argv.slice(2)];
await import('../src/cli/main.ts');
