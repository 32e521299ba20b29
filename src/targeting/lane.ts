/**
 * The lane of a record. Until rules, model and chance speak (they come before this), what alerts ask for and the findings
 * of validation decide: an alert that says refuse or seize turns it red; an inquiry or a contact needs the documents, as an
 * error does; a warning needs a look after release. A discreet check must not show: it leaves the lane as it is.
 */
import type { AlertAction } from '../../contract/lists.ts';
import type { Lane } from '../../contract/views.ts';

export type LaneDecision = { lane: Lane; reason: string };

/**
 * @param counts findings of the record by severity.
 * @param asked what open hits on those whom it speaks of ask for, and by which list.
 */
export function laneOf(
	counts: { warnings: number; errors: number },
	asked: readonly { action: AlertAction; list: string }[],
): LaneDecision {
	const stop = asked.find(({ action }) => action === 'refuse' || action === 'seize');
	if (stop !== undefined)
		return { lane: 'red', reason: `a hit on the list ${stop.list}, whose alert says ${stop.action}` };
	const look = asked.find(({ action }) => action === 'inquiry' || action === 'contact');
	if (look !== undefined)
		return { lane: 'yellow', reason: `a hit on the list ${look.list}, whose alert says ${look.action}` };
	if (counts.errors > 0)
		return { lane: 'yellow', reason: `${counted(counts.errors, 'error')} found by validation` };
	if (counts.warnings > 0)
		return { lane: 'blue', reason: `${counted(counts.warnings, 'warning')} found by validation` };
	return { lane: 'green', reason: 'validation found nothing' };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
