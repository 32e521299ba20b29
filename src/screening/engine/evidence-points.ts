/**
 * How many points each piece of evidence is worth. One scale: two names that are just alike enough have the points of
 * `SCREENING_THRESHOLD`, two equal names have 1. How the figures were found is in docs/design/screening.md.
 */
import { type BirthAgreement, birthAgreements } from './birth.ts';

/** A date of birth that agrees says much, because there are 20,000 others; documents of one person often differ by a little. */
const BIRTH: { readonly [agreement in BirthAgreement]: number } = {
	'same-day': 0.14,
	swapped: 0.1,
	'same-month': 0.08,
	'same-year': 0.06,
	slip: 0.06,
	'near-year': 0.01,
	'other-day': 0.01,
	'few-years': -0.08,
	'many-years': -0.2,
	generation: -0.32,
};
export const birthPoints: readonly number[] = birthAgreements.map((agreement) => BIRTH[agreement]);

export const SAME_NATIONALITY = 0.04;
/** People have several nationalities, and lists know one of them. */
export const OTHER_NATIONALITY = -0.09;
/** Where somebody lives changes. */
export const SAME_COUNTRY = 0.02;
export const OTHER_COUNTRY = -0.03;
export const SAME_PLACE_OF_BIRTH = 0.05;
export const OTHER_COUNTRY_OF_BIRTH = -0.06;
export const OTHER_PLACE_OF_BIRTH = -0.02;
export const OTHER_SEX = -0.2;
export const SAME_SEX = 0.005;
/** A given name lets guess the sex, no more. */
export const OTHER_SEX_BY_NAME = -0.05;
export const SAME_CITY = 0.03;

/** Points that a low-quality alias loses: more than an equal name has above the threshold. */
export const WEAK_ALIAS = 0.33;
/** The same for an alias that hardly anybody else can have. */
export const RARE_WEAK_ALIAS = 0.12;
/** An identifier that is the same under two names: the number decides, and the contradiction is said. */
export const IDENTIFIER_WITH_OTHER_NAME = -0.12;
/** Another country issued it: two offices can give out one number. */
export const OTHER_ISSUER = -0.25;
/** A number written under another heading (passport, identity card). */
export const OTHER_SCHEME = -0.05;
/** Points lost by one slip of a clerk; see `slipCost`. */
export const SLIP = -0.35;
/** A supporting identifier beside a name that is alike. */
export const SAME_IDENTIFIER = 0.3;
