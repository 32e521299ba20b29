/**
 * Country codes. In: a code as documents write it (ISO 3166-1 alpha-2, alpha-3 or numeric; ICAO 9303-3 section 5; the
 * user-assigned and reserved codes that customs use). Out: one form, alpha-2 where there is one.
 * Grammar: country = 2ALPHA / 3ALPHA / 3DIGIT / "D" (Germany in travel documents), with any "<" filler ignored.
 * Does not judge whether a code suits its field; names come from the runtime's CLDR data.
 */

/** ISO 3166-1: alpha-2, alpha-3 and numeric code of each of the 249 officially assigned entries, eight characters each. */
const ASSIGNED =
	'ADAND020AEARE784AFAFG004AGATG028AIAIA660ALALB008AMARM051AOAGO024AQATA010ARARG032ASASM016ATAUT040AUAUS036AWABW533' +
	'AXALA248AZAZE031BABIH070BBBRB052BDBGD050BEBEL056BFBFA854BGBGR100BHBHR048BIBDI108BJBEN204BLBLM652BMBMU060BNBRN096' +
	'BOBOL068BQBES535BRBRA076BSBHS044BTBTN064BVBVT074BWBWA072BYBLR112BZBLZ084CACAN124CCCCK166CDCOD180CFCAF140CGCOG178' +
	'CHCHE756CICIV384CKCOK184CLCHL152CMCMR120CNCHN156COCOL170CRCRI188CUCUB192CVCPV132CWCUW531CXCXR162CYCYP196CZCZE203' +
	'DEDEU276DJDJI262DKDNK208DMDMA212DODOM214DZDZA012ECECU218EEEST233EGEGY818EHESH732ERERI232ESESP724ETETH231FIFIN246' +
	'FJFJI242FKFLK238FMFSM583FOFRO234FRFRA250GAGAB266GBGBR826GDGRD308GEGEO268GFGUF254GGGGY831GHGHA288GIGIB292GLGRL304' +
	'GMGMB270GNGIN324GPGLP312GQGNQ226GRGRC300GSSGS239GTGTM320GUGUM316GWGNB624GYGUY328HKHKG344HMHMD334HNHND340HRHRV191' +
	'HTHTI332HUHUN348IDIDN360IEIRL372ILISR376IMIMN833ININD356IOIOT086IQIRQ368IRIRN364ISISL352ITITA380JEJEY832JMJAM388' +
	'JOJOR400JPJPN392KEKEN404KGKGZ417KHKHM116KIKIR296KMCOM174KNKNA659KPPRK408KRKOR410KWKWT414KYCYM136KZKAZ398LALAO418' +
	'LBLBN422LCLCA662LILIE438LKLKA144LRLBR430LSLSO426LTLTU440LULUX442LVLVA428LYLBY434MAMAR504MCMCO492MDMDA498MEMNE499' +
	'MFMAF663MGMDG450MHMHL584MKMKD807MLMLI466MMMMR104MNMNG496MOMAC446MPMNP580MQMTQ474MRMRT478MSMSR500MTMLT470MUMUS480' +
	'MVMDV462MWMWI454MXMEX484MYMYS458MZMOZ508NANAM516NCNCL540NENER562NFNFK574NGNGA566NINIC558NLNLD528NONOR578NPNPL524' +
	'NRNRU520NUNIU570NZNZL554OMOMN512PAPAN591PEPER604PFPYF258PGPNG598PHPHL608PKPAK586PLPOL616PMSPM666PNPCN612PRPRI630' +
	'PSPSE275PTPRT620PWPLW585PYPRY600QAQAT634REREU638ROROU642RSSRB688RURUS643RWRWA646SASAU682SBSLB090SCSYC690SDSDN729' +
	'SESWE752SGSGP702SHSHN654SISVN705SJSJM744SKSVK703SLSLE694SMSMR674SNSEN686SOSOM706SRSUR740SSSSD728STSTP678SVSLV222' +
	'SXSXM534SYSYR760SZSWZ748TCTCA796TDTCD148TFATF260TGTGO768THTHA764TJTJK762TKTKL772TLTLS626TMTKM795TNTUN788TOTON776' +
	'TRTUR792TTTTO780TVTUV798TWTWN158TZTZA834UAUKR804UGUGA800UMUMI581USUSA840UYURY858UZUZB860VAVAT336VCVCT670VEVEN862' +
	'VGVGB092VIVIR850VNVNM704VUVUT548WFWLF876WSWSM882YEYEM887YTMYT175ZAZAF710ZMZMB894ZWZWE716';

/** User-assigned, reserved and former codes that documents carry: the name, and alpha-3 and numeric where they exist. */
const FURTHER: readonly (readonly [alpha2: string, name: string, alpha3?: string, numeric?: string])[] = [
	['XI', 'Northern Ireland'],
	['XK', 'Kosovo', 'XKX', '983'],
	['EU', 'European Union', 'EUE'],
	['UN', 'United Nations', 'UNO'],
	['XC', 'Ceuta'],
	['XL', 'Melilla'],
	['XZ', 'International waters'],
	['XX', 'Unspecified', 'XXX'],
	['QP', 'High seas'],
	['QQ', 'Stores and provisions'],
	['QR', 'Stores and provisions, within the Union'],
	['QS', 'Stores and provisions, outside the Union'],
	['QU', 'Countries and territories not specified'],
	['QV', 'Countries and territories not specified, within the Union'],
	['QW', 'Countries and territories not specified, outside the Union'],
	['AC', 'Ascension Island'],
	['TA', 'Tristan da Cunha'],
	['IC', 'Canary Islands'],
	['EA', 'Ceuta and Melilla'],
	['AN', 'Netherlands Antilles (former)', 'ANT', '530'],
	['CS', 'Serbia and Montenegro (former)', 'SCG', '891'],
	['DD', 'German Democratic Republic (former)', 'DDR', '278'],
	['SU', 'Soviet Union (former)', 'SUN', '810'],
	['YU', 'Yugoslavia (former)', 'YUG', '890'],
	['NT', 'Neutral Zone (former)', 'NTZ', '536'],
];

