/** Dialogs of retention: how long a kind is kept, a hold, and its end. */
import { FormGroup, HTMLSelect, InputGroup, TextArea } from '@blueprintjs/core';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { type Hold, holdGrounds, type RetentionRule } from '../../../../contract/operations-retention.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { formatCount } from '../../display/format.ts';
import { useChangeRetention, useHoldRecord, useLiftHold } from '../../queries/retention.ts';
import { GROUND_WORDS, kindWord } from './retention-words.ts';

type ReasonProps = { id: string; label: string; value: string; onChange: (value: string) => void };

function ReasonField({ id, label, value, onChange }: ReasonProps) {
	return (
		<FormGroup label={label} labelFor={id}>
			<TextArea
				id={id}
				fill
				rows={2}
				maxLength={400}
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
		</FormGroup>
	);
}

export function ChangeDialog({ rule, onClose }: { rule: RetentionRule; onClose: () => void }) {
	const change = useChangeRetention();
	const [mask, setMask] = useState(rule.maskAfterDays === null ? '' : String(rule.maskAfterDays));
	const [end, setEnd] = useState(String(rule.deleteAfterDays));
	const [reason, setReason] = useState('');
	const [basis, setBasis] = useState('');
	const isBeyond = Number(end) > rule.maximumDays;
	const read = operations.changeRetention.input.safeParse({
		kind: rule.kind,
		...(mask.trim() === '' ? {} : { maskAfterDays: mask }),
		deleteAfterDays: end,
		reason,
		...(basis.trim() === '' ? {} : { basis }),
	});
	return (
		<FormDialog
			title={`How long: ${kindWord(rule.kind)}`}
			submit="Change"
			isValid={read.success && (!isBeyond || basis.trim() !== '')}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => {
				if (read.success) change.mutateAsync(read.data).then(onClose, () => undefined);
			}}
		>
			<p>{rule.sentence}</p>
			<p className="muted">Proposed from: {rule.source}</p>
			{rule.canBeMasked && (
				<FormGroup label="Mask after days" labelFor="retention-mask" helperText="Empty: not before its end">
					<InputGroup id="retention-mask" type="number" min={1} value={mask} onValueChange={setMask} />
				</FormGroup>
			)}
			<FormGroup
				label="Delete after days"
				labelFor="retention-delete"
				helperText={`More than ${formatCount(rule.maximumDays)} need a basis in law`}
			>
				<InputGroup id="retention-delete" type="number" min={1} value={end} onValueChange={setEnd} />
			</FormGroup>
			{isBeyond && (
				<ReasonField id="retention-basis" label="Basis in law" value={basis} onChange={setBasis} />
			)}
			<ReasonField id="retention-reason" label="Reason" value={reason} onChange={setReason} />
		</FormDialog>
	);
}

export function HoldDialog({ onClose }: { onClose: () => void }) {
	const hold = useHoldRecord();
	const [record, setRecord] = useState('');
	const [ground, setGround] = useState<string>('legal-proceedings');
	const [caseReference, setCase] = useState('');
	const [reviewOn, setReview] = useState('');
	const [reason, setReason] = useState('');
	const read = operations.holdRecord.input.safeParse({
		record: record.trim(),
		ground,
		reason,
		reviewOn,
		...(caseReference.trim() === '' ? {} : { caseReference }),
	});
	return (
		<FormDialog
			title="Hold a record"
			submit="Hold"
			isValid={read.success}
			isPending={hold.isPending}
			error={hold.error}
			onClose={onClose}
			onSubmit={() => {
				if (read.success) hold.mutateAsync(read.data).then(onClose, () => undefined);
			}}
		>
			<p>All versions of its document stay as they are until the hold is lifted.</p>
			<FormGroup
				label="Record"
				labelFor="hold-record"
				helperText="Its identifier, as in the address of its page"
			>
				<InputGroup id="hold-record" value={record} onValueChange={setRecord} spellCheck={false} />
			</FormGroup>
			<FormGroup label="Ground" labelFor="hold-ground">
				<HTMLSelect
					id="hold-ground"
					fill
					value={ground}
					onChange={(event) => setGround(event.currentTarget.value)}
					options={holdGrounds.map((value) => ({ value, label: GROUND_WORDS[value] }))}
				/>
			</FormGroup>
			<FormGroup label="Case" labelFor="hold-case" labelInfo="(optional)">
				<InputGroup id="hold-case" value={caseReference} onValueChange={setCase} maxLength={100} />
			</FormGroup>
			<FormGroup label="Look again on" labelFor="hold-review">
				<InputGroup id="hold-review" type="date" value={reviewOn} onValueChange={setReview} />
			</FormGroup>
			<ReasonField id="hold-reason" label="Reason" value={reason} onChange={setReason} />
		</FormDialog>
	);
}

export function LiftDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
	const lift = useLiftHold();
	const [reason, setReason] = useState('');
	const read = operations.liftHold.input.safeParse({ id: hold.id, reason });
	return (
		<FormDialog
			title="Lift the hold"
			submit="Lift"
			isValid={read.success}
			isPending={lift.isPending}
			error={lift.error}
			onClose={onClose}
			onSubmit={() => {
				if (read.success) lift.mutateAsync(read.data).then(onClose, () => undefined);
			}}
		>
			<p>The document is masked or deleted with the next pass where its time has come.</p>
			<ReasonField id="lift-reason" label="Reason" value={reason} onChange={setReason} />
		</FormDialog>
	);
}
