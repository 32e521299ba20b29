/**
 * Ports, airports and border posts that traffic of the simulated border passes: real places, positions to a tenth of a
 * degree. The set-up borrows Norway and Sweden: two neighbours with a customs border between them, with sea ports and
 * IBANs. Offices, firms, ships, flights and people are invented and stand for nobody.
 */

export const HOME = 'NO';
export const NEIGHBOUR = 'SE';
/** Home is one hour ahead of UTC all the year: summer time would add nothing that anybody can learn from. */
export const HOME_OFFSET_MINUTES = 60;

export type Gateway = {
	unlocode: string;
	name: string;
	country: string;
	kind: 'port' | 'airport' | 'post';
	iata?: string;
	latitude: number;
	longitude: number;
	/** Minutes ahead of UTC. */
	offsetMinutes: number;
	/** Customs office, at home and at the neighbour. */
	office?: string;
	/** Share of the traffic of its kind and side, not in any unit. */
	weight: number;
};

const gateway = (
	kind: Gateway['kind'],
	unlocode: string,
	name: string,
	latitude: number,
	longitude: number,
	offsetHours: number,
	weight: number,
	more: { iata?: string; office?: string } = {},
): Gateway => ({
	unlocode,
	name,
	country: unlocode.slice(0, 2),
	kind,
	latitude,
	longitude,
	offsetMinutes: offsetHours * 60,
	weight,
	...more,
});

