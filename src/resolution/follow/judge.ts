/**
 * A person's word: same, different or unsure, and taking a judgement back. Everything that hangs together with the two
 * mentions is partitioned anew. A word that contradicts another person's word is refused, so that persons never disagree
 * unseen.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Verdict } from '../graph/partition.ts';
import { type Regrouped, regroup } from '../graph/regroup.ts';
import { maskOfKind } from '../matching/claim.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import type { Judge } from '../model.ts';
import { closeCandidate, lapseInside } from '../store/candidates.ts';
import {
	judgementById,
	type NewJudgement,
	saveChanges,
	saveCuts,
	saveJudgements,
	undoJudgements,
} from '../store/graph.ts';
import { entitiesOfMentions, type Reader, readMentions } from '../store/mentions.ts';
import { addCounts, NO_COUNTS } from '../store/state.ts';
import { cutChanges, type LoadedClosure, loadClosure } from './closure.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';
import { entityBalance, grownBy } from './place.ts';

export type Judged = { judgement: string; leftEntity: string; rightEntity: string };

/** A person's word is worth reading all that hangs together, up to what memory holds. */
const MOST_MENTIONS = 500_000;

/** @throws TidewaiterError not-found, invalid-input, conflict. */
export async function judgePair(
	desk: Desk,
	context: Context,
	input: { left: string; right: string; verdict: Verdict; reason: string },
	judge: Judge,
): Promise<Judged> {
	const { reader } = desk;
	if (input.left === input.right)
		throw new TidewaiterError('invalid-input', 'A mention is the same as itself.', { place: 'right' });
	const rows = await readMentions(reader, [input.left, input.right]);
	const [left, right] = [input.left, input.right].map((key) => {
		const row = rows.find((each) => each.key === key);
		if (row === undefined) throw new TidewaiterError('not-found', `No mention ${key}.`);
		if (row.entity === null)
			throw new TidewaiterError('conflict', 'One of the mentions is not resolved yet.', {
				remedy: 'Try again in a moment.',
			});
		return { entity: row.entity, prepared: context.prepared.of(row) };
	});
	if (left === undefined || right === undefined) throw new TidewaiterError('not-found', 'No such mention.');
	refuseOtherKinds(input.verdict, left.prepared, right.prepared);
	const at = new Date(context.clock.now());
	const said: NewJudgement = {
		id: context.newId(),
		left: input.left,
		right: input.right,
		verdict: input.verdict,
		by: 'person',
		judge: { id: judge.id, name: judge.name },
		strength: 0,
		probability: null,
		evidence: [],
		reason: input.reason,
		model: 0,
		isCut: false,
	};
	const closure = await closureOf(reader, [left.entity, right.entity], [said]);
	const regrouped = regroup(closure, context.newId, at);
	refuseContradiction(closure, regrouped, said.id);
	await desk.write(async (session) => {
		await saveChanges(session, regrouped.changes, context.newId, at, judge.name);
		await saveJudgements(session, [said], at);
		await saveCuts(session, cutChanges(closure, regrouped.cut));
		const closed = await closeCandidate(
			session,
			input.left,
			input.right,
			input.verdict,
			`${judge.name}: ${input.reason}`,
			at,
		);
		const lapsed = await lapseInside(session, grownBy([regrouped.changes]), at);
		await addCounts(session, {
			...NO_COUNTS,
			entities: entityBalance([regrouped.changes]),
			candidates: closed - lapsed,
			by_person: 1,
		});
		await judge.enter?.(session);
	});
	return ends(regrouped, said.id, input.left, input.right);
}

