import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementBody } from '../../../contract/exchange/agreement.ts';
import { type MessageBody, messageBody } from '../../../contract/exchange/message.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { leaksOf } from './leaks.ts';
import { excessOfMessage, minimiseMessage } from './minimise-message.ts';

const agreement: AgreementBody = {
	format: 'tidewaiter-agreement',
	formatVersion: 1,
	id: 'one-agreement',
	version: 1,
	title: 'One agreement',
	parties: ['customs.example', 'fiu.example'],
	legalBasis: 'Section 1',
	purposes: ['money-laundering'],
	grants: [
		{
			from: 'customs.example',
			to: 'fiu.example',
			messages: ['spontaneous', 'reply'],
			records: [
				{
					kind: 'declaration',
					allowed: ['office', 'items.*', 'parties.role', 'parties.name'],
					masked: ['grossMassKg'],
					forbidden: ['items.description', 'statements.*'],
				},
			],
			matching: [],
			subjects: ['name', 'role'],
		},
		{
			from: 'customs.example',
			to: 'fiu.example',
			messages: ['reply'],
			records: [{ kind: 'declaration', allowed: [], masked: [], forbidden: ['parties.name'] }],
			matching: [],
		},
	],
	handling: { least: 'H0', allowed: ['H0'] },
	evaluation: false,
	retentionDays: 30,
	onward: 'never',
	responseHours: { urgent: 8, direct: 72, normal: 168 },
	budget: { questionsPerDay: 1, messagesPerDay: 1, intersectionsPerMonth: 1 },
	startsOn: '2026-01-01',
	reviewOn: '2026-06-01',
	endsOn: '2026-12-31',
};
const direction = { from: 'customs.example', to: 'fiu.example' };
const declaration: Declaration = {
	kind: 'declaration',
	reference: 'LRN-1',
	function: 'original',
	direction: 'import',
	office: 'XX000100',
	grossMassKg: '12345.5',
	parties: [{ role: 'importer', name: 'Umbrella Trading' }],
	items: [{ number: 1, hsCode: '610910', description: 'Confidential boots' }],
	statements: [{ text: 'Informant 4711' }],
};
const spontaneous = (text: string): MessageBody =>
	messageBody.parse({
		kind: 'spontaneous',
		grounds: 'Pattern of payments',
		text,
		subjects: [
			{ kind: 'person', name: 'Ann Doe', born: '1980-01-01', role: 'payer' },
			{ kind: 'account', identifiers: [{ scheme: 'iban', value: 'XX00' }] },
		],
	});

describe('minimisation of a message', () => {
	it('cuts records and subjects by the grants of its direction and kind', () => {
		const { body, removed, masked, problems } = minimiseMessage(
			spontaneous('See the record.'),
			agreement,
			direction,
			[declaration],
		);
		expect(body).toMatchObject({
			subjects: [{ kind: 'person', name: 'Ann Doe', role: 'payer' }],
			records: [
				{
					record: {
						office: 'XX000100',
						parties: [{ role: 'importer', name: 'Umbrella Trading' }],
						items: [{ number: 1, hsCode: '610910' }],
					},
					masked: ['grossMassKg'],
				},
			],
		});
		expect(JSON.stringify(body)).not.toContain('1980');
		expect(removed).toContainEqual({ record: 'subjects[0]', path: 'born', because: 'not-allowed' });
		expect(removed).toContainEqual({ record: 'LRN-1', path: 'statements.text', because: 'forbidden' });
		expect(masked).toEqual([{ record: 'LRN-1', path: 'grossMassKg' }]);
		expect(problems).toEqual([]);
		expect(excessOfMessage(body, agreement, direction)).toEqual([]);
		expect(excessOfMessage(spontaneous('x'), agreement, direction)).toEqual([
			'subjects[0].born',
			'subjects[1].identifiers',
		]);
	});

	it('takes the strictest word where several grants speak of a record', () => {
		const reply = messageBody.parse({ kind: 'reply', outcome: 'full' });
		const { body } = minimiseMessage(reply, agreement, direction, [declaration]);
		expect(JSON.stringify(body)).not.toContain('Umbrella');
	});

	it('leaves kind and reference where nothing is granted: the other way round, another kind of message', () => {
		const back = { from: direction.to, to: direction.from };
		for (const [message, way] of [
			[spontaneous('x'), back],
			[
				messageBody.parse({
					kind: 'feedback',
					on: '0198a1c2-0000-7000-8000-000000000000',
					outcome: 'useful',
				}),
				direction,
			],
		] as const)
			expect(minimiseMessage(message, agreement, way, [declaration]).body).toMatchObject({
				subjects: [],
				records: [{ reference: 'LRN-1', record: {}, masked: [] }],
			});
	});

	it('says where a text repeats what was held back, and says nothing of what was not', () => {
		const say = (text: string) =>
			minimiseMessage(spontaneous(text), agreement, direction, [declaration]).problems;
		for (const text of [
			'They hide confidential  BOOTS there',
			`see ${Buffer.from('note: Confidential boots!').toString('base64')}`,
			`see ${Buffer.from('Confidential boots').toString('hex')}`,
			`see ${encodeURIComponent('Confidential boots')}`,
			'stoob laitnedifnoC',
			'about 12345.5 kg',
		])
			expect(say(text)).toMatchObject([{ path: 'text' }]);
		expect(say('Umbrella Trading, importer, 610910')).toEqual([]);
	});

	it('cuts again what came from elsewhere and goes on', () => {
		const first = minimiseMessage(spontaneous('x'), agreement, direction, [declaration]).body;
		expect(minimiseMessage(first, agreement, direction).body).toEqual(first);
		const strict = { ...agreement, grants: agreement.grants.map((grant) => ({ ...grant, records: [] })) };
		expect(minimiseMessage(first, strict, direction).body).toMatchObject({
			records: [{ record: {}, masked: [] }],
		});
	});
});

describe('looking for what was held back', () => {
	const secret = fc
		.stringMatching(/^[A-Za-z][A-Za-z0-9 -]{6,20}[A-Za-z0-9]$/)
		.filter((text) => text.replace(/[^A-Za-z0-9]/g, '').length >= 6);
	const around = fc.stringMatching(/^[a-z ,.]{0,12}$/);
	it('finds a value in every usual form', () => {
		fc.assert(
			fc.property(secret, around, around, (value, before, after) => {
				const bytes = Buffer.from(value, 'utf8');
				for (const form of [
					value,
					value.toUpperCase(),
					value.toLowerCase(),
					value.replaceAll(/[ -]/g, ''),
					[...value].join('.'),
					[...value].reverse().join(''),
					bytes.toString('base64'),
					bytes.toString('base64url'),
					Buffer.from(`${before}${value}${after}`).toString('base64'),
					bytes.toString('hex'),
					bytes.toString('hex').toUpperCase(),
					[...bytes].map((byte) => `%${byte.toString(16)}`).join(''),
				])
					expect(leaksOf(`${before} ${form} ${after}`, [value])).toEqual([value]);
			}),
			{ seed: 5, numRuns: 200 },
		);
	});

	it('lets other texts be', () => {
		expect(leaksOf('A shipment of shoes from the harbour', ['Confidential boots', 'AB', '1'])).toEqual([]);
		expect(leaksOf('', ['Confidential boots'])).toEqual([]);
	});
});
