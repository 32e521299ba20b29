import { FormGroup, InputGroup } from '@blueprintjs/core';
import { useState } from 'react';
import type { Offer } from '../../../../contract/views-exchange.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { purposeText } from '../../exchanging/matching-words.ts';
import { useWithdrawOffer } from '../../queries/matching.ts';

/** Ends an offer at once. */
export function WithdrawDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
	const withdraw = useWithdrawOffer();
	const [reason, setReason] = useState('');
	return (
		<FormDialog
			title="Withdraw the offer"
			submit="Withdraw"
			isValid={reason.trim().length >= 3}
			isPending={withdraw.isPending}
			error={withdraw.error}
			onClose={onClose}
			onSubmit={() =>
				void withdraw.mutateAsync({ id: offer.id, reason: reason.trim() }).then(onClose, () => undefined)
			}
		>
			<p>
				{offer.partner} can ask no more under <span className="mono">{offer.agreement}</span> for{' '}
				{purposeText(offer.purpose).toLowerCase()}, from now on. The key is destroyed, so that nobody can say
				what was offered; the partner is told.
			</p>
			<FormGroup label="Reason" labelFor="withdraw-reason" helperText="Its hash goes into the ledger">
				<InputGroup
					id="withdraw-reason"
					autoFocus
					value={reason}
					maxLength={2_000}
					autoComplete="off"
					onValueChange={setReason}
				/>
			</FormGroup>
		</FormDialog>
	);
}
