/**
 * An assessment in words for the person whom it concerns: no scores, no codes, no terms of the trade. In: the assessment as
 * the node tells it. Out: sentences, for the page of the console and for what is handed to the person. Pure. Frequencies are
 * told as "so many in 100", which people read more truly than shares.
 */
import type { RecordKind } from './records/record.ts';
import type { Lane } from './views.ts';
import type { AssessmentDetail, LaneBasis, ModelReason } from './views-targeting.ts';

const rounded = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });

/** What the record is called, and what an inspection of it looks at. */
const things: { readonly [kind in RecordKind]: { document: string; inspected: string } } = {
	declaration: { document: 'customs declaration', inspected: 'the goods' },
	'cargo-report': { document: 'cargo report', inspected: 'the cargo' },
	'passenger-list': { document: 'passenger list', inspected: 'travellers on this journey' },
	booking: { document: 'booking', inspected: 'travellers on this booking' },
	'suspicion-report': { document: 'report', inspected: 'the transactions' },
	'cash-declaration': { document: 'cash declaration', inspected: 'the money and its carrier' },
	'movement-event': { document: 'movement report', inspected: 'the goods' },
	outcome: { document: 'outcome', inspected: 'the goods' },
};

export const documentOf = (kind: RecordKind): string => things[kind].document;

/** What was decided, in one sentence. */
export function decidedText(kind: RecordKind, lane: Lane): string {
	const { document, inspected } = things[kind];
	switch (lane) {
		case 'red':
			return `An officer was asked to look at ${inspected} in person.`;
		case 'yellow':
			return `An officer was asked to look at the papers that belong to this ${document}.`;
		case 'blue':
			return `Nothing was held up. An officer was asked to look at this ${document} afterwards.`;
		case 'green':
			return `Nobody was asked to check anything because of this ${document}.`;
	}
}

/** "about 4 in 100", with one more digit where it is rare. */
export function inHundred(share: number): string {
	const hundredths = share * 100;
	if (hundredths > 0 && hundredths < 0.1) return 'fewer than 1 in 1,000';
	if (hundredths < 1) return `about ${rounded(hundredths * 10)} in 1,000`;
	return `about ${rounded(hundredths)} in 100`;
}

/** What was decisive, for the person: the parts below say more of each. */
const decisive: { readonly [basis in LaneBasis]: string } = {
	mandatory: 'An alert, or a rule that allows no exception, asked for a check.',
	rules: 'What counted most were rules that people of this office put in force. They are below.',
	validation: 'What counted most were mistakes or contradictions in the document itself.',
	model: 'What counted most was the estimate of a computer program that has learnt from earlier inspections.',
	chance: 'It was drawn by lot. Nothing in it was suspicious enough for a check of its own.',
	override: 'A person decided it, whatever rules and programs said.',
	none: 'Nothing asked for a check.',
};
export const decisiveText = (basis: LaneBasis): string => decisive[basis];

/** What chance did: it is the same for everybody, and said also where nothing came of it. */
export function chanceText({ share, drawn }: AssessmentDetail['chance']): string {
	return `Whoever the sender is, ${inHundred(share)} are drawn by lot for a check, so that the office learns how much it overlooks. ${drawn ? 'This one was drawn.' : 'This one was not drawn.'}`;
}

/** What the estimate of the program was, and what it is not. */
export function modelText(probability: number): string {
	return `A computer program that has learnt from earlier inspections compared this document with them. Of documents like it, it expects ${inHundred(probability)} to show something wrong when they are checked. That is an estimate about documents alike, not a finding about anybody.`;
}

/** How much one circumstance moved the estimate. Contributions are differences of the logarithm of the odds. */
export function movedText({ effect }: Pick<ModelReason, 'effect'>): string {
	const size = Math.abs(effect);
	if (size < 0.02) return 'did not matter';
	const much = size >= 1 ? 'much ' : size >= 0.3 ? '' : 'a little ';
	return `${much}${effect > 0 ? 'likelier' : 'less likely'}`;
}

/** What never went in, whatever the record says. */
export const NEVER_USED: readonly string[] = [
	'nationality',
	'sex',
	'age and date of birth',
	'place of birth',
	'religion',
	'health',
];

/** Why a document that was chosen was not checked, or the other way round: people decide. */
export function personText({ by, reason }: AssessmentDetail['overrides'][number], lane: Lane): string {
	const what = {
		red: 'a check in person',
		yellow: 'a check of the papers',
		blue: 'a look afterwards',
		green: 'no check',
	}[lane];
	return `${by} decided on ${what} instead. The reason given: ${reason}`;
}
