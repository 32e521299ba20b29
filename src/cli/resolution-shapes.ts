/**
 * Commands of entities, candidates and judgements.
 */
import type { OutputOf } from '../../contract/operations.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { counted, formatCount, formatTable } from './terminal.ts';

const probability = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

const showEntity = ({
	summary,
	names,
	identifiers,
	facts,
	mentions,
	judgements,
	candidates,
	capped,
}: OutputOf<'readEntity'>): string =>
	[
		`${summary.kind} ${summary.caption} (${summary.id}): ${counted(summary.mentions, 'mention')} in ${counted(summary.records, 'record')}, ${moment(summary.firstSeenAt)} to ${moment(summary.lastSeenAt)}`,
		'',
		formatTable(
			[
				{ title: 'what', value: ([what]) => what },
				{ title: 'value', value: ([, value]) => value },
				{ title: 'mentions', value: ([, , count]) => count, align: 'right' },
			],
			[
				...names.map((each): [string, string, number] => ['name', each.name, each.mentions]),
				...identifiers.map((each): [string, string, number] => [each.scheme, each.value, each.mentions]),
				...facts.map((each): [string, string, number] => [each.fact, each.value, each.mentions]),
			],
		),
		formatTable(
			[
				{ title: 'mention', value: (mention) => mention.caption },
				{ title: 'records', value: (mention) => mention.records, align: 'right' },
				{ title: 'key', value: (mention) => mention.key },
			],
			mentions,
		),
		formatTable(
			[
				{
					title: 'judgement',
					value: (each) => `${each.verdict}${each.undoneAt === null ? '' : ' (undone)'}`,
				},
				{ title: 'by', value: (each) => each.judge ?? each.by },
				{ title: 'probability', value: (each) => probability(each.probability), align: 'right' },
				{ title: 'left', value: (each) => each.left.caption },
				{ title: 'right', value: (each) => each.right.caption },
				{ title: 'why', value: (each) => each.reason.slice(0, 120) },
				{ title: 'id', value: (each) => each.id },
			],
			judgements,
		),
		...candidates.map(
			(each) =>
				`perhaps ${each.left.caption} / ${each.right.caption}, ${probability(each.probability)}: ${each.sentence}`,
		),
		...capped.map(
			({ kind, value, mentions: shared, cap }) =>
				`${kind} ${value} is shared by ${formatCount(shared)} mentions (cap ${formatCount(cap)}): it links nobody`,
		),
		'',
	].join('\n');

const showStatus = (status: OutputOf<'readResolution'>): string =>
	[
		`${counted(status.mentions, 'mention')}, ${formatCount(status.waiting)} waiting; ${counted(status.entities, 'entity')}; ${counted(status.candidates, 'candidate')} open`,
		`judgements: ${formatCount(status.judgements.model)} by model, ${formatCount(status.judgements.identifier)} by identifier, ${formatCount(status.judgements.person)} by persons`,
		...status.models.map(
			({ kind, origin, threshold, candidateThreshold }) =>
				`${kind}: ${origin}, one from ${threshold} on, candidate from ${candidateThreshold} on`,
		),
		...(status.run === null
			? []
			: [`run: ${status.run.state}, ${Math.round(status.run.done * 100)} %, ${status.run.note}`]),
		'',
	].join('\n');

export const resolutionShapes: Shapes = {
	listEntities: {
		words: ['entities', 'list'],
		show: showPage(
			[
				{ title: 'kind', value: (entity) => entity.kind },
				{ title: 'entity', value: (entity) => entity.caption },
				{ title: 'mentions', value: (entity) => entity.mentions, align: 'right' },
				{ title: 'records', value: (entity) => entity.records, align: 'right' },
				{ title: 'last seen', value: (entity) => moment(entity.lastSeenAt) },
				{ title: 'open hits', value: (entity) => entity.openHits, align: 'right' },
				{ title: 'id', value: (entity) => entity.id },
			],
			'entity',
		),
		example: 'entities list --search "Nordvik Handel"',
	},
	readEntity: {
		words: ['entities', 'show'],
		positional: ['id'],
		show: showEntity,
		example: 'entities show 0198a1c2-…',
	},
	listEntityRecords: {
		words: ['entities', 'records'],
		positional: ['id'],
		show: showPage(
			[
				{ title: 'received', value: (each) => moment(each.receivedAt) },
				{ title: 'kind', value: (each) => each.kind },
				{ title: 'reference', value: (each) => each.reference },
				{ title: 'role', value: (each) => each.role },
				{ title: 'what', value: (each) => each.caption },
			],
			'record',
		),
		example: 'entities records 0198a1c2-…',
	},
	listRecordEntities: {
		words: ['records', 'entities'],
		positional: ['id'],
		show: (rows) =>
			formatTable(
				[
					{ title: 'place', value: (row) => row.place },
					{ title: 'role', value: (row) => row.role },
					{ title: 'who', value: (row) => row.caption },
					{ title: 'entity', value: (row) => row.entity?.id ?? 'waiting' },
					{ title: 'records', value: (row) => row.entity?.records ?? 0, align: 'right' },
					{ title: 'open hits', value: (row) => row.openHits, align: 'right' },
				],
				rows,
			),
		example: 'records entities 0198a1c2-…',
	},
	listCandidates: {
		words: ['candidates', 'list'],
		show: showPage(
			[
				{ title: 'probability', value: (each) => probability(each.probability), align: 'right' },
				{ title: 'left', value: (each) => each.left.caption },
				{ title: 'right', value: (each) => each.right.caption },
				{ title: 'why', value: (each) => each.sentence },
				{ title: 'left key', value: (each) => each.left.key },
				{ title: 'right key', value: (each) => each.right.key },
			],
			'candidate',
		),
		example: 'candidates list --kind person',
	},
	judge: {
		words: ['judgement', 'make'],
		positional: ['left', 'right', 'verdict'],
		show: ({ judgement, leftEntity, rightEntity }) =>
			`${judgement.id}: ${judgement.verdict}; ${leftEntity === rightEntity ? `one entity, ${leftEntity}` : `entities ${leftEntity} and ${rightEntity}`}\n`,
		example: 'judgement make 5f1c… 77ab… same --reason "same passport, maiden name"',
	},
	undoJudgement: {
		words: ['judgement', 'undo'],
		positional: ['id'],
		show: ({ judgement, leftEntity, rightEntity }) =>
			`${judgement.id} is undone; ${leftEntity === rightEntity ? `still one entity, ${leftEntity}` : `entities ${leftEntity} and ${rightEntity}`}\n`,
		example: 'judgement undo 0198a1c2-… --reason "two brothers"',
	},
	readResolution: { words: ['resolution', 'status'], show: showStatus, example: 'resolution status' },
	runResolution: { words: ['resolution', 'run'], show: showStatus, example: 'resolution run' },
};
