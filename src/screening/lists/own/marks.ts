/**
 * Lists inside one cell: items parted by "|", the fields of an item by "~". Both marks, a comma that parts no name, and the
 * backslash itself are written with a backslash before them where they belong to a value.
 */

export const ITEM_MARK = ' | ';
export const FIELD_MARK = ' ~ ';

export const escapeMarks = (text: string): string => text.replace(/[\\|~]/g, (mark) => `\\${mark}`);

/** The same for a name, in which a comma would say that the family name comes first. */
export const escapeName = (text: string): string => text.replace(/[\\|~,]/g, (mark) => `\\${mark}`);

const plain = (text: string): string => text.replace(/\\([\\|~,])/g, '$1');

/** True where a comma parts the text. */
export const hasComma = (escaped: string): boolean => /^,|[^\\],/.test(escaped);

/** Parts a text at its marks; what is escaped stays so. */
export function partAt(text: string, mark: '|' | '~'): string[] {
	const found: string[] = [];
	let part = '';
	for (let at = 0; at < text.length; at++) {
		const letter = text[at] ?? '';
		if (letter === '\\' && at + 1 < text.length) {
			part += letter + text[at + 1];
			at++;
		} else if (letter === mark) {
			found.push(part.trim());
			part = '';
		} else part += letter;
	}
	return [...found, part.trim()].filter((each) => mark === '~' || each !== '');
}

/** Items of a cell, as they are meant. */
export const itemsOf = (cell: string | undefined): string[] => partAt(cell ?? '', '|').map(plain);

/** Fields of an item, as they are meant; undefined where one is empty. */
export const fieldsOf = (item: string): (string | undefined)[] =>
	partAt(item, '~').map((field) => (field === '' ? undefined : plain(field)));
