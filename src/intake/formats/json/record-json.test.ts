import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BorderRecord, borderRecord, recordKinds } from '../../../../contract/records/record.ts';
import { DEFAULT_LIMITS, type Format, type Limits, type Reading } from '../../model.ts';
import { borderRecords, recordsOfKind } from './arbitraries.ts';
import { isRecord, problemsOf } from './conformance.ts';
import { movementJsonl, recordJson } from './record-json.ts';

const OPTIONS = { sender: 'A', receiver: 'B', preparedAt: '2026-01-01T00:00:00Z', controlReference: '1' };

function read(
	text: string | Uint8Array,
	format: Format = recordJson,
	limits: Partial<Limits> = {},
	step?: number,
): Reading[] {
	const bytes = typeof text === 'string' ? Buffer.from(text) : text;
	const reader = format.open({ limits: { ...DEFAULT_LIMITS, ...limits }, now: () => 0 });
	const readings: Reading[] = [];
	const size = step ?? Math.max(bytes.length, 1);
	for (let at = 0; at < bytes.length; at += size)
		readings.push(...reader.push(bytes.subarray(at, at + size)));
	readings.push(...reader.end());
	return readings;
}

const recordsOf = (readings: Reading[]): BorderRecord[] =>
	readings.flatMap((reading) => (reading.outcome === 'record' ? [reading.record] : []));
const codesOf = (readings: Reading[]): string[] =>
	readings.flatMap((reading) => (reading.outcome === 'refused' ? [reading.code] : []));
const refusalsOf = (readings: Reading[]) => readings.filter((reading) => reading.outcome === 'refused');

const outcome = (reference: string): BorderRecord => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: `D-${reference}` },
	inspectedAt: '2026-03-01T10:00Z',
	inspection: 'physical',
	result: 'nothing-found',
});

