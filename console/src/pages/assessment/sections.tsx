/** The parts of the page for the person concerned. */

import {
	chanceText,
	decidedText,
	decisiveText,
	documentOf,
	inHundred,
	modelText,
	movedText,
	NEVER_USED,
	personText,
} from '../../../../contract/plain-words.ts';
import type { AssessmentDetail } from '../../../../contract/views-targeting.ts';
import { asSentence, capitalised } from '../../assessing/as-sentence.ts';
import { factsByPlace, tellableFacts } from '../../assessing/facts-by-place.ts';
import { placeText } from '../../assessing/place-text.ts';
import { formatDocumentTime, formatNumber } from '../../display/format.ts';
import { spell } from '../../display/words.ts';

type Props = { detail: AssessmentDetail };

/** What was decided, by whom, and what a check found. */
export function WhatHappened({ detail: { summary, overrides, outcomes } }: Props) {
	const { record, lane, state } = summary;
	const decidedFirst = overrides[0]?.from ?? lane;
	return (
		<section>
			<h2>What was decided</h2>
			<p>{decidedText(record.kind, decidedFirst)}</p>
			{overrides.map((override) => (
				<p key={override.at}>
					{formatDocumentTime(override.at).slice(0, 16)}: {asSentence(personText(override, override.to))}
				</p>
			))}
			{outcomes.map((outcome) => (
				<p key={outcome.record}>
					{formatDocumentTime(outcome.inspectedAt).slice(0, 16)}: {outcomeText(outcome)}
				</p>
			))}
			{outcomes.length === 0 && state === 'waiting' && <p>The check has not been recorded yet.</p>}
			<p>
				The computer decides nothing by itself but what an officer is asked to look at. Whatever follows from
				a check is decided by people.
			</p>
		</section>
	);
}

function outcomeText({
	result,
	findings,
	recovered,
	currency,
}: AssessmentDetail['outcomes'][number]): string {
	const found =
		findings.length > 0 ? `: ${findings.map((each) => spell(each).toLowerCase()).join(', ')}` : '';
	const money = recovered ? ` ${formatNumber(recovered)} ${currency ?? ''} were asked for.` : '';
	switch (result) {
		case 'nothing-found':
			return 'the check found nothing wrong.';
		case 'not-carried-out':
			return 'the check was not carried out.';
		case 'irregularity':
			return `the check found something that was not in order${found}.${money}`;
		case 'offence':
			return `the check found an offence${found}.${money}`;
	}
}

/** Reasons: what was decisive, what else spoke for or against a check, chance, trust. */
export function Why({ detail }: Props) {
	const { laneReason, rules, errors, model, chance, trusted, capacity, summary } = detail;
	return (
		<section>
			<h2>Why</h2>
			<p>
				{decisiveText(summary.basis)}
				<span className="letter-second">As it was noted for the officer: {asSentence(laneReason)}</span>
			</p>
			<h3>Rules that people wrote</h3>
			{rules.length === 0 ? (
				<p>The office has rules, written by people, that say what deserves a look. None of them applied.</p>
			) : (
				<>
					<p>The office has rules, written by people, that say what deserves a look. These applied:</p>
					<ul>
						{rules.map((rule) => (
							<li key={`${rule.rule} ${rule.place}`}>
								{asSentence(rule.sentence)}
								<span className="letter-second">
									{rule.title}
									{rule.place !== '' && ` · ${placeText(rule.place)}`}
									{rule.effect.kind === 'weight' &&
										` · where it applies, ${inHundred(rule.weight ?? rule.effect.weight)} checks find something`}
								</span>
							</li>
						))}
					</ul>
				</>
			)}
			{errors.length > 0 && (
				<p>
					{errors.length === 1 ? 'One rule' : `${errors.length} rules`} could not be worked out for this
					document. That counted for nothing.
				</p>
			)}
			<h3>What a computer program estimated</h3>
			{model === null ? (
				<p>No program made an estimate for this {documentOf(summary.record.kind)}.</p>
			) : (
				<>
					<p>{modelText(model.probability)}</p>
					{model.reasons.length > 0 && (
						<table>
							<caption>
								What made it likelier or less likely
								{model.method === 'path' && ' (shared out roughly: the exact shares are no longer known)'}
							</caption>
							<thead>
								<tr>
									<th scope="col">Circumstance</th>
									<th scope="col">Something wrong is</th>
								</tr>
							</thead>
							<tbody>
								{model.reasons.map((reason) => (
									<tr key={reason.feature}>
										<td>{asSentence(reason.sentence)}</td>
										<td>{movedText(reason)}</td>
									</tr>
								))}
							</tbody>
						</table>
					)}
				</>
			)}
			<h3>Checks of the document itself</h3>
			<p>
				{summary.record.findings === 0
					? 'The document was read for mistakes and contradictions. There were none.'
					: `The document was read for mistakes and contradictions. There ${summary.record.findings === 1 ? 'was one' : `were ${summary.record.findings}`}.`}
			</p>
			<h3>Chance</h3>
			<p>{chanceText(chance)}</p>
			{trusted && (
				<>
					<h3>Trust</h3>
					<p>
						{trusted.scheme} {trusted.value} is recognised as a trusted trader. Of what would be checked
						otherwise, {inHundred(trusted.share)} are.
					</p>
				</>
			)}
			{capacity && (
				<>
					<h3>What the office can do in a day</h3>
					<p>
						The office {capacity.office} can do {capacity.of} such checks a day. When this document came,{' '}
						{capacity.used} had been given out.
					</p>
				</>
			)}
		</section>
	);
}

/** All facts, and what never is one. */
export function WhatWasUsed({ detail }: Props) {
	const facts = tellableFacts(detail.facts);
	return (
		<section>
			<h2>Everything that was used</h2>
			{facts.length === 0 ? (
				<p>
					The document itself, and what the office knew before it came. The values that counted stand above;
					no others were kept.
				</p>
			) : (
				<p>From the document, and from what the office knew before it came.</p>
			)}
			{[...factsByPlace(facts)].map(([place, rows]) => (
				<table key={place}>
					<caption>{placeText(place)}</caption>
					<thead>
						<tr>
							<th scope="col">What</th>
							<th scope="col">Value</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((fact, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: facts may share a name, and never move.
							<tr key={at}>
								<td>{capitalised(fact.title)}</td>
								<td>
									<bdi>{fact.value}</bdi>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			))}
			<h2>What was not used</h2>
			<p>Neither the rules nor the program are ever given any of these, whatever a document says:</p>
			<ul className="letter-never">
				{NEVER_USED.map((each) => (
					<li key={each}>{each}</li>
				))}
			</ul>
			<p>
				Names, numbers, dates of birth and nationalities of those whom a document names are compared with the
				lists of sanctions and alerts that the law provides for, to tell one named person from another. A
				match is checked by a person; where one asked for this check, it is said under “Why”.
			</p>
			<p>
				Nationality is counted afterwards, over many documents together and without names, to see whether
				anybody is checked more often than others without more being found.
			</p>
		</section>
	);
}

type ContactProps = { name: string; office: string | null; reference: string };

export function WhatYouCanDo({ name, office, reference }: ContactProps) {
	return (
		<section>
			<h2>If something here is wrong</h2>
			<p>
				Write to {office ? `the office ${office} or to ` : ''}the data-protection officer of {name}, and name
				the reference {reference}. You can ask that wrong data about you are put right, and that a person
				looks at the decision again.
			</p>
		</section>
	);
}
