/** One hit in full: who was found, why, what the list asks for, both sides, records, history, and the decision. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HitDetail as Detail, HitSummary } from '../../../../contract/views-screening.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { HitStateMark, ScoreMark } from '../../display/screening-marks.tsx';
import { entryKindWords, purposeWords } from '../../display/screening-words.ts';
import { kindWords, spell } from '../../display/words.ts';
import { ShareLink } from '../../exchanging/share-link.tsx';
import { describeEntry, describeMention, listedFacts, wordsOfMentionKind } from '../../screening/describe.ts';
import { ExplanationView } from '../../screening/explanation-view.tsx';
import { FactList, SidesTable } from '../../screening/facts.tsx';
import { InstructionFacts, todayText } from '../../screening/instruction.tsx';
import { useAbility } from '../../shell/session.ts';
import { DecidePanel } from './decide-panel.tsx';
import type { Decision } from './decisions.ts';
import './hit.css';

type Props = {
	detail: Detail;
	/** Beside the list it leads to the page of its own; there it leads nowhere. */
	isPage?: boolean;
	onDecided: (decided: HitSummary, decision: Decision) => void;
};

export function HitDetail({ detail, isPage = false, onDecided }: Props) {
	const { summary, explanation } = detail;
	const entry = describeEntry(detail.entry);
	return (
		<>
			<div className="hit-scroll">
				<HitHead hit={summary} isPage={isPage} />
				<div className="panel">
					<InstructionFacts instruction={summary.instruction} today={todayText()} />
				</div>
				<div className="hit-columns">
					<div>
						<Panel title="Why it is a hit" place="why">
							<p className="hit-sentence">{explanation.sentence}</p>
							<ExplanationView explanation={explanation} />
						</Panel>
						<Records detail={detail} />
						<History detail={detail} />
					</div>
					<div>
						<Panel title="Side by side" place="sides">
							<SidesTable
								left={describeMention(detail.mention)}
								right={entry}
								leftTitle={`Record: ${wordsOfMentionKind(summary.mention.kind).toLowerCase()}`}
								rightTitle={`${summary.listName}: ${entryKindWords[summary.entry.kind].one.toLowerCase()}`}
								compared={explanation.names}
							/>
						</Panel>
						<Panel
							title="More of the entry"
							place="rest"
							note={
								<EntryLink hit={summary}>
									<span className="mono">{summary.entry.key}</span>
								</EntryLink>
							}
						>
							{listedFacts.some((id) => entry[id] !== undefined) ? (
								<FactList description={entry} only={listedFacts} />
							) : (
								<p className="hit-none muted">The list says no more.</p>
							)}
						</Panel>
					</div>
				</div>
			</div>
			<DecidePanel key={summary.id} hit={summary} onDecided={onDecided} />
		</>
	);
}

type PanelProps = { title: string; place: 'why' | 'sides' | 'rest'; note?: ReactNode; children: ReactNode };

function Panel({ title, place, note, children }: PanelProps) {
	return (
		<section className={`panel hit-panel hit-${place}`}>
			<div className="panel-head">
				<h2>{title}</h2>
				<span className="muted">{note}</span>
			</div>
			{children}
		</section>
	);
}

function HitHead({ hit, isPage }: { hit: HitSummary; isPage: boolean }) {
	const Heading = isPage ? 'h1' : 'h2';
	return (
		<header className="hit-head">
			<ScoreMark score={hit.score} />
			<div className="hit-title">
				<Heading>
					<bdi dir="auto">{hit.mention.caption}</bdi>
					<span className="muted"> may be </span>
					<bdi dir="auto">{hit.entry.caption}</bdi>
				</Heading>
				<p className="muted">
					<HitStateMark state={hit.state} /> <EntryLink hit={hit}>{hit.listName}</EntryLink>
					{hit.entry.programmes.length > 0 && <> · {hit.entry.programmes.join(', ')}</>} ·{' '}
					{purposeWords[hit.purpose].name.toLowerCase()} · raised <Instant at={hit.raisedAt} />
				</p>
			</div>
			{hit.record && <ShareLink record={hit.record.id} group="Hit" />}
			{!isPage && (
				<Link
					to="/hits/$id"
					params={{ id: hit.id }}
					className="hit-own"
					title="This hit on a page of its own (Enter)"
				>
					Open
				</Link>
			)}
		</header>
	);
}

/** To the entry on its list, for whoever may read lists. */
function EntryLink({ hit, children }: { hit: HitSummary; children: ReactNode }) {
	const mayRead = useAbility('list.read');
	if (!mayRead) return children;
	return (
		<Link to="/lists/$list" params={{ list: hit.list }} search={{ entry: hit.entry.key }} preload={false}>
			{children}
		</Link>
	);
}

function Records({ detail: { records, summary } }: { detail: Detail }) {
	const mayRead = useAbility('record.read');
	return (
		<Panel
			title="Records"
			place="rest"
			note={
				summary.records > records.length
					? `the newest ${records.length} of ${summary.records >= 1_000 ? 'more than ' : ''}${formatCount(summary.records)}`
					: formatCount(records.length)
			}
		>
			{records.length === 0 ? (
				<p className="hit-none muted">No record names it any more.</p>
			) : (
				<div className="table-scroll hit-records">
					<table className="table">
						<thead>
							<tr>
								<th scope="col">Kind</th>
								<th scope="col">Reference</th>
								<th scope="col">As</th>
								<th scope="col">Received</th>
							</tr>
						</thead>
						<tbody>
							{records.map((record) => (
								<tr key={`${record.id} ${record.place}`}>
									<td className="nowrap">{kindWords[record.kind].one}</td>
									<td className="nowrap" title={record.caption}>
										{mayRead ? (
											<Link
												to="/records/$id"
												params={{ id: record.id }}
												search={{ at: record.place }}
												preload={false}
											>
												{record.reference}
											</Link>
										) : (
											record.reference
										)}
									</td>
									<td title={record.place}>{spell(record.role)}</td>
									<td className="nowrap">
										<Instant at={record.receivedAt} />
									</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
		</Panel>
	);
}

function History({ detail: { history } }: { detail: Detail }) {
	return (
		<Panel title="History" place="rest">
			<ol className="hit-history">
				{history.map((event, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end.
					<li key={index}>
						<Instant at={event.at} />
						<span>
							<strong>{spell(event.what)}</strong>
							{event.by && <> by {event.by}</>}
							{event.reason && <span className="muted">: {event.reason}</span>}
						</span>
					</li>
				))}
			</ol>
		</Panel>
	);
}
