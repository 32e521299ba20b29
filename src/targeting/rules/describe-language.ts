/**
 * What a condition may use, for the editor of rules and the documentation.
 */
import { factList } from '../facts/catalogue.ts';
import { answerKinds } from './answer-kinds.ts';
import { builtInCodeLists } from './code-lists.ts';
import type { DescribeLanguage } from './engine.ts';
import { languageFunctions, signatureOf } from './functions.ts';

/** Methods and operators of CEL that the language keeps. */
const kept = [
	['text.startsWith(part): bool', 'begins with the part'],
	['text.endsWith(part): bool', 'ends with the part'],
	['text.contains(part): bool', 'has the part in it'],
	['text.matches(pattern): bool', 'has a place that the pattern describes (syntax of RE2; linear time)'],
	['text.substring(from, until): string', 'characters from a place on, counted from 0, up to another'],
	['text.lowerAscii(): string', 'in small letters'],
	['text.upperAscii(): string', 'in capitals'],
	['text.trim(): string', 'without white space around it'],
	['size(text or list): double', 'how many characters or elements'],
	['value in list: bool', 'is one of them'],
	['list.exists(x, condition): bool', 'the condition holds for one of them; also all, exists_one'],
	['list.filter(x, condition): list', 'those for which it holds; also map(x, expression)'],
	['list.join(between): string', 'texts in one'],
	['condition ? a : b', 'one or the other'],
] as const;

export const describeLanguage: DescribeLanguage = ({ codeLists = builtInCodeLists } = {}) => ({
	facts: factList().map(({ path, type, title, subjects }) => ({
		path,
		type,
		title,
		subjects: [...subjects],
	})),
	functions: [
		...languageFunctions.map((each) => ({
			signature: signatureOf(each),
			title: `${each.title}${partsOf(each.gives)}`,
		})),
		...kept.map(([signature, title]) => ({ signature, title })),
	],
	codeLists: [...codeLists.values()].map(({ id, title, source, codes }) => ({
		id,
		title,
		source,
		codes: codes.length,
	})),
});

/** What an answer of several parts has. */
function partsOf(type: string): string {
	const kind = answerKinds.find(({ name }) => name === type);
	return kind === undefined ? '' : ` (${Object.keys(kind.facts).join(', ')})`;
}
