/**
 * Agreements of one node: what people see and do, what delivery and matching ask before anything leaves or is opened, and what
 * partners say. Fails closed: what is not in force covers nothing.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import {
	type AgreementBody,
	type AgreementState,
	agreementSignature,
	purposeName,
} from '../../../contract/exchange/agreement.ts';
import type { AgreementDetail, AgreementSummary } from '../../../contract/views-exchange.ts';
import type { AgreementOperations, Agreements, Control } from '../model.ts';
import {
	countAgreementRows,
	type ListedAgreement,
	type ListPlace,
	listAgreementRows,
	readEvents,
	readSpent,
	readStandings,
	spendOne,
} from '../store/agreements.ts';
import { newPolicySlot, openPolicies, type PolicySet, policiesOf, toCedar } from './cedar.ts';
import { changesBetween } from './changes.ts';
import { coverageOf } from './coverage.ts';
import { dayOfMs, type Standing, stateOn, versionOfDay, waitsFor, whyNotInForce } from './life.ts';
import { makeMove, saveDraft } from './move.ts';
import { type AgreementOptions, readKept, standingOf } from './register.ts';
import { takeDocument, takeNotice } from './take.ts';
import { templatesOf } from './templates.ts';

const MOST_COUNTED = 100_000;
/** Agreements whose policies are kept parsed. */
const MOST_OPEN = 1_000;

export type OpenedAgreements = {
	readonly agreements: Agreements;
	readonly operations: AgreementOperations;
};

/** @param options with `control`, which says something to a partner; it waits where the partner is down. */
export function createAgreements(
	options: AgreementOptions & { readonly control: Control },
): OpenedAgreements {
	const { database, clock, node, control } = options;
	const inForce = openInForce(options);
	const today = (): string => dayOfMs(clock.now());

	/** One version as it is kept: that which is asked for, or the newest. */
	const versionOf = async (id: string, asked: number | undefined) => {
		const rows = await readStandings(database, id);
		const version = asked ?? rows.at(-1)?.version;
		const kept = version === undefined ? undefined : await readKept(database, id, version);
		const row = rows.find((each) => each.version === version);
		if (kept === undefined || row === undefined)
			throw new TidewaiterError(
				'not-found',
				asked === undefined
					? `There is no agreement ${id}.`
					: `There is no version ${asked} of an agreement ${id}.`,
			);
		return { rows, row, kept };
	};

	const detailOf = async (id: string, asked?: number): Promise<AgreementDetail> => {
		const { rows, row, kept } = await versionOf(id, asked);
		const { body, signatures } = kept.document;
		const before = rows
			.filter((each) => each.version < kept.version && each.state !== 'draft')
			.at(-1)?.version;
		const [earlier, spent, events] = await Promise.all([
			before === undefined ? undefined : readKept(database, id, before),
			readSpent(database, id, 'ours', today()),
			readEvents(database, id),
		]);
		const standings = rows.map(standingOf);
		const state = (standing: Standing): AgreementState => stateOn(standing, standings, today());
		return {
			summary: {
				id,
				version: kept.version,
				title: body.title,
				partner: kept.partner,
				state: state(kept),
				purposes: body.purposes,
				startsOn: body.startsOn,
				reviewOn: body.reviewOn,
				endsOn: body.endsOn,
				questionsSpent: spent,
				questionsOf: body.budget.questionsPerDay,
				changedAt: row.changed_at.toISOString(),
				waitsFor: waitsFor(state(kept), kept.suspendedBy, signatures, node),
			},
			body,
			signatures,
			policy: toCedar(body),
			versions: rows.map((each) => ({
				version: each.version,
				state: state(standingOf(each)),
				changedAt: each.changed_at.toISOString(),
			})),
			events: events.map(({ at, what, actor, reason }) => ({
				at: at.toISOString(),
				what,
				by: actor,
				reason,
			})),
			changes: earlier === undefined ? [] : changesBetween(earlier.document.body, body),
		};
	};

	return {
		agreements: {
			covers: async (question) => {
				const current = await inForce(question.agreement, question.atMs);
				if ('code' in current) return { covered: false, ...current };
				const { parties } = current.body;
				// Who is no party learns not even that there is such an agreement.
				if (![question.from, question.to].every((each) => parties.includes(each)))
					return { covered: false, ...noAgreement(question.agreement) };
				return coverageOf(current.body, current.policies, question);
			},
			spend: async (agreement, side, what, atMs) => {
				const current = await inForce(agreement, atMs);
				if ('code' in current) return false;
				const { questionsPerDay, messagesPerDay, intersectionsPerMonth } = current.body.budget;
				const day = dayOfMs(atMs);
				return what === 'intersections'
					? spendOne(database, agreement, side, `${day.slice(0, 7)}-01`, what, intersectionsPerMonth)
					: spendOne(
							database,
							agreement,
							side,
							day,
							what,
							what === 'questions' ? questionsPerDay : messagesPerDay,
						);
			},
			inForce: async (id, atMs) => {
				const current = await inForce(id, atMs);
				return 'code' in current ? undefined : current.body;
			},
			bodyOf: async (id, version) => (await versionOf(id, version)).kept.document.body,
			take: (from, what, document, atMs) =>
				what === 'agreement'
					? takeDocument(options, from, document, atMs)
					: takeNotice(options, from, what, document, atMs),
		},
		operations: {
			listAgreements: async ({ state, partner, review, after, limit }) => {
				const asked = { day: today(), state, partner, review };
				const rows = await listAgreementRows(database, asked, placeOf(after), limit + 1);
				const items = rows.slice(0, limit).map((row) => summaryOf(row, asked.day, node));
				const last = rows[limit - 1];
				const total = await countAgreementRows(database, asked, MOST_COUNTED);
				return {
					items,
					next: rows.length > limit && last !== undefined ? formatPlace(last) : null,
					total,
					totalIsLowerBound: total === MOST_COUNTED,
				};
			},
			listAgreementTemplates: () => templatesOf(clock.now()),
			readAgreement: ({ id, version }) => detailOf(id, version),
			saveAgreement: async ({ body }, actor) => {
				await saveDraft(options, body, actor);
				return detailOf(body.id, body.version);
			},
			moveAgreement: async (input, actor) => {
				const telling = await makeMove(options, input, actor);
				if (telling !== undefined) await control(telling.to, telling.what, telling.document);
				return detailOf(input.id, input.version);
			},
		},
	};
}

