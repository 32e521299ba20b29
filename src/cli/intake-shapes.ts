/**
 * Commands of records, quarantine, users and keys.
 */
import type { OutputOf } from '../../contract/operations.ts';
import type { Quarantined, RecordSummary } from '../../contract/views.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable } from './terminal.ts';

const recordColumns: Column<RecordSummary>[] = [
	{ title: 'received', value: (record) => moment(record.receivedAt) },
	{ title: 'kind', value: (record) => record.kind },
	{ title: 'reference', value: (record) => record.reference },
	{ title: 'version', value: (record) => record.version, align: 'right' },
	{ title: 'lane', value: (record) => record.lane },
	{ title: 'findings', value: (record) => record.findings, align: 'right' },
	{ title: 'worst', value: (record) => record.worst },
	{ title: 'what', value: (record) => record.caption },
	{ title: 'id', value: (record) => record.id },
];

const quarantineColumns: Column<Quarantined>[] = [
	{ title: 'received', value: (entry) => moment(entry.receivedAt) },
	{ title: 'format', value: (entry) => entry.format },
	{ title: 'name', value: (entry) => entry.name },
	{ title: 'place', value: (entry) => entry.place },
	{ title: 'reason', value: (entry) => entry.reason },
	{ title: 'remedy', value: (entry) => entry.remedy },
	{ title: 'id', value: (entry) => entry.id },
];

const showDetail = ({ summary, findings, versions, submission, record }: OutputOf<'readRecord'>): string =>
	[
		`${summary.kind} ${summary.reference}, version ${summary.version}`,
		`${summary.caption}`,
		`received ${summary.receivedAt} from ${submission.source} by ${submission.channel}, ${submission.name ?? submission.id}, ${submission.place}`,
		'',
		findings.length === 0
			? 'no findings\n'
			: formatTable(
					[
						{ title: 'severity', value: (finding) => finding.severity },
						{ title: 'code', value: (finding) => finding.code },
						{ title: 'place', value: (finding) => finding.place },
						{ title: 'finding', value: (finding) => finding.sentence },
					],
					findings,
				),
		formatTable(
			[
				{ title: 'version', value: (version) => version.version, align: 'right' },
				{ title: 'received', value: (version) => version.receivedAt },
				{ title: 'changes', value: (version) => version.changes.length, align: 'right' },
				{ title: 'late', value: (version) => version.late },
			],
			versions,
		),
		JSON.stringify(record, null, 2),
		'',
	].join('\n');

const showResult = (result: OutputOf<'readSubmission'>): string =>
	`${result.status}: ${result.format}, ${counted(result.records, 'record')}, ${formatCount(result.refusedCount)} refused\n${result.refused
		.map((refused) => `  ${refused.place}: ${refused.reason} ${refused.remedy}\n`)
		.join('')}`;

const showOverview = ({ node, totals, byKind }: OutputOf<'readOverview'>): string =>
	`${node.name} (${node.id}): ${counted(totals.submissions, 'submission')}, ${counted(totals.records, 'record')}, ${counted(totals.findings, 'finding')}, ${formatCount(totals.quarantined)} quarantined\n\nlast 24 hours\n${formatTable(
		[
			{ title: 'kind', value: (row) => row.kind },
			{ title: 'records', value: (row) => row.records, align: 'right' },
			{ title: 'findings', value: (row) => row.findings, align: 'right' },
			{ title: 'with errors', value: (row) => row.errors, align: 'right' },
		],
		byKind,
	)}`;

const userColumns: Column<OutputOf<'listUsers'>['items'][number]>[] = [
	{ title: 'name', value: (user) => user.name },
	{ title: 'display name', value: (user) => user.displayName },
	{ title: 'role', value: (user) => user.role },
	{ title: 'active', value: (user) => (user.active ? 'yes' : 'no') },
	{ title: 'second factor', value: (user) => (user.secondFactor ? 'yes' : 'no') },
	{ title: 'last seen', value: (user) => user.lastSeenAt },
	{ title: 'id', value: (user) => user.id },
];

