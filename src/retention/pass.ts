/**
 * One pass: everything that has come to its end, kind by kind, in small batches with pauses between them. Each batch is one
 * transaction with its entry in the ledger and with how far it came, so that a stop at any moment loses nothing and does
 * nothing twice. Where several processes run, one of them ends things and the others find nothing to do.
 */
import { createHash } from 'node:crypto';
import type { RetentionKind } from '../../contract/operations-retention.ts';
import { type RecordKind, recordKinds } from '../../contract/records/record.ts';
import { documentsInCorrespondence, endMatching } from '../exchange/store/end.ts';
import {
	endOriginals,
	endQuarantine,
	endSubmissions,
	findEnding,
	findOldSubmissions,
	readVersionsOf,
} from '../intake/store/end.ts';
import type { LedgerEntry } from '../ledger/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import { LOWEST_IDENTIFIER, lowestIdentifier, newIdentifier } from '../platform/identifiers.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { endDecisions } from '../policy/store/end.ts';
import { endListEntries, recordsWithHits } from '../screening/store/end.ts';
import { forgetExamples } from '../targeting/store/end.ts';
import { deleteDocuments, documentsOf, type EndingDocument, maskDocuments } from './end-documents.ts';
import { daysBefore, type RuleInForce } from './schedule.ts';
import { addBatches, type Destruction, dropDestructions, readDestructions } from './store/ended.ts';
import { holdsOf } from './store/holds.ts';
import {
	type Act,
	dropLeft,
	leaveRecords,
	readLeft,
	readPosition,
	savePosition,
	takeRetention,
} from './store/schedule.ts';

export type PassOptions = {
	readonly database: Database;
	readonly clock: Clock;
	readonly vault: Pick<Vault, 'destroy'>;
	/** A transaction during which nobody resolves. */
	readonly atDesk: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
	/** Enters into the ledger, in the transaction. @returns position of the first. */
	readonly enter: (session: Session, entries: readonly LedgerEntry[]) => Promise<number>;
	readonly onFailure: (message: string, cause: unknown) => void;
	/** Lets others have the database. */
	readonly rest: () => Promise<void>;
};

export type Tally = { masked: number; deleted: number; destroyed: number; held: number };

/** Documents of one transaction: some tens of milliseconds. */
const DOCUMENTS = 50;
/** Rows of what is no document. */
const ROWS = 500;
const ORIGINALS = 50;

type Subjects = ReadonlyMap<string, readonly string[]>;

