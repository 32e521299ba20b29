/**
 * Evidence: what was compared besides names, both values, and how much each moved the score.
 * Effects are points in screening and binary logarithms of odds in resolution; bars are drawn to one scale within a table.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import { wordsOfFeature } from './screening-words.ts';
import './evidence.css';

type Props = {
	evidence: readonly Evidence[];
	/** What the two sides are called. */
	left?: string;
	right?: string;
	/** Least effect that fills the bar, so that a table of small effects does not look like one of large ones. */
	fullEffect?: number;
	/** Said above the table to screen readers. */
	caption?: string;
};

export function EvidenceTable({
	evidence,
	left = 'Record',
	right = 'List',
	fullEffect = 0.3,
	caption = 'Evidence',
}: Props) {
	if (evidence.length === 0) return <p className="evidence-none muted">Nothing else could be compared.</p>;
	const full = Math.max(fullEffect, ...evidence.map(({ effect }) => Math.abs(effect)));
	return (
		<table className="table evidence-table">
			<caption className="visually-hidden">{caption}</caption>
			<thead>
				<tr>
					<th scope="col">Evidence</th>
					<th scope="col">{left}</th>
					<th scope="col">{right}</th>
					<th scope="col" className="evidence-effect-head">
						Effect
					</th>
					<th scope="col">What it says</th>
				</tr>
			</thead>
			<tbody>
				{evidence.map((piece, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: pieces may be alike, and never move.
					<tr key={index}>
						<th scope="row">{wordsOfFeature(piece.feature)}</th>
						<Value text={piece.left} />
						<Value text={piece.right} />
						<td className="evidence-effect">
							<EffectBar effect={piece.effect} full={full} />
						</td>
						<td className="evidence-sentence">{piece.sentence}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Dates and numbers stay on one line. */
const SHORT = 16;

function Value({ text }: { text: string }) {
	return (
		<td className={text.length <= SHORT ? 'nowrap' : undefined}>
			<bdi>{text}</bdi>
		</td>
	);
}

/** A bar that grows to the right for what supports and to the left for what contradicts, with the signed figure. */
export function EffectBar({ effect, full }: { effect: number; full: number }) {
	const share = full === 0 ? 0 : Math.min(1, Math.abs(effect) / full);
	const width = share === 0 ? 0 : Math.max(1.5, share * 24);
	const way = effect > 0 ? 'supports' : effect < 0 ? 'contradicts' : 'neither';
	return (
		<span className={`effect effect-${way}`}>
			<svg className="effect-bar" viewBox="0 0 50 12" aria-hidden="true">
				<line x1="25" x2="25" y1="0" y2="12" />
				<rect x={effect < 0 ? 25 - width : 25} y="2" width={width} height="8" rx="1" />
			</svg>
			<span className="number">{formatEffect(effect, full)}</span>
			<span className="visually-hidden"> {way === 'neither' ? 'no effect' : way}</span>
		</span>
	);
}

/** Signed, with a true minus; small effects with two digits, large ones with one. */
export function formatEffect(effect: number, full: number): string {
	const digits = full < 2 ? 2 : 1;
	const text = Math.abs(effect).toFixed(digits);
	if (Number(text) === 0) return text;
	return `${effect < 0 ? '−' : '+'}${text}`;
}
