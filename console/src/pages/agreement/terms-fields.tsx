/** Fields of an agreement beside its grants: what it is, on what it rests, what it is for, its terms and days. */
import { HTMLSelect, Switch, TagInput, TextArea } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { type AgreementBody, handlingCode } from '../../../../contract/exchange/agreement.ts';
import { onwardWords } from '../../exchanging/agreement-words.ts';
import { handlingCodeWords } from '../../exchanging/message-words.ts';
import { partnersQuery } from '../../queries/partners.ts';
import { useAbility } from '../../shell/session.ts';
import { type AgreementDraft, hasPlaces, type NumberName } from './draft.ts';
import { Checks, Field, fieldId, TextField } from './field.tsx';

type Props = {
	draft: AgreementDraft;
	problemOf: (field: string) => string | undefined;
	onChange: (part: Partial<AgreementDraft>) => void;
};

export function TextFields({ draft, problemOf, onChange, isNew }: Props & { isNew: boolean }) {
	return (
		<section className="panel agreement-fields" aria-label="What it is">
			<TextField
				name="title"
				label="Title"
				value={draft.title}
				maxLength={200}
				problem={problemOf('title')}
				className="field-wide"
				onChange={(title) => onChange({ title })}
			/>
			<TextField
				name="id"
				label="Identifier"
				hint={isNew ? 'Both sides know it by this; it stays' : ''}
				value={draft.id}
				maxLength={64}
				isDisabled={!isNew}
				problem={problemOf('id')}
				onChange={(id) => onChange({ id })}
			/>
			<PartnerField draft={draft} problemOf={problemOf} onChange={onChange} isFixed={!isNew} />
			<Field
				name="legalBasis"
				label="Legal basis"
				hint={
					hasPlaces(draft)
						? 'Places in square brackets are to be completed before it can be offered'
						: 'Acts and sections of both sides'
				}
				problem={problemOf('legalBasis')}
				className="field-wide"
			>
				<TextArea
					id={fieldId('legalBasis')}
					fill
					rows={6}
					value={draft.legalBasis}
					maxLength={2_000}
					onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
				/>
			</Field>
			<Field
				name="purposes"
				label="Purposes"
				hint="As names: money-laundering. Enter adds one"
				problem={problemOf('purposes')}
				className="field-wide"
			>
				<TagInput
					values={[...draft.purposes]}
					addOnBlur
					separator={/[,;\s]+/}
					inputProps={{ id: fieldId('purposes'), 'aria-label': 'Purposes' }}
					onChange={(values) =>
						onChange({ purposes: [...new Set(values.map((value) => String(value).toLowerCase()))] })
					}
				/>
			</Field>
		</section>
	);
}

function PartnerField({ draft, problemOf, onChange, isFixed }: Props & { isFixed: boolean }) {
	const mayRead = useAbility('partner.read');
	const partners = useQuery({ ...partnersQuery, enabled: mayRead }).data ?? [];
	const known = partners.filter(({ state }) => state !== 'distrusted');
	const isListed = known.some(({ name }) => name === draft.partner);
	return (
		<Field
			name="partner"
			label="Partner"
			hint={!isFixed && mayRead && known.length === 0 ? 'No node is trusted here yet: see Partners' : ''}
			problem={problemOf('partner')}
		>
			<HTMLSelect
				id={fieldId('partner')}
				fill
				value={draft.partner}
				disabled={isFixed}
				onChange={(event) => onChange({ partner: event.currentTarget.value })}
			>
				<option value="">Choose a partner</option>
				{!isListed && draft.partner !== '' && <option value={draft.partner}>{draft.partner}</option>}
				{known.map(({ name, title }) => (
					<option key={name} value={name}>
						{title}
					</option>
				))}
			</HTMLSelect>
		</Field>
	);
}

export function TermFields({ draft, problemOf, onChange }: Props) {
	const number = (name: NumberName, label: string, unit: string) => (
		<TextField
			name={name}
			label={label}
			unit={unit}
			value={draft.numbers[name]}
			maxLength={9}
			problem={problemOf(name)}
			onChange={(value) => onChange({ numbers: { ...draft.numbers, [name]: value } })}
		/>
	);
	const onwards = ['never', 'with-consent', 'allowed'] as const satisfies readonly AgreementBody['onward'][];
	return (
		<>
			<section className="panel agreement-fields agreement-thirds" aria-label="Days">
				{(
					[
						['startsOn', 'First day'],
						['reviewOn', 'Review on'],
						['endsOn', 'Last day'],
					] as const
				).map(([name, label]) => (
					<TextField
						key={name}
						name={name}
						label={label}
						type="date"
						value={draft[name]}
						problem={problemOf(name)}
						onChange={(value) => onChange({ [name]: value })}
					/>
				))}
			</section>
			<section className="panel agreement-fields" aria-label="Handling">
				<div className="field-wide">
					<Checks
						legend="Handling codes that may be set"
						options={handlingCode.options.map((value) => ({
							value,
							label: value,
							title: handlingCodeWords[value],
						}))}
						chosen={draft.handling}
						problem={problemOf('handling')}
						onChange={(handling) => onChange({ handling })}
					/>
				</div>
				<Field name="least" label="Without a code a message has" problem={problemOf('least')}>
					<HTMLSelect
						id={fieldId('least')}
						fill
						value={draft.least}
						onChange={(event) => {
							const least = handlingCode.options.find((each) => each === event.currentTarget.value);
							if (least) onChange({ least });
						}}
						options={handlingCode.options.map((value) => ({
							value,
							label: `${value}: ${handlingCodeWords[value]}`,
						}))}
					/>
				</Field>
				<Field name="onward" label="Passing on" problem={problemOf('onward')}>
					<HTMLSelect
						id={fieldId('onward')}
						fill
						value={draft.onward}
						onChange={(event) => {
							const onward = onwards.find((each) => each === event.currentTarget.value);
							if (onward) onChange({ onward });
						}}
						options={onwards.map((value) => ({
							value,
							label: `${onwardWords[value].name}: ${onwardWords[value].meaning}`,
						}))}
					/>
				</Field>
				{number('retentionDays', 'Kept by the receiver', 'days')}
				<Switch
					className="agreement-switch"
					checked={draft.evaluation}
					label="Source and information must be graded (4×4)"
					onChange={(event) => onChange({ evaluation: event.currentTarget.checked })}
				/>
			</section>
			<section className="panel agreement-fields agreement-thirds" aria-label="Times and budgets">
				{number('urgent', 'Urgent answer within', 'hours')}
				{number('direct', 'Direct', 'hours')}
				{number('normal', 'Normal', 'hours')}
				{number('questionsPerDay', 'Questions of a side', 'a day')}
				{number('messagesPerDay', 'Messages of a side', 'a day')}
				{number('intersectionsPerMonth', 'Intersections', 'a month')}
			</section>
		</>
	);
}
