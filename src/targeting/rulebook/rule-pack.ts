/**
 * The rules that come with the program: files of `rules/`, read when the program runs. A node that has no rule yet begins
 * with all of them, live for a year; what a later version of the program brings comes as drafts.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Rule, ruleFile } from '../../../contract/rules.ts';
import { dateOf } from '../../values/calendar.ts';
import type { KnownRule, StoredVersion } from '../store/rules.ts';
import { contentOf, ruleText, triedOf } from './rule-text.ts';

/** Who wrote and approved them, as people see it and for the comparison of writers. */
export const PACK = 'rule pack';

export const SHIPPED_RULES = fileURLToPath(new URL('../../../rules/', import.meta.url));

export type RulePack = { readonly rules: readonly Rule[]; readonly problems: readonly string[] };

/** Reads all files of a folder; one that is no file of rules is a problem, and the others still count. */
export async function readRulePack(folder: string): Promise<RulePack> {
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
	const rules = new Map<string, Rule>();
	const problems: string[] = [];
	for (const name of names) {
		const read = ruleFile.safeParse(parseJson(await readFile(join(folder, name), 'utf8')));
		if (!read.success) {
			const issue = read.error.issues[0];
			problems.push(`${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a file of rules'}`);
			continue;
		}
		for (const rule of read.data.rules) {
			if (rules.has(rule.id)) problems.push(`${name}: the rule ${rule.id} is there twice`);
			else rules.set(rule.id, rule);
		}
	}
	return { rules: [...rules.values()], problems };
}

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** The same day a year later; the 28th after a 29th of February. */
export function yearAfter(day: string): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return dateOf(year + 1, month, date) ?? `${year + 1}-02-28`;
}

export type PackPlan = {
	readonly insert: readonly StoredVersion[];
	/** Drafts of an earlier pack that nobody touched. */
	readonly update: readonly StoredVersion[];
};

/**
 * What to write so that the node has the pack.
 * @param known rules of the node; where there is none, all rules of the pack go live.
 * @param sound false for a rule whose condition or test cases fail: it comes as a draft.
 */
export function planPack(
	pack: readonly Rule[],
	known: ReadonlyMap<string, KnownRule>,
	sound: (rule: Rule) => boolean,
	day: string,
	at: Date,
): PackPlan {
	const insert: StoredVersion[] = [];
	const update: StoredVersion[] = [];
	for (const shipped of pack) {
		const rule: Rule = { ...shipped, validFrom: day, validUntil: yearAfter(day) };
		const before = known.get(rule.id);
		if (before?.contents.has(contentOf(rule)) === true) continue;
		const live = known.size === 0 && sound(rule);
		const own = before?.state === 'draft' && before.writers.every((writer) => writer === PACK);
		// A person's draft is not lost; the pack asks again when it was decided.
		if (!own && (before?.state === 'draft' || before?.state === 'proposed')) continue;
		const version: StoredVersion = {
			id: rule.id,
			version: own ? before.newest : (before?.newest ?? 0) + 1,
			state: live ? 'live' : 'draft',
			body: ruleText(rule),
			content: contentOf(rule),
			tried: triedOf(rule),
			writers: [PACK],
			changedAt: at,
			changedBy: PACK,
			proposedBy: null,
			approvedBy: live ? PACK : null,
			countedFrom: live ? day : null,
		};
		(own ? update : insert).push(version);
	}
	return { insert, update };
}
