/**
 * Purposes for which somebody asks for personal data: a closed list. Who may state one, where, and whether it needs a case.
 * Which actions a purpose covers is the law of the node (src/policy). Names in agreements are the same vocabulary: a name of
 * this list, or one that `agreed` puts under a name of this list. Legal hints are for orientation: check with your law.
 */
import { z } from 'zod';
import { type Agency, agency, type Role, role } from './roles.ts';

export const purposeIds = [
	'customs-control',
	'traveller-control',
	'suspicion-analysis',
	'sanctions-screening',
	'investigation',
	'mutual-assistance',
	'data-protection',
	'quality-assurance',
	'node-operation',
	'exercise',
] as const;
export const purposeId = z.enum(purposeIds);
export type PurposeId = z.infer<typeof purposeId>;

/** Reference of a case file. Letters, digits and a few signs, because it stands in headers; no names of persons. */
export const caseReference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ./_:#-]{0,79}$/, {
	error: 'a case reference has up to 80 letters, digits, spaces and . / _ : # -',
});

export type Purpose = {
	readonly id: PurposeId;
	readonly name: string;
	readonly sentence: string;
	readonly agencies: readonly Agency[];
	readonly roles: readonly (Role | 'local-operator')[];
	readonly needsCase: boolean;
	/** Where the law allows it, as a rule. */
	readonly basis: string;
	/** Names in agreements that are part of it. */
	readonly agreed: readonly string[];
};

const anywhere: readonly Agency[] = agency.options;
const casework = ['officer', 'analyst', 'supervisor'] as const;

export const purposes: { readonly [id in PurposeId]: Purpose } = {
	'customs-control': {
		id: 'customs-control',
		name: 'Customs control',
		sentence: 'Analyse the risk of goods and cash that cross the border, and control them.',
		agencies: ['customs'],
		roles: [...casework, 'integrator', 'local-operator'],
		needsCase: false,
		basis: 'Union Customs Code, Regulation (EU) No 952/2013, article 46; Regulation (EU) 2018/1672',
		agreed: [
			'smuggling-of-goods',
			'undervaluation',
			'false-origin',
			'misclassification',
			'intellectual-property',
			'strategic-goods',
			'cash-control',
		],
	},
	'traveller-control': {
		id: 'traveller-control',
		name: 'Assessment of travellers',
		sentence: 'Assess travellers before they arrive or leave, and check them at the border.',
		agencies: ['customs', 'immigration'],
		roles: [...casework, 'integrator', 'local-operator'],
		needsCase: false,
		basis: 'Directive (EU) 2016/681, article 6; Regulation (EU) 2016/399, article 8',
		agreed: ['border-control', 'smuggling-of-persons', 'trafficking-in-persons'],
	},
	'suspicion-analysis': {
		id: 'suspicion-analysis',
		name: 'Analysis of suspicion reports',
		sentence: 'Analyse reports of suspicious transactions and what is connected with them.',
		agencies: ['fiu'],
		roles: [...casework, 'integrator', 'local-operator'],
		needsCase: false,
		basis: 'Directive (EU) 2015/849, article 32; FATF Recommendation 29',
		agreed: [
			'money-laundering',
			'predicate-offences',
			'terrorist-financing',
			'proliferation-financing',
			'proceeds-of-smuggling',
		],
	},
	'sanctions-screening': {
		id: 'sanctions-screening',
		name: 'Sanctions and alerts',
		sentence: 'Find out whether somebody is on a list of sanctions or alerts, and act on it.',
		agencies: anywhere,
		roles: [...casework, 'integrator', 'local-operator'],
		needsCase: false,
		basis: 'Resolutions under article 41 of the UN Charter; restrictive measures under article 215 TFEU',
		agreed: ['sanctions-evasion'],
	},
	investigation: {
		id: 'investigation',
		name: 'Investigation',
		sentence: 'Work on a case that has been opened and has a reference.',
		agencies: anywhere,
		roles: [...casework, 'local-operator'],
		needsCase: true,
		basis: 'Directive (EU) 2016/680, article 8, and the law of procedure',
		agreed: [],
	},
	'mutual-assistance': {
		id: 'mutual-assistance',
		name: 'Mutual assistance',
		sentence: 'Ask, answer and inform partner agencies under an agreement.',
		agencies: anywhere,
		roles: ['analyst', 'supervisor', 'exchange-desk', 'local-operator'],
		needsCase: false,
		basis: 'Regulation (EC) No 515/97; Directive (EU) 2023/977; the agreement itself',
		agreed: [],
	},
	'data-protection': {
		id: 'data-protection',
		name: 'Data protection',
		sentence: 'Answer those whose data are held, and watch over how data are used.',
		agencies: anywhere,
		roles: ['data-protection-officer', 'supervisor', 'local-operator'],
		needsCase: false,
		basis:
			'Regulation (EU) 2016/679, articles 15 to 22 and 39; Directive (EU) 2016/680, articles 13 to 17 and 34',
		agreed: [],
	},
	'quality-assurance': {
		id: 'quality-assurance',
		name: 'Quality assurance',
		sentence: 'Check whether rules, lists, models and decisions do what they should.',
		agencies: anywhere,
		roles: ['analyst', 'supervisor', 'data-protection-officer', 'local-operator'],
		needsCase: false,
		basis: 'Directive (EU) 2016/681, article 6(4); Directive (EU) 2016/680, articles 11 and 24',
		agreed: [],
	},
	'node-operation': {
		id: 'node-operation',
		name: 'Operation of the node',
		sentence: 'Keep the node running: lists, disturbances, restoring.',
		agencies: anywhere,
		roles: ['administrator', 'local-operator'],
		needsCase: false,
		basis: 'Regulation (EU) 2016/679, article 32; Directive (EU) 2016/680, article 29',
		agreed: [],
	},
	exercise: {
		id: 'exercise',
		name: 'Exercise',
		sentence: 'Learn and practise on a node whose data are invented.',
		agencies: anywhere,
		roles: [...role.options, 'local-operator'],
		needsCase: false,
		basis: 'No personal data of real persons',
		agreed: [],
	},
};

/** What a person or machine says: for what, and on which case. */
export const purposeStatement = z.object({
	purpose: purposeId,
	caseReference: caseReference.optional(),
});

/** Where a purpose is stated: what the node is for, and whether all its data are invented. */
export type StatedAt = { readonly agency: Agency; readonly exercise: boolean };

export const mayState = (role: string, purpose: PurposeId, { agency: here, exercise }: StatedAt): boolean => {
	const { roles, agencies } = purposes[purpose];
	return (
		roles.some((each) => each === role) && agencies.includes(here) && (exercise || purpose !== 'exercise')
	);
};

/** Purposes that a role may state on a node, in the order of the list. */
export const purposesOf = (role: string, at: StatedAt): PurposeId[] =>
	purposeIds.filter((purpose) => mayState(role, purpose, at));
