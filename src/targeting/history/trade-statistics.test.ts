import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTradeStatistics } from './trade-statistics.ts';

const HEADER = 'reporter,partner,hs,year,value_usd,net_mass_kg,flow';
const table = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');

describe('statistics of foreign trade', () => {
	it('gives the price that the partner says it sent for, of the newest year', () => {
		const { statistics, rows } = parseTradeStatistics(
			table(
				'VNM,NO,610910,2022,900,100,X',
				'VNM,NO,610910,2023,1000,100,X',
				'VN,578,610910,2023,3000,100,export',
				'VN,SE,610910,2023,9,100,X',
				'NO,VN,610910,2023,9,100,M',
			),
			'NO',
		);
		expect(rows).toBe(5);
		expect(statistics.mirrorUnitValue('610910', 'VN')).toBe(20);
		expect(statistics.mirrorUnitValue('610910', 'CN')).toBeNaN();
		expect(statistics.mirrorUnitValue('6109901000', 'VN')).toBe(20);
		expect(statistics.mirrorUnitValue('620342', 'VN')).toBeNaN();
	});

	it('says of a country that it produces nothing of a heading only where others are known to', () => {
		const { statistics } = parseTradeStatistics(
			table(
				'BR,WLD,0901,2023,5,1,X',
				'VN,WLD,090111,2023,5,1,X',
				'CO,WLD,090111,2023,5,1,X',
				'IS,NO,030289,2023,5,1,X',
				'NO,ET,090111,2023,5,1,M',
				'AE,NO,090111,2023,5,1,RX',
			),
			'NO',
		);
		expect(statistics.produces('IS', '090111')).toBe(false);
		expect(statistics.produces('BR', '090190')).toBe(true);
		expect(statistics.produces('ET', '090111')).toBe(true);
		// Of this country the file says nothing, of that heading too little.
		expect(statistics.produces('KE', '090111')).toBe(true);
		expect(statistics.produces('BR', '030289')).toBe(true);
	});

	it('reads the columns and country codes of UN Comtrade', () => {
		const { statistics, rowsLeftOut } = parseTradeStatistics(
			'\uFEFFfreqCode,refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue\r\n' +
				'A,2023,842,X,579,8471,10,"500"\r\n' +
				'A,2023,842,X,0,TOTAL,10,500\r\n',
			'NO',
		);
		expect(statistics.mirrorUnitValue('847130', 'US')).toBe(50);
		expect(rowsLeftOut).toBe(1);
	});

	it('reads nothing where a column is missing, and never throws', () => {
		expect(parseTradeStatistics('hs,description\n01,Animals', 'NO').rows).toBe(0);
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), (text) => {
				const { rows, statistics } = parseTradeStatistics(`${HEADER}\n${text}`, 'NO');
				expect(rows).toBeGreaterThanOrEqual(0);
				expect(statistics.produces('NO', '0101')).toBe(true);
			}),
			{ numRuns: 100, seed: 4 },
		);
	});
});
