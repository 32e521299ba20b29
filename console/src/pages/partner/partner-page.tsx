/** One partner: who it is, whether its fingerprint holds, what is agreed with it, and its ledger as it was last seen. */
import { Button, Callout } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Partner } from '../../../../contract/views-exchange.ts';
import { DetailHead, Fact } from '../../display/detail-head.tsx';
import { formatAgo, formatCount, formatInstant } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { agencyWords } from '../../display/words.ts';
import { Fingerprint, PartnerStateMark } from '../../exchanging/partner-marks.tsx';
import { partnersQuery } from '../../queries/partners.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { useBack } from '../../shell/use-back.ts';
import { DistrustDialog } from './distrust-dialog.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { PartnerAgreements } from './partner-agreements.tsx';
import { TrustDialog } from './trust-dialog.tsx';
import './partner.css';

const route = getRouteApi('/shell/partners/$id');

export function PartnerPage() {
	const { id } = route.useParams();
	const partners = useQuery(partnersQuery);
	const partner = partners.data?.find(({ name }) => name === id);
	usePageTitle(partner?.title ?? 'Partner');
	if (partners.isPending) return <Pending rows={16} label="Loading the partner" />;
	if (partners.isError) return <Failure error={partners.error} retry={() => void partners.refetch()} />;
	if (partner === undefined)
		return (
			<Empty title="There is no such partner" isPage action={<Link to="/partners">To the partners</Link>}>
				{id} is not among the nodes that this one knows.
			</Empty>
		);
	return <Content key={partner.name} partner={partner} />;
}

function Content({ partner }: { partner: Partner }) {
	const { name, title, card, state } = partner;
	const mayChange = useAbility('partner.change');
	const { abilities } = useSession();
	const [open, setOpen] = useState<'compare' | 'distrust'>();
	const now = Date.now();
	const close = () => setOpen(undefined);
	const back = useBack('/partners');
	useCommands([
		{
			label: 'Compare the fingerprint',
			group: 'Partner',
			shortcut: 'c',
			when: () => mayChange,
			run: () => setOpen('compare'),
		},
		{
			label: 'Distrust this partner',
			group: 'Partner',
			shortcut: 'x',
			when: () => mayChange && state !== 'distrusted',
			run: () => setOpen('distrust'),
		},
		{ label: 'Back to the partners', group: 'Partner', shortcut: 'u', run: back },
	]);
	return (
		<div className="one">
			<DetailHead
				back={{ label: 'Back to the partners', shortcut: 'u', onBack: back }}
				title={
					<>
						{title} <PartnerStateMark state={state} />
					</>
				}
				subtitle={
					<>
						{agencyWords[card.agency]} · {card.country} · <span className="mono">{name}</span>
					</>
				}
				facts={
					<>
						<Fact label="Agreements in force">{formatCount(partner.agreements)}</Fact>
						<Fact label="Messages waiting">
							{partner.waiting > 0 && abilities.includes('message.list') ? (
								<Link to="/messages" search={{ partner: name, state: 'waiting' }} preload={false}>
									{formatCount(partner.waiting)}
								</Link>
							) : (
								formatCount(partner.waiting)
							)}
						</Fact>
						<Fact label="Last heard from">
							{partner.heardAt === null ? 'never' : formatAgo(partner.heardAt, now)}
						</Fact>
						<Fact label="Reached at">{partner.url}</Fact>
					</>
				}
			>
				{mayChange && (
					<div className="one-actions">
						<Button
							size="small"
							intent={state === 'trusted' ? 'none' : 'primary'}
							onClick={() => setOpen('compare')}
						>
							{state === 'distrusted' ? 'Trust again' : 'Compare'} <Shortcut shortcut="c" />
						</Button>
						{state !== 'distrusted' && (
							<Button size="small" variant="outlined" intent="danger" onClick={() => setOpen('distrust')}>
								Distrust <Shortcut shortcut="x" />
							</Button>
						)}
					</div>
				)}
			</DetailHead>
			<Notices partner={partner} nowMs={now} />
			<ScrollRegion label="Partner" className="one-scroll partner-grid">
				<div className="partner-main">
					<PartnerAgreements partner={name} />
					<LedgerPanel ledger={partner.ledger} nowMs={now} />
				</div>
				<div className="partner-side">
					<section className="panel partner-fingerprint" aria-labelledby="partner-fingerprint">
						<div className="panel-head">
							<h2 id="partner-fingerprint">Fingerprint</h2>
							<span className="muted">as this node knows it</span>
						</div>
						<Fingerprint value={partner.fingerprint} />
						<p className="panel-note muted">
							The partner sees the same on its page of partners. Where it does not, somebody stands between.
						</p>
					</section>
					<section className="panel" aria-labelledby="partner-trust">
						<div className="panel-head">
							<h2 id="partner-trust">Trust</h2>
						</div>
						<dl className="pairs">
							<div>
								<dt>{state === 'distrusted' ? 'Distrusted by' : 'Compared by'}</dt>
								<dd>
									{partner.trustedBy}, <Instant at={partner.trustedAt} />
								</dd>
							</div>
							{partner.reason !== null && (
								<div>
									<dt>Reason</dt>
									<dd>{partner.reason}</dd>
								</div>
							)}
							<div>
								<dt>Card</dt>
								<dd className="number">
									number {card.number}, {formatInstant(card.issuedAt)}
								</dd>
							</div>
							<div>
								<dt>Revoked keys</dt>
								<dd>
									{card.revoked.length === 0 ? (
										<span className="muted">none</span>
									) : (
										card.revoked.map(({ key, at, reason }) => (
											<div key={key}>
												<Instant at={at} /> {reason}
											</div>
										))
									)}
								</dd>
							</div>
						</dl>
					</section>
				</div>
			</ScrollRegion>
			{open === 'compare' && (
				<TrustDialog card={{ card, fingerprint: partner.fingerprint }} onClose={close} onTrusted={close} />
			)}
			{open === 'distrust' && <DistrustDialog partner={partner} onClose={close} />}
		</div>
	);
}

/** What stands in the way of exchange with it now, with its remedy. */
function Notices({ partner: { state, ledger, unreachableSince, waiting }, nowMs }: NoticeProps) {
	return (
		<>
			{state === 'changed' && (
				<Callout compact icon={null} intent="warning" className="one-notice">
					<strong>Its keys have changed.</strong> The former keys have signed that, so exchange goes on. Call
					the partner and compare the new fingerprint: a thief of the former keys could have done the same.
				</Callout>
			)}
			{state === 'distrusted' && (
				<Callout compact icon={null} intent="danger" className="one-notice">
					<strong>Nothing is exchanged with it.</strong> Where it was set up anew, trust its new card on the
					page of partners; else compare its fingerprint.
				</Callout>
			)}
			{ledger.problem !== null && (
				<Callout compact icon={null} intent="danger" className="one-notice" role="alert">
					<strong>Exchange is stopped: {ledger.problem}</strong> Ask the partner what happened to its ledger,
					and keep the evidence.
				</Callout>
			)}
			{unreachableSince !== null && (
				<Callout compact icon={null} intent="warning" className="one-notice">
					<strong>It has not answered, {formatAgo(unreachableSince, nowMs)} for the first time.</strong>{' '}
					{waiting > 0 ? 'What waits for it is sent by itself as soon as it answers.' : ''}
				</Callout>
			)}
		</>
	);
}
type NoticeProps = { partner: Partner; nowMs: number };
