/**
 * The life of a rule, as decisions: what a version is today, and what may be done with it by whom. Pure: a version and a
 * day in, a state or the reason of a refusal out. Days are `YYYY-MM-DD`, UTC; the last day of a rule is inclusive.
 */
import type { Rule } from '../../../contract/rules.ts';
import type { RuleCheck, RuleState } from '../../../contract/views-rules.ts';
import { daysBetween, isDate } from '../../values/calendar.ts';

export type LifeOfVersion = {
	readonly state: Exclude<RuleState, 'expired'>;
	readonly validFrom: string;
	readonly validUntil: string;
	/** Those who wrote or proposed it, by identifier. */
	readonly writers: readonly string[];
};

export type Refused = { readonly message: string; readonly remedy: string };

/** Longest time for which a rule applies without being looked at again. */
export const LONGEST_DAYS = 731;
/** A backtest that is older says too little about today. */
export const BACKTEST_HOLDS_DAYS = 90;
/** A rule that ends within so many days is warned of. */
export const WARNED_DAYS = 30;

export const stateOn = (version: LifeOfVersion, day: string): RuleState =>
	version.state === 'live' && version.validUntil < day ? 'expired' : version.state;

/** Days that are left after today; 0 on the last day, negative where it has passed. */
export const daysLeft = (version: Pick<LifeOfVersion, 'validUntil'>, day: string): number =>
	daysBetween(day, version.validUntil);

/** Days of a rule that cannot be. */
export function refuseDays(rule: Pick<Rule, 'validFrom' | 'validUntil'>, day: string): Refused | undefined {
	if (!isDate(rule.validFrom) || !isDate(rule.validUntil))
		return { message: 'A day of the rule does not exist.', remedy: 'Write days as YYYY-MM-DD.' };
	if (rule.validUntil < rule.validFrom)
		return {
			message: `The rule ends on ${rule.validUntil}, before it begins on ${rule.validFrom}.`,
			remedy: 'Set a later last day.',
		};
	if (daysBetween(rule.validFrom, rule.validUntil) > LONGEST_DAYS)
		return {
			message: `From ${rule.validFrom} to ${rule.validUntil} is more than two years.`,
			remedy: 'Set an earlier last day; a rule is renewed by somebody who looks at it again.',
		};
	if (rule.validUntil < day)
		return {
			message: `The last day of the rule, ${rule.validUntil}, has passed.`,
			remedy: 'Set a later last day and save the draft.',
		};
	return undefined;
}

/** @param backtestAt instant of the kept backtest of this very condition, in milliseconds since 1970. */
export function refuseProposal(
	version: LifeOfVersion,
	day: string,
	check: RuleCheck,
	backtestAt: number | undefined,
	nowMs: number,
): Refused | undefined {
	if (version.state !== 'draft')
		return {
			message:
				version.state === 'proposed'
					? 'This version waits for a decision already.'
					: `This version is ${stateOn(version, day)}; only a draft can be proposed.`,
			remedy: 'Save a new draft, and propose that.',
		};
	const days = refuseDays(version, day);
	if (days !== undefined) return days;
	if (!check.proposable) {
		const problem = check.problems[0]?.message;
		const failed = check.tests.find(({ passed }) => !passed)?.name;
		return {
			message: `The check of the rule does not pass: ${problem ?? (failed === undefined ? 'cases are missing' : `the case "${failed}" fails`)}.`,
			remedy:
				'It needs a condition without problems, and passing test cases: at least one that fires and one that does not.',
		};
	}
	if (backtestAt === undefined)
		return {
			message: 'There is no backtest of this condition, this subject and these offices.',
			remedy: 'Run a backtest of the text as it is now, then propose it.',
		};
	if (nowMs - backtestAt > BACKTEST_HOLDS_DAYS * 86_400_000)
		return {
			message: `The backtest is older than ${BACKTEST_HOLDS_DAYS} days.`,
			remedy: 'Run it again: what comes over the border has changed since.',
		};
	return undefined;
}

/** @param liveNow the live version that an approval would replace. */
export function refuseDecision(
	version: LifeOfVersion,
	decision: 'approve' | 'reject',
	actor: string,
	day: string,
	liveNow: LifeOfVersion | undefined,
): Refused | undefined {
	if (version.state !== 'proposed')
		return {
			message: `This version is ${stateOn(version, day)}; nobody asks for a decision on it.`,
			remedy: 'Only a proposed version can be approved or rejected.',
		};
	if (decision === 'reject') return undefined;
	if (version.writers.includes(actor))
		return {
			message: 'Whoever wrote or proposed a rule cannot approve it.',
			remedy: 'A second person with the right to approve decides.',
		};
	const days = refuseDays(version, day);
	if (days !== undefined) return days;
	if (version.validFrom > day && liveNow !== undefined && stateOn(liveNow, day) === 'live')
		return {
			message: `This version begins on ${version.validFrom}, and would take the place of one that applies today.`,
			remedy: 'Approve it on its first day, or save a draft that begins today.',
		};
	return undefined;
}

/** The days of a rule that is renewed: it begins again today, unless its first day is still to come. */
export function renewedDays(
	version: LifeOfVersion,
	validUntil: string,
	day: string,
): { readonly validFrom: string; readonly validUntil: string } | Refused {
	if (version.state !== 'live')
		return {
			message: `This version is ${stateOn(version, day)}; only a live or expired rule is renewed.`,
			remedy: 'Save a draft, and have it approved.',
		};
	const days = { validFrom: version.validFrom > day ? version.validFrom : day, validUntil };
	return refuseDays(days, day) ?? days;
}
