/** Rows of an entry's form: names, numbers, addresses. The first row is always there. */
import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { Add, Cross } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import { listName } from '../../../../contract/lists.ts';
import { wordsOfScheme } from '../../display/screening-words.ts';
import type { EntryDraft } from './entry-draft.ts';

type RowsProps<T> = {
	rows: readonly T[];
	empty: T;
	add: string;
	onChange: (rows: readonly T[]) => void;
	children: (row: T, index: number, set: (part: Partial<T>) => void) => ReactNode;
};

function Rows<T>({ rows, empty, add, onChange, children }: RowsProps<T>) {
	return (
		<div className="entry-rows">
			{rows.map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and their fields are controlled.
				<div key={index} className="entry-line">
					{children(row, index, (part) =>
						onChange(rows.map((each, at) => (at === index ? { ...each, ...part } : each))),
					)}
					{rows.length > 1 && (
						<Button
							size="small"
							variant="minimal"
							icon={<Cross size={14} />}
							aria-label="Take this row out"
							onClick={() => onChange(rows.filter((_, at) => at !== index))}
						/>
					)}
				</div>
			))}
			<Button
				size="small"
				variant="minimal"
				icon={<Add size={14} />}
				onClick={() => onChange([...rows, empty])}
			>
				{add}
			</Button>
		</div>
	);
}

type Of<F extends keyof EntryDraft> = {
	rows: EntryDraft[F];
	onChange: (rows: EntryDraft[F]) => void;
};

const qualities = {
	primary: 'main name',
	strong: 'also known as',
	weak: 'weak alias',
} as const;

export function NameRows({ rows, onChange }: Of<'names'>) {
	return (
		<Rows rows={rows} empty={{ full: '', quality: 'strong' }} add="Another name" onChange={onChange}>
			{(row, index, set) => (
				<>
					<InputGroup
						fill
						size="small"
						id={index === 0 ? 'entry-names' : undefined}
						aria-label={index === 0 ? 'Name' : `Name ${index + 1}`}
						value={row.full}
						maxLength={400}
						autoComplete="off"
						spellCheck={false}
						onValueChange={(full) => set({ full })}
					/>
					<HTMLSelect
						aria-label={`Kind of name ${index + 1}`}
						title="A weak alias is a hit only together with other evidence"
						value={row.quality}
						onChange={(event) =>
							set({
								quality:
									listName.shape.quality.options.find((each) => each === event.currentTarget.value) ??
									row.quality,
							})
						}
						options={listName.shape.quality.options.map((value) => ({ value, label: qualities[value] }))}
					/>
				</>
			)}
		</Rows>
	);
}

const schemes = [
	'passport',
	'identity-card',
	'residence-permit',
	'visa',
	'driving-licence',
	'tax',
	'company-register',
	'lei',
	'eori',
	'plate',
	'vin',
	'container',
	'imo',
	'mmsi',
	'call-sign',
	'aircraft',
	'iban',
	'account',
	'swift',
	'wallet',
	'document',
];

type IdentifierProps = Of<'identifiers'> & { usual: string };

export function IdentifierRows({ rows, onChange, usual }: IdentifierProps) {
	return (
		<Rows
			rows={rows}
			empty={{ scheme: usual, value: '', issuer: '' }}
			add="Another number"
			onChange={onChange}
		>
			{(row, index, set) => (
				<>
					<HTMLSelect
						aria-label={`Kind of number ${index + 1}`}
						value={row.scheme}
						onChange={(event) => set({ scheme: event.currentTarget.value })}
						options={[...new Set([...schemes, row.scheme])].map((value) => ({
							value,
							label: wordsOfScheme(value),
						}))}
					/>
					<InputGroup
						fill
						size="small"
						id={index === 0 ? 'entry-identifiers' : undefined}
						aria-label={index === 0 ? 'Number' : `Number ${index + 1}`}
						value={row.value}
						maxLength={400}
						autoComplete="off"
						spellCheck={false}
						onValueChange={(value) => set({ value })}
					/>
					<InputGroup
						size="small"
						className="entry-issuer"
						aria-label={`Country that issued number ${index + 1}`}
						placeholder="Country"
						value={row.issuer}
						maxLength={64}
						onValueChange={(issuer) => set({ issuer })}
					/>
				</>
			)}
		</Rows>
	);
}

const addressFields = [
	['street', 'Street', 1_000],
	['postcode', 'Postcode', 64],
	['city', 'City', 400],
	['country', 'Country', 100],
] as const;

export function AddressRows({ rows, onChange }: Of<'addresses'>) {
	return (
		<Rows
			rows={rows}
			empty={{ street: '', city: '', postcode: '', country: '' }}
			add="Another address"
			onChange={onChange}
		>
			{(row, index, set) =>
				addressFields.map(([field, label, maxLength]) => (
					<InputGroup
						key={field}
						fill={field === 'street'}
						size="small"
						className={`entry-${field}`}
						id={index === 0 && field === 'street' ? 'entry-addresses' : undefined}
						aria-label={index === 0 ? label : `${label} ${index + 1}`}
						placeholder={label}
						value={row[field]}
						maxLength={maxLength}
						onValueChange={(value) => set({ [field]: value })}
					/>
				))
			}
		</Rows>
	);
}
