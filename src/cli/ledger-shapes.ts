/**
 * Commands of the ledger. Those that write files or show progress (prove, export, verify) are in ledger-commands.ts.
 */
import type { OutputOf } from '../../contract/operations.ts';
import type { LedgerState } from '../../contract/operations-ledger.ts';
import { moment, type Shapes } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable, plain } from './terminal.ts';

type Entry = OutputOf<'listLedger'>['items'][number];

/** What an entry says besides its moment and kind; as it stands where it cannot be read. */
function sayOf({ entry }: Entry): string {
	const read: unknown = JSON.parse(entry);
	if (typeof read !== 'object' || read === null) return entry;
	return Object.entries(read)
		.filter(([member]) => member !== 'at' && member !== 'what')
		.map(([member, value]) => `${member}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
		.join(' ');
}

const columns: Column<Entry>[] = [
	{ title: 'position', value: ({ position }) => position, align: 'right' },
	{ title: 'at', value: ({ at }) => moment(at) },
	{ title: 'what', value: ({ what }) => what },
	{ title: 'entry', value: sayOf },
];

/** State of a ledger for people: size, root, who has cosigned, and what is wrong. */
export function showLedger(state: LedgerState): string {
	const { origin, size, root, checkpointAt, cosigners, problem } = state;
	return [
		`${origin}: ${counted(size, 'entry')}, root ${root}`,
		checkpointAt === null
			? 'Not signed yet; "tidewaiter ledger checkpoint" signs it.'
			: `Signed ${moment(checkpointAt)}.`,
		...cosigners.map(({ name, at }) => `Cosigned by ${name} ${moment(at)}.`),
		...(checkpointAt !== null && cosigners.length === 0
			? ['No partner has cosigned this checkpoint yet.']
			: []),
		...(problem === null ? [] : [`PROBLEM: ${plain(problem)}`]),
		'',
	].join('\n');
}

export const showVerified = ({ size, seconds, defect }: OutputOf<'verifyLedger'>): string =>
	defect === null
		? `${counted(size, 'entry')} verified in ${seconds} s: none was changed, and every checkpoint holds.\n`
		: `NOT VERIFIED, at entry ${formatCount(defect.position)}: ${plain(defect.sentence)} (${defect.kind})\n`;

export const ledgerShapes: Shapes = {
	readLedger: { words: ['ledger', 'show'], show: showLedger, example: 'ledger show' },
	listLedger: {
		words: ['ledger', 'list'],
		show: ({ items, next }) =>
			`${formatTable(columns, items)}${counted(items.length, 'entry')}${next === null ? '' : `; --before ${next} shows more`}\n`,
		example: 'ledger list --what agreement,message --from 2026-03-01T00:00:00Z',
	},
	listLedgerProblems: {
		words: ['ledger', 'problems'],
		show: (problems) =>
			problems.length === 0
				? 'Nothing is held against any ledger.\n'
				: problems
						.map(
							({ partner, at, kind, sentence }) => `${moment(at)} ${partner}: ${kind}. ${plain(sentence)}\n`,
						)
						.join(''),
		example: 'ledger problems',
	},
	checkpointLedger: { words: ['ledger', 'checkpoint'], show: showLedger, example: 'ledger checkpoint' },
	clearLedgerProblem: {
		words: ['ledger', 'clear'],
		positional: ['partner'],
		show: ({ partner, cleared }) =>
			`${counted(cleared, 'problem')} of the ledger of ${partner} cleared; the evidence is kept.\n`,
		example: 'ledger clear customs --reason "restored from the backup of Monday; compared by phone"',
	},
};
