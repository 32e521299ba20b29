/**
 * What requests of data subjects offer to the server, what the store keeps of them, and what the room needs of the others.
 */
import { z } from 'zod';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import type { SubmissionResult } from '../../contract/views.ts';
import {
	identityCheck,
	requestDecision,
	requestedSubject,
	requester,
} from '../../contract/views-subjects.ts';
import type { AssessmentDetail } from '../../contract/views-targeting.ts';
import type { LedgerEntry } from '../ledger/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import type { Resolution } from '../resolution/model.ts';
import type { Retention } from '../retention/model.ts';

export type Actor = { readonly id: string; readonly name: string };

/** What the store keeps of a request as JSON: personal data of the one who asks, deleted with the request. */
export const requestContent = z.object({
	requester,
	subject: requestedSubject,
	wanted: z.string(),
	identity: identityCheck.nullable(),
	extendedBecause: z.string().nullable(),
	decision: requestDecision.nullable(),
	answer: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type RequestContent = z.infer<typeof requestContent>;

/** One look of somebody at something, without who it was. */
export type Look = { readonly at: string; readonly role: string; readonly purpose: string | null };

type Ask<K extends OperationId> = (input: InputOf<K>) => Promise<OutputOf<K>>;
type Act<K extends OperationId> = (input: InputOf<K>, actor: Actor) => Promise<OutputOf<K>>;

export type SubjectsOptions = {
	readonly database: Database;
	readonly clock: Clock;
	readonly node: { readonly id: string; readonly name: string };
	readonly resolution: Pick<Resolution, 'findAlike'>;
	/** Records that carry a number, newest first. */
	readonly recordsWith: (number: string) => Promise<OutputOf<'listRecords'>['items']>;
	/** Puts a corrected record on the line, as a submission of its own. */
	readonly submit: (text: string, name: string) => Promise<SubmissionResult>;
	/** Undefined where the record was not assessed. */
	readonly readAssessment: (record: string) => Promise<AssessmentDetail | undefined>;
	/** Who was shown these objects, newest first. */
	readonly seenBy: (objects: readonly string[], limit: number) => Promise<readonly Look[]>;
	readonly retention: Pick<Retention, 'endOf' | 'eraseRecords'>;
	readonly send: (
		draft: InputOf<'sendMessage'>,
		actor: Actor,
	) => Promise<Pick<OutputOf<'sendMessage'>['summary'], 'id'>>;
	readonly enter: (session: Session, entries: readonly LedgerEntry[]) => Promise<unknown>;
	readonly newId: () => string;
	readonly onFailure: (message: string, cause: unknown) => void;
};

export type Subjects = {
	openRequest: Act<'openRequest'>;
	listRequests: Ask<'listRequests'>;
	readRequest: Ask<'readRequest'>;
	identifyRequester: Act<'identifyRequester'>;
	extendRequest: Act<'extendRequest'>;
	findSubject: Act<'findSubject'>;
	pickSubject: Act<'pickSubject'>;
	exportSubject(
		input: InputOf<'exportSubject'>,
		actor: Actor,
	): Promise<{ text: string; mediaType: string; name: string }>;
	decideRequest: Act<'decideRequest'>;
	closeRequest: Act<'closeRequest'>;
	correctRecord: Act<'correctRecord'>;
	listRecipients: Ask<'listRecipients'>;
	tellRecipients: Act<'tellRecipients'>;
	restrictRecord: Act<'restrictRecord'>;
	liftRestriction: Act<'liftRestriction'>;
	eraseSubject: Act<'eraseSubject'>;
	/** True where this record, or any record of this submission, is restricted. */
	isRestricted(what: { readonly record?: string; readonly submission?: string }): Promise<boolean>;
	/** Deletes requests whose own end has come. @returns how many. */
	deleteEnded(): Promise<number>;
	close(): Promise<void>;
};
