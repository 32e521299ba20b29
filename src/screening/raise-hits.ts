/**
 * What the engine found about a mention, as a hit to write: open, or dismissed where an analyst's word still holds.
 * Intake and screening of what is stored use the same.
 */
import type { Explanation } from '../../contract/views-screening.ts';
import type { StoredMention } from '../mentions/model.ts';
import type { Database } from '../platform/database/port.ts';
import type { CurrentLists } from './current-lists.ts';
import { screenMention } from './engine/explain.ts';
import type { EngineHit } from './engine/model.ts';
import type { RaisedHit } from './model.ts';
import { type Dismissal, findDismissals } from './store/dismissals.ts';

/** Most hits of one mention: more than so many entries of one name say that the name says nothing. */
const MOST_HITS = 25;

/** A mention, and the hits that the engine found for it. */
export type FoundHits = { readonly mention: StoredMention; readonly hits: readonly EngineHit[] };

/** Hits of a mention that reach the thresholds for its purpose, best first. */
export const findHits = (current: CurrentLists, stored: StoredMention): readonly EngineHit[] =>
	screenMention(current.index, stored.mention, {
		threshold: current.thresholdFor(stored.purpose),
		limit: MOST_HITS,
	});

export const explanationOf = ({ score, names, evidence, sentence }: EngineHit): Explanation => ({
	score,
	names:
		names === undefined
			? null
			: {
					left: names.left,
					right: names.right,
					score: names.comparison.score,
					parts: names.comparison.parts.map((part) => ({
						...part,
						left: [...part.left],
						right: [...part.right],
					})),
					sentence: names.comparison.sentence,
				},
	evidence: [...evidence],
	sentence,
});

/** What was found, as hits to write. Asks the store for analysts' words about the same side or the same name. */
export async function raiseHits(
	database: Database,
	current: CurrentLists,
	found: readonly FoundHits[],
): Promise<RaisedHit[]> {
	const dismissals = await findDismissals(
		database.kysely,
		found.map(({ mention }) => mention.side),
		found.map(({ mention }) => mention.subject),
	);
	return found.flatMap(({ mention, hits }) => {
		const about = dismissals.filter(
			({ side, subject }) => side === mention.side || subject === mention.subject,
		);
		return hits.map((hit) => toRaised(current, mention, hit, about));
	});
}

/** @param dismissals that hold for the side of the mention, or for somebody of the same name. */
function toRaised(
	current: CurrentLists,
	stored: StoredMention,
	hit: EngineHit,
	dismissals: readonly Dismissal[],
): RaisedHit {
	const entryContent = current.contentOf(hit.list, hit.key);
	const about = dismissals.filter(({ list, entry }) => list === hit.list && entry === hit.key);
	const holds = about.find((each) => each.side === stored.side && each.entryContent === entryContent);
	const [other] = about;
	return {
		mention: stored.key,
		list: hit.list,
		entry: hit.key,
		entryContent,
		score: hit.score,
		explanation: explanationOf(hit),
		state: holds === undefined ? 'open' : 'dismissed',
		reason:
			holds?.reason ?? (other === undefined ? null : `${whyNot(other, stored)} It said: “${other.reason}”.`),
		instruction: current.instructionOf(hit.list, hit.key),
		purpose: stored.purpose,
	};
}

/** Why an earlier word is not this one's. */
function whyNot({ actor, at, side }: Dismissal, stored: StoredMention): string {
	const day = at.toISOString().slice(0, 10);
	return side === stored.side
		? `${actor} dismissed this on ${day}; the entry has changed since, so that ended.`
		: `${actor} dismissed somebody of this name on ${day}; this record says something else of the person, so it does not hold here.`;
}
