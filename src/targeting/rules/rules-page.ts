/**
 * docs/rules.md, written from the tables of facts, functions, code lists and the rule pack, so that it cannot say anything
 * else than they do. A test compares the two and writes the page anew when it is told to.
 */
import type { Rule, RuleEffect, RuleSubject } from '../../../contract/rules.ts';
import { catalogue } from '../facts/catalogue.ts';
import type { FactKind } from '../facts/fact-table.ts';
import { EVENT_KINDS } from '../history/kinds.ts';
import { answerKinds } from './answer-kinds.ts';
import { builtInCodeLists } from './code-lists.ts';
import { describeLanguage } from './describe-language.ts';
import { facets, measures } from './functions.ts';

export type PackFile = { readonly name: string; readonly rules: readonly Rule[] };

const INTRODUCTION = `# Rules

A rule is a condition over one unit of a record (a goods item, a traveller, a booking) and what the node knew before it came.
Where the condition holds, the rule *fires*, and the officer reads its reason. This page is written from the tables of the
program and from the folder \`rules/\`; a test compares them. How a rule lives and is approved is in
[design/rules-life.md](design/rules-life.md), why the language is what it is in [design/rules.md](design/rules.md).

## The language

Conditions are written in CEL, the Common Expression Language, over the facts and functions below:

\`\`\`
declaration.direction == "import" && unitValue() < 0.5 * band("unit_value", item.hs, item.origin).mean
\`\`\`

- **Unknown.** A number that is not known compares with nothing: every comparison with it is false, \`!=\` too. An unknown text
  is \`""\`, an unknown list is empty, an unknown flag is false. \`known(x)\` tells. Mind \`!\`: \`!(x > 5)\` is true of an unknown x.
- **Numbers** are all of one kind: \`5 / 2\` is 2.5, and \`size(list) > 2\` needs no conversion.
- **Patterns** of \`matches()\` have the syntax of RE2 and take time in proportion to the text. What would need going back
  (looking ahead or behind, references to groups) is refused when the rule is checked, as is a pattern that is too long.
- **Bounds.** 500 parts, 40 levels, lists of 200 elements; no loop inside a loop; no maps, durations or time stamps.
- **Errors.** A condition that fails on a unit is a failure of that rule on that unit, and counted. Nothing else stops.
- **Amounts** are as declared, and never converted; \`band()\` compares within the currency of the unit.
- **Nothing sensitive.** No fact says a nationality, sex, age, place of birth or the name of a person.

In a reason, \`{expression}\` is replaced by its value when the rule fires; numbers are shown to four digits, and \`{{\` is a brace.

A test case of a rule says what facts and functions answer. \`"count": 3\` answers every call, \`"count(sighting)": 3\` those with
this first argument, \`"tally(hs-origin, 640411|CN)"\` exactly one. Answers of several parts are objects; flags in them are 1 or 0.
`;

const row = (...cells: readonly (string | number)[]): string =>
	`| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly string[]): string =>
	[row(...heads), row(...heads.map(() => '---')), ...rows].join('\n');

/** The whole page. @param pack files of the folder of rules, in order of their names. */
export function formatRulesPage(pack: readonly PackFile[]): string {
	return `${[
		INTRODUCTION.trimEnd(),
		'## Facts',
		factSections(),
		'## Functions',
		table(
			['function', 'answers'],
			describeLanguage().functions.map(({ signature, title }) => row(`\`${signature}\``, title)),
		),
		'## What functions answer with',
		answerKinds.map(({ name, facts }) => `**${name}**: ${listFacts(facts)}.`).join('\n\n'),
		'## Names that functions take',
		`**Measures** of \`band\`: ${measures.join(', ')}.`,
		`**Facets** of \`tally\` and \`rate\`: ${facets.join(', ')}. A key of several parts is joined with \`|\`, as in \`tally("hs-origin", item.hs + "|" + item.origin)\`.`,
		'**Kinds of events** of `count`, `sum`, `distinct`, `around` and `daysSince`:',
		table(
			['kind', 'what', 'key', '`distinct` counts', '`sum` adds'],
			EVENT_KINDS.map((kind) =>
				row(
					`\`${kind.name}\``,
					kind.title,
					kind.key,
					'partner' in kind ? String(kind.partner ?? '') : '',
					'amount' in kind ? String(kind.amount ?? '') : '',
				),
			),
		),
		'## Code lists',
		'A code is listed if an entry of the list is its beginning. Those of the program are in `rules/codes/`. A file of the same form in the folder `lists/codes/` of a node takes the place of the list with its identifier, or adds one; a node reads them when it starts.',
		table(
			['list', 'what', 'codes', 'source'],
			[...builtInCodeLists.values()].map(({ id, title, codes, source }) =>
				row(`\`${id}\``, title, codes.length, source),
			),
		),
		'## The rule pack',
		'Rules that a node has from its first day. Their days are set when they are installed: from that day for a year. Weights are the word of their authors until inspections have shown better. No rule is fitted to the simulated border.',
		...pack.flatMap(({ name, rules }) => [`### ${heading(name)}`, ...rules.map(formatRule)]),
	].join('\n\n')}\n`;
}

const heading = (name: string): string =>
	(name[0] ?? '').toUpperCase() +
	name
		.slice(1)
		.replace(/\.json$/, '')
		.replaceAll('-', ' ');

/** Each kind of fact once, with the variables that are of this kind and the subjects that have them. */
function factSections(): string {
	const kinds = new Map<FactKind, Map<string, RuleSubject[]>>();
	for (const [subject, variables] of Object.entries(catalogue) as [RuleSubject, Record<string, FactKind>][])
		for (const [variable, kind] of Object.entries(variables)) {
			const known = kinds.get(kind) ?? new Map<string, RuleSubject[]>();
			known.set(variable, [...(known.get(variable) ?? []), subject]);
			kinds.set(kind, known);
		}
	return [...kinds]
		.map(([kind, variables]) =>
			[
				`### ${[...variables.keys()].map((name) => `\`${name}\``).join(', ')}`,
				`On ${[...new Set([...variables.values()].flat())].join(', ')}.`,
				table(
					['fact', 'type', 'what'],
					Object.entries(kind.facts).map(([name, { type, title }]) => row(`\`${name}\``, type, title)),
				),
			].join('\n\n'),
		)
		.join('\n\n');
}

const listFacts = (facts: FactKind['facts']): string =>
	Object.entries(facts)
		.map(([name, { title }]) => `\`${name}\` (${title})`)
		.join(', ');

function formatRule(rule: Rule): string {
	return [
		`#### ${rule.title}`,
		`\`${rule.id}\` on each ${rule.subject}; ${effectWords(rule.effect)}`,
		`\`\`\`\n${rule.when.replaceAll(' && ', '\n  && ')}\n\`\`\``,
		`*${rule.reason}*`,
		`Legal basis: ${rule.legalBasis}. Source: ${rule.source}. Cases: ${rule.tests
			.map(({ name, fires }) => `${name} (${fires ? 'fires' : 'does not'})`)
			.join('; ')}.`,
	].join('\n\n');
}

const effectWords = (effect: RuleEffect): string =>
	effect.kind === 'weight'
		? `weight ${effect.weight}.`
		: `lane ${effect.lane}${effect.mandatory ? ', mandatory' : ''}.`;
