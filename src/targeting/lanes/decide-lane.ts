/**
 * What speaks for a check in, a lane out. Pure.
 * Asked in this order, where the strictest lane wins and the first in the order has the word: alerts and mandatory rules,
 * rules, validation, rules and model by score, chance. A discreet check must not show, so it changes nothing.
 * Invariants: a higher score never gives a laxer lane; places are never exceeded but by what is mandatory; a trusted trader
 * is drawn by chance like everybody.
 */
import type { AlertAction } from '../../../contract/lists.ts';
import type { Lane } from '../../../contract/views.ts';
import type { LaneBasis, LaneSettings } from '../../../contract/views-targeting.ts';
import type { Firing, LaneDecision } from '../model.ts';
import type { Draw } from './draw.ts';
import type { LimitedLane, OfficeDay } from './office-day.ts';
import { FIRST, NO_CANDIDATE, passes } from './pace.ts';
import { rankOf, type Score } from './score.ts';
import type { TrustedHistory } from './trust.ts';

export const LANES = ['red', 'yellow', 'blue', 'green'] as const satisfies readonly Lane[];
export const rankOfLane = (lane: Lane): number => LANES.indexOf(lane);

/** Characters of a finding that stand in the reason of a lane. */
const LONGEST_FINDING = 300;

export type LaneQuestion = {
	readonly asked: readonly { readonly action: AlertAction; readonly list: string }[];
	readonly firings: readonly Firing[];
	readonly errors: number;
	readonly warnings: number;
	/** What the first of the worst findings says. */
	readonly finding?: string | undefined;
	readonly score: Score;
	readonly draw: Draw;
	/** Number of the authorised economic operator that answers for it, if one does. */
	readonly trusted: { readonly scheme: string; readonly value: string } | undefined;
	/** Where the version before waits for a check, why, and whether it has a place of today that this one takes over. */
	readonly earlier:
		| { readonly lane: Lane; readonly basis: LaneBasis; readonly hasPlace: boolean }
		| undefined;
};

export type Decided = LaneDecision & {
	readonly random: boolean;
	/** Of the lane that it is in, or that it did not get into; null where there is no limit. */
	readonly capacity: { readonly lane: LimitedLane; readonly used: number; readonly of: number } | null;
	/** Ranks as a candidate, for the bars of later records. */
	readonly ranks: { readonly red: number; readonly yellow: number };
	/** Where something asked for a check of a trusted trader: whether it stays, and the rank by which that was decided. */
	readonly trust: { readonly kept: boolean; readonly rank: number } | undefined;
};

type Proposal = {
	readonly lane: 'red' | 'yellow' | 'blue';
	readonly basis: LaneBasis;
	readonly reason: string;
	readonly rank: number;
};

/** @param usualRevenue what a certain finding brings, for ranking by revenue. */
export function decideLane(
	question: LaneQuestion,
	settings: LaneSettings,
	day: OfficeDay,
	trust: TrustedHistory,
	usualRevenue: number,
): Decided {
	day.arrive();
	const rank = rankOf(question.score, settings.rankBy, usualRevenue);
	const held = mandatoryOf(question) ?? earlierOf(question);
	const proposals = proposalsOf(question, settings, rank);
	const random = question.draw.chance < settings.randomShare;
	if (held === undefined && proposals.length === 0 && !random) return UNASKED;
	const wanted = proposals.filter(({ lane }) => lane !== 'blue');
	const beyondHeld = wanted.filter(
		({ lane }) => held === undefined || rankOfLane(lane) < rankOfLane(held.lane),
	);
	let trusted: Decided['trust'];
	if (beyondHeld.length > 0 && question.trusted !== undefined)
		trusted = { kept: trust.keeps(rank, settings.trustedShare, question.draw.tie), rank };
	const open = trusted?.kept === false ? [] : beyondHeld;
	const ranks = {
		red: best(open.filter(({ lane }) => lane === 'red')),
		yellow: best(open),
	};
	const placed = place(open, question, day, held?.lane ?? 'green');
	const chosen = placed.decision ?? held ?? laterOf(proposals, placed.passedOver, trusted) ?? NOTHING;
	const drawn = random ? drawOf(chosen.lane, settings, day) : undefined;
	const decision = drawn ?? chosen;
	const capacity = placed.capacity ?? standingOf(decision.lane, day);
	if ((decision.lane === 'red' || decision.lane === 'yellow') && !hasPlaceIn(decision.lane, question))
		day[decision.lane].take();
	return { ...decision, random, capacity, ranks, trust: trusted };
}

