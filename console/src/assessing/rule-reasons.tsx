import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { plural } from '../display/format.ts';
import { asSentence } from './as-sentence.ts';
import { effectText } from './assessing-words.ts';
import { Panel } from './panel.tsx';
import { PlaceLink } from './place-link.tsx';
import { RuleLink } from './rule-link.tsx';

/** Rules that fired, with the values of this record; and those that failed on it, which count for nothing. */
export function RuleReasons({ detail: { summary, rules, errors } }: { detail: AssessmentDetail }) {
	const id = summary.record.id;
	return (
		<Panel title="Rules" note={rules.length === 0 ? 'none fired' : plural(rules.length, 'reason')}>
			{rules.length === 0 ? (
				<p className="assessed-none muted">No rule fired on this record.</p>
			) : (
				<ul className="assessed-rules">
					{rules.map((rule) => (
						<li key={`${rule.rule} ${rule.place}`}>
							<p>{asSentence(rule.sentence)}</p>
							<p className="assessed-foot muted">
								<RuleLink rule={rule.rule} version={rule.version} title={rule.title} />
								<span>
									{rule.effect.kind === 'weight' ? 'stands for ' : 'asks for '}
									<span className="number">{effectText(rule.effect, rule.weight)}</span>
								</span>
								<PlaceLink record={id} place={rule.place} />
							</p>
						</li>
					))}
				</ul>
			)}
			{errors.length > 0 && (
				<details className="assessed-errors">
					<summary>{plural(errors.length, 'rule')} failed on this record and counted for nothing</summary>
					<ul>
						{errors.map((error) => (
							<li key={`${error.rule} ${error.place}`}>
								<RuleLink rule={error.rule} version={error.version} title={error.rule} />{' '}
								<PlaceLink record={id} place={error.place} />: {error.message}
							</li>
						))}
					</ul>
				</details>
			)}
		</Panel>
	);
}
