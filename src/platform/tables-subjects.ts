/**
 * Tables of requests of data subjects, as TypeScript sees them; 0011-subjects.sql says what they mean.
 */

export type DataRequestTable = {
	id: string;
	kind: string;
	law: string;
	state: string;
	received_at: Date;
	due_at: Date;
	content: string;
	closed_at: Date | null;
	keep_until: Date | null;
};

export type DataRequestPickTable = {
	request: string;
	what: string;
	object: string;
	verdict: string;
	sure: number;
	reason: string | null;
	actor: string;
	at: Date;
};

export type DataRequestEventTable = {
	request: string;
	position: number;
	at: Date;
	what: string;
	actor: string;
	object: string | null;
	facts: string;
};

export type RecordRestrictionTable = {
	id: string;
	document: string;
	kind: string;
	reference: string;
	request: string | null;
	reason: string;
	actor: string;
	at: Date;
	lifted_at: Date | null;
	lifted_by: string | null;
	lift_reason: string | null;
};

export type SubjectTables = {
	data_request: DataRequestTable;
	data_request_pick: DataRequestPickTable;
	data_request_event: DataRequestEventTable;
	record_restriction: RecordRestrictionTable;
	message_record: { document: string; message: string };
};
