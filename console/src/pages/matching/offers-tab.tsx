/** Offers: what this node lets partners match against, made anew and withdrawn; and what partners offer to it. */
import { Button, Callout } from '@blueprintjs/core';
import { Add, Cross, Refresh } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Offer } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatCount, formatInstant } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { kindsText, purposeText, sourceText } from '../../exchanging/matching-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { offersQuery, useMakeOffer } from '../../queries/matching.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { OfferDialog } from './offer-dialog.tsx';
import { madeAgain } from './offer-draft.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export function OffersTab() {
	const offers = useQuery(offersQuery);
	const mayOffer = useAbility('matching.offer');
	const [open, setOpen] = useState<'new' | Offer>();
	useCommands([
		{
			label: 'Offer identifiers for matching',
			group: 'Matching',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayOffer,
			run: () => setOpen('new'),
		},
		{
			label: 'Read the offers again',
			group: 'Matching',
			icon: <Refresh />,
			shortcut: 'r',
			run: () => void offers.refetch(),
		},
	]);
	if (offers.isPending) return <Pending rows={10} label="Loading offers" />;
	if (offers.isError) return <Failure error={offers.error} retry={() => void offers.refetch()} />;
	const given = offers.data.filter(({ direction }) => direction === 'given');
	const taken = offers.data.filter(({ direction }) => direction === 'taken');
	const alarms = [
		...new Map(given.flatMap((offer) => (offer.alarm ? [[offer.agreement, offer] as const] : []))).values(),
	];
	return (
		<ScrollRegion label="Offers" className="one-scroll">
			{alarms.map(({ agreement, partner, alarm }) => (
				<Callout key={agreement} compact intent="warning" className="matching-alarm" role="alert">
					<strong>
						<PartnerName name={partner} />
					</strong>{' '}
					may be going through all identifiers that are offered under{' '}
					<span className="mono">{agreement}</span>: {alarm} Speak with the partner; withdraw the offer, or
					suspend the agreement, if there is no good reason.
				</Callout>
			))}
			<section className="panel" aria-labelledby="given-title">
				<div className="panel-head">
					<h2 id="given-title">What we offer</h2>
					<span className="muted">
						as tags that say nothing without a question; made anew by itself before it ends
					</span>
					<span className="spring" />
					{mayOffer && (
						<Button
							size="small"
							intent="primary"
							icon={<Add size={14} />}
							onClick={() => setOpen('new')}
							title="n"
						>
							New offer
						</Button>
					)}
				</div>
				{given.length === 0 ? (
					<Empty title="Nothing is offered to partners">
						{mayOffer
							? 'Offer identifiers under an agreement (n), so that the partner can ask whether you hold one.'
							: 'A supervisor or the exchange desk makes offers under an agreement.'}
					</Empty>
				) : (
					<GivenTable offers={given} {...(mayOffer ? { onWithdraw: setOpen } : {})} />
				)}
			</section>
			<section className="panel" aria-labelledby="taken-title">
				<div className="panel-head">
					<h2 id="taken-title">What is offered to us</h2>
				</div>
				{taken.length === 0 ? (
					<Empty title="No partner offers anything">
						Ask a partner with whom an agreement allows matching to make an offer. It arrives by itself.
					</Empty>
				) : (
					<TakenTable offers={taken} />
				)}
			</section>
			{open === 'new' && <OfferDialog onClose={() => setOpen(undefined)} />}
			{open !== undefined && open !== 'new' && (
				<WithdrawDialog offer={open} onClose={() => setOpen(undefined)} />
			)}
		</ScrollRegion>
	);
}

const isOver = ({ validUntil }: Pick<Offer, 'validUntil'>): boolean => Date.parse(validUntil) <= Date.now();

const Ends = ({ offer: { validUntil } }: { offer: Offer }) => {
	return isOver({ validUntil }) ? (
		<span className="muted" title={formatInstant(validUntil)}>
			ended
		</span>
	) : (
		<Instant at={validUntil} />
	);
};

