/** Three agencies and the neighbour in one process: each receives what is for it, and nothing of the others. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damaged } from '../../src/training/damage.ts';
import { type Damage, type NodeName, nodeNames, type SimulatedDocument } from '../../src/training/model.ts';
import { simulateBorder } from '../../src/training/simulate.ts';
import { allRecords, answerOf, type Federation, openFederation, resultOf } from './federation.ts';

const border = [...simulateBorder({ seed: 5, days: 1, scale: 0.2, startDate: '2026-01-05' })];
const whole = border.filter((document) => document.damage === undefined);

/** Kind and reference of the records that documents hold, once each, as `kind reference`. */
const sentTo = (node: NodeName, documents: readonly SimulatedDocument[]): string[] =>
	[
		...new Set(
			documents
				.filter((document) => document.node === node)
				.flatMap((document) => document.records.map(({ kind, reference }) => `${kind} ${reference}`)),
		),
	].sort();

const storedAt = async (federation: Federation, node: NodeName): Promise<string[]> =>
	(await allRecords(federation, node)).map(({ kind, reference }) => `${kind} ${reference}`).sort();

let federation: Federation;
/** Versions of records that were known before, by node. */
const amended = new Map<NodeName, number>();
beforeAll(async () => {
	federation = await openFederation();
	for (const document of whole) {
		const answer = await federation.submit(federation.keyOf(document.node), document.name, document.text);
		const result = resultOf(answer);
		if (answer.statusCode !== 200 || result.status !== 'accepted')
			throw new Error(`${document.name}: ${answer.body.slice(0, 2_000)}`);
		amended.set(document.node, (amended.get(document.node) ?? 0) + result.amended);
	}
}, 120_000);
afterAll(() => federation?.dispose());

describe.each(nodeNames)('the node %s', (node) => {
	it('has each record that was sent to it, once, and no other', async () => {
		const sent = sentTo(node, whole);
		expect(sent.length).toBeGreaterThan(0);
		expect(await storedAt(federation, node)).toEqual(sent);
	});

	it('counts in its overview what it has in its list', async () => {
		const { totals, byKind } = answerOf(
			'readOverview',
			await federation.get(federation.sessionOf(node), '/overview'),
		);
		const sent = sentTo(node, whole);
		// The overview counts what came in, so that an amendment counts again; the list shows newest versions.
		const versions = sent.length + (amended.get(node) ?? 0);
		expect(totals).toMatchObject({ records: versions, quarantined: 0 });
		expect(byKind.reduce((sum, { records }) => sum + records, 0)).toBe(versions);
		expect(byKind.map(({ kind }) => kind)).toEqual([...new Set(sent.map((each) => each.split(' ', 1)[0]))]);
	});

	it('has a folder with a database and a vault of its own', async () => {
		const { folder } = federation.node(node);
		expect(folder.path).toBe(`${federation.directory}/${node}`);
		for (const inside of [folder.database, folder.vault]) {
			expect(inside.startsWith(`${folder.path}/`)).toBe(true);
			expect((await readdir(inside)).length).toBeGreaterThan(0);
		}
		for (const other of nodeNames.filter((each) => each !== node))
			expect(federation.node(other).folder.database).not.toBe(folder.database);
	});
});

describe('between nodes', () => {
	it('no record, original or submission of one can be read at another', async () => {
		const [mine] = await allRecords(federation, 'customs', { kind: 'declaration' });
		const detail = answerOf(
			'readRecord',
			await federation.get(federation.sessionOf('customs'), `/records/${mine?.id}`),
		);
		for (const path of [
			`/records/${mine?.id}`,
			`/submissions/${detail.submission.id}`,
			`/submissions/${detail.submission.id}/original`,
		]) {
			expect((await federation.get(federation.sessionOf('customs'), path)).statusCode).toBe(200);
			for (const other of nodeNames.filter((node) => node !== 'customs'))
				expect((await federation.get(federation.sessionOf(other), path)).statusCode, `${other} ${path}`).toBe(
					404,
				);
		}
		for (const other of nodeNames.filter((node) => node !== 'customs'))
			expect(await allRecords(federation, other, { search: mine?.reference ?? '-' })).toEqual([]);
	});

	it('a key or a session opens nothing when it claims to be of another', async () => {
		const answers = await Promise.all(
			nodeNames.flatMap((node) =>
				nodeNames
					.filter((other) => other !== node)
					.flatMap((other) => {
						const key = federation.keyOf(node);
						const session = federation.sessionOf(node);
						if (!('authorization' in key && 'cookie' in session)) throw new Error('not these credentials');
						return [
							federation.get(
								{ authorization: key.authorization.replace(`_${node}_`, `_${other}_`) },
								'/overview',
							),
							federation.get({ cookie: session.cookie.replace(`=${node}.`, `=${other}.`) }, '/overview'),
						];
					}),
			),
		);
		expect(answers).toHaveLength(24);
		for (const answer of answers) expect(answer.json()).toMatchObject({ code: 'not-signed-in', status: 401 });
	});

	it("a sender's key reads no records, not even those that it sent", async () => {
		for (const node of nodeNames)
			expect((await federation.get(federation.keyOf(node), '/records')).json()).toMatchObject({
				code: 'not-permitted',
				status: 403,
			});
	});

	it('the same document at two nodes is known to each by itself', async () => {
		const document = whole.find(({ node, format }) => node === 'neighbour-customs' && format === 'wco-dec');
		if (document === undefined) throw new Error('the border has no such document');
		const again = await federation.submit(
			federation.keyOf('neighbour-customs'),
			document.name,
			document.text,
		);
		expect(resultOf(again)).toMatchObject({ known: true });
		const elsewhere = await federation.submit(federation.keyOf('fiu'), document.name, document.text);
		expect(resultOf(elsewhere)).toMatchObject({ known: false, created: document.records.length });
	});
});

