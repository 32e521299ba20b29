/** What retention is called on its page. */
import type { RetentionKind } from '../../../../contract/operations-retention.ts';
import { formatCount } from '../../display/format.ts';
import { kindWords } from '../../display/words.ts';

const OTHERS: { readonly [kind in Exclude<RetentionKind, keyof typeof kindWords>]: string } = {
	original: 'Originals',
	quarantine: 'Quarantine',
	'confirmed-hit': 'Held by a confirmed hit',
	decision: 'Decisions',
	matching: 'Questions to partners',
	'list-entry': 'Former list entries',
};

export function kindWord(kind: string): string {
	if (Object.hasOwn(OTHERS, kind)) return OTHERS[kind as keyof typeof OTHERS];
	return Object.hasOwn(kindWords, kind) ? kindWords[kind as keyof typeof kindWords].many : kind;
}

const DAYS_A_YEAR = 365.25;

/** 183 days, five years: the largest unit that fits without a rest that matters. */
export function daysWord(days: number | null): string {
	if (days === null) return 'not masked';
	const years = Math.round(days / DAYS_A_YEAR);
	if (years >= 1 && Math.abs(days - years * DAYS_A_YEAR) < 2)
		return years === 1 ? '1 year' : `${years} years`;
	return days === 1 ? '1 day' : `${formatCount(days)} days`;
}

export const ACT_WORDS = {
	masked: 'Masked',
	deleted: 'Deleted',
	erased: 'Erased',
	destroyed: 'Destroyed',
} as const;

export const GROUND_WORDS = {
	'legal-proceedings': 'Legal proceedings',
	correspondence: 'Correspondence',
	restriction: 'Restriction',
	audit: 'Audit',
	other: 'Other',
} as const;
