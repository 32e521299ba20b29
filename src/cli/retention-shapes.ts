/**
 * Commands of retention: the schedule, passes, what ended, holds.
 */
import type { OutputOf } from '../../contract/operations.ts';
import type { Deletion, Hold, RetentionRule, RetentionRun } from '../../contract/operations-retention.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable, plain } from './terminal.ts';

const days = (count: number | null): string =>
	count === null ? 'never' : `${formatCount(count)} ${count === 1 ? 'day' : 'days'}`;

const ruleColumns: Column<RetentionRule>[] = [
	{ title: 'kind', value: ({ kind }) => kind },
	{
		title: 'masked after',
		value: ({ maskAfterDays, canBeMasked }) => (canBeMasked ? days(maskAfterDays) : ''),
	},
	{ title: 'deleted after', value: ({ deleteAfterDays }) => days(deleteAfterDays) },
	{ title: 'to mask', value: ({ due }) => formatCount(due.masked), align: 'right' },
	{ title: 'to delete', value: ({ due }) => formatCount(due.deleted), align: 'right' },
	{ title: 'changed', value: ({ changedAt }) => (changedAt === null ? 'as proposed' : moment(changedAt)) },
	{ title: 'by', value: ({ changedBy }) => changedBy },
];

const deletionColumns: Column<Deletion>[] = [
	{ title: 'at', value: ({ at }) => moment(at) },
	{ title: 'act', value: ({ act }) => act },
	{ title: 'kind', value: ({ kind }) => kind },
	{ title: 'count', value: ({ count }) => count, align: 'right' },
	{ title: 'because', value: ({ because }) => because },
	{ title: 'ledger entry', value: ({ ledgerPosition }) => ledgerPosition, align: 'right' },
];

const holdColumns: Column<Hold>[] = [
	{ title: 'id', value: ({ id }) => id },
	{ title: 'record', value: ({ record }) => record },
	{ title: 'ground', value: ({ ground }) => ground },
	{ title: 'review', value: ({ reviewOn, overdue }) => (overdue ? `${reviewOn} OVERDUE` : reviewOn) },
	{ title: 'case', value: ({ caseReference }) => caseReference },
	{ title: 'reason', value: ({ reason }) => reason },
];

function showRun({ startedAt, endedAt, masked, deleted, destroyed, held, error }: RetentionRun): string {
	const done = `${formatCount(masked)} masked, ${formatCount(deleted)} deleted, ${counted(destroyed, 'original')} destroyed, ${formatCount(held)} held`;
	const state =
		error === null ? (endedAt === null ? ' (going on, or cut short)' : '') : `; stopped: ${plain(error)}`;
	return `${moment(startedAt)}: ${done}${state}`;
}

function showState(state: OutputOf<'readRetention'>): string {
	const { schedule, runs, originalsToDestroy, left, holds, elsewhere } = state;
	return [
		`${formatTable(ruleColumns, schedule)}To mask and to delete: within 30 days, with what is overdue.`,
		...(runs.length === 0 ? ['No pass yet.'] : runs.slice(0, 3).map(showRun)),
		`${counted(left, 'document')} held beyond the end; ${counted(holds.open, 'hold')}, ${formatCount(holds.overdue)} to be reviewed.`,
		...(originalsToDestroy === 0
			? []
			: [`${counted(originalsToDestroy, 'original')} still to be destroyed in the vault.`]),
		...elsewhere,
		'',
	].join('\n');
}

const showRule = (rule: RetentionRule): string => formatTable(ruleColumns, [rule]);

const showHold = ({ id, record, reviewOn, liftedAt }: Hold): string =>
	liftedAt === null
		? `${record} is held until the hold ${id} is lifted; to be reviewed on ${reviewOn}.\n`
		: `The hold ${id} on ${record} is lifted.\n`;

export const retentionShapes: Shapes = {
	readRetention: { words: ['retention', 'show'], show: showState, example: 'retention show' },
	changeRetention: {
		words: ['retention', 'change'],
		positional: ['kind'],
		show: showRule,
		example:
			'retention change booking --mask-after-days 90 --delete-after-days 1095 --reason "national law of May"',
	},
	runRetention: {
		words: ['retention', 'run'],
		show: (run) => `${showRun(run)}\n`,
		example: 'retention run',
	},
	listDeletions: {
		words: ['retention', 'deletions'],
		show: showPage(deletionColumns, 'entry'),
		example: 'retention deletions --act destroyed',
	},
	holdRecord: {
		words: ['retention', 'hold'],
		positional: ['record'],
		show: showHold,
		example:
			'retention hold 0198a1c2-0000-7000-8000-000000000000 --ground legal-proceedings --reason "court of first instance" --review-on 2027-03-01',
	},
	liftHold: {
		words: ['retention', 'lift'],
		positional: ['id'],
		show: showHold,
		example: 'retention lift 0198a1c2-0000-7000-8000-000000000000 --reason "the judgment is final"',
	},
	listHolds: {
		words: ['retention', 'holds'],
		show: showPage(holdColumns, 'hold'),
		example: 'retention holds --state overdue',
	},
};
