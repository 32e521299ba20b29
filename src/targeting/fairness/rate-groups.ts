/**
 * Counts by group in; rates, ratios to all other groups, and what is out of proportion out. Pure.
 * A flag is a reason to look, not a verdict: the ratio of selection lies above 1.25 by its whole interval (the four-fifths
 * rule of the Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978), turned round, since to be
 * selected is the burden here), and inspections do not find more in that group than in others.
 */
import type { FairnessDimension, FairnessGroup } from '../../../contract/views-targeting.ts';
import { type Ratio, ratioOfShares, wilson } from '../../values/proportion.ts';

/** One group and one way of selecting. `inspected` and `found` are of what that way selected. */
export type GroupCounts = {
	readonly group: string;
	readonly assessed: number;
	readonly selected: number;
	readonly inspected: number;
	readonly found: number;
};

/** Four fifths, turned round. */
export const FLAG_FROM_RATIO = 1.25;
/** Groups of which fewer were assessed are shown and not flagged: chance alone makes large ratios of small counts. */
export const LEAST_ASSESSED = 30;

type Named = { readonly dimension: FairnessDimension; readonly by: string };

/** Rates of every group, the most assessed first. Other groups are all the rest of `counts`. */
export function rateGroups(counts: readonly GroupCounts[], named: Named): FairnessGroup[] {
	const all = { assessed: 0, selected: 0, inspected: 0, found: 0 };
	for (const each of counts) {
		all.assessed += each.assessed;
		all.selected += each.selected;
		all.inspected += each.inspected;
		all.found += each.found;
	}
	return counts
		.map((each): FairnessGroup => {
			const { group, assessed, selected, inspected, found } = each;
			const selectionRatio = ratioToOthers(
				selected,
				assessed,
				all.selected - selected,
				all.assessed - assessed,
			);
			const findingRatio = ratioToOthers(found, inspected, all.found - found, all.inspected - inspected);
			const rated = {
				group,
				assessed,
				selection: wilson(selected, assessed),
				finding: wilson(found, inspected),
				falseAlarm: wilson(inspected - found, inspected),
				selectionRatio,
				findingRatio,
			};
			const isFlagged = named.by !== 'chance' && isOutOfProportion(rated);
			return { ...rated, flag: isFlagged ? describeFlag(rated, named) : null };
		})
		.sort((a, b) => b.assessed - a.assessed || (a.group < b.group ? -1 : 1));
}

/**
 * Half counts are added also where nobody else is counted (Walter 1975): a rule that selects one group alone must not
 * escape for want of a quotient.
 */
function ratioToOthers(count: number, of: number, otherCount: number, otherOf: number): Ratio | null {
	if (otherCount === 0 && count > 0 && otherOf > 0)
		return ratioOfShares(count + 0.5, of + 0.5, 0.5, otherOf + 0.5);
	return ratioOfShares(count, of, otherCount, otherOf);
}

function isOutOfProportion({
	assessed,
	selectionRatio,
	findingRatio,
}: Pick<FairnessGroup, 'assessed' | 'selectionRatio' | 'findingRatio'>): boolean {
	if (assessed < LEAST_ASSESSED || selectionRatio === null || selectionRatio.low <= FLAG_FROM_RATIO)
		return false;
	return findingRatio === null || findingRatio.low <= 1;
}

const ways: Readonly<Record<string, string>> = {
	all: 'All ways of selecting together',
	model: 'The model',
};
const nouns: { readonly [dimension in FairnessDimension]: string } = {
	nationality: 'travellers of nationality',
	origin: 'declarations of goods from',
	office: 'records at office',
	'trader-size': 'declarations of importers of size',
};

const percent = (rate: number | null): string => `${((rate ?? 0) * 100).toFixed(1)} %`;
const times = ({ ratio, low, high }: Ratio): string =>
	`${ratio.toFixed(2)} times (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`;

/** What was compared, in one sentence or two. */
function describeFlag(
	{ group, selection, finding, selectionRatio, findingRatio }: Omit<FairnessGroup, 'flag'>,
	{ dimension, by }: Named,
): string {
	if (selectionRatio === null) return '';
	const way = ways[by] ?? `The rule ${by.replace(/^rule:/, '')}`;
	const chosen = `${way} selected ${percent(selection.rate)} of the ${nouns[dimension]} ${group} (${selection.count} of ${selection.of}), ${times(selectionRatio)} the rate of all others.`;
	if (finding.of === 0) return `${chosen} Nothing is known yet of what inspections of them found.`;
	const found = `Inspections found something in ${finding.count} of ${finding.of}`;
	return findingRatio === null
		? `${chosen} ${found}; among others nothing is known.`
		: `${chosen} ${found}, ${times(findingRatio)} the rate among others: not clearly more.`;
}
