/**
 * Commands of the queue, assessments, lanes, outcomes and trusted traders. `lanes set` reads a file and is in
 * lane-commands.ts.
 */
import type { OutputOf } from '../../contract/operations.ts';
import type {
	AssessmentDetail,
	AssessmentSummary,
	LaneDay,
	Rate,
	TrustedTrader,
} from '../../contract/views-targeting.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { type Column, formatCount, formatTable } from './terminal.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const rateText = ({ rate, low, high, of }: Rate): string =>
	rate === null ? '–' : `${percent(rate)} of ${formatCount(of)} (${percent(low)}–${percent(high)})`;
const amount = (value: number | null): string => (value === null ? '–' : formatCount(Math.round(value)));

const queueColumns: Column<AssessmentSummary>[] = [
	{ title: 'lane', value: ({ lane }) => lane },
	{ title: 'score', value: ({ score }) => score.toFixed(2), align: 'right' },
	{ title: 'by', value: ({ basis }) => basis },
	{ title: 'kind', value: ({ record }) => record.kind },
	{ title: 'reference', value: ({ record }) => record.reference },
	{ title: 'office', value: ({ record }) => record.office },
	{ title: 'received', value: ({ record }) => moment(record.receivedAt) },
	{ title: 'state', value: ({ state, result }) => (result === null ? state : `${state}: ${result}`) },
	{ title: 'because', value: ({ reasons }) => reasons[0] ?? null },
	{ title: 'id', value: ({ record }) => record.id },
];

const placed = (place: string): string => (place === '' ? '' : ` at ${place}`);

function showAssessment(detail: AssessmentDetail): string {
	const { summary, rules, model, chance, trusted, capacity, overrides, outcomes, facts } = detail;
	const { record } = summary;
	const lines = [
		`${record.kind} ${record.reference}, version ${record.version}: ${summary.lane} (${summary.basis}), score ${summary.score.toFixed(2)}, ${summary.state}`,
		detail.laneReason,
		'',
		...(rules.length === 0 ? ['No rule fired.'] : ['Rules:']),
		...rules.map(
			({ rule, version, sentence, place, effect, weight }) =>
				`  ${effect.kind === 'lane' ? effect.lane : (weight ?? effect.weight).toFixed(2)}  ${sentence}${placed(place)}  (${rule}, version ${version})`,
		),
		...detail.errors.map(({ rule, place, message }) => `  errored: ${rule}${placed(place)}: ${message}`),
	];
	if (model === null) lines.push('No model was asked.');
	else
		lines.push(
			`Model version ${model.version}: ${model.probability.toFixed(3)}${placed(model.place)}; contributions are ${model.method === 'exact' ? 'exact (Shapley values)' : 'along the path through each tree, not exact'}`,
			...model.reasons.map(
				({ effect, sentence }) => `  ${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)}  ${sentence}`,
			),
		);
	lines.push(
		`Chance: drew ${chance.draw.toFixed(6)}, drawn below ${chance.share}${chance.drawn ? ': drawn' : ''}`,
	);
	if (summary.expectedRevenue !== null)
		lines.push(`Expected to be recovered: ${amount(summary.expectedRevenue)}`);
	if (trusted !== null)
		lines.push(
			`Authorised economic operator ${trusted.scheme} ${trusted.value}: ${percent(trusted.share)} of checks are kept`,
		);
	if (capacity !== null)
		lines.push(
			`Places in ${capacity.lane} at ${capacity.office || 'no office'}: ${capacity.used} of ${capacity.of} were taken`,
		);
	lines.push(
		...overrides.map(({ at, by, from, to, reason }) => `${moment(at)}  ${by}: ${from} → ${to}: ${reason}`),
		...outcomes.map(
			({ inspectedAt, inspection, result, findings, recovered, currency }) =>
				`${inspectedAt}  ${inspection}: ${result}${findings.length === 0 ? '' : ` (${findings.join(', ')})`}${recovered === null ? '' : `, recovered ${recovered} ${currency ?? ''}`}`,
		),
	);
	if (facts.length > 0)
		lines.push(
			'',
			formatTable(
				[
					{ title: 'fact', value: (fact) => fact.title },
					{ title: 'value', value: (fact) => fact.value },
					{ title: 'at', value: (fact) => fact.place },
				],
				facts,
			),
		);
	return `${lines.join('\n')}\n`;
}

