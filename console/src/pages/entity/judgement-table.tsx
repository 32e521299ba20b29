/** Judgements about the mentions of an entity: which two, what was said, by whom, and the evidence of the one shown. */
import { Button } from '@blueprintjs/core';
import { ChevronDown, ChevronRight } from '@blueprintjs/icons';
import { Fragment, useEffect, useRef } from 'react';
import type { EntityDetail, Judgement } from '../../../../contract/views-resolution.ts';
import { EvidenceTable } from '../../display/evidence.tsx';
import { Instant } from '../../display/instant.tsx';
import { FULL_EFFECT_BITS } from '../../judging/candidate-view.tsx';
import { formatProbability } from '../../judging/candidate-words.ts';
import { judgedByWords, verdictWords } from '../../judging/verdict-words.ts';
import type { Link } from './links.ts';

type Props = {
	detail: EntityDetail;
	judgements: readonly Judgement[];
	links: readonly Link[];
	at: string | undefined;
	onAt: (judgement: string | undefined) => void;
	onCompare: (left: string, right: string) => void;
	/** For whoever may take a judgement back. */
	onUndo?: (judgement: Judgement) => void;
};

export function JudgementTable({ detail, judgements, links, at, onAt, onCompare, onUndo }: Props) {
	const numbers = new Map(detail.mentions.map(({ key }, index) => [key, index + 1]));
	const alone = new Set(links.filter((link) => link.holdsAlone).map(({ judgement }) => judgement.id));
	if (judgements.length === 0) return <p className="muted links-none">Nobody has judged its mentions.</p>;
	return (
		<div className="table-scroll">
			<table className="table judgements" aria-label="Judgements">
				<thead>
					<tr>
						<th className="opener">
							<span className="visually-hidden">Evidence</span>
						</th>
						<th>Mentions</th>
						<th>Verdict</th>
						<th>By</th>
						<th>When</th>
						<th>Why</th>
						<th>
							<span className="visually-hidden">Take back</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{judgements.map((judgement) => (
						<JudgementRows
							key={judgement.id}
							judgement={judgement}
							numbers={numbers}
							holdsAlone={alone.has(judgement.id)}
							isOpen={judgement.id === at}
							onToggle={() => onAt(judgement.id === at ? undefined : judgement.id)}
							onCompare={() => onCompare(judgement.left.key, judgement.right.key)}
							onUndo={onUndo && judgement.undoneAt === null ? () => onUndo(judgement) : undefined}
						/>
					))}
				</tbody>
			</table>
		</div>
	);
}

type RowsProps = {
	judgement: Judgement;
	numbers: ReadonlyMap<string, number>;
	holdsAlone: boolean;
	isOpen: boolean;
	onToggle: () => void;
	onCompare: () => void;
	onUndo: (() => void) | undefined;
};

function JudgementRows(props: RowsProps) {
	const { judgement, numbers, holdsAlone, isOpen, onToggle, onCompare, onUndo } = props;
	const { left, right, verdict, by, judge, at, probability, evidence, reason, undoneAt } = judgement;
	const row = useRef<HTMLTableRowElement>(null);
	useEffect(() => {
		if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
	}, [isOpen]);
	const name = [undoneAt ? 'judgement-undone' : '', isOpen ? 'current' : ''].join(' ').trim();
	// What a person wrote is read whole; what the model says of itself is whole in the evidence.
	const isShort = by !== 'person' && undoneAt === null;
	const pair = `${nameOf(left, numbers)} and ${nameOf(right, numbers)}`;
	return (
		<Fragment>
			<tr ref={row} className={name || undefined}>
				<td className="opener">
					<button type="button" aria-expanded={isOpen} aria-label={`Evidence: ${pair}`} onClick={onToggle}>
						{isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
					</button>
				</td>
				<td className="judgement-pair">
					<bdi>{nameOf(left, numbers)}</bdi> – <bdi>{nameOf(right, numbers)}</bdi>
					{holdsAlone && (
						<span className="chip chip-warning" title="Without it the entity splits">
							holds alone
						</span>
					)}
				</td>
				<td className="nowrap">{verdictWords[verdict].name}</td>
				<td className="nowrap" title={judgedByWords[by].meaning}>
					{by === 'person' ? (judge ?? 'a person') : judgedByWords[by].name}
					{probability !== null && <span className="muted number"> {formatProbability(probability)}</span>}
				</td>
				<td className="nowrap">
					<Instant at={at} />
				</td>
				<td
					className={isShort ? 'judgement-reason short' : 'judgement-reason'}
					title={isShort ? reason : undefined}
				>
					{reason}
					{undoneAt && (
						<span className="judgement-back">
							Taken back <Instant at={undoneAt} /> by {judgement.undoneBy ?? 'the model'}:{' '}
							{judgement.undoneReason ?? 'no reason was given'}
						</span>
					)}
				</td>
				<td className="nowrap judgement-undo">
					{onUndo && (
						<Button size="small" variant="minimal" onClick={onUndo} title="t">
							Take back
						</Button>
					)}
				</td>
			</tr>
			{isOpen && (
				<tr className="opened">
					<td colSpan={7}>
						{evidence.length === 0 ? (
							<p className="muted judgement-bare">It stands on its reason alone.</p>
						) : (
							<EvidenceTable
								evidence={evidence}
								left={left.caption}
								right={right.caption}
								fullEffect={FULL_EFFECT_BITS}
								caption={`Evidence: ${pair}`}
							/>
						)}
						<button type="button" className="place-button" onClick={onCompare} title="c">
							Compare all that both say
						</button>
					</td>
				</tr>
			)}
		</Fragment>
	);
}

/** The number of a mention of this entity, or the caption of one that is not in it. */
function nameOf(side: Judgement['left'], numbers: ReadonlyMap<string, number>): string {
	const number = numbers.get(side.key);
	return number === undefined ? side.caption : String(number);
}
