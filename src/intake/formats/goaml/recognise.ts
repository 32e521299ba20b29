/**
 * Whether a submission is a goAML report, from its first characters: by its root element and the elements in it.
 */
import type { Recognition } from '../../model.ts';

/** Elements that senders put around several reports. */
const WRAPPERS: ReadonlySet<string> = new Set([
	'reports',
	'goaml',
	'goamlreport',
	'goamlreports',
	'reportdata',
]);

export const isWrapper = (name: string): boolean => WRAPPERS.has(name.toLowerCase());

const MARK =
	/<(?:[\w.-]{1,40}:)?(?:rentity_id|rentity_branch|submission_code|report_code|entity_reference|currency_code_local|report_indicators)[\s/>]/;

export function recogniseGoaml(head: string): Recognition {
	const root = rootOf(head);
	if (root === undefined) return 'no';
	if (root.name === 'report' || isWrapper(root.name)) {
		if (MARK.test(head)) return 'certain';
		return root.name === 'report' || /goaml/i.test(root.name) ? 'look-alike' : 'no';
	}
	// Look-ups, schemas and answers of a goAML portal name it in their root or its attributes.
	return /goaml/i.test(root.tag) ? 'look-alike' : 'no';
}

/** Local name of the root element, and its whole tag; undefined where the text does not begin as XML. */
function rootOf(head: string): { name: string; tag: string } | undefined {
	let at = 0;
	for (;;) {
		while (at < head.length && isWhite(head.charCodeAt(at))) at++;
		if (head[at] !== '<') return undefined;
		const closing = head.startsWith('<?', at)
			? '?>'
			: head.startsWith('<!--', at)
				? '-->'
				: head.startsWith('<!', at)
					? '>'
					: '';
		if (closing === '') break;
		const end = head.indexOf(closing, at + 2);
		if (end < 0) return undefined;
		at = end + closing.length;
	}
	const end = head.indexOf('>', at);
	const tag = head.slice(at, end < 0 ? at + 2_000 : Math.min(end + 1, at + 2_000));
	const name = /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})/.exec(tag)?.[1];
	return name === undefined ? undefined : { name, tag };
}

const isWhite = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xfeff;
