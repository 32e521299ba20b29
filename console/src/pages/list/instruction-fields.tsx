import { FormGroup, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useId } from 'react';
import { alertAction, alertInstruction } from '../../../../contract/lists.ts';
import { actionWords, handlingWords } from '../../display/screening-words.ts';
import type { InstructionDraft } from './instruction-draft.ts';
import './forms.css';

const categories = [
	'terrorism',
	'proliferation',
	'sanctions',
	'wanted-person',
	'missing-person',
	'trafficking',
	'money-laundering',
	'stolen-vehicle',
	'stolen-goods',
	'lost-document',
	'customs-fraud',
];

type Props = {
	draft: InstructionDraft;
	onChange: (draft: InstructionDraft) => void;
	/** What holds where a field is left empty. */
	inherited?: InstructionDraft;
};

/** The fields of an instruction, of a list or of one entry that differs from its list. */
export function InstructionFields({ draft, onChange, inherited }: Props) {
	const id = useId();
	const set = (part: Partial<InstructionDraft>) => onChange({ ...draft, ...part });
	const asTheList = inherited ? 'As the list' : undefined;
	return (
		<div className="field-grid">
			<FormGroup label="Action" labelFor={`${id}-action`}>
				<HTMLSelect
					id={`${id}-action`}
					fill
					value={draft.action}
					onChange={(event) => set({ action: event.currentTarget.value })}
				>
					{asTheList && <option value="">{asTheList}</option>}
					{alertAction.options.map((action) => (
						<option key={action} value={action}>
							{actionWords[action].name}: {actionWords[action].meaning}
						</option>
					))}
				</HTMLSelect>
			</FormGroup>
			<FormGroup label="Category" labelFor={`${id}-category`}>
				<InputGroup
					id={`${id}-category`}
					value={draft.category}
					maxLength={64}
					autoComplete="off"
					list={`${id}-categories`}
					placeholder={inherited?.category}
					onValueChange={(category) => set({ category })}
				/>
				<datalist id={`${id}-categories`}>
					{categories.map((category) => (
						<option key={category} value={category} />
					))}
				</datalist>
			</FormGroup>
			<FormGroup label="Handling" labelFor={`${id}-handling`}>
				<HTMLSelect
					id={`${id}-handling`}
					fill
					value={draft.handling}
					onChange={(event) => set({ handling: event.currentTarget.value })}
				>
					{asTheList && <option value="">{asTheList}</option>}
					{alertInstruction.shape.handling.options.map((handling) => (
						<option key={handling} value={handling}>
							{handling}: {handlingWords[handling]}
						</option>
					))}
				</HTMLSelect>
			</FormGroup>
			<FormGroup label="Review by" labelFor={`${id}-review`}>
				<InputGroup
					id={`${id}-review`}
					type="date"
					value={draft.reviewOn}
					onValueChange={(reviewOn) => set({ reviewOn })}
				/>
			</FormGroup>
			<FormGroup label="Owner" labelFor={`${id}-owner`} className="field-wide">
				<InputGroup
					id={`${id}-owner`}
					value={draft.owner}
					maxLength={400}
					placeholder={inherited?.owner}
					onValueChange={(owner) => set({ owner })}
				/>
			</FormGroup>
			<FormGroup label="Legal basis" labelFor={`${id}-basis`} className="field-wide">
				<InputGroup
					id={`${id}-basis`}
					value={draft.legalBasis}
					maxLength={1_000}
					placeholder={inherited?.legalBasis}
					onValueChange={(legalBasis) => set({ legalBasis })}
				/>
			</FormGroup>
		</div>
	);
}