export const GATEWAYS: readonly Gateway[] = [
	gateway('port', 'NOOSL', 'Oslo', 59.9, 10.7, 1, 10, { office: 'NO010100' }),
	gateway('port', 'NODRM', 'Drammen', 59.7, 10.2, 1, 4, { office: 'NO010200' }),
	gateway('port', 'NOLAR', 'Larvik', 59.0, 10.0, 1, 4, { office: 'NO010300' }),
	gateway('port', 'NOKRS', 'Kristiansand', 58.1, 8.0, 1, 3, { office: 'NO010400' }),
	gateway('port', 'NOSVG', 'Stavanger', 59.0, 5.8, 1, 3, { office: 'NO010500' }),
	gateway('port', 'NOBGO', 'Bergen', 60.4, 5.3, 1, 4, { office: 'NO010600' }),
	gateway('airport', 'NOOSL', 'Oslo Gardermoen', 60.2, 11.1, 1, 12, { iata: 'OSL', office: 'NO020100' }),
	gateway('airport', 'NOBGO', 'Bergen Flesland', 60.3, 5.2, 1, 4, { iata: 'BGO', office: 'NO020200' }),
	gateway('airport', 'NOSVG', 'Stavanger Sola', 58.9, 5.6, 1, 3, { iata: 'SVG', office: 'NO020300' }),
	gateway('post', 'NOHAL', 'Svinesund', 59.1, 11.3, 1, 10, { office: 'NO030100' }),
	gateway('post', 'NOSPG', 'Sarpsborg', 59.3, 11.1, 1, 4, { office: 'NO030200' }),

	gateway('port', 'SEGOT', 'Göteborg', 57.7, 12.0, 1, 6, { office: 'SE010100' }),
	gateway('airport', 'SESTO', 'Stockholm Arlanda', 59.7, 17.9, 1, 8, { iata: 'ARN', office: 'SE020100' }),
	gateway('post', 'SESMD', 'Svinesund, Swedish side', 59.1, 11.3, 1, 10, { office: 'SE030100' }),

	gateway('port', 'NLRTM', 'Rotterdam', 51.9, 4.1, 1, 14),
	gateway('port', 'DEHAM', 'Hamburg', 53.5, 9.9, 1, 12),
	gateway('port', 'BEANR', 'Antwerpen', 51.3, 4.3, 1, 9),
	gateway('port', 'GBFXT', 'Felixstowe', 51.9, 1.3, 0, 5),
	gateway('port', 'PLGDN', 'Gdańsk', 54.4, 18.7, 1, 4),
	gateway('port', 'ESALG', 'Algeciras', 36.1, -5.4, 1, 2),
	gateway('port', 'PTSIE', 'Sines', 37.9, -8.9, 0, 2),
	gateway('port', 'GRPIR', 'Piraeus', 37.9, 23.6, 2, 2),
	gateway('port', 'TRAMR', 'Ambarlı', 41.0, 28.7, 3, 3),
	gateway('port', 'TRMER', 'Mersin', 36.8, 34.6, 3, 2),
	gateway('port', 'EGALY', 'Alexandria', 31.2, 29.9, 2, 1.5),
	gateway('port', 'MACAS', 'Casablanca', 33.6, -7.6, 1, 1.5),
	gateway('port', 'AEJEA', 'Jebel Ali', 25.0, 55.1, 4, 4),
	gateway('port', 'INNSA', 'Nhava Sheva', 18.9, 72.9, 5.5, 4),
	gateway('port', 'LKCMB', 'Colombo', 6.9, 79.8, 5.5, 2),
	gateway('port', 'BDCGP', 'Chattogram', 22.3, 91.8, 6, 2),
	gateway('port', 'SGSIN', 'Singapore', 1.3, 103.8, 8, 5),
	gateway('port', 'MYPKG', 'Port Klang', 3.0, 101.4, 8, 3),
	gateway('port', 'THLCH', 'Laem Chabang', 13.1, 100.9, 7, 2),
	gateway('port', 'VNSGN', 'Ho Chi Minh City', 10.8, 106.8, 7, 4),
	gateway('port', 'VNHPH', 'Haiphong', 20.9, 106.7, 7, 2),
	gateway('port', 'IDJKT', 'Jakarta', -6.1, 106.9, 7, 2),
	gateway('port', 'CNSGH', 'Shanghai', 31.2, 121.5, 8, 12),
	gateway('port', 'CNNBG', 'Ningbo', 29.9, 121.7, 8, 8),
	gateway('port', 'CNSNZ', 'Shenzhen', 22.6, 114.1, 8, 7),
	gateway('port', 'CNTXG', 'Tianjin Xingang', 39.0, 117.7, 8, 4),
	gateway('port', 'HKHKG', 'Hong Kong', 22.3, 114.2, 8, 4),
	gateway('port', 'KRPUS', 'Busan', 35.1, 129.1, 9, 4),
	gateway('port', 'JPYOK', 'Yokohama', 35.4, 139.6, 9, 3),
	gateway('port', 'BRSSZ', 'Santos', -23.9, -46.3, -3, 2),
	gateway('port', 'USNYC', 'New York', 40.7, -74.0, -5, 4),
	gateway('port', 'USHOU', 'Houston', 29.7, -95.3, -6, 2),
	gateway('port', 'ZADUR', 'Durban', -29.9, 31.0, 2, 1.5),
	gateway('port', 'KEMBA', 'Mombasa', -4.1, 39.7, 3, 1),
	gateway('port', 'NGAPP', 'Apapa', 6.4, 3.4, 1, 1),
	gateway('port', 'GHTEM', 'Tema', 5.6, 0.0, 0, 1),

	gateway('airport', 'NLAMS', 'Amsterdam Schiphol', 52.3, 4.8, 1, 9, { iata: 'AMS' }),
	gateway('airport', 'DEFRA', 'Frankfurt am Main', 50.0, 8.6, 1, 9, { iata: 'FRA' }),
	gateway('airport', 'GBLHR', 'London Heathrow', 51.5, -0.5, 0, 9, { iata: 'LHR' }),
	gateway('airport', 'FRCDG', 'Paris Charles de Gaulle', 49.0, 2.5, 1, 6, { iata: 'CDG' }),
	gateway('airport', 'ESMAD', 'Madrid Barajas', 40.5, -3.6, 1, 4, { iata: 'MAD' }),
	gateway('airport', 'PTLIS', 'Lisboa', 38.8, -9.1, 0, 3, { iata: 'LIS' }),
	gateway('airport', 'PLWAW', 'Warszawa Chopin', 52.2, 21.0, 1, 5, { iata: 'WAW' }),
	gateway('airport', 'GRATH', 'Athens', 37.9, 23.9, 2, 2, { iata: 'ATH' }),
	gateway('airport', 'TRIST', 'Istanbul', 41.3, 28.7, 3, 6, { iata: 'IST' }),
	gateway('airport', 'AEDXB', 'Dubai', 25.3, 55.4, 4, 6, { iata: 'DXB' }),
	gateway('airport', 'QADOH', 'Doha', 25.3, 51.6, 3, 4, { iata: 'DOH' }),
	gateway('airport', 'INDEL', 'Delhi', 28.6, 77.1, 5.5, 3, { iata: 'DEL' }),
	gateway('airport', 'THBKK', 'Bangkok Suvarnabhumi', 13.7, 100.7, 7, 3, { iata: 'BKK' }),
	gateway('airport', 'VNHAN', 'Hanoi Noi Bai', 21.2, 105.8, 7, 2, { iata: 'HAN' }),
	gateway('airport', 'CNSGH', 'Shanghai Pudong', 31.1, 121.8, 8, 4, { iata: 'PVG' }),
	gateway('airport', 'HKHKG', 'Hong Kong', 22.3, 113.9, 8, 4, { iata: 'HKG' }),
	gateway('airport', 'KRICN', 'Seoul Incheon', 37.5, 126.4, 9, 3, { iata: 'ICN' }),
	gateway('airport', 'ETADD', 'Addis Ababa', 9.0, 38.8, 3, 2, { iata: 'ADD' }),
	gateway('airport', 'USJFK', 'New York Kennedy', 40.6, -73.8, -5, 4, { iata: 'JFK' }),
];

const of = (kind: Gateway['kind'], where: (country: string) => boolean): readonly Gateway[] =>
	GATEWAYS.filter((gateway) => gateway.kind === kind && where(gateway.country));
const atHome = (country: string): boolean => country === HOME;
const atNeighbour = (country: string): boolean => country === NEIGHBOUR;
const abroad = (country: string): boolean => !atHome(country) && !atNeighbour(country);

export const HOME_PORTS = of('port', atHome);
export const HOME_AIRPORTS = of('airport', atHome);
export const HOME_POSTS = of('post', atHome);
export const NEIGHBOUR_POSTS = of('post', atNeighbour);
export const FOREIGN_PORTS = of('port', abroad);
/** The neighbour's airport counts as foreign: flights come from there too. */
export const FOREIGN_AIRPORTS = of('airport', (country) => !atHome(country));

const BY_IATA = new Map(GATEWAYS.flatMap((each) => (each.iata === undefined ? [] : [[each.iata, each]])));

/** The airport with these three letters of IATA, which must be in the table. */
export function airport(iata: string): Gateway {
	const found = BY_IATA.get(iata);
	if (found === undefined) throw new RangeError(`no airport ${iata} in the table of gateways`);
	return found;
}
