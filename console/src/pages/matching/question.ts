/** A question while it is being written, what it becomes when it is asked, and the request that follows a hit. Pure. */
import type { Matchable } from '../../../../contract/exchange/agreement.ts';
import type { MessageSubject } from '../../../../contract/exchange/message.ts';
import type { CallInput } from '../../client/call.ts';
import { askedForWords } from '../../exchanging/matching-words.ts';
import type { ComposeSearch } from '../compose/search.ts';

/** Texts, empty where nothing is said. */
export type QuestionDraft = {
	readonly kind: Matchable;
	readonly value: string;
	/** Date of birth, country, bank: as the kind asks for it. */
	readonly with: string;
	readonly case: string;
};

export const emptyQuestion: QuestionDraft = { kind: 'person', value: '', with: '', case: '' };

type Under = { readonly agreement: string; readonly purpose: string };

/** Is enough said to ask? Whether it identifies anybody, the node says. */
export const isComplete = ({ kind, value, with: more }: QuestionDraft): boolean =>
	value.trim() !== '' && (askedForWords[kind].with?.isNeeded !== true || more.trim() !== '');

export function questionOf(draft: QuestionDraft, { agreement, purpose }: Under): CallInput<'match'> {
	const more = askedForWords[draft.kind].with === undefined ? '' : draft.with.trim();
	const named = draft.case.trim();
	return {
		agreement,
		purpose,
		kind: draft.kind,
		value: draft.value.trim(),
		...(more === '' ? {} : { with: more }),
		...(named === '' ? {} : { case: named }),
	};
}

const subjectKinds: { readonly [kind in Matchable]: MessageSubject['kind'] } = {
	document: 'document',
	container: 'equipment',
	account: 'account',
	plate: 'vehicle',
	phone: 'person',
	email: 'person',
	vessel: 'vessel',
	person: 'person',
	organisation: 'organisation',
};

const isNamed = (kind: Matchable): boolean => kind === 'person' || kind === 'organisation';

/** Schemes of numbers as records have them. */
function schemeOf(kind: Matchable, value: string): string {
	const bare = value.replace(/[\s-]/g, '').toUpperCase();
	if (kind === 'account') return /^[A-Z]{2}\d{2}/.test(bare) ? 'iban' : 'account';
	if (kind === 'vessel') return /^\d{9}$/.test(bare) ? 'mmsi' : 'imo';
	return kind;
}

/** Of whom or what the request is to speak: the identifier that hit, now said. */
export function subjectOf({ kind, value, with: more }: QuestionDraft): MessageSubject {
	const text = value.trim();
	if (!isNamed(kind))
		return { kind: subjectKinds[kind], identifiers: [{ scheme: schemeOf(kind, text), value: text }] };
	const born = more.trim();
	return { kind: subjectKinds[kind], name: text, ...(kind === 'person' && born !== '' ? { born } : {}) };
}

/** The address of a request to the partner. Of whom it speaks is handed on otherwise, and stands in no address. */
export function requestSearch({ agreement, purpose }: Under, named: string): ComposeSearch {
	const reference = named.trim();
	return { agreement, purpose, kind: 'request', ...(reference === '' ? {} : { case: reference }) };
}
