/**
 * A record is one business document, whatever format it came in. `kind` tells which.
 */
import { z } from 'zod';
import { cargoReport } from './cargo-report.ts';
import { declaration } from './declaration.ts';
import { cashDeclaration, suspicionReport } from './money-reports.ts';
import { movementEvent } from './movement-event.ts';
import { outcome } from './outcome.ts';
import { booking, passengerList } from './travel.ts';

export const borderRecord = z.discriminatedUnion('kind', [
	declaration,
	cargoReport,
	passengerList,
	booking,
	suspicionReport,
	cashDeclaration,
	movementEvent,
	outcome,
]);

export const recordKinds = [
	'declaration',
	'cargo-report',
	'passenger-list',
	'booking',
	'suspicion-report',
	'cash-declaration',
	'movement-event',
	'outcome',
] as const;

export const recordKind = z.enum(recordKinds);

export type BorderRecord = z.infer<typeof borderRecord>;
export type RecordKind = BorderRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<BorderRecord, { kind: K }>;
