/**
 * Commands of fairness: rates by group as a table. `fairness export` writes a file and is in main.ts.
 */
import type { Fairness, FairnessGroup, Rate } from '../../contract/views-targeting.ts';
import type { Shapes } from './operation-shape.ts';
import { type Column, formatTable } from './terminal.ts';

const percent = (share: number): string => (share * 100).toFixed(1);
const rateText = ({ rate, low, high }: Rate): string =>
	rate === null ? '–' : `${percent(rate)} % (${percent(low)}–${percent(high)})`;
const ratioText = (ratio: FairnessGroup['selectionRatio']): string =>
	ratio === null ? '–' : `${ratio.ratio.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`;

const columns: Column<FairnessGroup>[] = [
	{ title: 'group', value: ({ group }) => group },
	{ title: 'assessed', value: ({ assessed }) => assessed, align: 'right' },
	{ title: 'selected', value: ({ selection }) => rateText(selection), align: 'right' },
	{ title: 'against others', value: ({ selectionRatio }) => ratioText(selectionRatio), align: 'right' },
	{ title: 'inspected', value: ({ finding }) => finding.of, align: 'right' },
	{ title: 'found', value: ({ finding }) => rateText(finding), align: 'right' },
	{ title: 'against others', value: ({ findingRatio }) => ratioText(findingRatio), align: 'right' },
	{ title: 'flag', value: ({ flag }) => (flag === null ? '' : 'out of proportion') },
];

function showFairness({ from, until, dimension, by, groups, flags }: Fairness): string {
	const flagged =
		flags.length === 0
			? ['Nothing is out of proportion, in any dimension or way of selecting.']
			: [
					'Out of proportion (all dimensions and ways of selecting):',
					...flags.map((each) => `  ${each.by}, ${each.dimension} ${each.group}: ${each.sentence}`),
				];
	return [
		`By ${dimension}, selected by ${by}, ${from} to ${until}. Intervals are at 95 %.`,
		'',
		groups.length === 0 ? 'Nothing was assessed in this time.\n' : formatTable(columns, groups),
		...flagged,
		'',
	].join('\n');
}

export const fairnessShapes: Shapes = {
	readFairness: {
		words: ['fairness', 'show'],
		show: showFairness,
		example: 'fairness show --dimension nationality --by rule:late-booking-paid-in-cash',
	},
};
