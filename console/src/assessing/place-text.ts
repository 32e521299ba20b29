import { spell } from '../display/words.ts';

const ones: Readonly<Record<string, string>> = {
	items: 'item',
	consignments: 'consignment',
	travellers: 'traveller',
	passengers: 'passenger',
	transactions: 'transaction',
	instruments: 'instrument',
	segments: 'leg',
};

/** Place in a record for people, counted from one: `items[2]` is "Item 3"; the empty place is the record as a whole. */
export function placeText(place: string): string {
	if (place === '') return 'Whole record';
	const parts = place.split('.').map((part) => {
		const at = /^([a-zA-Z][a-zA-Z0-9]*)\[(\d+)\]$/.exec(part);
		if (!at) return spell(part).toLowerCase();
		const [, name = '', index = ''] = at;
		return `${ones[name] ?? spell(name).toLowerCase()} ${Number(index) + 1}`;
	});
	const text = parts.join(', ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
