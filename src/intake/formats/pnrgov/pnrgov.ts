/**
 * IATA/ICAO PNRGOV: bookings (passenger name records) that carriers send to governments.
 */
import type { Format } from '../../model.ts';
import { recogniseMessageType } from '../edifact/message-format.ts';
import { openEdifact } from '../edifact/messages.ts';
import { formatBookings } from './format.ts';

export const pnrgov: Format = {
	id: 'pnrgov',
	title: 'IATA/ICAO PNRGOV',
	kinds: ['booking'],
	recognise: (head) => recogniseMessageType(head, 'PNRGOV'),
	open: openEdifact,
	format: formatBookings,
};
