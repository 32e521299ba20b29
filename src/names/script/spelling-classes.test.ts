/** Spellings of one name meet; names that differ stay apart; the class of a class is itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingClass } from './spelling-classes.ts';

const meet = `mohamed muhammad mohammed | hussein hussain husayn husain | youssef yousef yosef | abdullah abdulla | dawood daoud dawud
	| zhukov jukov joukov | petrov petroff petrow | tchaikovsky chaikovski tschaikowsky | rachid rashid | omar umar oumar
	| marwan marouan marouane | philippe philip filip filipp | nikolay nikolai | sergey sergei | maria mariya marija | natalia natalya nataliya
	| katharina katarina catarina | wiktoria victoria viktoria | akhmed achmed ahmed ahmad | eduard edward edvard | xenia ksenia kseniya
	| dhaka daka | khrushchev khrouchtchev | schmidt shmidt | jamal djamal | naguib nagib | yuri iouri
	| said saeed sayid | milosevic milosevich`;
const apart = `zhang zheng | chen shen | chan chen | lee lin | ali alia | ivan iwona | jane jan | hassan hussein | omar amir | maria mario
	| karim kamal | wang wong | kim kam | john jan | peter pavel`;

const groups = (block: string) => block.split('|').map((group) => group.trim().split(/\s+/));

describe('spellingClass', () => {
	it.each(groups(meet))('%s and its like meet', (...names) => {
		expect([...new Set(names.map(spellingClass))]).toHaveLength(1);
	});

	it.each(groups(apart))('%s is not %s', (left, right) => {
		expect(spellingClass(left!)).not.toBe(spellingClass(right!));
	});

	it('is idempotent, never longer, and in the same alphabet', () => {
		const latin = fc.string({
			unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzaeiouhhh0 '"),
			maxLength: 24,
		});
		fc.assert(
			fc.property(latin, (word) => {
				const sound = spellingClass(word);
				expect(spellingClass(sound)).toBe(sound);
				expect(sound.length).toBeLessThanOrEqual(word.length);
				expect(sound).toMatch(/^[a-z0-9 ]*$/);
			}),
			{ seed: 12, numRuns: 3000 },
		);
	});

	it('takes time in proportion to the length of any word', () => {
		const before = process.cpuUsage();
		for (const unit of ['schtsch', 'aou', 'gh', 'eieiyji', 'kskh', 'wu', 'bcd'])
			spellingClass(unit.repeat(2000));
		expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
	});
});
