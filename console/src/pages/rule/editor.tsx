/** A rule being written: its form, its condition checked as it is typed, its test cases, and the language beside it. */
import { Button, Callout, InputGroup } from '@blueprintjs/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RuleProblem } from '../../../../contract/views-rules.ts';
import { toCallError } from '../../client/call-error.ts';
import { plural } from '../../display/format.ts';
import { SeverityShape } from '../../display/marks.tsx';
import { useCommands } from '../../shell/commands.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { ConditionField, offsetOf } from './condition-field.tsx';
import type { RuleDraft } from './draft.ts';
import { LanguagePanel } from './language-panel.tsx';
import { layOut } from './lay-out.ts';
import { ProblemList } from './problem-list.tsx';
import { EffectFields, TermFields, TextFields } from './rule-fields.tsx';
import { TestTable } from './test-table.tsx';
import { type Checked, useCheck } from './use-check.ts';

type Props = {
	draft: RuleDraft;
	/** A new rule: its identifier is still to be chosen. */
	isNew: boolean;
	isSaving: boolean;
	saveError: Error | null;
	onChange: (draft: RuleDraft) => void;
	/** @param reason what changed, for the history; empty where nothing is said. */
	onSave: (reason: string) => void;
	onLeave: () => void;
};

export function Editor({ draft, isNew, isSaving, saveError, onChange, onSave, onLeave }: Props) {
	const checked = useCheck(draft);
	const { problems, check } = checked;
	const [isTried, setTried] = useState(false);
	const [lookedUp, setLookedUp] = useState('');
	const [reason, setReason] = useState('');
	const condition = useRef<HTMLTextAreaElement>(null);
	const language = useRef<HTMLInputElement>(null);
	const set = (part: Partial<RuleDraft>) => onChange({ ...draft, ...part });

	const found = (field: RuleProblem['field']) =>
		check?.problems.filter((problem) => problem.field === field) ?? [];
	const placed = found('when');
	const problemOf = (field: keyof RuleDraft): string | undefined => {
		const own = problems?.fields.get(field as never);
		if (own !== undefined && (isTried || draft[field] !== '')) return own;
		const said = check?.problems.find((problem) => problem.field === field);
		return said && `${said.message} ${said.remedy}`;
	};
	const save = () => {
		setTried(true);
		if (problems === undefined && !isSaving) onSave(reason.trim());
	};
	const showProblem = ({ line, column }: RuleProblem) => {
		const at = offsetOf(draft.when, line ?? 1, column ?? 1);
		condition.current?.focus();
		condition.current?.setSelectionRange(at, at);
	};
	const insert = (text: string) => {
		const field = condition.current;
		if (!field) return;
		const { selectionStart, selectionEnd, value } = field;
		// What was looked up by its beginning is replaced, not doubled.
		const begun = lookedUp !== '' && value.slice(0, selectionStart).endsWith(lookedUp) ? lookedUp.length : 0;
		const from = selectionStart - begun;
		flushSync(() => set({ when: value.slice(0, from) + text + value.slice(selectionEnd) }));
		setLookedUp('');
		field.focus();
		// Inside the brackets of a function, where its arguments are chosen next; else behind what was put in.
		const open = text.indexOf('(');
		if (open >= 0 && text.endsWith(')')) field.setSelectionRange(from + open + 1, from + text.length - 1);
		else field.setSelectionRange(from + text.length, from + text.length);
	};
	useCommands([
		{ label: 'Save as a draft', group: 'Writing', shortcut: 'mod+s', run: save },
		{
			label: 'Look up a fact or function',
			group: 'Writing',
			shortcut: '/',
			run: () => language.current?.focus(),
		},
	]);
	return (
		<form
			className="editor"
			aria-label={isNew ? 'New rule' : 'Rule'}
			onSubmit={(event) => event.preventDefault()}
		>
			<div className="editor-main">
				<TextFields draft={draft} isNew={isNew} problemOf={problemOf} onChange={set} />
				<section className="panel editor-condition" aria-label="When it fires">
					<div className="panel-head">
						<h2>
							<label htmlFor="rule-when">Condition</label>
						</h2>
						<span className="muted">
							true where the rule fires; Common Expression Language{' '}
							{layOut(draft.when) !== draft.when && (
								<button
									type="button"
									className="place-button"
									onClick={() => set({ when: layOut(draft.when) })}
								>
									Break it into lines
								</button>
							)}
						</span>
					</div>
					<ConditionField
						id="rule-when"
						value={draft.when}
						problems={placed}
						isInvalid={placed.length > 0 || (isTried && problems?.fields.has('when') === true)}
						describedBy="rule-check"
						field={condition}
						onChange={(when) => set({ when })}
						onLookUp={(word) => {
							setLookedUp(word);
							language.current?.focus();
							language.current?.select();
						}}
					/>
					<div id="rule-check" className="editor-check" role="status">
						<CheckLine checked={checked} isEmpty={draft.when.trim() === ''} />
						{placed.length > 0 && <ProblemList problems={placed} onShow={showProblem} />}
					</div>
				</section>
				<EffectFields draft={draft} problemOf={problemOf} onChange={set} />
				<TermFields draft={draft} problemOf={problemOf} onChange={set} />
				<TestTable
					tests={draft.tests}
					results={checked.results}
					problems={problems?.tests ?? new Map()}
					onChange={(tests) => set({ tests })}
				/>
				{found('tests').length > 0 && <ProblemList problems={found('tests')} />}
			</div>
			<LanguagePanel
				subject={draft.subject}
				search={lookedUp}
				onSearch={setLookedUp}
				input={language}
				onInsert={insert}
				onLeave={() => condition.current?.focus()}
			/>
			<footer className="editor-foot">
				{saveError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(saveError).message} {toCallError(saveError).remedy}
					</Callout>
				)}
				{isTried && problems !== undefined && (
					<Callout compact intent="warning" role="alert">
						Some fields are not complete yet:{' '}
						{[...problems.fields.values(), ...problems.tests.values()].join('; ')}.
					</Callout>
				)}
				<InputGroup
					size="small"
					className="editor-reason"
					value={reason}
					maxLength={2_000}
					aria-label="What changed"
					placeholder="What changed, for the history (may be left out)"
					onValueChange={setReason}
				/>
				<Button size="small" onClick={onLeave}>
					Leave it
				</Button>
				<Button size="small" intent="primary" loading={isSaving} onClick={save}>
					Save as a draft <Shortcut shortcut="mod+s" />
				</Button>
			</footer>
		</form>
	);
}

/** How the text stands, in one line. */
function CheckLine({ checked, isEmpty }: { checked: Checked; isEmpty: boolean }) {
	const { check, isOld, error, problems } = checked;
	if (isEmpty) return <span className="muted">Write when it fires: item.unitPrice &lt; 2.0 …</span>;
	if (error)
		return (
			<span className="test-failed">
				{toCallError(error).message} {toCallError(error).remedy}
			</span>
		);
	if (isOld || check === undefined) return <span className="muted">Checking …</span>;
	if (check.problems.length > 0)
		return (
			<span className="mark">
				<SeverityShape severity="error" />
				{plural(check.problems.length, 'problem')}
			</span>
		);
	const passed = check.tests.filter((test) => test.passed).length;
	return (
		<span>
			<span className="test-passed">No problem.</span>{' '}
			{check.tests.length > 0 && `${passed} of ${plural(check.tests.length, 'case')} pass. `}
			<span className="muted">
				{check.proposable
					? 'It may be proposed after a backtest.'
					: problems === undefined
						? 'It wants a case that fires and one that does not, both passing.'
						: 'Other fields are not complete yet.'}
			</span>
		</span>
	);
}
