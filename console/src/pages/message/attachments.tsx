/** Files that go with a message: taken to this machine piece by piece, once all of one is here. */
import { Button } from '@blueprintjs/core';
import { Download } from '@blueprintjs/icons';
import { useMutation } from '@tanstack/react-query';
import type { Attachment } from '../../../../contract/exchange/message.ts';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { callForBytes } from '../../client/call.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatBytes } from '../../display/format.ts';

export function Attachments({ detail: { attachments, summary } }: { detail: MessageDetail }) {
	if (attachments.length === 0) return null;
	return (
		<section className="panel message-panel" aria-label="Attachments">
			<div className="panel-head">
				<h3>Attachments</h3>
				<span className="muted number">{attachments.length}</span>
			</div>
			<ul className="attachments">
				{attachments.map(({ attachment, complete }) => (
					<AttachmentLine
						key={attachment.id}
						message={summary.id}
						attachment={attachment}
						isWhole={complete || summary.box === 'out'}
					/>
				))}
			</ul>
		</section>
	);
}

type LineProps = { message: string; attachment: Attachment; isWhole: boolean };

function AttachmentLine({ message, attachment, isWhole }: LineProps) {
	const download = useMutation({
		mutationFn: async () => {
			const parts: Uint8Array<ArrayBuffer>[] = [];
			for (let offset = 0; offset < attachment.bytes; ) {
				const part = await callForBytes('readAttachment', { id: message, attachment: attachment.id, offset });
				if (part.length === 0) break;
				parts.push(new Uint8Array(part));
				offset += part.length;
			}
			save(new Blob(parts, { type: attachment.mediaType }), attachment.name);
		},
	});
	return (
		<li>
			<span className="attachment-name">{attachment.name}</span>
			<span className="muted number">{formatBytes(attachment.bytes)}</span>
			<code className="muted" title={`SHA-256 ${attachment.sha256}`}>
				{attachment.sha256.slice(0, 12)}…
			</code>
			{isWhole ? (
				<Button
					size="small"
					icon={<Download size={14} />}
					loading={download.isPending}
					onClick={() => download.mutate()}
				>
					Download
				</Button>
			) : (
				<span className="muted">on its way</span>
			)}
			{download.isError && (
				<span className="attachment-failure" role="alert">
					{toCallError(download.error).message}
				</span>
			)}
		</li>
	);
}

/** Hands a file to the browser, which asks or knows where to put it. */
function save(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// The browser has taken it by the next turn.
	setTimeout(() => URL.revokeObjectURL(link.href));
}
