/**
 * The currency of a country, for a node that nobody has set up. In: two letters (ISO 3166-1). Out: three (ISO 4217).
 * Only a first proposal: a supervisor sets the currency of the node.
 */

const EURO =
	'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT';

const OTHERS =
	'AE:AED AF:AFN AL:ALL AM:AMD AO:AOA AR:ARS AU:AUD AZ:AZN BA:BAM BB:BBD BD:BDT BF:XOF BH:BHD BI:BIF BJ:XOF BN:BND ' +
	'BO:BOB BR:BRL BS:BSD BT:BTN BW:BWP BY:BYN BZ:BZD CA:CAD CD:CDF CF:XAF CG:XAF CH:CHF CI:XOF CL:CLP CM:XAF CN:CNY ' +
	'CO:COP CR:CRC CU:CUP CV:CVE CZ:CZK DJ:DJF DK:DKK DO:DOP DZ:DZD EG:EGP ER:ERN ET:ETB FJ:FJD GA:XAF GB:GBP GE:GEL ' +
	'GG:GBP GH:GHS GI:GIP GM:GMD GN:GNF GQ:XAF GT:GTQ GW:XOF GY:GYD HK:HKD HN:HNL HT:HTG HU:HUF ID:IDR IL:ILS IM:GBP ' +
	'IN:INR IQ:IQD IR:IRR IS:ISK JE:GBP JM:JMD JO:JOD JP:JPY KE:KES KG:KGS KH:KHR KM:KMF KR:KRW KW:KWD KZ:KZT LA:LAK ' +
	'LB:LBP LI:CHF LK:LKR LR:LRD LS:LSL LY:LYD MA:MAD MD:MDL MG:MGA MK:MKD ML:XOF MM:MMK MN:MNT MO:MOP MR:MRU MU:MUR ' +
	'MV:MVR MW:MWK MX:MXN MY:MYR MZ:MZN NA:NAD NE:XOF NG:NGN NI:NIO NO:NOK NP:NPR NZ:NZD OM:OMR PE:PEN PG:PGK PH:PHP ' +
	'PK:PKR PL:PLN PY:PYG QA:QAR RO:RON RS:RSD RU:RUB RW:RWF SA:SAR SB:SBD SC:SCR SD:SDG SE:SEK SG:SGD SL:SLE SN:XOF ' +
	'SO:SOS SR:SRD SS:SSP ST:STN SY:SYP SZ:SZL TD:XAF TG:XOF TH:THB TJ:TJS TM:TMT TN:TND TO:TOP TR:TRY TT:TTD TW:TWD ' +
	'TZ:TZS UA:UAH UG:UGX UY:UYU UZ:UZS VE:VES VN:VND VU:VUV WS:WST XI:GBP YE:YER ZA:ZAR ZM:ZMW ZW:ZWG';

const currencies: ReadonlyMap<string, string> = new Map([
	...EURO.split(' ').map((country) => [country, 'EUR'] as const),
	...OTHERS.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
]);

/** Currency of a country; USD where it has none of its own here. */
export const currencyOf = (country: string): string => currencies.get(country.toUpperCase()) ?? 'USD';
