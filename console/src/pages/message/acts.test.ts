import { describe, expect, it } from 'vitest';
import { actsOn } from './acts.ts';

const kinds = (
	...message: [
		Parameters<typeof actsOn>[0]['box'],
		Parameters<typeof actsOn>[0]['kind'],
		Parameters<typeof actsOn>[0]['state'],
	]
) => actsOn({ box: message[0], kind: message[1], state: message[2] }).map(({ kind }) => kind);

describe('what can be done about a message', () => {
	it('answers what asks', () => {
		expect(kinds('in', 'request', 'opened')).toEqual(['reply', 'consent-request']);
		expect(kinds('in', 'consent-request', 'opened')).toEqual(['consent']);
		expect(actsOn({ box: 'in', kind: 'query', state: 'answered' })[0]?.isDue).toBe(false);
	});

	it('tells the sender what came of it, and corrects or takes back what was sent', () => {
		expect(kinds('in', 'spontaneous', 'opened')).toContain('feedback');
		expect(kinds('out', 'request', 'delivered')).toEqual(['supplementary', 'correction', 'recall']);
	});

	it('has nothing to do with what is gone, refused, or of the exchange itself', () => {
		expect(kinds('out', 'request', 'recalled')).toEqual([]);
		expect(kinds('in', 'request', 'deleted')).toEqual([]);
		expect(kinds('out', 'request', 'refused')).toEqual([]);
		expect(kinds('in', 'control', 'received')).toEqual([]);
	});

	it('gives no key to two acts', () => {
		for (const kind of ['request', 'reply', 'alert', 'consent-request'] as const) {
			const keys = actsOn({ box: 'in', kind, state: 'opened' }).map(({ shortcut }) => shortcut);
			expect(new Set([...keys, 'p', 'u', 'o']).size).toBe(keys.length + 3);
		}
	});
});