export function createPass(options: PassOptions) {
	const { database, clock, vault, atDesk, enter, onFailure, rest } = options;

	/** Enters what ended, and lists it. @returns positions in the ledger. */
	const enterEnded = async (
		session: Session,
		act: 'masked' | 'deleted' | 'erased' | 'destroyed',
		ended: readonly { readonly kind: string; readonly count: number; readonly subjects: readonly string[] }[],
		because: string,
		actor: string | null,
	): Promise<number[]> => {
		if (ended.length === 0) return [];
		const nowMs = clock.now();
		const at = new Date(nowMs);
		const batches = ended.map((each) => ({ ...each, id: newIdentifier(nowMs) }));
		const first = await enter(
			session,
			batches.map(
				({ id, kind, count, subjects }): LedgerEntry => ({
					at: at.toISOString(),
					what: 'deletion',
					event: act,
					subject: id,
					...(actor === null ? {} : { actor }),
					...(subjects.length === 0
						? { facts: { kind, count, because } }
						: {
								hash: createHash('sha256').update(subjects.join('\n')).digest('hex'),
								facts: { kind, count, because, subjects: subjects.join(' ') },
							}),
				}),
			),
		);
		await addBatches(
			session,
			batches.map(({ id, kind, count, subjects }, place) => ({
				id,
				at,
				act,
				kind,
				amount: count,
				subjects: JSON.stringify(subjects),
				because,
				actor,
				ledger_position: first + place,
			})),
		);
		return batches.map((_, place) => first + place);
	};

	/** What has identifiers, by kind. */
	const record = (
		session: Session,
		act: 'masked' | 'deleted' | 'erased' | 'destroyed',
		ended: Subjects,
		because: string,
		actor: string | null,
	): Promise<number[]> =>
		enterEnded(
			session,
			act,
			[...ended].flatMap(([kind, subjects]) =>
				subjects.length === 0 ? [] : [{ kind, count: subjects.length, subjects }],
			),
			because,
			actor,
		);

	/** Why documents are kept although they are due. */
	const heldBack = async (
		session: Session,
		documents: readonly EndingDocument[],
		act: Act,
		confirmedDays: number,
	): Promise<Map<string, string>> => {
		const keys = documents.map(({ key }) => key);
		const [holds, letters, hits] = [
			await holdsOf(session, keys),
			await documentsInCorrespondence(session, keys),
			await recordsWithHits(
				session,
				documents.flatMap(({ versions }) => versions.map(({ id }) => id)),
				new Date(daysBefore(clock.now(), confirmedDays)),
			),
		];
		const held = new Map<string, string>();
		for (const { key, versions } of documents) {
			const hold = holds.get(key);
			if (hold !== undefined) held.set(key, `hold ${hold.ground} ${hold.id}`);
			else if (versions.some(({ id }) => hits.has(id))) held.set(key, 'a confirmed hit');
			else if (letters.has(key)) held.set(key, 'correspondence that waits for an answer');
			else if (act === 'masked' && versions.some(({ restricted }) => restricted)) held.set(key, 'restricted');
		}
		return held;
	};

	/** Masks or deletes what is not held of the documents of these records. */
	const endDue = async (
		session: Session,
		kind: RecordKind,
		act: Act,
		ids: readonly string[],
		rules: RulesInForce,
		tally: Tally,
	): Promise<void> => {
		const rule = rules(kind);
		const days = act === 'masked' ? rule.maskAfterDays : rule.deleteAfterDays;
		if (days === null) return;
		const before = lowestIdentifier(daysBefore(clock.now(), days));
		// What was left before may have a newer version since, from which its days count.
		const documents = documentsOf(await readVersionsOf(session, ids)).filter(({ newest }) => newest < before);
		const held = await heldBack(session, documents, act, rules('confirmed-hit').deleteAfterDays);
		const due = documents.filter(({ key }) => !held.has(key));
		const at = new Date(clock.now());
		const because = `schedule ${kind} ${rule.version}`;
		if (act === 'masked') {
			const masked = await maskDocuments(session, due, at);
			tally.masked += sizeOf(masked);
			await settle(session, documents, held, at, tally);
			await record(session, 'masked', masked, because, null);
			return;
		}
		const { records, submissions } = await deleteDocuments(session, due);
		tally.deleted += sizeOf(records);
		await endSubmissions(session, submissions, at);
		await settle(session, documents, held, at, tally);
		await record(session, 'deleted', records, because, null);
	};

	const settle = async (
		session: Session,
		documents: readonly EndingDocument[],
		held: ReadonlyMap<string, string>,
		at: Date,
		tally: Tally,
	): Promise<void> => {
		const left = documents.flatMap(({ key, kind, newest }) => {
			const because = held.get(key);
			return because === undefined ? [] : [{ record: newest, kind, because }];
		});
		tally.held += left.length;
		await leaveRecords(session, left, at);
	};

	/** One batch of a kind, from where the last one came. @returns true where there may be more. */
	const nextOfKind = (kind: RecordKind, act: Act, rules: RulesInForce, tally: Tally): Promise<boolean> =>
		atDesk(async (session) => {
			if (!(await takeRetention(session))) return false;
			const rule = rules(kind);
			const days = act === 'masked' ? rule.maskAfterDays : rule.deleteAfterDays;
			if (days === null) return false;
			const before = lowestIdentifier(daysBefore(clock.now(), days));
			const after = (await readPosition(session, kind, act)) ?? LOWEST_IDENTIFIER;
			const ids = await findEnding(session, kind, after, before, DOCUMENTS);
			const last = ids.at(-1);
			if (last === undefined) return false;
			await savePosition(session, kind, act, last);
			await endDue(session, kind, act, ids, rules, tally);
			return ids.length === DOCUMENTS;
		});

	/** One batch of documents that earlier passes left. @param lookedBefore when this pass began. */
	const nextLeft = (rules: RulesInForce, lookedBefore: Date, tally: Tally): Promise<boolean> =>
		atDesk(async (session) => {
			if (!(await takeRetention(session))) return false;
			const left = await readLeft(session, lookedBefore, DOCUMENTS);
			// Those that are held still are noted again; what is gone, or is due no more, is forgotten.
			await dropLeft(
				session,
				left.map(({ record_id }) => record_id),
			);
			for (const kind of recordKinds) {
				const ids = left.filter((each) => each.kind === kind).map(({ record_id }) => record_id);
				if (ids.length === 0) continue;
				const { deleteAfterDays } = rules(kind);
				const end = lowestIdentifier(daysBefore(clock.now(), deleteAfterDays));
				const over = ids.filter((id) => id < end);
				const other = ids.filter((id) => id >= end);
				if (over.length > 0) await endDue(session, kind, 'deleted', over, rules, tally);
				if (other.length > 0) await endDue(session, kind, 'masked', other, rules, tally);
			}
			return left.length === DOCUMENTS;
		});

	/** Rows that are no documents, by kind. */
	const others: { readonly [kind in Exclude<RetentionKind, RecordKind | 'confirmed-hit'>]: EndRows } = {
		quarantine: async (session, beforeMs) => {
			const { count, submissions } = await endQuarantine(session, lowestIdentifier(beforeMs), ROWS);
			await endSubmissions(session, submissions, new Date(clock.now()));
			return count;
		},
		original: async (session, beforeMs) => {
			const [receivedAt, id] = (await readPosition(session, 'original', 'deleted'))?.split(' ') ?? [];
			const after =
				receivedAt === undefined || id === undefined ? undefined : { receivedAt: new Date(receivedAt), id };
			const old = await findOldSubmissions(session, after, new Date(beforeMs), ROWS);
			const last = old.at(-1);
			if (last === undefined) return 0;
			await savePosition(session, 'original', 'deleted', `${last.receivedAt.toISOString()} ${last.id}`);
			await endOriginals(session, old, new Date(clock.now()));
			return old.length;
		},
		decision: (session, beforeMs) => endDecisions(session, lowestIdentifier(beforeMs), ROWS),
		matching: (session, beforeMs) => endMatching(session, new Date(beforeMs), ROWS),
		'list-entry': (session, beforeMs) => endListEntries(session, new Date(beforeMs), ROWS),
	};

	const nextOthers = (kind: keyof typeof others, rules: RulesInForce, tally: Tally): Promise<boolean> =>
		database.transact(async (session) => {
			if (!(await takeRetention(session))) return false;
			const rule = rules(kind);
			const count = await others[kind](session, daysBefore(clock.now(), rule.deleteAfterDays));
			if (count === 0) return false;
			tally.deleted += count;
			// Rows without an identifier that anybody knows: their number is entered.
			await enterEnded(
				session,
				'deleted',
				[{ kind, count, subjects: [] }],
				`schedule ${kind} ${rule.version}`,
				null,
			);
			return count >= ROWS;
		});

	/** Overwrites originals that were asked for, then notes that it is done: twice does no harm. */
	const destroyNext = async (tally: Tally): Promise<boolean> => {
		const asked = await readDestructions(database, ORIGINALS);
		if (asked.length === 0) return false;
		const done: Destruction[] = [];
		for (const each of asked) {
			try {
				if (!(await vault.destroy({ pack: each.pack, offset: each.offset }, each.sha256)))
					onFailure(
						`the vault has no entry ${each.sha256} at ${each.pack}:${each.offset} to destroy`,
						undefined,
					);
				done.push(each);
			} catch (error) {
				onFailure(`the original ${each.sha256} could not be destroyed; the next pass tries again`, error);
			}
		}
		if (done.length === 0) return false;
		await database.transact(async (session) => {
			await dropDestructions(session, done);
			await record(
				session,
				'destroyed',
				new Map([['original', done.map(({ sha256 }) => sha256)]]),
				'nothing is left of it',
				null,
			);
		});
		tally.destroyed += done.length;
		return asked.length === ORIGINALS && done.length === asked.length;
	};

	return {
		record,
		heldBack,
		destroyNext,
		/** @param goOn false where the node stops: what is left waits for the next pass. */
		run: async (rules: RulesInForce, tally: Tally, goOn: () => boolean): Promise<void> => {
			const began = new Date(clock.now());
			const all = async (next: () => Promise<boolean>): Promise<void> => {
				while (goOn() && (await next())) await rest();
			};
			for (const act of ['deleted', 'masked'] as const)
				for (const kind of recordKinds) await all(() => nextOfKind(kind, act, rules, tally));
			await all(() => nextLeft(rules, began, tally));
			for (const kind of ['quarantine', 'original', 'decision', 'matching', 'list-entry'] as const)
				await all(() => nextOthers(kind, rules, tally));
			if (goOn() && tally.masked + tally.deleted > 0) await database.transact(forgetExamples);
			await all(() => destroyNext(tally));
		},
	};
}

export type Pass = ReturnType<typeof createPass>;
export type RulesInForce = (kind: RetentionKind) => RuleInForce;
/** @returns how many rows ended: fewer than were asked for at the end. */
type EndRows = (session: Session, beforeMs: number) => Promise<number>;

const sizeOf = (subjects: Subjects): number => [...subjects.values()].reduce((sum, of) => sum + of.length, 0);
