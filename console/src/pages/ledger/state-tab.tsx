/** The state of the ledger: its signed note, who has cosigned it, what verifying it finds, and how others check it. */
import { AnchorButton, Button, Callout } from '@blueprintjs/core';
import { Download, Endorsed, Refresh } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import type { LedgerState } from '../../../../contract/operations-ledger.ts';
import { addressOf } from '../../client/call.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatAgo, formatCount, formatNumber, plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty } from '../../display/states.tsx';
import { readCheckpoint } from '../../exchanging/inclusion.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { useCheckpoint, useVerifyLedger } from '../../queries/ledger.ts';
import { partnersQuery } from '../../queries/partners.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';

export function StateTab({ state }: { state: LedgerState }) {
	const mayVerify = useAbility('ledger.verify');
	const sign = useCheckpoint();
	const verify = useVerifyLedger();
	const signNow = () => {
		if (!sign.isPending) sign.mutate();
	};
	const verifyNow = () => {
		if (!verify.isPending) verify.mutate();
	};
	useCommands([
		{
			label: 'Sign the ledger now, and ask partners to cosign it',
			group: 'Ledger',
			icon: <Refresh />,
			shortcut: 's',
			when: () => mayVerify,
			run: signNow,
		},
		{
			label: 'Verify the whole ledger now',
			group: 'Ledger',
			icon: <Endorsed />,
			shortcut: 'v',
			when: () => mayVerify,
			run: verifyNow,
		},
	]);
	const signed = state.checkpoint === null ? undefined : readCheckpoint(state.checkpoint);
	return (
		<ScrollRegion label="State of the ledger" className="one-scroll ledger-state">
			<div>
				<section className="panel" aria-labelledby="note-title">
					<div className="panel-head">
						<h2 id="note-title">Latest checkpoint</h2>
						{mayVerify && (
							<Button size="small" loading={sign.isPending} onClick={signNow} title="s">
								Sign now
							</Button>
						)}
					</div>
					{sign.isError && <Refused error={sign.error} />}
					{state.checkpoint === null ? (
						<Empty title="Not signed yet">It is signed every minute in which something was entered.</Empty>
					) : (
						<>
							<pre className="ledger-note">{state.checkpoint}</pre>
							<p className="muted panel-note">
								A signed note: origin, number of entries, root; then the signature of this node and the
								cosignatures of partners.
							</p>
						</>
					)}
				</section>
				<section className="panel" aria-labelledby="verify-title">
					<div className="panel-head">
						<h2 id="verify-title">Verify</h2>
						{mayVerify && (
							<Button
								size="small"
								intent="primary"
								icon={<Endorsed size={14} />}
								loading={verify.isPending}
								onClick={verifyNow}
								title="v"
							>
								Verify now
							</Button>
						)}
					</div>
					<p className="muted panel-note">
						Computes every hash again from the entries, and holds the tree against every checkpoint that was
						signed.
						{!mayVerify && ' Supervisors, the data-protection officer and administrators do it.'}
					</p>
					{verify.isPending && (
						<p className="panel-note" role="status">
							Verifying {plural(state.size, 'entry', 'entries')} …
						</p>
					)}
					{verify.isError && <Refused error={verify.error} />}
					{verify.data && (
						<Callout
							compact
							className="ledger-verdict"
							intent={verify.data.defect === null ? 'success' : 'danger'}
							icon={null}
							role="status"
						>
							{verify.data.defect === null ? (
								<>
									<strong>Verified.</strong> {plural(verify.data.size, 'entry', 'entries')} in{' '}
									{formatNumber(verify.data.seconds)} s: none was changed, and every checkpoint holds.
								</>
							) : (
								<>
									<strong>Not verified</strong>, at entry {formatCount(verify.data.defect.position)}:{' '}
									{verify.data.defect.sentence} Keep the database as it is, and ask partners for the
									checkpoints that they have cosigned.
								</>
							)}
						</Callout>
					)}
				</section>
			</div>
			<div>
				<Cosigners state={state} signedSize={signed?.size} />
				<Offline state={state} />
			</div>
		</ScrollRegion>
	);
}

