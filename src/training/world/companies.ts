/**
 * Invented companies: traders at home, their partners abroad, brokers, banks. In: streams of draws. Out: who they are.
 * Sizes follow Pareto: a few traders bring in much, many bring in little; each keeps to its goods and partners.
 */
import type { Address, Contact, Identifier, Party, PartyRole } from '../../../contract/records/common.ts';
import { Random, STREAM } from '../random.ts';
import { COUNTRIES, type Country, countryOf } from './countries.ts';
import { HOME } from './gateways.ts';
import { GOODS, type Goods } from './goods.ts';
import { accountNumber, companyNumber } from './identifiers.ts';
import { CULTURES, type Culture } from './name-cultures.ts';
import { addressIn } from './people.ts';

export type Company = {
	number: number;
	name: string;
	country: string;
	identifier: Identifier;
	address: Address;
	contacts: Contact[];
	/** Number of the person who directs it, for `personOf`. */
	director: number;
	account: { number: string; iban?: string };
	bank: string;
};

/** A trader at home: what it deals in, with whom, how much, and who declares for it. */
export type Trader = Company & {
	weight: number;
	goods: readonly Goods[];
	partners: readonly Company[];
	/** Index of its broker; absent where it declares itself. */
	broker?: number;
	/** What it sends out, where it does. */
	exports: readonly Goods[];
};

const LEGAL_FORMS: Readonly<Record<string, readonly string[]>> = {
	NO: ['AS', 'AS', 'ANS', 'ENK'],
	SE: ['AB', 'HB'],
	DK: ['ApS', 'A/S'],
	DE: ['GmbH', 'GmbH & Co. KG', 'AG'],
	NL: ['B.V.', 'V.O.F.'],
	GB: ['Ltd', 'PLC', 'LLP'],
	FR: ['SARL', 'SAS'],
	ES: ['S.L.', 'S.A.'],
	PT: ['Lda', 'S.A.'],
	IT: ['S.r.l.', 'S.p.A.'],
	PL: ['Sp. z o.o.', 'S.A.'],
	LT: ['UAB'],
	GR: ['A.E.', 'E.P.E.'],
	UA: ['TOV'],
	TR: ['Ltd. Şti.', 'A.Ş.'],
	CN: ['Co., Ltd.', 'Imp. & Exp. Co., Ltd.'],
	HK: ['Limited'],
	VN: ['Co., Ltd.', 'JSC'],
	IN: ['Pvt. Ltd.', 'Exports'],
	PK: ['(Pvt) Ltd'],
	BD: ['Ltd.'],
	TH: ['Co., Ltd.'],
	MY: ['Sdn. Bhd.'],
	ID: ['Tbk'],
	KR: ['Co., Ltd.'],
	JP: ['K.K.'],
	US: ['Inc.', 'LLC', 'Corp.'],
	BR: ['Ltda.', 'S.A.'],
	CO: ['S.A.S.'],
	ZA: ['(Pty) Ltd'],
	AE: ['FZE', 'LLC', 'FZCO'],
	MA: ['SARL'],
	EG: ['S.A.E.'],
	LK: ['(Pvt) Ltd'],
	ET: ['PLC'],
};

const TRADES = [
	'Trading',
	'Import',
	'Handel',
	'International',
	'Logistics',
	'Foods',
	'Textiles',
	'Machinery',
	'Electronics',
	'Supply',
	'Industries',
	'Group',
	'Marine',
	'Technology',
	'Interiors',
	'Auto Parts',
	'Chemicals',
	'Seafood',
	'Metals',
];
const STEMS = [
	'Nord',
	'Fjell',
	'Vest',
	'Sun',
	'Golden',
	'Blue',
	'Pacific',
	'Baltic',
	'Delta',
	'Star',
	'Union',
	'Prime',
	'Ocean',
	'Silver',
	'Atlas',
	'Orient',
	'Royal',
	'Green',
	'Global',
	'Alfa',
	'Nova',
	'Euro',
	'Trans',
	'Inter',
	'Polar',
];
const TAILS = [
	'line',
	'tek',
	'mar',
	'vik',
	'land',
	'fa',
	'ton',
	'bridge',
	'gate',
	'wind',
	'stone',
	'field',
	'ex',
	'is',
	'or',
];

/** Banks do not exist; their BICs have a branch of X's, which no bank has. */
export const BANKS = ['Kystbanken', 'Fjordbanken', 'Nordre Sparebank', 'Havnebanken', 'Dalbanken'] as const;
export const BANK_BICS = ['KYSTNOX1', 'FJBKNOX1', 'NSPBNOX1', 'HVNBNOX1', 'DALBNOX1'] as const;

