/** The way from an entry to the root, computed in this browser from what the node has given. */
import { Callout } from '@blueprintjs/core';
import { useEffect, useState } from 'react';
import type { ProofBundle } from '../../../../contract/operations-ledger.ts';
import { plural } from '../../display/format.ts';
import { followInclusion, type Inclusion, readCheckpoint, type Sha256 } from '../../exchanging/inclusion.ts';

/** Browsers hash only on pages that came by https, or from this machine. */
const browserSha256: Sha256 | undefined =
	globalThis.crypto?.subtle === undefined
		? undefined
		: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export function InclusionPath({ bundle, level: Heading }: { bundle: ProofBundle; level: 'h2' | 'h3' }) {
	const [inclusion, setInclusion] = useState<Inclusion>();
	const signed = readCheckpoint(bundle.checkpoint);
	const { entry, position, proof } = bundle;
	const size = signed?.size;
	const root = signed?.root;
	useEffect(() => {
		if (browserSha256 === undefined || size === undefined || root === undefined) return;
		let isGone = false;
		void followInclusion({ entry, position, size, root, proof }, browserSha256).then((found) => {
			if (!isGone) setInclusion(found);
		});
		return () => {
			isGone = true;
		};
	}, [entry, position, proof, size, root]);
	return (
		<section className="panel" aria-label="Way to the root">
			<div className="panel-head">
				<Heading>Way to the root</Heading>
				<span className="muted">{plural(proof.length, 'hash', 'hashes')}, from the entry’s neighbour up</span>
			</div>
			{browserSha256 === undefined && (
				<p className="muted panel-note">
					This browser computes no hashes on a page that did not come by https. Check the downloaded proof.
				</p>
			)}
			{inclusion && (
				<Callout
					compact
					className="entry-verdict"
					intent={inclusion.isProved ? 'success' : 'danger'}
					icon={null}
					role="status"
				>
					{inclusion.isProved ? (
						<>
							<strong>Leads to the root that the checkpoint signs.</strong> Computed in this browser;
							signatures are checked by the verifier.
						</>
					) : (
						<>
							<strong>Does not lead to the root.</strong> Keep the proof, and have the whole ledger verified.
						</>
					)}
				</Callout>
			)}
			<ol className="entry-path">
				{inclusion && (
					<li>
						<span className="muted">entry</span>
						<code>{inclusion.leaf}</code>
					</li>
				)}
				{proof.map((hash, at) => (
					<li key={hash}>
						<span className="muted">{inclusion?.steps[at]?.side ?? 'with'}</span>
						<code>{hash}</code>
					</li>
				))}
				{root && (
					<li>
						<span className="muted">root</span>
						<code>{root}</code>
					</li>
				)}
			</ol>
		</section>
	);
}
