/**
 * Countries that trade and travel with home, with what the simulation needs of each: money, towns, name cultures.
 * Rates are what one unit cost in Norwegian kroner at some quiet time, rounded; they drift a little by day.
 */
import type { CultureName } from './name-cultures.ts';

export type Country = {
	code: string;
	currency: string;
	cities: readonly string[];
	cultures: readonly (readonly [CultureName, number])[];
	/** Share of the goods that come from here, not in any unit. */
	trade: number;
	/** Share of the travellers who hold its passport. */
	travel: number;
	phone: string;
};

/** Kroner for one unit. */
export const KRONER: Readonly<Record<string, number>> = {
	NOK: 1,
	SEK: 0.98,
	EUR: 11.4,
	USD: 10.6,
	GBP: 13.4,
	CNY: 1.46,
	JPY: 0.071,
	KRW: 0.0078,
	INR: 0.127,
	TRY: 0.33,
	AED: 2.89,
	PLN: 2.64,
	CHF: 11.9,
	HKD: 1.36,
	DKK: 1.53,
};

const country = (
	code: string,
	currency: string,
	cities: string,
	cultures: readonly (readonly [CultureName, number])[],
	trade: number,
	travel: number,
	phone: string,
): Country => ({ code, currency, cities: cities.split(','), cultures, trade, travel, phone });

