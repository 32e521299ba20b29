/** What is done and given: the page for the person, corrections, restrictions, erasure, and the answer that closes the request. */
import { AnchorButton, Button, TextArea } from '@blueprintjs/core';
import { Document, Download } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FoundMention, RequestDetail } from '../../../../contract/views-subjects.ts';
import { addressOf } from '../../client/call.ts';
import { Instant } from '../../display/instant.tsx';
import { Pending } from '../../display/states.tsx';
import { foundQuery, useClose } from '../../queries/requests.ts';
import { useAbility } from '../../shell/session.ts';
import { MutationFailure } from './mutation-failure.tsx';
import { RecordActions } from './record-actions.tsx';

type Props = { detail: RequestDetail; mayHandle: boolean };

export function AnswerStep({ detail, mayHandle }: Props) {
	const { summary, answer, identity, picks } = detail;
	const mayExport = useAbility('request.export') && identity !== null;
	const isPicked = picks.some(({ verdict }) => verdict === 'this-person');
	return (
		<>
			<section className="panel request-panel" aria-label="For the person">
				<h2>What the person is given</h2>
				<p className="muted">
					Everything that is held of her or him, without others in the same documents, and without what may
					not be told. Read it through before it leaves.
				</p>
				{mayExport && isPicked ? (
					<div className="request-actions">
						<AnchorButton
							icon={<Document size={14} />}
							href={addressOf('exportSubject', { id: summary.id, format: 'html' })}
							download
						>
							Page to print
						</AnchorButton>
						<AnchorButton
							icon={<Download size={14} />}
							href={addressOf('exportSubject', { id: summary.id, format: 'json' })}
							download
						>
							Data (JSON)
						</AnchorButton>
					</div>
				) : (
					<p>First the person is to be identified, found and picked.</p>
				)}
			</section>
			{mayHandle && isPicked && <Records detail={detail} />}
			{answer === null ? (
				mayHandle && <CloseForm detail={detail} />
			) : (
				<section className="panel request-panel" aria-label="Answer">
					<h2>The answer</h2>
					<p className="request-answer">{answer.text}</p>
					<p className="muted">
						{answer.by}, <Instant at={answer.at} />
					</p>
				</section>
			)}
		</>
	);
}

/** Records of the person, with what can be done to each. */
function Records({ detail }: Pick<Props, 'detail'>) {
	const { id } = detail.summary;
	const [isShown, setIsShown] = useState(false);
	const found = useQuery({ ...foundQuery(id), enabled: isShown });
	return (
		<section className="panel request-panel" aria-label="Records">
			<div className="request-panel-head">
				<h2>Records</h2>
				<span className="spring" />
				{!isShown && (
					<Button size="small" onClick={() => setIsShown(true)}>
						Correct, restrict or erase …
					</Button>
				)}
			</div>
			{found.isLoading && <Pending rows={4} label="Looking" />}
			{found.data && <RecordActions detail={detail} records={recordsOf(found.data.mentions)} />}
		</section>
	);
}

const recordsOf = (mentions: readonly FoundMention[]): FoundMention['records'] => [
	...new Map(
		mentions
			.filter(({ verdict }) => verdict === 'this-person')
			.flatMap(({ records }) => records.map((record) => [record.id, record] as const)),
	).values(),
];

function CloseForm({ detail: { summary, decision } }: Pick<Props, 'detail'>) {
	const close = useClose();
	const [answer, setAnswer] = useState('');
	return (
		<section className="panel request-panel" aria-label="Answer">
			<h2>The answer</h2>
			{decision === null && <p className="muted">First it is to be decided.</p>}
			<form
				className="request-form-inline"
				onSubmit={(event) => {
					event.preventDefault();
					close.mutate({ id: summary.id, answer: answer.trim() });
				}}
			>
				<label htmlFor="request-answer">What was answered, and how it was sent</label>
				<TextArea
					id="request-answer"
					fill
					rows={4}
					value={answer}
					maxLength={8_000}
					onChange={(event) => setAnswer(event.currentTarget.value)}
				/>
				<MutationFailure error={close.error} />
				<div>
					<Button
						type="submit"
						intent="primary"
						disabled={decision === null || answer.trim().length < 3}
						loading={close.isPending}
					>
						Answered: close the request
					</Button>
				</div>
			</form>
		</section>
	);
}