const ways: readonly Damage[] = ['truncated', 'wrong-count', 'wrong-reference', 'foreign-bytes'];

/** Other days at the border: what was spoilt on its way by itself, and two of each sort of document, spoilt in each way. */
const spoilt = ways.flatMap((way, index) => {
	const day = [...simulateBorder({ seed: 6 + index, days: 1, scale: 0.2, startDate: '2026-01-05' })];
	const seen = new Map<string, number>();
	return day.flatMap(({ node, format, name, text, damage }) => {
		if (damage !== undefined) return [{ node, name, text, way: damage }];
		const before = seen.get(`${node} ${format}`) ?? 0;
		seen.set(`${node} ${format}`, before + 1);
		const received = damaged(text, way, before === 0 ? 0.2 : 0.9);
		// Some formats have no count or no reference that could be wrong.
		return before > 1 || received === text ? [] : [{ node, name, text: received, way }];
	});
});

describe('what was spoilt on its way', () => {
	it('is told, by findings or in the quarantine, and breaks nothing', async () => {
		const silent: string[] = [];
		for (const { node, name, text, way } of spoilt) {
			const answer = await federation.submit(federation.keyOf(node), name, text);
			expect(answer.statusCode, `${name}: ${answer.body.slice(0, 500)}`).toBeLessThan(500);
			const result = resultOf(answer);
			const told =
				result.refusedCount + result.findings.error + result.findings.warning + result.findings.info;
			if (!result.known && told === 0) silent.push(`${way} ${name}`);
			for (const refusal of result.refused) {
				expect(refusal.reason.length, name).toBeGreaterThan(10);
				expect(refusal.remedy.length, name).toBeGreaterThan(10);
			}
		}
		// A letter of another encoding is a letter: nothing in the text says that it was meant otherwise.
		expect(silent.filter((each) => !each.startsWith('foreign-bytes'))).toEqual([]);
	});

	it('stays at its node, as what it was received as', async () => {
		for (const node of nodeNames) {
			const { items } = answerOf(
				'listQuarantine',
				await federation.get(federation.sessionOf(node), '/quarantine?limit=500'),
			);
			const own = new Set(spoilt.filter((each) => each.node === node).map(({ text }) => text));
			for (const { submission } of items) {
				const original = await federation.get(
					federation.sessionOf(node),
					`/submissions/${submission}/original`,
				);
				expect(own.has(original.body)).toBe(true);
			}
		}
		expect(federation.failures).toEqual([]);
	});
});

describe('one of several', () => {
	it('closes alone: the others answer and take in, and all of it is there after a restart', async () => {
		const before = Object.fromEntries(
			await Promise.all(nodeNames.map(async (node) => [node, await storedAt(federation, node)] as const)),
		);
		await federation.node('fiu').close();
		expect(existsSync(`${federation.node('fiu').folder.path}/owner`)).toBe(false);

		const closed = await federation.get(federation.sessionOf('fiu'), '/records');
		expect(closed.json()).toMatchObject({ status: 503 });
		for (const node of nodeNames.filter((each) => each !== 'fiu'))
			expect(await storedAt(federation, node), node).toEqual(before[node]);
		const late = whole.find(({ node, format }) => node === 'customs' && format === 'record-json');
		const renewed = await federation.submit(federation.keyOf('customs'), 'late.json', `${late?.text}\n`);
		expect(resultOf(renewed)).toMatchObject({ known: false, status: 'accepted' });

		const { directory } = federation;
		await federation.close();
		federation = await openFederation(directory);
		for (const node of nodeNames) expect(await storedAt(federation, node), node).toEqual(before[node]);
	});
});
