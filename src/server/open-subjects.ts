/**
 * Opens requests of data subjects: gives them what they need of the other rooms of a node. And which records an operation would
 * show, so that policy can keep restricted ones from everybody but the data-protection officer.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { OperationId } from '../../contract/operations.ts';
import type { AssessmentDetail } from '../../contract/views-targeting.ts';
import type { Exchange } from '../exchange/model.ts';
import type { Intake } from '../intake/operations.ts';
import type { LedgerEntry } from '../ledger/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import type { DecisionLog } from '../policy/decision-log.ts';
import type { Resolution } from '../resolution/model.ts';
import type { SubjectsOptions } from '../subjects/model.ts';
import { createSubjects } from '../subjects/operations.ts';
import type { Targeting } from '../targeting/model.ts';
import type { Node, NodeDescription } from './node.ts';

export type OpenSubjectsOptions = {
	readonly database: Database;
	readonly clock: Clock;
	readonly node: NodeDescription;
	readonly intake: Intake;
	readonly resolution: Resolution;
	readonly targeting: Targeting;
	readonly exchange: Exchange;
	readonly decisions: DecisionLog;
	readonly retention: SubjectsOptions['retention'];
	readonly enter: (session: Session, entries: readonly LedgerEntry[]) => Promise<unknown>;
	readonly onFailure: (message: string, cause: unknown) => void;
};

/** Records that carry one number, newest first; more tell nothing of one person. */
const MOST_WITH_NUMBER = 50;
/** Accesses that are read at once. */
const LOOKS = 500;

export function openSubjects(options: OpenSubjectsOptions): Node['subjects'] {
	const { database, clock, node, intake, exchange, decisions, targeting } = options;
	return createSubjects({
		database,
		clock,
		node: { id: node.id, name: node.name },
		resolution: options.resolution,
		recordsWith: async (number) =>
			(await intake.listRecords({ search: number, limit: MOST_WITH_NUMBER, sort: '-received' })).items,
		submit: (text, name) => intake.submit(bytesOf(text), { source: 'correction', channel: 'console', name }),
		readAssessment: (record) => readAssessment(targeting, record),
		seenBy: async (objects, limit) => {
			const looks = [];
			let after: string | undefined;
			do {
				const { items, next } = await decisions.about(objects, {
					limit: Math.min(LOOKS, limit - looks.length),
					...(after === undefined ? {} : { after }),
				});
				looks.push(...items);
				after = next ?? undefined;
			} while (after !== undefined && looks.length < limit);
			return looks.map(({ at, role, purpose }) => ({ at, role, purpose }));
		},
		retention: options.retention,
		send: async (draft, actor) => (await exchange.sendMessage(draft, actor)).summary,
		enter: options.enter,
		newId: () => newIdentifier(clock.now()),
		onFailure: options.onFailure,
	});
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield new TextEncoder().encode(text);
}

async function readAssessment(targeting: Targeting, record: string): Promise<AssessmentDetail | undefined> {
	try {
		return await targeting.readAssessment({ record });
	} catch (error) {
		if (error instanceof TidewaiterError && error.code === 'not-found') return undefined;
		throw error;
	}
}

/** Members of inputs that name a record or a submission which the answer shows, or which is changed. */
const NAMED_BY: { readonly [id in OperationId]?: 'id' | 'record' | 'submission' } = {
	readRecord: 'id',
	readOriginal: 'submission',
	listRecordEntities: 'id',
	readAssessment: 'record',
	overrideLane: 'record',
	recordOutcome: 'record',
};

/** Would the operation show or change a restricted record? */
export async function namesRestricted(
	id: OperationId,
	input: Readonly<Record<string, unknown>>,
	{ subjects }: Pick<Node, 'subjects'>,
): Promise<boolean> {
	const member = NAMED_BY[id];
	const named = member === undefined ? undefined : input[member];
	if (typeof named !== 'string') return false;
	return subjects.isRestricted(member === 'submission' ? { submission: named } : { record: named });
}
