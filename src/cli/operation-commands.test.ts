import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { operations } from '../../contract/operations.ts';
import {
	addOperationCommands,
	inputOf,
	operationsWithCommand,
	withoutCommand,
} from './operation-commands.ts';
import { formatTable, plain } from './terminal.ts';

describe('commands from the contract', () => {
	it('exist for every operation, or it is said why not', () => {
		expect([...operationsWithCommand, ...Object.keys(withoutCommand)].sort()).toEqual(
			Object.keys(operations).sort(),
		);
	});

	it('take every member of the input, by the same name', () => {
		const program = new Command();
		addOperationCommands(program);
		const list = program.commands
			.find((command) => command.name() === 'records')
			?.commands.find((command) => command.name() === 'list');
		const names = list?.options.map((option) => option.attributeName()) ?? [];
		expect(names).toEqual(expect.arrayContaining(Object.keys(operations.listRecords.input.shape)));
	});

	it('give numbers and truth values to operations that want them', () => {
		expect(inputOf(operations.createKey, { days: '30', role: 'officer', json: true })).toEqual({
			days: 30,
			role: 'officer',
		});
		expect(inputOf(operations.changeUser, { active: 'false' })).toEqual({ active: false });
	});
});

describe('tables', () => {
	const columns = [
		{ title: 'name', value: (row: { name: string; count: number }) => row.name },
		{ title: 'count', value: (row: { name: string; count: number }) => row.count, align: 'right' as const },
	];

	it('align, and cut long cells only on a terminal', () => {
		const rows = [
			{ name: 'a', count: 12_400 },
			{ name: 'b'.repeat(80), count: 1 },
		];
		expect(formatTable(columns, rows.slice(0, 1), false)).toBe('name   count\na     12,400\n');
		expect(formatTable(columns, rows, false)).toContain('b'.repeat(80));
		expect(formatTable(columns, rows, true)).toContain(`${'b'.repeat(59)}…`);
	});

	it('show no control characters of a document', () => {
		expect(plain('a\u001b[31mb\u202ec\nd')).toBe('a [31mb c d');
	});
});
