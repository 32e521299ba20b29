/** Codes of what was found: typed, or taken from those that are usual for the kind of record. */
import { Tag } from '@blueprintjs/core';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { spell } from '../display/words.ts';
import { codeOf } from './outcome-draft.ts';

type Props = {
	id: string;
	inputRef: RefObject<HTMLInputElement | null>;
	findings: readonly string[];
	typed: string;
	offered: readonly string[];
	onTyped: (text: string) => void;
	onChange: (findings: readonly string[]) => void;
};

export function FindingsField({ id, inputRef, findings, typed, offered, onTyped, onChange }: Props) {
	const listId = useId();
	const add = (text: string) => {
		const code = codeOf(text);
		if (code !== '' && !findings.includes(code)) onChange([...findings, code]);
		onTyped('');
	};
	const remove = (code: string) => onChange(findings.filter((each) => each !== code));
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.nativeEvent.isComposing) return;
		const last = findings.at(-1);
		if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '' && !event.ctrlKey) add(typed);
		else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
		else return;
		event.preventDefault();
	};
	return (
		<div className="findings-field">
			<label htmlFor={id}>What was found</label>
			<div className="findings-codes">
				{findings.map((code) => (
					<Tag key={code} minimal onRemove={() => remove(code)}>
						{spell(code)}
					</Tag>
				))}
				<input
					ref={inputRef}
					id={id}
					className="bp6-input bp6-small"
					autoComplete="off"
					spellCheck={false}
					maxLength={64}
					list={listId}
					placeholder="a code, Enter adds it"
					value={typed}
					onChange={(event) => onTyped(event.currentTarget.value)}
					onKeyDown={onKeyDown}
				/>
				<datalist id={listId}>
					{offered
						.filter((code) => !findings.includes(code))
						.map((code) => (
							<option key={code} value={code} />
						))}
				</datalist>
				<span className="findings-offered">
					{offered
						.filter((code) => !findings.includes(code))
						.map((code) => (
							<button key={code} type="button" onClick={() => add(code)} tabIndex={-1}>
								{spell(code)}
							</button>
						))}
				</span>
			</div>
		</div>
	);
}
