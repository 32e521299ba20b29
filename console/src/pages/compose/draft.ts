/**
 * A message while it is being written: fields as texts, and what the contract makes of them. In: a draft. Out: what goes to the
 * node, or what is still missing, by field. Pure; the node alone decides what may leave.
 */
import type { AgreementBody, HandlingCode } from '../../../../contract/exchange/agreement.ts';
import type {
	Attachment,
	MessageBody,
	MessageKind,
	MessageSubject,
	SharedRecord,
	Urgency,
} from '../../../../contract/exchange/message.ts';
import type { AlertAction } from '../../../../contract/lists.ts';
import type { RecordKind } from '../../../../contract/records/record.ts';
import { draftMessage } from '../../../../contract/views-exchange.ts';
import type { CallInput } from '../../client/call.ts';

export type SendableKind = Exclude<MessageKind, 'control'>;

export type SubjectDraft = {
	kind: MessageSubject['kind'];
	name: string;
	role: string;
	born: string;
	nationalities: string;
	identifiers: readonly { scheme: string; value: string }[];
};

export type Draft = {
	agreement: string;
	kind: SendableKind | undefined;
	purpose: string;
	handling: HandlingCode | undefined;
	caseReference: string;
	on: string | null;
	/** Message that came in and goes on, and what of it does. */
	passes: string | null;
	shared: readonly SharedRecord[];
	records: readonly string[];
	subjects: readonly SubjectDraft[];
	attachments: readonly Attachment[];
	text: string;
	source: '' | 'A' | 'B' | 'C' | 'X';
	information: '' | '1' | '2' | '3' | '4';
	urgency: Urgency;
	wanted: readonly RecordKind[];
	grounds: string;
	answer: Extract<MessageBody, { kind: 'reply' }>['outcome'] | undefined;
	ground: string;
	category: string;
	action: AlertAction;
	/** Days and minutes as their fields have them: `2026-03-01`, `2026-03-01T07:20`. */
	validUntil: string;
	seenAt: string;
	seenOn: string;
	place: string;
	cameOfIt: Extract<MessageBody, { kind: 'feedback' }>['outcome'] | undefined;
	recovered: string;
	currency: string;
	otherPurpose: string;
	passTo: string;
	isGiven: boolean | undefined;
	conditions: string;
	reason: string;
};

/** Kinds that are about a message which both sides know; they are begun there. */
export const aboutKinds: ReadonlySet<SendableKind> = new Set([
	'reply',
	'feedback',
	'consent-request',
	'consent',
	'correction',
	'recall',
]);

/** Kinds that say something of somebody, which an agreement may want to be graded. */
export const isGraded = ({ kind, answer }: Pick<Draft, 'kind' | 'answer'>): boolean =>
	kind === 'reply'
		? answer === 'full' || answer === 'partial'
		: kind !== undefined &&
			['spontaneous', 'supplementary', 'alert', 'referral', 'hit-notice', 'correction'].includes(kind);

/** A query says only whom it asks about, its answer only hit or no hit, and what takes back or consents adds nothing. */
export const carriesRecords = (kind: SendableKind): boolean =>
	!['query', 'feedback', 'consent', 'consent-request', 'recall'].includes(kind);

const DAY_MS = 86_400_000;
/** An alert is valid so long unless its writer says otherwise. */
const ALERT_DAYS = 90;

/** An instant as a field of date and time takes it, in the reader's own zone. */
function localMinute(ms: number): string {
	const at = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
	return at.toISOString().slice(0, 16);
}

export const emptyDraft = (nowMs: number): Draft => ({
	agreement: '',
	kind: undefined,
	purpose: '',
	handling: undefined,
	caseReference: '',
	on: null,
	passes: null,
	shared: [],
	records: [],
	subjects: [],
	attachments: [],
	text: '',
	source: '',
	information: '',
	urgency: 'normal',
	wanted: [],
	grounds: '',
	answer: undefined,
	ground: '',
	category: '',
	action: 'contact',
	validUntil: localMinute(nowMs + ALERT_DAYS * DAY_MS).slice(0, 10),
	seenAt: localMinute(nowMs),
	seenOn: '',
	place: '',
	cameOfIt: undefined,
	recovered: '',
	currency: '',
	otherPurpose: '',
	passTo: '',
	isGiven: undefined,
	conditions: '',
	reason: '',
});

export const emptySubject: SubjectDraft = {
	kind: 'person',
	name: '',
	role: '',
	born: '',
	nationalities: '',
	identifiers: [],
};

