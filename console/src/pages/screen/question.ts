/** A question while it is being written, and as it is asked. */
import { operations } from '../../../../contract/operations.ts';
import type { CallInput } from '../../client/call.ts';

const fields = [
	'name',
	'born',
	'nationality',
	'identifier',
	'country',
	'sex',
	'birthPlace',
	'address',
] as const;
export type QuestionField = (typeof fields)[number];

/** Texts, empty where nothing is asked. */
export type QuestionDraft = { readonly [field in QuestionField]: string } & {
	readonly kind: string;
	readonly purpose: string;
	readonly lists: readonly string[];
	readonly weaker: boolean;
};

export const emptyQuestion: QuestionDraft = {
	name: '',
	born: '',
	nationality: '',
	identifier: '',
	country: '',
	sex: '',
	birthPlace: '',
	address: '',
	kind: 'any',
	purpose: 'enquiry',
	lists: [],
	weaker: false,
};

/** Below the thresholds that are set: what is only a little alike is shown too. */
const WEAKER_THRESHOLD = 0.5;

const asked = operations.screen.input;

/** Fields that say whom or what; one of them at least must. */
const telling: readonly QuestionField[] = ['name', 'identifier', 'address'];

/** @returns the question, or the field that cannot be asked and why. */
export function readQuestion(
	draft: QuestionDraft,
): { question: CallInput<'screen'> } | { field: QuestionField; reason: string } {
	if (telling.every((field) => draft[field].trim() === ''))
		return { field: 'name', reason: 'Give a name, a number or an address.' };
	const read = asked.safeParse({
		...Object.fromEntries(
			fields.flatMap((field) => (draft[field].trim() === '' ? [] : [[field, draft[field].trim()]])),
		),
		kind: draft.kind,
		purpose: draft.purpose,
		...(draft.lists.length > 0 ? { lists: draft.lists.join(',') } : {}),
		...(draft.weaker ? { threshold: WEAKER_THRESHOLD } : {}),
	});
	if (read.success) return { question: read.data };
	const issue = read.error.issues[0];
	return {
		field: fields.find((field) => field === issue?.path[0]) ?? 'name',
		reason: issue?.message ?? 'This cannot be asked.',
	};
}
