import { expect, it } from 'vitest';
import { placeText } from './place-text.ts';

it.each([
	['', 'Whole record'],
	['items[2]', 'Item 3'],
	['travellers[13].documents[0]', 'Traveller 14, documents 1'],
	['placeOfLoading', 'Place of loading'],
])('%j is %j', (place, text) => expect(placeText(place)).toBe(text));
