/** Two names part by part: what stands against what, how it matches, and how much of the score it decides. */
import type { Explanation } from '../../../contract/views-screening.ts';
import { formatPercent } from './format.ts';
import { wordsOfMatch } from './screening-words.ts';
import './evidence.css';

type Names = NonNullable<Explanation['names']>;
type Part = Names['parts'][number];

type Props = {
	names: Names;
	/** What the two sides are called. */
	left?: string;
	right?: string;
	/** Where a sentence that says the same stands beside it already. */
	withoutSentence?: boolean;
};

export function NameComparison({ names, left = 'Record', right = 'List', withoutSentence = false }: Props) {
	const heaviest = Math.max(0.01, ...names.parts.map(({ weight }) => weight));
	return (
		<div className="names">
			<div className="names-grid">
				<div className="names-sides" aria-hidden="true">
					<span>{left}</span>
					<span />
					<span>{right}</span>
				</div>
				<ol className="names-parts" aria-label={`${left}: ${names.left}. ${right}: ${names.right}.`}>
					{names.parts.map((part, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: parts may be alike, and never move.
						<li key={index} className={`names-part names-${toneOf(part)}`} title={titleOf(part)}>
							<Side words={part.left} />
							<span className="names-how">
								{wordsOfMatch(part.how)}
								{part.similarity > 0 && part.similarity < 0.995 && (
									<span className="number"> {part.similarity.toFixed(2)}</span>
								)}
							</span>
							<Side words={part.right} />
							<span className="names-weight" aria-hidden="true">
								<span style={{ width: `${(part.weight / heaviest) * 100}%` }} />
							</span>
						</li>
					))}
				</ol>
			</div>
			{!withoutSentence && (
				<p className="names-sentence">
					<span className="number">{names.score.toFixed(2)}</span> {names.sentence}
				</p>
			)}
		</div>
	);
}

function Side({ words }: { words: readonly string[] }) {
	if (words.length === 0)
		return (
			<span className="names-word muted">
				–<span className="visually-hidden">nothing</span>
			</span>
		);
	return (
		<bdi className="names-word" dir="auto">
			{words.join(' ')}
		</bdi>
	);
}

/** Alike, near, missing on one side, different: told by word too, never by colour alone. */
function toneOf({ how, left, right, similarity }: Part): 'same' | 'near' | 'missing' | 'different' {
	if (how === 'missing' || left.length === 0 || right.length === 0) return 'missing';
	if (how === 'different') return 'different';
	return similarity >= 0.995 ? 'same' : 'near';
}

const titleOf = ({ similarity, weight }: Part): string =>
	`Similarity ${similarity.toFixed(2)}; decides ${formatPercent(weight)} of the name`;
