/**
 * What a WCO declaration does and which way its goods go, from its codes and, where they say nothing, from its content.
 */
import type { Declaration } from '../../../../contract/records/declaration.ts';
import { child, type XmlElement } from '../xml/element.ts';

/**
 * Function of a declaration by FunctionCode (UN/EDIFACT 1225) and TypeCode. With 13 (request), the type says what is
 * requested: COR an amendment, INV or CAN a cancellation.
 */
export function functionOf(
	functionCode: string | undefined,
	type: string | undefined,
	hasAmendment: boolean,
): { function: Declaration['function']; doubt?: string } {
	const byType = type === 'COR' ? 'amendment' : type === 'INV' || type === 'CAN' ? 'cancellation' : undefined;
	switch (functionCode?.replace(/^0+(?=\d)/, '')) {
		case '9':
			return { function: byType ?? 'original' };
		case '1':
		case '3':
			return { function: 'cancellation' };
		case '2':
		case '4':
		case '36':
			return { function: 'amendment' };
		case '5':
		case '20':
			return { function: 'replacement' };
		case '13':
			return { function: byType ?? (hasAmendment ? 'amendment' : 'request') };
		case '14':
			return { function: byType ?? 'request' };
		default: {
			const assumed = byType ?? (hasAmendment ? 'amendment' : 'original');
			const said =
				functionCode === undefined ? 'no function code' : `the function code "${functionCode.slice(0, 20)}"`;
			return { function: assumed, doubt: `The declaration has ${said}; it was taken as ${assumed}.` };
		}
	}
}

/** FunctionCode and, for a change, the TypeCode that says so: what `functionOf` reads back. */
export function functionCodeOf(declaration: Declaration): string {
	const type = declaration.declarationType;
	switch (declaration.function) {
		case 'original':
			return '9';
		case 'replacement':
			return '5';
		case 'request':
			return '14';
		case 'amendment':
			return type === 'COR' ? '13' : '4';
		case 'cancellation':
			return type === 'INV' || type === 'CAN' ? '13' : '1';
	}
}

const TRANSIT_TYPES: ReadonlySet<string> = new Set([
	...['T', 'T1', 'T2', 'T2F', 'T2SM', 'TIR', 'TT', 'TRA', '820', '821', '822', '825', '950', '952'],
]);
/** Requested procedures of export and of import (EU data element 1/10; the first digit is common to WCO practice). */
const EXPORT_PROCEDURES = new Set(['10', '11', '21', '22', '23', '31', '76', '77']);
const IMPORT_PROCEDURES = new Set([
	...[
		'01',
		'07',
		'40',
		'42',
		'43',
		'44',
		'45',
		'46',
		'48',
		'49',
		'51',
		'53',
		'61',
		'63',
		'68',
		'71',
		'95',
		'96',
	],
]);

export function directionOf(declaration: Declaration, element: XmlElement): Declaration['direction'] {
	const type = declaration.declarationType ?? '';
	if (type.startsWith('IM') || type === '929') return 'import';
	if (type.startsWith('EX') || type === '830') return 'export';
	if (TRANSIT_TYPES.has(type)) return 'transit';
	for (const { procedures } of declaration.items) {
		const requested = procedures?.find((code) => code.length === 4)?.slice(0, 2) ?? '';
		if (IMPORT_PROCEDURES.has(requested)) return 'import';
		if (EXPORT_PROCEDURES.has(requested)) return 'export';
	}
	if (child(element, 'ExitOffice') !== undefined) return 'export';
	if (child(element, 'EntryOffice') !== undefined) return 'import';
	return 'unknown';
}
