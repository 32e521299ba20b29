/**
 * Runs commands of node_modules/.bin one after the other, stops at the first that fails, and says how long each took.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Step = { name: string; tool: string; arguments: readonly string[] };

const root = fileURLToPath(new URL('..', import.meta.url));

/** JavaScript entry points of the tools, so that they run on the pinned Node and not on what PATH finds first. */
const TOOLS: Record<string, string> = {
	tsc: 'node_modules/typescript/bin/tsc',
	biome: 'node_modules/@biomejs/biome/bin/biome',
	vitest: 'node_modules/vitest/vitest.mjs',
	vite: 'node_modules/vite/bin/vite.js',
};

export function runSteps(steps: readonly Step[]): void {
	const started = performance.now();
	for (const step of steps) {
		const from = performance.now();
		process.stdout.write(`\n— ${step.name}\n`);
		const done = spawnSync(process.execPath, [TOOLS[step.tool] ?? step.tool, ...step.arguments], {
			cwd: root,
			stdio: 'inherit',
		});
		if (done.status !== 0) {
			process.stderr.write(`\n${step.name} failed.\n`);
			process.exit(done.status ?? 1);
		}
		process.stdout.write(`  ${((performance.now() - from) / 1_000).toFixed(1)} s\n`);
	}
	process.stdout.write(
		`\n${((performance.now() - started) / 1_000).toFixed(0)} s\n${steps.length} passed, 0 failed\n`,
	);
}

export const CONSOLE_BUILD: Step = {
	name: 'console, built',
	tool: 'vite',
	arguments: ['build', '--config', 'console/vite.config.ts', '--logLevel', 'warn'],
};

/** Builds the console and says nothing unless it fails. Always the one for users, also where a test asks for it. */
export function buildConsole(): void {
	const done = spawnSync(process.execPath, [TOOLS.vite ?? '', ...CONSOLE_BUILD.arguments], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, NODE_ENV: 'production' },
	});
	if (done.status !== 0) process.exit(done.status ?? 1);
}

export const STATIC_STEPS: readonly Step[] = [
	{ name: 'types', tool: 'tsc', arguments: ['-p', '.'] },
	{ name: 'types of the console', tool: 'tsc', arguments: ['-p', 'console'] },
	{ name: 'lint and format', tool: 'biome', arguments: ['check', '.'] },
];
