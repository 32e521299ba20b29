/** Words of requests of data subjects, for the register and the page of one. */
import type { RequestKind, RequestLaw } from '../../../../contract/data-protection-law.ts';
import type { RequestState, RequestStep, RequestSummary } from '../../../../contract/views-subjects.ts';
import { plural } from '../../display/format.ts';

export const kindWords: { readonly [kind in RequestKind]: string } = {
	access: 'Access',
	correction: 'Correction',
	restriction: 'Restriction',
	erasure: 'Erasure',
	objection: 'Objection',
};

export const lawWords: { readonly [law in RequestLaw]: string } = {
	gdpr: 'GDPR',
	'police-directive': 'Directive 2016/680',
};

export const stateWords: { readonly [state in RequestState]: string } = {
	open: 'Open',
	decided: 'Decided',
	closed: 'Closed',
};

export const stepWords: { readonly [step in RequestStep]: string } = {
	identify: 'Identify',
	find: 'Find',
	decide: 'Decide',
	answer: 'Answer',
	closed: 'Closed',
};

/** What the clock says, in words. */
export function clockText({ daysLeft, overdue }: Pick<RequestSummary, 'daysLeft' | 'overdue'>): string {
	if (daysLeft === null) return 'closed';
	if (overdue) return `${plural(Math.abs(daysLeft), 'day')} overdue`;
	return daysLeft === 0 ? 'due today' : `${plural(daysLeft, 'day')} left`;
}

/** Days before the end at which the clock is shown as a warning. */
const SOON_DAYS = 7;

export const clockClass = ({ daysLeft, overdue }: Pick<RequestSummary, 'daysLeft' | 'overdue'>): string =>
	overdue ? 'last-day-over' : daysLeft !== null && daysLeft <= SOON_DAYS ? 'last-day-soon' : '';