function companyName(random: Random, country: Country): string {
	const culture: Culture = CULTURES[random.weighted(country.cultures)];
	const form = random.pick(LEGAL_FORMS[country.code] ?? ['Ltd']);
	const stem = random.chance(0.45) ? random.pick(culture.families) : random.pick(STEMS) + random.pick(TAILS);
	const middle = random.chance(0.3) ? ` ${random.pick(country.cities)}` : '';
	return `${stem}${middle} ${random.pick(TRADES)} ${form}`;
}

/** A company of the country. `number` tells it from all others of this seed. */
export function companyOf(seed: number, stream: number, number: number, countryCode: string): Company {
	const random = new Random(seed, stream, number);
	const country = countryOf(countryCode);
	const name = companyName(random, country);
	const identifier: Identifier = { ...companyNumber(random, country.code), issuer: country.code };
	return {
		number,
		name,
		country: country.code,
		identifier,
		address: addressIn(random, country),
		contacts: [{ kind: 'phone', value: `+${country.phone}${random.digits(8)}` }],
		director: random.whole(0, 2_999),
		account: accountNumber(random, country.code),
		bank: random.pick(BANKS),
	};
}

const SUPPLIERS: readonly (readonly [string, number])[] = COUNTRIES.map((each) => [each.code, each.trade]);

/** What home sends abroad. */
const EXPORT_CODES = new Set([
	'030214',
	'280461',
	'310520',
	'760120',
	'760612',
	'841370',
	'848180',
	'890332',
	'902710',
	'852691',
	'903289',
	'380894',
]);
export const EXPORT_GOODS = GOODS.filter((goods) => EXPORT_CODES.has(goods.hsCode));

function traderOf(seed: number, number: number, brokers: number): Trader {
	const company = companyOf(seed, STREAM.traders, number, HOME);
	const random = new Random(seed, STREAM.traders, number, 1);
	const weight = random.pareto(1, 1.15);
	const goodsCount = 1 + Math.min(7, random.poisson(1 + Math.log2(weight)));
	const first = random.pick(GOODS);
	// The rest of what a trader deals in is mostly of the chapters next to its first goods.
	const at = GOODS.indexOf(first);
	const goods = [first];
	while (goods.length < goodsCount) {
		const next = random.chance(0.75)
			? GOODS[Math.max(0, Math.min(GOODS.length - 1, at + random.whole(-6, 6)))]
			: random.pick(GOODS);
		goods.push(next ?? first);
	}
	const partners = Array.from({ length: 1 + Math.min(5, random.poisson(1.4)) }, (_, index) => {
		const from = random.chance(0.75)
			? random.pickByRank(random.pick(goods).origins)
			: random.weighted(SUPPLIERS);
		return companyOf(seed, STREAM.partners, number * 8 + index, from === HOME ? 'SE' : from);
	});
	return {
		...company,
		weight: Math.min(weight, 250),
		goods,
		partners,
		...(random.chance(0.85) ? { broker: Math.floor(brokers ** random.unit()) - 1 } : {}),
		exports: random.chance(0.22) ? [random.pick(EXPORT_GOODS), random.pick(EXPORT_GOODS)] : [],
	};
}

/** Companies of a world, with the running sums of weights by which traders are drawn. */
export type Companies = {
	traders: readonly Trader[];
	exporters: readonly Trader[];
	brokers: readonly Company[];
	drawTrader(random: Random): Trader;
};

export function buildCompanies(seed: number, traderCount: number): Companies {
	const brokerCount = 24;
	const traders = Array.from({ length: traderCount }, (_, number) => traderOf(seed, number, brokerCount));
	const sums = new Float64Array(traderCount);
	traders.reduce((sum, trader, index) => {
		sums[index] = sum + trader.weight;
		return sum + trader.weight;
	}, 0);
	const total = sums[traderCount - 1] ?? 0;
	return {
		traders,
		exporters: traders.filter((trader) => trader.exports.length > 0),
		brokers: Array.from({ length: brokerCount }, (_, number) => ({
			...companyOf(seed, STREAM.brokers, number, HOME),
			name: `${STEMS[number % STEMS.length]} Spedisjon ${number + 1} AS`,
		})),
		drawTrader(random) {
			const wanted = random.unit() * total;
			let low = 0;
			let high = traderCount - 1;
			while (low < high) {
				const middle = (low + high) >> 1;
				if ((sums[middle] ?? 0) > wanted) high = middle;
				else low = middle + 1;
			}
			const trader = traders[low];
			if (trader === undefined) throw new RangeError('a world needs traders');
			return trader;
		},
	};
}

/** The company in a role of a document. */
export function partyOf(role: PartyRole, company: Company): Party {
	return {
		role,
		name: company.name,
		identifiers: [company.identifier],
		address: company.address,
	};
}
