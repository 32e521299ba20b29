/** What a condition may name, in one list: found by its name or by words of its meaning. Pure. */
import type { RuleSubject } from '../../../../contract/rules.ts';
import type { RuleLanguage } from '../../../../contract/views-rules.ts';

export type LanguageItem = {
	readonly kind: 'fact' | 'function' | 'list';
	readonly name: string;
	readonly type: string;
	readonly title: string;
	/** What is put into the condition. */
	readonly insert: string;
};

/** Facts of what the rule looks at, then functions, then code lists. */
export const languageItems = (language: RuleLanguage, subject: RuleSubject): LanguageItem[] => [
	...language.facts
		.filter(({ subjects }) => subjects.includes(subject))
		.map(({ path, type, title }) => ({ kind: 'fact' as const, name: path, type, title, insert: path })),
	...language.functions.map(({ signature, title }) => {
		const end = signature.lastIndexOf(')');
		const call = end < 0 ? signature : signature.slice(0, end + 1);
		return {
			kind: 'function' as const,
			name: call,
			type: signature.slice(call.length).replace(/^\s*(:|->|→|=>)?\s*/, ''),
			title,
			insert: call,
		};
	}),
	...language.codeLists.map(({ id, title, source, codes }) => ({
		kind: 'list' as const,
		name: id,
		type: `${codes.toLocaleString('en-GB')} codes`,
		title: `${title}. ${source}`,
		insert: JSON.stringify(id),
	})),
];

/** Items that have every word of a search, those whose name begins with it first; the order within a kind is kept. */
export function searchLanguage(items: readonly LanguageItem[], search: string): LanguageItem[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return [...items];
	const kinds = ['fact', 'function', 'list'];
	const placeOf = ({ name }: LanguageItem) => (name.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
	return items
		.filter(({ name, title }) => {
			const text = `${name} ${title}`.toLowerCase();
			return words.every((word) => text.includes(word));
		})
		.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || placeOf(a) - placeOf(b));
}
