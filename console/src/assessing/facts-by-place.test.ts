import { expect, it } from 'vitest';
import { factsByPlace, tellableFacts } from './facts-by-place.ts';

const fact = (name: string, value: string, place = '') => ({ name, title: name, value, place });

it('keeps places apart, in the order in which they come', () => {
	const facts = [fact('a', '1', 'items[1]'), fact('b', '2'), fact('c', '3', 'items[1]')];
	expect([...factsByPlace(facts)].map(([place, rows]) => [place, rows.length])).toEqual([
		['items[1]', 2],
		['', 1],
	]);
});

it('tells the person concerned of no discreet check', () => {
	const facts = [fact('hit', 'discreet-check'), fact('hit', 'inquiry'), fact('origin', 'CN')];
	expect(tellableFacts(facts).map(({ value }) => value)).toEqual(['inquiry', 'CN']);
});
