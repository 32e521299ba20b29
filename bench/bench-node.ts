/**
 * What a node does with a record before it is stored, without a database: findings of one document and across documents,
 * units, rules, features, memory. For measuring rules and models; nothing is screened, so there are no hits.
 */
import type { Finding } from '../contract/findings.ts';
import type { Outcome } from '../contract/records/outcome.ts';
import type { BorderRecord } from '../contract/records/record.ts';
import { type Prepared, prepare } from '../src/intake/prepare.ts';
import { crossCheck, type Related } from '../src/intake/validate/across-documents.ts';
import { lateness } from '../src/intake/validate/version.ts';
import { unitsOf } from '../src/targeting/facts/units.ts';
import { type Memory, openMemory } from '../src/targeting/memory.ts';
import type { Firing } from '../src/targeting/model.ts';
import type { FeatureValues } from '../src/targeting/profile/model.ts';
import type { RuleSet } from '../src/targeting/rules/engine.ts';
import { documentName } from '../src/values/content-key.ts';
import { noReferenceLists } from '../src/values/reference-lists.ts';

export type BenchAssessment = {
	readonly record: BorderRecord;
	readonly version: number;
	readonly atMs: number;
	readonly body: string;
	readonly findings: readonly Finding[];
	readonly firings: readonly Firing[];
	/** Rules that failed. */
	readonly failed: readonly string[];
	/** Of each line of goods; empty where nobody wants them. */
	readonly features: readonly FeatureValues[];
};

export type BenchNode = {
	readonly memory: Memory;
	/** @returns undefined for a repetition and for an outcome. */
	take(record: BorderRecord, atMs: number): BenchAssessment | undefined;
};

const DAY_MS = 86_400_000;
/** Documents that share an identifier and are looked at. */
const MOST_RELATED = 50;

type Kept = Related & { readonly atMs: number; readonly version: number; readonly content: string };

export function openBenchNode(
	rules: RuleSet,
	onOutcome: (outcome: Outcome, atMs: number) => void,
): BenchNode {
	const memory = openMemory();
	const heads = new Map<string, Kept>();
	const byKey = new Map<number, Kept[]>();

	function relatedOf({ lookups }: Prepared, atMs: number): Related[] {
		const related = new Set<Kept>();
		for (const { hash, kinds, daysBack } of lookups)
			for (const each of byKey.get(hash) ?? [])
				if (kinds.includes(each.record.kind) && each.atMs >= atMs - daysBack * DAY_MS) related.add(each);
		return [...related].filter((each) => heads.get(each.id) === each);
	}

	return {
		memory,
		take(record, atMs) {
			const receivedAt = new Date(atMs).toISOString();
			const prepared = prepare(
				{
					outcome: 'record',
					format: 'record-json',
					record,
					findings: [],
					place: { message: 1, offset: 0, words: '' },
				},
				receivedAt.slice(0, 10),
				noReferenceLists,
			);
			const before = heads.get(prepared.identity);
			if (before?.content === prepared.content) return undefined;
			const findings = [...prepared.findings];
			if (before !== undefined) findings.push(...lateChange(before.record, record, receivedAt));
			const related = relatedOf(prepared, atMs);
			if (related.length > 0) findings.push(...crossCheck(record, related, { receivedAt }));
			const version = (before?.version ?? 0) + 1;
			const kept: Kept = {
				id: prepared.identity,
				record,
				receivedAt,
				atMs,
				version,
				content: prepared.content,
			};
			heads.set(prepared.identity, kept);
			for (const key of prepared.keys) {
				const sharing = byKey.get(key) ?? [];
				sharing.push(kept);
				if (sharing.length > MOST_RELATED) sharing.shift();
				byKey.set(key, sharing);
			}
			const seen = { record, version, atMs, hits: [] };
			if (record.kind === 'outcome') {
				const subject = heads.get(documentName(record.subject.kind, record.subject.reference));
				if (subject !== undefined && record.result !== 'not-carried-out')
					memory.learn(
						{ record: subject.record, version: subject.version, atMs: subject.atMs, hits: [] },
						record.result !== 'nothing-found',
					);
				memory.see(seen);
				onOutcome(record, atMs);
				return undefined;
			}
			const context = {
				record,
				version,
				day: Math.floor(atMs / DAY_MS),
				nowMs: atMs,
				office: prepared.summary.office,
				findings,
				hits: [],
				knowledge: memory,
			};
			const { firings, failures } = rules.evaluate(unitsOf(record, context), context);
			const features = memory.features(record, atMs);
			memory.see(seen);
			return {
				record,
				version,
				atMs,
				body: prepared.body,
				findings,
				firings,
				failed: failures.map(({ rule }) => rule),
				features,
			};
		},
	};
}

/** A late change as the line finds it; what changed is not told, since rules ask only whether. */
function lateChange(before: BorderRecord, after: BorderRecord, receivedAt: string): Finding[] {
	const late = lateness(before, after, receivedAt);
	return late === null
		? []
		: [{ code: 'version.late-change', severity: 'warning', place: '', sentence: `Changed ${late}.` }];
}
