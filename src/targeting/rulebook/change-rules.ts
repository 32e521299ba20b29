/**
 * Changes in the life of a rule, each in one transaction: a person's word in, a version and an event out. Whoever changes
 * holds the book, so two changes never see the same state. A version that was proposed keeps its text for ever.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Rule } from '../../../contract/rules.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import type { Actor } from '../model.ts';
import type { CheckRule } from '../rules/engine.ts';
import {
	addRuleEvents,
	holdBook,
	insertVersions,
	type NewRuleEvent,
	readBacktest,
	readNewestVersions,
	readVersions,
	type StoredVersion,
	updateVersion,
} from '../store/rules.ts';
import { type LifeOfVersion, type Refused, refuseDecision, refuseProposal, renewedDays } from './life.ts';
import { dayOf } from './live-figures.ts';
import { contentOf, ruleText, storedRule, triedOf } from './rule-text.ts';

/** Where a change is made, when, and by whom. */
export type Change = {
	readonly database: Database;
	readonly nowMs: number;
	readonly actor: Actor;
};

const conflict = ({ message, remedy }: Refused): TidewaiterError =>
	new TidewaiterError('conflict', message, { remedy });

const inBook = <T>({ database, actor }: Change, work: (session: Session) => Promise<T>): Promise<T> =>
	database.transact(async (session) => {
		await holdBook(session);
		const done = await work(session);
		await actor.enter?.(session);
		return done;
	});

const tell = (session: Session, change: Change, ...events: Omit<NewRuleEvent, 'actor'>[]): Promise<void> =>
	addRuleEvents(
		session,
		events.map((event) => ({ ...event, actor: change.actor.name })),
		new Date(change.nowMs),
	);

/** What decisions ask of a version; its text may be given where it was read already. */
export const lifeOfVersion = (
	version: StoredVersion,
	{ validFrom, validUntil }: Pick<Rule, 'validFrom' | 'validUntil'> = storedRule(version.body),
): LifeOfVersion => ({ state: version.state, validFrom, validUntil, writers: version.writers });

const changed = (version: StoredVersion, { nowMs, actor }: Change): StoredVersion => ({
	...version,
	changedAt: new Date(nowMs),
	changedBy: actor.name,
});

const withText = (version: StoredVersion, rule: Rule): StoredVersion => ({
	...version,
	body: ruleText(rule),
	content: contentOf(rule),
	tried: triedOf(rule),
});

const withWriter = (version: StoredVersion, { actor }: Change): StoredVersion => ({
	...version,
	writers: [...new Set([...version.writers, actor.id])],
});

/** What writing a text changes: versions that are there, versions that are new, events in their order. */
type Writing = {
	readonly version: number;
	readonly updates: readonly StoredVersion[];
	readonly inserts: readonly StoredVersion[];
	readonly events: readonly Omit<NewRuleEvent, 'actor'>[];
};

/**
 * Puts the text into a draft of its own, or into the next version.
 * @param newest version of the rule; undefined for a new rule.
 */
function writeDraft(
	change: Change,
	rule: Rule,
	newest: StoredVersion | undefined,
	what: 'drafted' | 'imported',
	reason: string | null,
): Writing {
	// A draft that was proposed once may be open before somebody who decides: its text does not change under them.
	if (newest?.state === 'draft' && newest.proposedBy === null)
		return {
			version: newest.version,
			updates: [changed(withWriter(withText(newest, rule), change), change)],
			inserts: [],
			events: [
				{ rule: rule.id, version: newest.version, what: what === 'drafted' ? 'changed' : what, reason },
			],
		};
	const version = (newest?.version ?? 0) + 1;
	const replaced = newest?.state === 'draft' || newest?.state === 'proposed' ? [newest] : [];
	return {
		version,
		updates: replaced.map((each) => changed({ ...each, state: 'retired' }, change)),
		inserts: [
			{
				id: rule.id,
				version,
				state: 'draft',
				body: ruleText(rule),
				content: contentOf(rule),
				tried: triedOf(rule),
				writers: [change.actor.id],
				changedAt: new Date(change.nowMs),
				changedBy: change.actor.name,
				proposedBy: null,
				approvedBy: null,
				countedFrom: null,
			},
		],
		events: [
			...replaced.map((each) => ({
				rule: rule.id,
				version: each.version,
				what: 'retired' as const,
				reason: `version ${version} takes its place`,
			})),
			{ rule: rule.id, version, what, reason },
		],
	};
}

async function keep(session: Session, change: Change, writings: readonly Writing[]): Promise<void> {
	for (const version of writings.flatMap(({ updates }) => updates)) await updateVersion(session, version);
	await insertVersions(
		session,
		writings.flatMap(({ inserts }) => inserts),
	);
	await tell(session, change, ...writings.flatMap(({ events }) => events));
}

/** @returns version of the draft. @throws TidewaiterError conflict where the newest version has this very text. */
export function saveRule(change: Change, { rule, reason }: InputOf<'saveRule'>): Promise<number> {
	return inBook(change, async (session) => {
		const newest = (await readNewestVersions(session, [rule.id])).get(rule.id);
		if (newest !== undefined && newest.body === ruleText(rule) && newest.state !== 'retired')
			throw conflict({
				message: `This is the text of version ${newest.version} already; there is nothing to save.`,
				remedy: 'Change the text first.',
			});
		const writing = writeDraft(change, rule, newest, 'drafted', reason ?? null);
		await keep(session, change, [writing]);
		return writing.version;
	});
}

async function versionOf(session: Session, id: string, version: number): Promise<StoredVersion[]> {
	const versions = await readVersions(session, id);
	const found = versions.find((each) => each.version === version);
	if (found !== undefined) return [found, ...versions.filter((each) => each !== found)];
	throw new TidewaiterError('not-found', `There is no version ${version} of a rule ${id}.`, {
		remedy: 'See "tidewaiter rules list".',
	});
}

