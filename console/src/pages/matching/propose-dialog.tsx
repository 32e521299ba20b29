import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Intersection } from '../../../../contract/views-exchange.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { BudgetBar } from '../../exchanging/budget-bar.tsx';
import { budgetsQuery, useIntersect } from '../../queries/matching.ts';
import { kindsToIntersect } from './offer-draft.ts';
import { areTermsChosen, emptyTerms, type Terms, TermsFields } from './terms-fields.tsx';

type Props = { onClose: () => void; onMade: (made: Intersection) => void };

/** Counts with a partner how many identifiers both hold; spends one of the month. */
export function ProposeDialog({ onClose, onMade }: Props) {
	const budgets = useQuery(budgetsQuery).data ?? [];
	const intersect = useIntersect();
	const [terms, setTerms] = useState<Terms>(emptyTerms);
	const budget = budgets.find(({ agreement }) => agreement === terms.agreement)?.intersections;
	const isSpent = budget !== undefined && budget.ours >= budget.of;
	return (
		<FormDialog
			title="Count what is on both sides"
			submit="Count"
			isValid={areTermsChosen(terms) && !isSpent}
			isPending={intersect.isPending}
			error={intersect.error}
			onClose={onClose}
			onSubmit={() =>
				void intersect.mutateAsync({ ...terms, kinds: [...terms.kinds] }).then(
					(made) => {
						onMade(made);
						onClose();
					},
					() => undefined,
				)
			}
		>
			<TermsFields budgets={budgets} terms={terms} kindsOf={kindsToIntersect} onChange={setTerms} />
			{budget && (
				<p>
					<BudgetBar spent={budget.ours} of={budget.of} label="intersections of this month" />
				</p>
			)}
			<p className="muted">
				Both nodes compare what they hold: lists in force, hits, suspicion reports, offences. Both learn how
				many each holds and how many are the same; which ones they are is said only when both consent.
			</p>
		</FormDialog>
	);
}
