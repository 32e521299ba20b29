/**
 * How long each kind of data is kept unless somebody says otherwise, and where that comes from. Days from receipt. The
 * sources are pointers for whoever answers for the data: check with your law.
 */
import type { RetentionKind } from '../../contract/operations-retention.ts';

export type ProposedRule = {
	readonly maskAfterDays: number | null;
	readonly deleteAfterDays: number;
	/** Longest that is taken without a basis in law being named. */
	readonly maximumDays: number;
	readonly canBeMasked: boolean;
	readonly sentence: string;
	readonly source: string;
};

const YEAR = 365;
const years = (count: number): number => Math.ceil(count * 365.25);
const HALF_A_YEAR = 183;

const DOCUMENT =
	'From receipt of the newest version of a document; all its versions end with it, with their findings, hits, assessments and firings of rules, and with what is known of persons from them alone.';

const document = (
	maskAfterDays: number | null,
	deleteAfterDays: number,
	maximumDays: number,
	source: string,
): ProposedRule => ({
	maskAfterDays,
	deleteAfterDays,
	maximumDays,
	canBeMasked: true,
	sentence: DOCUMENT,
	source: `${source} Check with your law.`,
});

const other = (
	deleteAfterDays: number,
	maximumDays: number,
	sentence: string,
	source: string,
): ProposedRule => ({
	maskAfterDays: null,
	deleteAfterDays,
	maximumDays,
	canBeMasked: false,
	sentence,
	source: `${source} Check with your law.`,
});

export const PROPOSED: { readonly [kind in RetentionKind]: ProposedRule } = {
	declaration: document(
		null,
		years(5),
		years(10),
		'Union Customs Code (Regulation (EU) No 952/2013), article 51: documents are kept at least three years from the end of the year of release; article 103: a customs debt lapses after three years, after five to ten where it comes of an offence.',
	),
	'cargo-report': document(
		YEAR,
		years(3),
		years(5),
		'Union Customs Code (Regulation (EU) No 952/2013), article 51: at least three years; what is not needed for control before arrival is masked earlier.',
	),
	'passenger-list': document(
		HALF_A_YEAR,
		years(5),
		years(5),
		'Directive (EU) 2016/681, annex I, point 18, and article 12, where the data are part of PNR: as for bookings. Data that a border authority has under Directive 2004/82/EC, article 6, go within 24 hours after entry unless they are needed later: shorten it there.',
	),
	booking: document(
		HALF_A_YEAR,
		years(5),
		years(5),
		'Directive (EU) 2016/681, article 12: depersonalised by masking after six months, deleted after five years. The Court of Justice (C-817/19, 2022) lets data of travellers without any link to such offences be kept for six months only: shorten it there.',
	),
	'suspicion-report': document(
		null,
		years(5),
		years(10),
		'Directive (EU) 2015/849, article 40, lets those who report keep five years, and five more where that is necessary and proportionate; what an intelligence unit may keep is national law.',
	),
	'cash-declaration': document(
		null,
		years(5),
		years(8),
		'Regulation (EU) 2018/1672, article 13: five years from the day on which the data were obtained, and at most three more after a thorough assessment.',
	),
	'movement-event': document(
		30,
		YEAR,
		years(2),
		'No rule of the Union: proportionate to its purpose, Directive (EU) 2016/680, articles 4 and 5. A plate is personal data; how long plates may be kept is national law.',
	),
	outcome: document(
		years(3),
		years(5),
		years(10),
		'As for the customs documents that they are about: Union Customs Code, articles 51 and 103.',
	),
	original: other(
		years(5),
		years(10),
		'The bytes as received are destroyed in the vault when the last of their records has ended, and at the latest so many days after receipt, also where they brought nothing that was new; once a record of them is masked, nobody is given them.',
		'No longer than the records that were read of them: Regulation (EU) 2016/679, article 5(1)(e).',
	),
	quarantine: other(
		90,
		YEAR,
		'From the day on which it could not be read, whether somebody looked at it or not.',
		'What nobody could read serves no purpose: Regulation (EU) 2016/679, article 5(1)(c) and (e).',
	),
	'confirmed-hit': other(
		years(5),
		years(10),
		'Records of somebody on whom a hit was confirmed are held this long after the decision; other hits end with the last record that speaks of whom they are on.',
		'As long as the measure that the list stands for may be contested; national law.',
	),
	decision: other(
		years(3),
		years(10),
		'From the day of the decision: who was permitted what, for which purpose.',
		'Directive (EU) 2016/680, article 25: logs serve to verify that processing was lawful; how long they are kept is national law.',
	),
	matching: other(
		years(3),
		years(5),
		'Questions that were put to partners, and intersections, from their day. Offers end with their validity.',
		'Both sides of an agreement must be able to show what was asked: Directive (EU) 2016/680, article 25.',
	),
	'list-entry': other(
		years(3),
		years(10),
		'Entries of lists and alerts of the node, from the load of the version in which they were changed or taken out.',
		'As long as it may be asked why somebody was stopped; national law.',
	),
};

/** What ends by a clock of its own. */
export const ELSEWHERE: readonly string[] = [
	'Messages: the key of a body is destroyed when its agreement says so; the header stays, so that the ledger can be read.',
	'Offers for matching: seeds and tags are deleted at the end of their validity.',
	'Requests of data subjects: when they are closed, each has an end of its own.',
	'Memory of profiles and histories: counts under hashes, without names; they go when the ring of the newest two million events has turned. What has ended is never read into it again; without its file the next start makes it from what is stored.',
	'The ledger: never, it holds hashes and identifiers and no personal data.',
	'Counts by hour, by rule and by group: never, nobody can be told from them.',
];

/** Days of a kind that hold now: what was said last, else what is proposed. */
export type RuleInForce = {
	readonly maskAfterDays: number | null;
	readonly deleteAfterDays: number;
	readonly version: number;
};

const DAY_MS = 86_400_000;

export const daysBefore = (nowMs: number, days: number): number => nowMs - days * DAY_MS;
export const daysAfter = (fromMs: number, days: number): number => fromMs + days * DAY_MS;

/** What is wrong with days that somebody wants, in a sentence; undefined where nothing is. */
export function problemOfRule(
	kind: RetentionKind,
	maskAfterDays: number | null,
	deleteAfterDays: number,
	basis: string | undefined,
): string | undefined {
	const { canBeMasked, maximumDays } = PROPOSED[kind];
	if (maskAfterDays !== null && !canBeMasked)
		return `In ${kind} there is nothing to mask; it is deleted at its end.`;
	if (maskAfterDays !== null && maskAfterDays >= deleteAfterDays)
		return 'What is deleted cannot be masked afterwards: mask earlier, or leave it out.';
	if (deleteAfterDays > maximumDays && basis === undefined)
		return `More than ${maximumDays} days need a basis: name the law that asks for it.`;
	return undefined;
}
