/** An agreement while it is being written: texts of the form’s fields, and back to the contract’s body. Pure. */
import {
	type AgreementBody,
	agreementBody,
	type Grant,
	type HandlingCode,
	type Matchable,
	type SubjectField,
} from '../../../../contract/exchange/agreement.ts';
import { problemsOfTerms } from '../../../../contract/exchange/agreement-problems.ts';
import type { MessageKind } from '../../../../contract/exchange/message.ts';
import { problemsOfPaths } from '../../../../contract/exchange/record-paths.ts';
import type { FieldRules } from './field-rules.ts';

export type GrantDraft = {
	/** Names the grant while it is on the page; not stored. */
	readonly key: number;
	/** What this node may send; else what the partner may. */
	readonly isOurs: boolean;
	readonly messages: readonly MessageKind[];
	readonly records: readonly FieldRules[];
	readonly matching: readonly Matchable[];
	readonly subjects: readonly SubjectField[];
};

export type AgreementDraft = {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	/** Name of the other node; empty where it is still to be chosen. */
	readonly partner: string;
	/** Whether this node is the party that is named first. */
	readonly isFirst: boolean;
	readonly legalBasis: string;
	readonly purposes: readonly string[];
	readonly grants: readonly GrantDraft[];
	readonly least: HandlingCode;
	readonly handling: readonly HandlingCode[];
	readonly evaluation: boolean;
	readonly onward: AgreementBody['onward'];
	readonly startsOn: string;
	readonly reviewOn: string;
	readonly endsOn: string;
	/** Whole numbers, as they are typed. */
	readonly numbers: { readonly [name in NumberName]: string };
};

export const numberNames = [
	'retentionDays',
	'urgent',
	'direct',
	'normal',
	'questionsPerDay',
	'messagesPerDay',
	'intersectionsPerMonth',
] as const;
export type NumberName = (typeof numberNames)[number];

/** What is wrong, by the field of the form: `title`, `retentionDays`, `grants.0`, `grants.0.records.2` … */
export type DraftProblems = ReadonlyMap<string, string>;
export type DraftRead = { body: AgreementBody } | { problems: DraftProblems };

/** @param own name of this node; the other party, where there is one, is the partner. */
export function draftOf(body: AgreementBody, own: string): AgreementDraft {
	const { budget, responseHours, retentionDays } = body;
	return {
		id: body.id,
		version: body.version,
		title: body.title,
		partner: body.parties.find((party) => party !== own) ?? '',
		isFirst: body.parties[0] === own,
		legalBasis: body.legalBasis,
		purposes: body.purposes,
		grants: body.grants.map((grant, key) => ({
			key,
			isOurs: grant.from === own,
			messages: grant.messages,
			records: grant.records,
			matching: grant.matching,
			subjects: grant.subjects ?? [],
		})),
		least: body.handling.least,
		handling: body.handling.allowed,
		evaluation: body.evaluation,
		onward: body.onward,
		startsOn: body.startsOn,
		reviewOn: body.reviewOn,
		endsOn: body.endsOn,
		numbers: {
			retentionDays: String(retentionDays),
			urgent: String(responseHours.urgent),
			direct: String(responseHours.direct),
			normal: String(responseHours.normal),
			questionsPerDay: String(budget.questionsPerDay),
			messagesPerDay: String(budget.messagesPerDay),
			intersectionsPerMonth: String(budget.intersectionsPerMonth),
		},
	};
}

export const newGrant = (grants: readonly GrantDraft[], isOurs: boolean): GrantDraft => ({
	key: Math.max(-1, ...grants.map(({ key }) => key)) + 1,
	isOurs,
	messages: [],
	records: [],
	matching: [],
	subjects: [],
});

/** What a field wants, by the beginning of its place in the body. */
const wanted: readonly (readonly [string, string, string])[] = [
	['id', 'id', 'Small letters, digits and hyphens; a letter first; 3 to 64 characters'],
	['title', 'title', '3 to 200 characters'],
	['parties', 'partner', 'Choose the partner'],
	['legalBasis', 'legalBasis', '3 to 2,000 characters'],
	['purposes', 'purposes', 'Small letters and hyphens, 3 to 64 characters each; at most 50'],
	['handling.least', 'least', 'Choose one of the codes that may be set'],
	['handling', 'handling', 'Choose at least one code'],
	['retentionDays', 'retentionDays', 'Whole days, 1 to 3,650'],
	['responseHours.urgent', 'urgent', 'Whole hours, 1 to 8,760'],
	['responseHours.direct', 'direct', 'Whole hours, 1 to 8,760'],
	['responseHours.normal', 'normal', 'Whole hours, 1 to 8,760'],
	['budget.questionsPerDay', 'questionsPerDay', 'A whole number, 0 or more'],
	['budget.messagesPerDay', 'messagesPerDay', 'A whole number, 0 or more'],
	['budget.intersectionsPerMonth', 'intersectionsPerMonth', 'A whole number, 0 to 1,000'],
	['startsOn', 'startsOn', 'A day'],
	['reviewOn', 'reviewOn', 'A day'],
	['endsOn', 'endsOn', 'A day'],
];

