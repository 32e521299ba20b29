/** A request while it is typed, and what is sent of it: what is empty is left out. Pure. */
import type { CallInput } from '../../client/call.ts';

export type RequestDraft = {
	readonly kind: CallInput<'openRequest'>['kind'];
	readonly law: NonNullable<CallInput<'openRequest'>['law']>;
	readonly requester: string;
	readonly as: CallInput<'openRequest'>['requester']['as'];
	readonly contact: string;
	readonly receivedOn: string;
	/** One on each line. */
	readonly names: string;
	readonly born: string;
	/** Separated by commas, as accounts and plates. */
	readonly documents: string;
	readonly accounts: string;
	readonly plates: string;
	readonly wanted: string;
};

export const emptyDraft: RequestDraft = {
	kind: 'access',
	law: 'gdpr',
	requester: '',
	as: 'self',
	contact: '',
	receivedOn: '',
	names: '',
	born: '',
	documents: '',
	accounts: '',
	plates: '',
	wanted: '',
};

const parts = (text: string, between: string): string[] =>
	text
		.split(between)
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** What `openRequest` is sent. Who asks for himself need not be named twice. */
export function inputOf(draft: RequestDraft): CallInput<'openRequest'> {
	const { kind, law, as, wanted } = draft;
	const names = parts(draft.names, '\n');
	const requester = draft.requester.trim() || (as === 'self' ? (names[0] ?? '') : '');
	const documents = parts(draft.documents, ',').map((value) => ({ value }));
	const accounts = parts(draft.accounts, ',');
	const plates = parts(draft.plates, ',');
	return {
		kind,
		law,
		requester: {
			name: requester,
			as,
			...(draft.contact.trim() === '' ? {} : { contact: draft.contact.trim() }),
		},
		subject: {
			names: names.length === 0 && as === 'self' && requester !== '' ? [requester] : names,
			...(draft.born.trim() === '' ? {} : { born: draft.born.trim() }),
			...(documents.length === 0 ? {} : { documents }),
			...(accounts.length === 0 ? {} : { accounts }),
			...(plates.length === 0 ? {} : { plates }),
		},
		wanted: wanted.trim(),
		...(draft.receivedOn.trim() === '' ? {} : { receivedOn: draft.receivedOn.trim() }),
	};
}
