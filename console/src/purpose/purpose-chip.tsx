/** The purpose that is stated, and its case, in the top bar; a press changes it. */
import { Button } from '@blueprintjs/core';
import { purposes } from '../../../contract/purposes.ts';
import { askForPurpose } from '../client/purpose-gate.ts';
import { formatInstant } from '../display/format.ts';
import { useHasPurpose, useSession } from '../shell/session.ts';
import './purpose.css';

export function PurposeChip() {
	const { purpose: stated, purposes: may } = useSession();
	const hasPurpose = useHasPurpose();
	if (may.length === 0) return null;
	const isStated = stated !== null && hasPurpose;
	return (
		<Button
			variant="minimal"
			size="small"
			className={isStated ? 'purpose-chip' : 'purpose-chip none'}
			title={
				isStated
					? `${purposes[stated.purpose].sentence} Until ${formatInstant(stated.until)}. Change: P`
					: 'No purpose is stated; it is asked for before personal data are shown (P)'
			}
			onClick={askForPurpose}
		>
			<span className="visually-hidden">Purpose: </span>
			{isStated ? purposes[stated.purpose].name : 'No purpose'}
			{isStated && stated.caseReference && <span className="purpose-case">{stated.caseReference}</span>}
		</Button>
	);
}
