/** What the owner of a list asks for when something is found: action, category, handling, owner, legal basis, review. */
import type { AlertInstruction } from '../../../contract/lists.ts';
import { ActionMark } from '../display/screening-marks.tsx';
import { handlingWords } from '../display/screening-words.ts';
import { spell } from '../display/words.ts';
import './screening.css';

/** @param today `YYYY-MM-DD`; an instruction whose review was due before is said to be overdue. */
export function InstructionFacts({ instruction, today }: { instruction: AlertInstruction; today: string }) {
	const { action, category, handling, owner, legalBasis, reviewOn } = instruction;
	return (
		<dl className="instruction">
			<div className="instruction-action">
				<dt>Asked for</dt>
				<dd>
					<ActionMark action={action} />
				</dd>
			</div>
			<div>
				<dt>Category</dt>
				<dd>{spell(category)}</dd>
			</div>
			<div>
				<dt>Handling</dt>
				<dd>
					{handling} <span className="muted">{handlingWords[handling]}</span>
				</dd>
			</div>
			<div>
				<dt>Owner</dt>
				<dd>{owner}</dd>
			</div>
			<div>
				<dt>Review by</dt>
				<dd className="number">
					{reviewOn ?? <span className="muted">not set</span>}
					{reviewOn !== undefined && reviewOn < today && (
						<span className="chip chip-warning fact-chip">overdue</span>
					)}
				</dd>
			</div>
			<div className="instruction-basis">
				<dt>Legal basis</dt>
				<dd title={legalBasis}>{legalBasis}</dd>
			</div>
		</dl>
	);
}

export const todayText = (): string => new Date().toISOString().slice(0, 10);
