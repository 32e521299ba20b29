/** An agreement to be read: on what it rests, what it is for, who may send what, the terms, who has signed. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AgreementBody, Grant } from '../../../../contract/exchange/agreement.ts';
import { urgency } from '../../../../contract/exchange/message.ts';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';
import { formatCount, plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { SeverityShape } from '../../display/marks.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { kindWords, spell } from '../../display/words.ts';
import { DayMark } from '../../exchanging/agreement-marks.tsx';
import { matchableWords, onwardWords, subjectFieldWords } from '../../exchanging/agreement-words.ts';
import { todayUtc } from '../../exchanging/days.ts';
import { handlingCodeWords, messageKindWords, urgencyWords } from '../../exchanging/message-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { useSession } from '../../shell/session.ts';
import { countFates } from './field-rules.ts';
import { hoursWords } from './hours.ts';

export function DocumentTab({ detail }: { detail: AgreementDetail }) {
	const { body } = detail;
	return (
		<ScrollRegion label="Agreement" className="one-scroll agreement-document">
			<div className="agreement-main">
				<section className="panel" aria-labelledby="agreement-basis">
					<div className="panel-head">
						<h2 id="agreement-basis">Legal basis</h2>
					</div>
					<p className="agreement-text">
						<WithPlaces text={body.legalBasis} />
					</p>
				</section>
				{body.grants.length === 0 ? (
					<p className="muted">It grants nothing in either direction: under it nothing is exchanged.</p>
				) : (
					<div className="agreement-grants">
						{body.grants.map((grant, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: grants never move in a version.
							<GrantPanel key={at} grant={grant} />
						))}
					</div>
				)}
			</div>
			<div className="agreement-side">
				<Signatures detail={detail} />
				<Terms body={body} state={detail.summary.state} />
			</div>
		</ScrollRegion>
	);
}

/** What a template leaves to the parties stands in square brackets, and is to be seen. */
export function WithPlaces({ text }: { text: string }) {
	return (
		<>
			{text.split(/(\[[^\]]*\])/).map((part, at) =>
				part.startsWith('[') ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: parts of one text.
					<mark key={at} title="To be completed before it can be offered">
						{part}
					</mark>
				) : (
					part
				),
			)}
		</>
	);
}

/** A party: ourselves by name, a partner with what stands against it. */
export function Party({ name }: { name: string }) {
	const { node } = useSession();
	return name === node.id ? node.name : <PartnerName name={name} />;
}

function GrantPanel({ grant }: { grant: Grant }) {
	return (
		<section className="panel" aria-label={`From ${grant.from} to ${grant.to}`}>
			<div className="panel-head agreement-way">
				<h2>
					<Party name={grant.from} />
					<span className="muted"> may send to </span>
					<Party name={grant.to} />
				</h2>
			</div>
			<dl className="pairs">
				<Line label="Messages">
					{grant.messages.length === 0
						? undefined
						: grant.messages.map((kind) => (
								<span key={kind} className="chip agreement-chip" title={messageKindWords[kind].says}>
									{messageKindWords[kind].name}
								</span>
							))}
				</Line>
				<Line label="Records">
					{grant.records.length === 0 ? undefined : (
						<ul className="agreement-records">
							{grant.records.map((rules) => {
								const { allowed, masked, forbidden } = countFates(rules);
								return (
									<li key={rules.kind}>
										<Link
											to="."
											search={(before) => ({ ...before, tab: 'fields' as const, kind: rules.kind })}
											replace
										>
											{kindWords[rules.kind].many}
										</Link>
										<span className="muted">
											{formatCount(allowed)} allowed, {formatCount(masked)} masked, {formatCount(forbidden)}{' '}
											forbidden
										</span>
									</li>
								);
							})}
						</ul>
					)}
				</Line>
				<Line label="Of subjects">
					{(grant.subjects ?? []).length === 0
						? undefined
						: grant.subjects?.map((field) => subjectFieldWords[field]).join(', ')}
				</Line>
				<Line label="Matching">
					{grant.matching.length === 0
						? undefined
						: grant.matching.map((kind) => matchableWords[kind]).join(', ')}
				</Line>
			</dl>
		</section>
	);
}

