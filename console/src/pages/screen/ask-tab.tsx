import { Button, Callout, Checkbox, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { Cross, Search } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { screeningQuestion } from '../../../../contract/operations-screening.ts';
import { purpose } from '../../../../contract/views-screening.ts';
import { purposeWords } from '../../display/screening-words.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { spell } from '../../display/words.ts';
import { listsQuery } from '../../queries/lists.ts';
import { useScreen } from '../../queries/screen.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useHasPurpose } from '../../shell/session.ts';
import { Answers } from './answers.tsx';
import { emptyQuestion, type QuestionDraft, type QuestionField, readQuestion } from './question.ts';

const kinds = screeningQuestion.kind.unwrap().options;

/** One question and its answer. */
export function AskTab() {
	const ask = useScreen();
	const mayReadLists = useAbility('list.read');
	// A purpose is asked for with the question, not by the choice of lists.
	const hasPurpose = useHasPurpose();
	const lists =
		useQuery({ ...listsQuery, enabled: mayReadLists && hasPurpose, refetchInterval: false }).data ?? [];
	const [draft, setDraft] = useState(emptyQuestion);
	const [isWide, setWide] = useState(false);
	const [problem, setProblem] = useState<{ field: QuestionField; reason: string }>();
	const nameInput = useRef<HTMLInputElement>(null);
	const results = useRef<HTMLElement>(null);
	const set = (part: Partial<QuestionDraft>) => {
		setProblem(undefined);
		setDraft((before) => ({ ...before, ...part }));
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const read = readQuestion(draft);
		if (!('question' in read)) {
			setProblem(read);
			return;
		}
		// The keys belong to the answer now; “/” leads back to the name.
		ask.mutate(read.question, { onSuccess: () => results.current?.focus() });
	};
	const clear = () => {
		setDraft({ ...emptyQuestion, purpose: draft.purpose, lists: draft.lists });
		setProblem(undefined);
		ask.reset();
		nameInput.current?.focus();
	};
	useCommands([
		{
			label: 'Ask about somebody else',
			group: 'Screen',
			icon: <Search />,
			shortcut: '/',
			run: () => {
				nameInput.current?.focus();
				nameInput.current?.select();
			},
		},
		{ label: 'Clear question and answer', group: 'Screen', icon: <Cross />, shortcut: 'x', run: clear },
	]);
	const text = (field: QuestionField, label: string, placeholder: string, maxLength: number) => (
		<InputGroup
			className={`ask-${field}`}
			aria-label={label}
			placeholder={placeholder}
			title={label}
			value={draft[field]}
			maxLength={maxLength}
			autoComplete="off"
			spellCheck={false}
			aria-invalid={problem?.field === field}
			intent={problem?.field === field ? 'danger' : 'none'}
			onValueChange={(value) => set({ [field]: value })}
			{...(field === 'name'
				? { inputRef: nameInput, autoFocus: true, leftIcon: <Search size={16} />, dir: 'auto' }
				: {})}
		/>
	);
	return (
		<>
			<form className="ask" onSubmit={submit} autoComplete="off">
				<div className="ask-line">
					{text('name', 'Name', 'Name, in any writing  ( / )', 400)}
					<HTMLSelect
						aria-label="Kind"
						value={draft.kind}
						onChange={(event) => set({ kind: event.currentTarget.value })}
						options={kinds.map((kind) => ({ value: kind, label: kind === 'any' ? 'Any kind' : spell(kind) }))}
					/>
					{text('born', 'Date of birth', 'Born YYYY-MM-DD', 10)}
					{text('nationality', 'Nationality', 'Nationality', 200)}
					{text('identifier', 'Number of any kind', 'Passport, IMO, plate, IBAN …', 200)}
					<Button type="submit" intent="primary" size="small" loading={ask.isPending}>
						Ask <kbd>↵</kbd>
					</Button>
					<Button
						size="small"
						variant="minimal"
						aria-expanded={isWide}
						aria-controls="ask-more"
						onClick={() => setWide(!isWide)}
					>
						{isWide ? 'Less' : 'More'}
					</Button>
				</div>
				<div id="ask-more" className="ask-line" hidden={!isWide}>
					{text('country', 'Country of residence, seat or flag', 'Country', 200)}
					<HTMLSelect
						aria-label="Sex"
						value={draft.sex}
						onChange={(event) => set({ sex: event.currentTarget.value })}
						options={[
							{ value: '', label: 'Any sex' },
							{ value: 'female', label: 'Female' },
							{ value: 'male', label: 'Male' },
						]}
					/>
					{text('birthPlace', 'Place of birth', 'Place of birth', 400)}
					{text('address', 'Address', 'Address', 400)}
					<HTMLSelect
						aria-label="Purpose"
						title="Whose thresholds hold"
						value={draft.purpose}
						onChange={(event) => set({ purpose: event.currentTarget.value })}
						options={purpose.options.map((each) => ({
							value: each,
							label: `For ${purposeWords[each].name.toLowerCase()}`,
						}))}
					/>
					<Checkbox
						checked={draft.weaker}
						onChange={(event) => set({ weaker: event.currentTarget.checked })}
						label="Weaker hits too"
					/>
					{lists.length > 1 && (
						<fieldset className="ask-lists">
							<legend className="visually-hidden">Lists to ask; all where none is chosen</legend>
							{lists.map((list) => (
								<Checkbox
									key={list.id}
									checked={draft.lists.includes(list.id)}
									onChange={(event) =>
										set({
											lists: event.currentTarget.checked
												? [...draft.lists, list.id]
												: draft.lists.filter((id) => id !== list.id),
										})
									}
									label={list.name}
								/>
							))}
						</fieldset>
					)}
				</div>
				{problem && (
					<Callout compact intent="danger" role="alert" className="ask-problem">
						{problem.reason}
					</Callout>
				)}
			</form>
			<section ref={results} className="answers" aria-label="Answer" tabIndex={-1}>
				{ask.isPending && <Pending rows={12} label="Asking" />}
				{ask.isError && <Failure error={ask.error} title="The question was not answered" />}
				{ask.isIdle && (
					<p className="answers-idle muted">
						Nothing is stored of what is asked here but that you asked. Names may be in any script and any
						order.
					</p>
				)}
				{ask.isSuccess && <Answers answer={ask.data} asked={ask.variables} lists={lists} />}
			</section>
		</>
	);
}
