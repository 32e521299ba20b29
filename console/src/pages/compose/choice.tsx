/** A choice from words, in a field of the form. */
import { HTMLSelect } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { Field, fieldId } from './field.tsx';

type Props<T extends string> = {
	field: string;
	label: string;
	value: T | '' | undefined;
	options: readonly (readonly [T, string])[];
	/** What stands where nothing is chosen; without it something always is. */
	none?: string;
	help?: ReactNode;
	isWide?: boolean;
	isDisabled?: boolean;
	onChange: (value: T | undefined) => void;
};

export function Choice<T extends string>(props: Props<T>) {
	const { field, label, value, options, none, help, isWide = false, isDisabled = false, onChange } = props;
	return (
		<Field field={field} label={label} help={help} isWide={isWide}>
			<HTMLSelect
				id={fieldId(field)}
				fill
				disabled={isDisabled}
				value={value ?? ''}
				onChange={(event) => onChange(options.find(([each]) => each === event.currentTarget.value)?.[0])}
			>
				{none !== undefined && <option value="">{none}</option>}
				{options.map(([each, words]) => (
					<option key={each} value={each}>
						{words}
					</option>
				))}
			</HTMLSelect>
		</Field>
	);
}
