/** Under which agreement, as what, for which purpose: what the rest of the form may offer follows from these. */
import { InputGroup } from '@blueprintjs/core';
import type { AgreementDetail, AgreementSummary } from '../../../../contract/views-exchange.ts';
import { formatCount } from '../../display/format.ts';
import { spell } from '../../display/words.ts';
import { handlingCodeWords, messageKindWords } from '../../exchanging/message-words.ts';
import { Choice } from './choice.tsx';
import { aboutKinds, type Draft, sendableKinds } from './draft.ts';
import { Field, fieldId } from './field.tsx';

type Props = {
	draft: Draft;
	agreements: readonly AgreementSummary[];
	/** The agreement that was chosen, once it is read. */
	terms: AgreementDetail | undefined;
	/** The kind follows from where the message was begun. */
	isKindGiven: boolean;
	onChange: (change: Partial<Draft>) => void;
};

const onwardWords = {
	never: 'not to be passed on',
	'with-consent': 'passed on with consent only',
	allowed: 'may be passed on',
} as const;

export function TermsFields({ draft, agreements, terms, isKindGiven, onChange }: Props) {
	const chosen = agreements.find(({ id }) => id === draft.agreement);
	const kinds =
		terms && chosen?.partner
			? sendableKinds(terms.body, chosen.partner).filter(
					(kind) => kind === draft.kind || draft.on !== null || !aboutKinds.has(kind),
				)
			: [];
	const offered = [...new Set([...kinds, ...(draft.kind === undefined ? [] : [draft.kind])])];
	return (
		<>
			<Choice
				field="agreement"
				label="To, under which agreement"
				isWide
				value={draft.agreement}
				none="Choose a partner and an agreement"
				options={agreements.map(
					({ id, partner, title }) => [id, `${partner ?? 'nobody'}: ${title}`] as const,
				)}
				onChange={(agreement) => onChange({ agreement: agreement ?? '', purpose: '', handling: undefined })}
				help={
					terms && (
						<>
							Kept for {formatCount(terms.body.retentionDays)} days, {onwardWords[terms.body.onward]}, until{' '}
							{terms.body.endsOn}; {formatCount(terms.body.budget.messagesPerDay)} messages a day
							{terms.body.evaluation && ', graded 4×4'}
						</>
					)
				}
			/>
			<Choice
				field="kind"
				label="Kind"
				value={draft.kind}
				none="Choose"
				isDisabled={isKindGiven || terms === undefined}
				options={offered.map((kind) => [kind, messageKindWords[kind].name] as const)}
				onChange={(kind) => onChange({ kind })}
				help={draft.kind && messageKindWords[draft.kind].says}
			/>
			<Choice
				field="purpose"
				label="Purpose"
				value={draft.purpose}
				none="Choose"
				isDisabled={terms === undefined}
				options={(terms?.body.purposes ?? []).map((purpose) => [purpose, spell(purpose)] as const)}
				onChange={(purpose) => onChange({ purpose: purpose ?? '' })}
				help="What the receiver may use it for"
			/>
			<Choice
				field="handling"
				label="Handling"
				value={draft.handling ?? terms?.body.handling.least}
				isDisabled={terms === undefined}
				options={(terms?.body.handling.allowed ?? []).map(
					(code) => [code, `${code}: ${handlingCodeWords[code]}`] as const,
				)}
				onChange={(handling) => onChange({ handling })}
			/>
			<Field field="caseReference" label="Case" help="Stays here, except in a referral">
				<InputGroup
					id={fieldId('caseReference')}
					value={draft.caseReference}
					maxLength={200}
					autoComplete="off"
					onValueChange={(caseReference) => onChange({ caseReference })}
				/>
			</Field>
		</>
	);
}
