/**
 * What is answered about rules: the list with how they do, one rule in full, rules as a file. Reads the store, changes
 * nothing; a list costs the same few queries however many rules there are.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Rule, RuleFile } from '../../../contract/rules.ts';
import {
	backtest as backtestSchema,
	type RuleDetail,
	type RuleState,
	type RuleSummary,
} from '../../../contract/views-rules.ts';
import type { Database } from '../../platform/database/port.ts';
import { wilson } from '../../values/proportion.ts';
import {
	type RuleSums,
	readFirings,
	readRecordDays,
	readRuleDays,
	readRuleSums,
} from '../store/rule-figures.ts';
import {
	readBacktest,
	readPendingVersions,
	readRuleEvents,
	readSpeakingVersions,
	readVersions,
	type StoredVersion,
} from '../store/rules.ts';
import { lifeOfVersion } from './change-rules.ts';
import { daysLeft, stateOn } from './life.ts';
import { dayOf, daysBefore, kindOf, LIFE_DAYS, lifeOf } from './live-figures.ts';
import { ruleFileOf, storedRule } from './rule-text.ts';

const MOST_EVENTS = 100;
const MOST_FIRINGS = 20;

const NOTHING: RuleSums = { fired: 0, inspected: 0, found: 0, errored: 0 };

/** What a search looks at, in small letters. */
const searchedText = ({ id, title, reason, when, owner, legalBasis, source }: Rule): string =>
	[id, title, reason, when, owner, legalBasis, source].join('\n').toLowerCase();

function summaryOf(
	version: StoredVersion,
	rule: Rule,
	pending: number | null,
	sums: RuleSums,
	today: string,
): RuleSummary {
	const life = lifeOfVersion(version, rule);
	return {
		id: rule.id,
		version: version.version,
		title: rule.title,
		owner: rule.owner,
		subject: rule.subject,
		state: stateOn(life, today),
		validFrom: rule.validFrom,
		validUntil: rule.validUntil,
		daysLeft: daysLeft(life, today),
		effect: rule.effect,
		pending: pending !== null && pending > version.version ? pending : null,
		fired: sums.fired,
		precision: wilson(sums.found, sums.inspected),
		errored: sums.errored,
		changedAt: version.changedAt.toISOString(),
		changedBy: version.changedBy,
	};
}

/** True for states of versions that wait: the list then shows these, also where another version is live. */
const isWaiting = (state: RuleState | undefined): boolean => state === 'draft' || state === 'proposed';

export async function listRules(
	database: Database,
	nowMs: number,
	{ state, subject, search }: InputOf<'listRules'>,
): Promise<RuleSummary[]> {
	const today = dayOf(nowMs);
	const [speaking, waiting, sums] = await Promise.all([
		readSpeakingVersions(database),
		readPendingVersions(database),
		readRuleSums(database, daysBefore(today, LIFE_DAYS)),
	]);
	const pending = new Map(waiting.map(({ id, version }) => [id, version]));
	const words = search?.trim().toLowerCase() ?? '';
	return (isWaiting(state) ? waiting : speaking)
		.map((version) => ({ version, rule: storedRule(version.body) }))
		.filter(({ rule }) => words === '' || searchedText(rule).includes(words))
		.map(({ version, rule }) =>
			summaryOf(version, rule, pending.get(version.id) ?? null, sums.get(version.id) ?? NOTHING, today),
		)
		.filter((summary) => state === undefined || summary.state === state)
		.filter((summary) => subject === undefined || summary.subject === subject);
}

/** @throws TidewaiterError not-found */
export async function readRule(
	database: Database,
	nowMs: number,
	costOf: (rule: string) => number | undefined,
	{ id, version: wanted }: InputOf<'readRule'>,
): Promise<RuleDetail> {
	const versions = await readVersions(database, id);
	const version =
		wanted === undefined
			? (versions.find(({ state }) => state === 'live') ?? versions[0])
			: versions.find((each) => each.version === wanted);
	if (version === undefined)
		throw new TidewaiterError(
			'not-found',
			versions.length === 0
				? `There is no rule ${id}.`
				: `There is no version ${wanted ?? ''} of the rule ${id}.`,
			{ remedy: 'See "tidewaiter rules list".' },
		);
	const rule = storedRule(version.body);
	const today = dayOf(nowMs);
	const since = daysBefore(today, LIFE_DAYS);
	const live = versions.find(({ state }) => state === 'live');
	const [, counted = since] = [since, live?.countedFrom ?? since].sort();
	const kind = kindOf(rule.subject);
	const [days, records, events, kept, firings] = await Promise.all([
		readRuleDays(database, id, counted),
		readRecordDays(database, kind, rule.offices, counted),
		readRuleEvents(database, id, MOST_EVENTS),
		readBacktest(database, id, version.tried),
		readFirings(database, id, MOST_FIRINGS),
	]);
	const life = lifeOf({
		days,
		records,
		kind,
		today,
		countedFrom: counted,
		lastFiredAt: firings[0]?.record.receivedAt ?? null,
		microsPerUnit: costOf(id) ?? null,
	});
	const pending = versions.find(({ state }) => isWaiting(state))?.version ?? null;
	return {
		summary: summaryOf(
			version,
			rule,
			pending,
			{
				fired: life.fired,
				inspected: life.precision.of,
				found: life.precision.count,
				errored: life.errored,
			},
			today,
		),
		rule,
		life,
		events,
		versions: versions.map((each) => ({
			version: each.version,
			state: stateOn(lifeOfVersion(each), today),
			changedAt: each.changedAt.toISOString(),
			changedBy: each.changedBy,
			approvedBy: each.approvedBy,
		})),
		backtest: kept === undefined ? null : backtestSchema.parse(JSON.parse(kept.result)),
		firings,
	};
}

/** All rules but retired ones, unless some are asked for. @throws TidewaiterError invalid-input */
export async function exportRules(
	database: Database,
	nowMs: number,
	{ ids, state }: InputOf<'exportRules'>,
): Promise<RuleFile> {
	const today = dayOf(nowMs);
	const wanted =
		ids === undefined
			? undefined
			: new Set(
					ids
						.split(',')
						.map((id) => id.trim())
						.filter((id) => id !== ''),
				);
	const versions = isWaiting(state)
		? await readPendingVersions(database)
		: await readSpeakingVersions(database);
	const found = versions
		.filter(({ id }) => wanted === undefined || wanted.has(id))
		.filter((version) => {
			const now = stateOn(lifeOfVersion(version), today);
			return state === undefined ? wanted !== undefined || now !== 'retired' : now === state;
		});
	const missing = [...(wanted ?? [])].filter((id) => !found.some((version) => version.id === id));
	if (missing.length > 0)
		throw new TidewaiterError(
			'invalid-input',
			`There is no rule ${missing.slice(0, 5).join(', ')}${state === undefined ? '' : ` that is ${state}`}.`,
			{ place: 'ids', remedy: 'See "tidewaiter rules list".' },
		);
	return ruleFileOf(found.map(({ body }) => storedRule(body)));
}
