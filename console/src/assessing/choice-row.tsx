/** A choice of one among few, side by side: radio buttons, so that arrows move and a screen reader counts. */
import { type ReactNode, useId } from 'react';

type Props<T extends string> = {
	legend: string;
	options: readonly { value: T; label: ReactNode; disabled?: boolean }[];
	value: T | undefined;
	onChange: (value: T) => void;
	/** The first, or the chosen one, has the focus when it is shown. */
	autoFocus?: boolean;
};

export function ChoiceRow<T extends string>({
	legend,
	options,
	value,
	onChange,
	autoFocus = false,
}: Props<T>) {
	const name = useId();
	const focused = value ?? options.find(({ disabled }) => !disabled)?.value;
	return (
		<fieldset className="choice-row">
			<legend>{legend}</legend>
			<div className="choice-options">
				{options.map((option) => (
					<label key={option.value} className="choice-option">
						<input
							type="radio"
							name={name}
							value={option.value}
							checked={option.value === value}
							disabled={option.disabled}
							// biome-ignore lint/a11y/noAutofocus: the form was asked for by a key, and is worked by keys.
							autoFocus={autoFocus && option.value === focused}
							onChange={() => onChange(option.value)}
						/>
						<span>{option.label}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
