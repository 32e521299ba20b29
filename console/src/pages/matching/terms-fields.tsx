/** Under which agreement, for which purpose, of which kinds: the fields that an offer and an intersection have in common. */
import { Checkbox, FormGroup, HTMLSelect } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { AgreementBody, Matchable } from '../../../../contract/exchange/agreement.ts';
import type { MatchingBudget } from '../../../../contract/views-exchange.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { askedForWords, purposeText } from '../../exchanging/matching-words.ts';
import { agreementBodyQuery } from '../../queries/matching.ts';

export type Terms = { agreement: string; purpose: string; kinds: readonly Matchable[] };

type Props = {
	budgets: readonly MatchingBudget[];
	terms: Terms;
	/** Kinds that the agreement lets be matched this way. */
	kindsOf: (body: AgreementBody) => readonly Matchable[];
	onChange: (terms: Terms) => void;
};

export function TermsFields({ budgets, terms, kindsOf, onChange }: Props) {
	const id = useId();
	const body = useQuery({ ...agreementBodyQuery(terms.agreement), enabled: terms.agreement !== '' });
	const kinds = body.data ? kindsOf(body.data) : [];
	return (
		<>
			<FormGroup label="Agreement" labelFor={`${id}-agreement`}>
				<HTMLSelect
					id={`${id}-agreement`}
					fill
					value={terms.agreement}
					onChange={({ currentTarget: { value } }) => onChange({ agreement: value, purpose: '', kinds: [] })}
				>
					<option value="">Choose one</option>
					{budgets.map(({ agreement, partner }) => (
						<option key={agreement} value={agreement}>
							{agreement}, with {partner}
						</option>
					))}
				</HTMLSelect>
			</FormGroup>
			{terms.agreement !== '' && body.isPending && <Pending rows={3} label="Loading the agreement" />}
			{body.isError && <Failure error={body.error} retry={() => void body.refetch()} />}
			{body.data && (
				<>
					<FormGroup label="Purpose" labelFor={`${id}-purpose`}>
						<HTMLSelect
							id={`${id}-purpose`}
							fill
							value={terms.purpose}
							onChange={({ currentTarget: { value } }) => onChange({ ...terms, purpose: value })}
						>
							<option value="">Choose one</option>
							{body.data.purposes.map((purpose) => (
								<option key={purpose} value={purpose}>
									{purposeText(purpose)}
								</option>
							))}
						</HTMLSelect>
					</FormGroup>
					<fieldset className="matching-choices">
						<legend>Kinds</legend>
						{kinds.length === 0 && (
							<p className="muted">
								This agreement lets nothing be matched this way. Propose a change of it.
							</p>
						)}
						{kinds.map((kind) => (
							<Checkbox
								key={kind}
								inline
								checked={terms.kinds.includes(kind)}
								label={askedForWords[kind].one}
								onChange={({ currentTarget: { checked } }) =>
									onChange({
										...terms,
										kinds: kinds.filter((each) => (each === kind ? checked : terms.kinds.includes(each))),
									})
								}
							/>
						))}
					</fieldset>
				</>
			)}
		</>
	);
}

export const emptyTerms: Terms = { agreement: '', purpose: '', kinds: [] };
export const areTermsChosen = ({ agreement, purpose, kinds }: Terms): boolean =>
	agreement !== '' && purpose !== '' && kinds.length > 0;
