import { describe, expect, it } from 'vitest';
import type { AgreementBody } from '../../../../contract/exchange/agreement.ts';
import { kindsToIntersect, kindsToOffer, madeAgain } from './offer-draft.ts';

const grant = (from: string, to: string, matching: AgreementBody['grants'][number]['matching']) => ({
	from,
	to,
	messages: [],
	records: [],
	matching,
});

const body: AgreementBody = {
	format: 'tidewaiter-agreement',
	formatVersion: 1,
	id: 'of-the-test',
	version: 1,
	title: 'Of the test',
	parties: ['customs', 'fiu'],
	legalBasis: 'Law of the test',
	purposes: ['money-laundering'],
	grants: [grant('fiu', 'customs', ['account', 'person']), grant('customs', 'fiu', ['container', 'person'])],
	handling: { least: 'H1', allowed: ['H1'] },
	evaluation: false,
	retentionDays: 30,
	onward: 'never',
	responseHours: { urgent: 8, direct: 72, normal: 168 },
	budget: { questionsPerDay: 10, messagesPerDay: 10, intersectionsPerMonth: 1 },
	startsOn: '2026-01-01',
	reviewOn: '2026-06-01',
	endsOn: '2026-12-31',
};

describe('what an agreement lets be matched', () => {
	it('is offered by who is granted to say it', () => {
		expect(kindsToOffer(body, 'customs')).toEqual(['container', 'person']);
		expect(kindsToOffer(body, 'fiu')).toEqual(['account', 'person']);
		expect(kindsToOffer(body, 'immigration')).toEqual([]);
	});

	it('is intersected where both are', () => {
		expect(kindsToIntersect(body)).toEqual(['person']);
		expect(kindsToIntersect({ ...body, parties: [] })).toEqual([]);
	});

	it('is offered again as it was', () => {
		const offer = {
			id: '01a203a1-ba9e-7001-a6d1-415fb6e3a8e5',
			agreement: body.id,
			purpose: 'money-laundering',
			direction: 'given' as const,
			partner: 'fiu',
			kinds: ['person' as const],
			identifiers: 100,
			madeAt: '2026-03-01T08:00:00.000Z',
			validUntil: '2026-03-31T08:00:00.000Z',
			source: 'lists, hits',
		};
		expect(madeAgain(offer)).toMatchObject({ of: ['lists', 'hits'], validDays: 30, kinds: ['person'] });
		expect(madeAgain({ ...offer, source: 'something else' })).toBeUndefined();
	});
});
