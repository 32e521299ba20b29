/**
 * A record as far as it was shared, laid out for reading: groups of facts, and tables where a list has several rows. What is
 * masked stands where its value would. Pure; knows nothing of kinds, because what is left of a record fits no schema.
 */
import { formatDocumentTime } from '../display/format.ts';
import { spell } from '../display/words.ts';

export type SharedFact = {
	path: string;
	label: string;
	/** Null where there is a value that the agreement does not let out. */
	text: string | null;
};
export type FactGroup = { path: string; title: string; facts: readonly SharedFact[] };
export type SharedTable = {
	path: string;
	title: string;
	columns: readonly { path: string; label: string; isMasked: boolean }[];
	/** Texts by column; undefined where the row has none. */
	rows: readonly (readonly (string | undefined)[])[];
};
export type LaidOut = { groups: readonly FactGroup[]; tables: readonly SharedTable[] };

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function textOf(value: unknown): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const text = String(value);
	return DATE_TIME.test(text) ? formatDocumentTime(text) : text;
}

/** Values below a place by their path from there; what lists repeat is joined. */
function leavesOf(value: unknown, path: string, into = new Map<string, string>()): Map<string, string> {
	if (Array.isArray(value)) for (const each of value) leavesOf(each, path, into);
	else if (isMembers(value))
		for (const [name, member] of Object.entries(value))
			leavesOf(member, path === '' ? name : `${path}.${name}`, into);
	else if (value !== undefined && value !== null) {
		const before = into.get(path);
		into.set(path, before === undefined ? textOf(value) : `${before}; ${textOf(value)}`);
	}
	return into;
}

/** "price.amount" as "Price · amount"; a member that says nothing of its own is left out. */
function labelOf(path: string): string {
	const names = path.split('.');
	const spelt = names.map(spell);
	const [first = '', ...rest] = spelt;
	return [
		first,
		...rest.map((each) => (/^[A-Z][a-z]/.test(each) ? each[0]?.toLowerCase() + each.slice(1) : each)),
	].join(' · ');
}

const below = (path: string, place: string): string | undefined =>
	path.startsWith(`${place}.`) ? path.slice(place.length + 1) : undefined;

/** @param masked paths that have a value which is not said, without the numbers of lists. */
export function layOutRecord(record: Readonly<Record<string, unknown>>, masked: readonly string[]): LaidOut {
	const general: SharedFact[] = [];
	const groups: FactGroup[] = [];
	const tables: SharedTable[] = [];
	const open = new Set(masked);
	/** Masked paths below a place, each told once. */
	const take = (place: string): string[] =>
		[...open].flatMap((path) => {
			const rest = below(path, place);
			if (rest === undefined) return [];
			open.delete(path);
			return [rest];
		});
	const fact = (path: string, place: string, text: string | null): SharedFact => ({
		path: place === '' ? path : `${place}.${path}`,
		label: labelOf(path),
		text,
	});
	const group = (name: string, value: unknown): FactGroup => ({
		path: name,
		title: spell(name),
		facts: [
			...[...leavesOf(value, '')].map(([path, text]) => fact(path, name, text)),
			...take(name).map((path) => fact(path, name, null)),
		],
	});
	for (const [name, value] of Object.entries(record)) {
		const rows = Array.isArray(value) && value.some(isMembers) ? value.map((row) => leavesOf(row, '')) : [];
		if (rows.length > 1) {
			const hidden = take(name);
			const paths = [...new Set(rows.flatMap((row) => [...row.keys()]))];
			tables.push({
				path: name,
				title: spell(name),
				columns: [
					...paths.map((path) => ({ path, label: labelOf(path), isMasked: false })),
					...hidden.map((path) => ({ path, label: labelOf(path), isMasked: true })),
				],
				rows: rows.map((row) => paths.map((path) => row.get(path))),
			});
		} else if (isMembers(value) || rows.length === 1) groups.push(group(name, value));
		else general.push(...[...leavesOf(value, name)].map(([path, text]) => fact(path, '', text)));
	}
	// Of these nothing but the mask is left.
	const rest = [...open].map((path) => fact(path, '', null));
	const first = [...general, ...rest];
	return {
		groups: [...(first.length === 0 ? [] : [{ path: '', title: 'General', facts: first }]), ...groups],
		tables,
	};
}
