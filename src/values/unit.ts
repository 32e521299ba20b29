/**
 * Units of mass, UN/ECE Recommendation 20. In: a decimal and a unit code. Out: kilograms, exact.
 * Grammar: unit = 2*3(ALPHA / DIGIT). Besides the codes, the abbreviations that senders write instead (KG, LB) are known.
 */
import { multiplyDecimals } from './decimal.ts';

/** Kilograms in one unit. Pounds, ounces and tons follow the international pound of 1959, which is exact. */
const KILOGRAMS: ReadonlyMap<string, string> = new Map([
	['KGM', '1'],
	['KG', '1'],
	['KGS', '1'],
	['GRM', '0.001'],
	['MGM', '0.000001'],
	['CGM', '0.00001'],
	['DG', '0.0001'],
	['DJ', '0.01'],
	['HGM', '0.1'],
	['DTN', '100'],
	['TNE', '1000'],
	['2U', '1000'],
	['KTN', '1000000'],
	['LBR', '0.45359237'],
	['LB', '0.45359237'],
	['LBS', '0.45359237'],
	['ONZ', '0.028349523125'],
	['APZ', '0.0311034768'],
	['DWT', '0.00155517384'],
	['GRN', '0.00006479891'],
	['STI', '6.35029318'],
	['CWA', '45.359237'],
	['CWI', '50.80234544'],
	['STN', '907.18474'],
	['LTN', '1016.0469088'],
	['CTM', '0.0002'],
]);

/** True for a unit of mass that can be brought to kilograms. */
export const isMassUnit = (unit: string): boolean => KILOGRAMS.has(unit.trim().toUpperCase());

/** Mass in kilograms, exact; undefined where the unit is not one of mass. @param value canonical decimal. */
export function massInKg(value: string, unit: string): string | undefined {
	const factor = KILOGRAMS.get(unit.trim().toUpperCase());
	return factor === undefined ? undefined : multiplyDecimals(value, factor);
}
