/** What differs between two versions of an agreement, for those who are to sign the newer one. Pure. */
import type { AgreementBody } from '../../../contract/exchange/agreement.ts';

export type Change = { readonly path: string; readonly before: string | null; readonly after: string | null };

/** @returns differences in the order of their paths. Members of lists count, not their places. */
export function changesBetween(before: AgreementBody, after: AgreementBody): Change[] {
	const old = factsOf(before);
	const now = factsOf(after);
	return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path) => {
		const was = old.get(path) ?? null;
		const is = now.get(path) ?? null;
		return was === is ? [] : [{ path, before: was, after: is }];
	});
}

/** Every fact of a body under a path of its own. A member of a list of names is a fact of its own. */
function factsOf(body: AgreementBody): Map<string, string> {
	const facts = new Map<string, string>();
	const { grants, version: _, ...rest } = body;
	const add = (path: string, value: unknown): void => {
		if (Array.isArray(value)) for (const each of value) facts.set(`${path}: ${String(each)}`, String(each));
		else if (typeof value === 'object' && value !== null)
			for (const [name, member] of Object.entries(value)) add(`${path}.${name}`, member);
		else if (value !== undefined) facts.set(path, String(value));
	};
	for (const [name, value] of Object.entries(rest)) add(name, value);
	const ways = new Map<string, number>();
	for (const grant of grants) {
		const way = `${grant.from} to ${grant.to}`;
		const number = (ways.get(way) ?? 0) + 1;
		ways.set(way, number);
		const path = `grants ${way}${number === 1 ? '' : ` (${number})`}`;
		facts.set(path, 'granted');
		add(`${path}.messages`, grant.messages);
		add(`${path}.matching`, grant.matching);
		add(`${path}.subjects`, grant.subjects ?? []);
		for (const { kind, ...lists } of grant.records) {
			facts.set(`${path}.${kind}`, 'granted');
			for (const [name, patterns] of Object.entries(lists)) add(`${path}.${kind}.${name}`, patterns);
		}
	}
	return facts;
}
