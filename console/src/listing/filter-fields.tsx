/** Fields of a filter whose members are parameters of the address: a choice, a text, and taking all of it away. */
import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { Cross, Search } from '@blueprintjs/icons';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import './listing.css';

type ChoiceProps<T extends string> = {
	label: string;
	value: T | undefined;
	options: readonly (readonly [T, string])[];
	onChange: (value: T | undefined) => void;
};

export function ChoiceFilter<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
	return (
		<HTMLSelect
			className={value ? 'filter-choice filter-set' : 'filter-choice'}
			aria-label={label}
			value={value ?? ''}
			onChange={(event) => {
				const chosen = event.currentTarget.value;
				onChange(options.find(([option]) => option === chosen)?.[0]);
			}}
		>
			<option value="">{label}</option>
			{options.map(([option, words]) => (
				<option key={option} value={option}>
					{words}
				</option>
			))}
		</HTMLSelect>
	);
}

type TextProps = {
	label: string;
	placeholder: string;
	value: string | undefined;
	onCommit: (value: string | undefined) => void;
	className: string;
	suggestions?: readonly string[];
	inputRef?: RefObject<HTMLInputElement | null>;
	isSearch?: boolean;
};

/** A text that goes into the address on Enter, on leaving the field, or a moment after the last key. */
export function TextFilter(props: TextProps) {
	const { label, placeholder, value, onCommit, className, suggestions, inputRef, isSearch = false } = props;
	const [draft, setDraft] = useState(value ?? '');
	const listId = useId();
	useEffect(() => setDraft(value ?? ''), [value]);
	const commit = () => {
		const text = draft.trim();
		if (text !== (value ?? '')) onCommit(text === '' ? undefined : text);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === 'Enter') {
			commit();
			event.currentTarget.blur();
		} else if (event.key === 'Escape') {
			setDraft(value ?? '');
			event.currentTarget.blur();
		}
	};
	return (
		<>
			<InputGroup
				size="small"
				className={value ? `${className} filter-set` : className}
				{...(isSearch ? { leftIcon: <Search size={14} />, type: 'search' } : {})}
				{...(inputRef ? { inputRef } : {})}
				aria-label={label}
				placeholder={placeholder}
				value={draft}
				onValueChange={setDraft}
				onKeyDown={onKeyDown}
				onBlur={commit}
				list={suggestions ? listId : undefined}
				autoComplete="off"
				spellCheck={false}
				maxLength={200}
			/>
			{suggestions && (
				<datalist id={listId}>
					{suggestions.map((suggestion) => (
						<option key={suggestion} value={suggestion} />
					))}
				</datalist>
			)}
		</>
	);
}

/** Takes every filter away that narrows the list. @param narrowing the filters of the address that do. */
export function ClearFilters({
	narrowing,
	onChange,
}: {
	narrowing: object;
	onChange: (cleared: Record<string, undefined>) => void;
}) {
	return (
		<Button
			size="small"
			variant="minimal"
			icon={<Cross size={14} />}
			onClick={() => onChange(Object.fromEntries(Object.keys(narrowing).map((name) => [name, undefined])))}
		>
			Clear
		</Button>
	);
}
