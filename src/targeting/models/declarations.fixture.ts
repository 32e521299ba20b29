/** Declarations with what was found, for tests: low prices of some importers are offences. */
import type { Declaration } from '../../../contract/records/declaration.ts';
import type { TrainingDeclaration } from './training-replay.ts';

export const DAY_MS = 86_400_000;
export const START_MS = Date.UTC(2026, 2, 1, 8);

/** A draw that is the same for the same numbers, 0 to 1. */
const draw = (at: number, what: number): number => {
	let state = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(what + 7, 0x85ebca6b);
	state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
	state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
	return ((state ^ (state >>> 15)) >>> 0) / 4_294_967_296;
};

export type MadeDeclaration = {
	readonly receivedMs: number;
	readonly record: Declaration;
	readonly found: boolean;
	readonly inspected: boolean;
	readonly random: boolean;
	readonly recovered: number | null;
};

/** So many declarations, 40 a day. */
export function madeDeclarations(count: number, startMs = START_MS): MadeDeclaration[] {
	return Array.from({ length: count }, (_, at) => {
		const importer = Math.floor(draw(at, 1) * 25);
		const shady = importer < 5;
		const found = draw(at, 2) < (shady ? 0.6 : 0.03);
		const price = Math.round(1_000 * (0.9 + 0.2 * draw(at, 3)) * (found ? 0.35 + 0.3 * draw(at, 6) : 1));
		const receivedMs = startMs + Math.floor(at / 40) * DAY_MS + (at % 40) * 60_000;
		return {
			receivedMs,
			found,
			inspected: draw(at, 4) < 0.6,
			random: draw(at, 5) < 0.3,
			recovered: found ? 100 + Math.round(900 * draw(at, 7)) : null,
			record: {
				kind: 'declaration',
				reference: `D-${at}`,
				function: 'original',
				direction: 'import',
				declaredOn: new Date(receivedMs).toISOString().slice(0, 10),
				office: `MT00010${at % 3}`,
				parties: [
					{
						role: 'importer',
						name: `Importer ${importer}`,
						identifiers: [{ scheme: 'eori', value: `MT${10_000_000 + importer}` }],
					},
				],
				dispatchCountry: shady ? 'XA' : 'DE',
				items: [
					{
						number: 1,
						hsCode: at % 2 === 0 ? '640399' : '847130',
						originCountry: 'DE',
						netMassKg: '100',
						price: { amount: String(price), currency: 'EUR' },
					},
				],
			},
		};
	});
}

/** As the store gives them; outcomes are known a day later. */
export const asTraining = (made: readonly MadeDeclaration[]): TrainingDeclaration[] =>
	made.map(({ receivedMs, record, found, inspected, random, recovered }) => ({
		atMs: receivedMs,
		version: 1,
		body: JSON.stringify(record),
		office: record.office ?? null,
		label: inspected
			? {
					found,
					offence: found,
					findings: found ? ['undervaluation'] : [],
					amount: recovered ?? 0,
					knownAtMs: receivedMs + DAY_MS,
					random,
				}
			: undefined,
	}));
