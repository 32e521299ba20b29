/**
 * An officer's word about a lane. It is kept with its reason, and counted: what officers changed, and what was found there.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Database } from '../../platform/database/port.ts';
import type { Actor } from '../model.ts';
import { formatDetail } from '../store/assessment-detail.ts';
import { dayOfRecord, isInspected, rulesOf } from '../store/assessments.ts';
import { lockAssessment, saveOverride } from '../store/queue.ts';
import { openTallies } from '../store/tallies.ts';
import { notAssessed } from './read-assessment.ts';

/** @throws TidewaiterError not-found; conflict where it was inspected, or is no longer the newest version. */
export async function overrideLaneOf(
	database: Database,
	{ record, lane, reason }: InputOf<'overrideLane'>,
	actor: Actor,
	at: Date,
): Promise<void> {
	await database.transact(async (session) => {
		const before = await lockAssessment(session, record);
		if (before === undefined) throw notAssessed(record);
		if (isInspected(before.result))
			throw new TidewaiterError('conflict', 'It has been inspected; its lane is past.');
		if (!before.latest)
			throw new TidewaiterError('conflict', 'A newer version of the document has come in.', {
				remedy: 'Look at the newest version.',
			});
		if (before.lane === lane) throw new TidewaiterError('conflict', `It is in ${lane} already.`);
		const { detail } = before;
		const tallies = openTallies();
		tallies.move(
			{
				day: dayOfRecord(record),
				kind: before.kind,
				office: before.office,
				lane: before.lane,
				basis: before.basis,
				random: before.random,
				rules: rulesOf(detail),
				groups: detail.g ?? {},
			},
			{ lane, basis: 'override' },
		);
		await tallies.save(session);
		await saveOverride(session, before, lane, {
			at,
			actor: actor.name,
			reason,
			detail: formatDetail({ ...detail, w: detail.w ?? [before.lane, before.basis] }),
		});
		await actor.enter?.(session);
	});
}
