/**
 * Questions that people and machines ask of the lists: one, or a file of them. Nothing is stored.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import type { Mention } from '../mentions/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { CurrentLists } from './current-lists.ts';
import { screenMention } from './engine/explain.ts';
import type { EngineHit } from './engine/model.ts';
import { formatAnswerRow, openQuestionRows, type RowQuestion } from './lists/question-rows.ts';
import { mentionOfQuestion, mentionOfRow } from './question.ts';
import { explanationOf } from './raise-hits.ts';

/** @throws TidewaiterError invalid-input */
export function ask(current: CurrentLists, input: InputOf<'screen'>, clock: Clock): OutputOf<'screen'> {
	const mention = mentionOfQuestion(input);
	if (
		mention.names.length +
			mention.identifiers.length +
			(mention.addresses?.length ?? 0) +
			(mention.phones?.length ?? 0) +
			(mention.emails?.length ?? 0) ===
		0
	)
		throw new TidewaiterError('invalid-input', 'There is nothing to ask about.', {
			place: 'name',
			remedy: 'Give a name, a number or an address.',
		});
	const wanted = listsOf(current, input.lists);
	const own = current.thresholdFor(input.purpose);
	const started = clock.monotonic();
	const hits = screenMention(current.index, mention, {
		threshold: (list) => (wanted.has(list) ? (input.threshold ?? own(list)) : Number.POSITIVE_INFINITY),
		limit: input.limit,
	});
	const micros = (clock.monotonic() - started) * 1_000;
	return {
		hits: hits.flatMap((hit) => {
			const entry = current.entryOf(hit.list, hit.key);
			if (entry === undefined) return [];
			return [
				{
					list: hit.list,
					listName: current.lists.get(hit.list)?.name ?? hit.list,
					entry,
					caption: current.captionOf(hit.list, hit.key),
					explanation: explanationOf(hit),
					instruction: current.instructionOf(hit.list, hit.key),
					reaches: hit.score >= own(hit.list),
				},
			];
		}),
		lists: [...wanted].map((id) => ({
			list: id,
			version: current.lists.get(id)?.activeVersion ?? 0,
			entries: current.countOf(id),
		})),
		micros,
	};
}

function listsOf(current: CurrentLists, wanted: string | undefined): Set<string> {
	const active = [...current.lists.values()]
		.filter(({ activeVersion }) => activeVersion !== null)
		.map(({ id }) => id);
	if (wanted === undefined) return new Set(active);
	const asked = wanted.split(',').map((id) => id.trim());
	const unknown = asked.find((id) => !active.includes(id));
	if (unknown !== undefined)
		throw new TidewaiterError('invalid-input', `No list ${unknown} is in force.`, {
			place: 'lists',
			remedy: active.length === 0 ? 'Load a list first.' : `There are: ${active.join(', ')}.`,
		});
	return new Set(asked);
}

const ANSWER_COLUMNS = [
	'line',
	'name',
	'score',
	'list',
	'entry',
	'caption',
	'programmes',
	'action',
	'reason',
] as const;
/** Longest time that a file keeps the event loop to itself, in milliseconds. */
const MAX_BREATH_MS = 10;

/** @throws TidewaiterError unreadable, before the first line of the answer */
export async function* answerRows(
	current: CurrentLists,
	input: InputOf<'screenBatch'>,
	body: AsyncIterable<Uint8Array>,
	clock: Clock,
): AsyncGenerator<string> {
	const rows = openQuestionRows();
	const own = current.thresholdFor(input.purpose);
	let headed = false;
	let breathedAt = clock.monotonic();
	const answer = function* (questions: readonly RowQuestion[]): Generator<string> {
		if (rows.refused !== undefined)
			throw new TidewaiterError('unreadable', rows.refused.reason, {
				place: 'line 1',
				remedy: rows.refused.remedy,
			});
		if (!headed && input.answer === 'csv') yield `${ANSWER_COLUMNS.join(',')}\n`;
		headed = true;
		for (const question of questions) {
			const mention = mentionOfRow(question);
			const hits =
				mention === undefined
					? []
					: screenMention(current.index, mention, {
							threshold: (list) => input.threshold ?? own(list),
							limit: 10,
						});
			if (hits.length === 0 && !input.all) continue;
			yield input.answer === 'csv'
				? csvLines(current, question, mention, hits)
				: jsonLine(current, question, mention, hits);
		}
	};
	for await (const chunk of body) {
		for (const line of answer(rows.push(chunk))) {
			yield line;
			if (clock.monotonic() - breathedAt < MAX_BREATH_MS) continue;
			await new Promise((resolve) => setImmediate(resolve));
			breathedAt = clock.monotonic();
		}
	}
	yield* answer(rows.end());
}

const nameOf = (mention: Mention | undefined): string =>
	mention?.names[0]?.full ?? mention?.identifiers[0]?.value ?? '';

const csvLines = (
	current: CurrentLists,
	{ line }: RowQuestion,
	mention: Mention | undefined,
	hits: readonly EngineHit[],
): string =>
	(hits.length === 0
		? [
				[
					String(line),
					nameOf(mention),
					'',
					'',
					'',
					'',
					'',
					'',
					mention === undefined ? 'the row asks nothing' : 'no hit',
				],
			]
		: hits.map((hit) => [
				String(line),
				nameOf(mention),
				hit.score.toFixed(3),
				hit.list,
				hit.key,
				current.captionOf(hit.list, hit.key),
				(current.entryOf(hit.list, hit.key)?.programmes ?? []).join(' '),
				current.instructionOf(hit.list, hit.key).action,
				hit.sentence,
			])
	)
		.map(formatAnswerRow)
		.join('');

const jsonLine = (
	current: CurrentLists,
	{ line }: RowQuestion,
	mention: Mention | undefined,
	hits: readonly EngineHit[],
): string =>
	`${JSON.stringify({
		line,
		name: nameOf(mention),
		hits: hits.map((hit) => ({
			score: hit.score,
			list: hit.list,
			entry: hit.key,
			caption: current.captionOf(hit.list, hit.key),
			instruction: current.instructionOf(hit.list, hit.key),
			explanation: explanationOf(hit),
		})),
	})}\n`;