describe('our JSON', () => {
	it.each(recordKinds)('parse ∘ format is the identity for %s', (kind) => {
		fc.assert(
			fc.property(
				fc.array(recordsOfKind(kind), { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 1, max: 400 }),
				(records, step) => {
					const text = recordJson.format?.(records, OPTIONS) ?? '';
					expect(recordsOf(read(text, recordJson, {}, step))).toEqual(records);
				},
			),
			{ numRuns: 25, seed: 7 },
		);
	});

	it('reads a list, an envelope and pretty-printed values alike, whatever the chunks', () => {
		fc.assert(
			fc.property(
				fc.array(borderRecords, { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 1, max: 97 }),
				fc.constantFrom(undefined, '\t'),
				(records, step, indent) => {
					expect(recordsOf(read(JSON.stringify(records, null, indent), recordJson, {}, step))).toEqual(
						records,
					);
					const envelope = { sender: { records: 'x', a: [{}] }, records, checksum: '[1]' };
					expect(recordsOf(read(JSON.stringify(envelope, null, indent), recordJson, {}, step))).toEqual(
						records,
					);
					const apart = records.map((record) => JSON.stringify(record, null, 2)).join('\n');
					expect(recordsOf(read(apart, recordJson, {}, step))).toEqual(records);
				},
			),
			{ numRuns: 30, seed: 8 },
		);
	});

	it('refuses a broken line with its number and reads the lines around it', () => {
		const lines = ['1', '2', '3', '4', '5'].map((reference) => JSON.stringify(outcome(reference)));
		const first = lines[0] ?? '';
		for (const broken of [
			'{"kind":"outcome","reference":"x',
			first.slice(0, -1),
			'{"a":[1,2}',
			'}',
			'not json',
			'"text"',
			'"',
		]) {
			for (const at of [0, 2]) {
				const text = lines.toSpliced(at, 0, broken).join('\n');
				const readings = read(text, recordJson, {}, 13);
				expect(
					recordsOf(readings).map((record) => record.reference),
					broken,
				).toEqual(['1', '2', '3', '4', '5']);
				const refused = refusalsOf(readings);
				expect(refused).toHaveLength(1);
				expect(refused[0]?.place.words).toBe(`record ${at + 1} (line ${at + 1})`);
			}
		}
	});

	it('refuses a broken element of a list and reads the rest', () => {
		const good = JSON.stringify(outcome('1'));
		for (const broken of [
			'{"kind":"outcome"',
			'{"kind":"out\n"}',
			'{"kind":[1,2}',
			'null',
			'12',
			'"x,]"',
			'{"a":"b" "c"}',
		]) {
			const readings = read(`[\n${good},\n${broken}\n,\n${good}\n]\n`, recordJson, {}, 5);
			expect(recordsOf(readings), broken).toHaveLength(2);
			expect(refusalsOf(readings), broken).toHaveLength(1);
		}
	});

	it('says what was expected and what was found', () => {
		const [refusal] = refusalsOf(read(JSON.stringify({ ...outcome('R1'), result: 'maybe', minutes: 1.5 })));
		expect(refusal?.outcome === 'refused' && refusal.reason).toBe(
			'record 1 (line 1): outcome R1: result: expected nothing-found or irregularity or offence or not-carried-out, found "maybe"; minutes: expected a whole number, found the number 1.5.',
		);
		expect(codesOf(read('{"kind":"manifest"}'))).toEqual(['record.unknown-kind']);
	});

	it('takes JSON numbers for exact decimals, and leaves out null and empty members', () => {
		const [reading] = read(
			'{"kind":"declaration","reference":"D1","function":"original","direction":"import","office":null,"declarationType":"","parties":[],' +
				'"items":[{"number":1,"netMassKg":12.50,"grossMassKg":"013.0","price":{"amount":1e21,"currency":"EUR"},"colour":"red"}]}',
		);
		expect(reading?.outcome === 'record' && reading.record).toEqual({
			kind: 'declaration',
			reference: 'D1',
			function: 'original',
			direction: 'import',
			parties: [],
			items: [
				{
					number: 1,
					netMassKg: '12.5',
					grossMassKg: '13',
					price: { amount: '1000000000000000000000', currency: 'EUR' },
				},
			],
		});
		expect(
			reading?.outcome === 'record' && reading.findings.map((finding) => [finding.code, finding.place]),
		).toEqual([
			['record.number-precision', 'items[0].price.amount'],
			['record.unknown-member', 'items[0].colour'],
		]);
	});

	it('is not misled by hostile members, text or nesting', () => {
		const good = JSON.stringify(outcome('1'));
		expect(codesOf(read(good.replace('{', '{"__proto__":{"result":"offence"},')))).toEqual([
			'json.forbidden-member',
		]);
		expect(codesOf(read(good.replace('{', '{"\\u005f_proto__":{},')))).toEqual(['json.forbidden-member']);
		const [nul] = read(good.replace('"D-1"', '"D\\u0000-\\ud8001"'));
		expect(nul?.outcome === 'record' && nul.record.kind === 'outcome' && nul.record.subject.reference).toBe(
			'D-\ufffd1',
		);
		expect(
			codesOf(read(`{"kind":"outcome","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n${good}`)),
		).toEqual(['limit.depth']);
		expect(codesOf(read('['.repeat(100_000)))).toEqual(['json.truncated']);
		expect(
			codesOf(
				read(
					`${good}\n{"kind":"outcome","remark":"${'x'.repeat(5_000)}"}\n${good}`,
					recordJson,
					{ maxMessageBytes: 4_000 },
					100,
				),
			),
		).toEqual(['limit.message-bytes']);
		expect(codesOf(read(`${good}\n${good}\n${good}`, recordJson, { maxRecords: 2 }))).toEqual([
			'limit.records',
		]);
		const parts = `{"kind":"declaration","reference":"R","items":[${'{},'.repeat(1_000_000)}{}]}`;
		expect(codesOf(read(parts))).toEqual(['limit.members']);
		expect(codesOf(read(parts.replace('{},'.repeat(900_000), '')))).toEqual(['record.invalid']);
		expect(codesOf(read('[]'))).toEqual(['json.no-record']);
		expect(codesOf(read(`[${good},`))).toEqual(['json.truncated']);
	});

	it('never throws, whatever the bytes', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						'{',
						'}',
						'[',
						']',
						'"',
						',',
						':',
						'\n',
						'\\',
						'a',
						' ',
						'"records"',
						'{"kind":"outcome"}',
					),
					{ maxLength: 40 },
				),
				fc.integer({ min: 1, max: 9 }),
				(tokens, step) => {
					const whole = read(tokens.join(''));
					expect(read(tokens.join(''), recordJson, {}, step)).toEqual(whole);
				},
			),
			{ numRuns: 300, seed: 9 },
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
				read(bytes);
			}),
			{ numRuns: 100, seed: 10 },
		);
	});

	it('reads ISO 8859-1 with a warning', () => {
		const text = JSON.stringify({ ...outcome('1'), remark: 'Zürich' });
		const [reading] = read(Buffer.from(text, 'latin1'));
		expect(reading?.outcome === 'record' && reading.record).toMatchObject({ remark: 'Zürich' });
		expect(reading?.outcome === 'record' && reading.findings[0]?.code).toBe('json.encoding');
	});
});

