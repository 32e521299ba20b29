/** What would leave of a record of this node under the shown version, and what stays: asked of the node, nothing is sent. */
import { HTMLSelect } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgreementBody } from '../../../../contract/exchange/agreement.ts';
import type { MessageBody, MessageKind } from '../../../../contract/exchange/message.ts';
import type { AgreementDetail, MessagePreview } from '../../../../contract/views-exchange.ts';
import { plural } from '../../display/format.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { FateMark } from '../../exchanging/agreement-marks.tsx';
import { messageKindWords } from '../../exchanging/message-words.ts';
import { SharedRecordTitle, SharedRecordView } from '../../exchanging/shared-record-view.tsx';
import { previewQuery } from '../../queries/messages.ts';
import { useSession } from '../../shell/session.ts';
import { RecordPicker } from '../compose/record-picker.tsx';

const nothing = { subjects: [], records: [], attachments: [] };
const GROUNDS = 'A look at what would leave';

/** Messages that can be looked at without another one that they answer. */
const bodies: { readonly [kind in MessageKind]?: MessageBody } = {
	spontaneous: { kind: 'spontaneous', ...nothing, grounds: GROUNDS },
	referral: { kind: 'referral', ...nothing, grounds: GROUNDS },
	supplementary: { kind: 'supplementary', ...nothing },
	reply: { kind: 'reply', ...nothing, outcome: 'full' },
	request: { kind: 'request', ...nothing, wanted: [], grounds: GROUNDS, urgency: 'normal' },
	query: { kind: 'query', ...nothing },
};

/** Kinds of message that this node may send with records in them. */
const kindsFrom = (body: AgreementBody, own: string): MessageKind[] => {
	const sent = body.grants.filter(({ from, records }) => from === own && records.length > 0);
	const all = new Set(sent.flatMap(({ messages }) => messages));
	return [...all].filter((kind) => bodies[kind] !== undefined);
};

export function PreviewTab({ detail: { body, summary } }: { detail: AgreementDetail }) {
	const own = useSession().node.id;
	const kinds = kindsFrom(body, own);
	const [asked, setKind] = useState<MessageKind>();
	const [records, setRecords] = useState<readonly string[]>([]);
	const kind = kinds.find((each) => each === asked) ?? kinds[0];
	const message = kind && bodies[kind];
	const [purpose] = body.purposes;
	const preview = useQuery(
		previewQuery(
			message === undefined || purpose === undefined || records.length === 0
				? undefined
				: { agreement: summary.id, version: summary.version, purpose, records: [...records], body: message },
		),
	);
	if (kind === undefined || purpose === undefined)
		return (
			<Empty title="No record of this node may leave under it">
				{purpose === undefined
					? 'It names no purpose.'
					: 'It grants this side no message with records in it.'}
			</Empty>
		);
	const allowed = body.grants
		.filter(({ from, messages }) => from === own && messages.includes(kind))
		.flatMap((grant) => grant.records.map((rules) => rules.kind));
	return (
		<>
			<div className="agreement-bar">
				<label className="agreement-choice" htmlFor="preview-kind">
					In a message of kind
					<HTMLSelect
						id="preview-kind"
						value={kind}
						onChange={(event) => setKind(kinds.find((each) => each === event.currentTarget.value))}
						options={kinds.map((value) => ({ value, label: messageKindWords[value].name }))}
					/>
				</label>
				<span className="muted">Nothing is sent. The node cuts the record as it would before sending.</span>
			</div>
			<ScrollRegion label="What would leave" className="one-scroll agreement-preview">
				<section className="panel agreement-pick" aria-label="Records to look at">
					<RecordPicker
						records={records}
						shared={[]}
						allowed={[...new Set(allowed)]}
						onChange={setRecords}
						onShared={() => undefined}
					/>
				</section>
				{records.length === 0 ? (
					<p className="muted">Find a record by its reference or a number in it, to see what would leave.</p>
				) : preview.isError ? (
					<Failure error={preview.error} retry={() => void preview.refetch()} title="It could not be cut" />
				) : preview.data === undefined ? (
					<Pending rows={10} label="Cutting" />
				) : (
					<Cut preview={preview.data} isStale={preview.isPlaceholderData} />
				)}
			</ScrollRegion>
		</>
	);
}

const whys: Readonly<Record<string, string>> = {
	forbidden: 'forbidden',
	'not-allowed': 'not named',
};

function Cut({ preview, isStale }: { preview: MessagePreview; isStale: boolean }) {
	if (preview.body.kind === 'control') return null;
	// What is said of grades and of the message answered is about a message that nobody writes here.
	const problems = preview.problems.filter(({ path }) => path === 'agreement');
	return (
		<div aria-busy={isStale} className="agreement-cut">
			{problems.map(({ sentence }) => (
				<p key={sentence} className="agreement-not-now muted">
					Could it be sent now? No: {sentence}
				</p>
			))}
			{preview.body.records.map((shared) => {
				const removed = preview.removed.filter(({ record }) => record === shared.reference);
				return (
					<div key={`${shared.kind} ${shared.reference}`} className="agreement-record">
						<section className="panel" aria-label={`What leaves of ${shared.reference}`}>
							<div className="panel-head">
								<h2>
									Leaves: <SharedRecordTitle shared={shared} />
								</h2>
							</div>
							<SharedRecordView shared={shared} />
						</section>
						<section className="panel" aria-label={`What stays of ${shared.reference}`}>
							<div className="panel-head">
								<h2>Stays here</h2>
								<span className="muted">
									{plural(removed.length, 'path')} cut, {shared.masked.length} masked
								</span>
							</div>
							<table className="table">
								<tbody>
									{shared.masked.map((path) => (
										<tr key={path}>
											<th scope="row" className="mono">
												{path}
											</th>
											<td>
												<FateMark fate="masked" />
											</td>
										</tr>
									))}
									{removed.map(({ path, because }) => (
										<tr key={path}>
											<th scope="row" className="mono">
												{path}
											</th>
											<td>
												{because === 'forbidden' ? (
													<FateMark fate="forbidden" />
												) : (
													<span className="muted">{whys[because] ?? because}</span>
												)}
											</td>
										</tr>
									))}
								</tbody>
							</table>
							{removed.length + shared.masked.length === 0 && (
								<p className="panel-note muted">Nothing: all that the record says leaves.</p>
							)}
						</section>
					</div>
				);
			})}
		</div>
	);
}