export function showSettings(settings: OutputOf<'changeLanes'>['settings']): string {
	const places = (limit: number | null): string => (limit === null ? 'no limit' : String(limit));
	return [
		`red from ${settings.redFrom}, yellow from ${settings.yellowFrom}, blue from ${settings.blueFrom}; ranked by ${settings.rankBy}`,
		`random share ${percent(settings.randomShare)} into ${settings.randomLane}; trusted traders keep ${percent(settings.trustedShare)} of checks; amounts in ${settings.currency}`,
		'',
		settings.capacities.length === 0
			? 'No office has a limit.\n'
			: formatTable(
					[
						{ title: 'office', value: ({ office }) => (office === '*' ? 'every other' : office) },
						{ title: 'red a day', value: ({ red }) => places(red), align: 'right' },
						{ title: 'yellow a day', value: ({ yellow }) => places(yellow), align: 'right' },
					],
					settings.capacities,
				),
	].join('\n');
}

const dayColumns: Column<LaneDay>[] = [
	{ title: 'day', value: ({ day }) => day },
	{ title: 'office', value: ({ office }) => office },
	{ title: 'lane', value: ({ lane }) => lane },
	{ title: 'by', value: ({ basis }) => basis },
	{ title: 'records', value: ({ records }) => records, align: 'right' },
	{ title: 'inspected', value: ({ inspected }) => inspected, align: 'right' },
	{ title: 'found', value: ({ found }) => found, align: 'right' },
	{ title: 'recovered', value: ({ recovered }) => amount(recovered), align: 'right' },
];

const showLanes = ({
	settings,
	changedAt,
	changedBy,
	days,
	selection,
	overrides,
}: OutputOf<'readLanes'>): string =>
	[
		changedAt === null ? 'As the program sets them.' : `Changed ${moment(changedAt)} by ${changedBy ?? '–'}.`,
		showSettings(settings),
		formatTable(dayColumns, days),
		formatTable(
			[
				{ title: 'selected by', value: ({ basis }) => basis },
				{ title: 'kind', value: ({ kind }) => kind },
				{ title: 'records', value: ({ records }) => records, align: 'right' },
				{ title: 'found', value: ({ finding }) => rateText(finding), align: 'right' },
				{ title: 'recovered', value: ({ recovered }) => amount(recovered), align: 'right' },
			],
			selection,
		),
		...(overrides.length === 0
			? []
			: [
					formatTable(
						[
							{ title: 'overridden from', value: ({ from }) => from },
							{ title: 'to', value: ({ to }) => to },
							{ title: 'records', value: ({ records }) => records, align: 'right' },
							{ title: 'found', value: ({ finding }) => rateText(finding), align: 'right' },
						],
						overrides,
					),
				]),
	].join('\n');

const traderColumns: Column<TrustedTrader>[] = [
	{ title: 'scheme', value: ({ scheme }) => scheme },
	{ title: 'number', value: ({ value }) => value },
	{ title: 'name', value: ({ name }) => name },
	{ title: 'programme', value: ({ programme }) => programme },
	{ title: 'until', value: ({ validUntil }) => validUntil },
	{ title: 'by', value: ({ addedBy }) => addedBy },
];

export const targetingShapes: Shapes = {
	listQueue: {
		words: ['queue', 'list'],
		show: showPage(queueColumns, 'record'),
		example: 'queue list --lane red --office MT000101',
	},
	readAssessment: {
		words: ['assessments', 'show'],
		positional: ['record'],
		show: showAssessment,
		example: 'assessments show 0198a1c2-…',
	},
	overrideLane: {
		words: ['lanes', 'override'],
		positional: ['record', 'lane'],
		show: showAssessment,
		example: 'lanes override 0198a1c2-… green --reason "the same goods were inspected yesterday"',
	},
	recordOutcome: {
		words: ['outcomes', 'add'],
		positional: ['record', 'result'],
		show: showAssessment,
		example:
			'outcomes add 0198a1c2-… offence --inspection physical --findings undervaluation --recovered 1200 --minutes 45',
	},
	readLanes: { words: ['lanes', 'show'], show: showLanes, example: 'lanes show --days 30' },
	listTrustedTraders: {
		words: ['trusted', 'list'],
		show: showPage(traderColumns, 'trader'),
		example: 'trusted list --search quay',
	},
	changeTrustedTrader: {
		words: ['trusted', 'set'],
		positional: ['scheme', 'value'],
		show: (trader) => formatTable(traderColumns, [trader]),
		example: 'trusted set eori MT12345678 --name "Quay Trading Ltd" --programme AEO --valid-until 2028-12-31',
	},
};
