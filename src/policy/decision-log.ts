/**
 * The log of decisions: every refusal, and every access to personal data that was permitted, by whom, for which purpose and case.
 * An access that cannot be recorded does not happen: whoever records waits for it, and many rows share one insert.
 * Identifiers only, of what is made here; nothing that somebody typed but the reference of a case.
 */
import { createHash } from 'node:crypto';
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import type { Database } from '../platform/database/port.ts';
import { isIdentifier, lowestIdentifier } from '../platform/identifiers.ts';
import type { DecisionTable } from '../platform/tables-exchange.ts';
import { notAPosition } from './list-position.ts';
import type { StatedPurpose, Subject, SubjectRole } from './model.ts';
import {
	type DecisionFilter,
	insertDecisions,
	readAccesses,
	readDecisions,
	readSubjectNames,
} from './store/decisions.ts';
import { writeInGroups } from './write-in-groups.ts';

export type DecidedCall = {
	readonly at: Date;
	readonly operation: OperationId;
	readonly action: string;
	readonly subject: Subject;
	/** Identifier of what it was asked about. */
	readonly object?: string;
	readonly stated?: StatedPurpose;
	readonly permitted: boolean;
	readonly reason: string;
};

/** One access to something, for those who ask who saw it. */
export type Access = {
	readonly id: string;
	readonly at: string;
	readonly object: string;
	readonly operation: string;
	readonly subject: string;
	readonly role: string;
	readonly purpose: string | null;
	readonly caseReference: string | null;
};

export type DecisionLog = {
	/**
	 * Resolves when the decision is in the database.
	 * @returns the SHA-256 of it, for the ledger. The identifier is made by chance and is part of it, so it cannot be guessed.
	 */
	record(call: DecidedCall): Promise<{ id: string; hash: string }>;
	listDecisions(input: InputOf<'listDecisions'>, reader: Subject): Promise<OutputOf<'listDecisions'>>;
	/** Who was shown any of these objects, newest first. @param page `after`: what the page before said. */
	about(
		objects: readonly string[],
		page: { after?: string; limit: number },
	): Promise<{ items: Access[]; next: string | null }>;
	/** Writes what waits. */
	close(): Promise<void>;
};

/** Whose decisions a supervisor sees, besides those about themselves. */
const STAFF: readonly SubjectRole[] = ['officer', 'analyst', 'exchange-desk', 'trainer', 'integrator'];

export function createDecisionLog({
	database,
	newId,
}: {
	database: Database;
	/** Made from time and chance. */
	newId: () => string;
}): DecisionLog {
	const { kysely } = database;
	const writer = writeInGroups<DecisionTable>((rows) => insertDecisions(kysely, rows));
	return {
		record: async (call) => {
			const row = rowOf(newId(), call);
			await writer.write(row);
			return { id: row.id, hash: hashDecision(row) };
		},
		listDecisions: async (input, reader) => {
			const rows = await readDecisions(
				kysely,
				filterOf(input, reader),
				positionOf(input.after),
				input.limit + 1,
			);
			const shown = rows.slice(0, input.limit);
			const names = await readSubjectNames(kysely, [
				...new Set(shown.map(({ subject }) => subject).filter(isIdentifier)),
			]);
			return {
				items: shown.map((row) => ({
					id: row.id,
					at: row.at.toISOString(),
					subject: row.subject,
					subjectName: names.get(row.subject) ?? null,
					role: row.role,
					operation: row.operation,
					action: row.action,
					object: row.object,
					purpose: row.purpose,
					caseReference: row.case_reference,
					permitted: row.permitted,
					reason: row.reason,
				})),
				next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
				total: null,
				totalIsLowerBound: false,
			};
		},
		about: async (objects, { after, limit }) => {
			const rows = await readAccesses(kysely, objects, positionOf(after), limit + 1);
			const shown = rows.slice(0, limit);
			return {
				items: shown.map((row) => ({
					id: row.id,
					at: row.at.toISOString(),
					object: row.object ?? '',
					operation: row.operation,
					subject: row.subject,
					role: row.role,
					purpose: row.purpose,
					caseReference: row.case_reference,
				})),
				next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
			};
		},
		close: () => writer.settled(),
	};
}

const rowOf = (id: string, call: DecidedCall): DecisionTable => ({
	id,
	at: call.at,
	subject: call.subject.id,
	role: call.subject.role,
	action: call.action,
	object: call.object ?? null,
	operation: call.operation,
	purpose: call.stated?.purpose ?? null,
	case_reference: call.stated?.caseReference ?? null,
	permitted: call.permitted,
	reason: call.reason,
});

/** SHA-256 of a decision as JSON, members in the order of their names, `at` in ISO 8601; hexadecimal. */
export const hashDecision = (row: DecisionTable): string =>
	createHash('sha256')
		.update(
			JSON.stringify(
				Object.fromEntries(
					Object.entries({ ...row, at: row.at.toISOString() }).sort(([a], [b]) => (a < b ? -1 : 1)),
				),
			),
		)
		.digest('hex');

function positionOf(after: string | undefined): string | undefined {
	if (after === undefined || isIdentifier(after)) return after;
	throw notAPosition();
}

function filterOf(input: InputOf<'listDecisions'>, reader: Subject): DecisionFilter {
	const { subject, action, object, purpose, caseReference, outcome, from, until } = input;
	return {
		...(subject === undefined ? {} : { subject }),
		...(action === undefined ? {} : { action }),
		...(object === undefined ? {} : { object: object.toLowerCase() }),
		...(purpose === undefined ? {} : { purpose }),
		...(caseReference === undefined ? {} : { caseReference }),
		...(outcome === undefined ? {} : { permitted: outcome === 'permitted' }),
		...(from === undefined ? {} : { fromId: lowestIdentifier(momentIn(from, 'from')) }),
		...(until === undefined ? {} : { untilId: lowestIdentifier(momentIn(until, 'until')) }),
		...(reader.role === 'supervisor' ? { staff: { roles: STAFF, reader: reader.id } } : {}),
	};
}

function momentIn(text: string, place: string): number {
	const ms = Date.parse(text);
	if (ms >= 0 && ms < 2 ** 48) return ms;
	throw new TidewaiterError('invalid-input', `${place}: not an instant.`, {
		place,
		remedy: 'Write it as 2026-01-31T08:00:00Z.',
	});
}
