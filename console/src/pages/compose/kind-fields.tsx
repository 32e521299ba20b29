/** The fields that only one kind of message has. */
import { Checkbox, InputGroup, TextArea } from '@blueprintjs/core';
import { alertAction } from '../../../../contract/lists.ts';
import { type RecordKind, recordKind } from '../../../../contract/records/record.ts';
import { ChoiceRow } from '../../assessing/choice-row.tsx';
import { actionWords } from '../../display/screening-words.ts';
import { kindWords, spell } from '../../display/words.ts';
import {
	feedbackWords,
	grounds as knownGrounds,
	replyWords,
	urgencyWords,
} from '../../exchanging/message-words.ts';
import { Choice } from './choice.tsx';
import type { Draft } from './draft.ts';
import { Field, fieldId, useProblem } from './field.tsx';
import '../../assessing/assessing.css';

export type FieldsProps = {
	draft: Draft;
	onChange: (change: Partial<Draft>) => void;
};

type Props = FieldsProps & {
	/** Purposes of the agreement, and partners to whom something could go on. */
	purposes: readonly string[];
	partners: readonly string[];
	/** Kinds of record that the partner could answer with. */
	answerable: readonly RecordKind[];
	/** What is answered is a query: hit or no hit, and nothing else. */
	isQuery: boolean;
};

const namesOf = <T extends string>(words: { readonly [name in T]: { name: string; meaning: string } }) =>
	// The members of a table of words are its names.
	(Object.keys(words) as T[]).map((name) => [name, words[name]] as const);

export function KindFields(props: Props) {
	const { draft, onChange } = props;
	switch (draft.kind) {
		case 'request':
			return (
				<>
					<Grounds {...props} label="Grounds" help="Why you ask, and what you know already" />
					<Choice
						field="urgency"
						label="Urgency"
						value={draft.urgency}
						options={namesOf(urgencyWords).map(([name, words]) => [name, `${words.name}: ${words.meaning}`])}
						onChange={(urgency) => onChange({ urgency: urgency ?? 'normal' })}
					/>
					<Wanted {...props} />
				</>
			);
		case 'query':
			return (
				<Choice
					field="urgency"
					label="Urgency"
					value={draft.urgency}
					options={namesOf(urgencyWords).map(([name, words]) => [name, `${words.name}: ${words.meaning}`])}
					onChange={(urgency) => onChange({ urgency: urgency ?? 'normal' })}
				/>
			);
		case 'spontaneous':
			return <Grounds {...props} label="Grounds" help="Why the partner should know" />;
		case 'referral':
			return <Grounds {...props} label="Grounds" help="Why the partner should take it over" />;
		case 'reply':
			return <ReplyFields {...props} />;
		case 'alert':
			return <AlertFields {...props} />;
		case 'hit-notice':
			return <NoticeFields {...props} />;
		case 'feedback':
			return <FeedbackFields {...props} />;
		case 'consent-request':
			return <ConsentRequestFields {...props} />;
		case 'consent':
			return <ConsentFields {...props} />;
		case 'correction':
		case 'recall':
			return (
				<Field
					field="reason"
					label="Reason"
					isWide
					help={
						draft.kind === 'recall'
							? 'What you sent is deleted there, and wherever it went on, as soon as this arrives'
							: 'What was wrong; it reaches everybody to whom what you sent went on'
					}
				>
					<TextArea
						id={fieldId('reason')}
						autoFocus
						fill
						rows={2}
						maxLength={4_000}
						value={draft.reason}
						onChange={(event) => onChange({ reason: event.currentTarget.value })}
					/>
				</Field>
			);
		default:
			return null;
	}
}

function Grounds({ draft, onChange, label, help }: FieldsProps & { label: string; help: string }) {
	return (
		<Field field="grounds" label={label} help={help} isWide>
			<TextArea
				id={fieldId('grounds')}
				fill
				rows={3}
				maxLength={4_000}
				value={draft.grounds}
				onChange={(event) => onChange({ grounds: event.currentTarget.value })}
			/>
		</Field>
	);
}

function Wanted({ draft, answerable, onChange }: Props) {
	const offered = answerable.length > 0 ? answerable : recordKind.options;
	return (
		<fieldset className="compose-wide compose-wanted">
			<legend>Wanted</legend>
			{offered.map((kind) => (
				<Checkbox
					key={kind}
					inline
					label={kindWords[kind].many}
					checked={draft.wanted.includes(kind)}
					onChange={() =>
						onChange({
							wanted: draft.wanted.includes(kind)
								? draft.wanted.filter((each) => each !== kind)
								: [...draft.wanted, kind],
						})
					}
				/>
			))}
		</fieldset>
	);
}

function ReplyFields({ draft, isQuery, onChange }: Props) {
	const problem = useProblem('answer');
	const answers = (
		isQuery ? ['hit', 'no-hit'] : ['full', 'partial', 'refused', 'no-hit']
	) as readonly NonNullable<Draft['answer']>[];
	const wantsGround = draft.answer === 'partial' || draft.answer === 'refused';
	return (
		<>
			<div className="compose-wide" id={fieldId('answer')} tabIndex={-1}>
				<ChoiceRow
					legend="Answer"
					autoFocus
					value={draft.answer}
					onChange={(answer) => onChange({ answer })}
					options={answers.map((value) => ({ value, label: replyWords[value].name }))}
				/>
				<p className={problem ? 'compose-problem' : 'muted compose-help'}>
					{problem ?? (draft.answer ? replyWords[draft.answer].meaning : 'Choose one')}
				</p>
			</div>
			{wantsGround && (
				<Field
					field="ground"
					label="Ground"
					isWide
					help={knownGrounds.find(([name]) => name === draft.ground)?.[1] ?? 'The partner reads this'}
				>
					<InputGroup
						id={fieldId('ground')}
						list="compose-grounds"
						maxLength={400}
						autoComplete="off"
						value={draft.ground}
						onValueChange={(ground) => onChange({ ground })}
					/>
					<datalist id="compose-grounds">
						{knownGrounds.map(([name, meaning]) => (
							<option key={name} value={name}>
								{meaning}
							</option>
						))}
					</datalist>
				</Field>
			)}
		</>
	);
}