export const COUNTRIES: readonly Country[] = [
	country(
		'NO',
		'NOK',
		'Oslo,Bergen,Trondheim,Stavanger,Drammen,Fredrikstad,Tromsø,Kristiansand,Sandnes,Moss,Hamar,Larvik',
		[
			['norse', 84],
			['polish', 4],
			['arabic', 4],
			['urdu', 3],
			['vietnamese', 2],
			['turkish', 2],
			['english', 1],
		],
		0,
		34,
		'47',
	),
	country(
		'SE',
		'SEK',
		'Göteborg,Stockholm,Malmö,Karlstad,Uddevalla,Trollhättan,Borås,Örebro,Västerås',
		[
			['norse', 82],
			['arabic', 7],
			['persian', 4],
			['polish', 3],
			['turkish', 4],
		],
		17,
		9,
		'46',
	),
	country(
		'DE',
		'EUR',
		'Hamburg,Berlin,München,Köln,Stuttgart,Bremen,Düsseldorf,Nürnberg,Leipzig',
		[
			['german', 84],
			['turkish', 8],
			['polish', 5],
			['russian', 3],
		],
		12,
		8,
		'49',
	),
	country(
		'NL',
		'EUR',
		'Rotterdam,Amsterdam,Eindhoven,Utrecht,Venlo,Breda',
		[
			['dutch', 86],
			['turkish', 5],
			['arabic', 5],
			['indonesian', 4],
		],
		6,
		4,
		'31',
	),
	country(
		'DK',
		'DKK',
		'København,Aarhus,Odense,Aalborg,Kolding,Esbjerg',
		[
			['norse', 94],
			['arabic', 6],
		],
		5,
		4,
		'45',
	),
	country(
		'GB',
		'GBP',
		'London,Manchester,Leeds,Bristol,Felixstowe,Birmingham,Glasgow',
		[
			['english', 78],
			['indian', 9],
			['urdu', 7],
			['west-african', 6],
		],
		5,
		8,
		'44',
	),
	country(
		'BE',
		'EUR',
		'Antwerpen,Gent,Liège,Brugge',
		[
			['dutch', 60],
			['french', 40],
		],
		3,
		2,
		'32',
	),
	country(
		'FR',
		'EUR',
		'Paris,Lyon,Lille,Marseille,Nantes,Toulouse',
		[
			['french', 82],
			['arabic', 13],
			['portuguese', 5],
		],
		4,
		4,
		'33',
	),
	country(
		'ES',
		'EUR',
		'Madrid,Valencia,Barcelona,Murcia,Sevilla,Bilbao',
		[
			['spanish', 95],
			['arabic', 5],
		],
		4,
		4,
		'34',
	),
	country('PT', 'EUR', 'Lisboa,Porto,Braga,Aveiro,Setúbal', [['portuguese', 100]], 2, 2, '351'),
	country('IT', 'EUR', 'Milano,Torino,Bologna,Verona,Napoli,Genova', [['italian', 100]], 4, 3, '39'),
	country(
		'PL',
		'PLN',
		'Gdańsk,Warszawa,Poznań,Wrocław,Łódź,Kraków',
		[
			['polish', 97],
			['ukrainian', 3],
		],
		5,
		7,
		'48',
	),
	country('GR', 'EUR', 'Athens,Thessaloniki,Piraeus,Patras', [['greek', 100]], 1, 1.5, '30'),
	country(
		'UA',
		'EUR',
		'Kyiv,Lviv,Odesa,Dnipro,Kharkiv',
		[
			['ukrainian', 90],
			['russian', 10],
		],
		1,
		2.5,
		'380',
	),
	country(
		'LT',
		'EUR',
		'Vilnius,Kaunas,Klaipėda',
		[
			['lithuanian', 92],
			['russian', 8],
		],
		2,
		2.5,
		'370',
	),
	country('TR', 'USD', 'Istanbul,Bursa,Izmir,Mersin,Gaziantep,Denizli', [['turkish', 100]], 4, 3, '90'),
	country('MA', 'EUR', 'Casablanca,Tanger,Agadir,Rabat', [['arabic', 100]], 1, 1, '212'),
	country('EG', 'USD', 'Alexandria,Cairo,Port Said', [['arabic', 100]], 1, 1, '20'),
	country(
		'AE',
		'AED',
		'Dubai,Sharjah,Abu Dhabi',
		[
			['arabic', 40],
			['indian', 40],
			['persian', 20],
		],
		2,
		2,
		'971',
	),
	country('IN', 'USD', 'Mumbai,Delhi,Surat,Chennai,Tiruppur,Ludhiana', [['indian', 100]], 4, 3, '91'),
	country('PK', 'USD', 'Karachi,Lahore,Sialkot,Faisalabad', [['urdu', 100]], 1, 2, '92'),
	country('BD', 'USD', 'Dhaka,Chattogram,Narayanganj', [['urdu', 100]], 2, 0.6, '880'),
	country('LK', 'USD', 'Colombo,Kandy,Galle', [['indian', 100]], 0.6, 0.6, '94'),
	country('TH', 'USD', 'Bangkok,Chon Buri,Samut Prakan', [['thai', 100]], 2, 2, '66'),
	country(
		'VN',
		'USD',
		'Ho Chi Minh City,Hai Phong,Ha Noi,Binh Duong,Da Nang',
		[['vietnamese', 100]],
		4,
		1.5,
		'84',
	),
	country('ID', 'USD', 'Jakarta,Surabaya,Semarang,Bandung', [['indonesian', 100]], 1, 0.7, '62'),
	country(
		'MY',
		'USD',
		'Port Klang,Penang,Johor Bahru',
		[
			['indonesian', 60],
			['chinese', 40],
		],
		1.5,
		0.7,
		'60',
	),
	country(
		'CN',
		'USD',
		'Shenzhen,Ningbo,Yiwu,Guangzhou,Shanghai,Tianjin,Dongguan,Xiamen,Qingdao',
		[['chinese', 100]],
		19,
		4,
		'86',
	),
	country('HK', 'HKD', 'Hong Kong,Kowloon,Tsuen Wan', [['chinese', 100]], 2, 0.8, '852'),
	country('KR', 'USD', 'Busan,Seoul,Incheon,Daegu', [['korean', 100]], 3, 1.6, '82'),
	country('JP', 'JPY', 'Yokohama,Osaka,Nagoya,Tokyo', [['japanese', 100]], 2.5, 1.2, '81'),
	country(
		'US',
		'USD',
		'New York,Houston,Chicago,Newark,Atlanta',
		[
			['english', 66],
			['spanish', 22],
			['chinese', 6],
			['indian', 6],
		],
		5,
		5,
		'1',
	),
	country('BR', 'USD', 'Santos,São Paulo,Curitiba,Belo Horizonte', [['portuguese', 100]], 2, 1, '55'),
	country('CO', 'USD', 'Bogotá,Medellín,Cartagena', [['spanish', 100]], 0.8, 0.8, '57'),
	country(
		'ZA',
		'USD',
		'Durban,Johannesburg,Cape Town',
		[
			['english', 60],
			['dutch', 40],
		],
		1,
		0.8,
		'27',
	),
	country('KE', 'USD', 'Nairobi,Mombasa,Naivasha', [['english', 100]], 1, 0.6, '254'),
	country('NG', 'USD', 'Lagos,Abuja,Port Harcourt', [['west-african', 100]], 0.4, 1.6, '234'),
	country('GH', 'USD', 'Accra,Tema,Kumasi', [['west-african', 100]], 0.4, 1, '233'),
	country('ET', 'USD', 'Addis Ababa,Adama', [['amharic', 100]], 0.5, 1, '251'),
	country('SY', 'EUR', 'Damascus,Aleppo', [['arabic', 100]], 0, 0.8, '963'),
	country('IQ', 'USD', 'Baghdad,Erbil,Basra', [['arabic', 100]], 0, 0.8, '964'),
	country('IR', 'EUR', 'Tehran,Isfahan,Tabriz', [['persian', 100]], 0, 1, '98'),
	country('RU', 'EUR', 'Murmansk,Saint Petersburg,Moscow', [['russian', 100]], 0.2, 0.8, '7'),
];

const BY_CODE = new Map(COUNTRIES.map((each) => [each.code, each]));

/** The country with this ISO 3166-1 alpha-2 code, which must be in the table. */
export function countryOf(code: string): Country {
	const found = BY_CODE.get(code);
	if (found === undefined) throw new RangeError(`no country ${code} in the table of countries`);
	return found;
}

export const PASSPORTS: readonly (readonly [Country, number])[] = COUNTRIES.map((each) => [
	each,
	each.travel,
]);
