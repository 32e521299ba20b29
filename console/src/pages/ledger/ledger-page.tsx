/** The ledger: how large, by whom signed and cosigned, what is wrong with any, and its entries. */
import { Callout, Tab, Tabs } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Fact } from '../../display/detail-head.tsx';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { readCheckpoint } from '../../exchanging/inclusion.ts';
import { ledgerProblemsQuery, ledgerQuery } from '../../queries/ledger.ts';
import { useCommands } from '../../shell/commands.ts';
import { EntriesTab } from './entries-tab.tsx';
import { Problems } from './problems.tsx';
import type { LedgerSearch } from './search.ts';
import { StateTab } from './state-tab.tsx';
import '../../display/detail-head.css';
import '../../exchanging/exchanging.css';
import './ledger.css';

const route = getRouteApi('/shell/ledger');

export function LedgerPage() {
	usePageTitle('Ledger');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const ledger = useQuery(ledgerQuery);
	const problems = useQuery(ledgerProblemsQuery);
	const open = (tab: LedgerSearch['tab']) => void navigate({ search: { tab } });
	const change = (part: Partial<LedgerSearch>) =>
		void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
	useCommands([
		{ label: 'State of the ledger', group: 'Ledger', shortcut: '1', run: () => open(undefined) },
		{ label: 'Entries of the ledger', group: 'Ledger', shortcut: '2', run: () => open('entries') },
	]);
	if (ledger.isPending) return <Pending rows={16} label="Loading the ledger" />;
	if (ledger.isError) return <Failure error={ledger.error} retry={() => void ledger.refetch()} />;
	const { origin, size, root, checkpoint, checkpointAt, partners, problem } = ledger.data;
	const signedSize = checkpoint === null ? undefined : readCheckpoint(checkpoint)?.size;
	const current = partners.filter(
		({ size: cosigned }) => cosigned !== null && cosigned === signedSize,
	).length;
	const found = problems.data ?? [];
	// What a partner says without proof is not among the evidence.
	const isOnlySaid = problem !== null && !found.some(({ sentence }) => sentence === problem);
	return (
		<div className="one ledger">
			<header className="detail-head">
				<div className="detail-title">
					<h1>
						Ledger <span className="muted">of {origin}</span>
					</h1>
					<p>what this node did, in an order that nobody can rewrite unseen</p>
				</div>
				<dl className="detail-facts">
					<Fact label="Entries">{formatCount(size)}</Fact>
					<div>
						<dt>Root</dt>
						<dd className="mono" title={root}>
							{root.slice(0, 16)}…
						</dd>
					</div>
					<Fact label="Signed">
						{checkpointAt === null ? (
							<span className="muted">not yet</span>
						) : (
							<>
								<Instant at={checkpointAt} />
								{signedSize !== undefined && signedSize < size && (
									<span className="muted"> up to {formatCount(signedSize)}</span>
								)}
							</>
						)}
					</Fact>
					<Fact label="Cosigned by">
						{partners.length === 0 ? (
							<span className="muted">no partner</span>
						) : (
							`${current} of ${partners.length}`
						)}
					</Fact>
				</dl>
			</header>
			{isOnlySaid && (
				<Callout className="one-notice" intent="danger" icon={null} role="alert">
					<strong>A partner has stopped the exchange with this node.</strong> {problem} Verify the ledger; if
					nothing is found here, show the partner your checkpoint, and ask it to compare the two notes that it
					has kept.
				</Callout>
			)}
			{problems.isError && <Failure error={problems.error} retry={() => void problems.refetch()} />}
			<Problems problems={found} node={origin} />
			<div className="page-tabs on-ground">
				<Tabs
					id="ledger-tabs"
					selectedTabId={search.tab ?? 'state'}
					onChange={(chosen) => open(chosen === 'entries' ? 'entries' : undefined)}
					renderActiveTabPanelOnly
				>
					<Tab id="state" title="State" panel={<StateTab state={ledger.data} />} />
					<Tab id="entries" title="Entries" panel={<EntriesTab search={search} onChange={change} />} />
				</Tabs>
			</div>
		</div>
	);
}
