/**
 * The house rules that a machine can check: which room imports which, no cycles between files, how long a file is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Room, rooms } from './rooms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MAX_LINES = 400;

const sources = ['contract', 'src', 'bench', 'console', 'test']
	.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
	.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
	.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
	.filter((path) => !path.startsWith('console/dist/') && !path.includes('node_modules/'));

const isTest = (path: string): boolean =>
	path.startsWith('test/') || /\.test\.tsx?$|[/-]arbitraries\.ts$|\/fixtures?\//.test(path);

/** Import specifiers of a file: static, re-export, dynamic, and workers by URL. */
function importsOf(path: string): string[] {
	const text = readFileSync(join(root, path), 'utf8');
	return [
		...text.matchAll(
			/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g,
		),
	].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const target = (from: string, specifier: string): string =>
	relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/');
const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The innermost room that a file is in. */
function roomOf(path: string): { folder: string; room: Room } | undefined {
	const folder = Object.keys(rooms)
		.filter((each) => inside(path, each))
		.sort((a, b) => b.length - a.length)[0];
	const room = folder === undefined ? undefined : rooms[folder];
	return folder === undefined || room === undefined ? undefined : { folder, room };
}

describe('the house', () => {
	it('has a room for every file', () => {
		expect(sources.filter((path) => roomOf(path) === undefined)).toEqual([]);
		expect(sources.length).toBeGreaterThan(100);
	});

	it('lets each room import only what its line in rooms.ts allows', () => {
		const broken: string[] = [];
		for (const path of sources.filter((each) => !isTest(each))) {
			const at = roomOf(path);
			if (at === undefined) continue;
			for (const specifier of importsOf(path)) {
				if (specifier.startsWith('.')) {
					const to = target(path, specifier);
					if (inside(to, at.folder) || at.room.imports.some((allowed) => inside(to, allowed))) continue;
					broken.push(`${path} imports ${to}: ${at.folder} ${at.room.why}`);
				} else if (
					at.room.packages !== undefined &&
					!at.room.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))
				)
					broken.push(`${path} imports the package ${specifier}: ${at.folder} ${at.room.why}`);
			}
		}
		expect(broken).toEqual([]);
	});

	it('keeps clocks and chance out of pure rooms', () => {
		const pure = [
			'src/values/',
			'src/intake/formats/',
			'src/intake/validate/',
			'src/targeting/',
			'src/names/',
			'src/mentions/',
			'src/screening/lists/',
			'src/screening/engine/',
			'src/resolution/linkage/',
			'src/training/',
			'contract/',
		];
		const broken = sources
			.filter((path) => pure.some((folder) => path.startsWith(folder)) && !isTest(path))
			.filter((path) =>
				/\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(|\brandomBytes\(/.test(
					readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
				),
			)
			.filter((path) => path !== 'src/training/write-border.ts');
		expect(broken).toEqual([]);
	});

	it('writes SQL in stores, migrations and the platform only', () => {
		const broken = sources
			.filter((path) => !isTest(path) && !/(^|\/)store(\.ts|\/)|^src\/platform\/|^bench\//.test(path))
			.filter((path) =>
				/\bfrom 'kysely'|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(
					readFileSync(join(root, path), 'utf8'),
				),
			);
		expect(broken).toEqual([]);
	});

	it('has no cycle of imports', () => {
		const graph = new Map(
			sources.map((path) => [
				path,
				importsOf(path)
					.filter((each) => each.startsWith('.'))
					.map((each) => target(path, each)),
			]),
		);
		const state = new Map<string, 'open' | 'done'>();
		const cycles: string[] = [];
		const visit = (path: string, trail: readonly string[]): void => {
			if (state.get(path) === 'done' || !graph.has(path)) return;
			if (state.get(path) === 'open') {
				cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
				return;
			}
			state.set(path, 'open');
			for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
			state.set(path, 'done');
		};
		for (const path of sources) visit(path, []);
		expect(cycles).toEqual([]);
	});

	it('has no file that is too long to keep in mind', () => {
		const long = sources
			.map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }))
			.filter(({ lines }) => lines > MAX_LINES);
		expect(long).toEqual([]);
	});

	it('says at the top of each file what it is for', () => {
		const silent = sources
			.filter((path) => !isTest(path) && path.startsWith('src/'))
			.filter((path) => !readFileSync(join(root, path), 'utf8').trimStart().startsWith('/*'));
		expect(silent).toEqual([]);
	});
});
