/** Of whom or what a message speaks: as far as the agreement lets it. */
import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { Add, Cross } from '@blueprintjs/icons';
import type { SubjectField } from '../../../../contract/exchange/agreement.ts';
import { messageSubject } from '../../../../contract/exchange/message.ts';
import { subjectKindWords } from '../../exchanging/message-words.ts';
import { emptySubject, type SubjectDraft } from './draft.ts';
import { fieldId, useProblem } from './field.tsx';

const kinds = messageSubject.shape.kind.options;
const schemes = [
	'passport',
	'identity-card',
	'iban',
	'eori',
	'tax',
	'company-register',
	'plate',
	'imo',
	'container',
];

type Props = {
	subjects: readonly SubjectDraft[];
	allowed: ReadonlySet<SubjectField>;
	onChange: (subjects: readonly SubjectDraft[]) => void;
};

export function SubjectRows({ subjects, allowed, onChange }: Props) {
	const problem = useProblem('subjects');
	const change = (at: number, part: Partial<SubjectDraft>) =>
		onChange(subjects.map((each, index) => (index === at ? { ...each, ...part } : each)));
	if (allowed.size === 0)
		return (
			<p className="muted compose-help">
				Under this agreement such a message may not say of whom it speaks; the records that go along do.
			</p>
		);
	return (
		<div className="compose-subjects" id={fieldId('subjects')} tabIndex={-1}>
			{subjects.map((subject, at) => (
				<fieldset
					// biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand.
					key={at}
					className="compose-subject"
				>
					<legend className="visually-hidden">{`Subject ${at + 1}`}</legend>
					<div className="compose-line">
						<HTMLSelect
							aria-label="Kind"
							value={subject.kind}
							onChange={(event) =>
								change(at, { kind: kinds.find((kind) => kind === event.currentTarget.value) ?? subject.kind })
							}
							options={kinds.map((kind) => ({ value: kind, label: subjectKindWords[kind] }))}
						/>
						{allowed.has('name') && (
							<InputGroup
								fill
								aria-label="Name"
								placeholder="Name"
								autoComplete="off"
								value={subject.name}
								onValueChange={(name) => change(at, { name })}
							/>
						)}
						{allowed.has('role') && (
							<InputGroup
								className="compose-short"
								aria-label="Part that it plays"
								placeholder="Part: payer, courier …"
								autoComplete="off"
								maxLength={64}
								value={subject.role}
								onValueChange={(role) => change(at, { role })}
							/>
						)}
						<Button
							size="small"
							variant="minimal"
							icon={<Cross size={14} />}
							aria-label={`Take subject ${at + 1} away`}
							onClick={() => onChange(subjects.filter((_, index) => index !== at))}
						/>
					</div>
					<div className="compose-line">
						{allowed.has('born') && subject.kind === 'person' && (
							<InputGroup
								className="compose-short"
								aria-label="Date of birth"
								placeholder="Born 1980-04-02"
								autoComplete="off"
								maxLength={10}
								value={subject.born}
								onValueChange={(born) => change(at, { born })}
							/>
						)}
						{allowed.has('nationalities') && (
							<InputGroup
								className="compose-short"
								aria-label="Nationalities"
								placeholder="Nationality NO, SE"
								autoComplete="off"
								value={subject.nationalities}
								onValueChange={(nationalities) => change(at, { nationalities })}
							/>
						)}
					</div>
					{allowed.has('identifiers') && (
						<Identifiers
							identifiers={subject.identifiers}
							onChange={(identifiers) => change(at, { identifiers })}
						/>
					)}
				</fieldset>
			))}
			{problem && <p className="compose-problem">{problem}</p>}
			<Button
				size="small"
				icon={<Add size={14} />}
				onClick={() => onChange([...subjects, emptySubject])}
				disabled={subjects.length >= 100}
			>
				Add a person or thing
			</Button>
		</div>
	);
}

type IdentifierProps = {
	identifiers: SubjectDraft['identifiers'];
	onChange: (identifiers: SubjectDraft['identifiers']) => void;
};

function Identifiers({ identifiers, onChange }: IdentifierProps) {
	// One empty line stands ready after those that are filled in.
	const lines = [...identifiers, { scheme: '', value: '' }];
	const change = (at: number, part: Partial<(typeof lines)[number]>) =>
		onChange(
			lines
				.map((each, index) => (index === at ? { ...each, ...part } : each))
				.filter(({ scheme, value }) => scheme !== '' || value !== ''),
		);
	return (
		<>
			{lines.map(({ scheme, value }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by where they stand.
				<div key={at} className="compose-line">
					<InputGroup
						className="compose-short"
						aria-label="Kind of number"
						placeholder="Number: passport, iban …"
						list="compose-schemes"
						autoComplete="off"
						maxLength={64}
						value={scheme}
						onValueChange={(next) => change(at, { scheme: next })}
					/>
					<InputGroup
						fill
						aria-label="Number"
						placeholder="Number"
						autoComplete="off"
						maxLength={200}
						value={value}
						onValueChange={(next) => change(at, { value: next })}
					/>
				</div>
			))}
			<datalist id="compose-schemes">
				{schemes.map((scheme) => (
					<option key={scheme} value={scheme} />
				))}
			</datalist>
		</>
	);
}