function GivenTable({
	offers,
	onWithdraw,
}: {
	offers: readonly Offer[];
	onWithdraw?: (offer: Offer) => void;
}) {
	const seen = new Set<string>();
	return (
		<div className="table-scroll">
			<table className="table matching-table given-offers">
				<thead>
					<tr>
						<th scope="col">To</th>
						<th scope="col">Under, for</th>
						<th scope="col">Kinds</th>
						<th scope="col">Made of</th>
						<th scope="col" className="numeric">
							Texts
						</th>
						<th scope="col">Made</th>
						<th scope="col">Ends</th>
						<th scope="col" className="numeric">
							Asked, 14 days
						</th>
						{onWithdraw && (
							<th scope="col">
								<span className="visually-hidden">What can be done</span>
							</th>
						)}
					</tr>
				</thead>
				<tbody>
					{offers.map((offer) => {
						const of = `${offer.agreement} ${offer.purpose}`;
						// The newest comes first; one that it has replaced is answered for some days more.
						const isReplaced = seen.has(of);
						seen.add(of);
						return (
							<tr key={offer.id} className={isReplaced ? 'match-not-asked' : undefined}>
								<th scope="row">
									<PartnerName name={offer.partner} />
								</th>
								<td>
									<span className="mono">{offer.agreement}</span>
									<span className="matching-second muted">{purposeText(offer.purpose)}</span>
								</td>
								<td>{kindsText(offer.kinds)}</td>
								<td>
									{sourceText(offer.source)}
									{isReplaced && (
										<span className="matching-second muted">replaced; answered until it ends</span>
									)}
								</td>
								<td className="numeric">{formatCount(offer.identifiers)}</td>
								<td className="nowrap">
									<Instant at={offer.madeAt} />
								</td>
								<td className="nowrap">
									<Ends offer={offer} />
								</td>
								<td className="numeric">{formatCount(offer.questions ?? 0)}</td>
								{onWithdraw && (
									<td className="nowrap matching-actions">
										{!isReplaced && <GivenActions offer={offer} onWithdraw={() => onWithdraw(offer)} />}
									</td>
								)}
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

function GivenActions({ offer, onWithdraw }: { offer: Offer; onWithdraw: () => void }) {
	const make = useMakeOffer();
	const again = madeAgain(offer);
	return (
		<>
			{make.isError && <span className="match-failed">{toCallError(make.error).message}</span>}
			{again && (
				<Button
					size="small"
					icon={<Refresh size={14} />}
					loading={make.isPending}
					onClick={() => make.mutate(again)}
					title="Make it anew of what is held now, under a new key"
				>
					Refresh
				</Button>
			)}
			<Button size="small" variant="minimal" intent="danger" icon={<Cross size={14} />} onClick={onWithdraw}>
				Withdraw
			</Button>
		</>
	);
}

function TakenTable({ offers }: { offers: readonly Offer[] }) {
	return (
		<div className="table-scroll">
			<table className="table matching-table">
				<thead>
					<tr>
						<th scope="col">By</th>
						<th scope="col">Under, for</th>
						<th scope="col">Kinds</th>
						<th scope="col" className="numeric">
							Tags, roughly
						</th>
						<th scope="col">Made</th>
						<th scope="col">Ends</th>
					</tr>
				</thead>
				<tbody>
					{offers.map((offer) => (
						<tr key={offer.id} className={isOver(offer) ? 'match-not-asked' : undefined}>
							<th scope="row">
								<PartnerName name={offer.partner} />
							</th>
							<td>
								<span className="mono">{offer.agreement}</span>
								<span className="matching-second muted">{purposeText(offer.purpose)}</span>
							</td>
							<td>{kindsText(offer.kinds)}</td>
							<td className="numeric">{formatCount(offer.identifiers)}</td>
							<td className="nowrap">
								<Instant at={offer.madeAt} />
							</td>
							<td className="nowrap">
								<Ends offer={offer} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
