/** Grant, grant in part, or refuse with a ground in law. Which grounds there are depends on the kind and the law. */
import { Button, Checkbox, HTMLSelect, TextArea } from '@blueprintjs/core';
import { useId, useState } from 'react';
import { type GroundId, groundId, grounds } from '../../../../contract/data-protection-law.ts';
import type { RequestDetail } from '../../../../contract/views-subjects.ts';
import { ChoiceRow } from '../../assessing/choice-row.tsx';
import { Instant } from '../../display/instant.tsx';
import { useDecide } from '../../queries/requests.ts';
import { MutationFailure } from './mutation-failure.tsx';
import '../../assessing/assessing.css';

type Decision = NonNullable<RequestDetail['decision']>['decision'];
const decisionWords: { readonly [each in Decision]: string } = {
	grant: 'Grant',
	partly: 'Grant in part',
	refuse: 'Refuse',
};

/** Grounds that may refuse this request, or keep part of its answer back. */
function groundsFor({ summary: { kind, law } }: RequestDetail, decision: Decision): readonly GroundId[] {
	return groundId.options.filter((id) => {
		const { articles, refuses, withholds } = grounds[id];
		return articles[law] !== null && (decision === 'refuse' ? refuses.includes(kind) : withholds);
	});
}

export function DecideStep({ detail, mayHandle }: { detail: RequestDetail; mayHandle: boolean }) {
	const { decision } = detail;
	return (
		<section className="panel request-panel" aria-label="Decide">
			<h2>What is decided?</h2>
			{decision !== null && (
				<p>
					<strong>{decisionWords[decision.decision]}</strong>
					{decision.ground && (
						<>
							: {grounds[decision.ground].title} <span className="muted">({decision.article})</span>
						</>
					)}{' '}
					· {decision.reason} <span className="muted">{decision.by},</span> <Instant at={decision.at} />
				</p>
			)}
			{mayHandle ? (
				<DecideForm detail={detail} />
			) : (
				decision === null && <p className="muted">Nothing is decided yet.</p>
			)}
		</section>
	);
}

function DecideForm({ detail }: { detail: RequestDetail }) {
	const decide = useDecide();
	const id = useId();
	const [decision, setDecision] = useState<Decision>();
	const [ground, setGround] = useState<GroundId | ''>('');
	const [keepsHits, setKeepsHits] = useState(false);
	const [reason, setReason] = useState('');
	const offered = decision === undefined ? [] : groundsFor(detail, decision);
	const needsGround = decision === 'refuse' || decision === 'partly';
	const isValid = decision !== undefined && reason.trim().length >= 3 && (!needsGround || ground !== '');
	return (
		<form
			className="request-form-inline"
			onSubmit={(event) => {
				event.preventDefault();
				if (!isValid) return;
				decide.mutate({
					id: detail.summary.id,
					decision,
					reason: reason.trim(),
					...(needsGround && ground !== '' ? { ground } : {}),
					...(decision === 'partly' && ground !== '' && keepsHits
						? { withhold: [{ category: 'investigation' as const, ground }] }
						: {}),
				});
			}}
		>
			<ChoiceRow
				legend={detail.decision === null ? 'The request' : 'Decide anew'}
				options={(['grant', 'partly', 'refuse'] as const).map((value) => ({
					value,
					label: decisionWords[value],
				}))}
				value={decision}
				onChange={(value) => {
					setDecision(value);
					setGround('');
				}}
				autoFocus={detail.decision === null}
			/>
			{needsGround && (
				<>
					<label htmlFor={`${id}-ground`}>On which ground</label>
					<HTMLSelect
						id={`${id}-ground`}
						fill
						value={ground}
						options={[
							{ value: '', label: 'Choose the ground' },
							...offered.map((each) => ({
								value: each,
								label: `${grounds[each].title} (${grounds[each].articles[detail.summary.law] ?? ''})`,
							})),
						]}
						onChange={(event) =>
							setGround(groundId.options.find((each) => each === event.currentTarget.value) ?? '')
						}
					/>
				</>
			)}
			{decision === 'partly' && (
				<Checkbox
					checked={keepsHits}
					label="Keep comparisons with lists and the reasons of assessments back on this ground"
					onChange={(event) => setKeepsHits(event.currentTarget.checked)}
				/>
			)}
			<label htmlFor={`${id}-reason`}>The reason, as the person reads it</label>
			<TextArea
				id={`${id}-reason`}
				fill
				rows={3}
				value={reason}
				maxLength={2_000}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<MutationFailure error={decide.error} />
			<div>
				<Button type="submit" intent="primary" disabled={!isValid} loading={decide.isPending}>
					Decide
				</Button>
			</div>
		</form>
	);
}
