/** Files that go along: left with the node at once, which seals them; they go with the message. */
import { Button, FileInput } from '@blueprintjs/core';
import { Cross } from '@blueprintjs/icons';
import type { Attachment } from '../../../../contract/exchange/message.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatBytes } from '../../display/format.ts';
import { useUploadAttachment } from '../../queries/messages.ts';
import { fieldId } from './field.tsx';

const MOST = 20;

type Props = { attachments: readonly Attachment[]; onChange: (attachments: readonly Attachment[]) => void };

export function AttachmentField({ attachments, onChange }: Props) {
	const upload = useUploadAttachment();
	const leave = async (files: readonly File[]) => {
		let left = attachments;
		for (const file of files.slice(0, MOST - attachments.length)) {
			left = [...left, await upload.mutateAsync({ file, name: file.name })];
			onChange(left);
		}
	};
	return (
		<div className="compose-attachments">
			<ul className="compose-picked">
				{attachments.map((each) => (
					<li key={each.id}>
						<span>
							<strong>{each.name}</strong> <span className="muted number">{formatBytes(each.bytes)}</span>
						</span>
						<Button
							size="small"
							variant="minimal"
							icon={<Cross size={14} />}
							aria-label={`Leave ${each.name} out`}
							onClick={() => onChange(attachments.filter(({ id }) => id !== each.id))}
						/>
					</li>
				))}
			</ul>
			<FileInput
				size="small"
				text={upload.isPending ? 'Leaving it with the node …' : 'Choose files, up to 2 GiB each'}
				buttonText="Choose"
				disabled={upload.isPending || attachments.length >= MOST}
				inputProps={{ id: fieldId('attachments'), multiple: true, 'aria-label': 'Attachments' }}
				onInputChange={(event) => {
					const files = [...(event.currentTarget.files ?? [])];
					// The same file can be chosen again after it was left out.
					event.currentTarget.value = '';
					// What fails is shown below, from the state of the mutation.
					leave(files).catch(() => undefined);
				}}
			/>
			{upload.isError && (
				<p className="compose-problem" role="alert">
					{toCallError(upload.error).message} {toCallError(upload.error).remedy}
				</p>
			)}
		</div>
	);
}
