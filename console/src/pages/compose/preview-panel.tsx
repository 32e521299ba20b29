/** Exactly what leaves, made by the node from what is being written; and what stays behind, with the reason. */
import { Callout, Spinner } from '@blueprintjs/core';
import type { MessageBody } from '../../../../contract/exchange/message.ts';
import type { MessagePreview } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { MessageBodyView } from '../../exchanging/message-body-view.tsx';
import { fieldOf, type Missing } from './draft.ts';
import { showField } from './field.tsx';

type Props = {
	preview: MessagePreview | undefined;
	/** It is of what was written a moment ago; the next one is being made. */
	isStale: boolean;
	error: unknown;
	/** What is still missing, for those who do not know why there is no preview. */
	missing: readonly Missing[];
	to: string | undefined;
};

export function PreviewPanel({ preview, isStale, error, missing, to }: Props) {
	return (
		<section className="compose-preview" aria-label="What leaves" aria-busy={isStale}>
			<header>
				<h2>What leaves</h2>
				<span className="muted">
					{to ? `for ${to}, after the agreement has been applied` : 'nothing yet'}
				</span>
				{isStale && <Spinner size={14} aria-label="Looking" />}
			</header>
			{error !== null && error !== undefined && (
				<Callout compact intent="danger" role="alert">
					{toCallError(error).message} {toCallError(error).remedy}
				</Callout>
			)}
			{preview === undefined ? (
				<div className="compose-nothing muted">
					<p>
						What the partner will read stands here while you write: cut to what the agreement allows, by the
						node itself.
					</p>
					{missing[0] && <p>{missing[0].sentence}</p>}
				</div>
			) : (
				<div className={isStale ? 'compose-shown compose-stale' : 'compose-shown'}>
					<Problems problems={preview.problems} />
					<Sum preview={preview} />
					{preview.dueAt !== null && (
						<p className="compose-due">
							An answer will be due until <Instant at={preview.dueAt} />; both sides see that clock.
						</p>
					)}
					<MessageBodyView
						body={preview.body}
						recordFoot={(at) => <StaysHere preview={preview} reference={referenceAt(preview.body, at)} />}
					/>
					<SubjectsCut preview={preview} />
					{saysNothing(preview.body) && (
						<p className="compose-nothing muted">Beside its kind and its purpose it says nothing yet.</p>
					)}
				</div>
			)}
		</section>
	);
}

/** How much leaves and how much stays, in a line. */
function Sum({ preview: { body, removed, masked } }: { preview: MessagePreview }) {
	if (body.kind === 'control' || body.records.length + body.subjects.length + removed.length === 0)
		return null;
	const cut = `${plural(removed.length, 'value')} ${removed.length === 1 ? 'stays' : 'stay'} here`;
	return (
		<p className="compose-due">
			{plural(body.records.length, 'record')}, {plural(body.subjects.length, 'subject')},{' '}
			{plural(body.attachments.length, 'attachment')}.{' '}
			<strong>
				{cut}, {masked.length === 0 ? 'none is masked' : `${masked.length} masked`}.
			</strong>
		</p>
	);
}

const referenceAt = (body: MessageBody, at: number): string | undefined =>
	body.kind === 'control' ? undefined : body.records[at]?.reference;

const saysNothing = (body: MessageBody): boolean =>
	body.kind !== 'control' &&
	(body.kind === 'supplementary' || body.kind === 'query') &&
	body.records.length + body.subjects.length === 0 &&
	body.text === undefined;

function Problems({ problems }: Pick<MessagePreview, 'problems'>) {
	if (problems.length === 0) return null;
	return (
		<Callout compact intent="warning" role="status" className="compose-problems">
			<strong>It cannot be sent like this.</strong>
			<ul>
				{problems.map(({ path, sentence }) => (
					<li key={path + sentence}>
						<button
							type="button"
							className="place-button"
							onClick={() => showField(fieldOf(path.split('.')))}
						>
							{sentence}
						</button>
					</li>
				))}
			</ul>
		</Callout>
	);
}

const reasons: Readonly<Record<string, string>> = {
	forbidden: 'never said under this agreement',
	'not-allowed': 'not named by it',
};

function StaysHere({ preview, reference }: { preview: MessagePreview; reference: string | undefined }) {
	const removed = preview.removed.filter(({ record }) => record === reference);
	const masked = preview.masked.filter(({ record }) => record === reference);
	if (removed.length + masked.length === 0)
		return <p className="held-back muted">All that the record says leaves.</p>;
	return (
		<details className="held-back" open={removed.length + masked.length <= 12}>
			<summary>
				Stays here: {plural(removed.length, 'value')} cut, {masked.length} masked
			</summary>
			{Object.entries(reasons).map(([because, words]) => {
				const paths = removed.filter((each) => each.because === because).map(({ path }) => path);
				return (
					paths.length > 0 && (
						<div key={because}>
							<h4>
								Cut: {words} <span className="muted number">{paths.length}</span>
							</h4>
							<p className="mono">{paths.join(' · ')}</p>
						</div>
					)
				);
			})}
			{masked.length > 0 && (
				<>
					<h4>
						Masked: the partner learns that there is a value{' '}
						<span className="muted number">{masked.length}</span>
					</h4>
					<p className="mono">{masked.map(({ path }) => path).join(' · ')}</p>
				</>
			)}
		</details>
	);
}

function SubjectsCut({ preview }: { preview: MessagePreview }) {
	const cut = preview.removed.filter(({ record }) => record.startsWith('subjects['));
	if (cut.length === 0) return null;
	return (
		<p className="held-back muted">
			Of whom it speaks, the agreement does not let out:{' '}
			{[...new Set(cut.map(({ path }) => path))].join(', ')}.
		</p>
	);
}
