/** The words of targeting in the console: what chose a record, what an inspection is and found. From the glossary. */
import type { RuleEffect } from '../../../contract/rules.ts';
import type { Lane } from '../../../contract/views.ts';
import type { AssessmentSummary, LaneBasis, RecordedOutcome } from '../../../contract/views-targeting.ts';
import { formatPercent } from '../display/format.ts';
import { laneWords } from '../display/words.ts';

export const basisWords: { readonly [basis in LaneBasis]: { name: string; meaning: string } } = {
	mandatory: { name: 'Mandatory', meaning: 'an alert or a mandatory rule asked for it' },
	rules: { name: 'Rules', meaning: 'rules fired on it' },
	validation: { name: 'Findings', meaning: 'validation found what does not fit' },
	model: { name: 'Model', meaning: 'the model holds an offence for likely enough' },
	chance: { name: 'Chance', meaning: 'drawn at random' },
	override: { name: 'Person', meaning: 'a person put it there' },
	none: { name: 'Nothing', meaning: 'nothing asked for a check' },
};

export type Result = RecordedOutcome['result'];

export const resultWords: { readonly [result in Result]: { name: string; short: string } } = {
	'nothing-found': { name: 'Nothing found', short: 'nothing found' },
	irregularity: { name: 'Irregularity', short: 'irregularity' },
	offence: { name: 'Offence', short: 'offence' },
	'not-carried-out': { name: 'Not carried out', short: 'not carried out' },
};

/** Colour of the mark of a result: what was found stands out, nothing found does not. */
export const resultChips: { readonly [result in Result]: string } = {
	'nothing-found': 'chip chip-good',
	irregularity: 'chip chip-warning',
	offence: 'chip chip-error',
	'not-carried-out': 'chip',
};

export const inspections = [
	'documents',
	'scan',
	'physical',
	'search',
	'interview',
	'post-clearance',
] as const;
export type Inspection = (typeof inspections)[number];

export const inspectionWords: { readonly [inspection in Inspection]: string } = {
	documents: 'Documents',
	scan: 'Scan',
	physical: 'Physical',
	search: 'Search',
	interview: 'Interview',
	'post-clearance': 'After release',
};

export const stateWords: { readonly [state in AssessmentSummary['state']]: { name: string } } = {
	waiting: { name: 'Waiting' },
	inspected: { name: 'Inspected' },
	released: { name: 'Released' },
};

/** What a rule asks for: "stands for 35 %", "red", "red, mandatory". */
export function effectText(effect: RuleEffect, weight: number | null): string {
	if (effect.kind === 'weight') return formatPercent(weight ?? effect.weight);
	return `${laneWords[effect.lane].name.toLowerCase()}${effect.mandatory ? ', mandatory' : ''}`;
}

/** What is meant to happen in a lane, as a verb. */
export const laneTasks: { readonly [lane in Lane]: string } = {
	red: 'check it physically',
	yellow: 'check the documents',
	blue: 'look at it after release',
	green: 'release it',
};
