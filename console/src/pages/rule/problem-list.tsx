import type { RuleProblem } from '../../../../contract/views-rules.ts';
import { SeverityShape } from '../../display/marks.tsx';

type Props = {
	problems: readonly RuleProblem[];
	/** Leads to the place of a problem of the condition. */
	onShow?: (problem: RuleProblem) => void;
};

/** Problems of a rule, each with its place and its remedy. */
export function ProblemList({ problems, onShow }: Props) {
	return (
		<ul className="problems">
			{problems.map((problem) => (
				<li key={`${problem.field} ${problem.line} ${problem.column} ${problem.message}`}>
					<SeverityShape severity="error" />
					<span>
						{problem.line !== null && onShow && problem.field === 'when' ? (
							<button type="button" className="place-button" onClick={() => onShow(problem)}>
								{placeOf(problem)}
							</button>
						) : (
							<strong>{placeOf(problem)}</strong>
						)}{' '}
						{problem.message} <span className="muted">{problem.remedy}</span>
					</span>
				</li>
			))}
		</ul>
	);
}

const fieldWords: { readonly [field in RuleProblem['field']]: string } = {
	when: 'Condition',
	reason: 'Reason',
	tests: 'Test cases',
	validUntil: 'Last day',
	offices: 'Offices',
	id: 'Identifier',
};

function placeOf({ field, line, column }: RuleProblem): string {
	if (line === null) return `${fieldWords[field]}:`;
	return `${fieldWords[field]}, line ${line}${column === null ? '' : `, column ${column}`}:`;
}
