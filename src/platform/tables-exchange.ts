/**
 * Tables of exchange, as TypeScript sees them; 0007-exchange.sql says what they mean.
 */
import type { Generated } from 'kysely';

export type NodeKeyTable = {
	id: string;
	use: string;
	public_key: Uint8Array;
	secret_key: Uint8Array | null;
	state: string;
	made_at: Date;
	ended_at: Date | null;
	reason: string | null;
};

export type PartnerTable = {
	name: string;
	card: string;
	state: string;
	trusted_by: string;
	trusted_at: Date;
	reason: string | null;
	seal: Uint8Array;
	unreachable_since: Date | null;
	sent: Generated<number>;
	received: Generated<number>;
	ledger_size: number | null;
	ledger_root: Uint8Array | null;
	ledger_note: string | null;
	cosigned_at: Date | null;
	ledger_problem: string | null;
};

export type PartnerKeyTable = {
	partner: string;
	id: string;
	public_key: Uint8Array;
	known_at: Date;
	revoked_at: Date | null;
	reason: string | null;
};

export type AgreementTable = {
	id: string;
	version: number;
	partner: string | null;
	state: string;
	suspended_by: string | null;
	title: string;
	purposes: string;
	questions_per_day: number;
	body: string;
	signatures: string;
	starts_on: string;
	review_on: string;
	ends_on: string;
	changed_at: Date;
	changed_by: string;
};

export type AgreementEventTable = {
	agreement: string;
	position: number;
	version: number;
	at: Date;
	what: string;
	actor: string;
	reason: string | null;
};

export type MessageTable = {
	id: string;
	box: string;
	partner: string;
	sequence: number;
	kind: string;
	caption: string;
	agreement: string | null;
	agreement_version: number | null;
	purpose: string | null;
	handling: string;
	state: string;
	at: Date;
	due_at: Date | null;
	expires_at: Date;
	keep_until: Date;
	correlation: string | null;
	thread: string;
	header: string;
	body: Uint8Array | null;
	body_key: Uint8Array | null;
	envelope: string | null;
	case_reference: string | null;
	actor: string | null;
	ledger_position: number | null;
	attempts: Generated<number>;
	next_try_at: Date | null;
	followed: boolean;
};

export type AttachmentTable = {
	id: string;
	message: string | null;
	box: string;
	partner: string | null;
	position: number;
	description: Uint8Array | null;
	chunks: number;
	stored: number;
	passed: number;
	at: Date;
};

export type OfferTable = {
	id: string;
	agreement: string;
	purpose: string;
	direction: string;
	partner: string;
	kinds: string;
	source: string;
	identifiers: number;
	public_key: Uint8Array;
	seed: Uint8Array | null;
	tags: Uint8Array;
	made_at: Date;
	valid_until: Date;
};

export type MatchQuestionTable = {
	id: string;
	agreement: string;
	offer: string;
	side: string;
	at: Date;
	actor: string | null;
	case_reference: string | null;
	asked: string | null;
	hit: boolean | null;
	refused: string | null;
};

export type IntersectionTable = {
	id: string;
	agreement: string;
	purpose: string;
	partner: string;
	at: Date;
	actor: string;
	ours: number;
	theirs: number;
	both_sides: number;
	consent: string;
	sealed: Uint8Array | null;
};

export type DecisionTable = {
	id: string;
	at: Date;
	subject: string;
	role: string;
	action: string;
	object: string | null;
	operation: string;
	purpose: string | null;
	case_reference: string | null;
	permitted: boolean;
	reason: string;
};

export type ExchangeTables = {
	node_key: NodeKeyTable;
	node_card: { number: number; card: string; at: Date };
	partner: PartnerTable;
	partner_key: PartnerKeyTable;
	agreement: AgreementTable;
	agreement_event: AgreementEventTable;
	budget_day: {
		agreement: string;
		side: string;
		day: string;
		questions: number;
		messages: number;
		intersections: number;
	};
	message: MessageTable;
	message_receipt: {
		message: string;
		position: number;
		partner: string;
		receipt: string;
		delivered: boolean;
	};
	message_attempt: { message: string; position: number; at: Date; outcome: string };
	message_passed: { message: string; onward: string };
	attachment: AttachmentTable;
	attachment_chunk: { attachment: string; number: number; bytes: Uint8Array };
	offer: OfferTable;
	match_question: MatchQuestionTable;
	intersection: IntersectionTable;
	decision: DecisionTable;
};
