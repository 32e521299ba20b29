/**
 * Writes what a batch was assessed with, inside the transaction of the batch: assessments, firings, inspections, counts.
 * Everything or nothing, with the records themselves.
 */
import type { Session } from '../../platform/database/port.ts';
import {
	assessmentLine,
	copyAssessments,
	endWaiting,
	firingLine,
	saveResults,
} from '../store/assessments.ts';
import { confirmPlaces } from '../store/lane-days.ts';
import { joinInspections, saveInspections } from '../store/outcomes.ts';
import type { BatchRows } from './batch-rows.ts';

/**
 * @param superseded records that are no longer the newest version.
 * @throws OutrunByAnother where another process was faster; the batch is assembled again then.
 */
export async function saveBatchRows(
	session: Session,
	rows: BatchRows,
	superseded: readonly string[],
	nowMs: number,
): Promise<void> {
	let assessments = '';
	let firings = '';
	for (const { row, firings: fired } of rows.assessments) {
		assessments += assessmentLine(row);
		for (const firing of fired) firings += firingLine(row.recordId, firing);
	}
	await copyAssessments(session, { assessments, firings });
	await saveInspections(session, rows.inspections, rows.supersededOutcomes, nowMs);
	await joinInspections(session, rows.joins);
	await saveResults(session, rows.results);
	await endWaiting(session, superseded, rows.tallies);
	await rows.tallies.save(session);
	await confirmPlaces(session, rows.places);
}
