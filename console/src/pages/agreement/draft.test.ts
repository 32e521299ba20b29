import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { completeTemplate } from '../../../../contract/exchange/complete-template.ts';
import { agreementTemplate } from '../../../../contract/views-exchange.ts';
import { draftOf, hasPlaces, newGrant, readDraft } from './draft.ts';

const days = { startsOn: '2026-01-01', reviewOn: '2026-12-01', endsOn: '2027-12-31' };
const templateOf = async (id: string) =>
	agreementTemplate.parse(
		JSON.parse(
			await readFile(
				fileURLToPath(new URL(`../../../../agreements/templates/${id}.json`, import.meta.url)),
				'utf8',
			),
		),
	).body;

const problemsOf = (read: ReturnType<typeof readDraft>) =>
	'problems' in read ? Object.fromEntries(read.problems) : {};

describe('an agreement in the form', () => {
	it.each(['fiu-customs', 'customs-immigration', 'customs-customs', 'fiu-fiu'])(
		'is the same when it comes out again: %s, on either side',
		async (id) => {
			const body = completeTemplate(await templateOf(id), { left: 'one', right: 'two', ...days });
			for (const own of ['one', 'two']) expect(readDraft(draftOf(body, own), own)).toEqual({ body });
			expect(hasPlaces(draftOf(body, 'one'))).toBe(body.legalBasis.includes('['));
		},
	);

	it('says at the field what is wrong', async () => {
		const body = completeTemplate(await templateOf('fiu-fiu'), { left: 'one', right: 'two', ...days });
		const draft = draftOf(body, 'one');
		const said = problemsOf(
			readDraft(
				{
					...draft,
					id: 'X',
					title: '',
					purposes: ['Money laundering'],
					numbers: { ...draft.numbers, retentionDays: '1.5', urgent: '' },
				},
				'one',
			),
		);
		expect(Object.keys(said).sort()).toEqual(['id', 'purposes', 'retentionDays', 'title', 'urgent']);
		expect(problemsOf(readDraft({ ...draft, endsOn: '2020-01-01' }, 'one'))).toHaveProperty('endsOn');
		expect(problemsOf(readDraft({ ...draft, handling: [], least: 'H0' }, 'one'))).toHaveProperty('handling');
		expect(problemsOf(readDraft({ ...draft, handling: ['H1'], least: 'H0' }, 'one'))).toHaveProperty('least');
		// Also while other fields are still to be filled in.
		expect(problemsOf(readDraft({ ...draft, title: '', partner: '', endsOn: '2020-01-01' }, 'one'))).toEqual({
			title: '3 to 200 characters',
			partner: 'Choose the partner',
			endsOn: 'It ends before it starts.',
			reviewOn: 'Its review is after its end.',
		});
		// Once, and not for every grant.
		expect(problemsOf(readDraft({ ...draft, partner: '' }, 'one'))).toEqual({
			partner: 'Choose the partner',
		});
	});

	it('says which record names a path that there is not', async () => {
		const draft = draftOf(
			completeTemplate(await templateOf('fiu-fiu'), { left: 'one', right: 'two', ...days }),
			'one',
		);
		const grants = [
			...draft.grants,
			{
				...newGrant(draft.grants, true),
				records: [{ kind: 'declaration' as const, allowed: ['partys.*'], masked: [], forbidden: [] }],
			},
		];
		const said = problemsOf(readDraft({ ...draft, grants }, 'one'));
		expect(said[`grants.${grants.length - 1}.records.0`]).toMatch(/has no “partys”/);
		expect(new Set(grants.map(({ key }) => key)).size).toBe(grants.length);
	});
});
