/**
 * What intake promises, on whatever database: nothing is lost, nothing is stored twice, history stays, lists page.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Declaration } from '../../contract/records/declaration.ts';
import type { SubmissionResult } from '../../contract/views.ts';
import { formatById } from '../../src/intake/formats/registry.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';

type At = Awaited<ReturnType<Place['make']>>;

const declaration = (reference: string, more: Partial<Declaration> = {}): Declaration => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	declarationType: 'IMA',
	declaredOn: '2026-03-01',
	office: 'MT000101',
	parties: [
		{ role: 'importer', name: 'Quay Trading Ltd', identifiers: [{ scheme: 'eori', value: 'MT12345678' }] },
	],
	containers: ['CSQU3054383'],
	transportDocuments: [{ type: 'N705', number: 'BL0099887' }],
	dispatchCountry: 'CN',
	destinationCountry: 'MT',
	grossMassKg: '1200',
	items: [
		{
			number: 1,
			hsCode: '640399',
			description: 'Shoes with leather uppers',
			originCountry: 'CN',
			grossMassKg: '1200',
			netMassKg: '1100',
			price: { amount: '9000', currency: 'EUR' },
		},
	],
	...more,
});

const lines = (...records: readonly object[]): string =>
	records.map((record) => JSON.stringify(record)).join('\n');

export function intakeConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`intake on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: At;
			let node: OpenNode;
			const clock = testClock();

			beforeEach(async () => {
				at = await place.make();
				node = await openTestNode(at, { clock });
			});
			afterEach(async () => {
				await node.close();
				await at.dispose();
			});

			const send = (text: string | Uint8Array, name = 'test', source = 'broker'): Promise<SubmissionResult> =>
				node.intake.submit(bytesOf(text), { source, channel: 'command-line', name });
			const list = async (more: object = {}) =>
				node.intake.listRecords({ limit: 100, sort: '-received', ...more });

			it('keeps a submission as received and reads it', async () => {
				const text = lines(declaration('A-1'));
				const result = await send(text);
				expect(result).toMatchObject({
					known: false,
					format: 'record-json',
					records: 1,
					created: 1,
					status: 'accepted',
				});
				const original = await node.intake.readOriginal({ submission: result.submission, offset: 0 });
				expect(Buffer.from(original.bytes).toString('utf8')).toBe(text);
				const { items } = await list();
				expect(items).toMatchObject([
					{
						kind: 'declaration',
						reference: 'A-1',
						version: 1,
						office: 'MT000101',
						hsCode: '640399',
						grossMassKg: 1200,
						value: 9000,
						currency: 'EUR',
					},
				]);
			});

			it('changes nothing when the same submission comes twice, also at the same time', async () => {
				const text = lines(declaration('A-1'), declaration('A-2', { containers: [] }));
				const [first, second] = await Promise.all([send(text), send(text, 'again')]);
				const third = await send(text, 'later');
				expect([first, second, third].map((each) => each.known).sort()).toEqual([false, true, true]);
				expect(third.submission).toBe(first.submission);
				expect((await list()).total).toBe(2);
				expect((await node.intake.readOverview()).totals).toMatchObject({ submissions: 1, records: 2 });
			});

			it('stores the same record once, whatever submission it comes in', async () => {
				await send(lines(declaration('A-1')));
				const again = await send(`\n${lines(declaration('A-1'))}\n\n`);
				expect(again).toMatchObject({ known: false, records: 1, created: 0, amended: 0, repeated: 1 });
				expect((await list()).total).toBe(1);
			});

			it('makes a version of an amendment, keeps the history and shows who changed what late', async () => {
				await send(lines(declaration('A-1', { arrivesOn: '2026-03-02' })));
				clock.advance(36 * 3_600_000);
				const amended = await send(
					lines(declaration('A-1', { arrivesOn: '2026-03-02', grossMassKg: '4000' })),
					'amended',
					'another broker',
				);
				expect(amended).toMatchObject({ created: 0, amended: 1 });
				const { items, total } = await list();
				expect(total).toBe(1);
				expect(items[0]).toMatchObject({ version: 2, grossMassKg: 4000 });
				const detail = await node.intake.readRecord({ id: items[0]?.id ?? '' });
				expect(detail.versions.map((version) => version.version)).toEqual([2, 1]);
				expect(detail.versions[0]).toMatchObject({
					source: 'another broker',
					changes: [{ path: 'grossMassKg', before: '1200', after: '4000' }],
					late: expect.any(String),
				});
				expect(detail.findings.map((finding) => finding.code)).toContain('version.late-change');
				const first = await node.intake.readRecord({ id: detail.versions[1]?.id ?? '' });
				expect(first.record).toMatchObject({ grossMassKg: '1200' });
			});

			it('gives versions in order when several of one document come in one submission', async () => {
				const result = await send(
					lines(
						declaration('A-1'),
						declaration('A-1', { grossMassKg: '1300' }),
						declaration('A-1', { grossMassKg: '1400' }),
					),
				);
				expect(result).toMatchObject({ created: 1, amended: 2 });
				const { items } = await list();
				expect(items).toMatchObject([{ version: 3, grossMassKg: 1400 }]);
			});

			it('quarantines what it cannot read, keeps the rest, and reads it again after a fix', async () => {
				const result = await send(
					`${lines(declaration('A-1'))}\n{"kind":"declaration","reference":7}\n${lines(declaration('A-2'))}`,
				);
				expect(result).toMatchObject({ status: 'partial', records: 2, refusedCount: 1 });
				const { items } = await node.intake.listQuarantine({ state: 'open', limit: 10 });
				expect(items).toMatchObject([
					{
						submission: result.submission,
						place: expect.stringContaining('2'),
						remedy: expect.any(String),
						attempts: 1,
						state: 'open',
					},
				]);
				const retried = await node.intake.retryQuarantine({ id: items[0]?.id ?? '' });
				expect(retried).toMatchObject({ records: 2, repeated: 2, refusedCount: 1 });
				const after = await node.intake.listQuarantine({ state: 'open', limit: 10 });
				expect(after.items).toMatchObject([{ attempts: 2 }]);
				expect((await list()).total).toBe(2);
				const totals = async () => (await node.intake.readOverview()).totals;
				expect(await totals()).toMatchObject({ submissions: 1, records: 2, quarantined: 1 });
				const discarded = await node.intake.discardQuarantine({
					id: after.items[0]?.id ?? '',
					reason: 'the sender has corrected it',
				});
				expect(discarded.state).toBe('discarded');
				expect(await totals()).toMatchObject({ submissions: 1, records: 2, quarantined: 0 });
				await expect(node.intake.retryQuarantine({ id: after.items[0]?.id ?? '' })).rejects.toMatchObject({
					code: 'conflict',
				});
			});

			it('does not bring old content back when a submission is read again after its document was amended', async () => {
				await send(`${lines(declaration('A-1'))}\n{"kind":"declaration"}`);
				await send(lines(declaration('A-1', { grossMassKg: '1300' })));
				const { items } = await node.intake.listQuarantine({ state: 'open', limit: 10 });
				expect(await node.intake.retryQuarantine({ id: items[0]?.id ?? '' })).toMatchObject({
					records: 1,
					repeated: 1,
				});
				expect((await list()).items).toMatchObject([{ version: 2, grossMassKg: 1300 }]);
			});

			it('says so when a mapping that is named is not there', async () => {
				const sent = node.intake.submit(bytesOf('a;b\n1;2\n'), {
					source: 'x',
					channel: 'http',
					mapping: 'no-such',
				});
				await expect(sent).rejects.toMatchObject({ code: 'invalid-input', place: 'mapping' });
			});

			it('reads a quarantined CSV file again with a mapping', async () => {
				const csv = 'Ref;Office;Mass\nX-1;MT01;12\nX-2;MT01;13\n';
				const result = await send(csv, 'unknown.csv');
				expect(result).toMatchObject({ status: 'quarantined', records: 0 });
				expect(result.refused[0]?.remedy).toMatch(/mapping/);
			});

			it('holds documents against each other across submissions', async () => {
				await send(lines(declaration('A-1')));
				await send(
					lines(
						declaration('B-9', {
							grossMassKg: '1250',
							parties: [{ role: 'importer', name: 'Other Imports SA' }],
						}),
					),
				);
				const { items } = await list({ finding: 'cross.transport-document-twice' });
				const codes = (
					await Promise.all(
						(
							await list()
						).items.map(async (item) => (await node.intake.readRecord({ id: item.id })).findings),
					)
				)
					.flat()
					.filter((finding) => finding.code.startsWith('cross.'));
				expect(codes.length).toBeGreaterThan(0);
				expect(codes[0]).toMatchObject({ otherRecord: expect.any(String), sentence: expect.any(String) });
				expect(items.length).toBeLessThanOrEqual(1);
				const detail = await node.intake.readRecord({ id: (await list()).items[0]?.id ?? '' });
				expect(detail.related.map((each) => each.record.reference)).toContain('A-1');
			});

			it('finds records by any identifier, by the start of a reference, and by filters together', async () => {
				await send(
					lines(
						declaration('A-1'),
						declaration('A-2', { office: 'MT000202', containers: ['MSKU0383250'], transportDocuments: [] }),
						declaration('Z-1', { grossMassKg: '10', containers: [], transportDocuments: [] }),
					),
				);
				const references = async (more: object): Promise<string[]> =>
					(await list(more)).items.map((item) => item.reference).sort();
				expect(await references({ search: 'A-' })).toEqual(['A-1', 'A-2']);
				expect(await references({ search: 'MSKU 038325-0' })).toEqual(['A-2']);
				expect(await references({ search: 'BL0099887' })).toEqual(['A-1']);
				expect(await references({ office: 'MT000202', kind: 'declaration' })).toEqual(['A-2']);
				expect(await references({ search: '%' })).toEqual([]);
				expect(await references({ receivedUntil: '2026-01-01T00:00:00Z' })).toEqual([]);
				await expect(list({ receivedFrom: 'yesterday' })).rejects.toMatchObject({
					code: 'invalid-input',
					place: 'receivedFrom',
				});
				await expect(list({ after: 'garbage' })).rejects.toMatchObject({ code: 'invalid-input' });
			});

			it('pages through everything once, in every order', async () => {
				await send(
					lines(
						...Array.from({ length: 57 }, (_, index) =>
							declaration(`P-${index}`, {
								containers: [],
								transportDocuments: [],
								grossMassKg: String(100 + (index % 7)),
							}),
						),
					),
				);
				for (const sort of ['-received', 'received', '-mass', 'mass', 'value'] as const) {
					const seen: string[] = [];
					let after: string | undefined;
					do {
						const page: Awaited<ReturnType<typeof list>> = await list({
							sort,
							limit: 10,
							...(after === undefined ? {} : { after }),
						});
						seen.push(...page.items.map((item) => item.reference));
						after = page.next ?? undefined;
					} while (after !== undefined);
					expect(new Set(seen).size, sort).toBe(57);
					expect(seen.length, sort).toBe(57);
				}
			});

			it('shows what comes in, live and in the overview', async () => {
				const seen: number[] = [];
				const stop = node.intake.onLive((event) => {
					if (event.type === 'records') seen.push(event.count);
				});
				await send(lines(declaration('A-1'), declaration('A-2')));
				stop();
				await send(lines(declaration('A-3')));
				expect(seen.reduce((sum, count) => sum + count, 0)).toBe(2);
				const overview = await node.intake.readOverview();
				expect(overview.byKind).toMatchObject([{ kind: 'declaration', records: 3 }]);
				expect(overview.byOffice).toMatchObject([{ office: 'MT000101', records: 3 }]);
				expect(overview.byLane.reduce((sum, each) => sum + each.records, 0)).toBe(3);
			});

			it('exports what it stores so that it reads it back the same', async () => {
				await send(lines(declaration('A-1'), declaration('A-2')));
				for (const format of ['record-json', 'wco-dec', 'csv'] as const) {
					let text = '';
					for await (const part of node.intake.exportRecords({ format, limit: 10, kind: 'declaration' }))
						text += part;
					const reader = formatById(format)?.open({
						limits: {
							maxBytes: 1e9,
							maxDepth: 64,
							maxRecords: 100,
							maxTokenChars: 1e6,
							maxMessageBytes: 1e7,
							maxMessageMs: 1e4,
							maxArchiveRatio: 100,
							maxArchiveMembers: 10,
						},
						now: () => 0,
					});
					const readings = [...(reader?.push(Buffer.from(text)) ?? []), ...(reader?.end() ?? [])];
					const references = readings.flatMap((reading) =>
						reading.outcome === 'record' ? [reading.record.reference] : [],
					);
					expect(references.sort(), format).toEqual(['A-1', 'A-2']);
				}
				const wrong = async (): Promise<void> => {
					for await (const _ of node.intake.exportRecords({
						format: 'paxlst',
						limit: 10,
						kind: 'declaration',
					}));
				};
				await expect(wrong()).rejects.toMatchObject({ code: 'invalid-input', place: 'format' });
			});

			it('refuses what is too large, and keeps nothing of it', async () => {
				await node.close();
				node = await openTestNode(at, { clock, limits: { maxBytes: 1_000 } });
				await expect(send('x'.repeat(2_000))).rejects.toMatchObject({
					code: 'too-large',
					remedy: expect.any(String),
				});
				expect((await node.intake.readOverview()).totals.submissions).toBe(0);
			});

			it('goes on after it was closed, with everything still there', async () => {
				await send(lines(declaration('A-1')));
				await node.close();
				node = await openTestNode(at, { clock });
				expect(node.recovered).toBe(0);
				expect((await list()).total).toBe(1);
				expect((await send(lines(declaration('A-1')))).known).toBe(true);
			});

			it('keeps a large submission in order over many batches', async () => {
				const result = await send(
					lines(
						...Array.from({ length: 2_500 }, (_, index) =>
							declaration(`L-${index}`, { containers: [], transportDocuments: [] }),
						),
					),
				);
				expect(result).toMatchObject({ records: 2_500, created: 2_500 });
				expect((await list({ submission: result.submission })).total).toBe(2_500);
				expect((await node.intake.readSubmission({ submission: result.submission })).records).toBe(2_500);
			});
		},
	);
}
