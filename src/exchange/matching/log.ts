/**
 * What was asked, and what is left. In: an agreement, a side. Out: that questions were put, when and by whom, never what was asked;
 * budgets of agreements in force on both sides. What is in force is decided by the agreements, as for a question itself.
 */
import { z } from 'zod';
import { TidewaiterError } from '../../../contract/errors.ts';
import type { MatchingOperations } from '../model.ts';
import { MOST_OFFERS } from '../store/matching.ts';
import {
	listQuestionRows,
	type QuestionRow,
	readSignedAgreements,
	readSpentBySide,
} from '../store/matching-log.ts';
import { dayOf, type MatchingSurroundings } from './surroundings.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

const formatPlace = ({ at, id }: QuestionRow): string => `${at.toISOString()}/${id}`;

/** @throws TidewaiterError `invalid-input` where it is no place that a page before gave. */
function readPlace(after: string | undefined): { at: Date; id: string } | undefined {
	if (after === undefined) return undefined;
	const read = place.safeParse(after.split('/'));
	if (!read.success)
		throw new TidewaiterError('invalid-input', 'after: use what the page before gave as next.', {
			place: 'after',
		});
	return { at: new Date(read.data[0]), id: read.data[1] };
}

export function createMatchingLog({
	database,
	agreements,
	nowMs,
}: Pick<MatchingSurroundings, 'database' | 'agreements' | 'nowMs'>): Pick<
	MatchingOperations,
	'listQuestions' | 'listMatchingBudgets'
> {
	return {
		async listQuestions({ agreement, side, after, limit }) {
			const rows = await listQuestionRows(database, {
				agreement,
				side,
				after: readPlace(after),
				limit: limit + 1,
			});
			const last = rows[limit - 1];
			return {
				items: rows.slice(0, limit).map((row) => ({
					id: row.id,
					at: row.at.toISOString(),
					side: row.side === 'ours' ? 'ours' : 'theirs',
					agreement: row.agreement,
					partner: row.partner,
					offer: row.offer,
					by: row.actor,
					case: row.case_reference,
					hit: row.hit,
					refused: row.refused,
				})),
				next: rows.length > limit && last !== undefined ? formatPlace(last) : null,
				total: null,
				totalIsLowerBound: false,
			};
		},

		async listMatchingBudgets() {
			const atMs = nowMs();
			const signed = await readSignedAgreements(database, MOST_OFFERS);
			const inForce = (
				await Promise.all(
					signed.map(async ({ id, partner }) => {
						const body = await agreements.inForce(id, atMs);
						return body === undefined ? [] : [{ id, partner, budget: body.budget }];
					}),
				)
			).flat();
			const spent = await readSpentBySide(
				database,
				inForce.map(({ id }) => id),
				dayOf(atMs),
			);
			return inForce.map(({ id, partner, budget }) => {
				const of = (side: 'ours' | 'theirs') =>
					spent.find((row) => row.agreement === id && row.side === side) ?? {
						questions: 0,
						intersections: 0,
					};
				const [ours, theirs] = [of('ours'), of('theirs')];
				return {
					agreement: id,
					partner,
					questions: { ours: ours.questions, theirs: theirs.questions, of: budget.questionsPerDay },
					intersections: {
						ours: ours.intersections,
						theirs: theirs.intersections,
						of: budget.intersectionsPerMonth,
					},
				};
			});
		},
	};
}
