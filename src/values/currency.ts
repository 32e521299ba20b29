/**
 * Currency codes, ISO 4217. In: three letters. Out: whether the code is current, withdrawn (and since when) or special,
 * and how many decimal places its amounts have. Grammar: currency = 3ALPHA.
 * Current codes come from the runtime; what it lacks, and what it still has and ISO has withdrawn, stands here.
 */

export type CurrencyStanding = 'current' | 'withdrawn' | 'special';

/** Withdrawn codes, with the first day on which they were no longer legal tender, where it matters for recent documents. */
const WITHDRAWN: ReadonlyMap<string, string> = new Map(
	(
		'ADP:2002-03-01 AFA:2003-01-01 ANG:2025-07-01 ATS:2002-03-01 AZM:2006-01-01 BEF:2002-03-01 BGL:1999-07-05 ' +
		'BGN:2026-02-01 BYR:2017-01-01 CSD:2006-10-25 CUC:2021-07-01 CYP:2008-02-01 DEM:2002-01-01 EEK:2011-01-15 ' +
		'ESP:2002-03-01 FIM:2002-03-01 FRF:2002-02-18 GHC:2007-07-01 GRD:2002-03-01 HRK:2023-01-15 IEP:2002-02-10 ' +
		'ITL:2002-03-01 LTL:2015-01-16 LUF:2002-03-01 LVL:2014-01-15 MGF:2005-01-01 MRO:2018-01-01 MTL:2008-02-01 ' +
		'MZM:2006-07-01 NLG:2002-01-28 PTE:2002-03-01 ROL:2005-07-01 RUR:1998-01-01 SDD:2007-07-01 SIT:2007-01-15 ' +
		'SKK:2009-01-17 SLL:2024-01-01 SRG:2004-01-01 STD:2018-01-01 TMM:2009-01-01 TRL:2005-01-01 VEB:2008-01-01 ' +
		'VEF:2018-08-20 XEU:1999-01-01 YUM:2003-01-01 ZMK:2013-01-01 ZWD:2009-04-12 ZWL:2024-09-01 ZWN:2008-08-01 ZWR:2009-02-02'
	)
		.split(' ')
		.map((entry) => [entry.slice(0, 3), entry.slice(4)] as const),
);

/** Metals, units of account, test and no-currency codes: real codes, in which no ordinary amount is paid. */
const SPECIAL: ReadonlySet<string> = new Set(
	'XAU XAG XPT XPD XDR XSU XUA XBA XBB XBC XBD XAD XTS XXX'.split(' '),
);

/** Funds codes, and codes newer than some runtimes. */
const MORE = 'BOV CHE CHW CLF COU MXV USN UYI UYW SLE VED XCG ZWG'.split(' ');

const current: ReadonlySet<string> = new Set(
	[...Intl.supportedValuesOf('currency'), ...MORE].filter(
		(code) => !WITHDRAWN.has(code) && !SPECIAL.has(code),
	),
);

/** Minor units that are not two (ISO 4217 table A.1; the runtime's own figures follow custom and differ). */
const MINOR_UNITS: ReadonlyMap<string, number> = new Map([
	...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
		.split(' ')
		.map((code) => [code, 0] as const),
	...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
	...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** What kind of code this is; undefined where it is none. Capital letters only. */
export function currencyStanding(code: string): CurrencyStanding | undefined {
	if (current.has(code)) return 'current';
	if (WITHDRAWN.has(code)) return 'withdrawn';
	return SPECIAL.has(code) ? 'special' : undefined;
}

/** True for a code of today in which amounts are paid. */
export const isCurrency = (code: string): boolean => current.has(code);

/** `YYYY-MM-DD` from which a withdrawn currency is no longer tender; undefined for every other code. */
export const withdrawnSince = (code: string): string | undefined => WITHDRAWN.get(code);

/** Decimal places of amounts in this currency (0, 2, 3 or 4). */
export const minorUnits = (code: string): number => MINOR_UNITS.get(code) ?? 2;
