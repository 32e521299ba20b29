import { Checkbox, FormGroup, InputGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { type OfferSource, offerSourceWords } from '../../exchanging/matching-words.ts';
import { budgetsQuery, useMakeOffer } from '../../queries/matching.ts';
import { useSession } from '../../shell/session.ts';
import { kindsToOffer } from './offer-draft.ts';
import { areTermsChosen, emptyTerms, type Terms, TermsFields } from './terms-fields.tsx';

const fields = operations.makeOffer.input.shape;
const sources = fields.of.element.options;
const SOME_DAYS = 30;

/** Offers identifiers under an agreement, for one purpose. A new offer takes the place of the one before. */
export function OfferDialog({ onClose }: { onClose: () => void }) {
	const { node } = useSession();
	const budgets = useQuery(budgetsQuery).data ?? [];
	const make = useMakeOffer();
	const [terms, setTerms] = useState<Terms>(emptyTerms);
	const [of, setOf] = useState<readonly OfferSource[]>(['lists']);
	const [days, setDays] = useState(String(SOME_DAYS));
	const validDays = fields.validDays.safeParse(Number(days));
	return (
		<FormDialog
			title="Offer identifiers for matching"
			submit="Offer"
			isValid={areTermsChosen(terms) && of.length > 0 && validDays.success}
			isPending={make.isPending}
			error={make.error}
			onClose={onClose}
			onSubmit={() =>
				void make
					.mutateAsync({ ...terms, kinds: [...terms.kinds], of: [...of], validDays: Number(days) })
					.then(onClose, () => undefined)
			}
		>
			<TermsFields
				budgets={budgets}
				terms={terms}
				kindsOf={(body) => kindsToOffer(body, node.id)}
				onChange={setTerms}
			/>
			<fieldset className="matching-choices">
				<legend>Made of</legend>
				{sources.map((source) => (
					<Checkbox
						key={source}
						checked={of.includes(source)}
						label={offerSourceWords[source]}
						onChange={({ currentTarget: { checked } }) =>
							setOf(sources.filter((each) => (each === source ? checked : of.includes(each))))
						}
					/>
				))}
			</fieldset>
			<FormGroup
				label="Days"
				labelFor="offer-days"
				intent={validDays.success ? 'none' : 'danger'}
				helperText="1 to 365. It is made anew by itself when a tenth of them is left, of what is held then."
			>
				<InputGroup
					id="offer-days"
					type="number"
					min={1}
					max={365}
					value={days}
					onValueChange={setDays}
					aria-invalid={!validDays.success}
				/>
			</FormGroup>
			<p className="muted">
				The partner gets tags that say nothing by themselves. It can ask one identifier at a time, up to the
				budget of the agreement, and learns hit or no hit.
			</p>
		</FormDialog>
	);
}
