/**
 * MEA segments as kilograms and cubic metres. In: a measurement with its unit (UN/ECE Recommendation 20).
 * Out: exact decimals; undefined where the unit is not one of mass or of volume, or the figure is no number.
 */
import { multiplyDecimals } from '../../../values/decimal.ts';
import { component, type Segment } from './segment.ts';
import { asDecimal } from './values.ts';

const KILOGRAMS: { readonly [unit: string]: string } = {
	KGM: '1',
	KG: '1',
	KGS: '1',
	K: '1',
	GRM: '0.001',
	DTN: '100',
	TNE: '1000',
	LBR: '0.45359237',
	LB: '0.45359237',
	LBS: '0.45359237',
	L: '0.45359237',
	ONZ: '0.028349523125',
	STN: '907.18474',
	LTN: '1016.0469088',
};

const CUBIC_METRES: { readonly [unit: string]: string } = {
	MTQ: '1',
	CBM: '1',
	M3: '1',
	LTR: '0.001',
	DMQ: '0.001',
	CMQ: '0.000001',
	FTQ: '0.028316846592',
	CFT: '0.028316846592',
};

const scaled = (
	value: string,
	unit: string,
	table: { readonly [unit: string]: string },
): string | undefined => {
	const factor = table[unit.toUpperCase()];
	const amount = factor === undefined ? undefined : asDecimal(value);
	if (factor === undefined || amount === undefined) return undefined;
	const product = factor === '1' ? amount : multiplyDecimals(amount, factor);
	return product.length <= 40 ? product : undefined;
};

/** Figure of a MEA segment; some put it into the place of the unit, or of the composite. */
export const figureOf = (mea: Segment): string => component(mea, 2, 1) || component(mea, 2);

/** Mass in kg. Without a unit the figure is in kg. */
export const massKg = (value: string, unit: string): string | undefined =>
	scaled(value, unit === '' ? 'KGM' : unit, KILOGRAMS);

/** Volume in m³; a volume without a unit is not read. */
export const volumeM3 = (value: string, unit: string): string | undefined =>
	scaled(value, unit, CUBIC_METRES);

/** Unit of a MEA segment; "" where the composite holds only a figure. */
export const unitOf = (mea: Segment): string => (component(mea, 2, 1) === '' ? '' : component(mea, 2));
