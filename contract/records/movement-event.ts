/**
 * A movement event: one observation of a vehicle, vessel, container, seal or plate. One JSON line each.
 */
import { z } from 'zod';
import { code, dateTime, decimal, place, text } from './common.ts';

export const movementEvent = z.strictObject({
	kind: z.literal('movement-event'),
	/** Unique for the source: sensor or system, then its own number of the event. */
	reference: text,
	type: z.enum(['position', 'seal', 'gate', 'plate', 'scan']),
	/** When it happened, with its zone. */
	at: dateTime,
	/** What was seen: `vessel` by IMO or MMSI, `container` by ISO 6346, `vehicle` by plate, `seal` by number … */
	subject: z.strictObject({
		type: z.enum([
			'vessel',
			'aircraft',
			'vehicle',
			'container',
			'trailer',
			'wagon',
			'seal',
			'person',
			'consignment',
		]),
		id: code,
		country: code.optional(),
	}),
	source: code,
	place: place.optional(),
	speedKmh: z.number().min(0).optional(),
	/** Degrees clockwise from true north. */
	headingDegrees: z.number().min(0).lt(360).optional(),
	/** For a gate: in or out. */
	direction: z.enum(['in', 'out']).optional(),
	seal: z
		.strictObject({
			number: code,
			state: z.enum(['applied', 'intact', 'broken', 'removed', 'replaced', 'tampered']),
			container: code.optional(),
		})
		.optional(),
	/** For a plate reader: what it read, how sure it is (0 to 1). */
	plate: z
		.strictObject({ text: code, country: code.optional(), confidence: z.number().min(0).max(1).optional() })
		.optional(),
	/** For a scanner: what it saw, in the words of the operator, and the image's name. */
	scan: z
		.strictObject({
			result: z.enum(['clear', 'anomaly', 'inconclusive']),
			remark: text.optional(),
			image: text.optional(),
			grossMassKg: decimal.optional(),
		})
		.optional(),
	container: code.optional(),
	consignmentReference: text.optional(),
	operator: code.optional(),
});

export type MovementEvent = z.infer<typeof movementEvent>;