function AlertFields({ draft, onChange }: Props) {
	return (
		<>
			<Field field="category" label="Category" help="What it is about, as the partner will see it">
				<InputGroup
					id={fieldId('category')}
					maxLength={200}
					autoComplete="off"
					value={draft.category}
					onValueChange={(category) => onChange({ category })}
				/>
			</Field>
			<Choice
				field="action"
				label="Action"
				value={draft.action}
				options={alertAction.options.map((each) => [
					each,
					`${actionWords[each].name}: ${actionWords[each].meaning}`,
				])}
				onChange={(action) => onChange({ action: action ?? 'contact' })}
			/>
			<Field field="validUntil" label="Valid until" help="The last day, included">
				<InputGroup
					id={fieldId('validUntil')}
					type="date"
					value={draft.validUntil}
					onValueChange={(validUntil) => onChange({ validUntil })}
				/>
			</Field>
		</>
	);
}

function NoticeFields({ draft, onChange }: Props) {
	return (
		<>
			<Field field="seenOn" label="On" help="The message with the alert, or the offer that was matched">
				<InputGroup
					id={fieldId('seenOn')}
					maxLength={200}
					autoComplete="off"
					value={draft.seenOn}
					onValueChange={(seenOn) => onChange({ seenOn })}
				/>
			</Field>
			<Field field="seenAt" label="Seen">
				<InputGroup
					id={fieldId('seenAt')}
					type="datetime-local"
					value={draft.seenAt}
					onValueChange={(seenAt) => onChange({ seenAt })}
				/>
			</Field>
			<Field field="place" label="Place">
				<InputGroup
					id={fieldId('place')}
					maxLength={200}
					autoComplete="off"
					value={draft.place}
					onValueChange={(place) => onChange({ place })}
				/>
			</Field>
		</>
	);
}

function FeedbackFields({ draft, onChange }: Props) {
	const problem = useProblem('cameOfIt');
	return (
		<>
			<div className="compose-wide" id={fieldId('cameOfIt')} tabIndex={-1}>
				<ChoiceRow
					legend="What came of it"
					autoFocus
					value={draft.cameOfIt}
					onChange={(cameOfIt) => onChange({ cameOfIt })}
					options={namesOf(feedbackWords).map(([value, { name }]) => ({ value, label: name }))}
				/>
				<p className={problem ? 'compose-problem' : 'muted compose-help'}>
					{problem ??
						(draft.cameOfIt ? feedbackWords[draft.cameOfIt].meaning : 'It goes back to who sent it')}
				</p>
			</div>
			<Field field="recovered" label="Recovered" help="Amount, where there is one">
				<InputGroup
					id={fieldId('recovered')}
					inputMode="decimal"
					autoComplete="off"
					maxLength={40}
					value={draft.recovered}
					onValueChange={(recovered) => onChange({ recovered })}
				/>
			</Field>
			<Field field="currency" label="Currency">
				<InputGroup
					id={fieldId('currency')}
					maxLength={3}
					autoComplete="off"
					value={draft.currency}
					onValueChange={(currency) => onChange({ currency: currency.toUpperCase() })}
				/>
			</Field>
		</>
	);
}

function ConsentRequestFields(props: Props) {
	const { draft, purposes, partners, onChange } = props;
	return (
		<>
			<Choice
				field="otherPurpose"
				label="To use it for"
				value={draft.otherPurpose}
				none="No other purpose"
				options={purposes.map((purpose) => [purpose, spell(purpose)] as const)}
				onChange={(otherPurpose) => onChange({ otherPurpose: otherPurpose ?? '' })}
			/>
			<Choice
				field="passTo"
				label="To pass it on to"
				value={draft.passTo}
				none="Nobody"
				options={partners.map((partner) => [partner, partner] as const)}
				onChange={(passTo) => onChange({ passTo: passTo ?? '' })}
			/>
			<Grounds {...props} label="Grounds" help="Why it is needed" />
		</>
	);
}

function ConsentFields({ draft, onChange }: Props) {
	const problem = useProblem('isGiven');
	return (
		<>
			<div className="compose-wide" id={fieldId('isGiven')} tabIndex={-1}>
				<ChoiceRow
					legend="Consent"
					autoFocus
					value={draft.isGiven === undefined ? undefined : draft.isGiven ? 'given' : 'refused'}
					onChange={(value) => onChange({ isGiven: value === 'given' })}
					options={[
						{ value: 'given', label: 'Given' },
						{ value: 'refused', label: 'Refused' },
					]}
				/>
				{problem && <p className="compose-problem">{problem}</p>}
			</div>
			<Field field="conditions" label="Conditions" isWide>
				<TextArea
					id={fieldId('conditions')}
					fill
					rows={2}
					maxLength={4_000}
					value={draft.conditions}
					onChange={(event) => onChange({ conditions: event.currentTarget.value })}
				/>
			</Field>
		</>
	);
}