/** @throws TidewaiterError not-found, conflict. */
export async function undoJudgement(
	desk: Desk,
	context: Context,
	input: { id: string; reason: string },
	judge: Judge,
): Promise<Judged> {
	const { reader } = desk;
	const judgement = await judgementById(reader, input.id);
	if (judgement === undefined) throw new TidewaiterError('not-found', `No judgement ${input.id}.`);
	if (judgement.isUndone)
		throw new TidewaiterError('conflict', 'This judgement was taken back already.', {
			remedy: 'Judge the pair anew where it is needed.',
		});
	const { left, right } = judgement;
	const homes = await entitiesOfMentions(reader, [left, right]);
	const entities = [...homes.values()].filter((id) => id !== null);
	const whole = await closureOf(reader, entities, []);
	const closure = {
		...whole,
		edges: whole.edges.filter(({ id }) => id !== input.id),
		stored: whole.stored.filter(({ id }) => id !== input.id),
	};
	const at = new Date(context.clock.now());
	const regrouped = regroup(closure, context.newId, at);
	refuseContradiction(closure, regrouped, input.id);
	const isApart = regrouped.entityOf.get(left) !== regrouped.entityOf.get(right);
	await desk.write(async (session) => {
		await saveChanges(session, regrouped.changes, context.newId, at, judge.name);
		await undoJudgements(session, [input.id], judge.name, input.reason, at);
		await saveCuts(session, cutChanges(closure, regrouped.cut));
		const opened =
			judgement.by === 'person' && isApart ? await closeCandidate(session, left, right, 'open', null, at) : 0;
		const lapsed = await lapseInside(session, grownBy([regrouped.changes]), at);
		await addCounts(session, {
			...NO_COUNTS,
			entities: entityBalance([regrouped.changes]),
			candidates: opened - lapsed,
			by_model: judgement.by === 'model' ? -1 : 0,
			by_identifier: judgement.by === 'identifier' ? -1 : 0,
			by_person: judgement.by === 'person' ? -1 : 0,
		});
		await judge.enter?.(session);
	});
	return ends(regrouped, input.id, left, right);
}

const ends = (regrouped: Regrouped, judgement: string, left: string, right: string): Judged => ({
	judgement,
	leftEntity: regrouped.entityOf.get(left) ?? '',
	rightEntity: regrouped.entityOf.get(right) ?? '',
});

async function closureOf(
	reader: Reader,
	entities: readonly string[],
	edges: readonly NewJudgement[],
): Promise<LoadedClosure> {
	const closure = await loadClosure(reader, entities, { members: [], edges }, MOST_MENTIONS);
	if (closure !== undefined) return closure;
	throw new TidewaiterError('conflict', `More than ${MOST_MENTIONS} mentions hang together here.`, {
		remedy: 'Take back the links that join what does not belong together, one by one.',
	});
}

/** A person may be an organisation (a sole trader); a ship is never a person. */
function refuseOtherKinds(verdict: Verdict, left: PreparedMention, right: PreparedMention): void {
	const isSomebody = (each: PreparedMention): boolean => (each.claim.mask & maskOfKind()) !== 0;
	if (verdict !== 'same' || (left.claim.mask & right.claim.mask) !== 0) return;
	if (isSomebody(left) && isSomebody(right)) return;
	throw new TidewaiterError(
		'invalid-input',
		`One is of kind ${left.claim.kind}, the other of kind ${right.claim.kind}.`,
		{ place: 'right', remedy: 'Only mentions of one kind can be the same.' },
	);
}

/** A "same" of a person that would not count, because other words of persons keep the two apart. */
function refuseContradiction(closure: LoadedClosure, regrouped: Regrouped, about: string): void {
	const wasCut = new Set(closure.stored.filter(({ isCut }) => isCut).map(({ id }) => id));
	for (const { id, by, verdict, left, right } of closure.edges) {
		if (by !== 'person' || verdict !== 'same' || wasCut.has(id) || !regrouped.cut.has(id)) continue;
		// The newest word on a pair replaces the older ones; that is no contradiction.
		const isReplaced = closure.edges.some(
			(later) =>
				later.by === 'person' &&
				later.id > id &&
				((later.left === left && later.right === right) || (later.left === right && later.right === left)),
		);
		if (isReplaced && id !== about) continue;
		throw new TidewaiterError(
			'conflict',
			id === about
				? 'Persons judged that parts of these two entities are different.'
				: 'A person judged that these belong together.',
			{ remedy: 'Take back the judgement that contradicts this one first.' },
		);
	}
}
