/**
 * The law of a node in force, and the operations on it: read, ask, simulate, narrow, lift. Orchestrates; what may be is decided by
 * the pure files beside. What was narrowed holds from the next call on, in another process after a few seconds.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { type Action, actions } from '../../contract/operation.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import { type PurposeId, purposeId } from '../../contract/purposes.ts';
import { role as roleSchema } from '../../contract/roles.ts';
import type { Database, WithinTransaction } from '../platform/database/port.ts';
import { lowestIdentifier } from '../platform/identifiers.ts';
import type { NarrowingTable } from '../platform/tables-sign-in.ts';
import { decide } from './decide.ts';
import { law } from './law.ts';
import { CEDAR_LAW_SCHEMA, lawAsCedar } from './law-as-cedar.ts';
import type { Law, Subject } from './model.ts';
import { type Narrowing, narrowLaw, refuseNarrowing } from './narrow.ts';
import type { StatedAt } from './purpose.ts';
import { compareLaws, decideAgain } from './simulate.ts';
import {
	insertNarrowing,
	liftNarrowing,
	readDecisionsSince,
	readNarrowingHistory,
	readNarrowings,
} from './store/narrowings.ts';

export type LawDependencies = {
	database: Database;
	node: StatedAt & { readonly id: string };
	now: () => Date;
	newId: () => string;
	onFailure: (message: string, cause: unknown) => void;
};

/** Whose word it is. `enter` writes the entry of the ledger into the transaction of the change. */
type Actor = { readonly id: string; readonly enter?: WithinTransaction | undefined };

export type LawOfNode = Awaited<ReturnType<typeof openLaw>>;

/** How long another process may go on with what was in force before. */
const BELIEF_MS = 5_000;
/** Decisions that a simulation decides again at most. */
const MOST_DECISIONS = 50_000;
const DAY_MS = 86_400_000;

