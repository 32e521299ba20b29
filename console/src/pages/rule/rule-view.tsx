/** A rule as it is stored: its condition, what it rests on, its test cases, and what differs from the live version. */
import { useQuery } from '@tanstack/react-query';
import type { Rule } from '../../../../contract/rules.ts';
import type { RuleDetail } from '../../../../contract/views-rules.ts';
import { EffectMark } from '../../display/rule-marks.tsx';
import { formatEffect, subjectWords } from '../../display/rule-words.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { ruleCheckQuery, ruleQuery } from '../../queries/rule.ts';
import { draftOf } from './draft.ts';
import { layOut } from './lay-out.ts';
import { ProblemList } from './problem-list.tsx';
import { TestTable } from './test-table.tsx';

export function RuleView({ detail }: { detail: RuleDetail }) {
	const { rule, summary } = detail;
	const check = useQuery(ruleCheckQuery(rule)).data;
	const lines = layOut(rule.when).split('\n');
	return (
		<ScrollRegion label="Rule" className="rule-scroll rule-view">
			{(summary.state === 'draft' || summary.state === 'proposed') && <ChangesFromLive detail={detail} />}
			<section className="panel rule-condition" aria-labelledby="rule-condition">
				<div className="panel-head">
					<h2 id="rule-condition">Fires where</h2>
					<span className="muted">on each {subjectWords[rule.subject].toLowerCase()}</span>
				</div>
				<ol className="condition-read mono">
					{lines.map((line, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
						<li key={at}>{line || ' '}</li>
					))}
				</ol>
				{check && check.problems.length > 0 && <ProblemList problems={check.problems} />}
			</section>
			<section className="panel rule-about" aria-label="About this rule">
				<dl>
					<div>
						<dt>Tells the officer</dt>
						<dd>{rule.reason}</dd>
					</div>
					<div>
						<dt>Asks for</dt>
						<dd>
							<EffectMark effect={rule.effect} />
						</dd>
					</div>
					<div>
						<dt>Legal basis</dt>
						<dd>{rule.legalBasis}</dd>
					</div>
					<div>
						<dt>Source</dt>
						<dd>{rule.source}</dd>
					</div>
					<div>
						<dt>Owner</dt>
						<dd>{rule.owner}</dd>
					</div>
					<div>
						<dt>Offices</dt>
						<dd>{rule.offices.length === 0 ? 'all' : rule.offices.join(', ')}</dd>
					</div>
					<div>
						<dt>Applies</dt>
						<dd className="number">
							{rule.validFrom} to {rule.validUntil}
						</dd>
					</div>
				</dl>
			</section>
			<TestTable
				tests={draftOf(rule).tests}
				results={new Map(check?.tests.entries())}
				problems={new Map()}
				onChange={undefined}
			/>
		</ScrollRegion>
	);
}

/** What a version that waits would change; for whoever approves it. */
function ChangesFromLive({ detail }: { detail: RuleDetail }) {
	const { summary, rule, versions } = detail;
	const live = versions.find(({ state }) => state === 'live')?.version;
	const before = useQuery({ ...ruleQuery(summary.id, live), enabled: live !== undefined }).data;
	if (live === undefined || before === undefined) return null;
	const changes = compareRules(before.rule, rule);
	return (
		<section className="panel rule-changes" aria-labelledby="rule-changes">
			<div className="panel-head">
				<h2 id="rule-changes">Against version {live}, which is live</h2>
			</div>
			{changes.length === 0 ? (
				<p className="tests-none muted">Nothing differs.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">What</th>
							<th scope="col">Live</th>
							<th scope="col">Version {summary.version}</th>
						</tr>
					</thead>
					<tbody>
						{changes.map(({ what, live: old, now }) => (
							<tr key={what}>
								<th scope="row">{what}</th>
								<td>
									<del>{old}</del>
								</td>
								<td>
									<ins>{now}</ins>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

const compared: readonly (readonly [string, (rule: Rule) => string])[] = [
	['Condition', ({ when }) => when],
	['Title', ({ title }) => title],
	['Reason', ({ reason }) => reason],
	['Looks at', ({ subject }) => subjectWords[subject]],
	['Asks for', ({ effect }) => formatEffect(effect)],
	['Legal basis', ({ legalBasis }) => legalBasis],
	['Source', ({ source }) => source],
	['Owner', ({ owner }) => owner],
	['Offices', ({ offices }) => offices.join(', ') || 'all'],
	['First day', ({ validFrom }) => validFrom],
	['Last day', ({ validUntil }) => validUntil],
	[
		'Test cases',
		({ tests }) =>
			tests.map(({ name, fires }) => `${name}: ${fires ? 'fires' : 'does not'}`).join('; ') || 'none',
	],
];

const compareRules = (live: Rule, now: Rule) =>
	compared.flatMap(([what, textOf]) => {
		const [before, after] = [textOf(live), textOf(now)];
		return before === after ? [] : [{ what, live: before, now: after }];
	});
