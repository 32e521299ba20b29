/**
 * On what law a person asks for the data that are held of her, and on what grounds that is refused or kept back. Articles are
 * those of Regulation (EU) 2016/679 (GDPR), Directive (EU) 2016/680 and Directive (EU) 2015/849; national law may say more:
 * check with yours.
 */
import { z } from 'zod';

export const requestKind = z.enum(['access', 'correction', 'restriction', 'erasure', 'objection']);

/** On which law the request stands: that of controllers in general, or that of authorities that prevent and prosecute offences. */
export const requestLaw = z.enum(['gdpr', 'police-directive']);

/** Articles on which each kind of request stands. */
export const requestArticles: {
	readonly [kind in z.infer<typeof requestKind>]: {
		readonly [law in z.infer<typeof requestLaw>]: string;
	};
} = {
	access: { gdpr: 'GDPR art. 15', 'police-directive': 'Directive (EU) 2016/680 art. 14' },
	correction: { gdpr: 'GDPR art. 16', 'police-directive': 'Directive (EU) 2016/680 art. 16(1)' },
	restriction: { gdpr: 'GDPR art. 18', 'police-directive': 'Directive (EU) 2016/680 art. 16(3)' },
	erasure: { gdpr: 'GDPR art. 17', 'police-directive': 'Directive (EU) 2016/680 art. 16(2)' },
	objection: { gdpr: 'GDPR art. 21', 'police-directive': 'national law' },
};

/** Why a request is refused, or part of the answer withheld. */
export const groundId = z.enum([
	'identity-not-shown',
	'manifestly-unfounded',
	'excessive',
	'no-data',
	'investigation',
	'prevention-of-offences',
	'public-security',
	'national-security',
	'rights-of-others',
	'tipping-off',
	'legal-obligation',
	'legal-claims',
	'evidence',
	'accuracy-not-shown',
	'compelling-grounds',
]);

type Ground = {
	readonly title: string;
	/** The article of each law; null where that law has no such ground. */
	readonly articles: { readonly [law in z.infer<typeof requestLaw>]: string | null };
	/** Kinds of request that it may refuse; empty where it only withholds. */
	readonly refuses: readonly z.infer<typeof requestKind>[];
	/** May it keep part of an answer back? */
	readonly withholds: boolean;
};

const every = requestKind.options;

export const grounds: { readonly [id in z.infer<typeof groundId>]: Ground } = {
	'identity-not-shown': {
		title: 'Who asks could not be identified',
		articles: {
			gdpr: 'GDPR art. 11(2), 12(2) and 12(6)',
			'police-directive': 'Directive (EU) 2016/680 art. 12(5)',
		},
		refuses: every,
		withholds: false,
	},
	'manifestly-unfounded': {
		title: 'The request is manifestly unfounded',
		articles: { gdpr: 'GDPR art. 12(5)', 'police-directive': 'Directive (EU) 2016/680 art. 12(4)' },
		refuses: every,
		withholds: false,
	},
	excessive: {
		title: 'The request is excessive, as for its repetition',
		articles: { gdpr: 'GDPR art. 12(5)', 'police-directive': 'Directive (EU) 2016/680 art. 12(4)' },
		refuses: every,
		withholds: false,
	},
	'no-data': {
		title: 'Nothing is held of this person',
		articles: { gdpr: 'GDPR art. 15(1)', 'police-directive': 'Directive (EU) 2016/680 art. 14' },
		refuses: every,
		withholds: false,
	},
	investigation: {
		title: 'An inquiry, investigation or procedure would be obstructed',
		articles: {
			gdpr: 'GDPR art. 23(1)(d), (e) and (h), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(a)',
		},
		refuses: every,
		withholds: true,
	},
	'prevention-of-offences': {
		title: 'Prevention, detection or prosecution of offences would be prejudiced',
		articles: {
			gdpr: 'GDPR art. 23(1)(d), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(b)',
		},
		refuses: every,
		withholds: true,
	},
	'public-security': {
		title: 'Public security',
		articles: {
			gdpr: 'GDPR art. 23(1)(c), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(c)',
		},
		refuses: every,
		withholds: true,
	},
	'national-security': {
		title: 'National security',
		articles: {
			gdpr: 'GDPR art. 23(1)(a), by national law',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(d)',
		},
		refuses: every,
		withholds: true,
	},
	'rights-of-others': {
		title: 'Rights and freedoms of others',
		articles: {
			gdpr: 'GDPR art. 15(4) and 23(1)(i)',
			'police-directive': 'Directive (EU) 2016/680 art. 15(1)(e)',
		},
		refuses: ['access'],
		withholds: true,
	},
	'tipping-off': {
		title: 'Nobody may learn that a suspicion was reported',
		articles: {
			gdpr: 'Directive (EU) 2015/849 art. 39(1) and 41(4), with GDPR art. 23',
			'police-directive': 'Directive (EU) 2015/849 art. 39(1), with Directive (EU) 2016/680 art. 15(1)',
		},
		refuses: ['access'],
		withholds: true,
	},
	'legal-obligation': {
		title: 'The data must be kept by law, or for a task in the public interest',
		articles: { gdpr: 'GDPR art. 17(3)(b)', 'police-directive': 'Directive (EU) 2016/680 art. 8 and 16(2)' },
		refuses: ['erasure'],
		withholds: false,
	},
	'legal-claims': {
		title: 'The data are needed for legal claims',
		articles: { gdpr: 'GDPR art. 17(3)(e), 18(2) and 21(1)', 'police-directive': null },
		refuses: ['erasure', 'restriction', 'objection'],
		withholds: false,
	},
	evidence: {
		title: 'The data must be kept as evidence: they are restricted instead',
		articles: {
			gdpr: 'GDPR art. 17(3)(e) and 18(1)(c)',
			'police-directive': 'Directive (EU) 2016/680 art. 16(3)(b)',
		},
		refuses: ['erasure'],
		withholds: false,
	},
	'accuracy-not-shown': {
		title: 'Whether the data are right could not be found out: they are restricted instead',
		articles: { gdpr: 'GDPR art. 18(1)(a)', 'police-directive': 'Directive (EU) 2016/680 art. 16(3)(a)' },
		refuses: ['correction', 'erasure'],
		withholds: false,
	},
	'compelling-grounds': {
		title: 'Compelling legitimate grounds override the objection',
		articles: { gdpr: 'GDPR art. 21(1)', 'police-directive': null },
		refuses: ['objection'],
		withholds: false,
	},
};

export type RequestKind = z.infer<typeof requestKind>;
export type RequestLaw = z.infer<typeof requestLaw>;
export type GroundId = z.infer<typeof groundId>;