function Refused({ error }: { error: unknown }) {
	const { message, remedy } = toCallError(error);
	return (
		<Callout compact intent="danger" icon={null} role="alert" className="ledger-verdict">
			{message} {remedy}
		</Callout>
	);
}

type CosignersProps = { state: LedgerState; signedSize: number | undefined };

/** Who has cosigned what of ours, and what we have cosigned of theirs. */
function Cosigners({ state: { partners }, signedSize }: CosignersProps) {
	const mayRead = useAbility('partner.read');
	const known = useQuery({ ...partnersQuery, enabled: mayRead }).data ?? [];
	return (
		<section className="panel" aria-labelledby="cosigners-title">
			<div className="panel-head">
				<h2 id="cosigners-title">Cosigners</h2>
				<span className="muted">partners see every checkpoint, so that there is one history for all</span>
			</div>
			{partners.length === 0 ? (
				<Empty title="There is no partner yet">
					Trust a partner: from then on each cosigns what the other did, and neither can rewrite it.
				</Empty>
			) : (
				<div className="table-scroll">
					<table className="table">
						<thead>
							<tr>
								<th scope="col">Partner</th>
								<th scope="col">Our ledger, cosigned up to</th>
								<th scope="col">State</th>
								<th scope="col">Its ledger, cosigned by us</th>
							</tr>
						</thead>
						<tbody>
							{partners.map(({ name, size, at }) => {
								const theirs = known.find((each) => each.name === name)?.ledger;
								return (
									<tr key={name}>
										<td>
											<PartnerName name={name} />
										</td>
										<td className="nowrap">
											{size === null || at === null ? (
												<span className="muted">nothing yet</span>
											) : (
												<>
													<span className="number">{formatCount(size)}</span>{' '}
													<span className="muted" title={at}>
														{formatAgo(at, Date.now())}
													</span>
												</>
											)}
										</td>
										<td className="nowrap">
											<Standing size={size} signedSize={signedSize} />
										</td>
										<td className="nowrap">
											{theirs === undefined || theirs.size === null || theirs.cosignedAt === null ? (
												<span className="muted">{mayRead ? 'nothing yet' : 'not shown to you'}</span>
											) : (
												<>
													<span className="number">{formatCount(theirs.size)}</span>{' '}
													<Instant at={theirs.cosignedAt} />
												</>
											)}
											{theirs?.problem && <span className="chip chip-error">stopped</span>}
										</td>
									</tr>
								);
							})}
						</tbody>
					</table>
				</div>
			)}
		</section>
	);
}

function Standing({ size, signedSize }: { size: number | null; signedSize: number | undefined }) {
	if (size === null || signedSize === undefined)
		return <span className="chip chip-warning">not cosigned</span>;
	if (size >= signedSize) return <span className="chip chip-good">current</span>;
	return <span className="chip chip-warning">{plural(signedSize - size, 'entry', 'entries')} behind</span>;
}

/** How somebody who trusts neither this node nor this page checks what it says. */
function Offline({ state: { origin } }: { state: LedgerState }) {
	return (
		<section className="panel" aria-labelledby="offline-title">
			<div className="panel-head">
				<h2 id="offline-title">Check it without this node</h2>
				<AnchorButton
					size="small"
					icon={<Download size={14} />}
					href={addressOf('exportLedger', {})}
					download
					text="Export all entries"
				/>
			</div>
			<ol className="ledger-steps">
				<li>Take the proof of an entry (from its page), or the export of all entries, to another machine.</li>
				<li>
					Take <code>verifier/verify.js</code> of the program: one file for Node 20, which shares no code with
					this node.
				</li>
				<li>
					Take the keys from cards that you have compared yourself, by phone or in person. The keys in a file
					are only what its sender claims.
				</li>
				<li>
					<pre className="ledger-command">{`node verify.js proof.json --key "${origin}+…" --key "PARTNER+…"`}</pre>
					Exit status 0: verified. 2: only by the keys of the file itself. 1: not verified.
				</li>
			</ol>
		</section>
	);
}