export const subjectDraft = (subject: MessageSubject): SubjectDraft => ({
	kind: subject.kind,
	name: subject.name ?? '',
	role: subject.role ?? '',
	born: subject.born ?? '',
	nationalities: subject.nationalities?.join(', ') ?? '',
	identifiers: subject.identifiers ?? [],
});

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Members that were filled in. */
const filled = <T extends object>(members: T): Partial<T> =>
	// The same members, some of them left out.
	Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;

function subjectOf(draft: SubjectDraft): MessageSubject | undefined {
	const identifiers = draft.identifiers.flatMap(({ scheme, value }) =>
		given(value) === undefined ? [] : [{ scheme: given(scheme) ?? 'number', value: value.trim() }],
	);
	const nationalities = draft.nationalities.split(/[\s,;]+/).filter((each) => each !== '');
	const members = filled({
		name: given(draft.name),
		role: given(draft.role),
		born: given(draft.born),
		nationalities: nationalities.length === 0 ? undefined : nationalities,
		identifiers: identifiers.length === 0 ? undefined : identifiers,
	});
	return Object.keys(members).length === 0 ? undefined : { kind: draft.kind, ...members };
}

/** An instant from a field in the reader's own zone; the text itself where it is none, for the contract to refuse. */
function instantOf(local: string): string {
	const at = new Date(local.length === 10 ? `${local}T23:59:59` : local);
	return Number.isNaN(at.getTime()) ? local : at.toISOString();
}

export type Missing = { field: string; sentence: string };

const LEAST_LETTERS = 3;

/** What its kind wants and is not there yet. */
function missingIn(draft: Draft): Missing[] {
	const missing: Missing[] = [];
	const want = (field: keyof Draft, isThere: boolean, sentence: string) => {
		if (!isThere) missing.push({ field, sentence });
	};
	const long = (text: string) => text.trim().length >= LEAST_LETTERS;
	want('agreement', draft.agreement !== '', 'Say under which agreement.');
	want('kind', draft.kind !== undefined, 'Say what kind of message it is.');
	want('purpose', draft.purpose !== '', 'Say for what purpose.');
	switch (draft.kind) {
		case 'query':
			want('subjects', draft.subjects.some(subjectOf), 'Say whom or what you ask about.');
			break;
		case 'request':
		case 'spontaneous':
		case 'referral':
			want('grounds', long(draft.grounds), 'Say on what grounds, in three letters or more.');
			break;
		case 'consent-request':
			want('grounds', long(draft.grounds), 'Say on what grounds, in three letters or more.');
			want(
				'otherPurpose',
				given(draft.otherPurpose) !== undefined || given(draft.passTo) !== undefined,
				'Say for which other purpose, or to whom it is to go on.',
			);
			break;
		case 'reply':
			want('answer', draft.answer !== undefined, 'Choose the answer.');
			want(
				'ground',
				(draft.answer !== 'refused' && draft.answer !== 'partial') || given(draft.ground) !== undefined,
				'Say why not, or why not all of it.',
			);
			break;
		case 'alert':
			want('category', given(draft.category) !== undefined, 'Say what the alert is about.');
			want('validUntil', draft.validUntil !== '', 'Say until when it is valid.');
			break;
		case 'hit-notice':
			want('seenOn', given(draft.seenOn) !== undefined, 'Say which alert or offer was hit.');
			want('seenAt', draft.seenAt !== '', 'Say when it was seen.');
			break;
		case 'feedback':
			want('cameOfIt', draft.cameOfIt !== undefined, 'Choose what came of it.');
			break;
		case 'consent':
			want('isGiven', draft.isGiven !== undefined, 'Choose whether consent is given.');
			break;
		case 'correction':
		case 'recall':
			want('reason', long(draft.reason), 'Say why, in three letters or more.');
			break;
		default:
	}
	return missing;
}

/** Stands where a text is asked for and not written yet, so that the rest can be looked at. */
const UNWRITTEN = '(not written yet)';

