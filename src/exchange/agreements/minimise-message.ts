/**
 * A whole message, and what an agreement leaves of it: records, subjects, and the texts that people write beside them. The sender
 * cuts with `minimiseMessage`; the receiver looks with `excessOfMessage` and refuses what was not cut. Pure.
 */
import type { AgreementBody, SubjectField } from '../../../contract/exchange/agreement.ts';
import type { MessageBody, MessageSubject, SharedRecord } from '../../../contract/exchange/message.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { leaksOf } from './leaks.ts';
import { excessOf, type FieldRules, fateOf, minimiseRecord } from './minimise.ts';

export type Direction = { readonly from: string; readonly to: string };

export type MinimisedMessage = {
	readonly body: MessageBody;
	/** What did not leave, by the reference of its record; `subjects[0]` for a subject. */
	readonly removed: readonly { readonly record: string; readonly path: string; readonly because: string }[];
	readonly masked: readonly { readonly record: string; readonly path: string }[];
	/** Texts that repeat what the agreement holds back: a message with one of these is not sent. */
	readonly problems: readonly { readonly path: string; readonly sentence: string }[];
};

const grantsOf = (body: AgreementBody, { from, to }: Direction, kind: MessageBody['kind']) =>
	body.grants.filter(
		(grant) => grant.from === from && grant.to === to && grant.messages.some((each) => each === kind),
	);

/**
 * What may be sent of a kind of record in a kind of message. Where several grants speak of it the strictest word of all holds.
 * @returns undefined where none does.
 */
export function rulesFor(
	body: AgreementBody,
	direction: Direction,
	message: MessageBody['kind'],
	record: string,
): FieldRules | undefined {
	const rules = grantsOf(body, direction, message).flatMap(({ records }) =>
		records.filter(({ kind }) => kind === record),
	);
	if (rules.length === 0) return undefined;
	return {
		allowed: rules.flatMap(({ allowed }) => allowed),
		masked: rules.flatMap(({ masked }) => masked),
		forbidden: rules.flatMap(({ forbidden }) => forbidden),
	};
}

/** What may be said of the subjects of a message. */
export const subjectFieldsFor = (
	body: AgreementBody,
	direction: Direction,
	message: MessageBody['kind'],
): ReadonlySet<SubjectField> =>
	new Set(grantsOf(body, direction, message).flatMap(({ subjects = [] }) => subjects));

const SUBJECT_FIELDS = ['name', 'born', 'nationalities', 'identifiers', 'role'] as const;

/** @returns what is left of it; undefined where that is nothing but its kind. */
function minimiseSubject(
	subject: MessageSubject,
	allowed: ReadonlySet<SubjectField>,
): MessageSubject | undefined {
	const kept = Object.entries(subject).filter(
		([name]) => name === 'kind' || SUBJECT_FIELDS.some((field) => field === name && allowed.has(field)),
	);
	// Members were only left out, and none of them but the kind is required.
	return kept.length > 1 ? (Object.fromEntries(kept) as MessageSubject) : undefined;
}

/**
 * @param body as it was written; shared records in it (that came from elsewhere, and go on) are cut again.
 * @param records of this node, which are cut and added.
 */
export function minimiseMessage(
	body: MessageBody,
	agreement: AgreementBody,
	direction: Direction,
	records: readonly BorderRecord[] = [],
): MinimisedMessage {
	if (body.kind === 'control') return { body, removed: [], masked: [], problems: [] };
	const cut = [
		...body.records.map((shared) => {
			const rules = rulesFor(agreement, direction, body.kind, shared.kind);
			const { shared: left, removed, heldBack } = minimiseRecord(recordOf(shared), rules);
			const stillMasked = shared.masked.filter((path) => rules && fateOf(path, rules) === 'masked');
			return {
				shared: { ...left, masked: [...new Set([...left.masked, ...stillMasked])].sort() },
				removed,
				heldBack,
			};
		}),
		...records.map((record) =>
			minimiseRecord(record, rulesFor(agreement, direction, body.kind, record.kind)),
		),
	];
	const fields = subjectFieldsFor(agreement, direction, body.kind);
	const subjects = body.subjects.flatMap((subject) => minimiseSubject(subject, fields) ?? []);
	const left = { ...body, subjects, records: cut.map(({ shared }) => shared) };
	return {
		body: left,
		removed: [
			...cut.flatMap(({ shared, removed }) =>
				removed.map(({ path, because }) => ({ record: shared.reference, path, because })),
			),
			...body.subjects.flatMap((subject, at) =>
				SUBJECT_FIELDS.filter((field) => subject[field] !== undefined && !fields.has(field)).map((path) => ({
					record: `subjects[${at}]`,
					path,
					because: 'not-allowed',
				})),
			),
		],
		masked: cut.flatMap(({ shared }) => shared.masked.map((path) => ({ record: shared.reference, path }))),
		problems: leaksIn(
			left,
			cut.flatMap(({ heldBack }) => heldBack),
		),
	};
}

/** A shared record as a record to be cut: the rules look at paths, not at types. */
const recordOf = ({ kind, reference, record }: SharedRecord): BorderRecord =>
	({ ...record, kind, reference }) as BorderRecord;

/** Texts of a message outside of its records and subjects that say what was held back. */
function leaksIn(
	body: MessageBody,
	heldBack: readonly { readonly path: string; readonly value: string }[],
): { path: string; sentence: string }[] {
	if (heldBack.length === 0) return [];
	const { records, subjects, ...texts } = { records: [], subjects: [], ...body };
	// What is allowed at another place, or named as a subject, is no secret of this message.
	const said = new Set(textsOf([records, subjects], '').map(({ text }) => text));
	const secrets = heldBack.filter(({ value }) => !said.has(value));
	const values = [...new Set(secrets.map(({ value }) => value))];
	return textsOf(texts, '').flatMap(({ path, text }) =>
		leaksOf(text, values).map((value) => ({
			path,
			sentence: `The text repeats ${secrets.find((each) => each.value === value)?.path ?? 'a value'} of a record, which the agreement does not let out. Take it out of the text.`,
		})),
	);
}

function textsOf(value: unknown, path: string): { path: string; text: string }[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inside]) =>
		textsOf(inside, path === '' ? name : `${path}.${name}`),
	);
}

/** What in a message its agreement does not allow, as paths; a receiver refuses a message with any. */
export function excessOfMessage(body: MessageBody, agreement: AgreementBody, direction: Direction): string[] {
	if (body.kind === 'control') return [];
	const fields = subjectFieldsFor(agreement, direction, body.kind);
	return [
		...body.records.flatMap((shared, at) =>
			excessOf(shared, rulesFor(agreement, direction, body.kind, shared.kind)).map(
				(path) => `records[${at}].${path}`,
			),
		),
		...body.subjects.flatMap((subject, at) =>
			SUBJECT_FIELDS.filter((field) => subject[field] !== undefined && !fields.has(field)).map(
				(field) => `subjects[${at}].${field}`,
			),
		),
	];
}
