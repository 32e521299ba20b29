/**
 * An assessment in sentences for the person whom it concerns, in the words of the page that the console prints. Pure. Who decided
 * is told by their part, never by name.
 */
import {
	chanceText,
	decidedText,
	decisiveText,
	modelText,
	movedText,
	NEVER_USED,
	personText,
} from '../../../contract/plain-words.ts';
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';

const sentence = (text: string): string => {
	const whole = text.trim();
	return whole === '' || /[.!?…]$/.test(whole) ? whole : `${whole}.`;
};

/**
 * @param isMine whether a place of the record is the person's, or nobody's.
 * @param reasons false where rules and estimates would tell what is withheld.
 */
export function toldAssessment(
	{ summary, rules, model, chance, overrides, outcomes }: AssessmentDetail,
	isMine: (place: string) => boolean,
	reasons: boolean,
): string[] {
	const told = [decidedText(summary.record.kind, overrides[0]?.from ?? summary.lane)];
	for (const override of overrides)
		told.push(sentence(personText({ ...override, by: 'An officer' }, override.to)));
	for (const { result, findings } of outcomes)
		told.push(
			result === 'nothing-found'
				? 'A check found nothing wrong.'
				: result === 'not-carried-out'
					? 'A check was not carried out.'
					: `A check found something: ${findings.join(', ') || result}.`,
		);
	if (!reasons) return told;
	told.push(decisiveText(summary.basis));
	for (const rule of rules) if (isMine(rule.place)) told.push(`A rule applied: ${sentence(rule.sentence)}`);
	if (model !== null && isMine(model.place)) {
		told.push(modelText(model.probability));
		for (const reason of model.reasons)
			told.push(`${sentence(reason.sentence)} This made it ${movedText(reason)}.`);
	}
	told.push(chanceText(chance));
	told.push(`What never counts: ${NEVER_USED.join(', ')}.`);
	return told;
}
