/** A rule book on a database of its own, for the suite of rules: people, rules, and a pack as files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule } from '../../contract/rules.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import type { Database } from '../../src/platform/database/port.ts';
import type { Actor } from '../../src/targeting/model.ts';
import { createRuleBook, type RuleBook } from '../../src/targeting/rulebook/operations.ts';
import { formatRuleFile, ruleFileOf } from '../../src/targeting/rulebook/rule-text.ts';
import type { Place } from './databases.ts';
import { testClock } from './databases.ts';

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

export type RuleStage = {
	readonly database: Database;
	readonly clock: ReturnType<typeof testClock>;
	readonly packFolder: string;
	/** A rule book of its own on the same database, as another process would have. */
	open(): Promise<RuleBook>;
	/** Writes the pack that the next rule book finds. */
	writePack(...rules: readonly Rule[]): Promise<void>;
	close(): Promise<void>;
};

export async function openRuleStage(place: Place): Promise<RuleStage> {
	const at = await place.make();
	const database = await openDatabase(
		at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
	);
	const clock = testClock();
	const packFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-pack-'));
	const books: RuleBook[] = [];
	return {
		database,
		clock,
		packFolder,
		open: async () => {
			const book = createRuleBook({
				database,
				clock,
				packFolder,
				onFailure: (message, cause) => {
					throw new Error(message, { cause });
				},
			});
			await book.open();
			books.push(book);
			return book;
		},
		writePack: (...rules) => writeFile(join(packFolder, 'pack.json'), formatRuleFile(ruleFileOf(rules))),
		close: async () => {
			for (const book of books) await book.close();
			await database.close();
			await at.dispose();
			await rm(packFolder, { recursive: true, force: true });
		},
	};
}
