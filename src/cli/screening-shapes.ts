/**
 * Commands of lists and hits. `lists load` and `screen` read files and are in screening-commands.ts.
 */
import type { OutputOf } from '../../contract/operations.ts';
import type { EntryChange, HitSummary, ListView, Screened } from '../../contract/views-screening.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable } from './terminal.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const score = (value: number): string => value.toFixed(2);

const listColumns: Column<ListView>[] = [
	{ title: 'list', value: (list) => list.id },
	{ title: 'name', value: (list) => list.name },
	{ title: 'version', value: (list) => list.active?.version ?? '–', align: 'right' },
	{ title: 'entries', value: (list) => list.active?.entries ?? 0, align: 'right' },
	{ title: 'published', value: (list) => list.active?.publishedAt ?? null },
	{ title: 'loaded', value: (list) => (list.active === null ? null : moment(list.active.loadedAt)) },
	{ title: 'staged', value: (list) => list.staged?.version ?? null },
	{ title: 'open hits', value: (list) => list.openHits, align: 'right' },
	{
		title: 're-screening',
		value: ({ rescreening }) => (rescreening === null ? 'done' : percent(rescreening.done)),
	},
	{ title: 'asks for', value: (list) => list.instruction.action },
	{
		title: 'thresholds',
		value: (list) =>
			Object.entries(list.thresholds)
				.map(([purpose, from]) => `${purpose} ${from}`)
				.join(', '),
	},
];

const changeColumns: Column<EntryChange>[] = [
	{ title: 'change', value: (entry) => entry.change },
	{ title: 'kind', value: (entry) => entry.kind },
	{ title: 'entry', value: (entry) => entry.caption },
	{ title: 'key', value: (entry) => entry.key },
	{
		title: 'what',
		value: (entry) =>
			entry.members
				.map(({ member, before, after }) => `${member}: ${before ?? '–'} → ${after ?? '–'}`)
				.join('; ')
				.slice(0, 200),
	},
];

const hitColumns: Column<HitSummary>[] = [
	{ title: 'raised', value: (hit) => moment(hit.raisedAt) },
	{ title: 'state', value: (hit) => hit.state },
	{ title: 'score', value: (hit) => score(hit.score), align: 'right' },
	{ title: 'who', value: (hit) => hit.mention.caption },
	{ title: 'entry', value: (hit) => hit.entry.caption },
	{ title: 'list', value: (hit) => hit.list },
	{ title: 'asks for', value: (hit) => hit.instruction.action },
	{
		title: 'record',
		value: (hit) => (hit.record === null ? null : `${hit.record.kind} ${hit.record.reference}`),
	},
	{ title: 'id', value: (hit) => hit.id },
];

const showLists = (lists: readonly ListView[]): string =>
	lists.length === 0
		? 'There is no list yet; "tidewaiter lists load" makes one.\n'
		: formatTable(listColumns, lists);

const showDiff = (diff: OutputOf<'diffList'>): string =>
	`version ${diff.from} → ${diff.to}: ${formatCount(diff.added)} added, ${formatCount(diff.changed)} changed, ${formatCount(diff.removed)} removed\n\n${showPage(changeColumns, 'entry')(diff)}`;

const showPreview = (preview: OutputOf<'previewList'>): string =>
	[
		`${preview.list} version ${preview.version}, ${counted(preview.mentions, 'mention')} of the last ${preview.days} days${preview.complete ? '' : ' (the newest; there are more)'}`,
		'',
		formatTable(
			[
				{ title: 'day', value: (row) => row.day },
				{ title: 'purpose', value: (row) => row.purpose },
				{ title: 'hits', value: (row) => row.hits, align: 'right' },
				{ title: 'now', value: (row) => row.now, align: 'right' },
			],
			preview.byDay,
		),
		formatTable(
			[
				{ title: 'threshold', value: (row) => row.threshold.toFixed(2), align: 'right' },
				{ title: 'hits a day', value: (row) => row.hitsPerDay.toFixed(1), align: 'right' },
			],
			preview.byThreshold,
		),
		...preview.examples.map(
			(example) => `${score(example.score)}  ${example.mention} / ${example.entry}: ${example.sentence}`,
		),
		'',
	].join('\n');

const showHit = ({ summary, explanation, records, history }: OutputOf<'readHit'>): string =>
	[
		`${summary.mention.caption} may be ${summary.entry.caption} (${summary.listName}, ${summary.entry.key}): ${score(summary.score)}, ${summary.state}`,
		explanation.sentence,
		`the alert asks for: ${summary.instruction.action} (${summary.instruction.category}, ${summary.instruction.handling}; ${summary.instruction.owner}; ${summary.instruction.legalBasis})`,
		'',
		...formatExplanation(explanation),
		formatTable(
			[
				{ title: 'received', value: (record) => moment(record.receivedAt) },
				{ title: 'kind', value: (record) => record.kind },
				{ title: 'reference', value: (record) => record.reference },
				{ title: 'role', value: (record) => record.role },
				{ title: 'place', value: (record) => record.place },
			],
			records,
		),
		...history.map(
			({ at, what, by, reason }) =>
				`${moment(at)}  ${what}${by === null ? '' : ` by ${by}`}${reason === null ? '' : `: ${reason}`}`,
		),
		'',
	].join('\n');

