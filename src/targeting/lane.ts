/**
 * The lane of a record. Until rules, model and chance speak (they come before this), findings of validation alone
 * decide: an error needs the documents, a warning a look after release. Nothing turns red without a person or a rule.
 */
import type { Lane } from '../../contract/views.ts';

export type LaneDecision = { lane: Lane; reason: string };

/** @param counts findings of the record by severity. */
export function laneFromFindings(counts: { warnings: number; errors: number }): LaneDecision {
	if (counts.errors > 0)
		return { lane: 'yellow', reason: `${counted(counts.errors, 'error')} found by validation` };
	if (counts.warnings > 0)
		return { lane: 'blue', reason: `${counted(counts.warnings, 'warning')} found by validation` };
	return { lane: 'green', reason: 'validation found nothing' };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
