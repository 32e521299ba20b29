import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleFile, ruleSubjects } from '../../../contract/rules.ts';
import { checkRule } from './check-rule.ts';
import { builtInCodeLists, codeListsWith, parseCodeList } from './code-lists.ts';
import { formatRulesPage } from './rules-page.ts';

const folder = new URL('../../../rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const rules = files.flatMap((name) => ruleFile.parse(read(name)).rules);

describe('the rule pack', () => {
	it('has rules of every subject, each with a name of its own', () => {
		expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
		expect(new Set(rules.map(({ subject }) => subject)).size).toBe(ruleSubjects.length);
		expect(rules.filter(({ owner }) => owner !== 'rule pack')).toEqual([]);
	});

	it.each(rules.map((rule) => [rule.id, rule] as const))('%s may be proposed as it is', (_id, rule) => {
		const { problems, tests, proposable } = checkRule(rule);
		expect(problems).toEqual([]);
		expect(tests.filter(({ passed }) => !passed)).toEqual([]);
		expect(proposable).toBe(true);
		expect(tests.flatMap(({ message }) => (message?.includes('{') ? [message] : []))).toEqual([]);
	});
});

describe('docs/rules.md', () => {
	it('says what the tables and the pack say', async () => {
		const pack = files.sort().map((name) => ({ name, rules: ruleFile.parse(read(name)).rules }));
		await expect(formatRulesPage(pack)).toMatchFileSnapshot('../../../docs/rules.md');
	});
});

describe('code lists', () => {
	it('are there, sorted out by identifier, and a node can put its own in their place', () => {
		expect(builtInCodeLists.get('high-priority-items')?.codes).toHaveLength(50);
		expect(builtInCodeLists.get('prohibited-goods')?.codes).toEqual([]);
		const text = (code: string) => JSON.stringify({ id: 'weapons', title: 'x', source: 'y', codes: [code] });
		const own = parseCodeList(text('9301'));
		expect(own && codeListsWith([own]).get('weapons')?.codes).toEqual(['9301']);
		expect(parseCodeList(text('9301*'))).toBeUndefined();
		expect(parseCodeList('{')).toBeUndefined();
	});
});
