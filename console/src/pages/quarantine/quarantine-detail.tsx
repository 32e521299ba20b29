import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { Refresh, Trash } from '@blueprintjs/icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { Quarantined, SubmissionResult } from '../../../../contract/views.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatBytes, plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { formatWords } from '../../display/words.ts';
import { OriginalView } from '../../original/original-view.tsx';
import { useDiscardQuarantine } from '../../queries/quarantine.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { addressOfPlace, offsetOf, parseOriginalPlace } from '../record/place.ts';

type Props = { item: Quarantined; isRetrying: boolean; onRetry: () => void };

/** One quarantined submission: why, what to do, the bytes, and the two ways out. */
export function QuarantineDetail({ item, isRetrying, onRetry }: Props) {
	const mayRetry = useAbility('quarantine.retry');
	const mayDiscard = useAbility('quarantine.discard');
	const mayReadOriginal = useAbility('original.read');
	const [isDiscarding, setDiscarding] = useState(false);
	const isOpen = item.state === 'open';
	useCommands([
		{
			label: 'Read this submission again',
			group: 'Quarantine',
			shortcut: 'r',
			when: () => isOpen && mayRetry,
			run: onRetry,
		},
		{
			label: 'Discard this submission',
			group: 'Quarantine',
			shortcut: 'd',
			when: () => isOpen && mayDiscard,
			run: () => setDiscarding(true),
		},
	]);
	return (
		<>
			<header>
				<div>
					<h2>{item.reason}</h2>
					<p className="muted">
						<code>{item.code}</code> at {item.place}
					</p>
				</div>
				{isOpen && (
					<div className="quarantine-actions">
						{mayRetry && (
							<Button
								size="small"
								intent="primary"
								icon={<Refresh size={14} />}
								loading={isRetrying}
								onClick={onRetry}
								title="r"
							>
								Read again
							</Button>
						)}
						{mayDiscard && (
							<Button size="small" icon={<Trash size={14} />} onClick={() => setDiscarding(true)} title="d">
								Discard
							</Button>
						)}
					</div>
				)}
			</header>
			<Callout compact intent="primary" icon={null} className="quarantine-remedy">
				<strong>What to do:</strong> {item.remedy}
			</Callout>
			<dl className="quarantine-facts">
				<div>
					<dt>Received</dt>
					<dd>
						<Instant at={item.receivedAt} seconds />
					</dd>
				</div>
				<div>
					<dt>From</dt>
					<dd>{item.source}</dd>
				</div>
				<div>
					<dt>By</dt>
					<dd>{item.channel}</dd>
				</div>
				<div>
					<dt>Name</dt>
					<dd>{item.name ?? <span className="muted">none</span>}</dd>
				</div>
				<div>
					<dt>Format</dt>
					<dd>{formatWords[item.format]}</dd>
				</div>
				<div>
					<dt>Size</dt>
					<dd className="number">{formatBytes(item.bytes)}</dd>
				</div>
				<div>
					<dt>Attempts</dt>
					<dd className="number">
						{item.attempts}
						{item.lastTriedAt && (
							<span className="muted">
								, last <Instant at={item.lastTriedAt} />
							</span>
						)}
					</dd>
				</div>
			</dl>
			{mayReadOriginal && (
				<div className="quarantine-original panel">
					<OriginalView
						submission={item.submission}
						bytes={item.bytes}
						start={offsetOf(item.place)}
						place={parseOriginalPlace(addressOfPlace(item.place))}
					/>
				</div>
			)}
			<DiscardDialog item={item} isOpen={isDiscarding} onClose={() => setDiscarding(false)} />
		</>
	);
}

/** What reading again gave. */
export function RetryResult({ result }: { result: SubmissionResult }) {
	if (result.status === 'quarantined') {
		return (
			<Callout compact intent="warning" role="status">
				{result.name ?? 'The submission'} still cannot be read: {result.refused[0]?.reason}
			</Callout>
		);
	}
	return (
		<Callout compact intent={result.refusedCount > 0 ? 'warning' : 'success'} role="status">
			{plural(result.records, 'record')} read
			{result.refusedCount > 0 && `, ${plural(result.refusedCount, 'message')} still refused`}.{' '}
			<Link to="/records" search={{ submission: result.submission }}>
				Show them
			</Link>
		</Callout>
	);
}

const reasonSchema = operations.discardQuarantine.input.shape.reason;

function DiscardDialog({
	item,
	isOpen,
	onClose,
}: {
	item: Quarantined;
	isOpen: boolean;
	onClose: () => void;
}) {
	const discard = useDiscardQuarantine();
	const [reason, setReason] = useState('');
	const isValid = reasonSchema.safeParse(reason.trim()).success;
	const run = () => {
		if (isValid) discard.mutate({ id: item.id, reason: reason.trim() }, { onSuccess: onClose });
	};
	return (
		<Dialog isOpen={isOpen} onClose={onClose} title="Discard this submission">
			<DialogBody>
				<p>It will not be read again. The original and this reason stay on file.</p>
				<FormGroup label="Reason" labelFor="discard-reason" helperText="At least three characters">
					<TextArea
						id="discard-reason"
						autoFocus
						fill
						value={reason}
						maxLength={1_000}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
				</FormGroup>
				{discard.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(discard.error).message}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Keep</Button>
						<Button intent="danger" disabled={!isValid} loading={discard.isPending} onClick={run}>
							Discard
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
