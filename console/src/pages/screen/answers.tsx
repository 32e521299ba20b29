import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ListView, Screened } from '../../../../contract/views-screening.ts';
import type { CallInput } from '../../client/call.ts';
import { formatCount, formatNumber, plural } from '../../display/format.ts';
import { ActionMark, ScoreMark } from '../../display/screening-marks.tsx';
import { entryKindWords } from '../../display/screening-words.ts';
import { describeEntry } from '../../screening/describe.ts';
import { ExplanationView } from '../../screening/explanation-view.tsx';
import { FactList } from '../../screening/facts.tsx';
import { InstructionFacts, todayText } from '../../screening/instruction.tsx';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';

type Props = { answer: Screened; asked: CallInput<'screen'>; lists: readonly ListView[] };

/** The answer: who it may be, best first, each with its reasons; or that nobody is, and what was asked. */
export function Answers({ answer, asked, lists }: Props) {
	const { hits } = answer;
	const [at, setAt] = useState(0);
	const element = useRef<HTMLOListElement>(null);
	const step = (by: 1 | -1) => {
		const next = Math.max(0, Math.min(hits.length - 1, at + by));
		setAt(next);
		element.current?.children[next]?.scrollIntoView({ block: 'start' });
	};
	useCommands([
		{ label: 'Next answer', group: 'Screen', shortcut: 'j', keyboardOnly: true, run: () => step(1) },
		{ label: 'Answer before', group: 'Screen', shortcut: 'k', keyboardOnly: true, run: () => step(-1) },
	]);
	const reaching = hits.filter(({ reaches }) => reaches).length;
	const who = asked.name ?? asked.identifier ?? asked.address ?? '';
	return (
		<>
			<div className="answers-head" role="status">
				<h2>
					{reaching === 0 ? 'Not listed: ' : `${plural(reaching, 'hit')}: `}
					<bdi dir="auto">{who}</bdi>
				</h2>
				<p className="muted">
					{reaching === 0 &&
						(hits.length === 0
							? 'Nothing on these lists is like it. '
							: 'What is below does not reach the threshold. ')}
					<Asked answer={answer} lists={lists} />
				</p>
			</div>
			<ol ref={element} className="answers-list">
				{hits.map((hit, index) => (
					<li
						key={`${hit.list} ${hit.entry.key}`}
						className={index === at ? 'panel answer current' : 'panel answer'}
						aria-current={index === at}
					>
						<Answer hit={hit} />
					</li>
				))}
			</ol>
		</>
	);
}

function Asked({ answer: { lists: asked, micros }, lists }: Pick<Props, 'answer' | 'lists'>) {
	const entries = asked.reduce((sum, list) => sum + list.entries, 0);
	const names = new Map(lists.map((list) => [list.id, list.name]));
	return (
		<span className="number">
			{asked.length === 0
				? 'No list was asked: none is loaded, or none is screened for this purpose.'
				: `Asked: ${asked.map(({ list, version }) => `${names.get(list) ?? list} version ${version}`).join(', ')}; ${formatCount(entries)} entries in ${formatNumber(micros / 1_000, 1)} ms.`}
		</span>
	);
}

function Answer({ hit }: { hit: Screened['hits'][number] }) {
	const mayReadLists = useAbility('list.read');
	const { entry, explanation, instruction } = hit;
	return (
		<>
			<header className="answer-head">
				<ScoreMark score={explanation.score} />
				<div>
					<h3>
						<bdi dir="auto">{hit.caption}</bdi>
						{!hit.reaches && <span className="chip answer-chip">below the threshold</span>}
					</h3>
					<p className="muted">
						{entryKindWords[entry.kind].one} on{' '}
						{mayReadLists ? (
							<Link
								to="/lists/$list"
								params={{ list: hit.list }}
								search={{ entry: entry.key }}
								preload={false}
							>
								{hit.listName}
							</Link>
						) : (
							hit.listName
						)}{' '}
						· <span className="mono">{entry.key}</span>
						{entry.programmes && entry.programmes.length > 0 && <> · {entry.programmes.join(', ')}</>}
					</p>
				</div>
				<ActionMark action={instruction.action} />
			</header>
			<div className="answer-body">
				<div>
					<p className="answer-sentence">{explanation.sentence}</p>
					<ExplanationView explanation={explanation} left="Asked" />
					<div className="answer-instruction">
						<InstructionFacts instruction={instruction} today={todayText()} />
					</div>
				</div>
				<div>
					<FactList description={describeEntry(entry)} />
				</div>
			</div>
		</>
	);
}
