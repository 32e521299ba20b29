/** How an article of the law is written: whom it permits, whom it denies, why, and for what purposes. */
import type { PurposeId } from '../../contract/purposes.ts';
import type { Article, SubjectRole } from './model.ts';

export const roles = (...names: readonly SubjectRole[]): readonly SubjectRole[] => names;

/** The work itself: controlling goods and travellers, sanctions, suspicion reports. */
export const CONTROL = [
	'customs-control',
	'traveller-control',
	'sanctions-screening',
	'suspicion-analysis',
] as const satisfies readonly PurposeId[];
/** Watching over the work. */
export const OVERSIGHT = ['data-protection', 'quality-assurance'] as const satisfies readonly PurposeId[];

/**
 * Purposes that cover an action with personal data. An exercise covers all that a node can do, because its data are invented;
 * so does the operation of the node, which only those may state who hold its data folder or run it, within their role.
 */
export const purposes = (...named: readonly PurposeId[]): readonly PurposeId[] => [
	...named,
	'node-operation',
	'exercise',
];

/** Whatever somebody may state covers it. */
export const everyPurpose = purposes(...CONTROL, 'investigation', 'mutual-assistance', ...OVERSIGHT);

/** @param covered purposes, where the answer contains personal data. */
export const article = (
	permit: readonly SubjectRole[],
	deny: readonly SubjectRole[],
	because: string,
	covered?: readonly PurposeId[],
): Article =>
	covered === undefined ? { permit, deny, because } : { permit, deny, because, purposes: covered };