const showSignIn = ({ secondFactorRoles, changedAt }: OutputOf<'readSignInSettings'>): string =>
	`second factor  ${secondFactorRoles.length === 0 ? 'needed by no role' : `needed by ${secondFactorRoles.join(', ')}`}\n${changedAt === null ? '' : `changed        ${moment(changedAt)}\n`}`;

const keyColumns: Column<OutputOf<'listKeys'>['items'][number]>[] = [
	{ title: 'name', value: (key) => key.name },
	{ title: 'role', value: (key) => key.role },
	{ title: 'expires', value: (key) => key.expiresAt.slice(0, 10) },
	{ title: 'last used', value: (key) => key.lastUsedAt },
	{ title: 'revoked', value: (key) => (key.revoked ? 'yes' : 'no') },
	{ title: 'id', value: (key) => key.id },
];

export const intakeShapes: Shapes = {
	readOverview: { words: ['overview'], show: showOverview, example: 'overview' },
	listRecords: {
		words: ['records', 'list'],
		show: showPage(recordColumns, 'record'),
		example: 'records list --kind declaration --worst error --limit 20',
	},
	readRecord: {
		words: ['records', 'show'],
		positional: ['id'],
		show: showDetail,
		example: 'records show 0198a1c2-…',
	},
	readSubmission: {
		words: ['submission'],
		positional: ['submission'],
		show: showResult,
		example: 'submission 9f86d081…',
	},
	listQuarantine: {
		words: ['quarantine', 'list'],
		show: showPage(quarantineColumns, 'message'),
		example: 'quarantine list --state open',
	},
	retryQuarantine: {
		words: ['quarantine', 'retry'],
		positional: ['id'],
		show: showResult,
		example: 'quarantine retry 0198a1c2-…',
	},
	discardQuarantine: {
		words: ['quarantine', 'discard'],
		positional: ['id'],
		show: (entry) => `${entry.id} is set aside; its original stays.\n`,
		example: 'quarantine discard 0198a1c2-… --reason "sent by mistake"',
	},
	listUsers: { words: ['user', 'list'], show: showPage(userColumns, 'user'), example: 'user list' },
	createUser: {
		words: ['user', 'add'],
		positional: ['name'],
		password: 'always',
		show: ({ id }) => `user ${id}\n`,
		example: 'user add amara --display-name "Amara O." --role analyst',
	},
	changeUser: {
		words: ['user', 'change'],
		positional: ['id'],
		password: 'when-asked',
		show: ({ id }) => `user ${id} is changed and must sign in again.\n`,
		example: 'user change 0198a1c2-… --new-password',
	},
	resetSecondFactor: {
		words: ['user', 'reset-second-factor'],
		positional: ['id'],
		show: ({ id }) => `user ${id} signs in with the password alone, and may set up another second factor.\n`,
		example: 'user reset-second-factor 0198a1c2-…',
	},
	readSignInSettings: { words: ['sign-in', 'show'], show: showSignIn, example: 'sign-in show' },
	changeSignInSettings: {
		words: ['sign-in', 'change'],
		show: showSignIn,
		example: 'sign-in change --second-factor-roles supervisor,administrator',
	},
	listKeys: { words: ['key', 'list'], show: showPage(keyColumns, 'key'), example: 'key list' },
	createKey: {
		words: ['key', 'create'],
		positional: ['name'],
		show: ({ key, expiresAt }) => `${key}\nexpires ${expiresAt.slice(0, 10)}; the key is shown once.\n`,
		example: 'key create "port system" --role integrator --days 90',
	},
	revokeKey: {
		words: ['key', 'revoke'],
		positional: ['id'],
		show: ({ id }) => `key ${id} is revoked.\n`,
		example: 'key revoke 0198a1c2-…',
	},
};
