import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AgreementBody } from '../../../contract/exchange/agreement.ts';
import { problemsOfTerms } from '../../../contract/exchange/agreement-problems.ts';
import { signBytes, signerOf } from '../../ledger/note/signed-note.ts';
import {
	formatDocument,
	isAgreementSignature,
	isOnDay,
	isSignedByAll,
	readDocument,
	signAgreement,
} from './document.ts';

const body: AgreementBody = {
	format: 'tidewaiter-agreement',
	formatVersion: 1,
	id: 'fiu-customs',
	version: 1,
	title: 'Cash and goods',
	parties: ['customs.example', 'fiu.example'],
	legalBasis: 'Section 1',
	purposes: ['money-laundering'],
	grants: [
		{ from: 'customs.example', to: 'fiu.example', messages: ['spontaneous'], records: [], matching: [] },
	],
	handling: { least: 'H0', allowed: ['H0', 'H1'] },
	evaluation: false,
	retentionDays: 365,
	onward: 'never',
	responseHours: { urgent: 8, direct: 72, normal: 168 },
	budget: { questionsPerDay: 10, messagesPerDay: 100, intersectionsPerMonth: 1 },
	startsOn: '2026-01-01',
	reviewOn: '2026-12-01',
	endsOn: '2027-12-31',
};
const customs = signerOf('customs.example', 'ed25519', new Uint8Array(32).fill(1));
const fiu = signerOf('fiu.example', 'ed25519', new Uint8Array(32).fill(2));
const keyId = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex');
const sign = (signer: typeof customs, what = body) =>
	signAgreement(what, signer.name, keyId(signer.publicKey), '2026-01-01T10:00:00.000Z', (message) =>
		signBytes(signer, message),
	);

describe('an agreement document', () => {
	it('is signed by both parties over the same bytes', () => {
		const signatures = [sign(customs), sign(fiu)];
		expect(isSignedByAll({ body, signatures })).toBe(true);
		expect(isSignedByAll({ body, signatures: [sign(customs), sign(customs)] })).toBe(false);
		expect(isSignedByAll({ body: { ...body, parties: [] }, signatures: [] })).toBe(false);
		expect(isSignedByAll({ body: { ...body, parties: ['customs.example'] }, signatures })).toBe(false);
		expect(isAgreementSignature(body, sign(fiu), fiu.publicKey)).toBe(true);
		expect(isAgreementSignature(body, sign(fiu), customs.publicKey)).toBe(false);
		expect(isAgreementSignature({ ...body, retentionDays: 366 }, sign(fiu), fiu.publicKey)).toBe(false);
		expect(
			isAgreementSignature(body, { ...sign(fiu), signedAt: '2026-01-02T10:00:00.000Z' }, fiu.publicKey),
		).toBe(false);
	});

	it('is read as it was written, and nothing else is one', () => {
		const document = { body, signatures: [sign(customs)] };
		expect(readDocument(formatDocument(document))).toEqual(document);
		for (const text of ['', '{}', JSON.stringify({ body, signatures: [], extra: 1 })])
			expect(readDocument(text)).toHaveProperty('reason');
	});

	it('says what is senseless in it', () => {
		const grant = { from: 'customs.example', to: 'other.example', messages: [], records: [], matching: [] };
		expect(problemsOfTerms(body)).toEqual([]);
		expect(problemsOfTerms({ ...body, grants: [grant] })[0]?.sentence).toMatch(/not a party/);
		expect(problemsOfTerms({ ...body, grants: [{ ...grant, to: 'customs.example' }] })[0]?.sentence).toMatch(
			/to itself/,
		);
		expect(problemsOfTerms({ ...body, startsOn: '2028-01-01' })[0]?.sentence).toMatch(/ends before/);
		expect(problemsOfTerms({ ...body, handling: { least: 'H3', allowed: ['H0'] } })[0]?.sentence).toMatch(
			/least/,
		);
		expect(problemsOfTerms({ ...body, parties: ['a.example', 'a.example'] })[0]?.sentence).toMatch(/twice/);
	});

	it('holds from its first day to its last', () => {
		expect(isOnDay(body, Date.parse('2025-12-31T23:59:59Z'))).toBe(false);
		expect(isOnDay(body, Date.parse('2026-01-01T00:00:00Z'))).toBe(true);
		expect(isOnDay(body, Date.parse('2027-12-31T23:59:59Z'))).toBe(true);
		expect(isOnDay(body, Date.parse('2028-01-01T00:00:00Z'))).toBe(false);
	});
});
