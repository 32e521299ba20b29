/**
 * The sentence that an officer reads: text with expressions in braces, compiled once and evaluated when a rule fires.
 * `{{` and `}}` stand for braces. Numbers are shown to four significant digits.
 */
import type { Run, Variables } from './expression-run.ts';
import type { ExpressionProblem, Language, NamedThing } from './language.ts';

type Piece = { readonly text: string; readonly at: number; readonly isExpression: boolean };

export type Reason = (variables: Variables) => string;
export type CompiledReason =
	| { readonly ok: true; readonly sentence: Reason; readonly names: readonly NamedThing[] }
	| { readonly ok: false; readonly problem: ExpressionProblem };

/** Longest sentence that is kept of a firing. */
const LONGEST_SENTENCE = 1_000;

/** Splits a template; an open brace without its end gives the place of the brace. */
function piecesOf(template: string): Piece[] | number {
	const pieces: Piece[] = [];
	let text = '';
	let from = 0;
	for (let at = 0; at < template.length; at++) {
		const sign = template[at];
		if ((sign === '{' || sign === '}') && template[at + 1] === sign) {
			text += sign;
			at++;
		} else if (sign === '{') {
			pieces.push({ text, at: from, isExpression: false });
			const end = endOf(template, at + 1);
			if (end < 0) return at;
			pieces.push({ text: template.slice(at + 1, end), at: at + 1, isExpression: true });
			text = '';
			at = end;
			from = end + 1;
		} else text += sign;
	}
	pieces.push({ text, at: from, isExpression: false });
	return pieces;
}

/** The brace that ends an expression: not one inside of a text. */
function endOf(template: string, from: number): number {
	let quote: string | undefined;
	for (let at = from; at < template.length; at++) {
		const sign = template[at] ?? '';
		if (quote !== undefined) {
			if (sign === '\\') at++;
			else if (sign === quote) quote = undefined;
		} else if (sign === '"' || sign === "'") quote = sign;
		else if (sign === '}') return at;
	}
	return -1;
}

/** Compiles a template in the language of the rule's subject. */
export function compileReason(template: string, language: Language): CompiledReason {
	const pieces = piecesOf(template);
	if (typeof pieces === 'number')
		return {
			ok: false,
			problem: {
				at: pieces,
				message: 'a "{" without its "}"',
				remedy: 'Close it, or write "{{" for a brace.',
			},
		};
	const parts: (string | Run)[] = [];
	const names: NamedThing[] = [];
	for (const { text, at, isExpression } of pieces) {
		if (!isExpression) {
			if (text !== '') parts.push(text);
			continue;
		}
		const compiled = language.compile(text);
		if (!compiled.ok) return { ok: false, problem: { ...compiled.problem, at: at + compiled.problem.at } };
		parts.push(compiled.run);
		names.push(...compiled.names.map((each) => ({ ...each, at: at + each.at })));
	}
	return {
		ok: true,
		names,
		sentence: (variables) =>
			parts
				.map((part) => (typeof part === 'string' ? part : shown(part(variables, undefined))))
				.join('')
				.slice(0, LONGEST_SENTENCE),
	};
}

/** A value as a sentence has it. */
export function shown(value: unknown): string {
	if (typeof value === 'number') return shownNumber(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map(shown).join(', ');
	const text = String(value);
	return text === '' ? 'not stated' : text;
}

/** Four significant digits; more only before the decimal point. */
function shownNumber(value: number): string {
	if (Number.isNaN(value)) return 'unknown';
	if (!Number.isFinite(value)) return value > 0 ? 'infinite' : 'minus infinite';
	if (Math.abs(value) >= 1_000) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
	return String(Number(value.toPrecision(4)));
}
