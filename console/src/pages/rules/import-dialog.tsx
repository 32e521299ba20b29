/** Takes rules from a file as drafts, and says of each what became of it. */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FileInput } from '@blueprintjs/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ruleFile } from '../../../../contract/rules.ts';
import { toCallError } from '../../client/call-error.ts';
import { plural } from '../../display/format.ts';
import { useImportRules } from '../../queries/rules.ts';

type Read = { file: File; rules: ReturnType<typeof ruleFile.parse> } | { file: File; problem: string };

/** A file of rules holds text; a larger file is something else. */
const MOST_BYTES = 32 * 1024 ** 2;

async function readFile(file: File): Promise<Read> {
	if (file.size > MOST_BYTES) return { file, problem: 'It is too large for a file of rules.' };
	let value: unknown;
	try {
		value = JSON.parse(await file.text());
	} catch {
		return { file, problem: 'It is not JSON. A file of rules is what Export writes.' };
	}
	const read = ruleFile.safeParse(value);
	if (read.success) return { file, rules: read.data };
	const issue = read.error.issues[0];
	return { file, problem: `${issue?.path.join('.') || 'It'}: ${issue?.message ?? 'not a file of rules'}` };
}

export function ImportDialog({ onClose, onImported }: { onClose: () => void; onImported: () => void }) {
	const [read, setRead] = useState<Read>();
	const importing = useImportRules();
	const queryClient = useQueryClient();
	const result = importing.data;
	const run = () => {
		if (read === undefined || !('rules' in read) || importing.isPending) return;
		importing.mutateAsync({ file: read.rules }).then(
			() => {
				queryClient.removeQueries({ queryKey: ['rules'] });
				onImported();
			},
			() => undefined, // shown below, from the state of the mutation
		);
	};
	return (
		<Dialog isOpen onClose={onClose} title="Import rules" className="import-rules">
			<DialogBody>
				{result === undefined ? (
					<>
						<p>Rules come in as drafts. What is the same as the newest version here is left alone.</p>
						<FileInput
							fill
							text={read?.file.name ?? 'Choose a file of rules (JSON)'}
							inputProps={{
								id: 'rules-file',
								accept: '.json,application/json',
								'aria-label': 'File of rules',
							}}
							onInputChange={(event) => {
								const file = event.currentTarget.files?.[0];
								if (file) void readFile(file).then(setRead);
							}}
						/>
						{read && 'problem' in read && (
							<Callout compact intent="danger" role="alert">
								{read.problem}
							</Callout>
						)}
						{read && 'rules' in read && (
							<p role="status">{plural(read.rules.rules.length, 'rule')} in the file.</p>
						)}
						{importing.isError && (
							<Callout compact intent="danger" role="alert">
								{toCallError(importing.error).message} {toCallError(importing.error).remedy}
							</Callout>
						)}
					</>
				) : (
					<div role="status">
						<p>
							<strong>{plural(result.drafted.length, 'draft')} written</strong>
							{result.same.length > 0 && `, ${plural(result.same.length, 'rule')} as before`}
							{result.refused.length > 0 && `, ${plural(result.refused.length, 'rule')} refused`}.
						</p>
						<ul className="import-drafted">
							{result.drafted.map((id) => (
								<li key={id}>
									<Link to="/rules/$id" params={{ id }}>
										{id}
									</Link>
								</li>
							))}
						</ul>
						{result.refused.map(({ rule, problems }) => (
							<Callout key={rule} compact intent="warning" title={rule}>
								{problems.map((problem) => (
									<p key={`${problem.field} ${problem.message}`}>
										{problem.message} {problem.remedy}
									</p>
								))}
							</Callout>
						))}
					</div>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					result === undefined ? (
						<>
							<Button onClick={onClose}>Leave it</Button>
							<Button
								intent="primary"
								disabled={read === undefined || !('rules' in read)}
								loading={importing.isPending}
								onClick={run}
							>
								Import
							</Button>
						</>
					) : (
						<Button intent="primary" onClick={onClose}>
							Close
						</Button>
					)
				}
			/>
		</Dialog>
	);
}
