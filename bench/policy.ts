/**
 * `bench policy --decisions N`: agreements made of the templates, signed and in force in a database, and questions about messages,
 * half of which are covered. A decision is Cedar's; a coverage is all that delivery asks: the version in force, from the database,
 * and the decision. listMs is the median of listing all of them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgreementBody } from '../contract/exchange/agreement.ts';
import { newPolicySlot, openPolicies, policiesOf } from '../src/exchange/agreements/cedar.ts';
import { createAgreements } from '../src/exchange/agreements/operations.ts';
import { templatesOf } from '../src/exchange/agreements/templates.ts';
import { writeVersion } from '../src/exchange/store/agreements.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database/open.ts';
import { withSchema } from './pipeline-load.ts';

export type PolicyBenchOptions = {
	readonly decisions: number;
	readonly agreements: number;
	readonly database?: string;
};

export type PolicyBenchResult = {
	decisions: number;
	agreements: number;
	perSecond: number;
	/** By the processor time of this process, which others on the machine do not take away. */
	perCpuSecond: number;
	p50Micros: number;
	p99Micros: number;
	permitted: number;
	/** One agreement into policies, and these parsed: once for each version. */
	compileMs: number;
	coveragesPerSecond: number;
	listed: number;
	listMs: number;
};

const NODE = 'left.example';
const MOST_COVERAGES = 20_000;
const LISTINGS = 9;

export async function run(
	{ decisions, agreements: count, database: url }: PolicyBenchOptions,
	progress: (line: string) => void,
): Promise<PolicyBenchResult> {
	const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-policy-'));
	const schema = `bench_${process.pid}`;
	const database = await openDatabase(
		url === undefined ? { dataDir: join(folder, 'database') } : { url: withSchema(url, schema) },
	);
	try {
		const now = systemClock.now();
		const bodies = await bodiesOf(count, now);
		const from = performance.now();
		const sets = bodies.map((body) => openPolicies(policiesOf(body), newPolicySlot()));
		const compileMs = (performance.now() - from) / count;
		progress(`${count} agreements compiled`);

		const questionOf = (at: number) => {
			const body = bodies[at % count];
			const grant = body?.grants[at % (body.grants.length || 1)];
			return {
				agreement: body?.id ?? '',
				from: grant?.from ?? '',
				to: grant?.to ?? '',
				kind: grant?.messages[at % (grant.messages.length || 1)] ?? 'query',
				// Every other question is for a purpose that the agreement does not name.
				purpose: at % 2 === 0 ? (body?.purposes[0] ?? '') : 'curiosity',
				handling: body?.handling.least ?? 'H0',
				records: grant?.records.slice(0, 1).map(({ kind }) => kind) ?? [],
				atMs: now,
			};
		};
		const times = new Float64Array(decisions);
		let permitted = 0;
		const cpu = process.cpuUsage();
		const start = performance.now();
		for (let at = 0; at < decisions; at++) {
			const begun = performance.now();
			if (sets[at % count]?.permits(questionOf(at))) permitted++;
			times[at] = performance.now() - begun;
		}
		const seconds = (performance.now() - start) / 1_000;
		const spent = process.cpuUsage(cpu);
		times.sort();
		const micros = (share: number): number =>
			Math.round((times[Math.min(decisions - 1, Math.floor(decisions * share))] ?? 0) * 1_000);
		progress(`${Math.round(decisions / seconds).toLocaleString('en')} decisions a second`);

		for (const body of bodies)
			await database.transact((session) =>
				writeVersion(
					session,
					{ body, signatures: [] },
					{
						partner: 'right.example',
						state: 'signed',
						suspended_by: null,
						changed_at: new Date(now),
						changed_by: 'bench',
					},
				),
			);
		const refuse = (): never => {
			throw new Error('nothing is signed or told here');
		};
		const opened = createAgreements({
			database,
			clock: systemClock,
			node: NODE,
			identity: { sign: refuse, signingKeyId: refuse, partner: refuse, partnerKey: refuse },
			ledger: { appendIn: refuse },
			control: refuse,
		});
		const coverages = Math.min(decisions, MOST_COVERAGES);
		for (let at = 0; at < count; at++) await opened.agreements.covers(questionOf(at));
		const covering = performance.now();
		for (let at = 0; at < coverages; at++) await opened.agreements.covers(questionOf(at));
		const coverSeconds = (performance.now() - covering) / 1_000;
		const listings: number[] = [];
		let listed = 0;
		for (let at = 0; at < LISTINGS; at++) {
			const begun = performance.now();
			listed = (await opened.operations.listAgreements({ limit: 500 })).items.length;
			listings.push(performance.now() - begun);
		}
		listings.sort((a, b) => a - b);
		return {
			decisions,
			agreements: count,
			perSecond: Math.round(decisions / seconds),
			perCpuSecond: Math.round(decisions / ((spent.user + spent.system) / 1_000_000)),
			p50Micros: micros(0.5),
			p99Micros: micros(0.99),
			permitted,
			compileMs: Number(compileMs.toFixed(1)),
			coveragesPerSecond: Math.round(coverages / coverSeconds),
			listed,
			listMs: Number((listings[Math.floor(LISTINGS / 2)] ?? 0).toFixed(1)),
		};
	} finally {
		if (url !== undefined) await database.script(`drop schema ${schema} cascade`);
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function bodiesOf(count: number, nowMs: number): Promise<AgreementBody[]> {
	const templates = await templatesOf(nowMs);
	return Array.from({ length: count }, (_, at) => {
		const template = templates[at % templates.length];
		if (template === undefined) throw new Error('there are no templates');
		return { ...template.body, id: `${template.id}-${at}` };
	});
}
