/**
 * Regular expressions that cannot run away. In: a pattern in the syntax of RE2, without what needs going back (references to
 * groups, looking ahead or behind). Out: a test of a text whose time is at most the length of the text times that of the
 * program, which is bounded. Follows Thompson (1968), as CEL asks for with RE2; JavaScript's own expressions go back.
 */

/** Steps of a compiled pattern; `{1,500}` of a long part would be more. */
const MOST_STEPS = 500;
const LONGEST_PATTERN = 300;
/** Repetitions that can be asked for by number. */
const MOST_REPEATS = 200;

type Accepts = (code: number) => boolean;

type Step =
	| { readonly kind: 'take'; readonly accepts: Accepts; next: number }
	| { readonly kind: 'split'; next: number; other: number }
	| { readonly kind: 'begin' | 'end' | 'boundary' | 'no-boundary'; next: number }
	| { readonly kind: 'match' };

type Part =
	| { readonly kind: 'take'; readonly accepts: Accepts }
	| { readonly kind: 'place'; readonly at: 'begin' | 'end' | 'boundary' | 'no-boundary' }
	| { readonly kind: 'both'; readonly parts: readonly Part[] }
	| { readonly kind: 'either'; readonly parts: readonly Part[] }
	| { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number };

const isWord: Accepts = (code) =>
	(code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
const isDigit: Accepts = (code) => code >= 48 && code <= 57;
const isSpace: Accepts = (code) => code === 32 || (code >= 9 && code <= 13);
const not =
	(accepts: Accepts): Accepts =>
	(code) =>
		!accepts(code);

const CLASSES: ReadonlyMap<string, Accepts> = new Map([
	['d', isDigit],
	['D', not(isDigit)],
	['w', isWord],
	['W', not(isWord)],
	['s', isSpace],
	['S', not(isSpace)],
]);
const CONTROLS: ReadonlyMap<string, number> = new Map([
	['n', 10],
	['r', 13],
	['t', 9],
	['f', 12],
	['v', 11],
]);

/** Why a pattern cannot be used. */
export class PatternFault extends Error {}

class Reader {
	readonly #text: string;
	#at = 0;
	readonly #anyCase: boolean;

	constructor(pattern: string) {
		this.#anyCase = pattern.startsWith('(?i)');
		this.#text = this.#anyCase ? pattern.slice(4) : pattern;
	}

	read(): Part {
		const part = this.#either(0);
		if (this.#at < this.#text.length) throw new PatternFault('a ")" without its "("');
		return part;
	}

	#either(depth: number): Part {
		if (depth > 20) throw new PatternFault('groups are nested too deeply');
		const parts = [this.#both(depth)];
		while (this.#take('|')) parts.push(this.#both(depth));
		return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'either', parts };
	}

	#both(depth: number): Part {
		const parts: Part[] = [];
		while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? ''))
			parts.push(this.#repeated(this.#one(depth)));
		return { kind: 'both', parts };
	}

	#repeated(first: Part): Part {
		let part = first;
		for (let times = 0; ; times++) {
			const counted = this.#count();
			if (counted === undefined) return part;
			if (times > 0) throw new PatternFault('a repetition of a repetition');
			if (part.kind === 'place') throw new PatternFault('nothing to repeat');
			this.#take('?');
			part = { kind: 'repeat', part, ...counted };
		}
	}

	#count(): { least: number; most: number } | undefined {
		if (this.#take('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
		if (this.#take('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
		if (this.#take('?')) return { least: 0, most: 1 };
		const counted = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#text.slice(this.#at, this.#at + 12));
		if (counted === null) return undefined;
		this.#at += counted[0].length;
		const least = Number(counted[1]);
		const most =
			counted[2] === undefined ? least : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3]);
		if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Number.POSITIVE_INFINITY))
			throw new PatternFault(`more than ${MOST_REPEATS} repetitions`);
		if (most < least) throw new PatternFault('repetitions in the wrong order');
		return { least, most };
	}

	#one(depth: number): Part {
		const sign = this.#next();
		switch (sign) {
			case '(': {
				if (this.#take('?') && !this.#take(':'))
					throw new PatternFault('groups with "(?" other than "(?:" and, at the beginning, "(?i)"');
				const part = this.#either(depth + 1);
				if (!this.#take(')')) throw new PatternFault('a "(" without its ")"');
				return part;
			}
			case '[':
				return { kind: 'take', accepts: this.#set() };
			case '.':
				return { kind: 'take', accepts: (code) => code !== 10 };
			case '^':
				return { kind: 'place', at: 'begin' };
			case '$':
				return { kind: 'place', at: 'end' };
			case '*':
			case '+':
			case '?':
				throw new PatternFault('nothing to repeat');
			case '\\':
				return this.#escaped();
			default:
				return { kind: 'take', accepts: this.#exactly(sign.codePointAt(0) ?? 0) };
		}
	}

	#escaped(): Part {
		const sign = this.#next();
		if (sign === 'b' || sign === 'B') return { kind: 'place', at: sign === 'b' ? 'boundary' : 'no-boundary' };
		const accepts = CLASSES.get(sign);
		return { kind: 'take', accepts: accepts ?? this.#exactly(this.#codeOf(sign)) };
	}

	#codeOf(sign: string): number {
		const control = CONTROLS.get(sign);
		if (control !== undefined) return control;
		if (/[A-Za-z0-9]/.test(sign)) throw new PatternFault(`"\\${sign}" is not known`);
		return sign.codePointAt(0) ?? 0;
	}

	#exactly(code: number): Accepts {
		if (!this.#anyCase) return (each) => each === code;
		const lower = String.fromCodePoint(code).toLowerCase().codePointAt(0);
		const upper = String.fromCodePoint(code).toUpperCase().codePointAt(0);
		return (each) => each === code || each === lower || each === upper;
	}

	#set(): Accepts {
		const negated = this.#take('^');
		const members: Accepts[] = [];
		for (let first = true; ; first = false) {
			const sign = this.#next();
			if (sign === ']' && !first) break;
			if (sign === '\\') {
				const escaped = this.#next();
				const known = CLASSES.get(escaped);
				if (known !== undefined) {
					members.push(known);
					continue;
				}
				members.push(this.#range(this.#codeOf(escaped)));
			} else members.push(this.#range(sign.codePointAt(0) ?? 0));
		}
		const accepts: Accepts = (code) => members.some((member) => member(code));
		return negated ? not(accepts) : accepts;
	}

	#range(from: number): Accepts {
		if (this.#text[this.#at] !== '-' || this.#text[this.#at + 1] === ']') return this.#exactly(from);
		this.#at++;
		const sign = this.#next();
		const until = sign === '\\' ? this.#codeOf(this.#next()) : (sign.codePointAt(0) ?? 0);
		if (until < from) throw new PatternFault('a range in the wrong order');
		if (!this.#anyCase) return (code) => code >= from && code <= until;
		return (code) => {
			const text = String.fromCodePoint(code);
			return [text, text.toLowerCase(), text.toUpperCase()].some((each) => {
				const point = each.codePointAt(0) ?? 0;
				return point >= from && point <= until;
			});
		};
	}

	#take(sign: string): boolean {
		if (this.#text[this.#at] !== sign) return false;
		this.#at++;
		return true;
	}

	#next(): string {
		const code = this.#text.codePointAt(this.#at);
		if (code === undefined) throw new PatternFault('it ends too early');
		const sign = String.fromCodePoint(code);
		this.#at += sign.length;
		return sign;
	}
}

function write(steps: Step[], part: Part): void {
	if (steps.length > MOST_STEPS)
		throw new PatternFault('it is too long once its repetitions are written out');
	switch (part.kind) {
		case 'take':
			steps.push({ kind: 'take', accepts: part.accepts, next: steps.length + 1 });
			return;
		case 'place':
			steps.push({ kind: part.at, next: steps.length + 1 });
			return;
		case 'both':
			for (const each of part.parts) write(steps, each);
			return;
		case 'either':
			writeEither(steps, part.parts);
			return;
		case 'repeat':
			writeRepeat(steps, part);
	}
}

function writeEither(steps: Step[], parts: readonly Part[]): void {
	const ends: { next: number }[] = [];
	for (const [index, each] of parts.entries()) {
		if (index === parts.length - 1) {
			write(steps, each);
			break;
		}
		const split = { kind: 'split' as const, next: steps.length + 1, other: 0 };
		steps.push(split);
		write(steps, each);
		const end = { kind: 'split' as const, next: 0, other: 0 };
		steps.push(end);
		ends.push(end);
		split.other = steps.length;
	}
	for (const end of ends) Object.assign(end, { next: steps.length, other: steps.length });
}

function writeRepeat(steps: Step[], { part, least, most }: Extract<Part, { kind: 'repeat' }>): void {
	for (let times = 0; times < least; times++) write(steps, part);
	if (most === Number.POSITIVE_INFINITY) {
		const split = { kind: 'split' as const, next: steps.length + 1, other: 0 };
		const at = steps.length;
		steps.push(split);
		write(steps, part);
		steps.push({ kind: 'split', next: at, other: at });
		split.other = steps.length;
		return;
	}
	const splits: { other: number }[] = [];
	for (let times = least; times < most; times++) {
		const split = { kind: 'split' as const, next: steps.length + 1, other: 0 };
		steps.push(split);
		splits.push(split);
		write(steps, part);
	}
	for (const split of splits) split.other = steps.length;
}

/**
 * A test for texts that contain what the pattern describes; `^` and `$` tie it to their beginning and end.
 * @throws PatternFault where it is no pattern, asks to go back, or is too long.
 */
export function linearPattern(pattern: string): (text: string) => boolean {
	if (pattern.length > LONGEST_PATTERN)
		throw new PatternFault(`it is longer than ${LONGEST_PATTERN} characters`);
	const steps: Step[] = [];
	write(steps, new Reader(pattern).read());
	if (steps.length > MOST_STEPS)
		throw new PatternFault('it is too long once its repetitions are written out');
	steps.push({ kind: 'match' });
	return (text) => run(steps, text);
}

function holds(kind: 'begin' | 'end' | 'boundary' | 'no-boundary', text: string, at: number): boolean {
	if (kind === 'begin') return at === 0;
	if (kind === 'end') return at === text.length;
	const before = at > 0 && isWord(text.charCodeAt(at - 1));
	const after = at < text.length && isWord(text.charCodeAt(at));
	return (before !== after) === (kind === 'boundary');
}

/** All ways at once: each step is entered at most once at each place of the text. */
function run(steps: readonly Step[], text: string): boolean {
	const enteredAt = new Int32Array(steps.length).fill(-1);
	let waiting: number[] = [];
	for (let at = 0; ; ) {
		const taking: Extract<Step, { kind: 'take' }>[] = [];
		const entering = [...waiting, 0];
		for (let step = entering.pop(); step !== undefined; step = entering.pop()) {
			if (enteredAt[step] === at) continue;
			enteredAt[step] = at;
			const each = steps[step];
			if (each === undefined) continue;
			if (each.kind === 'match') return true;
			if (each.kind === 'take') taking.push(each);
			else if (each.kind === 'split') entering.push(each.other, each.next);
			else if (holds(each.kind, text, at)) entering.push(each.next);
		}
		const code = text.codePointAt(at);
		if (code === undefined) return false;
		at += code > 0xffff ? 2 : 1;
		waiting = taking.filter(({ accepts }) => accepts(code)).map(({ next }) => next);
	}
}
