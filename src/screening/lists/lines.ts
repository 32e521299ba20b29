/**
 * Lines of UTF-8 text, from chunks of any size, in a bounded amount of memory. A line that is longer than a line may be is
 * told and passed over; its rest is not kept.
 */

export type LineSplitter = {
	/** False from `take` ends the reading: what follows is not looked at. */
	push(chunk: Uint8Array): void;
	end(): void;
	readonly stopped: boolean;
};

/**
 * Opens a splitter.
 * @param take is given each line without its break, and its 1-based number; undefined stands for a line that is too long.
 */
export function openLines(
	maxLineChars: number,
	take: (line: string | undefined, number: number) => boolean,
): LineSplitter {
	const decoder = new TextDecoder('utf-8');
	let pieces: string[] = [];
	let pieceChars = 0;
	let number = 1;
	let tooLong = false;
	let stopped = false;

	function finish(last: string): void {
		const line = pieces.length === 0 ? last : pieces.join('') + last;
		pieces = [];
		pieceChars = 0;
		const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
		if (tooLong || whole.length > maxLineChars) stopped = !take(undefined, number);
		else if (whole.trim() !== '') stopped = !take(whole, number);
		tooLong = false;
		number++;
	}

	function add(text: string): void {
		let from = 0;
		for (let at = text.indexOf('\n'); at >= 0 && !stopped; at = text.indexOf('\n', from)) {
			finish(text.slice(from, at));
			from = at + 1;
		}
		if (stopped) return;
		const rest = text.slice(from);
		if (tooLong || rest === '') return;
		pieceChars += rest.length;
		if (pieceChars > maxLineChars) {
			tooLong = true;
			pieces = [];
		} else pieces.push(rest);
	}

	return {
		push(chunk) {
			if (!stopped) add(decoder.decode(chunk, { stream: true }));
		},
		end() {
			if (!stopped) add(decoder.decode());
			if (!stopped && (pieces.length > 0 || tooLong)) finish('');
		},
		get stopped() {
			return stopped;
		},
	};
}
