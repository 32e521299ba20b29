/** The words of agreements: states, moves, what can be matched and said of subjects, passing on. From the glossary. */
import type {
	AgreementBody,
	AgreementState,
	Matchable,
	SubjectField,
} from '../../../contract/exchange/agreement.ts';

export const agreementStateWords: { readonly [state in AgreementState]: { name: string; meaning: string } } =
	{
		draft: { name: 'Draft', meaning: 'only this node has it; it allows nothing' },
		offered: { name: 'Offered', meaning: 'signed by one side; it allows nothing yet' },
		signed: { name: 'Signed', meaning: 'signed by both; it holds from its first day to its last' },
		suspended: { name: 'Suspended', meaning: 'nothing is exchanged until whoever suspended it resumes' },
		ended: { name: 'Ended', meaning: 'over for good' },
	};

/** What the history of an agreement calls a deed. */
export const agreementEventWords: Readonly<Record<string, string>> = {
	saved: 'draft saved',
	offered: 'offered',
	signed: 'signed',
	suspended: 'suspended',
	resumed: 'resumed',
	ended: 'ended',
};

export const matchableWords: { readonly [kind in Matchable]: string } = {
	document: 'Documents',
	container: 'Containers',
	account: 'Accounts',
	plate: 'Plates',
	phone: 'Phones',
	email: 'E-mail addresses',
	vessel: 'Vessels',
	person: 'Persons',
	organisation: 'Organisations',
};

export const subjectFieldWords: { readonly [field in SubjectField]: string } = {
	name: 'Name',
	born: 'Date of birth',
	nationalities: 'Nationalities',
	identifiers: 'Identifiers',
	role: 'Part played',
};

export const onwardWords: {
	readonly [onward in AgreementBody['onward']]: { name: string; meaning: string };
} = {
	never: { name: 'Never', meaning: 'it stays with the receiver' },
	'with-consent': { name: 'With consent', meaning: 'the sender is asked each time' },
	allowed: { name: 'Allowed', meaning: 'to others, for the same purposes' },
};

/** What may become of a field of a record. */
export const fateWords = {
	allowed: { name: 'Allowed', meaning: 'leaves as it is' },
	masked: { name: 'Masked', meaning: 'that there is a value leaves, and not which' },
	forbidden: { name: 'Forbidden', meaning: 'never leaves, also where a wider path allows it' },
} as const;

export type Fate = keyof typeof fateWords;
export const fates = ['allowed', 'masked', 'forbidden'] as const satisfies readonly Fate[];
