/** A request as it came in, typed off: who asks, for whom, what, on which law. What is left empty is not known. */
import { FormGroup, HTMLSelect, InputGroup, TextArea } from '@blueprintjs/core';
import { type ReactNode, useId, useState } from 'react';
import { requestKind, requestLaw } from '../../../../contract/data-protection-law.ts';
import { operations } from '../../../../contract/operations.ts';
import { requester } from '../../../../contract/views-subjects.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useOpenRequest } from '../../queries/requests.ts';
import { emptyDraft, inputOf, type RequestDraft } from './request-draft.ts';
import { kindWords, lawWords } from './request-words.ts';

const asWords: { readonly [as in (typeof requester.shape.as.options)[number]]: string } = {
	self: 'the person herself or himself',
	representative: 'somebody with a power of attorney',
	parent: 'a parent or guardian',
	authority: 'an authority on the person’s behalf',
};

type Props = { onClose: () => void; onOpened: (id: string) => void };

export function OpenRequestDialog({ onClose, onOpened }: Props) {
	const open = useOpenRequest();
	const [draft, setDraft] = useState(emptyDraft);
	const input = inputOf(draft);
	const change = (part: Partial<RequestDraft>) => setDraft((before) => ({ ...before, ...part }));
	return (
		<FormDialog
			title="A request came in"
			submit="Open the request"
			isValid={operations.openRequest.input.safeParse(input).success}
			isPending={open.isPending}
			error={open.error}
			onClose={onClose}
			onSubmit={() => open.mutate(input, { onSuccess: ({ summary }) => onOpened(summary.id) })}
		>
			<div className="request-form">
				<Choice
					label="What is asked"
					value={draft.kind}
					options={requestKind.options.map((kind) => [kind, kindWords[kind]])}
					onChange={(value) => change({ kind: requestKind.catch(draft.kind).parse(value) })}
				/>
				<Choice
					label="On which law"
					value={draft.law}
					options={requestLaw.options.map((law) => [law, lawWords[law]])}
					onChange={(value) => change({ law: requestLaw.catch(draft.law).parse(value) })}
				/>
				<Line label="Who asks" value={draft.requester} onChange={(value) => change({ requester: value })} />
				<Choice
					label="That is"
					value={draft.as}
					options={requester.shape.as.options.map((as) => [as, asWords[as]])}
					onChange={(value) => change({ as: requester.shape.as.catch(draft.as).parse(value) })}
				/>
				<Line
					label="Where the answer goes"
					value={draft.contact}
					onChange={(value) => change({ contact: value })}
				/>
				<Line
					label="Received on"
					hint="today unless given"
					placeholder="YYYY-MM-DD"
					value={draft.receivedOn}
					onChange={(value) => change({ receivedOn: value })}
				/>
				<Lines
					label="Name of the person, and former or other names"
					hint="one on each line, in any script"
					value={draft.names}
					onChange={(value) => change({ names: value })}
				/>
				<Line
					label="Born"
					placeholder="YYYY-MM-DD"
					value={draft.born}
					onChange={(value) => change({ born: value })}
				/>
				<Line
					label="Documents"
					hint="numbers, separated by commas"
					value={draft.documents}
					onChange={(value) => change({ documents: value })}
				/>
				<Line
					label="Accounts"
					hint="separated by commas"
					value={draft.accounts}
					onChange={(value) => change({ accounts: value })}
				/>
				<Line
					label="Plates"
					hint="separated by commas"
					value={draft.plates}
					onChange={(value) => change({ plates: value })}
				/>
				<Lines
					label="In the words of the one who asks"
					value={draft.wanted}
					onChange={(value) => change({ wanted: value })}
				/>
			</div>
		</FormDialog>
	);
}

type FieldProps = {
	label: string;
	hint?: string;
	placeholder?: string;
	value: string;
	onChange: (value: string) => void;
};

function Field({
	label,
	hint,
	isWide = false,
	children,
}: Pick<FieldProps, 'label' | 'hint'> & { isWide?: boolean; children: (id: string) => ReactNode }) {
	const id = useId();
	return (
		<FormGroup
			label={label}
			{...(hint === undefined ? {} : { labelInfo: `(${hint})` })}
			labelFor={id}
			className={isWide ? 'field-wide' : ''}
		>
			{children(id)}
		</FormGroup>
	);
}

const Line = ({ placeholder, value, onChange, ...field }: FieldProps) => (
	<Field {...field}>
		{(id) => (
			<InputGroup
				id={id}
				size="small"
				value={value}
				autoComplete="off"
				{...(placeholder === undefined ? {} : { placeholder })}
				onValueChange={onChange}
				maxLength={1_000}
			/>
		)}
	</Field>
);

const Lines = ({ value, onChange, ...field }: FieldProps) => (
	<Field {...field} isWide>
		{(id) => (
			<TextArea
				id={id}
				fill
				rows={2}
				value={value}
				maxLength={4_000}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
		)}
	</Field>
);

const Choice = ({
	value,
	options,
	onChange,
	...field
}: FieldProps & { options: readonly (readonly [string, string])[] }) => (
	<Field {...field}>
		{(id) => (
			<HTMLSelect
				id={id}
				fill
				value={value}
				options={options.map(([option, label]) => ({ value: option, label }))}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
		)}
	</Field>
);
