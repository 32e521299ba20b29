/**
 * What the library says against an expression, put so that the author of a rule can mend it: what is wrong, where, and what
 * there is instead.
 */
import { TypeError as CelTypeError, EvaluationError, ParseError } from '@marcbachmann/cel-js';
import type { RuleSubject } from '../../../contract/rules.ts';
import { catalogue } from '../facts/catalogue.ts';
import { answerKinds } from './answer-kinds.ts';
import { REPLACED } from './expression-tree.ts';
import { languageFunctions, signatureOf } from './functions.ts';

export type Remedied = { readonly at: number; readonly message: string; readonly remedy: string };

/** @param cause what the library threw. */
export function remedyOf(cause: unknown, subject: RuleSubject): Remedied {
	if (!(cause instanceof ParseError || cause instanceof CelTypeError || cause instanceof EvaluationError))
		return { at: 0, message: 'cannot be read', remedy: 'Write it anew.' };
	const at = cause.range?.start ?? 0;
	const message = ownWords(cause.summary);
	const named = /: ?'?([\w.]+)/.exec(message)?.[1] ?? '';
	switch (cause.code) {
		case 'unknown_variable':
			return { at, message: `"${named}" is not known here`, remedy: variableRemedy(named, subject) };
		case 'no_such_key': {
			const name = /No such key: (\w+)/.exec(message)?.[1] ?? '';
			return { at, message: `there is no fact "${name}"`, remedy: factRemedy(name, subject) };
		}
		case 'no_matching_overload': {
			const name = /'(?:[\w<>]+\.)?(\w+)\(/.exec(message)?.[1] ?? '';
			return { at, message, remedy: functionRemedy(name) };
		}
		case 'no_such_overload':
			return {
				at,
				message,
				remedy: 'Both sides must be of one kind: texts stand in quotation marks, numbers do not.',
			};
		case 'unexpected_token':
			return {
				at,
				message: message
					.replace('Unexpected token: EOF', 'it ends too early')
					.replace('Unexpected token', 'unexpected'),
				remedy: 'Check brackets, quotation marks and operators at this place.',
			};
		default:
			return { at, message, remedy: 'docs/rules.md has the language.' };
	}
}

/** The library knows the functions that it was given under other names. */
function ownWords(summary: string): string {
	let text = summary;
	for (const [name, replaced] of Object.entries(REPLACED)) text = text.replaceAll(`${replaced}(`, `${name}(`);
	return text;
}

const variableRemedy = (named: string, subject: RuleSubject): string => {
	const variables = Object.keys(catalogue[subject]);
	const near = nearest(named, variables);
	return `${near === undefined ? '' : `Did you mean "${near}"? `}On a ${subject} there are ${variables.join(', ')}.`;
};

const factRemedy = (named: string, subject: RuleSubject): string => {
	const kinds = [...Object.values(catalogue[subject]), ...answerKinds];
	const near = nearest(
		named,
		kinds.flatMap(({ facts }) => Object.keys(facts)),
	);
	return near === undefined ? 'The list of facts has what there is.' : `Did you mean "${near}"?`;
};

const functionRemedy = (named: string): string => {
	const own = languageFunctions.filter(({ name }) => name === named);
	if (own.length > 0) return `It is ${own.map(signatureOf).join(' or ')}.`;
	const near = nearest(
		named,
		languageFunctions.map(({ name }) => name),
	);
	return near === undefined ? 'The list of functions has what there is.' : `Did you mean "${near}"?`;
};

/** The word that fewest changes lead to, if they are few. */
export function nearest(word: string, words: readonly string[]): string | undefined {
	let found: string | undefined;
	let fewest = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const each of words) {
		const changes = changesBetween(word.toLowerCase(), each.toLowerCase());
		if (changes >= fewest) continue;
		fewest = changes;
		found = each;
	}
	return found;
}

/** Levenshtein distance. */
function changesBetween(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next.push(
				Math.min(
					(row[j] ?? 0) + 1,
					(next[j - 1] ?? 0) + 1,
					(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
				),
			);
		row = next;
	}
	return row[b.length] ?? 0;
}
