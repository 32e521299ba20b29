import { Callout, FormGroup, TextArea } from '@blueprintjs/core';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { Partner } from '../../../../contract/views-exchange.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useDistrustPartner } from '../../queries/partners.ts';

/** Stops all exchange with a partner, with the reason. */
export function DistrustDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
	const distrust = useDistrustPartner();
	const [reason, setReason] = useState('');
	return (
		<FormDialog
			title={`Distrust ${partner.title}`}
			submit="Distrust"
			isValid={operations.distrustPartner.input.shape.reason.safeParse(reason).success}
			isPending={distrust.isPending}
			error={distrust.error}
			onClose={onClose}
			onSubmit={() =>
				distrust.mutateAsync({ name: partner.name, reason: reason.trim() }).then(
					onClose,
					() => undefined, // shown in the dialog, from the state of the mutation
				)
			}
		>
			<Callout compact intent="danger">
				All exchange with it stops at once. Nothing that it sends is opened, and what waits for it stays here,
				until somebody compares its fingerprint and trusts it again.
			</Callout>
			<FormGroup label="Reason" labelFor="distrust-reason" className="dialog-reason">
				<TextArea
					id="distrust-reason"
					autoFocus
					fill
					rows={3}
					value={reason}
					maxLength={2_000}
					placeholder="its keys were stolen on 3 March; the fingerprint differs …"
					onChange={(event) => setReason(event.currentTarget.value)}
				/>
			</FormGroup>
		</FormDialog>
	);
}