/** Names part by part, then the evidence. */
function formatExplanation({ names, evidence }: Screened['hits'][number]['explanation']): string[] {
	return [
		...(names === null
			? []
			: [
					`  ${names.left}  /  ${names.right}`,
					...names.parts.map(
						(part) =>
							`    ${part.left.join(' ') || '–'}  /  ${part.right.join(' ') || '–'}  ${part.how}, ${percent(part.similarity)} alike, weight ${part.weight.toFixed(2)}`,
					),
				]),
		...evidence
			.filter(({ feature }) => feature !== 'name')
			.map(({ effect, sentence }) => `  ${effect < 0 ? '−' : '+'} ${sentence}`),
		'',
	];
}

/** The answer to a question: each hit with its reasons, strongest first. */
export function showScreened({ hits, lists, micros }: Screened): string {
	const asked = lists
		.map(({ list, version, entries }) => `${list} version ${version} (${formatCount(entries)} entries)`)
		.join(', ');
	const against =
		lists.length === 0
			? 'No list is loaded: "tidewaiter lists load" loads one.'
			: `Asked: ${asked}; ${Math.round(micros)} µs.`;
	if (hits.length === 0) return `No hit. ${against}\n`;
	return [
		...hits.flatMap((hit) => [
			`${score(hit.explanation.score)}${hit.reaches ? '' : ' (below the threshold)'}  ${hit.caption}  ${hit.listName}, ${hit.entry.key}${hit.entry.programmes === undefined ? '' : `, ${hit.entry.programmes.join(' ')}`}`,
			`  ${hit.explanation.sentence}`,
			...formatExplanation(hit.explanation),
		]),
		`${counted(hits.length, 'hit')}. ${against}`,
		'',
	].join('\n');
}

export const screeningShapes: Shapes = {
	listLists: { words: ['lists', 'status'], show: showLists, example: 'lists status' },
	activateList: {
		words: ['lists', 'activate'],
		positional: ['list', 'version'],
		show: (list) => showLists([list]),
		example: 'lists activate un 2',
	},
	diffList: {
		words: ['lists', 'diff'],
		positional: ['list'],
		show: showDiff,
		example: 'lists diff ofac --from 1 --to 2 --change removed',
	},
	previewList: {
		words: ['lists', 'preview'],
		positional: ['list'],
		show: showPreview,
		example: 'lists preview un --threshold 0.7 --days 30',
	},
	changeList: {
		words: ['lists', 'change'],
		positional: ['list'],
		show: (list) => showLists([list]),
		example: 'lists change un --thresholds \'{"goods":0.85,"travel":0.8,"money":0.8,"enquiry":0.7}\'',
	},
	listListEntries: {
		words: ['lists', 'entries'],
		positional: ['list'],
		show: showPage(
			[
				{ title: 'kind', value: ({ entry }) => entry.kind },
				{ title: 'entry', value: ({ caption }) => caption },
				{ title: 'key', value: ({ entry }) => entry.key },
				{ title: 'since version', value: ({ sinceVersion }) => sinceVersion, align: 'right' },
			],
			'entry',
		),
		example: 'lists entries un --search hassan',
	},
	changeListEntry: {
		words: ['lists', 'add'],
		positional: ['list'],
		show: ({ caption, entry }) => `${entry.key}: ${caption}\n`,
		example:
			'lists add own --entry \'{"key":"A-1","kind":"vehicle","names":[],"identifiers":[{"scheme":"plate","value":"AB12345"}]}\' --reason "stolen, case 17"',
	},
	removeListEntry: {
		words: ['lists', 'remove'],
		positional: ['list', 'key'],
		show: ({ key, withdrawn }) => `${key} is off the list; ${counted(withdrawn, 'hit')} withdrawn.\n`,
		example: 'lists remove own A-1 --reason "found again"',
	},
	listHits: {
		words: ['hits', 'list'],
		show: showPage(hitColumns, 'hit'),
		example: 'hits list --state open --minimum-score 0.9',
	},
	readHit: { words: ['hits', 'show'], positional: ['id'], show: showHit, example: 'hits show 0198a1c2-…' },
	decideHit: {
		words: ['hits', 'decide'],
		positional: ['id', 'decision'],
		show: (hit) => `${hit.mention.caption} / ${hit.entry.caption}: ${hit.state}\n`,
		example: 'hits decide 0198a1c2-… dismiss --reason "another date of birth in the passport"',
	},
};