type InForce =
	| { readonly body: AgreementBody; readonly policies: PolicySet }
	| { readonly code: 'no-agreement' | 'agreement-not-in-force'; readonly reason: string };

const noAgreement = (id: string) =>
	({ code: 'no-agreement', reason: `There is no agreement ${id} between the two nodes.` }) as const;

/**
 * The version that holds, with its policies. Which one it is, is asked of the database every time; what both have signed never
 * changes, and is kept.
 */
function openInForce({ database }: AgreementOptions): (id: string, atMs: number) => Promise<InForce> {
	type Open = {
		readonly version: number;
		readonly slot: string;
		readonly body: AgreementBody;
		readonly policies: PolicySet;
	};
	const open = new Map<string, Open>();
	return async (id, atMs) => {
		const standings = (await readStandings(database, id)).map(standingOf);
		if (standings.length === 0) return noAgreement(id);
		const day = dayOfMs(atMs);
		const why = whyNotInForce(standings, day);
		const current = versionOfDay(standings, day);
		if (why !== undefined || current === undefined)
			return {
				code: 'agreement-not-in-force',
				reason: `The agreement ${id} does not hold. ${why ?? ''}`.trim(),
			};
		const known = open.get(id);
		if (known?.version === current.version) return known;
		const kept = await readKept(database, id, current.version);
		if (kept === undefined) return noAgreement(id);
		const { body } = kept.document;
		// The oldest gives its place away.
		const [oldest] = known === undefined && open.size >= MOST_OPEN ? open : [];
		if (oldest !== undefined) open.delete(oldest[0]);
		const slot = known?.slot ?? oldest?.[1].slot ?? newPolicySlot();
		const opened = { version: current.version, slot, body, policies: openPolicies(policiesOf(body), slot) };
		open.set(id, opened);
		return opened;
	};
}

function summaryOf(row: ListedAgreement, day: string, node: string): AgreementSummary {
	const standing = standingOf(row);
	const signatures = agreementSignature.array().parse(JSON.parse(row.signatures));
	const state = stateOn(standing, [], day);
	return {
		id: row.id,
		version: row.version,
		title: row.title,
		partner: row.partner,
		state,
		purposes: purposeName.array().parse(JSON.parse(row.purposes)),
		startsOn: row.starts_on,
		reviewOn: row.review_on,
		endsOn: row.ends_on,
		questionsSpent: row.spent,
		questionsOf: row.questions_per_day,
		changedAt: row.changed_at.toISOString(),
		waitsFor: waitsFor(state, standing.suspendedBy, signatures, node),
	};
}

const formatPlace = ({ changed_at, id, version }: ListedAgreement): string =>
	`${changed_at.toISOString()}/${id}/${version}`;

/** @throws TidewaiterError `invalid-input` where it is no place that a page before gave. */
function placeOf(after: string | undefined): ListPlace | undefined {
	if (after === undefined) return undefined;
	const [at = '', id = '', version = '', ...more] = after.split('/');
	const ms = Date.parse(at);
	if (more.length > 0 || Number.isNaN(ms) || !/^\d{1,9}$/.test(version))
		throw new TidewaiterError('invalid-input', 'after: use what the page before gave as next.', {
			place: 'after',
		});
	return { at: new Date(ms), id, version: Number(version) };
}