/** Other ways to write a country that has a code above: ICAO 9303 variants, kept-alive old codes, EU and United Kingdom use. */
const ALIASES: readonly (readonly [string, string])[] = [
	['D', 'DE'],
	['GBD', 'GB'],
	['GBN', 'GB'],
	['GBO', 'GB'],
	['GBP', 'GB'],
	['GBS', 'GB'],
	['UK', 'GB'],
	['EL', 'GR'],
	['XS', 'RS'],
	['UNA', 'UN'],
	['UNK', 'XK'],
	['RKS', 'XK'],
	['XKK', 'XK'],
	['ROM', 'RO'],
	['ZAR', 'CD'],
	['ZR', 'CD'],
	['TMP', 'TL'],
	['TP', 'TL'],
	['BUR', 'MM'],
	['BU', 'MM'],
	['CSK', 'CS'],
];

/** Codes of travel documents that stand for no country and have no two letters (ICAO 9303-3, section 5, parts B to D). */
const TRAVEL_ONLY: ReadonlyMap<string, string> = new Map([
	['XXA', 'Stateless person'],
	['XXB', 'Refugee (1951 Convention)'],
	['XXC', 'Refugee (other)'],
	['XOM', 'Sovereign Military Order of Malta'],
	['XPO', 'Interpol'],
	['XBA', 'African Development Bank'],
	['XIM', 'African Export-Import Bank'],
	['XCC', 'Caribbean Community'],
	['XCE', 'Council of Europe'],
	['XCO', 'Common Market for Eastern and Southern Africa'],
	['XDC', 'Southern African Development Community'],
	['XEC', 'Economic Community of West African States'],
	['XES', 'Organization of Eastern Caribbean States'],
	['XMP', 'Parliamentary Assembly of the Mediterranean'],
	['IAO', 'International Civil Aviation Organization'],
]);

const alpha2ByCode = new Map<string, string>();
const alpha3ByAlpha2 = new Map<string, string>();
const ownNames = new Map<string, string>(TRAVEL_ONLY);
const assigned = new Set<string>();

for (let at = 0; at < ASSIGNED.length; at += 8) {
	const alpha2 = ASSIGNED.slice(at, at + 2);
	const alpha3 = ASSIGNED.slice(at + 2, at + 5);
	assigned.add(alpha2);
	alpha3ByAlpha2.set(alpha2, alpha3);
	for (const code of [alpha2, alpha3, ASSIGNED.slice(at + 5, at + 8)]) alpha2ByCode.set(code, alpha2);
}
for (const [alpha2, name, alpha3, numeric] of FURTHER) {
	ownNames.set(alpha2, name);
	if (alpha3 !== undefined) alpha3ByAlpha2.set(alpha2, alpha3);
	for (const code of [alpha2, alpha3, numeric]) if (code !== undefined) alpha2ByCode.set(code, alpha2);
}
for (const [alias, alpha2] of ALIASES) alpha2ByCode.set(alias, alpha2);
for (const code of TRAVEL_ONLY.keys()) {
	alpha2ByCode.set(code, code);
	alpha3ByAlpha2.set(code, code);
}

/** The two-letter codes that ISO 3166-1 officially assigns, 249 of them. */
export const assignedCountries: ReadonlySet<string> = assigned;

/**
 * The one form of a country code that records keep.
 * @param code alpha-2, alpha-3, numeric or travel-document code; white space, case and "<" fillers do not matter.
 * @returns ISO 3166-1 alpha-2 (or a user-assigned pair such as XI, XK, EU). Travel codes that stand for no country
 *   (XXA stateless, XXB and XXC refugees, issuing organisations) have no pair and come back as they are.
 *   Undefined where nothing is known by this code.
 */
export function toAlpha2(code: string): string | undefined {
	const known = alpha2ByCode.get(code);
	return known ?? (code.length > 20 ? undefined : alpha2ByCode.get(tidy(code)));
}

/** Three-letter code for the machine-readable zone and for PAXLST; undefined where none exists (XI) or code is unknown. */
export function toAlpha3(code: string): string | undefined {
	const alpha2 = toAlpha2(code);
	return alpha2 === undefined ? undefined : alpha3ByAlpha2.get(alpha2);
}

const displayNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** English name of a country by any of its codes; undefined for a code that nobody knows. */
export function countryName(code: string): string | undefined {
	const alpha2 = toAlpha2(code);
	return alpha2 === undefined ? undefined : (ownNames.get(alpha2) ?? displayNames.of(alpha2));
}

/** True for exactly the two capital letters of a code that `toAlpha2` gives back: assigned, user-assigned or former. */
export function isCountry(alpha2: string): boolean {
	return alpha2.length === 2 && alpha2ByCode.get(alpha2) === alpha2;
}

/** True for a code that no longer stands for a state (SU, YU, AN …): right for a place of birth, wrong for a voyage. */
export function isFormerCountry(alpha2: string): boolean {
	return ownNames.get(alpha2)?.endsWith('(former)') ?? false;
}

const tidy = (code: string): string => code.replace(/</g, '').trim().toUpperCase();
