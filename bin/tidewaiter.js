#!/usr/bin/env node
// The command `tidewaiter`. Plain JavaScript for Node 20 and later: hands over to the pinned Node, passes signals on and
// ends as it ended.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from './pinned-node.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (!existsSync(join(root, 'node_modules', 'commander', 'package.json'))) {
	process.stderr.write(
		'Tidewaiter: its packages are not installed yet.\nRun "npm ci" here, or "npm start", which does it for you.\n',
	);
	process.exit(69);
}
const child = spawn(pinnedNode(root), [join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], {
	stdio: 'inherit',
	// Compiled code is kept: halves the processor time of a start.
	env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'tidewaiter', 'compiled'), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
	process.stderr.write(
		`Tidewaiter: Node could not be started: ${error.message}\nRun "npm ci" to install it again.\n`,
	);
	process.exit(69);
});
child.on('exit', (code, signal) =>
	process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]),
);
