/** Fields of the form of an agreement: each with its label, its hint, and what is wrong with it. */
import { Checkbox, FormGroup, InputGroup } from '@blueprintjs/core';
import type { ReactNode } from 'react';

export const fieldId = (name: string): string => `agreement-${name.replaceAll('.', '-')}`;

type FieldProps = {
	name: string;
	label: string;
	hint?: string;
	problem: string | undefined;
	className?: string;
	children: ReactNode;
};

export function Field({ name, label, hint, problem, className, children }: FieldProps) {
	return (
		<FormGroup
			label={label}
			labelFor={fieldId(name)}
			intent={problem ? 'danger' : 'none'}
			helperText={problem ?? hint}
			className={className ?? ''}
		>
			{children}
		</FormGroup>
	);
}

type TextProps = Omit<FieldProps, 'children'> & {
	value: string;
	onChange: (value: string) => void;
	type?: 'text' | 'date';
	/** Digits only: after the number stands what it counts. */
	unit?: string;
	maxLength?: number;
	isDisabled?: boolean;
};

export function TextField({
	value,
	onChange,
	type = 'text',
	unit,
	maxLength,
	isDisabled,
	...field
}: TextProps) {
	return (
		<Field {...field}>
			<InputGroup
				id={fieldId(field.name)}
				size="small"
				type={type}
				value={value}
				autoComplete="off"
				disabled={isDisabled ?? false}
				aria-invalid={field.problem !== undefined}
				{...(maxLength === undefined ? {} : { maxLength })}
				{...(unit === undefined
					? {}
					: { inputMode: 'numeric', rightElement: <span className="field-unit muted">{unit}</span> })}
				onValueChange={onChange}
			/>
		</Field>
	);
}

type ChecksProps<T extends string> = {
	legend: string;
	options: readonly { value: T; label: string; title?: string }[];
	chosen: readonly T[];
	problem?: string | undefined;
	onChange: (chosen: readonly T[]) => void;
};

/** Some of many: boxes side by side. What is chosen stays in the order of the options. */
export function Checks<T extends string>({ legend, options, chosen, problem, onChange }: ChecksProps<T>) {
	return (
		<fieldset className="checks">
			<legend>{legend}</legend>
			<div>
				{options.map(({ value, label, title }) => (
					<Checkbox
						key={value}
						inline
						checked={chosen.includes(value)}
						label={label}
						title={title}
						onChange={(event) => {
							const isChosen = event.currentTarget.checked;
							onChange(
								options
									.map((option) => option.value)
									.filter((each) => (each === value ? isChosen : chosen.includes(each))),
							);
						}}
					/>
				))}
			</div>
			{problem !== undefined && <p className="field-problem">{problem}</p>}
		</fieldset>
	);
}