const NOTHING: LaneDecision = { lane: 'green', basis: 'none', reason: 'nothing asks for a check' };

/** What most records get. */
const UNASKED: Decided = {
	...NOTHING,
	random: false,
	capacity: null,
	ranks: { red: NO_CANDIDATE, yellow: NO_CANDIDATE },
	trust: undefined,
};

/** What an alert or a mandatory rule says; places do not matter to it. */
function mandatoryOf({ asked, firings }: LaneQuestion): LaneDecision | undefined {
	const stop = asked.find(({ action }) => action === 'refuse' || action === 'seize');
	if (stop !== undefined)
		return {
			lane: 'red',
			basis: 'mandatory',
			reason: `a hit on the list ${stop.list}, whose alert says ${stop.action}`,
		};
	const look = asked.find(({ action }) => action === 'inquiry' || action === 'contact');
	const alert: LaneDecision | undefined =
		look === undefined
			? undefined
			: {
					lane: 'yellow',
					basis: 'mandatory',
					reason: `a hit on the list ${look.list}, whose alert says ${look.action}`,
				};
	let strictest = alert;
	for (const { effect, title, sentence } of firings) {
		if (effect.kind !== 'lane' || !effect.mandatory) continue;
		if (strictest !== undefined && rankOfLane(strictest.lane) <= rankOfLane(effect.lane)) continue;
		strictest = {
			lane: effect.lane,
			basis: 'mandatory',
			reason: `the mandatory rule “${title}”: ${sentence}`,
		};
	}
	return strictest;
}

/** Whoever amends a document does not get out of a check by it, unless the check was for what is now repaired. */
function earlierOf({ earlier }: LaneQuestion): LaneDecision | undefined {
	if (earlier === undefined || earlier.lane === 'green') return undefined;
	if (earlier.basis !== 'rules' && earlier.basis !== 'model' && earlier.basis !== 'override')
		return undefined;
	return { lane: earlier.lane, basis: earlier.basis, reason: 'the version before waits for this check' };
}

function proposalsOf(question: LaneQuestion, settings: LaneSettings, rank: number): Proposal[] {
	const { firings, errors, warnings, finding, score } = question;
	const said = finding === undefined ? '' : `: ${finding.slice(0, LONGEST_FINDING)}`;
	const proposals: Proposal[] = [];
	for (const { effect, title, sentence } of firings)
		if (effect.kind === 'lane' && !effect.mandatory)
			proposals.push({
				lane: effect.lane,
				basis: 'rules',
				reason: `the rule “${title}”: ${sentence}`,
				rank: FIRST,
			});
	if (errors > 0)
		proposals.push({
			lane: 'yellow',
			basis: 'validation',
			reason: `${counted(errors, 'error')} found by validation${said}`,
			rank,
		});
	else if (warnings > 0)
		proposals.push({
			lane: 'blue',
			basis: 'validation',
			reason: `${counted(warnings, 'warning')} found by validation${said}`,
			rank,
		});
	const lane = LANES.find((each) => each !== 'green' && score.score >= settings[`${each}From`]);
	if (lane !== undefined && lane !== 'green') {
		const from = settings[`${lane}From`];
		const byRules = score.probability === null || score.byRules >= from;
		proposals.push({
			lane,
			basis: byRules ? 'rules' : 'model',
			reason: `the score is ${figure(score.score)}, ${lane} from ${figure(from)}: ${spoken(question)}`,
			rank,
		});
	}
	return proposals;
}

