/**
 * Places in records as text: `travellers[2].person.bornOn`. Grammar: name *( "." name / "[" digits "]" ), names of letters and
 * digits. Pure; what is not of this form names nothing. Nothing is changed in place.
 */

export type RecordPath = readonly (string | number)[];

const STEP = /^(?:([A-Za-z][A-Za-z0-9]{0,63})|\[(\d{1,6})\])/;
const MOST_STEPS = 24;

/** @returns undefined where the text is no path. */
export function parsePath(text: string): RecordPath | undefined {
	const steps: (string | number)[] = [];
	let rest = text;
	while (rest !== '') {
		if (steps.length >= MOST_STEPS) return undefined;
		if (steps.length > 0 && rest.startsWith('.')) {
			rest = rest.slice(1);
			if (rest.startsWith('[')) return undefined;
		} else if (steps.length > 0 && !rest.startsWith('[')) return undefined;
		const step = STEP.exec(rest);
		if (step === null) return undefined;
		const [whole, name, at] = step;
		if (name === 'constructor' || name === 'prototype') return undefined;
		steps.push(name ?? Number(at));
		rest = rest.slice(whole.length);
	}
	return steps.length === 0 || typeof steps[0] === 'number' ? undefined : steps;
}

/** What stands there; undefined where nothing does. */
export function partOf(value: unknown, path: RecordPath): unknown {
	let at = value;
	for (const step of path) {
		if (typeof step === 'number') at = Array.isArray(at) ? at[step] : undefined;
		else if (typeof at === 'object' && at !== null && !Array.isArray(at))
			at = Object.hasOwn(at, step) ? (at as { [name: string]: unknown })[step] : undefined;
		else return undefined;
	}
	return at;
}

/**
 * The same value with another part; undefined takes a member out. Where the way to the part is not there, the value stays as
 * it is: nothing is made but the last member.
 */
export function putPart(value: unknown, [step, ...rest]: RecordPath, part: unknown): unknown {
	if (step === undefined) return part;
	if (typeof step === 'number') {
		if (!Array.isArray(value) || step >= value.length) return value;
		const list: unknown[] = value;
		if (rest.length === 0 && part === undefined) return list.filter((_, at) => at !== step);
		return list.map((each, at) => (at === step ? putPart(each, rest, part) : each));
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const members: { [name: string]: unknown } = { ...value };
	if (rest.length > 0 && !Object.hasOwn(members, step)) return value;
	const next = putPart(members[step], rest, part);
	if (next === undefined) delete members[step];
	else members[step] = next;
	return members;
}