describe('the compiled check', () => {
	/** Changes one member somewhere inside to what it may not be, or may. */
	function spoil(value: unknown, choices: readonly number[], odd: unknown): unknown {
		const [choice = 0, ...rest] = choices;
		if (typeof value !== 'object' || value === null || choices.length === 0) return odd;
		const names = Object.keys(value);
		const name = names[choice % (names.length + 1)] ?? 'extra';
		if (Array.isArray(value))
			return value.map((entry, index) => (String(index) === name ? spoil(entry, rest, odd) : entry));
		const members = new Map(Object.entries(value));
		if (odd === 'remove' && rest.length === 0) members.delete(name);
		else members.set(name, spoil(members.get(name), rest, odd));
		return Object.fromEntries(members);
	}

	it('says what the schema says', () => {
		const odd = fc.oneof(
			fc.constantFrom<unknown>(
				'remove',
				undefined,
				null,
				'',
				'x'.repeat(65),
				'x'.repeat(4_001),
				-1,
				1.5,
				2 ** 60,
				Number.NaN,
				360,
				true,
				[],
				{},
				[null],
				'2026-01-01',
				'12.50',
				'7',
				'declaration',
			),
			fc.jsonValue(),
		);
		fc.assert(
			fc.property(
				borderRecords,
				fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }),
				odd,
				(record, choices, value) => {
					expect(isRecord(record)).toBe(true);
					const spoiled = spoil(record, choices, value);
					const accepted = borderRecord.safeParse(spoiled).success;
					expect(isRecord(spoiled)).toBe(accepted);
					expect(problemsOf(spoiled, record.kind).length > 0).toBe(!accepted);
				},
			),
			{ numRuns: 200, seed: 12 },
		);
	});
});

describe('movement events', () => {
	const bare = {
		reference: 'S1-1',
		type: 'position',
		at: '2026-01-01T00:00:00Z',
		subject: { type: 'vessel', id: '9074729' },
		source: 'AIS',
		speedKmh: 12.5,
	};

	it('reads lines without kind, and recognises them', () => {
		const text = `${JSON.stringify(bare)}\n${JSON.stringify({ ...bare, kind: 'movement-event' })}\n`;
		expect(movementJsonl.recognise(text)).toBe('certain');
		expect(recordsOf(read(text, movementJsonl))).toEqual([
			{ ...bare, kind: 'movement-event' },
			{ ...bare, kind: 'movement-event' },
		]);
	});

	it('leaves other JSON to others', () => {
		expect(movementJsonl.recognise(JSON.stringify(outcome('1')))).toBe('no');
		expect(recordJson.recognise(JSON.stringify(outcome('1')))).toBe('certain');
		expect(recordJson.recognise('{"records": [')).toBe('likely');
		expect(recordJson.recognise('{"name":"package"}')).toBe('look-alike');
		expect(recordJson.recognise('<xml/>')).toBe('no');
	});
});
