/**
 * FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes them. In: the lines, twice: facts that belong to
 * another entity (passports, sanctions, addresses) are gathered first, because they stand anywhere in the file. Out: entries,
 * in the order of the file. Memory: the gathered facts, which are bounded; entries are handed on as they come.
 */
import type { ListLimits, ProblemSheet, TakeEntry } from '../model.ts';
import { entryOfFtm, holdersOf } from './facts.ts';
import { type FtmEntity, parseFtmLine } from './line.ts';
import { ENTRY_KINDS, FACT_HOLDERS, PASSED_OVER } from './schemata.ts';

const REMEDY = 'Load the file as it is published.';
const MOST_UNKNOWN_SCHEMATA = 100;

export type FtmReader = {
	/** First pass: keeps what belongs to another entity. */
	gather(line: string, number: number): void;
	/** Second pass: gives the entries; false where no more are wanted. */
	read(line: string, number: number): boolean;
	/** Says what the file held that is not known. */
	end(): void;
};

/** What an entity says, as short as it can be said, in a text that shares nothing with the line. */
const compact = ({ schema, properties }: FtmEntity): string =>
	JSON.stringify({ id: '-', schema, properties: Object.fromEntries(properties) });

/** Opens a reader for both passes. */
export function openFtmReader(limits: ListLimits, sheet: ProblemSheet, take: TakeEntry): FtmReader {
	/**
	 * Facts by the entity that they belong to; addresses by their own identifier, since others name them. Kept as text of
	 * their own: as objects they take ten times the memory, and a piece of a chunk would keep all of the chunk.
	 */
	const facts = new Map<string, string[]>();
	const addresses = new Map<string, string>();
	const keys = new Set<string>();
	const unknown = new Map<string, number>();
	let waitingChars = 0;
	let entries = 0;
	let full = false;

	/** Lines that cannot hold such a fact are not parsed in the first pass. */
	const mayWait = (line: string): boolean =>
		line.includes('"Address"') || [...FACT_HOLDERS.keys()].some((schema) => line.includes(`"${schema}"`));

	return {
		gather(line, number) {
			if (full || !mayWait(line)) return;
			const entity = parseFtmLine(line, limits.maxDepth);
			if (typeof entity === 'string') return;
			const isAddress = entity.schema === 'Address';
			const holders = holdersOf(entity);
			if (!isAddress && holders.length === 0) return;
			waitingChars += line.length;
			if (waitingChars > limits.maxWaitingChars) {
				full = true;
				sheet.add(
					`line ${number}`,
					'passports, sanctions and addresses fill the memory that is set aside for them; further ones were left out',
					'Raise the limit, or load the nested form of the list.',
				);
				return;
			}
			const text = compact(entity);
			if (isAddress) addresses.set(entity.id, text);
			for (const holder of holders) {
				const known = facts.get(holder);
				if (known === undefined) facts.set(holder, [text]);
				else known.push(text);
			}
		},
		read(line, number) {
			if (line.trim() === '') return true;
			const place = `line ${number}`;
			const entity = parseFtmLine(line, limits.maxDepth);
			if (typeof entity === 'string') {
				sheet.add(place, entity, REMEDY);
				return true;
			}
			if (!ENTRY_KINDS.has(entity.schema)) {
				const isKnown =
					PASSED_OVER.has(entity.schema) || FACT_HOLDERS.has(entity.schema) || entity.schema === 'Address';
				if (!isKnown && (unknown.size < MOST_UNKNOWN_SCHEMATA || unknown.has(entity.schema)))
					unknown.set(entity.schema, (unknown.get(entity.schema) ?? 0) + 1);
				return true;
			}
			// Relatives and owners that are in the file to explain a link are not listed themselves.
			if (entity.target === false) return true;
			if (keys.has(entity.id)) {
				sheet.add(place, `${entity.id.slice(0, 100)} is in the file twice; the first was kept`, REMEDY);
				return true;
			}
			if (++entries > limits.maxEntries) {
				sheet.add(place, `more than ${limits.maxEntries} entries; the rest was not read`, 'Raise the limit.');
				return false;
			}
			keys.add(entity.id);
			const named = (entity.properties.get('addressEntity') ?? []).flatMap((id) => addresses.get(id) ?? []);
			const others = [...(facts.get(entity.id) ?? []), ...named].flatMap((text) => {
				const other = parseFtmLine(text, limits.maxDepth);
				return typeof other === 'string' ? [] : [other];
			});
			const entry = entryOfFtm(entity, others, place, sheet);
			return entry === undefined || take(entry);
		},
		end() {
			for (const [schema, count] of unknown)
				sheet.add(
					`schema ${schema.slice(0, 60)}`,
					`${count} entities of a schema that is not known were left out`,
					'Nothing to do, unless they should be screened against.',
				);
		},
	};
}