/** @throws whatever the database says: a node whose law cannot be read does not open. */
export async function openLaw({ database, node, now, newId, onFailure }: LawDependencies) {
	const { kysely } = database;
	let rows: NarrowingTable[] = [];
	let inForce: Law = law;
	let until = 0;
	let reading: Promise<void> | undefined;

	const read = async (): Promise<void> => {
		rows = await readNarrowings(kysely);
		inForce = narrowLaw(law, rows.flatMap(narrowingOf));
		until = now().getTime() + BELIEF_MS;
	};
	await read();

	const articleOf = (action: Action): OutputOf<'readLaw'>['articles'][number] => {
		const article = inForce[action];
		return {
			action,
			personalData: article.purposes !== undefined,
			permit: [...article.permit],
			purposes: [...(article.purposes ?? [])],
			because: article.because,
			narrowed: rows
				.filter((row) => row.action === action)
				.map((row) => ({
					id: row.id,
					role: roleSchema.nullable().parse(row.role),
					purpose: purposeId.nullable().parse(row.purpose),
					since: row.since.toISOString(),
					reason: row.reason,
				})),
		};
	};

	return {
		/** The law as it is now. What another process changed is noticed a moment later. */
		inForce: (): Law => {
			if (now().getTime() >= until && reading === undefined) {
				reading = read()
					.catch((error: unknown) => {
						until = now().getTime() + BELIEF_MS;
						onFailure('The law of the node could not be read again; it stays as it was.', error);
					})
					.finally(() => {
						reading = undefined;
					});
			}
			return inForce;
		},

		readLaw: (): OutputOf<'readLaw'> => ({
			agency: node.agency,
			exercise: node.exercise,
			articles: actions.map(articleOf),
			cedar: { schema: CEDAR_LAW_SCHEMA, policies: lawAsCedar(inForce) },
		}),

		askLaw: (input: InputOf<'askLaw'>, at: Date): OutputOf<'askLaw'> => {
			const decision = decide(
				{
					kind: kindOf(input.role, input.machine),
					id: 'somebody',
					role: input.role,
					node: input.role === 'anonymous' ? undefined : node.id,
				},
				input.action,
				{ node: node.id },
				{
					at,
					channel: 'http',
					agency: node.agency,
					exercise: node.exercise,
					secondFactor: input.secondFactor,
					law: inForce,
					...(input.purpose === undefined
						? {}
						: {
								stated: {
									purpose: input.purpose,
									...(input.caseReference === undefined ? {} : { caseReference: input.caseReference }),
								},
							}),
				},
			);
			return {
				permitted: decision.permitted,
				code: decision.permitted ? null : decision.code,
				reasons: [...decision.reasons],
			};
		},

		simulateLaw: async (input: InputOf<'simulateLaw'>): Promise<OutputOf<'simulateLaw'>> => {
			const narrow = input.narrow.map(readNarrowing);
			for (const each of narrow) refuse(refuseNarrowing(law, each));
			for (const id of input.lift) if (!rows.some((row) => row.id === id)) throw notInForce();
			const would = narrowLaw(law, [
				...rows.filter(({ id }) => !input.lift.includes(id)).flatMap(narrowingOf),
				...narrow,
			]);
			const from = new Date(now().getTime() - input.days * DAY_MS);
			const decisions = await readDecisionsSince(
				kysely,
				lowestIdentifier(from.getTime()),
				MOST_DECISIONS + 1,
			);
			const examined = decisions.slice(0, MOST_DECISIONS);
			return {
				...compareLaws(inForce, would, node),
				log: {
					from: from.toISOString(),
					examined: examined.length,
					isComplete: decisions.length <= MOST_DECISIONS,
					others: decideAgain(examined, inForce, would, node, now()),
				},
			};
		},

		narrowLaw: async (
			{ reason, ...input }: InputOf<'narrowLaw'>,
			by: Actor,
		): Promise<OutputOf<'narrowLaw'>> => {
			if (input.role === undefined && input.purpose === undefined) {
				throw new TidewaiterError('invalid-input', 'Name a role or a purpose to take away.', {
					place: 'role',
				});
			}
			const narrowing = readNarrowing(input);
			refuse(refuseNarrowing(law, narrowing));
			const row = {
				id: newId(),
				action: narrowing.action,
				role: narrowing.role ?? null,
				purpose: narrowing.purpose ?? null,
				since: now(),
				by: by.id,
				reason,
				lifted_at: null,
				lifted_by: null,
				lift_reason: null,
			};
			const isNew = await database.transact(async (session) => {
				const inserted = await insertNarrowing(session.kysely, row);
				if (inserted) await by.enter?.(session);
				return inserted;
			});
			if (!isNew) {
				throw new TidewaiterError('conflict', 'The law is narrowed so already.', {
					remedy: 'Lift that narrowing first, if its reason should change.',
				});
			}
			await read();
			return articleOf(narrowing.action);
		},

		liftNarrowing: async (
			{ id, reason }: InputOf<'liftNarrowing'>,
			by: Actor,
		): Promise<OutputOf<'liftNarrowing'>> => {
			const row = (await readNarrowings(kysely)).find((each) => each.id === id);
			const [narrowing] = row === undefined ? [] : narrowingOf(row);
			const lifted = { lifted_at: now(), lifted_by: by.id, lift_reason: reason };
			if (narrowing === undefined) throw notInForce();
			await database.transact(async (session) => {
				if (!(await liftNarrowing(session.kysely, id, lifted))) throw notInForce();
				await by.enter?.(session);
			});
			await read();
			return articleOf(narrowing.action);
		},

		listNarrowings: async ({ limit }: InputOf<'listNarrowings'>): Promise<OutputOf<'listNarrowings'>> =>
			(await readNarrowingHistory(kysely, limit)).map((row) => ({
				id: row.id,
				action: row.action,
				role: row.role,
				purpose: row.purpose,
				since: row.since.toISOString(),
				by: row.by,
				reason: row.reason,
				liftedAt: row.lifted_at?.toISOString() ?? null,
				liftedBy: row.lifted_by,
				liftReason: row.lift_reason,
			})),
	};
}

const kindOf = (role: Subject['role'], machine: boolean): Subject['kind'] => {
	if (role === 'anonymous' || role === 'local-operator') return role;
	return machine ? 'machine' : 'user';
};

/** Members that are not given are left out, not undefined. */
const readNarrowing = (input: {
	action: Action;
	role?: Narrowing['role'] | undefined;
	purpose?: PurposeId | undefined;
}): Narrowing => ({
	action: input.action,
	...(input.role === undefined ? {} : { role: input.role }),
	...(input.purpose === undefined ? {} : { purpose: input.purpose }),
});

/** None for a row about an action, a role or a purpose that this version of the program does not know: there is nothing to narrow. */
function narrowingOf(row: NarrowingTable): Narrowing[] {
	const action = actions.find((each) => each === row.action);
	const role = roleSchema.optional().safeParse(row.role ?? undefined);
	const purpose = purposeId.optional().safeParse(row.purpose ?? undefined);
	return action === undefined || !role.success || !purpose.success
		? []
		: [readNarrowing({ action, role: role.data, purpose: purpose.data })];
}

function refuse(reason: string | undefined): void {
	if (reason !== undefined) throw new TidewaiterError('invalid-input', reason, { place: 'action' });
}

const notInForce = (): TidewaiterError =>
	new TidewaiterError('not-found', 'There is no such narrowing in force.', {
		remedy: '`tidewaiter law narrowings` lists them.',
	});
