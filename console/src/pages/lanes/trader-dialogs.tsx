import { FormGroup, InputGroup } from '@blueprintjs/core';
import { useId, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { TrustedTrader } from '../../../../contract/views-targeting.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useChangeTrustedTrader } from '../../queries/lanes.ts';

const input = operations.changeTrustedTrader.input;
/** Schemes of numbers that traders have; any other may be typed. */
const schemes = ['EORI', 'AEO', 'VAT', 'LEI'];

/** @param trader the one that is changed; absent, one is added. Its number is what it is known by and does not change. */
export function TraderDialog({ trader, onClose }: { trader?: TrustedTrader; onClose: () => void }) {
	const change = useChangeTrustedTrader();
	const id = useId();
	const [draft, setDraft] = useState({
		scheme: trader?.scheme ?? 'EORI',
		value: trader?.value ?? '',
		name: trader?.name ?? '',
		programme: trader?.programme ?? '',
		validUntil: trader?.validUntil ?? '',
	});
	const read = input.safeParse({
		scheme: draft.scheme.trim(),
		value: draft.value.trim(),
		name: draft.name.trim(),
		programme: draft.programme.trim(),
		validUntil: draft.validUntil,
	});
	const field = (
		name: keyof typeof draft,
		label: string,
		more: { type?: string; maxLength?: number; isFixed?: boolean; list?: string; helper?: string } = {},
	) => (
		<FormGroup label={label} labelFor={`${id}-${name}`} helperText={more.helper}>
			<InputGroup
				id={`${id}-${name}`}
				type={more.type ?? 'text'}
				maxLength={more.maxLength}
				autoComplete="off"
				readOnly={more.isFixed ?? false}
				list={more.list}
				value={draft[name]}
				onValueChange={(text) => setDraft({ ...draft, [name]: text })}
			/>
		</FormGroup>
	);
	return (
		<FormDialog
			title={trader ? 'Change a trusted trader' : 'Add a trusted trader'}
			submit={trader ? 'Change' : 'Add'}
			isValid={read.success}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => {
				if (read.success) change.mutateAsync(read.data).then(onClose, () => undefined);
			}}
		>
			{field('scheme', 'Kind of number', {
				maxLength: 64,
				isFixed: trader !== undefined,
				list: `${id}-schemes`,
			})}
			<datalist id={`${id}-schemes`}>
				{schemes.map((each) => (
					<option key={each} value={each} />
				))}
			</datalist>
			{field('value', 'Number', { maxLength: 200, isFixed: trader !== undefined })}
			{field('name', 'Name', { maxLength: 400 })}
			{field('programme', 'Programme', {
				maxLength: 120,
				helper: 'Who authorised it, and as what: “AEO security and safety, Norway”',
			})}
			{field('validUntil', 'Valid until', { type: 'date' })}
		</FormDialog>
	);
}

export function EndTraderDialog({ trader, onClose }: { trader: TrustedTrader; onClose: () => void }) {
	const change = useChangeTrustedTrader();
	const { scheme, value, name, programme, validUntil } = trader;
	return (
		<FormDialog
			title="End the trust"
			submit="End it"
			isValid
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => {
				change
					.mutateAsync({ scheme, value, name, programme, validUntil, ended: true })
					.then(onClose, () => undefined);
			}}
		>
			<p>
				<bdi>{name}</bdi> ({scheme} {value}) will be selected like everybody, from the next record on.
			</p>
		</FormDialog>
	);
}
