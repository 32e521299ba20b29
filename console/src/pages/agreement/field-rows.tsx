/** Paths of one kind of record, each with its word; and a path to be added, checked as it is typed. */
import { Button, InputGroup } from '@blueprintjs/core';
import { Add, Cross } from '@blueprintjs/icons';
import { type KeyboardEvent, useId, useState } from 'react';
import { patternsBelow, problemOfPath } from '../../../../contract/exchange/record-paths.ts';
import { type Fate, fates, fateWords } from '../../exchanging/agreement-words.ts';
import { type FieldRules, namedPaths, withFate } from './field-rules.ts';

type Props = { rules: FieldRules; onChange: (rules: FieldRules) => void };

export function FieldRows({ rules, onChange }: Props) {
	const named = [...namedPaths(rules)];
	return (
		<>
			<table className="table field-rows">
				<thead>
					<tr>
						<th scope="col">Path</th>
						{fates.map((fate) => (
							<th key={fate} scope="col" title={fateWords[fate].meaning}>
								{fateWords[fate].name}
							</th>
						))}
						<th scope="col">
							<span className="visually-hidden">Take out</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{named.map(([path, given]) => (
						<FieldRow
							key={path}
							rules={rules}
							path={path}
							given={given}
							onFate={(fate) => onChange(withFate(rules, path, fate))}
						/>
					))}
				</tbody>
			</table>
			<AddPath rules={rules} onAdd={(path, fate) => onChange(withFate(rules, path, fate))} />
		</>
	);
}

type RowProps = {
	rules: FieldRules;
	path: string;
	given: Fate;
	onFate: (fate: Fate | undefined) => void;
};

function FieldRow({ rules: { kind }, path, given, onFate }: RowProps) {
	const name = useId();
	const problem = problemOfPath(kind, path);
	return (
		<tr>
			<th scope="row" className="mono">
				{path}
				{problem !== undefined && <p className="field-problem">{problem}</p>}
			</th>
			{fates.map((fate) => (
				<td key={fate} className={`field-choice fate-${fate}`}>
					<input
						type="radio"
						name={name}
						checked={given === fate}
						aria-label={`${path}: ${fateWords[fate].name.toLowerCase()}`}
						onChange={() => onFate(fate)}
					/>
				</td>
			))}
			<td>
				<Button
					size="small"
					variant="minimal"
					icon={<Cross size={12} />}
					aria-label={`Take ${path} out`}
					onClick={() => onFate(undefined)}
				/>
			</td>
		</tr>
	);
}

/** Names before the last dot: below them is looked up what can be named. */
const placeOf = (typed: string): string[] => typed.split('.').slice(0, -1);

function AddPath({ rules, onAdd }: { rules: FieldRules; onAdd: (path: string, fate: Fate) => void }) {
	const [typed, setTyped] = useState('');
	const listId = useId();
	const path = typed.trim();
	const known = namedPaths(rules);
	const offered = patternsBelow(rules.kind, placeOf(path)).filter((each) => !known.has(each));
	const problem =
		path === '' ? undefined : known.has(path) ? 'It stands above.' : problemOfPath(rules.kind, path);
	const add = (fate: Fate) => {
		if (path === '' || problem !== undefined) return;
		onAdd(path, fate);
		setTyped('');
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
		event.preventDefault();
		add('allowed');
	};
	return (
		<div className="field-add">
			<InputGroup
				size="small"
				className="mono"
				aria-label="Path to add"
				placeholder="Path to add: items.hsCode, parties.*"
				value={typed}
				list={listId}
				autoComplete="off"
				spellCheck={false}
				maxLength={400}
				onValueChange={setTyped}
				onKeyDown={onKeyDown}
			/>
			<datalist id={listId}>
				{offered.map((each) => (
					<option key={each} value={each} />
				))}
			</datalist>
			{fates.map((fate) => (
				<Button
					key={fate}
					size="small"
					icon={<Add size={12} />}
					disabled={path === '' || problem !== undefined}
					onClick={() => add(fate)}
				>
					{fateWords[fate].name}
				</Button>
			))}
			{problem !== undefined && (
				<p className="field-problem" role="status">
					{problem}
				</p>
			)}
		</div>
	);
}
