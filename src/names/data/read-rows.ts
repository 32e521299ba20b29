/** How the tables of this folder are written down: words apart by white space, rows apart by strokes. */

/** The words of a text block. */
export function words(block: string): readonly string[] {
	return block.split(/\s+/).filter((word) => word !== '');
}

/** The rows of a text block, which `|` sets apart; within a row any white space counts as one space. */
export function rows(block: string): readonly string[] {
	return block
		.split('|')
		.map((row) => row.trim().replace(/\s+/g, ' '))
		.filter((row) => row !== '');
}
