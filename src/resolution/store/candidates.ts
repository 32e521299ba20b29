/**
 * SQL of candidates: raised, judged, lapsed, listed.
 */
import { sql } from 'kysely';
import type { EntityKind } from '../../../contract/views-resolution.ts';
import type { Evidence } from '../../../contract/views-screening.ts';
import { copyLine, type Session } from '../../platform/database/port.ts';
import { inOrder } from '../graph/partition.ts';
import type { Reader } from './mentions.ts';

export type NewCandidate = {
	readonly id: string;
	readonly left: string;
	readonly right: string;
	readonly kind: EntityKind;
	readonly probability: number;
	readonly evidence: readonly Evidence[];
	readonly sentence: string;
	readonly model: number;
};

export async function saveCandidates(
	session: Session,
	candidates: readonly NewCandidate[],
	at: Date,
): Promise<void> {
	if (candidates.length === 0) return;
	await session.copyInto(
		'candidate',
		[
			'id',
			'left_mention',
			'right_mention',
			'kind',
			'probability',
			'evidence',
			'sentence',
			'model',
			'state',
			'raised_at',
		],
		candidates
			.map((each) =>
				copyLine([
					each.id,
					...inOrder(each.left, each.right),
					each.kind,
					each.probability,
					JSON.stringify(each.evidence),
					each.sentence,
					each.model,
					'open',
					at.toISOString(),
				]),
			)
			.join(''),
	);
}

export type StoredCandidate = {
	readonly id: string;
	readonly left: string;
	readonly right: string;
	readonly state: string;
	readonly probability: number;
};

/** Candidates that touch these mentions and did not lapse. */
export async function candidatesOf(reader: Reader, mentions: readonly string[]): Promise<StoredCandidate[]> {
	if (mentions.length === 0) return [];
	const { rows } = await sql<StoredCandidate>`
		select c.id, c.left_mention as "left", c.right_mention as "right", c.state, c.probability
		from unnest(${mentions}::uuid[]) as asked(key) join candidate c on c.left_mention = asked.key where c.state <> 'lapsed'
		union
		select c.id, c.left_mention, c.right_mention, c.state, c.probability
		from unnest(${mentions}::uuid[]) as asked(key) join candidate c on c.right_mention = asked.key where c.state <> 'lapsed'`.execute(
		reader,
	);
	return rows;
}

/** Ends open candidates. */
export async function lapseCandidates(
	session: Session,
	ids: readonly string[],
	reason: string,
	at: Date,
): Promise<number> {
	if (ids.length === 0) return 0;
	const result = await sql`
		update candidate set state = 'lapsed', reason = ${reason}, closed_at = ${at}::timestamptz
		where id = any(${ids}::uuid[]) and state = 'open'`.execute(session.kysely);
	return Number(result.numAffectedRows ?? 0);
}

/** Ends open candidates both of whose sides became one of these entities. */
export async function lapseInside(session: Session, entities: readonly string[], at: Date): Promise<number> {
	if (entities.length === 0) return 0;
	const result = await sql`
		update candidate set state = 'lapsed', reason = 'They became one entity by another link.', closed_at = ${at}::timestamptz
		where id in (
			select c.id from unnest(${entities}::uuid[]) as asked(id) join mention l on l.entity = asked.id
			join candidate c on c.left_mention = l.key join mention r on r.key = c.right_mention
			where c.state = 'open' and r.entity = l.entity
		)`.execute(session.kysely);
	return Number(result.numAffectedRows ?? 0);
}

/** Candidates under new parameters: probability and evidence as they are now. */
export async function renewCandidates(
	session: Session,
	renewed: readonly { id: string; candidate: NewCandidate }[],
): Promise<void> {
	if (renewed.length === 0) return;
	const rows = renewed.map(({ id, candidate }) => ({
		id,
		probability: candidate.probability,
		evidence: JSON.stringify(candidate.evidence),
		sentence: candidate.sentence,
		model: candidate.model,
	}));
	await sql`
		update candidate set probability = x.probability, evidence = x.evidence, sentence = x.sentence, model = x.model
		from json_to_recordset(${JSON.stringify(rows)}::json)
			as x(id uuid, probability double precision, evidence text, sentence text, model int)
		where candidate.id = x.id and candidate.state = 'open'`.execute(session.kysely);
}

/** Says what a person judged of the pair; returns by how many the number of open ones changed. */
export async function closeCandidate(
	session: Session,
	left: string,
	right: string,
	state: 'open' | 'same' | 'different' | 'unsure',
	reason: string | null,
	at: Date,
): Promise<number> {
	const [low, high] = inOrder(left, right);
	const rows = await session.kysely
		.selectFrom('candidate')
		.select(['id', 'state'])
		.where('left_mention', '=', low)
		.where('right_mention', '=', high)
		.where('state', '<>', 'lapsed')
		.execute();
	if (rows.length === 0) return 0;
	await session.kysely
		.updateTable('candidate')
		.set({ state, reason, closed_at: state === 'open' ? null : at })
		.where(
			'id',
			'in',
			rows.map((row) => row.id),
		)
		.execute();
	const before = rows.filter((row) => row.state === 'open').length;
	return (state === 'open' ? rows.length : 0) - before;
}
