/**
 * Commands of the law: read it, ask it, see what a change would do, narrow it.
 */
import type { OutputOf } from '../../contract/operations.ts';
import { moment, type Shapes } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable } from './terminal.ts';

type Article = OutputOf<'readLaw'>['articles'][number];
type Difference = OutputOf<'simulateLaw'>['denied'][number];
type Other = OutputOf<'simulateLaw'>['log']['others'][number];
type NarrowingRow = OutputOf<'listNarrowings'>[number];

const articleColumns: Column<Article>[] = [
	{ title: 'action', value: ({ action }) => action },
	{ title: 'permitted to', value: ({ permit }) => permit.join(', ') || 'nobody' },
	{
		title: 'for',
		value: ({ personalData, purposes }) => (personalData ? purposes.join(', ') || 'nothing' : ''),
	},
	{ title: 'narrowed', value: ({ narrowed }) => (narrowed.length === 0 ? '' : String(narrowed.length)) },
];
const narrowingColumns: Column<NarrowingRow>[] = [
	{ title: 'since', value: ({ since }) => moment(since) },
	{ title: 'action', value: ({ action }) => action },
	{ title: 'role', value: ({ role }) => role ?? 'any' },
	{ title: 'purpose', value: ({ purpose }) => purpose ?? 'any' },
	{ title: 'reason', value: ({ reason }) => reason },
	{ title: 'lifted', value: ({ liftedAt }) => (liftedAt === null ? '' : moment(liftedAt)) },
	{ title: 'id', value: ({ id }) => id },
];
const differenceColumns: Column<Difference & { would: string }>[] = [
	{ title: 'would be', value: ({ would }) => would },
	{ title: 'action', value: ({ action }) => action },
	{ title: 'role', value: ({ role }) => role },
	{ title: 'purpose', value: ({ purpose }) => purpose },
];
const otherColumns: Column<Other>[] = [
	{ title: 'times', value: ({ times }) => times, align: 'right' },
	{ title: 'people', value: ({ subjects }) => subjects, align: 'right' },
	{ title: 'would be', value: ({ wouldBe }) => wouldBe },
	{ title: 'action', value: ({ action }) => action },
	{ title: 'role', value: ({ role }) => role },
	{ title: 'purpose', value: ({ purpose }) => purpose },
];

const showArticle = (article: Article): string =>
	`${formatTable(articleColumns, [article])}${article.narrowed.map(({ id, role, purpose, reason }) => `narrowed ${id}: ${role ?? 'any role'}, ${purpose ?? 'any purpose'} (${reason})\n`).join('')}`;

export const lawShapes: Shapes = {
	readLaw: {
		words: ['law', 'show'],
		show: ({ articles }) =>
			`${formatTable(articleColumns, articles)}${counted(articles.length, 'article')}; --json has reasons and Cedar policies\n`,
		example: 'law show',
	},
	askLaw: {
		words: ['law', 'ask'],
		positional: ['role', 'action'],
		show: ({ permitted, code, reasons }) =>
			`${permitted ? 'permitted' : `denied (${code ?? ''})`}\n${reasons.map((reason) => `  ${reason}\n`).join('')}`,
		example: 'law ask officer record.export --purpose customs-control',
	},
	simulateLaw: {
		words: ['law', 'simulate'],
		show: ({ denied, permitted, log }) => {
			const differences = [
				...denied.map((each) => ({ ...each, would: 'denied' })),
				...permitted.map((each) => ({ ...each, would: 'permitted' })),
			];
			return `${formatTable(differenceColumns, differences)}${counted(differences.length, 'difference')}\n\n${formatTable(otherColumns, log.others)}${formatCount(log.examined)} decisions since ${moment(log.from)} decided again${log.isComplete ? '' : ', the newest'}: ${formatCount(log.others.reduce((sum, { times }) => sum + times, 0))} would be others\n`;
		},
		example: `law simulate --narrow '[{"action":"record.export","role":"analyst"}]' --days 30`,
	},
	narrowLaw: {
		words: ['law', 'narrow'],
		positional: ['action'],
		show: showArticle,
		example: 'law narrow record.export --role analyst --reason "exports go through the exchange desk"',
	},
	liftNarrowing: {
		words: ['law', 'lift'],
		positional: ['id'],
		show: showArticle,
		example: 'law lift 0198a1c2-… --reason "the desk is short of people"',
	},
	listNarrowings: {
		words: ['law', 'narrowings'],
		show: (rows) => `${formatTable(narrowingColumns, rows)}${counted(rows.length, 'narrowing')}\n`,
		example: 'law narrowings',
	},
};