/** What the score rests on. */
function spoken({ firings, score }: LaneQuestion): string {
	const weighty = firings
		.filter(({ weight }) => weight !== null)
		.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
	const parts: string[] = [];
	if (weighty[0] !== undefined) parts.push(`the rule “${weighty[0].title}”`);
	const others = new Set(weighty.map(({ rule }) => rule)).size - 1;
	if (others > 0) parts.push(counted(others, 'more rule'));
	if (score.probability !== null) parts.push(`the model with ${figure(score.probability)}`);
	return parts.join(', ');
}

const best = (proposals: readonly Proposal[]): number =>
	proposals.reduce((most, { rank }) => Math.max(most, rank), NO_CANDIDATE);

type Placed = {
	readonly decision: LaneDecision | undefined;
	/** Why a lane was not given. */
	readonly passedOver: string | undefined;
	readonly capacity: Decided['capacity'] | undefined;
};

/** The strictest lane that has a place; what does not fit into one goes to the next. */
function place(proposals: readonly Proposal[], question: LaneQuestion, day: OfficeDay, held: Lane): Placed {
	let passedOver: string | undefined;
	let capacity: Placed['capacity'];
	for (const lane of ['red', 'yellow'] as const) {
		if (rankOfLane(lane) >= rankOfLane(held)) break;
		const candidates = proposals.filter((each) => rankOfLane(each.lane) <= rankOfLane(lane));
		const [first] = candidates.toSorted((a, b) => rankOfLane(a.lane) - rankOfLane(b.lane));
		if (first === undefined) continue;
		const places = day[lane];
		const own = hasPlaceIn(lane, question);
		if (
			own ||
			places.places === null ||
			(places.hasRoom(false) && passes(places.bar(), best(candidates), question.draw.tie))
		)
			return {
				decision: {
					lane,
					basis: first.basis,
					reason: passedOver === undefined ? first.reason : `${first.reason}; ${passedOver}`,
				},
				passedOver,
				capacity,
			};
		passedOver = places.hasRoom(false)
			? `${lane} is kept for what ranks higher at the office ${day.office} today`
			: `the ${places.places} places in ${lane} of the office ${day.office} are taken today`;
		capacity ??= { lane, used: places.used, of: places.places };
	}
	return { decision: undefined, passedOver, capacity };
}

/** After release: what asks for no more, and what found no place before. */
function laterOf(
	proposals: readonly Proposal[],
	passedOver: string | undefined,
	trusted: Decided['trust'],
): LaneDecision | undefined {
	const [first] = proposals.toSorted((a, b) => rankOfLane(a.lane) - rankOfLane(b.lane));
	if (first === undefined) return undefined;
	const why =
		trusted?.kept === false
			? 'an authorised economic operator is checked less, and after release'
			: passedOver;
	return {
		lane: 'blue',
		basis: first.basis,
		reason: why === undefined ? first.reason : `${first.reason}; ${why}`,
	};
}

/** The lane of the random share where it is stricter and has a place. */
function drawOf(lane: Lane, settings: LaneSettings, day: OfficeDay): LaneDecision | undefined {
	for (const each of ['red', 'yellow'] as const) {
		if (rankOfLane(each) < rankOfLane(settings.randomLane)) continue;
		if (rankOfLane(each) >= rankOfLane(lane)) return undefined;
		if (!day[each].hasRoom(true)) continue;
		return {
			lane: each,
			basis: 'chance',
			reason: `drawn at random, as ${figure(settings.randomShare * 100)} % of all records are`,
		};
	}
	return undefined;
}

/** The version before gives its place to this one. */
const hasPlaceIn = (lane: LimitedLane, { earlier }: LaneQuestion): boolean =>
	earlier?.hasPlace === true && earlier.lane === lane;

function standingOf(lane: Lane, day: OfficeDay): Decided['capacity'] {
	if (lane !== 'red' && lane !== 'yellow') return null;
	const { places, used } = day[lane];
	return places === null ? null : { lane, used, of: places };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
/** Two decimal places at most, without needless zeros. */
const figure = (value: number): string => String(Math.round(value * 100) / 100);