function bodyOf(draft: Draft, on: string): unknown {
	const { kind } = draft;
	const grounds = draft.grounds.trim().length < LEAST_LETTERS ? UNWRITTEN : draft.grounds.trim();
	const reason = draft.reason.trim().length < LEAST_LETTERS ? UNWRITTEN : draft.reason.trim();
	const common = {
		kind,
		subjects: draft.subjects.flatMap((each) => subjectOf(each) ?? []),
		records: kind !== undefined && carriesRecords(kind) ? draft.shared : [],
		attachments: draft.attachments,
		...filled({
			text: given(draft.text),
			evaluation:
				isGraded(draft) && draft.source !== '' && draft.information !== ''
					? { source: draft.source, information: draft.information }
					: undefined,
		}),
	};
	switch (kind) {
		case 'request':
			return { ...common, wanted: draft.wanted, grounds, urgency: draft.urgency };
		case 'spontaneous':
			return { ...common, grounds };
		case 'referral':
			return { ...common, grounds, ...filled({ caseReference: given(draft.caseReference) }) };
		case 'reply':
			return { ...common, outcome: draft.answer ?? 'no-hit', ...filled({ ground: groundOf(draft) }) };
		case 'alert':
			return {
				...common,
				category: given(draft.category) ?? UNWRITTEN,
				action: draft.action,
				validUntil: instantOf(draft.validUntil),
			};
		case 'hit-notice':
			return {
				...common,
				on: given(draft.seenOn) ?? UNWRITTEN,
				seenAt: instantOf(draft.seenAt),
				...filled({ place: given(draft.place) }),
			};
		case 'feedback':
			return {
				...common,
				on,
				outcome: draft.cameOfIt ?? 'useful',
				...filled({
					recovered:
						given(draft.recovered) === undefined
							? undefined
							: { amount: draft.recovered.trim(), currency: draft.currency.trim().toUpperCase() },
				}),
			};
		case 'consent-request':
			return {
				...common,
				on,
				grounds,
				...filled({ purpose: given(draft.otherPurpose), passTo: given(draft.passTo) }),
			};
		case 'consent':
			return {
				...common,
				on,
				given: draft.isGiven ?? false,
				...filled({ conditions: given(draft.conditions) }),
			};
		case 'correction':
		case 'recall':
			return { ...common, on, reason };
		default:
			return common;
	}
}

const groundOf = ({ answer, ground }: Draft): string | undefined =>
	answer === 'refused' || answer === 'partial' ? given(ground) : undefined;

export type ReadDraft = {
	/** What the node is asked about; undefined where not even a preview can be made of it. */
	input: CallInput<'previewMessage'> | undefined;
	/** Empty where it can be sent, as far as can be said here. */
	missing: readonly Missing[];
};

/** Without these there is nothing to look at: an answer that nobody chose must not be shown as one. */
const decisive: ReadonlySet<string> = new Set<keyof Draft>([
	'agreement',
	'kind',
	'purpose',
	'answer',
	'cameOfIt',
	'isGiven',
]);

export function readDraft(draft: Draft): ReadDraft {
	const missing = missingIn(draft);
	if (draft.kind === undefined || missing.some(({ field }) => decisive.has(field)))
		return { input: undefined, missing };
	const input = {
		agreement: draft.agreement,
		purpose: draft.purpose,
		correlation: draft.on,
		records: carriesRecords(draft.kind) ? [...draft.records] : [],
		urgency: draft.urgency,
		body: bodyOf(draft, draft.on ?? ''),
		...filled({
			handling: draft.handling,
			case: given(draft.caseReference),
			passesOn: draft.passes === null ? undefined : [draft.passes],
		}),
	};
	const read = draftMessage.safeParse(input);
	if (read.success) return { input: read.data, missing };
	const refused = read.error.issues.map(({ path, message }) => ({
		field: fieldOf(path.filter((name) => name !== 'body').map(String)),
		sentence: message,
	}));
	return { input: undefined, missing: [...missing, ...refused] };
}

const fields: Readonly<Record<string, keyof Draft>> = {
	evaluation: 'source',
	outcome: 'answer',
	on: 'seenOn',
	passTo: 'passTo',
	case: 'caseReference',
};

/** The field of the form that a path of the contract belongs to. */
export function fieldOf(path: readonly string[]): string {
	const names = path.filter((name) => name !== 'body');
	const [first = 'agreement'] = names;
	return fields[first] ?? first;
}

/** Kinds of message that an agreement lets this node send. @param partner the other party. */
export function sendableKinds(body: AgreementBody, partner: string): SendableKind[] {
	const kinds = body.grants.filter(({ to }) => to === partner).flatMap(({ messages }) => messages);
	return [...new Set(kinds)].flatMap((kind) => (kind === 'control' ? [] : [kind]));
}

/** What may go with a kind of message: kinds of records, and what may be said of whom it speaks. */
export function allowedWith(body: AgreementBody, partner: string, kind: SendableKind) {
	const grants = body.grants.filter(({ to, messages }) => to === partner && messages.includes(kind));
	return {
		records: [...new Set(grants.flatMap(({ records }) => records.map((each) => each.kind)))],
		subjects: new Set(grants.flatMap(({ subjects = [] }) => subjects)),
	};
}
