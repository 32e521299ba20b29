/** A rule book on a database of its own, for the suite of rules: people, rules, and a pack as files. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Declaration } from '../../contract/records/declaration.ts';
import type { Rule } from '../../contract/rules.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import type { RuleDayTable } from '../../src/platform/tables-targeting.ts';
import { unitsOf } from '../../src/targeting/facts/units.ts';
import { openMemory } from '../../src/targeting/memory.ts';
import type { Actor } from '../../src/targeting/model.ts';
import { createRuleBook, type RuleBook } from '../../src/targeting/rulebook/operations.ts';
import { formatRuleFile, ruleFileOf } from '../../src/targeting/rulebook/rule-text.ts';
import { type Place, testClock } from './databases.ts';

export const ANA: Actor = { id: '00000000-0000-7000-8000-00000000000a', name: 'Ana Lyst' };
export const SUE: Actor = { id: '00000000-0000-7000-8000-00000000000b', name: 'Sue Pervisor' };
export const MACHINE: Actor = { id: 'local-operator', name: 'local-operator' };

/** A rule that fires on heavy declarations; its days are of the first day of the test clock. */
export const ruleOf = (id: string, more: Partial<Rule> = {}): Rule => ({
	id,
	title: `Rule ${id}`,
	reason: 'the declaration weighs {declaration.grossMassKg} kg',
	legalBasis: 'Customs Act, section 12',
	source: 'experience of an analyst',
	owner: 'targeting centre',
	subject: 'declaration',
	when: 'declaration.grossMassKg > 1000.0',
	effect: { kind: 'weight', weight: 0.3 },
	validFrom: '2026-03-01',
	validUntil: '2026-12-31',
	offices: [],
	tests: [
		{ name: 'heavy', facts: { 'declaration.grossMassKg': 2000 }, answers: {}, fires: true },
		{ name: 'light', facts: { 'declaration.grossMassKg': 2 }, answers: {}, fires: false },
	],
	...more,
});

type Day = Pick<
	RuleDayTable,
	'day' | 'fired' | 'inspected' | 'found' | 'errored' | 'minutes' | 'recovered' | 'last_error'
>;

export type RuleStage = {
	readonly clock: ReturnType<typeof testClock>;
	/** Takes out all rules and their counts, and the pack; the clock goes back to its first day. */
	empty(): Promise<void>;
	/** A rule book of its own on the same database, as another process would have. */
	open(): Promise<RuleBook>;
	/** Writes the pack that the next rule book finds. */
	writePack(...rules: readonly Rule[]): Promise<void>;
	writeFile(name: string, text: string): Promise<void>;
	/** Today by the clock, or so many days from it. */
	today(days?: number): string;
	/** Counts of a rule by day, and so many records a day that it could have fired on. */
	writeDays(rule: string, days: readonly Day[], of: { kind: string; records: number }): Promise<void>;
	countFrom(rule: string, day: string): Promise<void>;
	/** What a declaration with these members makes the first rule that fires stand for. */
	weightOn(book: RuleBook, declaration: Partial<Declaration>): number | null | undefined;
	close(): Promise<void>;
};

export async function openRuleStage(place: Place): Promise<RuleStage> {
	const at = await place.make();
	const database = await openDatabase(
		at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
	);
	let clock = testClock();
	const packFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-pack-'));
	const books: RuleBook[] = [];
	const write = (name: string, text: string) => writeFile(join(packFolder, name), text);
	return {
		get clock() {
			return clock;
		},
		empty: async () => {
			clock = testClock();
			await rm(packFolder, { recursive: true });
			await mkdir(packFolder);
			await database.script('truncate rule_version, rule_event, rule_backtest, rule_day, lane_day');
		},
		open: async () => {
			const book = createRuleBook({
				database,
				clock,
				packFolder,
				onFailure: (message, cause) => {
					throw new Error(message, { cause });
				},
			});
			books.push(book);
			await book.open();
			return book;
		},
		writePack: (...rules) => write('pack.json', formatRuleFile(ruleFileOf(rules))),
		writeFile: write,
		today: (days = 0) => new Date(clock.now() + days * 86_400_000).toISOString().slice(0, 10),
		writeDays: async (rule, days, { kind, records }) => {
			await database.kysely
				.insertInto('rule_day')
				.values(days.map((day) => ({ rule, ...day })))
				.execute();
			await database.kysely
				.insertInto('lane_day')
				.values(
					days.map(({ day }) => ({
						day,
						office: 'MT01',
						kind,
						lane: 'green',
						basis: 'none',
						records,
						inspected: 0,
						found: 0,
						recovered: 0,
					})),
				)
				.execute();
		},
		countFrom: async (rule, day) => {
			await database.kysely
				.updateTable('rule_version')
				.set({ counted_from: day })
				.where('id', '=', rule)
				.execute();
		},
		weightOn: (book, more) => {
			const record: Declaration = {
				kind: 'declaration',
				reference: 'D-1',
				function: 'original',
				direction: 'import',
				parties: [],
				items: [],
				...more,
			};
			const context = {
				record,
				version: 1,
				day: Math.floor(clock.now() / 86_400_000),
				nowMs: clock.now(),
				office: null,
				findings: [],
				hits: [],
				knowledge: openMemory(),
			};
			return book.current().evaluate(unitsOf(record, context), context).firings[0]?.weight;
		},
		close: async () => {
			for (const book of books) await book.close();
			await database.close();
			await at.dispose();
			await rm(packFolder, { recursive: true, force: true });
		},
	};
}
