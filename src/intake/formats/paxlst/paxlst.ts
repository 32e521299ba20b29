/**
 * UN/EDIFACT PAXLST: passenger and crew lists (advance passenger information).
 * An interchange may hold cargo reports and bookings as well; they come out of the same reader.
 */
import type { Format } from '../../model.ts';
import { recogniseMessageType } from '../edifact/message-format.ts';
import { openEdifact } from '../edifact/messages.ts';
import { formatPassengerLists } from './format.ts';

export const paxlst: Format = {
	id: 'paxlst',
	title: 'UN/EDIFACT PAXLST',
	kinds: ['passenger-list'],
	recognise: (head) => recogniseMessageType(head, 'PAXLST'),
	open: openEdifact,
	format: formatPassengerLists,
};
