/** How the tables of this folder are written down: words apart by white space, groups apart by `|` or a new line. */

/** The words of a text block. */
export function words(block: string): readonly string[] {
	return block.split(/\s+/).filter((word) => word !== '');
}

/** The rows of a text block, each trimmed; rows end at `|` or a new line. */
export function rows(block: string): readonly string[] {
	return block
		.split(/[|\n]/)
		.map((row) => row.trim())
		.filter((row) => row !== '');
}
