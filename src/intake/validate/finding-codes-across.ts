/**
 * The findings that come from holding one document against others.
 */
import { type CatalogueEntry, entry } from './finding-entry.ts';

export const acrossCatalogue = {
	'cross.gross-mass': entry(
		'error',
		'Gross mass differs between documents',
		'Declaration and cargo report give different masses for one consignment.',
	),
	'cross.packages': entry(
		'error',
		'Packages differ between documents',
		'Declaration and cargo report give different numbers of packages for one consignment.',
	),
	'cross.container': entry(
		'error',
		'Container not on the cargo report',
		'The declared container is not among those of the consignment in the cargo report.',
	),
	'cross.party-name': entry(
		'warning',
		'Parties differ between documents',
		'Importer or consignee of the declaration is somebody else in the cargo report.',
	),
	'cross.declared-twice': entry(
		'warning',
		'Declared twice',
		'Two declarations name the same transport document.',
	),
	'cross.two-places': entry(
		'error',
		'In two places at once',
		'The same container or vehicle is said to be in places that it cannot have reached in the time between.',
	),
	'cross.seal': entry(
		'warning',
		'Seal differs',
		'Two documents name different seals for the same container.',
	),
	'cross.booked-not-on-list': entry(
		'info',
		'Booked, not on the list',
		'A traveller of the booking is not on the passenger list of the flight.',
	),
	'cross.on-list-not-booked': entry(
		'warning',
		'On the list, not in the booking',
		'A traveller of the passenger list names a booking in which she is not.',
	),
	'cross.document-number': entry(
		'warning',
		'Document differs',
		'Booking and passenger list give different documents for one traveller.',
	),
	'cross.birth-date': entry(
		'warning',
		'Date of birth differs',
		'Booking and passenger list give different dates of birth for one traveller.',
	),
	'cross.seat': entry(
		'info',
		'Seat differs',
		'Booking and passenger list give different seats for one traveller.',
	),
	'cross.bags': entry(
		'info',
		'Bags differ',
		'Booking and passenger list give different numbers of bags for one traveller.',
	),
	'cross.document-of-two': entry(
		'error',
		'One document, two people',
		'The same travel document is carried under different names or dates of birth.',
	),
	'cross.cash': entry(
		'error',
		'Cash seen differs from cash declared',
		'Officers found or counted another amount than the same person declared.',
	),
	'cross.cash-again': entry(
		'info',
		'Several cash declarations',
		'The same person made several cash declarations within a few days.',
	),
	'cross.cash-journey': entry(
		'warning',
		'Cash without the journey',
		'The journey of the cash declaration has a passenger list on which the carrier of the cash is not.',
	),
	'cross.outcome-without-record': entry(
		'warning',
		'Outcome of an unknown record',
		'The inspected record is not among those of this node.',
	),
} as const satisfies { readonly [code: string]: CatalogueEntry };
