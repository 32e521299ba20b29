/** Fields of a rule beside its condition: what it says and rests on, what follows, how long and where it applies. */
import { FormGroup, HTMLSelect, InputGroup, Switch, TextArea } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { ruleSubjects } from '../../../../contract/rules.ts';
import { subjectWords } from '../../display/rule-words.ts';
import { laneWords } from '../../display/words.ts';
import { type RuleDraft, suggestRuleId } from './draft.ts';

type Props = {
	draft: RuleDraft;
	problemOf: (field: keyof RuleDraft) => string | undefined;
	onChange: (part: Partial<RuleDraft>) => void;
};

type FieldProps = {
	name: keyof RuleDraft;
	label: string;
	hint?: string;
	problem: string | undefined;
	className?: string;
	children: ReactNode;
};

function Field({ name, label, hint, problem, className, children }: FieldProps) {
	return (
		<FormGroup
			label={label}
			labelFor={`rule-${name}`}
			intent={problem ? 'danger' : 'none'}
			helperText={problem ?? hint}
			className={className ?? ''}
		>
			{children}
		</FormGroup>
	);
}

type TextName = 'id' | 'title' | 'legalBasis' | 'source' | 'owner' | 'offices' | 'validFrom' | 'validUntil';

export function TextFields({ draft, isNew, problemOf, onChange }: Props & { isNew: boolean }) {
	const text = (name: TextName, label: string, hint?: string) => (
		<Field name={name} label={label} hint={hint ?? ''} problem={problemOf(name)}>
			<InputGroup
				id={`rule-${name}`}
				size="small"
				value={draft[name]}
				autoComplete="off"
				spellCheck={name !== 'id'}
				disabled={name === 'id' && !isNew}
				onValueChange={(value) => onChange({ [name]: value })}
			/>
		</Field>
	);
	return (
		<section className="panel editor-fields" aria-label="What it says">
			<Field name="title" label="Title" problem={problemOf('title')} className="editor-wide">
				<InputGroup
					id="rule-title"
					size="small"
					autoFocus={isNew}
					value={draft.title}
					maxLength={120}
					autoComplete="off"
					// The identifier follows the title until it is written by hand.
					onValueChange={(title) =>
						onChange(
							isNew && draft.id === suggestRuleId(draft.title)
								? { title, id: suggestRuleId(title) }
								: { title },
						)
					}
				/>
			</Field>
			{text('id', 'Identifier')}
			<Field name="subject" label="Looks at" problem={problemOf('subject')}>
				<HTMLSelect
					id="rule-subject"
					fill
					value={draft.subject}
					onChange={(event) => {
						const chosen = ruleSubjects.find((each) => each === event.currentTarget.value);
						if (chosen) onChange({ subject: chosen });
					}}
					options={ruleSubjects.map((value) => ({ value, label: subjectWords[value] }))}
				/>
			</Field>
			<Field
				name="reason"
				label="Reason shown to the officer"
				hint="One sentence; {item.unitPrice} becomes the value"
				problem={problemOf('reason')}
				className="editor-wide"
			>
				<TextArea
					id="rule-reason"
					fill
					rows={2}
					value={draft.reason}
					maxLength={1_000}
					onChange={(event) => onChange({ reason: event.currentTarget.value })}
				/>
			</Field>
			{text('legalBasis', 'Legal basis')}
			{text('source', 'Source of the definition')}
			{text('owner', 'Owner')}
			{text('offices', 'Offices', 'None means all')}
		</section>
	);
}

export function EffectFields({ draft, problemOf, onChange }: Props) {
	return (
		<section className="panel editor-fields" aria-label="What follows">
			<Field name="effect" label="Where it fires" problem={problemOf('effect')}>
				<HTMLSelect
					id="rule-effect"
					fill
					value={draft.effect}
					onChange={(event) => onChange({ effect: event.currentTarget.value === 'lane' ? 'lane' : 'weight' })}
					options={[
						{ value: 'weight', label: 'It adds weight to the score' },
						{ value: 'lane', label: 'It asks for a lane' },
					]}
				/>
			</Field>
			{draft.effect === 'weight' ? (
				<Field
					name="weight"
					label="Weight"
					hint="Probability that an inspection finds something; gives way to what inspections find"
					problem={problemOf('weight')}
				>
					<InputGroup
						id="rule-weight"
						size="small"
						type="number"
						min={0.01}
						max={0.99}
						step={0.01}
						value={draft.weight}
						onValueChange={(weight) => onChange({ weight })}
					/>
				</Field>
			) : (
				<>
					<Field name="lane" label="Lane" problem={problemOf('lane')}>
						<HTMLSelect
							id="rule-lane"
							fill
							value={draft.lane}
							onChange={(event) => {
								const chosen = (['red', 'yellow', 'blue'] as const).find(
									(each) => each === event.currentTarget.value,
								);
								if (chosen) onChange({ lane: chosen });
							}}
							options={(['red', 'yellow', 'blue'] as const).map((value) => ({
								value,
								label: `${laneWords[value].name}: ${laneWords[value].meaning}`,
							}))}
						/>
					</Field>
					<Switch
						className="editor-wide"
						checked={draft.mandatory}
						label="Mandatory: beyond the capacity of the office, and for trusted traders too"
						onChange={(event) => onChange({ mandatory: event.currentTarget.checked })}
					/>
				</>
			)}
		</section>
	);
}

export function TermFields({ draft, problemOf, onChange }: Props) {
	return (
		<section className="panel editor-fields" aria-label="How long it applies">
			{(['validFrom', 'validUntil'] as const).map((name) => (
				<Field
					key={name}
					name={name}
					label={name === 'validFrom' ? 'First day' : 'Last day'}
					hint={name === 'validUntil' ? 'At most two years; then it must be renewed' : ''}
					problem={problemOf(name)}
				>
					<InputGroup
						id={`rule-${name}`}
						size="small"
						type="date"
						value={draft[name]}
						onValueChange={(value) => onChange({ [name]: value })}
					/>
				</Field>
			))}
		</section>
	);
}
