/**
 * How fast the line assesses declarations: rules of the pack over units and memory, features, model, and the memory taking
 * each one in. One thread, processor time; reading, validation and the store are measured by `bench pipeline`.
 */
import type { Declaration } from '../contract/records/declaration.ts';
import { builtInMappings } from '../src/intake/formats/csv/built-in-mappings.ts';
import { createCsvFormat } from '../src/intake/formats/csv/csv.ts';
import { DEFAULT_LIMITS } from '../src/intake/model.ts';
import { unitsOf } from '../src/targeting/facts/units.ts';
import { openMemory } from '../src/targeting/memory.ts';
import type { FeatureValues } from '../src/targeting/profile/model.ts';
import { readRulePack, SHIPPED_RULES, yearAfter } from '../src/targeting/rulebook/rule-pack.ts';
import { openRuleSet } from '../src/targeting/rules/open-rule-set.ts';
import type { Scorer } from '../src/targeting/trees/score.ts';

export type AssessFigures = {
	readonly perSecond: number;
	readonly rules: number;
	/** Microseconds of a declaration. */
	readonly stages: {
		readonly rules: number;
		readonly features: number;
		readonly model: number;
		readonly memory: number;
	};
};

const DAY_MS = 86_400_000;
/** Rows that the line gives to the model at once. */
const BATCH = 256;
/** Declarations that the memory has seen before the clock starts, so that there is something to look up. */
const BEFORE = 4_000;
const MOST = 16_000;

/**
 * @param text table of declarations that its mapping can read.
 * @returns undefined where no declaration could be read.
 */
export async function measureAssessing(text: string, scorer: Scorer): Promise<AssessFigures | undefined> {
	const records = declarationsOf(text).slice(0, MOST);
	if (records.length < 2 * BATCH) return undefined;
	const pack = await readRulePack(SHIPPED_RULES);
	const first = new Date(dayOf(records[0]!) * DAY_MS).toISOString().slice(0, 10);
	const rules = openRuleSet(
		pack.rules.map((rule) => ({
			rule: { ...rule, validFrom: first, validUntil: yearAfter(first) },
			version: 1,
		})),
		(rule) => (rule.effect.kind === 'weight' ? rule.effect.weight : null),
	);
	const memory = openMemory();
	const spent = { rules: 0, features: 0, model: 0, memory: 0 };
	const timed = <T>(stage: keyof typeof spent, work: () => T): T => {
		const cpu = process.cpuUsage();
		const result = work();
		const { user, system } = process.cpuUsage(cpu);
		spent[stage] += user + system;
		return result;
	};
	let counted = 0;
	for (let from = 0; from < records.length; from += BATCH) {
		const batch = records.slice(from, from + BATCH);
		if (from === Math.min(BEFORE, Math.floor(records.length / 2 / BATCH) * BATCH)) {
			for (const stage of ['rules', 'features', 'model', 'memory'] as const) spent[stage] = 0;
			counted = 0;
		}
		counted += batch.length;
		// By stage and not by record: asking for the processor time costs more than a stage of one record.
		const contexts = batch.map((record) => {
			const day = dayOf(record);
			return {
				record,
				version: 1,
				day,
				nowMs: day * DAY_MS,
				office: record.office ?? null,
				findings: [],
				hits: [],
				knowledge: memory,
			};
		});
		timed('rules', () => {
			for (const context of contexts) rules.evaluate(unitsOf(context.record, context), context);
		});
		const rows = timed('features', () =>
			contexts.flatMap(({ record, nowMs }): FeatureValues[] => memory.features(record, nowMs)),
		);
		timed('model', () => scorer.scoreRows(rows));
		timed('memory', () => {
			for (const { record, nowMs } of contexts) memory.see({ record, version: 1, atMs: nowMs, hits: [] });
		});
	}
	const micros = (stage: keyof typeof spent): number => Number((spent[stage] / counted).toFixed(1));
	const all = spent.rules + spent.features + spent.model + spent.memory;
	return {
		perSecond: Math.round((counted * 1e6) / all),
		rules: pack.rules.length,
		stages: {
			rules: micros('rules'),
			features: micros('features'),
			model: micros('model'),
			memory: micros('memory'),
		},
	};
}

const dayOf = (record: Declaration): number =>
	Math.floor(Date.parse(record.declaredOn ?? '2020-01-01') / DAY_MS);

function declarationsOf(text: string): Declaration[] {
	const reader = createCsvFormat(builtInMappings).open({ limits: DEFAULT_LIMITS, now: () => 0 });
	return [...reader.push(Buffer.from(text)), ...reader.end()].flatMap((reading) =>
		reading.outcome === 'record' && reading.record.kind === 'declaration' ? [reading.record] : [],
	);
}
