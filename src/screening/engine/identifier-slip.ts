/**
 * How far two identifiers are apart, in slips of a clerk or a camera. In: two normalised texts of one family.
 * Out: a cost from 0 (equal) to `NOT_NEAR`. Where a check digit confirms both texts they are two numbers, not one slip.
 */
import { isContainerNumber } from '../../values/container-number.ts';
import { isIban } from '../../values/iban.ts';
import { isImoNumber } from '../../values/imo-number.ts';
import { isLei } from '../../values/lei.ts';
import type { IdentifierFamily } from './identifier-family.ts';

/** Cost from which on two identifiers have nothing to do with each other. */
export const NOT_NEAR = 1.5;

/** Costs of a confusion by an optical reader: the pairs that plate readers and machine-readable zones mix up. */
const CONFUSIONS: ReadonlyMap<string, number> = new Map(
	(
		'0O:0.25 0Q:0.4 0D:0.4 OQ:0.4 OD:0.5 1I:0.25 1L:0.4 IL:0.4 1T:0.7 8B:0.3 5S:0.3 2Z:0.3 6G:0.5 6B:0.7 ' +
		'4A:0.6 7T:0.6 7Z:0.6 17:0.7 38:0.7 UV:0.5 VY:0.6 MN:0.6 EF:0.6 CG:0.6 PR:0.7 KX:0.7 HN:0.7 MW:0.7 '
	)
		.trim()
		.split(' ')
		.flatMap((each): [string, number][] => {
			const cost = Number(each.slice(3));
			return [
				[each.slice(0, 2), cost],
				[each[1]! + each[0]!, cost],
			];
		}),
);

const TRANSPOSED = 0.8;
/** A typist hits another key; a reader drops or doubles a character. */
const REPLACED = 1;
const INSERTED = 1;

const checkers: { readonly [family in IdentifierFamily]?: (text: string) => boolean } = {
	imo: isImoNumber,
	container: isContainerNumber,
	account: isIban,
	lei: isLei,
};

/** True where the family has check digits and the text's own are right. */
export const isConfirmedByCheckDigit = (family: IdentifierFamily, text: string): boolean =>
	checkers[family]?.(text) ?? false;

/** Families whose values are read by machines or typed by people from paper: a slip is likely there. */
export const hasSlips = (family: IdentifierFamily): boolean =>
	family !== 'phone' && family !== 'email' && family !== 'swift' && family !== 'call-sign';

/**
 * Cost of taking `a` for `b`: 0 where equal, below `NOT_NEAR` where one slip (or a few confusions of an optical reader)
 * explains the difference.
 */
export function slipCost(family: IdentifierFamily, a: string, b: string): number {
	if (a === b) return 0;
	if (Math.abs(a.length - b.length) > 1) return NOT_NEAR;
	if (isConfirmedByCheckDigit(family, a) && isConfirmedByCheckDigit(family, b)) return NOT_NEAR;
	return a.length === b.length ? replacementCost(a, b) : insertionCost(a, b);
}

function replacementCost(a: string, b: string): number {
	let cost = 0;
	for (let at = 0; at < a.length && cost < NOT_NEAR; at += 1) {
		if (a[at] === b[at]) continue;
		if (a[at] === b[at + 1] && a[at + 1] === b[at]) {
			cost += Math.min(TRANSPOSED, 2 * exchanged(a[at]!, b[at]!));
			at += 1;
			continue;
		}
		cost += exchanged(a[at]!, b[at]!);
	}
	return Math.min(cost, NOT_NEAR);
}

const exchanged = (a: string, b: string): number => CONFUSIONS.get(a + b) ?? REPLACED;

function insertionCost(a: string, b: string): number {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	return short.slice(at) === long.slice(at + 1) ? INSERTED : NOT_NEAR;
}
