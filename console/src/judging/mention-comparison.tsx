/** Two mentions side by side, field by field: what agrees, what differs, and what only one of them says. */
import type { ReactNode } from 'react';
import type { Evidence } from '../../../contract/views-screening.ts';
import { type ComparedField, compareMentions, type FieldAgreement } from './mention-fields.ts';
import './judging.css';

export type ComparedMention = {
	caption: string;
	content: Readonly<Record<string, unknown>>;
	/** Below the caption: in how many records, of which entity. */
	note?: ReactNode;
};

const agreementWords: { readonly [agreement in FieldAgreement]: { sign: string; word: string } } = {
	same: { sign: '=', word: 'same' },
	shared: { sign: '≈', word: 'in part' },
	script: { sign: '~', word: 'other script' },
	alike: { sign: '≈', word: 'alike' },
	different: { sign: '≠', word: 'differs' },
	left: { sign: '←', word: 'only here' },
	right: { sign: '→', word: 'only here' },
};

type Props = {
	left: ComparedMention;
	right: ComparedMention;
	/** What was weighed about the two, where it is known. */
	evidence: readonly Evidence[];
};

export function MentionComparison({ left, right, evidence }: Props) {
	const fields = compareMentions(left.content, right.content, evidence);
	return (
		<div className="table-scroll">
			<table className="table comparison">
				<thead>
					<tr>
						<th scope="col">
							<span className="visually-hidden">Field</span>
						</th>
						<Side mention={left} />
						<th scope="col">
							<span className="visually-hidden">Agreement</span>
						</th>
						<Side mention={right} />
					</tr>
				</thead>
				<tbody>
					{fields.map((field) => (
						<FieldRow key={field.label} field={field} />
					))}
					{fields.length === 0 && (
						<tr>
							<td colSpan={4} className="muted">
								Neither says anything but its caption.
							</td>
						</tr>
					)}
				</tbody>
			</table>
		</div>
	);
}

function Side({ mention }: { mention: ComparedMention }) {
	return (
		<th scope="col" className="comparison-side">
			<bdi className="comparison-caption">{mention.caption}</bdi>
			{mention.note && <span className="comparison-note">{mention.note}</span>}
		</th>
	);
}

function FieldRow({ field }: { field: ComparedField }) {
	const { sign, word } = agreementWords[field.agreement];
	return (
		<tr className={`comparison-${field.agreement}`}>
			<th scope="row">{field.label}</th>
			<Values values={field.left} />
			<td className="comparison-agreement">
				<span aria-hidden="true" className="comparison-sign">
					{sign}
				</span>{' '}
				{word}
			</td>
			<Values values={field.right} />
		</tr>
	);
}

function Values({ values }: { values: ComparedField['left'] }) {
	return (
		<td className="comparison-values">
			{values.length === 0 && (
				<span className="muted">
					–<span className="visually-hidden"> does not say</span>
				</span>
			)}
			{values.map(({ value, isShared }) => (
				<bdi key={value} className={isShared ? 'comparison-value shared' : 'comparison-value'}>
					{value}
				</bdi>
			))}
		</td>
	);
}
