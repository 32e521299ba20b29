/**
 * Finds the service characters of an interchange: from UNA, or from the shape of UNB where there is no UNA.
 * In: Latin-1 text at the place where a segment starts. Out: separators and how many characters UNA took.
 * Follows ISO 9735-1 clause 8 and annex A, and forgives what mail programs do to UNA.
 */
import { DEFAULT_SEPARATORS, type Separators } from './segment.ts';

/** Characters that must be at hand before UNA or the start of UNB can be judged. */
export const LOOKAHEAD = 32;

export type ServiceAdvice = { separators: Separators; length: number; complaint?: string };

const SERVICE_START = /^\s*UN[BGH]/;

/** Reads UNA at `at`, or says that no usable UNA stands there. */
export function readServiceAdvice(text: string, at: number): ServiceAdvice | undefined {
	if (!text.startsWith('UNA', at)) return undefined;
	const advice = text.substring(at + 3, at + 9);
	const rest = text.substring(at + 9, at + LOOKAHEAD);
	// Five characters where the blank before the terminator was lost: "UNA:+.?'UNB".
	const shortened = text.substring(at + 3, at + 8);
	const shortRest = text.substring(at + 8, at + LOOKAHEAD);
	const short =
		SERVICE_START.test(shortRest) &&
		(!SERVICE_START.test(rest) || advice.charCodeAt(5) <= 32) &&
		/[^\s*]$/.test(shortened);
	if (advice.length < 6 && !short) return undefined;
	const characters = short ? `${shortened.slice(0, 4)} ${shortened.slice(4)}` : advice;
	const separators: Separators = {
		component: characters.charAt(0),
		element: characters.charAt(1),
		decimalMark: characters.charAt(2),
		release: optional(characters.charAt(3)),
		repetition: optional(characters.charAt(4)),
		terminator: characters.charAt(5),
	};
	if (!areUsable(separators)) {
		return SERVICE_START.test(rest) || SERVICE_START.test(shortRest)
			? {
					separators: DEFAULT_SEPARATORS,
					length: short ? 8 : 9,
					complaint: 'UNA names characters that cannot separate; the usual ones were taken',
				}
			: undefined;
	}
	return short
		? {
				separators,
				length: 8,
				complaint: 'UNA has five characters instead of six; a blank was taken for the fifth',
			}
		: { separators, length: 9 };
}

const optional = (character: string): string => (character === ' ' ? '' : character);

function areUsable(separators: Separators): boolean {
	const { component, element, release, repetition, terminator } = separators;
	const used = [component, element, terminator, release, repetition].filter((character) => character !== '');
	return (
		new Set(used).size === used.length &&
		!used.some((character) => /[A-Za-z0-9]/.test(character)) &&
		component !== ' ' &&
		element !== ' '
	);
}

/** Separators of an interchange without UNA, from the first characters of UNB. */
export function inferSeparators(text: string, at: number): Separators {
	const element = text.charAt(at + 3);
	if (element === '+' || element === '' || /[A-Za-z0-9\s]/.test(element)) return DEFAULT_SEPARATORS;
	// Level B of syntax version 1 used control characters (ISO 9735:1988, 5.2).
	if (element === '\x1d')
		return { ...DEFAULT_SEPARATORS, element, component: '\x1f', terminator: '\x1c', release: '' };
	const component = text.charAt(at + 8);
	const separators = {
		...DEFAULT_SEPARATORS,
		element,
		component: /[A-Za-z0-9\s]/.test(component) ? ':' : component,
	};
	return areUsable(separators) ? separators : DEFAULT_SEPARATORS;
}
