/**
 * UN/EDIFACT CUSCAR: customs cargo reports (manifests).
 * An interchange may hold passenger lists and bookings as well; they come out of the same reader.
 */
import type { Format } from '../../model.ts';
import { recogniseMessageType } from '../edifact/message-format.ts';
import { openEdifact } from '../edifact/messages.ts';
import { formatCargoReports } from './format.ts';

export const cuscar: Format = {
	id: 'cuscar',
	title: 'UN/EDIFACT CUSCAR',
	kinds: ['cargo-report'],
	recognise: (head) => recogniseMessageType(head, 'CUSCAR'),
	open: openEdifact,
	format: formatCargoReports,
};
