/**
 * Finding the person of a request in all that is held, and the officer's word which of what was found she is. How sure the node
 * is stays beside the word.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { FoundMention, FoundSubject, RequestedSubject } from '../../contract/views-subjects.ts';
import { momentOf } from '../platform/identifiers.ts';
import type { Alike } from '../resolution/find-alike.ts';
import { askedMention, searchedBy } from './asked-mention.ts';
import { atDesk, refuseClosed, requireIdentity } from './desk.ts';
import type { Subjects, SubjectsOptions } from './model.ts';
import { newestRecordsOf, type RecordOfMention } from './store/held.ts';
import { findExisting, readVerdicts, savePicks } from './store/picks.ts';
import { readRequestRow } from './store/requests.ts';
import { detailOf, openStored } from './views.ts';

const MOST_FOUND = 200;
const RECORDS_EACH = 50;
const LIKELY = 0.9;

const surenessOf = ({ isByIdentifier, probability }: Alike): FoundMention['sureness'] =>
	probability >= LIKELY ? (isByIdentifier ? 'certain' : 'likely') : 'possible';

export function createFinding(options: SubjectsOptions): Pick<Subjects, 'findSubject' | 'pickSubject'> {
	const { database, clock, resolution } = options;
	const search = (subject: RequestedSubject) => resolution.findAlike(askedMention(subject), MOST_FOUND);

	return {
		findSubject: async ({ id, subject: more }, actor) => {
			const request = openStored(await readRequestRow(database, id), id);
			refuseClosed(request);
			requireIdentity(request);
			const subject = more ?? request.content.subject;
			const [{ alike, complete }, verdicts, records] = await Promise.all([
				search(subject),
				readVerdicts(database, id),
				findRecords(options, subject),
			]);
			const standing = Map.groupBy(
				await newestRecordsOf(
					database,
					alike.map(({ key }) => key),
					RECORDS_EACH,
				),
				({ mention }) => mention,
			);
			const known = new Set([...standing.values()].flat().map((each) => each.id));
			const others = records.filter(({ record }) => !known.has(record.id));
			await atDesk(options, id, actor, async () => ({
				what: 'searched',
				facts: { found: alike.length + others.length },
				...(more === undefined ? {} : { content: { subject: more } }),
			}));
			return {
				mentions: alike.map((each) => ({
					mention: each.key,
					kind: each.mention.kind,
					caption: each.caption,
					entity: each.entity,
					sure: each.probability,
					sureness: surenessOf(each),
					why: [...each.evidence],
					content: { ...each.mention },
					records: (standing.get(each.key) ?? []).map(shortRecord),
					recordCount: standing.get(each.key)?.[0]?.of ?? 0,
					verdict: verdictOf(verdicts, each.key),
				})),
				records: others.map((each) => ({ ...each, verdict: verdictOf(verdicts, each.record.id) })),
				complete,
				searchedBy: searchedBy(subject),
			};
		},
		pickSubject: async ({ id, verdict, mentions, records, reason }, actor) => {
			const request = openStored(await readRequestRow(database, id), id);
			requireIdentity(request);
			const existing = await findExisting(database, mentions, records);
			const missing = [...mentions, ...records].find((each) => !existing.has(each));
			if (missing !== undefined)
				throw new TidewaiterError('not-found', `Nothing with the identifier ${missing} is held.`);
			if (mentions.length + records.length === 0)
				throw new TidewaiterError('invalid-input', 'Say which of what was found.', { place: 'mentions' });
			const sure = new Map(
				(await search(request.content.subject)).alike.map((each) => [each.key, each.probability]),
			);
			const at = new Date(clock.now());
			await atDesk(options, id, actor, async (_request, session) => {
				const word = { request: id, verdict, reason: reason || null, actor: actor.name, at };
				await savePicks(session, [
					...mentions.map((object) => ({ ...word, what: 'mention', object, sure: sure.get(object) ?? 0 })),
					...records.map((object) => ({ ...word, what: 'record', object, sure: 0 })),
				]);
				return { what: 'picked', facts: { verdict, count: mentions.length + records.length } };
			});
			return detailOf(database, id, clock.now());
		},
	};
}

const verdictOf = (verdicts: ReadonlyMap<string, string>, key: string): FoundMention['verdict'] => {
	const verdict = verdicts.get(key);
	return verdict === 'this-person' || verdict === 'somebody-else' ? verdict : null;
};

const shortRecord = ({ id, kind, reference, caption }: RecordOfMention): FoundMention['records'][number] => ({
	id,
	// Written from the contract's kinds.
	kind: kind as FoundMention['records'][number]['kind'],
	reference,
	caption,
	receivedAt: new Date(momentOf(id)).toISOString(),
});

/** Records that carry a number of the person and name nobody that was found. */
async function findRecords(
	{ recordsWith }: SubjectsOptions,
	subject: RequestedSubject,
): Promise<Omit<FoundSubject['records'][number], 'verdict'>[]> {
	const numbers = [
		...(subject.documents ?? []).map(({ value }) => value),
		...(subject.accounts ?? []),
		...(subject.plates ?? []),
	];
	const found = new Map<string, Omit<FoundSubject['records'][number], 'verdict'>>();
	for (const number of numbers)
		for (const { id, kind, reference, receivedAt, caption } of await recordsWith(number))
			if (!found.has(id)) found.set(id, { record: { id, kind, reference, receivedAt, caption }, number });
	return [...found.values()].slice(0, MOST_FOUND);
}