function Line({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children ?? <span className="muted">none</span>}</dd>
		</div>
	);
}

function Signatures({ detail: { body, signatures } }: { detail: AgreementDetail }) {
	return (
		<section className="panel" aria-labelledby="agreement-signatures">
			<div className="panel-head">
				<h2 id="agreement-signatures">Signatures</h2>
			</div>
			<ul className="agreement-signatures">
				{body.parties.length < 2 && <li className="muted">It does not name two parties yet.</li>}
				{body.parties.map((party) => {
					const signature = signatures.find(({ node }) => node === party);
					return (
						<li key={party}>
							<span className={signature ? 'signature-mark signed' : 'signature-mark'} aria-hidden="true">
								{signature ? '✓' : '–'}
							</span>
							<span>
								<strong>
									<Party name={party} />
								</strong>
								<br />
								{signature ? (
									<span className="muted" title={`Key ${signature.key}`}>
										signed <Instant at={signature.signedAt} />, key{' '}
										<span className="mono">{signature.key.slice(0, 16)}</span>
									</span>
								) : (
									<span className="muted">has not signed</span>
								)}
							</span>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

function Terms({ body, state }: { body: AgreementBody; state: AgreementDetail['summary']['state'] }) {
	const today = todayUtc();
	const counts = state !== 'draft' && state !== 'ended';
	return (
		<section className="panel" aria-labelledby="agreement-terms">
			<div className="panel-head">
				<h2 id="agreement-terms">Terms</h2>
			</div>
			<dl className="pairs">
				<Line label="Purposes">
					{body.purposes.length === 0
						? undefined
						: body.purposes.map((purpose) => (
								<span key={purpose} className="chip agreement-chip">
									{spell(purpose)}
								</span>
							))}
				</Line>
				<Line label="Handling">
					{body.handling.allowed.map((code) => (
						<div key={code}>
							<span className="mono">{code}</span> <span className="muted">{handlingCodeWords[code]}</span>
							{code === body.handling.least && (
								<span className="chip agreement-default">unless told otherwise</span>
							)}
						</div>
					))}
				</Line>
				<Line label="Evaluation">
					{body.evaluation ? 'Source and information are graded, 4×4' : 'Grades may be left out'}
				</Line>
				<Line label="Kept by receiver">{plural(body.retentionDays, 'day')}</Line>
				<Line label="Passing on">
					{onwardWords[body.onward].name} <span className="muted">{onwardWords[body.onward].meaning}</span>
				</Line>
				<Line label="Answer within">
					{urgency.options.map((each) => (
						<div key={each} title={urgencyWords[each].meaning}>
							{hoursWords(body.responseHours[each])}{' '}
							<span className="muted">{urgencyWords[each].name.toLowerCase()}</span>
						</div>
					))}
				</Line>
				<Line label="Budget of a side">
					<div>
						<span className="number">{formatCount(body.budget.questionsPerDay)}</span>{' '}
						<span className="muted">questions a day</span>
					</div>
					<div>
						<span className="number">{formatCount(body.budget.messagesPerDay)}</span>{' '}
						<span className="muted">messages a day</span>
					</div>
					<div>
						<span className="number">{formatCount(body.budget.intersectionsPerMonth)}</span>{' '}
						<span className="muted">intersections a month</span>
					</div>
				</Line>
				<Line label="First day">
					<span className="number">{body.startsOn}</span>
				</Line>
				<Line label="Review on">
					<DayMark day={body.reviewOn} today={today} past="overdue" counts={counts} />
					{counts && body.reviewOn < today && (
						<div className="agreement-review">
							<SeverityShape severity="warning" /> Look at it with the partner, and propose a version with a
							later review.
						</div>
					)}
				</Line>
				<Line label="Last day">
					<DayMark day={body.endsOn} today={today} past="over" counts={state !== 'draft'} />
				</Line>
			</dl>
		</section>
	);
}
