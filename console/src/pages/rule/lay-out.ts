/** One part of a condition on each line: breaks before `&&` and `||` that stand outside of brackets and quotes. Pure. */

/** The meaning stays: white space between the words of a condition has none. Text with lines of its own is left alone. */
export function layOut(condition: string): string {
	if (condition.includes('\n')) return condition;
	let text = '';
	let depth = 0;
	let quote = '';
	for (let at = 0; at < condition.length; at++) {
		const character = condition.charAt(at);
		if (quote !== '') {
			if (character === '\\') text += character + condition.charAt(++at);
			else {
				text += character;
				if (character === quote) quote = '';
			}
			continue;
		}
		if (character === '"' || character === "'") quote = character;
		else if ('([{'.includes(character)) depth++;
		else if (')]}'.includes(character)) depth--;
		else if (depth === 0 && (condition.startsWith('&&', at) || condition.startsWith('||', at))) {
			text = `${text.trimEnd()}\n${condition.slice(at, at + 2)}`;
			at++;
			continue;
		}
		text += character;
	}
	return text;
}
