import { describe, expect, it } from 'vitest';
import { groundId, grounds, requestKind } from '../../contract/data-protection-law.ts';
import { daysUntil, dueAfter, endOfRequest } from './clock.ts';
import type { SubjectExport } from './export/document.ts';
import { formatPage } from './export/page.ts';
import { withheldHit, withheldRecord } from './withholding.ts';

const at = (text: string): number => Date.parse(text);
const day = (ms: number): string => new Date(ms).toISOString();

describe('the clock of a request', () => {
	it.each([
		['2026-01-31T09:00:00Z', false, '2026-02-28T23:59:59.999Z'],
		['2028-01-31T09:00:00Z', false, '2028-02-29T23:59:59.999Z'],
		['2026-12-15T23:59:00Z', false, '2027-01-15T23:59:59.999Z'],
		['2026-11-30T09:00:00Z', true, '2027-02-28T23:59:59.999Z'],
		['2026-03-31T00:00:00Z', true, '2026-06-30T23:59:59.999Z'],
	])('received %s, extended %s: until %s', (received, extended, due) => {
		expect(day(dueAfter(at(received), extended))).toBe(due);
	});

	it('counts whole days, the last as 0', () => {
		const due = dueAfter(at('2026-03-01T00:00:00Z'), false);
		expect(daysUntil(due, at('2026-04-01T10:00:00Z'))).toBe(0);
		expect(daysUntil(due, at('2026-03-31T10:00:00Z'))).toBe(1);
		expect(daysUntil(due, at('2026-04-02T00:00:00Z'))).toBe(-1);
		expect(day(endOfRequest(at('2026-04-02T00:00:00Z')))).toBe('2029-04-01T00:00:00.000Z');
	});
});

describe('grounds in law', () => {
	it.each(groundId.options)('%s refuses or withholds something, and names an article', (id) => {
		const { articles, refuses, withholds, title } = grounds[id];
		expect(refuses.length > 0 || withholds).toBe(true);
		expect(articles.gdpr ?? articles['police-directive']).toMatch(/art\./);
		expect(title).not.toMatch(/\.$/);
	});

	it.each(requestKind.options)('%s can be refused on either law', (kind) => {
		for (const law of ['gdpr', 'police-directive'] as const)
			expect(
				groundId.options.some(
					(id) => grounds[id].articles[law] !== null && grounds[id].refuses.includes(kind),
				),
			).toBe(true);
	});
});

describe('what may not be told', () => {
	const instruction = (action: string): string =>
		JSON.stringify({ category: 'x', action, handling: 'H0', owner: 'x', legalBasis: 'x' });
	const hit = (state: string, action: string, entry: string | null = null) => ({
		state,
		instruction: instruction(action),
		entry,
	});

	it('are reports of suspicion, whatever is decided', () => {
		expect(withheldRecord({ id: 'a', kind: 'suspicion-report' }, [])).toEqual({
			category: 'suspicion-report',
			ground: 'tipping-off',
		});
		expect(withheldRecord({ id: 'a', kind: 'declaration' }, [])).toBeUndefined();
	});

	it('are discreet checks as long as they stand, and inquiries until they are decided', () => {
		expect(withheldHit(hit('confirmed', 'discreet-check'), [])?.category).toBe('discreet-alert');
		expect(withheldHit(hit('open', 'inquiry'), [])?.category).toBe('discreet-alert');
		expect(withheldHit(hit('confirmed', 'inquiry'), [])).toBeUndefined();
		expect(withheldHit(hit('dismissed', 'discreet-check'), [])).toBeUndefined();
		const entry = JSON.stringify({ instruction: { action: 'discreet-check' } });
		expect(withheldHit(hit('confirmed', 'seize', entry), [])?.category).toBe('discreet-alert');
	});

	it('is what the officer names: a record, or all comparisons', () => {
		const some = { category: 'source' as const, ground: 'investigation' as const, records: ['a'] };
		const all = { category: 'security' as const, ground: 'national-security' as const };
		expect(withheldRecord({ id: 'a', kind: 'booking' }, [some])).toMatchObject({ category: 'source' });
		expect(withheldRecord({ id: 'b', kind: 'booking' }, [some, all])).toBeUndefined();
		expect(withheldHit(hit('dismissed', 'refuse'), [some])).toBeUndefined();
		expect(withheldHit(hit('dismissed', 'refuse'), [all])).toEqual(all);
	});
});

describe('the page for the person', () => {
	const empty: SubjectExport = {
		format: 'tidewaiter-subject-export',
		formatVersion: 1,
		node: { id: 'customs', name: 'Customs' },
		request: {
			id: 'r',
			kind: 'access',
			article: 'GDPR art. 15',
			receivedAt: '2026-03-01T00:00:00Z',
			decision: null,
		},
		madeAt: '2026-03-02T00:00:00Z',
		searchedBy: [],
		descriptions: [],
		records: [],
		hits: [],
		judgements: [],
		history: [],
		seenBy: [],
		withheld: [],
		complete: true,
		notices: ['You may complain.'],
	};

	it('takes nothing of a document as markup', () => {
		const hostile = '</td><script>alert(1)</script><img src=x onerror="a">\u202e&amp;';
		const page = formatPage({
			...empty,
			searchedBy: [hostile],
			descriptions: [{ caption: hostile, content: { [hostile]: [hostile, { a: hostile }] } }],
			node: { id: 'customs', name: hostile },
		});
		expect(page).not.toMatch(/<script|<img|\u202e/);
		expect(
			page.match(
				/<(?!\/?(?:html|head|meta|title|style|body|h1|h2|h3|p|ul|li|section|article|table|caption|tbody|tr|th|td|!doctype)[ >])/gi,
			),
		).toBeNull();
		expect(page).toContain('&lt;script&gt;');
	});

	it('loads nothing, and says the same rights in every answer', () => {
		const page = formatPage(empty);
		expect(page).not.toMatch(/https?:|url\(|@import|href=|src=/);
		expect(page).toContain('You may complain.');
		expect(page).toContain('draft');
	});
});
