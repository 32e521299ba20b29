/** What one side may send under an agreement: kinds of message, records with their fields, subjects, matching. */
import { Button, HTMLSelect } from '@blueprintjs/core';
import { Cross } from '@blueprintjs/icons';
import { useState } from 'react';
import { matchable, subjectField } from '../../../../contract/exchange/agreement.ts';
import { messageKinds } from '../../../../contract/exchange/message.ts';
import { recordKinds } from '../../../../contract/records/record.ts';
import { formatCount, plural } from '../../display/format.ts';
import { kindWords } from '../../display/words.ts';
import { matchableWords, subjectFieldWords } from '../../exchanging/agreement-words.ts';
import { messageKindWords } from '../../exchanging/message-words.ts';
import { Party } from './document-tab.tsx';
import type { GrantDraft } from './draft.ts';
import { Checks } from './field.tsx';
import { FieldRows } from './field-rows.tsx';
import { countFates, type FieldRules } from './field-rules.ts';

/** What nodes say of the exchange itself needs no agreement. */
const messageOptions = messageKinds
	.filter((kind) => kind !== 'control')
	.map((value) => ({ value, label: messageKindWords[value].name, title: messageKindWords[value].says }));
const subjectOptions = subjectField.options.map((value) => ({ value, label: subjectFieldWords[value] }));
const matchingOptions = matchable.options.map((value) => ({ value, label: matchableWords[value] }));

type Props = {
	grant: GrantDraft;
	/** Its place among the grants, as problems name it. */
	at: number;
	/** Names of both nodes. */
	from: string;
	to: string;
	problemOf: (field: string) => string | undefined;
	onChange: (grant: GrantDraft) => void;
	onRemove: () => void;
};

export function GrantFields({ grant, at, from, to, problemOf, onChange, onRemove }: Props) {
	const set = (part: Partial<GrantDraft>) => onChange({ ...grant, ...part });
	const missing = recordKinds.filter((kind) => !grant.records.some((rules) => rules.kind === kind));
	const setRules = (index: number, rules: FieldRules | undefined) =>
		set({
			records:
				rules === undefined ? grant.records.toSpliced(index, 1) : grant.records.toSpliced(index, 1, rules),
		});
	const problem = problemOf(`grants.${at}`);
	const name = grant.isOurs ? 'What we may send' : 'What they may send';
	return (
		<section className="panel agreement-grant" aria-label={name}>
			<div className="panel-head agreement-way">
				<h2>
					{from === '' ? 'The partner' : <Party name={from} />}
					<span className="muted"> may send to </span>
					{to === '' ? 'the partner' : <Party name={to} />}
				</h2>
				<Button
					size="small"
					variant="minimal"
					icon={<Cross size={14} />}
					aria-label={`Take out: ${name.toLowerCase()}`}
					title="Take this grant out"
					onClick={onRemove}
				/>
			</div>
			{problem !== undefined && <p className="field-problem">{problem}</p>}
			<Checks
				legend="Messages"
				options={messageOptions}
				chosen={grant.messages}
				onChange={(messages) => set({ messages })}
			/>
			<Checks
				legend="Of subjects may be said"
				options={subjectOptions}
				chosen={grant.subjects}
				onChange={(subjects) => set({ subjects })}
			/>
			<Checks
				legend="May be matched without revealing"
				options={matchingOptions}
				chosen={grant.matching}
				onChange={(matching) => set({ matching })}
			/>
			<div className="grant-records">
				<h3>Records</h3>
				{grant.records.length === 0 && <p className="muted">None.</p>}
				{grant.records.map((rules, index) => (
					<RecordRules
						key={rules.kind}
						rules={rules}
						problem={problemOf(`grants.${at}.records.${index}`)}
						onChange={(next) => setRules(index, next)}
						onRemove={() => setRules(index, undefined)}
					/>
				))}
				{missing.length > 0 && (
					<HTMLSelect
						aria-label="Add a kind of record"
						value=""
						onChange={(event) => {
							const kind = missing.find((each) => each === event.currentTarget.value);
							if (kind)
								set({ records: [...grant.records, { kind, allowed: [], masked: [], forbidden: [] }] });
						}}
					>
						<option value="">Add a kind of record …</option>
						{missing.map((kind) => (
							<option key={kind} value={kind}>
								{kindWords[kind].many}
							</option>
						))}
					</HTMLSelect>
				)}
			</div>
		</section>
	);
}

type RulesProps = {
	rules: FieldRules;
	problem: string | undefined;
	onChange: (rules: FieldRules) => void;
	onRemove: () => void;
};

function RecordRules({ rules, problem, onChange, onRemove }: RulesProps) {
	const { allowed, masked, forbidden } = countFates(rules);
	// A kind that was just added names nothing, and is there to be filled in. Hundreds of rows are made when they are wanted.
	const [isOpen, setOpen] = useState(allowed + masked + forbidden === 0);
	const words = kindWords[rules.kind].many;
	return (
		<details className="grant-record" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>
				<strong>{words}</strong>{' '}
				<span className="muted">
					{plural(allowed, 'path')} allowed, {formatCount(masked)} masked, {formatCount(forbidden)} forbidden
				</span>
				{problem !== undefined && <span className="field-problem"> {problem}</span>}
			</summary>
			{isOpen && (
				<>
					<FieldRows rules={rules} onChange={onChange} />
					<Button size="small" variant="minimal" icon={<Cross size={14} />} onClick={onRemove}>
						Take {words.toLowerCase()} out
					</Button>
				</>
			)}
		</details>
	);
}
