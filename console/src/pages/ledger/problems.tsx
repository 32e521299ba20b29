/** Forks, rollbacks and rewritten entries that were found: named, with what to do, their evidence, and the way to clear them. */
import { Button, Callout, FormGroup, InputGroup } from '@blueprintjs/core';
import { useState } from 'react';
import type { LedgerProblem } from '../../../../contract/operations-ledger.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { Instant } from '../../display/instant.tsx';
import { problemWords } from '../../exchanging/ledger-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { useClearProblem } from '../../queries/ledger.ts';
import { useAbility } from '../../shell/session.ts';

export function Problems({ problems, node }: { problems: readonly LedgerProblem[]; node: string }) {
	const mayClear = useAbility('partner.change');
	const [clearing, setClearing] = useState<LedgerProblem>();
	return (
		<>
			{problems.length > 0 && (
				<div className="ledger-problems">
					{problems.map((problem) => {
						const { partner, at, kind, sentence, kept, shown } = problem;
						const words = problemWords(problem, node);
						const isOwn = partner === node;
						return (
							<Callout
								key={`${partner} ${at} ${kind}`}
								className="one-notice ledger-problem"
								intent="danger"
								icon={null}
								role="alert"
							>
								<div className="ledger-problem-head">
									<strong>
										{words.name} of {isOwn ? 'the ledger of this node' : <PartnerName name={partner} />}
									</strong>
									<span>found </span>
									<Instant at={at} />
									<span className="spring" />
									{mayClear && (
										<Button size="small" intent="danger" onClick={() => setClearing(problem)}>
											Clear…
										</Button>
									)}
								</div>
								<p>{sentence}</p>
								<p>
									{words.means}{' '}
									{isOwn ? 'All exchange of this node is stopped.' : 'Exchange with it is stopped.'}{' '}
									{words.remedy}
								</p>
								<details>
									<summary>Evidence: what was signed, and what contradicts it</summary>
									<div className="ledger-evidence">
										<pre>{kept === '' ? 'no note was kept' : kept}</pre>
										<pre>{shown}</pre>
									</div>
								</details>
							</Callout>
						);
					})}
				</div>
			)}
			{clearing && <ClearDialog problem={clearing} onClose={() => setClearing(undefined)} />}
		</>
	);
}

function ClearDialog({ problem: { partner }, onClose }: { problem: LedgerProblem; onClose: () => void }) {
	const clear = useClearProblem();
	const [reason, setReason] = useState('');
	return (
		<FormDialog
			title={`Let the exchange go on with ${partner}`}
			submit="Clear"
			isValid={reason.trim().length >= 3}
			isPending={clear.isPending}
			error={clear.error}
			onClose={onClose}
			onSubmit={() =>
				void clear.mutateAsync({ partner, reason: reason.trim() }).then(onClose, () => undefined)
			}
		>
			<p>
				All that is held against this ledger is cleared, and its next checkpoint is taken as a new beginning.
				The evidence is kept.
			</p>
			<FormGroup label="What was found out" labelFor="clear-reason">
				<InputGroup
					id="clear-reason"
					autoFocus
					value={reason}
					maxLength={400}
					autoComplete="off"
					onValueChange={setReason}
				/>
			</FormGroup>
		</FormDialog>
	);
}