/** Field of the form for a place in the body: grants by their place, records of one by theirs. */
function fieldOf(place: string): string {
	const grant = /^grants\.\d+(\.records\.\d+)?/.exec(place);
	if (grant) return grant[0];
	return wanted.find(([prefix]) => place === prefix || place.startsWith(`${prefix}.`))?.[1] ?? place;
}

const wantedAt = (place: string): string | undefined =>
	wanted.find(([prefix]) => place === prefix || place.startsWith(`${prefix}.`))?.[2];

const wholeNumber = (text: string): number => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN);

/** What a draft stands for, not checked yet. */
function assemble(draft: AgreementDraft, own: string) {
	const { numbers, partner } = draft;
	const number = (name: NumberName): number => wholeNumber(numbers[name]);
	const parties = draft.isFirst ? [own, partner] : [partner, own];
	return {
		format: 'tidewaiter-agreement',
		formatVersion: 1,
		id: draft.id.trim(),
		version: draft.version,
		title: draft.title.trim(),
		parties,
		legalBasis: draft.legalBasis.trim(),
		purposes: draft.purposes,
		grants: draft.grants.map(
			({ key: _, isOurs, messages, records, matching, subjects }): Grant => ({
				from: isOurs ? own : partner,
				to: isOurs ? partner : own,
				messages: [...messages],
				records: [...records],
				matching: [...matching],
				// Left out where nothing may be said, as in agreements that were written by hand.
				...(subjects.length === 0 ? {} : { subjects: [...subjects] }),
			}),
		),
		handling: { least: draft.least, allowed: draft.handling },
		evaluation: draft.evaluation,
		retentionDays: number('retentionDays'),
		onward: draft.onward,
		responseHours: { urgent: number('urgent'), direct: number('direct'), normal: number('normal') },
		budget: {
			questionsPerDay: number('questionsPerDay'),
			messagesPerDay: number('messagesPerDay'),
			intersectionsPerMonth: number('intersectionsPerMonth'),
		},
		startsOn: draft.startsOn,
		reviewOn: draft.reviewOn,
		endsOn: draft.endsOn,
	};
}

/** For fields that are not right yet, so that what stands in the others can be looked at together. */
const standIn = {
	id: 'not-named-yet',
	title: 'Not named yet',
	partner: 'nobody-yet',
	legalBasis: 'Not said yet',
	purposes: [],
} as const satisfies Partial<AgreementDraft>;

function withStandIns(draft: AgreementDraft, wrong: DraftProblems): AgreementDraft {
	const texts = Object.fromEntries(Object.entries(standIn).filter(([field]) => wrong.has(field)));
	const numbers = numberNames.filter((name) => wrong.has(name)).map((name) => [name, '1']);
	return { ...draft, ...texts, numbers: { ...draft.numbers, ...Object.fromEntries(numbers) } };
}

/** The body that a draft stands for, or what is wrong with it. @param own name of this node. */
export function readDraft(draft: AgreementDraft, own: string): DraftRead {
	const { partner } = draft;
	const read = agreementBody.safeParse(assemble(draft, own));
	const problems = new Map<string, string>();
	const found = (place: string, sentence: string): void => {
		const field = fieldOf(place);
		if (!problems.has(field)) problems.set(field, sentence);
	};
	if (partner === '') problems.set('partner', 'Choose the partner');
	for (const { path, message } of read.error?.issues ?? []) {
		const place = path.join('.');
		// Without a partner every grant is to nobody; that is said once.
		if (partner === '' && /^grants\.\d+\.(from|to)$/.test(place)) continue;
		found(place, wantedAt(place) ?? message);
	}
	const whole = read.success ? read : agreementBody.safeParse(assemble(withStandIns(draft, problems), own));
	if (whole.success)
		for (const { place, sentence } of [...problemsOfTerms(whole.data), ...problemsOfPaths(whole.data)])
			found(place, sentence);
	return read.success && problems.size === 0 ? { body: read.data } : { problems };
}

/** Whether something is left to be completed before it can be offered: places in square brackets. */
export const hasPlaces = ({ legalBasis }: Pick<AgreementDraft, 'legalBasis'>): boolean =>
	legalBasis.includes('[');
