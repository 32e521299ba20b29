/**
 * Commands of models: list, card, decisions. Training and export have a life of their own (model-commands.ts).
 */
import type { OutputOf } from '../../contract/operations.ts';
import type { ModelCard, Training } from '../../contract/views-models.ts';
import type { Rate } from '../../contract/views-targeting.ts';
import { moment, type Shapes } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable } from './terminal.ts';

const figure = (value: number | null | undefined): string =>
	value === null || value === undefined ? '–' : value.toFixed(3);

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

const interval = ({ count, of, rate, low, high }: Rate): string =>
	rate === null
		? '–'
		: `${percent(rate)} (${percent(low)} to ${percent(high)}; ${formatCount(count)} of ${formatCount(of)})`;

export function showTraining({ state, by, done, of, version, message }: Training): string {
	if (state === 'idle') return 'No training has run since the node was started.';
	const much =
		of !== null ? ` ${formatCount(done)} of ${formatCount(of)}` : done > 0 ? ` ${formatCount(done)}` : '';
	const what: Readonly<Record<Training['state'], string>> = {
		idle: '',
		reading: `reads declarations:${much}`,
		training: `grows trees:${much}`,
		measuring: 'measures and explains',
		failed: 'has failed',
		done: `made version ${version}`,
	};
	return `Training by ${by}: ${what[state]}.${message === null ? '' : ` ${message}`}`;
}

const showModels = ({ models, training }: OutputOf<'listModels'>): string =>
	`${formatTable(
		[
			{ title: 'version', value: (model) => model.version, align: 'right' },
			{ title: 'state', value: (model) => model.state },
			{ title: 'trained', value: (model) => moment(model.trainedAt) },
			{ title: 'by', value: (model) => model.trainedBy },
			{ title: 'labelled', value: (model) => model.labelled, align: 'right' },
			{ title: 'precision at 5 %', value: (model) => figure(model.precisionAt['5']), align: 'right' },
			{ title: 'AUC', value: (model) => figure(model.auc), align: 'right' },
			{ title: 'decided', value: (model) => (model.decidedAt === null ? '' : moment(model.decidedAt)) },
			{ title: 'by', value: (model) => model.decidedBy ?? '' },
			{ title: 'why', value: (model) => model.reason ?? '' },
		],
		models,
	)}${showTraining(training)}\n`;

const SHARES = ['1', '2', '5', '10'] as const;

type Line = readonly string[];

/** A table of rows that are texts already; the first column to the left, the others to the right. */
const table = (titles: readonly string[], rows: readonly Line[]): string =>
	formatTable(
		titles.map(
			(title, at): Column<Line> => ({
				title,
				value: (row) => row[at] ?? '',
				...(at === 0 ? {} : { align: 'right' }),
			}),
		),
		rows,
	);

const errorTable = (what: string, groups: ModelCard['errors']['office']): string =>
	table(
		[what, 'inspected', 'found', 'expected', 'chosen at 5 %', 'right of these'],
		groups.map(({ group, rows, found, expected, chosen, precision }) => [
			group,
			formatCount(rows),
			interval(found),
			percent(expected),
			formatCount(chosen),
			interval(precision),
		]),
	);

const MOST_FEATURES = 20;

function showModel({ summary, card, drift, live, comparison }: OutputOf<'readModel'>): string {
	const { data, heldOut, calibration, errors } = card;
	const decided =
		summary.decidedAt === null
			? ''
			: ` since ${moment(summary.decidedAt)} by ${summary.decidedBy ?? 'nobody known'}: ${summary.reason ?? ''}`;
	const { randomShare } = card;
	return [
		`Version ${summary.version}, ${summary.state}${decided}`,
		`trained ${moment(summary.trainedAt)} by ${summary.trainedBy} in ${card.trainSeconds} s, seed ${card.seed}: ${counted(card.trees, 'tree')}${card.revenueTrees === null ? '' : `, ${counted(card.revenueTrees, 'tree')} for revenue`}`,
		`data ${data.from} to ${data.until}: ${counted(data.lines, 'line')} of goods, ${formatCount(data.labelled)} with an outcome, ${formatCount(data.offences)} with an offence; ${formatCount(data.randomlyChosen)} drawn at random`,
		`held out ${heldOut.from} to ${heldOut.until}: ${counted(heldOut.rows, 'declaration')}; AUC ${figure(card.auc)}, calibration error ${figure(calibration.error)}`,
		'',
		table(
			['inspected', ...SHARES.map((share) => `${share} %`)],
			[
				['precision', ...SHARES.map((share) => figure(card.precisionAt[share]))],
				['recall', ...SHARES.map((share) => figure(card.recallAt[share]))],
				...(card.revenueRecallAt === null
					? []
					: [['revenue', ...SHARES.map((share) => figure(card.revenueRecallAt?.[share]))]]),
				...(randomShare === null || randomShare === undefined
					? []
					: [
							[
								`precision, random share (${randomShare.rows})`,
								...SHARES.map((share) => figure(randomShare.precisionAt[share])),
							],
						]),
			],
		),
		table(
			['feature', 'gain', 'mean effect'],
			card.features
				.slice(0, MOST_FEATURES)
				.map(({ title, gain, meanEffect }) => [title, gain.toFixed(1), meanEffect.toFixed(3)]),
		),
		table(
			['calibration: expected', 'found', 'declarations'],
			calibration.bins.map(({ expected, found, rows }) => [
				percent(expected),
				percent(found),
				formatCount(rows),
			]),
		),
		errorTable('office', errors.office),
		errorTable('HS section', errors.section),
		errorTable('origin', errors.origin),
		...(comparison === null
			? []
			: [
					`Against version ${comparison.champion}, ${counted(comparison.rows, 'declaration')}: ${comparison.sentence}`,
				]),
		...(live === null
			? []
			: [
					`Since it is live: ${counted(live.scored, 'line')} of goods scored; found in ${interval(live.precision)} of those inspected, in ${interval(live.precisionAtTop)} of the highest 5 %; AUC on the random share ${figure(live.auc)}`,
				]),
		...(drift === null ? [] : [`Drift: ${drift.sentence}`]),
		'',
		'Limits',
		...card.limits.map((limit) => `  ${limit}`),
		'',
	].join('\n');
}

export const showDecided = ({ summary }: OutputOf<'decideModel'>): string =>
	`Version ${summary.version} is ${summary.state === 'retired' ? 'retired' : `the ${summary.state}`}.\n`;

export const modelShapes: Shapes = {
	listModels: { words: ['models', 'list'], show: showModels, example: 'models list' },
	readModel: {
		words: ['models', 'show'],
		positional: ['version'],
		show: showModel,
		example: 'models show 3',
	},
};
