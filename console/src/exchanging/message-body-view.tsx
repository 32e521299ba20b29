/** What a message says, in readable form: by kind, of whom, with which records, and in whose words. */
import type { ReactNode } from 'react';
import type { MessageBody, MessageSubject } from '../../../contract/exchange/message.ts';
import { formatDecimal } from '../display/format.ts';
import { Instant } from '../display/instant.tsx';
import { actionWords, wordsOfScheme } from '../display/screening-words.ts';
import { kindWords, spell } from '../display/words.ts';
import { GradeMark } from './message-marks.tsx';
import { feedbackWords, grounds, replyWords, subjectKindWords, urgencyWords } from './message-words.ts';
import { SharedRecordTitle, SharedRecordView } from './shared-record-view.tsx';
import './message-body.css';

type Body = Exclude<MessageBody, { kind: 'control' }>;

type Props = {
	body: MessageBody;
	/** Beside the heading of a record: a link to it, for instance. */
	recordNote?: (at: number) => ReactNode;
	/** Below a record: what of it stayed behind. */
	recordFoot?: (at: number) => ReactNode;
};

export function MessageBodyView({ body, recordNote, recordFoot }: Props) {
	if (body.kind === 'control') return <ControlView body={body} />;
	const facts = factsOf(body);
	const prose = proseOf(body);
	const says = facts.length > 0 || prose.length > 0 || body.evaluation !== undefined;
	return (
		<>
			{says && (
				<section className="panel message-panel">
					<div className="panel-head">
						<h3>What it says</h3>
						{body.evaluation && <GradeMark grade={body.evaluation} />}
					</div>
					{facts.length > 0 && (
						<dl className="message-facts">
							{facts.map(([label, value]) => (
								<div key={label}>
									<dt>{label}</dt>
									<dd>{value}</dd>
								</div>
							))}
						</dl>
					)}
					{prose.map(([label, text]) => (
						<div key={label} className="message-prose">
							<h4>{label}</h4>
							<p dir="auto">{text}</p>
						</div>
					))}
				</section>
			)}
			{body.subjects.length > 0 && <Subjects subjects={body.subjects} />}
			{body.records.map((shared, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two may have one reference, and they never move.
				<section key={at} className="panel message-panel">
					<div className="panel-head">
						<h3>
							<SharedRecordTitle shared={shared} />
						</h3>
						<span className="muted">{recordNote?.(at)}</span>
					</div>
					<SharedRecordView shared={shared} />
					{recordFoot?.(at)}
				</section>
			))}
		</>
	);
}

const withMeaning = ({ name, meaning }: { name: string; meaning: string }) => (
	<>
		<strong>{name}</strong> <span className="muted">{meaning}</span>
	</>
);

/** What its kind says beyond texts. */
function factsOf(body: Body): (readonly [string, ReactNode])[] {
	switch (body.kind) {
		case 'request':
			return [
				['Urgency', withMeaning(urgencyWords[body.urgency])],
				...(body.wanted.length === 0
					? []
					: [['Wanted', body.wanted.map((kind) => kindWords[kind].many).join(', ')] as const]),
			];
		case 'reply':
			return [
				['Answer', withMeaning(replyWords[body.outcome])],
				...(body.ground === undefined ? [] : [['Ground', groundWords(body.ground)] as const]),
			];
		case 'alert':
			return [
				['Category', body.category],
				['Action', withMeaning(actionWords[body.action])],
				['Valid until', <Instant key="until" at={body.validUntil} />],
			];
		case 'hit-notice':
			return [
				['On', body.on],
				['Seen', <Instant key="seen" at={body.seenAt} />],
				...(body.place === undefined ? [] : [['Place', body.place] as const]),
			];
		case 'referral':
			return body.caseReference === undefined ? [] : [['Case', body.caseReference]];
		case 'feedback':
			return [
				['What came of it', withMeaning(feedbackWords[body.outcome])],
				...(body.recovered === undefined
					? []
					: [['Recovered', `${formatDecimal(body.recovered.amount)} ${body.recovered.currency}`] as const]),
			];
		case 'consent-request':
			return [
				...(body.purpose === undefined ? [] : [['To use it for', spell(body.purpose)] as const]),
				...(body.passTo === undefined ? [] : [['To pass it on to', body.passTo] as const]),
			];
		case 'consent':
			return [['Consent', <strong key="given">{body.given ? 'given' : 'refused'}</strong>]];
		default:
			return [];
	}
}

function proseOf(body: Body): (readonly [string, string])[] {
	const said: (readonly [string, string | undefined])[] = [
		['Grounds', 'grounds' in body ? body.grounds : undefined],
		['Reason', 'reason' in body ? body.reason : undefined],
		['Conditions', 'conditions' in body ? body.conditions : undefined],
		['Text', body.text],
	];
	return said.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [[label, text] as const]));
}

function groundWords(ground: string): ReactNode {
	const known = grounds.find(([name]) => name === ground);
	return known === undefined ? ground : withMeaning({ name: spell(known[0]), meaning: known[1] });
}

function Subjects({ subjects }: { subjects: readonly MessageSubject[] }) {
	return (
		<section className="panel message-panel">
			<div className="panel-head">
				<h3>Of whom it speaks</h3>
			</div>
			<div className="table-scroll">
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Kind</th>
							<th scope="col">Name</th>
							<th scope="col">Part</th>
							<th scope="col">Born</th>
							<th scope="col">Nationality</th>
							<th scope="col">Numbers</th>
						</tr>
					</thead>
					<tbody>
						{subjects.map((subject, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: subjects may be alike, and never move.
							<tr key={at}>
								<td>{subjectKindWords[subject.kind]}</td>
								<td>{subject.name && <bdi>{subject.name}</bdi>}</td>
								<td>{subject.role}</td>
								<td className="nowrap">{subject.born}</td>
								<td>{subject.nationalities?.join(', ')}</td>
								<td>
									{subject.identifiers
										?.map(({ scheme, value }) => `${wordsOfScheme(scheme)} ${value}`)
										.join('; ')}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

const controlWords: {
	readonly [what in Extract<MessageBody, { kind: 'control' }>['what']]: string;
} = {
	agreement: 'An agreement, with the signatures that it has',
	suspend: 'An agreement is suspended',
	resume: 'An agreement holds again',
	end: 'An agreement is ended, or a version of it withdrawn',
	offer: 'An offer for matching',
	card: 'The card of a node, with its keys of now',
	checkpoint: 'A checkpoint of a ledger',
};

function ControlView({ body }: { body: Extract<MessageBody, { kind: 'control' }> }) {
	return (
		<section className="panel message-panel">
			<div className="panel-head">
				<h3>{controlWords[body.what]}</h3>
				<span className="muted">sent and read by the exchange itself</span>
			</div>
			<details className="message-document">
				<summary>The document as it was sent</summary>
				<pre>{body.document.slice(0, 20_000)}</pre>
			</details>
		</section>
	);
}