/** @throws TidewaiterError not-found, conflict */
export function proposeRule(
	change: Change,
	check: CheckRule,
	{ id, version: number, reason }: InputOf<'proposeRule'>,
): Promise<void> {
	return inBook(change, async (session) => {
		const [version] = await versionOf(session, id, number);
		if (version === undefined) return;
		const kept = await readBacktest(session, id, version.tried);
		const refused = refuseProposal(
			lifeOfVersion(version),
			dayOf(change.nowMs),
			check(storedRule(version.body)),
			kept?.at.getTime(),
			change.nowMs,
		);
		if (refused !== undefined) throw conflict(refused);
		await updateVersion(session, {
			...changed(withWriter(version, change), change),
			state: 'proposed',
			proposedBy: change.actor.name,
		});
		await tell(session, change, { rule: id, version: number, what: 'proposed', reason });
	});
}

/** Approved, the version is live and takes the place of the one before it. @throws TidewaiterError not-found, conflict */
export function decideRule(
	change: Change,
	{ id, version: number, decision, reason }: InputOf<'decideRule'>,
): Promise<void> {
	return inBook(change, async (session) => {
		const [version, ...others] = await versionOf(session, id, number);
		if (version === undefined) return;
		const before = others.find((each) => each.state === 'live');
		const today = dayOf(change.nowMs);
		const refused = refuseDecision(
			lifeOfVersion(version),
			decision,
			change.actor.id,
			today,
			before === undefined ? undefined : lifeOfVersion(before),
		);
		if (refused !== undefined) throw conflict(refused);
		if (decision === 'reject') {
			await updateVersion(session, { ...changed(version, change), state: 'draft' });
			await tell(session, change, { rule: id, version: number, what: 'rejected', reason });
			return;
		}
		if (before !== undefined) {
			await updateVersion(session, changed({ ...before, state: 'retired' }, change));
			await tell(session, change, {
				rule: id,
				version: before.version,
				what: 'retired',
				reason: `version ${number} takes its place`,
			});
		}
		await updateVersion(session, {
			...changed(version, change),
			state: 'live',
			approvedBy: change.actor.name,
			// What inspections found with the same condition still counts for it.
			countedFrom: before?.tried === version.tried ? (before.countedFrom ?? today) : today,
		});
		await tell(session, change, { rule: id, version: number, what: 'approved', reason });
	});
}

async function someVersions(session: Session, id: string): Promise<StoredVersion[]> {
	const versions = await readVersions(session, id);
	if (versions.length > 0) return versions;
	throw new TidewaiterError('not-found', `There is no rule ${id}.`, {
		remedy: 'See "tidewaiter rules list".',
	});
}

/** @throws TidewaiterError not-found, conflict */
export function renewRule(change: Change, { id, validUntil, reason }: InputOf<'renewRule'>): Promise<void> {
	return inBook(change, async (session) => {
		const versions = await someVersions(session, id);
		const version = versions.find(({ state }) => state === 'live') ?? versions[0];
		if (version === undefined) return;
		const days = renewedDays(lifeOfVersion(version), validUntil, dayOf(change.nowMs));
		if ('message' in days) throw conflict(days);
		const rule: Rule = { ...storedRule(version.body), ...days };
		await updateVersion(session, changed({ ...version, body: ruleText(rule) }, change));
		await tell(session, change, {
			rule: id,
			version: version.version,
			what: 'renewed',
			reason: `until ${validUntil}: ${reason}`,
		});
	});
}

/** Takes out the live version; where there is none, what waits. @throws TidewaiterError not-found, conflict */
export function retireRule(change: Change, { id, reason }: InputOf<'retireRule'>): Promise<void> {
	return inBook(change, async (session) => {
		const versions = await someVersions(session, id);
		const version =
			versions.find(({ state }) => state === 'live') ??
			versions.find(({ state }) => state === 'draft' || state === 'proposed');
		if (version === undefined)
			throw conflict({ message: `The rule ${id} is retired already.`, remedy: 'There is nothing to do.' });
		await updateVersion(session, changed({ ...version, state: 'retired' }, change));
		await tell(session, change, { rule: id, version: version.version, what: 'retired', reason });
	});
}

/** Drafts for what is new or different; nothing for what the newest version says already. */
export async function importRules(
	change: Change,
	check: CheckRule,
	{ file }: InputOf<'importRules'>,
): Promise<OutputOf<'importRules'>> {
	const seen = new Set<string>();
	const refused: OutputOf<'importRules'>['refused'] = [];
	const sound = file.rules.filter((rule) => {
		const problems = seen.has(rule.id)
			? [
					{
						field: 'id' as const,
						line: null,
						column: null,
						message: `The file has two rules with the identifier ${rule.id}.`,
						remedy: 'Leave one of them out, or give it another identifier.',
					},
				]
			: check(rule).problems;
		seen.add(rule.id);
		if (problems.length > 0) refused.push({ rule: rule.id, problems });
		return problems.length === 0;
	});
	return inBook(change, async (session) => {
		const newest = await readNewestVersions(
			session,
			sound.map(({ id }) => id),
		);
		const isSame = (rule: Rule): boolean => newest.get(rule.id)?.body === ruleText(rule);
		const different = sound.filter((rule) => !isSame(rule));
		await keep(
			session,
			change,
			different.map((rule) => writeDraft(change, rule, newest.get(rule.id), 'imported', null)),
		);
		return {
			drafted: different.map(({ id }) => id),
			same: sound.filter(isSame).map(({ id }) => id),
			refused,
		};
	});
}
